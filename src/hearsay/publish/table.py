"""The table made for reading: each claim in a few lines, then the article's incidents."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hearsay.publish import say
from hearsay.publish.plain import one_line
from hearsay.publish.redact import redact
from hearsay.records import Article, Claim, Coding, Incident, Problem, Toll

LONGEST_PASSAGE = 400  # characters shown; ``explain`` and the other formats have it whole
STATUS_STYLES = {
    "occurred": "bold",
    "ongoing": "bold",
    "denied": "bold yellow",
    "attempted": "bold cyan",
    "thwarted": "bold cyan",
    "planned": "bold magenta",
    "threatened": "bold magenta",
    "hypothetical": "bold magenta",
}


def table(codings: Iterable[Coding], *, width: int = 100, colour: bool = False, names: bool = False) -> Iterator[str]:
    """Each coding in order, ``width`` columns wide; terminal colours only with ``colour``."""
    for coding in codings:
        yield render(_coding(redact(coding, names=names)), width=width, colour=colour)


def overview(codings: Iterable[Coding], *, width: int = 100, colour: bool = False, names: bool = False) -> str:
    """One line for each coding: who published what, how many claims by how many origins, what is disputed."""
    lines = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    fixed = {"outlet": 20, "claims": 6, "origins": 7, "disputed": 16}
    headline = width - sum(fixed.values()) - 2 * len(fixed)
    lines.add_column("outlet", no_wrap=True, width=fixed["outlet"])
    lines.add_column("headline", no_wrap=True, width=headline)
    lines.add_column("claims", justify="right", width=fixed["claims"])
    lines.add_column("origins", justify="right", width=fixed["origins"])
    lines.add_column("disputed", no_wrap=True, width=fixed["disputed"])
    for coding in codings:
        shown = redact(coding, names=names)
        origins = {origin.name for incident in shown.incidents for origin in incident.origins}
        fields = dict.fromkeys(d.field.replace("_", " ") for i in shown.incidents for d in i.disputes)
        lines.add_row(
            Text(one_line(shown.article.outlet or "")),
            Text(one_line(shown.article.headline or "(no headline)")),
            str(len(shown.claims)),
            str(len(origins)),
            ", ".join(fields),
        )
    return render(lines, width=width, colour=colour)


def render(shown: RenderableType, *, width: int, colour: bool) -> str:
    """What rich makes of it, without trailing spaces and without asking the environment anything."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as captured:
        console.print(shown)
    return "".join(line.rstrip() + "\n" for line in captured.get().split("\n")[:-1])


def _coding(coding: Coding) -> RenderableType:
    numbers = {claim.id: at for at, claim in enumerate(coding.claims, 1)}
    parts: list[RenderableType] = [Rule(style="dim"), *_head(coding)]
    for claim in coding.claims:
        parts += [Text(), _claim(coding.article, claim, numbers[claim.id])]
    if not coding.claims:
        parts += [Text(), Text("No claim found.")]
    if coding.incidents:
        parts += [Text(), Text("Incidents in this article", style="bold")]
        parts += [_incident(incident, numbers) for incident in coding.incidents]
    if coding.problems:
        parts += [Text(), *(_problem(problem) for problem in coding.problems)]
    return Group(*parts, Text())


def _head(coding: Coding) -> Iterator[RenderableType]:
    article = coding.article
    yield Text(one_line(article.headline or "(no headline)"), style="bold")
    facts = (
        article.outlet or "outlet not known",
        article.published or "no date",
        article.language,
        article.id,
    )
    yield Text(one_line(" · ".join(fact for fact in facts if fact)), style="dim")


def _claim(article: Article, claim: Claim, at: int) -> RenderableType:
    lines = Table.grid(padding=(0, 1))
    lines.add_column(width=6, style="dim", no_wrap=True)
    lines.add_column(ratio=1, overflow="fold")
    for name, value in (
        ("when", say.when(claim.time)),
        ("where", say.where(claim.place)),
        ("who", f"{say.parties(claim.actors)} → {say.parties(claim.recipients)}"),
        ("toll", say.counts(claim)),
        ("says", say.chain(claim.attribution)),
        ("words", f"“{shortened(article.text[claim.span[0] : claim.span[1]])}”"),
    ):
        if value:
            lines.add_row(name, Text(value))
    return Group(_claim_head(claim, at), Padding(lines, (0, 0, 0, 4)))


def _claim_head(claim: Claim, at: int) -> RenderableType:
    outcome = "" if claim.outcome == "unknown" else f", {claim.outcome}"
    head = Text(f"{at:>3} ", style="bold")
    head.append(say.event(claim.event))
    head.append(" · ", style="dim")
    head.append(f"{claim.status}{outcome}", style=STATUS_STYLES[claim.status])
    head.append(f" · {claim.id}", style="dim")
    return head


def shortened(passage: str) -> str:
    """A passage on one line, cut where it is long."""
    words = one_line(passage)
    return words if len(words) <= LONGEST_PASSAGE else words[:LONGEST_PASSAGE].rsplit(" ", 1)[0] + " …"


def _incident(incident: Incident, numbers: dict[str, int]) -> RenderableType:
    claims = ", ".join(str(numbers[c]) for c in incident.claims if c in numbers)
    facts = [say.event(incident.event), incident.status]
    facts += [toll for toll in (_toll("killed", incident.killed), _toll("injured", incident.injured)) if toll]
    origins = [one_line(origin.name) for origin in incident.origins]
    facts.append(f"{len(origins)} {'origin' if len(origins) == 1 else 'origins'}: {'; '.join(origins)}")
    if incident.disputes:
        fields = dict.fromkeys(dispute.field.replace("_", " ") for dispute in incident.disputes)
        facts.append(f"disputed: {', '.join(fields)}")
    shown = Text(f"claim{'s' if len(incident.claims) > 1 else ''} {claims}: ", style="dim")
    shown.append(" · ".join(facts), style="not dim")
    return Padding(shown, (0, 0, 0, 4))


def _toll(measure: str, toll: Toll | None) -> str:
    return f"{measure} {say.estimate(toll)}" if toll else ""


def _problem(problem: Problem) -> RenderableType:
    return Text(f"not done: {one_line(problem.message)} [{problem.code}]", style="yellow")
