"""Parties: who did it and to whom it was done, from the noun phrase that the reading marked.

A list is split, each party trimmed to its own words and named neutrally: from the registry, from the article's own
short forms, or as a country's forces. What the speaker asserts ("terrorists") stays an assertion and a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors import Actor, NounKind, branch_of, noun_kind, state_force
from hearsay.actors.forces import is_at_home
from hearsay.actors.names import Word, is_shouting, key_of, split_words
from hearsay.actors.people import ARMED, is_word, noun_at_end, phrase_words
from hearsay.claims.party_context import Named, PartyContext, build_context
from hearsay.claims.party_phrases import core_of, is_suspected, label_in, parts_of, sponsors_in, verb_label
from hearsay.places.countries import country_name, country_named, country_of_capital, country_of_demonym
from hearsay.records import KindBasis, Party, PartyKind, Span

__all__ = ["PartyContext", "build_context", "read_parties"]

_PRONOUNS = frozenset("they them he him she her it who which".split())
_NOBODY = frozenset("we us i me you this that these those one ones what".split())
_REDUCTIONS = frozenset("group movement organisation organization militia front faction gang cartel".split())
_OTHER_SIDE = frozenset("enemy invader invaders occupier occupiers aggressor aggressors foe adversary".split())
# Behind a name, these make the phrase another party's: "Hamas-run ministry", "IS-linked gunmen".
_NOT_ITSELF = (
    "-run",
    "-controlled",
    "-held",
    "-linked",
    "-affiliated",
    "-allied",
    "-aligned",
    "-led",
    "-backed",
    "-sponsored",
    "-supported",
    "-inspired",
)
_STATE_WORDS = frozenset(
    "police gendarmerie guard reserve rifles marines paratroopers carabineros task rangers".split()
)
_ARMED_WORDS = frozenset(
    "front army brigade brigades battalion liberation militia guerrilla guerrillas resistance jihad mujahideen commandos fighters column frente ejercito".split()
)
# State forces whose branch a bare word does not tell: no name is given.
_UNTOLD = (
    "security",
    "sf",
    "team",
    "squad",
    "patrol",
    "party",
    "paramilitary",
    "contingent",
    "personnel",
    "officer",
    "guard",
    "spo",
    "levies",
)
_MILITARY = frozenset({"forces", "army", "air", "navy", "guard", "intelligence"})
_PARTICLES = frozenset("de del la las los da dos van von bin ibn ben abu al el of the for and alias".split())
_NO_PERSON = frozenset(
    "operation act treaty agreement day resolution article law plan project hurricane typhoon".split()
)
_FAR = 800


def read_parties(text: str, span: Span, context: PartyContext) -> tuple[Party, ...]:
    """The parties that ``text[span]`` names, in order; none where it names none (a thing said, an event, a place)."""
    named = context.named_in(span)
    parts = list(parts_of(text, span, named))
    heads = [core_of(text, part, named) for part, _ in parts]
    listed = any(joint.startswith(("and", ", and", "&")) or joint.endswith(("and", "by")) for _, joint in parts)
    found: list[Party] = []
    for k, (part, joint) in enumerate(parts):
        if found and joint == "," and not listed and found[-1].kind != "object":
            found[-1] = _explained(found[-1], text, heads[k])  # an apposition
            continue
        borrowed = heads[-1] if k + 1 < len(parts) and _bare_people(text, heads[k]) else None
        alone = any(_bare_people(text, head) for head in heads[:-1]) and k + 1 == len(parts)
        party = _read(text, part, heads[k], context, borrowed, alone=alone)
        if party is None or (joint.endswith("by") and party.kind == "object"):
            continue
        if joint.endswith("by") and _bare_people(text, heads[k]):
            continue  # a sponsor, not one who took part
        if all(party.span != one.span for one in found):
            found.append(party)
    return tuple(found)


def _explained(party: Party, text: str, core: Span) -> Party:
    """A person takes the kind of an apposition: "Ivan Orlenko, the mayor"."""
    noun = noun_kind(text[core[0] : core[1]]) if core[0] < core[1] else None
    if party.kind not in ("person", "unknown") or noun is None or noun.kind in ("object", "unknown", "organisation"):
        return party
    return party.model_copy(update={"kind": noun.kind, "kind_basis": noun.basis, "groups": noun.groups})


def _bare_people(text: str, span: Span) -> bool:
    """A people, country or capital and nothing else ("Russian" of "the Russian and Syrian air forces")."""
    words = text[span[0] : span[1]]
    return bool(words) and (country_of_demonym(words) or country_named(words)) is not None


def _read(
    text: str, part: Span, core: Span, context: PartyContext, borrowed: Span | None, *, alone: bool
) -> Party | None:
    """The one party of a list's member; ``borrowed`` is the head it shares with the last ("and Syrian air forces")."""
    words = [word for word in split_words(text, *core) if not word.silent]
    if not words:
        return None
    if key_of(text[part[0] : part[1]]).startswith("those "):
        return _party(text, part, "unknown", "asserted")
    whole = key_of(text[core[0] : core[1]])
    if whole in _NOBODY:
        return None
    if whole in _PRONOUNS:
        return _again(text, core, context.previous[-1]) if context.previous else None
    party = (
        _reduction(text, core, words, context)
        or _other_side(text, core, words, context)
        or _of_name(text, core, words, context)
        or _of_country(text, core, words, context, borrowed, alone=alone)
        or _of_owner(text, part, core, context)
        or _of_noun(text, core, words, context)
        or _of_proper(text, core, words, context)
    )
    if party is None:
        return None
    return party.model_copy(
        update={
            "certainty": "suspected" if is_suspected(text, part) else "stated",
            "sponsors": sponsors_in(text, part, context.named),
            "label": label_in(text, part) or verb_label(text, part[1]),
        }
    )


