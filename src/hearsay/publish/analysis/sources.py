"""How sources compare, as rows and in words."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.analysis.said import Said
from hearsay.analysis.sources import LabelUse, SourceProfile, label_uses
from hearsay.publish.analysis.answer import Answer
from hearsay.publish.analysis.common import VOICE_COLUMNS, printed, voice_cells
from hearsay.publish.columns import Column, Columns, Row, integers, listed, numbers, texts
from hearsay.publish.say import number

SOURCES: Columns = (
    *texts(
        role="outlet, or origin: a speaker at the start of the chains, over all outlets",
        key="By which it is known",
        name="Its name",
        kind="official, military, armed_group, witness, medic, monitor, agency, outlet, resident, expert, unknown",
        affiliation="Registry id of whose voice it is",
        country="ISO 3166-1 alpha-3",
    ),
    Column("anonymous", "boolean", "Whether it is not named"),
    *integers(
        articles="Articles that it published, or that pass on its word",
        claims="Claims in them that are its own, or that it published",
        incidents="Incidents that they tell of",
        compared="Tolls of it that can be held against those of independent others",
    ),
    *numbers(
        ratio_median="Its toll over theirs: the median ratio; empty when there is none",
        ratio_low="Lower end of its exact interval; empty with fewer than six comparisons",
        ratio_high="Upper end; empty with fewer than six, or when it has no bound",
        ratio_coverage="With what probability the interval covers the true median, at the least",
    ),
    *integers(
        higher="Of the compared, those in which it says more than the others do in the middle",
        lower="Those in which it says less; in the rest it says the same",
        shared="Incidents that others tell of too, both dated",
        first="Of the shared, those that it told before all others",
        tied="Of the shared, those where nobody was surely earlier, but another may have been as early",
    ),
    *numbers(first_share="first of shared"),
    *integers(
        asserted="Claims that something happened",
        denied="Of the asserted, those whose incident another voice denies",
    ),
    *numbers(denied_share="denied of asserted"),
    *integers(edited="Articles of which another text is known; empty for an origin"),
    *numbers(edited_share="edited of articles"),
    *integers(copies="Articles that are mostly another's words; empty for an origin"),
    *numbers(copied_share="copies of articles"),
    *texts(copied_from="Whose words they are, and of how many articles"),
)
LABELS: Columns = (
    *VOICE_COLUMNS,
    *texts(
        party="For whom, by the neutral name",
        party_kind="That party's kind",
        stance="pejorative or honorific",
        word="The loaded word",
    ),
    *integers(claims="In how many claims"),
    *texts(outlets="In which outlets, the first first"),
)


def sources_answer(found: Iterable[SourceProfile], *, role: str) -> Answer:
    """The ``outlet`` or ``origin`` lines."""
    profiles = tuple(profile for profile in found if profile.role == role)
    headings = ["name", "articles", "claims", "incidents", "toll to others'", "first", "denied"]
    return Answer(
        name="sources",
        columns=SOURCES,
        rows=tuple(map(_row, profiles)),
        records=profiles,
        headings=(*headings, *(("edited", "copies of") if role == "outlet" else ())),
        lines=tuple(map(_line, profiles)),
    )


def labels_answer(said: Iterable[Said]) -> Answer:
    """Who calls whom what."""
    uses = label_uses(said)
    rows = tuple(map(_label_row, uses))
    lines = tuple(printed(row, "voice_name", "word", "party", "claims", "outlets") for row in rows)
    return Answer("labels", LABELS, rows, uses, ("who", "says", "of", "claims", "in"), lines)


def _row(one: SourceProfile) -> Row:
    ratio = one.ratio
    plain = one.model_dump(include={column.name for column in SOURCES} & set(SourceProfile.model_fields))
    return {
        **plain,
        "ratio_median": _rounded(ratio.median if ratio else None),
        "ratio_low": _rounded(ratio.low if ratio else None),
        "ratio_high": _rounded(ratio.high if ratio else None),
        "ratio_coverage": _rounded(ratio.coverage if ratio else None),
        "first_share": _share(one.first, one.shared),
        "denied_share": _share(one.denied, one.asserted),
        "edited_share": _share(one.edited, one.articles),
        "copied_share": _share(one.copies, one.articles),
        "copied_from": _copied_from(one),
    }


def _copied_from(one: SourceProfile) -> str | None:
    return listed(f"{c.outlet or 'an article not at hand'} ({c.articles})" for c in one.copied_from)


def _line(one: SourceProfile) -> tuple[str, ...]:
    known = one.kind.replace("_", " ") if one.role == "origin" and one.kind != "unknown" else ""
    notes = ", ".join(filter(None, (known, "unnamed" if one.anonymous else "")))
    cells = (
        f"{one.name} ({notes})" if notes else one.name,
        str(one.articles),
        str(one.claims),
        str(one.incidents),
        _ratio(one),
        _of(one.first, one.shared),
        _of(one.denied, one.asserted),
    )
    return cells if one.role == "origin" else (*cells, _of(one.edited, one.articles), _copied_from(one) or "")


def _ratio(one: SourceProfile) -> str:
    """ "1.4 (0.9–2.1) in 8, ↑5 ↓2"."""
    ratio = one.ratio
    if ratio is None:
        return ""
    interval = f" ({number(round(ratio.low, 2))}–{_bound(ratio.high)})" if ratio.low is not None else ""
    return f"{_bound(ratio.median)}{interval} in {one.compared}, ↑{one.higher} ↓{one.lower}"


def _bound(value: float | None) -> str:
    return "no bound" if value is None else number(round(value, 2))


def _of(part: int | None, whole: int) -> str:
    return f"{part} of {whole}" if whole and part is not None else ""


def _share(part: int | None, whole: int) -> float | None:
    return round(part / whole, 3) if whole and part is not None else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _label_row(use: LabelUse) -> Row:
    return {
        **voice_cells(use.voice),
        "party": use.party,
        "party_kind": use.party_kind,
        "stance": use.stance,
        "word": use.word,
        "claims": use.claims,
        "outlets": listed(use.outlets),
    }
