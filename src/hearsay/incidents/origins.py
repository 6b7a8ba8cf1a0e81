"""Who speaks at the start of the chains, over one article or many: each origin once.

One ministry's statement through five agencies is one origin. An anonymous source is told apart by whoever quoted it:
"a military source" of Sputnik is one, in Sputnik and in all who quote Sputnik. A reprint adds none. The outlet's own
voice is an origin only where no sourced claim exists; an outlet that others quote is one only where its own report is
not at hand to say who told it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.codebook import word_list
from hearsay.incidents.records import IncidentOrigin, Report
from hearsay.incidents.roll import names_in, one_by_one, roll
from hearsay.incidents.sides import house
from hearsay.records import Claim, Measure, Speaker

REPRINTED = 0.5
"""From this share of an earlier article's words on, an article adds no voice of its own."""
_FOUND_OUT = 3
"""An outlet that names so many of the dead in its own voice has a figure of its own."""
_CARRIERS = frozenset({"outlet", "agency"})
_UNNAMED = frozenset({"witness", "resident", "medic"})


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of the incident that one article makes, and who passes them on."""

    claims: tuple[Claim, ...]
    outlet: str
    house: str
    """Whose text it is, folded: the first publisher's for a reprint, the agency's for its wire, else the outlet's."""
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """The origins of an incident, and whose word each claim is."""

    origins: tuple[IncidentOrigin, ...] = ()
    word_of: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """Key of an origin → the claims that count as its word."""
    unsourced: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """House → what it tells in its own voice and nobody's."""

    def telling(self, measure: Measure) -> Mapping[str, tuple[Claim, ...]]:
        """Whose claims give the figures of a measure: the origins'; where none of them gives any, the outlets' own.

        Whom an outlet names one by one is beside what any origin says of the whole. One that names several has found
        out for itself how many they were.
        """
        said = [n for claims in self.word_of.values() for c in claims for n in c.counts if n.measure == measure]
        if not any(not one_by_one(n) for n in said):
            return {**self.word_of, **self.unsourced}
        named = {
            key: claims if roll(claims, measure) >= _FOUND_OUT else tuple(c for c in claims if _names_them(c, measure))
            for key, claims in self.unsourced.items()
        }
        return {**self.word_of, **{key: claims for key, claims in named.items() if claims}}


def _names_them(claim: Claim, measure: Measure) -> bool:
    """All its figures are of people told one by one, somebody by a full name."""
    counts = [n for n in claim.counts if n.measure == measure]
    return all(one_by_one(n) for n in counts) and any(names_in(n.text) for n in counts)


@dataclass(slots=True)
class _Voice:
    speaker: Speaker
    claims: list[Claim] = field(default_factory=list)
    beside: list[Claim] = field(default_factory=list)
    """What an article says in its own voice where it quotes this origin alone: a lede repeats its source."""
    outlets: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


def tellings_of(reports: Iterable[Report]) -> tuple[Telling, ...]:
    """The reports of one incident, the earliest first."""
    ordered = sorted(reports, key=lambda r: (r.source.published is None, r.source.published or "", r.id))
    first = {report.source.article: report for report in reversed(ordered)}

    def origin(report: Report) -> str:
        seen = {report.source.article}
        while (reprint := report.source.reprint) is not None and reprint.share >= REPRINTED:
            if reprint.origin not in first or reprint.origin in seen:
                return reprint.origin
            seen.add(reprint.origin)
            report = first[reprint.origin]
        return report.source.agency or publisher_of(report)

    return tuple(Telling(r.claims, publisher_of(r), _folded(origin(r)), r.source.published) for r in ordered)


def publisher_of(report: Report) -> str:
    """The outlet, as the article or the end of its chains names it."""
    last = report.claims[0].attribution[-1]
    return report.source.outlet or last.name or last.text


def origins_of(claims: Sequence[Claim]) -> Heard:
    """The origins of one article's claims, as :func:`origins_over` gives them."""
    if not claims:
        return Heard()
    last = claims[0].attribution[-1]
    outlet = last.name or last.text
    return origins_over([Telling(tuple(claims), outlet, _folded(outlet))])


