"""What a noun phrase says of those it names: "armoured vehicles" are objects, "women cadres" rebels and women.

The longest ending of the phrase that ``codebook/people.toml`` knows decides; a weak noun ("officer", "fighters") takes
the kind of the words before it, names in the registry first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import cast

from hearsay.actors.names import Word, key_of, split_words
from hearsay.actors.resolution import Registry
from hearsay.codebook import table
from hearsay.codebook.english import lemmas_of
from hearsay.places.countries import country_of_demonym
from hearsay.records import Group, KindBasis, ObjectClass, PartyKind

ARMED: frozenset[PartyKind] = frozenset(
    {"state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces"}
)
PERSONS: frozenset[PartyKind] = ARMED | {"civilians", "person", "unknown", "protesters", "rioters", "government"}
_LONGEST_NOUN = 4
_LONGEST_NAME = 8
_LONGEST_PHRASE = 400
"""Characters: a noun phrase is no longer, and what is longer is looked at up to here."""
# A phrase ends where its post-modifiers begin; "of" is looked through where the word before it only measures.
_CUT = frozenset(
    "in at from with who whom whose which that near on by belonging including inside outside along during while "
    "after when to for as under against carrying wearing travelling traveling aged riding driving operating "
    "stationed deployed positioned posted engaged into around among between were was had has have is are being "
    "using loyal making advancing calling claiming trying attempting seeking through over across alias".split()
)
# Adjectives as well as participles: they end a phrase only before these.
_CUT_BEFORE = {
    word: frozenset("with by as in at to for on".split())
    for word in (
        "armed equipped led identified named known killed wounded injured working present fighting captured backed said"
    ).split()
}
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "thieves": "thief",
    "people": "people",
}


@dataclass(frozen=True, slots=True)
class NounKind:
    """What a noun says. ``span`` is the noun's place in the phrase that was asked about."""

    noun: str
    """As the codebook has it, in the singular."""
    kind: PartyKind
    groups: tuple[Group, ...] = ()
    object_class: ObjectClass | None = None
    basis: KindBasis = "inferred"
    weak: bool = False
    span: tuple[int, int] = (0, 0)


@cache
def _nouns() -> dict[str, NounKind]:
    found: dict[str, NounKind] = {}
    for entry in table("people")["class"]:
        for word in entry["words"]:
            kind = NounKind(
                noun=word,
                kind=entry["kind"],
                groups=tuple(entry.get("groups", ())),
                object_class=entry.get("object_class"),
                basis=entry.get("basis", "inferred"),
                weak=entry.get("weak", False),
            )
            found.setdefault(key_of(word), kind)
    return found


@cache
def _deciding() -> dict[str, PartyKind]:
    pairs = table("people")["phrases"]["deciding"].items()
    return {key_of(word): cast("PartyKind", kind) for kind, words in pairs for word in words}


@cache
def phrase_words(name: str) -> frozenset[str]:
    """A word list of ``[phrases]`` in the codebook ("transparent", "former", "unnamed", "neutral"), folded."""
    return frozenset(key_of(word) for word in table("people")["phrases"][name])


def singulars(word: str) -> Iterator[str]:
    """The folded word itself and what it may be the plural of."""
    yield word
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    elif word.endswith("men"):
        yield f"{word[:-3]}man"
    elif word.endswith("women"):
        yield f"{word[:-5]}woman"
    elif word.endswith("children"):
        yield word[:-3]
    elif word.endswith("ies"):
        yield f"{word[:-3]}y"
        yield word[:-1]
    elif word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


def ends_phrase(words: Sequence[Word], k: int, text: str) -> bool:
    """Whether the phrase that ``words`` of ``text`` begin is over before word ``k``, a post-modifier.

    Behind a hyphen it is the end of one before the noun: "motorcycle-riding gunmen".
    """
    key = words[k].key
    if text[words[k].start - 1 : words[k].start] in ("-", "‑"):
        return False
    return key in _CUT or (k + 1 < len(words) and words[k + 1].key in _CUT_BEFORE.get(key, ()))


def is_word(word: str) -> bool:
    """Whether English has the word, so that in a text in capitals it is no proper name."""
    return bool(lemmas_of(word.lower()))


