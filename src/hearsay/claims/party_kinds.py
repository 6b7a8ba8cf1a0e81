"""One party read: by a name, by its country, by what it owns or by its noun.

Each function takes the article's text, the party's core words and the context, and gives a Party or None where its
kind of words is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hearsay.actors import Actor, NounKind, branch_of, noun_kind
from hearsay.actors.names import Word, key_of, split_words
from hearsay.actors.people import ARMED, is_word, noun_at_end, phrase_words
from hearsay.claims.party_context import PartyContext
from hearsay.claims.party_forces import of_actor, of_force, of_government, of_noun, party
from hearsay.claims.party_names import Named
from hearsay.places.countries import country_named, country_of_capital, country_of_demonym
from hearsay.records import Party, PartyKind, Span

_GROUPS = ("rebel_group", "political_militia", "identity_militia")
_PARTICLES = frozenset("de del la las los da dos van von bin ibn ben abu al el of the for and alias".split())
_MACHINES = frozenset({"aircraft", "ship", "ammunition"})
_GUNS = frozenset({"artillery", "artillery system", "position", "bulldozer", "tank"})
_OWNED = re.compile(r"\W{0,3}(?:belonging to|of|owned by|held by|used by) (?:the )?")
_MEMBER = re.compile(
    r"\W{0,3}(?:belonging to|of|from|loyal to|affiliated (?:to|with)|working (?:for|with)) (?:the )?"
    r"(?:[\w’'‘-]{1,30} ){0,4}?(?:(?:of|belonging to) )?(?:the )?"
)
_FAR = 800
_NEXT = 24


def by_reduction(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """ "The group", "its fighters": the armed group last spoken of, under these words."""
    if " ".join(word.key for word in words) not in phrase_words("reductions"):
        return None
    told = [p for p in reversed(context.previous) if p.kind in _GROUPS]
    one = next((p for p in told if p.name is not None), None)
    if one is None:
        for named in context.named_before(core[0], _FAR):
            if named.actor is not None and named.actor.kind in _GROUPS:
                return of_actor(text, core, named.actor, context)
        one = told[0] if told else None
    if one is not None:
        update = {"text": text[core[0] : core[1]], "span": core, "label": None, "sponsors": ()}
        return one.model_copy(update=update)
    return None


def by_other_side(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """ "The enemy", "the invaders", seen from the speaker's side: a country's forces, or the group told of before."""
    if not {words[0].key, words[-1].key} & phrase_words("other_side"):
        return None
    own = context.speaker.country if context.speaker is not None else context.here
    others = [code for code in context.armies if code != own]
    told = (one.actor for one in context.named_before(core[0], _FAR) if one.actor is not None)
    group = next((actor for actor in told if actor.kind in _GROUPS), None)
    if group is not None and not set(others) & set(context.armies_before(core[0])):
        return of_actor(text, core, group, context)
    if not others:
        return party(text, core, "unknown", "asserted")
    return of_force(text, core, others[0], branch_of(text[core[0] : core[1]]) or "forces", context)


def by_name(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A party by a name in the registry or of the article's own giving, trimmed to the name."""
    named = [one for one in context.named_in(core) if not _is_modifier(text, one, core)]
    if not named:
        return None
    one = named[-1] if _is_part_of(named[-1].actor, named[0].actor) else named[0]
    actor = one.actor
    country = actor.country if actor else None
    rest = [word for word in words if word.start >= one.span[1]]
    before = {word.key for word in words if word.end <= one.span[0]}
    noun = _noun_after(text, one, core) if rest else None
    if actor is not None and actor.kind == "government" and country is not None and rest and _is_force(noun):
        branch = branch_of(text[rest[0].start : core[1]])
        if branch is not None:
            return of_force(text, core, country, branch, context)
    armed = actor is None or actor.kind in ARMED
    if armed and before & phrase_words("former"):
        return party(text, core, "civilians", "inferred")
    if noun is not None and not noun.weak and _stands_for_itself(noun, actor):
        return of_noun(text, core, noun, country)
    if actor is None:
        return party(text, one.span, kind_of_name(one.name), "named", name=one.name)
    return of_actor(text, one.span, actor, context)