def _reduction(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """ "The group", "its fighters": the armed group last spoken of."""
    whole = key_of(text[core[0] : core[1]])
    if whole not in _REDUCTIONS and not (
        len(words) == 2 and text[core[0] : core[1]].lower() in ("its fighters", "its forces", "its men")
    ):
        return None
    for party in reversed(context.previous):
        if party.kind in ARMED and party.kind != "state_forces":
            return _again(text, core, party)
    for one in reversed([n for n in context.named if core[0] - _FAR <= n.span[0] < core[0]]):
        if one.actor is not None and one.actor.kind in ("rebel_group", "political_militia", "identity_militia"):
            return _actor(text, core, one.actor, context)
    return None


def _again(text: str, core: Span, party: Party) -> Party:
    start, end = core
    return party.model_copy(update={"text": text[start:end], "span": core, "label": None, "sponsors": ()})


def _other_side(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """ "The enemy", "the invaders": the forces of the other country in the article, seen from the speaker's."""
    if words[-1].key not in _OTHER_SIDE and words[0].key not in _OTHER_SIDE:
        return None
    own = context.speaker.country if context.speaker is not None else context.here
    others = [code for code in context.armies if code != own]
    if not others:
        return _party(text, core, "unknown", "asserted")
    return _force(text, core, others[0], branch_of(text[core[0] : core[1]]) or "forces", context)


def _of_name(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A party by a name in the registry or of the article's own giving."""
    named = [one for one in context.named_in(core) if not _is_modifier(text, one, core)]
    if not named:
        return None
    one = named[-1] if len(named) > 1 and _is_part_of(named[-1].actor, named[0].actor) else named[0]
    rest = [word for word in words if word.start >= one.span[1]]
    before = {word.key for word in words if word.end <= one.span[0]}
    noun = noun_kind(text[one.span[0] : core[1]]) if rest else None
    if noun is not None and noun.span == (0, 0):
        noun = None
    armed = one.actor is None or one.actor.kind in ARMED
    if one.actor is not None and one.actor.kind == "government" and one.actor.country and rest and _is_force(noun):
        branch = branch_of(text[rest[0].start : core[1]])
        if branch is not None:
            return _force(text, core, one.actor.country, branch, context)
    if before & phrase_words("former") and armed:
        return _party(text, core, "civilians", "inferred")
    if noun is not None and rest and not noun.weak:
        if noun.kind in ("civilians", "protesters", "rioters") or (noun.kind == "object" and not armed):
            return _table_party(text, core, noun, one.actor.country if one.actor else None)
        if noun.kind == "government" and (one.actor is None or one.actor.kind == "state_forces"):
            return _table_party(text, core, noun, one.actor.country if one.actor else None)
    if one.actor is None:
        known = noun_kind(one.name)
        kind = (
            known.kind
            if known is not None and known.kind in (*ARMED, "organisation", "government") and not known.weak
            else _kind_of_name(one.name)
        )
        return _party(text, one.span, kind, "named", name=one.name)
    return _actor(text, one.span, one.actor, context)


def _is_modifier(text: str, one: Named, core: Span) -> bool:
    after = text[one.span[1] : core[1]].lower().replace("‑", "-")
    before = text[max(core[0], one.span[0] - 5) : one.span[0]].lower()
    return after.startswith(_NOT_ITSELF) or before.endswith(("anti-", "pro-", "anti ", "counter-"))


def _is_part_of(inner: Actor | None, outer: Actor | None) -> bool:
    return inner is not None and outer is not None and inner.part_of == outer.id


def _of_country(
    text: str, core: Span, words: Sequence[Word], context: PartyContext, borrowed: Span | None, *, alone: bool
) -> Party | None:
    """A country's forces: "Russian aircraft", "Sudan's army", "Russian" with a shared head, a bare country in war."""
    found = _country_word(text, words)
    if found is None:
        return None
    code, at = found
    whole = text[core[0] : core[1]]
    head = text[borrowed[0] : borrowed[1]] if borrowed is not None else whole
    noun = noun_kind(head)
    branch = branch_of(head)
    if len(words) == at + 1 and borrowed is None:
        if country_named(whole) or country_of_capital(whole):
            if context.armed:
                return _force(text, core, code, "forces", context)
            return _party(text, core, "government", "named", name=f"Government of {country_name(code)}", country=code)
        return _party(text, core, "civilians", "inferred", country=code) if words[-1].key.endswith("s") else None
    if branch is not None and _is_force(noun):
        span = (words[0].start, words[at].end) if borrowed is not None or alone else core
        return _force(text, span, code, branch, context)
    return _table_party(text, core, noun, code) if noun is not None else None


def _is_force(noun: NounKind | None) -> bool:
    if noun is None:
        return True
    if noun.object_class in ("aircraft", "ship", "ammunition") or noun.noun in (
        "artillery",
        "artillery system",
        "position",
        "bulldozer",
        "tank",
    ):
        return True
    return noun.kind in ("state_forces", "external_forces") or (noun.weak and noun.kind == "unknown")


def _country_word(text: str, words: Sequence[Word]) -> tuple[str, int] | None:
    """The country named in the phrase and the index of the (last) word that names it."""
    for k, word in enumerate(words):
        pair = text[word.start : words[k + 1].end] if k + 1 < len(words) else ""
        one = text[word.start : word.end]
        for written, last in ((pair, k + 1), (one, k)):
            if written and written[0].isupper() and len(written) < 40:
                code = country_of_demonym(written) or country_named(written)
                if code is None and len(words) == last + 1 - k and not is_shouting(text):
                    code = country_of_capital(written)
                if code is not None and not (len(written) <= 3 and is_shouting(text) and is_word(written)):
                    return code, last
    return None


def _of_noun(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A party by a noun of the codebook alone: "soldiers", "armed men", "a school"."""
    whole = text[core[0] : core[1]]
    noun = noun_kind(whole)
    if noun is None or (noun.basis == "registry" and noun_at_end(words) is None):
        return None
    if noun.kind == "object":
        owner = [word for word in words if word.end <= core[0] + noun.span[0]]
        plain = noun_at_end(owner) if owner else None
        if plain is not None and plain.kind in ARMED and plain.kind != "object":
            own = (owner[0].start, owner[-1].end)
            return _of_noun(text, own, owner, context)
        return _table_party(text, core, noun, None)
    if noun.kind == "state_forces":
        country = _own_country(text, core, context)
        branch = branch_of(whole)
        untold = noun.noun.startswith(_UNTOLD) or noun.noun.endswith(("personnel", "team", "squad"))
        if country is not None and branch is not None and not untold:
            return _force(text, core, country, branch, context)
        return _party(text, core, noun.kind, noun.basis, country=country, groups=noun.groups)
    return _table_party(text, core, noun, None)


def _own_country(text: str, core: Span, context: PartyContext) -> str | None:
    """Whose "army" or "soldiers" these are: the speaker's for "our", else those of the event's country, where the
    article names no forces of it those it names most."""
    ours = text[max(0, core[0] - 4) : core[0] + 4].lower()
    if "our " in ours and context.speaker is not None and context.speaker.country is not None:
        return context.speaker.country
    if context.here in context.armies or not context.armies:
        return context.here
    return context.armies[0]


def _of_owner(text: str, part: Span, core: Span, context: PartyContext) -> Party | None:
    """Things that belong to somebody armed stand for him: "a depot belonging to …"."""
    if "belonging to" not in text[core[1] : part[1]]:
        return None
    owners = context.named_in((core[1], part[1]))
    return _actor(text, owners[0].span, owners[0].actor, context) if owners and owners[0].actor is not None else None


def _of_proper(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A name that nobody knows: an armed group by its words, else a person; a place's name is no party."""
    if context.is_place(core):
        return None
    shouting = is_shouting(text)
    whole = text[core[0] : core[1]]
    written = [text[word.start : word.end] for word in words if word.key not in _PARTICLES]
    if not written or not all(one[0].isupper() for one in written) or words[0].key in _NO_PERSON:
        return None
    if shouting and all(is_word(one) for one in written):
        return None
    kind = _kind_of_name(whole)
    if kind != "unknown":
        return _party(text, core, kind, "named", name=whole)
    if 2 <= len(written) <= 5 and not (shouting and is_word(written[-1])):
        return _party(text, core, "person", "inferred")
    return None if shouting else _party(text, core, "unknown", "inferred")


def _kind_of_name(name: str) -> PartyKind:
    """The kind of an organisation by the words of its name; unknown where they do not tell."""
    keys = {word.key for word in split_words(name)}
    if keys & _STATE_WORDS:
        return "state_forces"
    return "rebel_group" if keys & _ARMED_WORDS else "unknown"


def _actor(text: str, span: Span, actor: Actor, context: PartyContext) -> Party:
    kind = actor.kind
    if kind == "state_forces" and _goes_abroad(actor, context) and _abroad(actor.country, context):
        kind = "external_forces"
    return _party(text, span, kind, "registry", name=actor.name, id=actor.id, country=actor.country)


def _force(text: str, span: Span, country: str, branch: str, context: PartyContext) -> Party:
    force = state_force(country, branch, context.registry, context.year)
    kind: PartyKind = force.actor.kind if force.actor is not None else "state_forces"
    if kind == "state_forces" and branch in _MILITARY and _abroad(country, context):
        kind = "external_forces"
    return _party(
        text, span, kind, "named", name=force.name, id=force.actor.id if force.actor else None, country=country
    )


def _abroad(country: str | None, context: PartyContext) -> bool:
    """Whether a state's forces act outside it, by the event's country or, failing that, the article's.

    A country that only a place's look-up brought in does not make the article's own country a foreign power: the place
    is the likelier mistake.
    """
    here = context.here
    if country is None or here is None or is_at_home(country, here):
        return False
    return here in context.spoken or not context.theatre or country != context.theatre[0]


def _goes_abroad(actor: Actor, context: PartyContext) -> bool:
    """Armed forces do; police and home guards only where the registry has them."""
    whole: Actor | None = actor
    for _ in range(4):
        if whole is None or whole.branches:
            break
        whole = context.registry.actors.get(whole.part_of) if whole.part_of is not None else None
    military = whole is not None and bool(_MILITARY & set(whole.branches))
    return military or context.here in actor.active


def _table_party(text: str, core: Span, noun: NounKind, country: str | None) -> Party:
    return _party(
        text, core, noun.kind, noun.basis, country=country, groups=noun.groups, object_class=noun.object_class
    )


def _party(text: str, span: Span, kind: PartyKind, basis: KindBasis, **fields: object) -> Party:
    return Party.model_validate(
        {"text": text[span[0] : span[1]], "span": span, "kind": kind, "kind_basis": basis, **fields}
    )
