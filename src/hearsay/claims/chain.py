"""Speaker chains: who says so, from the one who spoke to the one who published.

Takes the attributions of an article and gives, for a claim, its chain: the origin first, then whoever carried the word
on, the publisher last. Pronouns, 'the source' and a statement's later sentences lead back to the first full naming; a
claim in the outlet's own voice has the outlet alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hearsay.actors import Registry
from hearsay.claims.chain_carry import carried
from hearsay.claims.chain_identity import Names, names_of
from hearsay.claims.chain_said import Parser, Publisher, Said, said_in
from hearsay.claims.chain_speakers import country_of, folded, kind_of
from hearsay.claims.chain_stance import hedge_near, is_hearsay, is_over
from hearsay.reading.tokens import Token
from hearsay.records import Attribution, Mention, Span, Speaker

T = TypeVar("T")

UNATTRIBUTED = "unattributed"
"""The publisher's name where the article gives none."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A claim's speakers, origin first, publisher last, and the rule that made the chain."""

    speakers: tuple[Speaker, ...]
    trace: str
    carried: bool = False
    """Whether its first speaker is taken over from a sentence before."""


@dataclass(frozen=True, slots=True)
class ChainContext:
    """What is known of an article's speakers before its claims are read."""

    text: str
    sentences: tuple[Span, ...]
    publisher: Speaker
    said: dict[int, list[Said]]
    sourceless: dict[int, list[Attribution]]
    running: tuple[tuple[Said, str] | None, ...]
    parser: Parser


def build_chain_context(
    text: str,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    outlet: str | None = None,
    registry: Registry | None = None,
    *,
    agency: str | None = None,
    words: Sequence[tuple[Token, ...]] | None = None,
    countries: Collection[str] = (),
    year: int | None = None,
) -> ChainContext:
    """The context of an article.

    ``agency`` is its dateline's: another name of the publisher where both are given. ``words`` are the sentences'
    tokens where already made; ``countries`` (the theatre first) and ``year`` help the registry to choose.
    """
    names = names_of(registry, countries, year)
    publisher = _publisher(outlet, agency, names)
    parser = Parser(text, sentences, words)
    said = said_in(text, attributions, parser, publisher, names)
    return ChainContext(
        text=text,
        sentences=tuple(sentences),
        publisher=publisher.speaker,
        said=_by_sentence([(s.attribution, s) for s in said], parser),
        sourceless=_by_sentence([(a, a) for a in attributions if a.source is None], parser),
        running=carried(text, sentences, said),
        parser=parser,
    )


def _by_sentence(found: Sequence[tuple[Attribution, T]], parser: Parser) -> dict[int, list[T]]:
    """By the number of each sentence that an attribution's content or cue touches."""
    placed: dict[int, list[T]] = {}
    for attribution, thing in found:
        start, end = attribution.content.span
        numbers = set(range(parser.number_at(start), parser.number_at(max(start, end - 1)) + 1))
        if attribution.cue is not None:
            numbers.add(parser.number_at(attribution.cue.span[0]))
        for number in sorted(numbers):
            placed.setdefault(number, []).append(thing)
    return placed


def _publisher(outlet: str | None, agency: str | None, names: Names) -> Publisher:
    name = outlet or agency or UNATTRIBUTED
    actor = names.find(name) if name != UNATTRIBUTED else None
    speaker = Speaker(
        text=name,
        span=None,
        name=actor.name if actor else None,
        id=actor.id if actor else None,
        affiliation=actor.affiliation if actor else None,
        country=(actor.country if actor else None) or country_of(name),
        kind="agency" if kind_of(name) == "agency" and not outlet else "outlet",
    )
    known = [n for n in (outlet, agency) if n]
    initials = ["".join(w[0] for w in n.split() if w[0].isupper()) for n in known]
    aliases = {folded(n) for n in [*known, *(i for i in initials if len(i) > 2)]}
    return Publisher(speaker, frozenset(aliases - {""}))