def origins_over(tellings: Sequence[Telling]) -> Heard:
    """The origins over these articles, in the order of their first claims.

    Where one article quotes a single origin, or a single one for the toll, what it tells in its own voice repeats that
    origin, so its figures are read together with it.
    """
    voices: dict[str, _Voice] = {}
    told_by: dict[str, list[str]] = {}
    unsourced: dict[str, list[Claim]] = {}
    spoken = (speaker for telling in tellings for claim in telling.claims for speaker in claim.attribution)
    monitors = {
        _folded(speaker.name or speaker.text): voice(speaker) for speaker in spoken if speaker.kind == "monitor"
    }
    for telling in tellings:
        own = [c for c in telling.claims if own_voice(c)]
        quoted = [(_key(c, telling), c) for c in telling.claims if not own_voice(c)]
        keys = [key for key, _ in quoted]
        if telling.house in monitors:  # who publishes what it counted itself says the same where others quote it
            for claim in own:
                _hear(voices, monitors[telling.house], claim, telling)
            own = []
        for key, claim in quoted:
            _hear(voices, key, claim, telling)
        told_by.setdefault(telling.house, []).extend(keys)
        tolls = {key for key, claim in quoted if _gives_a_toll(claim)}
        sole = tolls if len(tolls) == 1 else set(keys)
        if len(sole) == 1:
            voices[sole.pop()].beside += own
        elif own:
            unsourced.setdefault(f"outlet {telling.house}", []).extend(own)
        elif keys:
            voices[keys[0]].beside += _untold(own, telling)
    _quote(voices, told_by)
    _unite(voices)
    for key in [key for key, said in voices.items() if len(voices) > 2 and _sums_up(said.speaker)]:
        summary = voices.pop(key)
        unsourced.setdefault(f"outlet {_folded(summary.outlets[0])}", []).extend(summary.claims)
    if not voices:
        for telling in tellings:
            for claim in telling.claims:
                _hear(voices, f"outlet {telling.house}", claim, telling)
        unsourced = {}
    return Heard(
        origins=tuple(_origin(key, v) for key, v in voices.items()),
        word_of={key: (*v.beside, *v.claims) for key, v in voices.items()},
        unsourced={key: tuple(claims) for key, claims in unsourced.items()},
    )


def _gives_a_toll(claim: Claim) -> bool:
    return any(count.measure == "killed" for count in claim.counts)


def _untold(own: Sequence[Claim], telling: Telling) -> list[Claim]:
    """A lede with a toll that no quoted source repeats: the figure is theirs, whoever of them gave it first."""
    told = {count.measure for claim in telling.claims if not own_voice(claim) for count in claim.counts}
    return [c for c in own if any(n.measure in ("killed", "injured") and n.measure not in told for n in c.counts)]


def _hear(voices: dict[str, _Voice], key: str, claim: Claim, telling: Telling) -> None:
    voice_ = voices.setdefault(key, _Voice(claim.attribution[0]))
    voice_.claims.append(claim)
    if telling.published is not None:
        voice_.published.append(telling.published)
    between = [s.name or s.text for s in claim.attribution[1:-1] if s.kind in _CARRIERS]
    voice_.outlets += [name for name in (*between, telling.outlet) if name not in voice_.outlets]


def is_outlet(key: str) -> bool:
    """The origin's key is an outlet's, which speaks in its own voice."""
    return key.startswith("outlet ")


def own_voice(claim: Claim) -> bool:
    """Nobody but the outlet speaks: it alone, or its own reporter."""
    publisher, origin = claim.attribution[-1], claim.attribution[0]
    return len(claim.attribution) == 1 or (
        len(claim.attribution) == 2 and origin.kind == "outlet" and publisher.text.lower() in origin.text.lower()
    )


def _key(claim: Claim, telling: Telling) -> str:
    """One key for one origin: its house by the registry, its name, or its words with who heard them."""
    origin = claim.attribution[0]
    known = origin.affiliation or origin.id or origin.name
    if known is None and origin.kind in _CARRIERS:
        return f"outlet {_folded(origin.text)}"
    if known is None and (origin.anonymous or origin.kind in _UNNAMED):
        between = claim.attribution[1:-1]
        heard_by = _folded(between[0].name or between[0].text) if between else telling.house
        return f"{voice(origin)} @ {heard_by}"
    if origin.kind in _CARRIERS and origin.affiliation is None:
        return f"outlet {_folded(origin.name or origin.text)}"
    return voice(origin)


