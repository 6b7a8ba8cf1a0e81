"""Parties: who did it and to whom it was done, from the noun phrase that the reading marked.

A list is split, each party trimmed to its own words and named neutrally: from the registry, from the article's own
short forms, or as a country's forces. What the speaker asserts ("terrorists") stays an assertion and a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.actors.names import Word, key_of, split_words
from hearsay.actors.people import ARMED, PERSONS, ends_phrase, phrase_words
from hearsay.claims import party_kinds as kinds
from hearsay.claims.party_context import PartyContext, build_context
from hearsay.claims.party_forces import party
from hearsay.claims.party_phrases import core_of, is_suspected, label_in, parts_of, sponsors_in, verb_label, with_dress
from hearsay.claims.party_pronouns import PRONOUNS, is_antecedent
from hearsay.codebook import word_list
from hearsay.records import Party, Span, mention

__all__ = ["PartyContext", "build_context", "is_pronoun", "read_parties"]

_LONGEST = 2000
"""Characters: no noun phrase is longer, and what is longer is looked at up to here."""
_APPOSITION = re.compile(
    r"(?: \(\d{1,3}\))?, (?:who (?:is|was) )?(?:(?:a|an|the|one|its|their) |(?=[‘'“\"]?[a-z])(?![a-z]+(?:ing|ed) ))"
    r"(?P<who>[^,.;:()\n]{3,80})"
)
_SUFFERED = re.compile(r"\b(?:by|against|former|formerly)\b", re.IGNORECASE)
_NOBODY = frozenset("we us i me you this that these those one ones what".split()) | word_list("grammar", "months")


def read_parties(text: str, span: Span, context: PartyContext) -> tuple[Party, ...]:
    """The parties that ``text[span]`` names, in order; none where it names none (a thing said, an event, a place).

    A pronoun gives the party it stands for, with that party's own words, where ``context.previous`` has one that fits.
    """
    span = (span[0], min(span[1], span[0] + _LONGEST))
    named = context.named_in(span)
    parts = list(parts_of(text, span, named))
    heads = [core_of(text, part, named) for part, _ in parts]
    listed = any(joint.startswith(("and", ", and", "&")) or joint.endswith(("and", "by")) for _, joint in parts)
    peoples = [kinds.is_people(text[head[0] : head[1]]) for head in heads]
    lending = bool(heads) and kinds.shares_its_head(text[heads[-1][0] : heads[-1][1]])
    found: list[Party] = []
    for k, ((part, joint), core) in enumerate(zip(parts, heads, strict=True)):
        if found and joint == "," and not listed and found[-1].kind != "object" and not peoples[0]:
            found[-1] = _explained(found[-1], text, core, context)
            continue
        if joint.endswith("by") and peoples[k]:
            if found:  # a sponsor, not one who took part
                found[-1] = found[-1].model_copy(update={"sponsors": (*found[-1].sponsors, mention(text, core))})
            continue
        last = k + 1 == len(parts)
        borrowed = heads[-1] if lending and peoples[k] and not last else None
        one = _read(text, part, core, context, borrowed, shared=lending and last and any(peoples[:-1]))
        if one is None or (joint.endswith("by") and one.kind == "object"):
            continue
        if all(one.span != other.span for other in found):
            found.append(_whole_thing(text, part, one) if one.span == core else one)
    if len(found) == 1:
        after = _APPOSITION.match(text, span[1])
        return (_explained(found[0], text, after.span("who"), context),) if after is not None else tuple(found)
    return tuple(found)


def _whole_thing(text: str, part: Span, one: Party) -> Party:
    """A building or vehicle with whose it is: "offices of the telephone company"; a town's is told by its name."""
    words = [word for word in split_words(text, one.span[0], part[1]) if not word.silent]
    after = next((k for k, word in enumerate(words) if word.start >= one.span[1]), len(words))
    thing = one.kind == "object" and after and words[after - 1].key not in word_list("grammar", "ground")
    if not thing or after == len(words) or words[after].key != "of":
        return one
    end = next(
        (k for k in range(after + 1, len(words)) if words[k].key != "of" and ends_phrase(words, k, text)), len(words)
    )
    end -= _SPELL.match(text, words[end - 1].start) is not None  # "the market of Fangak hours after"
    if end <= after + 1:
        return one
    last = words[end - 1].end
    last += bool(_UNCLOSED.search(text, one.span[0], last)) and text[last : last + 1] in (")", "]")
    return one.model_copy(update=dict(mention(text, (one.span[0], last))))


_SPELL = re.compile(r"(?:minutes|hours|days|weeks) (?:after|before|later|earlier)\b")
_UNCLOSED = re.compile(r"[(\[][^()\[\]]*\Z")


def is_pronoun(words: str) -> bool:
    """Whether they stand for somebody named elsewhere, or for nobody in particular."""
    return words.lower() in PRONOUNS | _NOBODY