def by_country(
    text: str, core: Span, words: Sequence[Word], context: PartyContext, borrowed: Span | None, *, shared: bool
) -> Party | None:
    """A country's forces or people: "Russian aircraft", "Sudan's army", a bare country in war.

    ``borrowed`` is the head of the list's last member for one that is only a people's name; ``shared`` marks that last
    member, which is trimmed as the others are.
    """
    found = _country_word(text, words, context)
    if found is None:
        return None
    code, at = found
    whole = text[core[0] : core[1]]
    if len(words) == at + 1 and borrowed is None:
        if country_named(whole) or country_of_capital(whole):
            make = of_force(text, core, code, "forces", context) if context.armed else None
            return make or of_government(text, core, code, context)
        if context.armed and _is_of_forces(text, core[1]):
            return of_force(text, core, code, "forces", context)
        many = words[-1].key.endswith("s")
        return party(text, core, "civilians" if many else "unknown", "inferred", country=code)
    head = text[borrowed[0] : borrowed[1]] if borrowed is not None else whole
    noun, branch = noun_kind(head), branch_of(head)
    if branch is not None and _is_force(noun):
        span = (words[0].start, words[at].end) if borrowed is not None or shared else core
        return of_force(text, span, code, branch, context)
    return of_noun(text, core, noun, code) if noun is not None else None


def _is_of_forces(text: str, end: int) -> bool:
    """What follows is a deed that takes an air force or an army."""
    after = split_words(text, end, min(len(text), end + _NEXT))
    return bool(after) and text[end : after[0].start] == " " and after[0].key in phrase_words("of_forces")


def by_owner(text: str, part: Span, core: Span, context: PartyContext) -> Party | None:
    """Somebody armed, named after his things or members: "a depot belonging to the Front", "a courier of the Front"."""
    owners = context.named_in((core[1], part[1]))
    noun = noun_kind(text[core[0] : core[1]])
    if not owners or owners[0].actor is None or owners[0].actor.kind not in ARMED or noun is None:
        machine = noun is not None and noun.object_class in _MACHINES
        return _of_a_state(text, part, core, context) if machine else None
    link = _OWNED if noun.kind == "object" else _MEMBER
    telling = noun.kind in ("object", "organisation") or noun.weak or noun.basis == "asserted"
    if not telling or link.fullmatch(text, core[1], owners[0].span[0]) is None:
        return None
    return of_actor(text, owners[0].span, owners[0].actor, context)


def _of_a_state(text: str, part: Span, core: Span, context: PartyContext) -> Party | None:
    """ "Warplanes of the Syrian regime": that country's air force, under its owner's words."""
    owned = _OWNED.match(text, core[1], part[1])
    words = [word for word in split_words(text, owned.end(), part[1]) if not word.silent] if owned is not None else []
    found = _country_word(text, words, context) if words else None
    branch = branch_of(text[core[0] : core[1]])
    if found is None or branch is None:
        return None
    return of_force(text, (words[0].start, words[-1].end), found[0], branch, context)


