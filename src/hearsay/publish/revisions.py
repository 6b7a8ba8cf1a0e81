"""What a newer version of an article changed in its claims: as a table for people, as JSON Lines for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hearsay.claims.revisions import ClaimChange, claim_changes
from hearsay.publish import say
from hearsay.publish.jsonl import to_json
from hearsay.publish.plain import one_line
from hearsay.publish.redact import redact
from hearsay.publish.table import render, shortened
from hearsay.records import Claim, Coding


@dataclass(frozen=True, slots=True)
class Revision:
    """Two codings of an article, redacted, the older first, and what changed between them."""

    old: Coding
    new: Coding
    changes: tuple[ClaimChange, ...]


def revision(old: Coding, new: Coding, *, names: bool = False) -> Revision:
    """The changes from ``old`` to ``new``, without the names of private people unless ``names`` are wanted."""
    private = {entity.text for coding in (old, new) for entity in coding.entities if entity.private}
    before, after = (redact(coding, names=names, also=private) for coding in (old, new))
    return Revision(before, after, claim_changes(before, after))


def revisions_jsonl(revisions: Iterable[Revision]) -> Iterator[str]:
    """One change a line: the article, its two versions, the kind of change, its fields, the claim before and after."""
    for found in revisions:
        for change in found.changes:
            record = {
                "article": found.new.article.key,
                "from": found.old.article.version,
                "to": found.new.article.version,
                "change": _kind(change),
                "fields": change.fields,
                "old": change.old.model_dump(mode="json") if change.old else None,
                "new": change.new.model_dump(mode="json") if change.new else None,
            }
            yield to_json(record) + "\n"


def revisions_table(revisions: Iterable[Revision], *, width: int = 100, colour: bool = False) -> Iterator[str]:
    """Each revision with its changes, ``width`` columns wide."""
    for found in revisions:
        parts: list[RenderableType] = [Rule(style="dim"), *_head(found)]
        for change in found.changes:
            parts += [Text(), _change(found, change)]
        if not found.changes:
            parts += [Text(), Text("Its claims are the same.")]
        yield render(Group(*parts, Text()), width=width, colour=colour)


def _head(found: Revision) -> Iterator[RenderableType]:
    old, new = found.old.article, found.new.article
    yield Text(one_line(new.headline or "(no headline)"), style="bold")
    yield Text(one_line(" · ".join((new.outlet or "outlet not known", new.key))), style="dim")
    for article in (old, new):
        dates = [f"published {article.published}" if article.published else "no date"]
        dates += [f"updated {article.updated}"] if article.updated else []
        yield Text(one_line(f"version {article.version}: {', '.join(dates)}"), style="dim")
    if (old.headline or "") != (new.headline or ""):
        yield Text(f"headline was “{one_line(old.headline or '')}”")
    if found.old.coder != found.new.coder:
        yield Text("Coded with different versions or data: a change may be the coder's own.", style="yellow")


_STYLES = {"changed": "bold", "added": "bold green", "withdrawn": "bold red"}
_SAYS: dict[str, Callable[[Claim], str]] = {
    "type": lambda claim: say.event(claim.event),
    "status": lambda claim: claim.status,
    "outcome": lambda claim: claim.outcome,
    "actors": lambda claim: say.parties(claim.actors),
    "recipients": lambda claim: say.parties(claim.recipients),
    "place": lambda claim: say.where(claim.place),
    "time": lambda claim: say.when(claim.time),
    "counts": lambda claim: say.counts(claim) or "no figure",
    "attribution": lambda claim: say.chain(claim.attribution),
}


def _kind(change: ClaimChange) -> str:
    return "added" if change.old is None else "withdrawn" if change.new is None else "changed"


def _change(found: Revision, change: ClaimChange) -> RenderableType:
    kind = _kind(change)
    claim, coding = (change.new, found.new) if change.new else (change.old, found.old)
    assert claim is not None  # noqa: S101 (a change has at least one of the two)
    head = Text(f"{kind}: ", style=_STYLES[kind])
    head.append(f"{say.event(claim.event)} · {claim.status}", style="not bold")
    lines = Table.grid(padding=(0, 1))
    lines.add_column(width=11, style="dim", no_wrap=True)
    lines.add_column(ratio=1, overflow="fold")
    if change.old and change.new:
        for field in change.fields:
            lines.add_row(field, Text(f"{_SAYS[field](change.old)} → {_SAYS[field](change.new)}"))
    else:
        lines.add_row("toll", Text(say.counts(claim) or "no figure"))
        lines.add_row("says", Text(say.chain(claim.attribution)))
    if change.old and change.new:
        lines.add_row("before", Text(f"“{_words(found.old, change.old)}”"))
        lines.add_row("now", Text(f"“{_words(found.new, change.new)}”"))
    else:
        lines.add_row("words", Text(f"“{_words(coding, claim)}”"))
    return Group(head, Padding(lines, (0, 0, 0, 4)))


def _words(coding: Coding, claim: Claim) -> str:
    return shortened(coding.article.text[slice(*claim.span)])