def _explained(one: Party, text: str, core: Span, context: PartyContext) -> Party:
    """A person takes the kind of an apposition: "Ivan Orlenko, the mayor", "Sani Bello, a commander of the Front"."""
    if one.kind not in ("person", "unknown") or one.text[:1].islower():
        return one
    group = next((named for named in context.named_in(core) if named.actor is not None), None)
    its = group.actor if group is not None and _SUFFERED.search(text, core[0], group.span[0]) is None else None
    if its is not None and its.kind in ARMED and one.id is None:
        return one.model_copy(update={"kind": its.kind, "kind_basis": "registry", "country": its.country})
    noun = noun_kind(text[core[0] : core[1]]) if core[0] < core[1] else None
    if noun is None or noun.kind in ("object", "unknown", "organisation"):
        return one
    return one.model_copy(update={"kind": noun.kind, "kind_basis": noun.basis, "groups": noun.groups})


def _read(
    text: str, part: Span, core: Span, context: PartyContext, borrowed: Span | None, *, shared: bool
) -> Party | None:
    """The one party of a list's member (see :func:`hearsay.claims.party_kinds.by_country` for the last two)."""
    words = [word for word in split_words(text, *core) if not word.silent]
    if not words:
        return None
    if key_of(text[part[0] : part[1]]).startswith("those "):
        return party(text, part, "unknown", "asserted")
    whole = " ".join(word.key for word in words)
    acronym = whole == "us" and text[core[0] : core[1]] != "us" and not context.shouting
    if whole in _NOBODY and not acronym:
        return None
    if words[0].key in phrase_words("no_person") and text[words[-1].start].isupper():
        return _by_head(text, part, core, None, context)
    if whole in PRONOUNS:
        return _meant(whole, context.previous)
    found = _by_words(text, part, core, words, context, borrowed, shared=shared)
    found = _by_head(text, part, core, found, context)
    if found is None:
        return None
    if found.name is None and found.kind in PERSONS and found.span == core:
        found = found.model_copy(update=dict(mention(text, (core[0], with_dress(text, core[1])))))
    return found.model_copy(
        update={
            "certainty": "suspected" if is_suspected(text, part) else "stated",
            "sponsors": sponsors_in(text, part, context.named),
            "label": label_in(text, part) or verb_label(text, part[1]),
        }
    )


def _by_words(
    text: str,
    part: Span,
    core: Span,
    words: Sequence[Word],
    context: PartyContext,
    borrowed: Span | None,
    *,
    shared: bool,
) -> Party | None:
    """The first reading that fits, the surest first."""
    people = kinds.by_country(text, core, words, context, borrowed, shared=shared) if borrowed or shared else None
    return (
        people
        or kinds.by_reduction(text, core, words, context)
        or kinds.by_other_side(text, core, words, context)
        or kinds.by_name(text, core, words, context)
        or kinds.by_country(text, core, words, context, borrowed, shared=shared)
        or kinds.by_owner(text, part, core, context)
        or kinds.by_noun(text, core, words, context)
        or kinds.by_proper_name(text, core, words, context)
    )


def _by_head(text: str, part: Span, core: Span, found: Party | None, context: PartyContext) -> Party | None:
    """The party under what stands before its "of", where that says more of its kind.

    "Troops of Operation Sabre" are troops (not those of the Caliphate); "dissidents of the former Front" bear arms, "a
    former member of the Front" does not.
    """
    before = [word for word in split_words(text, part[0], core[0]) if not word.silent]
    last = max((k for k, word in enumerate(before) if word.key == "of"), default=0)
    head = [word for word in before[:last] if word.key not in phrase_words("before")]
    if not head:
        return found
    noun = noun_kind(text[head[0].start : head[-1].end])
    unit = found is not None and found.kind_basis != "registry" and _is_unit(found.name or found.text)
    told = found is None or noun is None or unit or (found.kind in _NO_FORCE and noun.kind != "state_forces")
    if noun is not None and noun.kind in ARMED and not noun.weak and told:
        one = kinds.by_noun(text, (head[0].start, head[-1].end), head, context)
        if one is not None and unit and found is not None and found.name is not None:  # whose it is is not known
            one = one.model_copy(update={"id": None, "name": found.name, "country": None})
        return one.model_copy(update=dict(mention(text, (head[0].start, core[1])))) if one is not None else found
    if found is not None and found.kind in ARMED and {word.key for word in head} & phrase_words("former"):
        return party(text, (head[0].start, core[1]), "civilians", "inferred")
    return found


def _is_unit(name: str) -> bool:
    """A brigade or division of nobody in particular."""
    noun = noun_kind(name)
    return noun is not None and noun.weak and noun.kind == "unknown"


_NO_FORCE = frozenset({"unknown", "organisation", "civilians", "person"})


def _meant(pronoun: str, previous: Sequence[Party]) -> Party | None:
    """The party last spoken of that the pronoun fits."""
    return next((one for one in reversed(previous) if is_antecedent(pronoun, one)), None)