def noun_at_end(words: Sequence[Word]) -> NounKind | None:
    """The longest ending of ``words`` that the codebook knows as a noun, with its span; None where it knows none."""
    for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
        first = [word.key for word in words[-length:-1]]
        for last in singulars(words[-1].key):
            noun = _nouns().get(" ".join((*first, last)))
            if noun is not None:
                return replace(noun, span=(words[-length].start, words[-1].end))
    return None


@lru_cache(maxsize=8192)
def noun_kind(words: str) -> NounKind | None:
    """What the head noun of a phrase says of those it names; None for a phrase whose head is in no table.

    "CRPF personnel" → state_forces; "a group of Taliban fighters" → rebel_group; "women extremists" → rebel_group,
    women; "former Maoists" → civilians.
    """
    words = words[:_LONGEST_PHRASE]
    phrase = [word for word in split_words(words) if not word.silent]
    head = _head_words(phrase, words)
    noun = noun_at_end(head)
    names = _LONGEST_NAME
    while noun is None and len(head) > 1 and names > 0 and _is_name(words[head[-1].start : head[-1].end]):
        head = head[:-1]  # "policeman Ramesh Kumar": a name follows its noun
        names -= 1
        noun = noun_at_end(head)
    if noun is None:
        return _named_or_people(words, phrase, head)
    if words[noun.span[1] : noun.span[1] + 2] in ("'s", "’s"):
        return None  # "People's Morcha": the noun is another name's
    before = [word for word in head if word.end <= noun.span[0]]
    if noun.noun in phrase_words("bodies") and words[noun.span[0]].isupper() and not words[noun.span[0] :].isupper():
        return replace(noun, kind="organisation", object_class=None)
    found = _modified(noun, words, before)
    if found.kind in ("organisation", "unknown") and (measure := _measure(phrase, head, words)) is not None:
        return measure  # "cadres of the group" are cadres
    if found.noun in phrase_words("of_a_force") and (force := _force_of(phrase, head, words)) is not None:
        return replace(found, kind=force.kind, basis=force.basis)
    if found.kind in ("organisation", "unknown") and (short := _by_abbreviation(words)) is not None:
        return short
    return found


def _by_abbreviation(words: str) -> NounKind | None:
    """As in "Communist Party of Orland (CPO) cadres": the abbreviation stands for the name before it."""
    at = words.rfind("(")
    closed = words.find(")", at)
    if at <= 0 or closed < 0 or not words[closed + 1 :].strip():
        return None
    found = noun_kind(words[at + 1 : closed] + words[closed + 1 :])
    if found is None or found.kind not in ARMED:
        return None
    inner = closed - at - 1
    first, last = found.span
    return replace(found, span=(at + 1 + first + (first >= inner), at + 1 + last + (last > inner)))


def _is_name(word: str) -> bool:
    return word[0].isupper() and not (word.isupper() and is_word(word))


def _head_words(phrase: list[Word], text: str) -> list[Word]:
    """The words up to the first post-modifier, looking through "a group of …"."""
    start = 0
    for k, word in enumerate(phrase):
        if word.key == "of" and k > start:
            if any(one in phrase_words("transparent") for one in singulars(phrase[k - 1].key)) and k + 1 < len(phrase):
                start = k + 1
                continue
            return phrase[start:k]
        if k > start and ends_phrase(phrase, k, text):
            return phrase[start:k]
    return phrase[start:]


def _measure(phrase: list[Word], head: list[Word], words: str) -> NounKind | None:
    """What the words before "of" say, where they name somebody armed."""
    before = [word for word in phrase if word.end <= head[0].start and word.key != "of"]
    noun = noun_at_end(before)
    if noun is None:
        return None
    found = _modified(noun, words, [word for word in before if word.end <= noun.span[0]])
    return found if found.kind in ARMED else None


def _force_of(phrase: list[Word], head: list[Word], words: str) -> NounKind | None:
    """The force behind the "of" that follows the head."""
    after = [word for word in phrase if word.start >= head[-1].end]
    if len(after) < 2 or after[0].key != "of":
        return None
    found = noun_kind(words[after[1].start :])
    return found if found is not None and found.kind in ARMED else None