def _quote(voices: dict[str, _Voice], told_by: Mapping[str, Sequence[str]]) -> None:
    """An outlet that is quoted gives way to the origins of its own report, where that is at hand."""
    for key in [k for k in voices if is_outlet(k)]:
        heard = [k for k in dict.fromkeys(told_by.get(key.removeprefix("outlet "), ())) if k != key and k in voices]
        if heard:
            _give(voices, key, max(heard, key=lambda k: _shared_figures(voices[key], voices[k])))


def _shared_figures(one: _Voice, other: _Voice) -> int:
    def figures(said: _Voice) -> set[tuple[str, float | None]]:
        return {(count.measure, count.best) for claim in said.claims for count in claim.counts}

    return len(figures(one) & figures(other))


def _unite(voices: dict[str, _Voice]) -> None:
    """ "The health ministry" is "Gaza's health ministry", and "the military" the army, where only one speaks."""
    named = [k for k, v in voices.items() if "@" not in k and v.speaker.kind not in _CARRIERS]
    armies = [k for k in named if voices[k].speaker.kind == "military" and _is_known(voices[k].speaker)]
    for key in [k for k in named if _folded(voices[k].speaker.text) in _THE_ARMY and not _is_known(voices[k].speaker)]:
        if len(armies) == 1:
            _give(voices, key, armies[0])
    named = [k for k in named if k in voices]
    for key in named:
        short = _said(voices[key].speaker)
        if _is_known(voices[key].speaker) or not short:
            continue
        fuller = [
            k for k in named if k != key and k in voices and short <= _said(voices[k].speaker) and _may(voices, key, k)
        ]
        if len(fuller) == 1:
            _give(voices, key, fuller[0])


_THE_ARMY = frozenset({"the military", "military", "the army", "army"})


def _is_known(speaker: Speaker) -> bool:
    return speaker.id is not None or speaker.affiliation is not None


def _sums_up(speaker: Speaker) -> bool:
    """ "Rescuers, medics and officials" of a lede are those who are quoted one by one below."""
    nobody = speaker.id is None and speaker.affiliation is None and speaker.name is None
    return (
        nobody
        and len(re.split(r",\s+(?:and\s+)?|\s+and\s+", speaker.text)) > 1
        and speaker.text == speaker.text.lower()
    )


def _may(voices: Mapping[str, _Voice], short: str, long: str) -> bool:
    one, other = voices[short].speaker, voices[long].speaker
    return not (one.country and other.country and one.country != other.country)


def _said(speaker: Speaker) -> frozenset[str]:
    """The words of its name that tell it from others."""
    words = set(re.findall(r"\w+", f"{speaker.text} {speaker.name or ''}".lower()))
    return frozenset(words - word_list("incidents", "idle_speaker_words"))


def _give(voices: dict[str, _Voice], key: str, to: str) -> None:
    """The voice ``key`` is heard as ``to``."""
    given, taker = voices.pop(key), voices[to]
    taker.claims += given.claims
    taker.beside += given.beside
    taker.published += given.published
    taker.outlets += [name for name in given.outlets if name not in taker.outlets]


def _origin(key: str, said: _Voice) -> IncidentOrigin:
    speaker = said.speaker
    return IncidentOrigin(
        key=key,
        name=speaker.name or speaker.text,
        affiliation=speaker.affiliation,
        kind=speaker.kind,
        country=speaker.country,
        anonymous=speaker.anonymous,
        claims=tuple(dict.fromkeys(claim.id for claim in said.claims)),
        outlets=tuple(said.outlets),
        first_published=min(said.published, default=None),
    )


def voice(speaker: Speaker) -> str:
    """One affiliation, or one name, is one voice; a house speaks by its statement and by its spokesman."""
    known = speaker.affiliation or speaker.id
    return (house(known) if known else (speaker.name or _house(speaker.text))).lower()


_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_ORGAN = re.compile(r"(?:['’]s?)?\s+(?:statement|spokes(?:man|woman|person))$", re.IGNORECASE)


def _house(text: str) -> str:
    """ "A police statement" is the word of "police"."""
    return _ORGAN.sub("", _ARTICLE.sub("", text.strip(), count=1) if _ARTICLE.match(text.strip()) else text.strip())


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