def chain_of(claim_span: Span, trigger: Span, context: ChainContext, *, verbal: bool = False) -> Chain:
    """The chain of the claim that ``trigger`` carries; ``claim_span`` is its passage.

    ``verbal``: what happened is that somebody said something ("demanded"), and whoever reports it says so.
    """
    number = context.parser.number_at(trigger[0])
    covering = _undisputed(
        [s for s in context.said.get(number, []) if _covers(context.text, s, trigger, verbal=verbal)]
    )
    trace, carried_on = "attribution", not covering
    if carried_on:
        covering, trace = _carried_to(trigger, context)
    covering = sorted(covering, key=lambda s: (_length(s), s.rank, s.attribution.content.span[0]))
    links: list[Speaker] = []
    for one in covering:
        told = _as_told(one)
        for speaker in (told, *one.voice.via):
            if not one.voice.is_publisher and not any(_same(speaker, known) for known in links):
                links.append(speaker)
    own = next((s for s in covering if s.voice.is_publisher), None)
    publisher = (
        context.publisher.model_copy(update={"stance": own.stance, "cue": own.attribution.cue})
        if own
        else context.publisher
    )
    chain = [link for link in links if not _same(link, publisher)] + [publisher]
    hedge = _hedge(claim_span, trigger, context)
    if hedge is not None:
        chain[0] = chain[0].model_copy(update={"hedge": hedge})
    return Chain(tuple(chain), trace, carried_on) if len(chain) > 1 else Chain(tuple(chain), "outlet")


def _covers(text: str, said: Said, trigger: Span, *, verbal: bool) -> bool:
    """Whether the trigger stands in what was said, or is itself the verb of saying ('denied', 'threatened')."""
    start, end = said.attribution.content.span
    cue = said.attribution.cue
    is_cue = cue is not None and cue.span[0] <= trigger[0] < cue.span[1]
    if is_cue and verbal and said.stance == "asserts":
        return False
    if cue is not None and said.stance == "denies" and is_over(text[cue.span[1] : trigger[0]], verbal=verbal):
        return False
    return said.links and (start <= trigger[0] < end or (is_cue and said.kind in ("speech", "told", "thing")))


def _undisputed(covering: list[Said]) -> list[Said]:
    """Without the claim that a denial quotes: in 'denied the army's claim that C' the army is not heard."""
    kept = []
    for one in covering:
        cue = one.attribution.cue
        quoted = (
            one.kind == "noun"
            and cue is not None
            and any(o is not one and o.stance in ("denies", "cannot_confirm") and _inside(cue, o) for o in covering)
        )
        if not quoted:
            kept.append(one)
    return kept


def _inside(cue: Mention, said: Said) -> bool:
    start, end = said.attribution.content.span
    return start <= cue.span[0] < end


def _carried_to(trigger: Span, context: ChainContext) -> tuple[list[Said], str]:
    if not context.sentences:
        return [], "outlet"
    found = context.running[context.parser.number_at(trigger[0])]
    return ([found[0]], f"attribution carried on: {found[1]}") if found else ([], "outlet")


def _length(said: Said) -> int:
    start, end = said.attribution.content.span
    return end - start


def _as_told(said: Said) -> Speaker:
    return said.voice.speaker.model_copy(update={"cue": said.attribution.cue, "stance": said.stance})


def _same(one: Speaker, other: Speaker) -> bool:
    return folded(one.text) == folded(other.text) or (one.id is not None and one.id == other.id)


def _hedge(claim_span: Span, trigger: Span, context: ChainContext) -> Mention | None:
    """What weakens the claim: a word near its trigger, or a report without a source ('it was reported that')."""
    number = context.parser.number_at(trigger[0])
    sentence = context.sentences[number] if context.sentences else claim_span
    near = hedge_near(context.text, sentence, trigger)
    if near is not None:
        return near
    for one in context.sourceless.get(number, []):
        start, end = one.content.span
        if one.cue is not None and start <= trigger[0] < end and is_hearsay(one.cue.text):
            return one.cue
    return None