def _named_or_people(words: str, phrase: list[Word], head: list[Word]) -> NounKind | None:
    named = _registry_kind(words)
    if named is not None:
        return named
    last = (head or phrase)[-1:] if (head or phrase) else []
    if last and country_of_demonym(words[last[0].start : last[0].end]) and last[0].key.endswith("s"):
        return NounKind(last[0].key, "civilians", span=(last[0].start, last[0].end))
    return None


def _modified(noun: NounKind, words: str, before: list[Word]) -> NounKind:
    """The noun's kind under the words before it."""
    kind, basis, groups = noun.kind, noun.basis, noun.groups
    if noun.weak or noun.basis == "asserted":
        named = _registry_kind(words[before[0].start : before[-1].end]) if before else None
        if named is not None and named.kind != "organisation":
            kind, basis = named.kind, "registry"
        elif noun.weak:
            kind, basis = _decided(before, noun)
    elif (
        noun.noun in phrase_words("in_service") and before and _serves(words[before[0].start : before[-1].end], before)
    ):
        kind = "state_forces"
    elif noun.noun in phrase_words("in_membership") and before:
        named = _registry_kind(words[before[0].start : before[-1].end])
        if named is not None and named.kind in ARMED:
            kind, basis = named.kind, "registry"  # "a Maoist activist"
    if kind in PERSONS and noun.object_class is None:
        groups = _groups(before, noun)
    keys = {word.key for word in before}
    if keys & phrase_words("former") and (kind in ARMED or kind == "government"):
        kind, basis = "civilians", "inferred"
    elif keys & phrase_words("unnamed") and basis == "asserted":
        kind, basis = "unknown", "inferred"
    return replace(noun, kind=kind, basis=basis, groups=groups)


def _decided(before: list[Word], noun: NounKind) -> tuple[PartyKind, KindBasis]:
    """The kind that the nearest telling word before a weak noun gives it."""
    armed = noun.noun in phrase_words("bears_arms")
    for k in range(len(before) - 1, -1, -1):
        for length in (2, 1):
            if k + 1 < length:
                continue
            key = " ".join(word.key for word in before[k + 1 - length : k + 1])
            if key in _deciding():
                kind = _deciding()[key]
                if kind == "civilians" and armed:
                    return "identity_militia", "inferred"
                return kind, "asserted" if kind == "rebel_group" else "inferred"
        plain = noun_at_end(before[: k + 1])
        if plain is not None and plain.groups and noun.kind in ARMED:
            continue  # "women cadres": who they are, not what
        if plain is not None and plain.kind == "civilians" and armed:
            return "identity_militia", "inferred"  # "Druze fighters" (ACLED: armed round a religion, tribe or region)
        if plain is not None and not plain.weak and plain.kind in ARMED | {"government", "organisation", "civilians"}:
            return plain.kind, plain.basis
    return noun.kind, noun.basis


def _serves(words: str, before: list[Word]) -> bool:
    """Whether the word right before is the army's, the police's or a named state force ("police driver")."""
    named = Registry.load().search(words)
    if named and named[-1].span[1] == before[-1].end - before[0].start:
        return all(actor.kind == "state_forces" for actor in named[-1].candidates)
    return before[-1].key in ("police", "army", "military", "navy", "paramilitary")


def _groups(before: list[Word], noun: NounKind) -> tuple[Group, ...]:
    found: dict[Group, None] = {}
    for word in before:
        for one in singulars(word.key):
            known = _nouns().get(one)
            if known is not None and known.kind == "civilians":
                found.update(dict.fromkeys(known.groups))
    found.update(dict.fromkeys(noun.groups))
    return tuple(found)


def _registry_kind(words: str) -> NounKind | None:
    """The kind of the actors named in ``words`` where all of them agree on it."""
    matches = Registry.load().search(words)
    kinds = {actor.kind for match in matches[-1:] for actor in match.candidates}
    if len(kinds) != 1:
        return None
    return NounKind(words, kinds.pop(), basis="registry", span=matches[-1].span)