def by_noun(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A party by a noun of the codebook alone: "soldiers", "armed men", "a school"."""
    whole = text[core[0] : core[1]]
    noun = noun_kind(whole)
    if noun is None or (noun.basis == "registry" and noun_at_end(words) is None):
        return None
    if noun.kind in ("organisation", "unknown") and len(words) > 1 and _is_title(text, words) and not context.shouting:
        return None  # "Vareth Liberation Front": the whole is a name
    if noun.kind == "object":
        owner = [word for word in words if word.end <= core[0] + noun.span[0]]
        plain = noun_at_end(owner) if owner else None
        if plain is not None and plain.kind in ARMED:  # "army positions" are the army's
            its = by_noun(text, (owner[0].start, owner[-1].end), owner, context)
            return its.model_copy(update={"text": whole, "span": core}) if its is not None else None
        return of_noun(text, core, noun)
    if noun.kind != "state_forces":
        return of_noun(text, core, noun)
    country, branch = _whose(text, core, context), branch_of(whole)
    if country is None or branch is None or set(noun.noun.split()) & phrase_words("untold"):
        return of_noun(text, core, noun, country)
    return of_force(text, core, country, branch, context)


def by_proper_name(text: str, core: Span, words: Sequence[Word], context: PartyContext) -> Party | None:
    """A name that nobody knows: an armed group by its words, else a person; a place's name is no party."""
    telling = [text[word.start : word.end] for word in words if word.key not in _PARTICLES]
    if not telling or not all(one[0].isupper() for one in telling) or words[-1].key in phrase_words("place_names"):
        return None
    if context.is_place(core) or (context.shouting and all(is_word(one) for one in telling)):
        return None
    whole = text[core[0] : core[1]]
    kind = kind_of_name(whole)
    if kind != "unknown":
        return party(text, core, kind, "named", name=whole)
    named_after = any(mark in whole for mark in ("'s ", "’s "))
    if 2 <= len(telling) <= 5 and not named_after and not (context.shouting and is_word(telling[-1])):
        return party(text, core, "person", "inferred")
    return None if context.shouting else party(text, core, "unknown", "inferred")


def kind_of_name(name: str) -> PartyKind:
    """The kind of an organisation that no registry knows, by the words of its name; unknown where they do not tell."""
    keys = [word.key for word in split_words(name)]
    pairs = {" ".join(pair) for pair in pairwise(keys)}
    if (pairs | set(keys)) & phrase_words("state_names"):
        return "state_forces"
    if set(keys) & phrase_words("armed_names"):
        return "rebel_group"
    noun = noun_kind(name)
    told = noun is not None and not noun.weak and noun.kind in (*ARMED, "organisation", "government")
    return noun.kind if noun is not None and told else "unknown"


def _is_title(text: str, words: Sequence[Word]) -> bool:
    """Every telling word begins with a capital."""
    return all(text[word.start].isupper() for word in words if word.key not in _PARTICLES)


def is_people(words: str) -> bool:
    """A people or a country and nothing else ("Iran", "Russian")."""
    return bool(words) and (country_of_demonym(words) or country_named(words)) is not None


def shares_its_head(words: str) -> bool:
    """An adjective of a people followed by what it qualifies ("Syrian air forces")."""
    first, _, rest = words.partition(" ")
    return bool(rest) and country_of_demonym(first) is not None and country_named(first) is None


def _noun_after(text: str, one: Named, core: Span) -> NounKind | None:
    noun = noun_kind(text[one.span[0] : core[1]])
    return None if noun is None or (noun.basis == "registry" and noun.span[1] <= one.span[1] - one.span[0]) else noun


def _stands_for_itself(noun: NounKind, actor: Actor | None) -> bool:
    """Whether the noun behind a name, not the name's bearer, is the party: "Maoist sympathisers", "army officials"."""
    if noun.kind in ("civilians", "protesters", "rioters"):
        return True
    if noun.kind == "object":
        return actor is not None and actor.kind not in ARMED
    return noun.kind == "government" and (actor is None or actor.kind == "state_forces")


def _is_modifier(text: str, one: Named, core: Span) -> bool:
    after = text[one.span[1] : core[1]].replace("‑", "-")
    before = text[max(core[0], one.span[0] - 8) : one.span[0]].lower()
    linked = after.startswith("-") and key_of(after[1:].split(" ")[0]) in phrase_words("not_itself")
    return linked or before.endswith(("anti-", "pro-", "anti ", "counter-"))


def _is_part_of(inner: Actor | None, outer: Actor | None) -> bool:
    return inner is not None and outer is not None and inner.part_of == outer.id


def _is_force(noun: NounKind | None) -> bool:
    if noun is None or noun.object_class in _MACHINES or noun.noun in _GUNS:
        return True
    return noun.kind in ("state_forces", "external_forces") or (noun.weak and noun.kind == "unknown")


def _country_word(text: str, words: Sequence[Word], context: PartyContext) -> tuple[str, int] | None:
    """The country named in the phrase and the index of the (last) word that names it."""
    for k, word in enumerate(words):
        pair = text[word.start : words[k + 1].end] if k + 1 < len(words) else ""
        for written, last in ((pair, k + 1), (text[word.start : word.end], k)):
            if not written or not written[0].isupper():
                continue
            code = country_of_demonym(written) or country_named(written)
            if code is None and len(words) == last + 1 - k and not context.shouting:
                code = country_of_capital(written)
            if code is not None and not (context.shouting and len(written) <= 3 and is_word(written)):
                return code, last
    return None


def _whose(text: str, core: Span, context: PartyContext) -> str | None:
    """Whose "army" or "soldiers" these are.

    The speaker's for "our", where the article is about his country (an agency's is seldom); else the event's country's,
    unless the article has named other forces and none of that one.
    """
    ours = text[max(0, core[0] - 4) : core[0] + 4].lower()
    speaker = context.speaker.country if context.speaker is not None else None
    if "our " in ours and speaker in context.theatre:
        return speaker
    told = context.armies_before(core[0])
    if text[core[0] : core[1]].lower().startswith("government") or context.here in context.armies or not told:
        return context.here
    return told[0]
