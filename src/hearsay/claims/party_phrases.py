"""How a phrase that names parties is built: lists, what stands before and after a party, sponsors and loaded words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from hearsay.actors.names import Word, split_words
from hearsay.actors.people import ends_phrase, phrase_words, singulars
from hearsay.claims.party_names import Named
from hearsay.codebook import table
from hearsay.places.countries import country_named, country_of_capital, country_of_demonym
from hearsay.records import Label, Mention, Span, mention

_JOINED = r"(?:backed|supported|aided|assisted|accompanied|joined) by"
_BREAK = re.compile(
    rf"[;,]\s{{0,4}}(?:(?:and|or|plus|as well as|along with|together with|alongside)\s{{1,4}})?(?:{_JOINED}\s{{1,4}})?"
    rf"|\s{{1,4}}(?:and|&|as well as|along with|together with|alongside|{_JOINED})\s{{1,4}}",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r",?\s(?:including|among them|some of them|many of them|most of them|mostly|mainly)\b", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]{0,200}\)")
_PRONOUNS = frozenset("others other these those some".split())
_SUSPECTING = re.compile(
    r"\b(?:suspected|alleged(?:ly)?|presumed|presumably|purported(?:ly)?"
    r"|(?:believed|thought|said|understood) to be|apparent)\b",
    re.IGNORECASE,
)
_SPONSORED = re.compile(
    r"\b(?P<who>\w[\w.’']{0,30}(?:[- ]\w[\w.]{0,30})?)[-‑–\s](?:backed|sponsored|supported|funded|financed)\b",
    re.IGNORECASE,
)
_SPONSORED_BY = re.compile(
    r"\b(?:backed|sponsored|supported|funded|financed) by (?:the )?(?P<who>[^\W\d_][\w.]{0,30}(?: [A-Z][\w.]{0,30})?)"
)


def parts_of(text: str, span: Span, named: Sequence[Named]) -> Iterator[tuple[Span, str]]:
    """The members of a list of parties in order, each with the words that join it to what is before ("" for the first).

    Names are never split ("Army and Armed Forces" of a registry name), brackets are left out of the search.
    """
    start, end = span
    phrase = text[start:end]
    if (hit := _INCLUDING.search(phrase)) is not None and hit.start() > 0:
        phrase = phrase[: hit.start()]
    masked = _BRACKET.sub(lambda hit: "·" * len(hit[0]), phrase)
    at, joint = 0, ""
    for hit in _BREAK.finditer(masked):
        left, right = start + hit.start(), start + hit.end()
        inside = any(one.span[0] < right and left < one.span[1] for one in named)
        if inside or not masked[at : hit.start()].strip():
            continue
        yield (start + at, left), joint
        at, joint = hit.end(), hit[0].strip().lower()
    if masked[at:].strip():
        yield (start + at, start + len(masked)), joint


def core_of(text: str, span: Span, named: Sequence[Named]) -> Span:
    """The party within a member of a list, without counts, articles and "a group of" before and post-modifiers after.

    "a large number of terrorists" → terrorists; "units of the Syrian Arab Army" → Syrian Arab Army. Names stay whole.
    """
    words = [word for word in split_words(text, *span) if not word.silent]
    held = {
        k for k, word in enumerate(words) if any(one.span[0] <= word.start and word.end <= one.span[1] for one in named)
    }
    first, last = 0, len(words)
    for k in range(len(words)):
        if k in held:
            continue
        key = words[k].key
        named_before = any(first <= j < k for j in held)  # "Front fighters of the third column" are the Front's
        if key == "of" and k > first and k + 1 < len(words) and not named_before and _measures(words[k - 1].key):
            first = k + 1
        elif k > first and k + 2 < len(words) and _is_taken_for(words[k - 1 : k + 2]):
            first = k + 2  # "gunmen suspected to be bandits"
        elif (
            key in ("to", "or") and 0 < k < len(words) - 1 and words[k - 1].key.isdigit() and words[k + 1].key.isdigit()
        ):
            first = max(first, k + 1)  # "25 to 30 armed men"
        elif k > first and (key in ("of", "said", "who") or ends_phrase(words, k, text)):
            last = k
            break
    while first < last - 1 and first not in held and _goes_before(text, words, first):
        first += 1
    if first >= last or (
        last - first == 1 and first not in held and words[first].key in phrase_words("before") - _PRONOUNS
    ):
        return (span[0], span[0])
    start = _with_article(text, span[0], words[first].start)
    return (start, words[last - 1].end)


def _goes_before(text: str, words: Sequence[Word], k: int) -> bool:
    """A count or determiner; a number within a word ("16-year-old boy", "nine-storey building") is none."""
    if text[words[k].end : words[k + 1].start] in ("-", "‑") and words[k + 1].key not in phrase_words("before"):
        return False
    if words[k].key.isdigit():
        return words[k + 1].key != "year"
    return words[k].key in phrase_words("before")


_ARTICLE = re.compile(r"[Aa][Ll][-‑ ]|E[Ll] ")
"""The Arabic article, and the Spanish one of a name ("El Espectador")."""


def _with_article(text: str, lowest: int, start: int) -> int:
    begins = start - 3 == lowest or not text[start - 4 : start - 3].isalnum()  # not the end of "several"
    return start - 3 if start - 3 >= lowest and begins and _ARTICLE.match(text, start - 3, start) else start


def _is_taken_for(words: Sequence[Word]) -> bool:
    """ "Suspected to be" somebody: who they are, with a doubt."""
    return words[0].key in _TAKEN_FOR and [word.key for word in words[1:]] == ["to", "be"]


_TAKEN_FOR = frozenset("suspected believed thought presumed said alleged reported understood".split())


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split())


def _measures(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS or any(one in phrase_words("transparent") for one in singulars(word))


_DRESS = re.compile(
    r"\s+(?:wearing|dressed in|clad in|in)\s+(?:[^\W\d_][\w’'-]*\s+){0,3}?"
    r"(?:uniforms?|fatigues|clothes|clothing|masks?|hoods?|balaclavas|camouflage|gear|vests|robes)\b",
    re.IGNORECASE,
)


def with_dress(text: str, end: int) -> int:
    """Where a party that ends at ``end`` does with what it wears, which tells "men in police uniforms" from others."""
    worn = _DRESS.match(text, end)
    return worn.end() if worn is not None else end


def sponsors_in(text: str, span: Span, named: Sequence[Named]) -> tuple[Mention, ...]:
    """Who is said to back the party: "Ankara-backed", "backed by Iran". "Foreign-backed" names nobody."""
    found: dict[Span, Mention] = {}
    for pattern in (_SPONSORED, _SPONSORED_BY):
        for hit in pattern.finditer(text, *span):
            for start, end in ((hit.start("who"), hit.end("who")), *_last_word(hit.start("who"), hit["who"])):
                known = any(one.span == (start, end) for one in named) or _is_country(text[start:end])
                if known:
                    found[(start, end)] = mention(text, (start, end))
                    break
    return tuple(found[key] for key in sorted(found))


def _last_word(start: int, words: str) -> Iterator[Span]:
    cut = max(words.rfind(" "), words.rfind("-"))
    if cut >= 0:
        yield (start + cut + 1, start + len(words))


def _is_country(words: str) -> bool:
    return any(look(words) is not None for look in (country_named, country_of_capital, country_of_demonym))


def is_suspected(text: str, span: Span) -> bool:
    """Whether the phrase itself doubts who it was ("suspected militants")."""
    return _SUSPECTING.search(text, *span) is not None


@cache
def _labels() -> re.Pattern[str]:
    labels = table("loaded_labels")
    words: list[str] = []
    for stance in ("pejorative", "honorific"):
        words += labels[stance]["words"] + labels[stance]["adjectives"] + labels[stance].get("distancing", [])
    return re.compile(
        r"\b(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + r")\b", re.IGNORECASE
    )


_NO_LABEL = re.compile(
    r"\s(?:courts?|tribunals?|chamber|code|cases?|law|justice|investigations?|procedure|proceedings|charges?)\b",
    re.IGNORECASE,
)
"""After a loaded word: what deals with the crime, and is not called names ("the criminal court")."""


def label_in(text: str, span: Span) -> Label | None:
    """The loaded word in a party's phrase, or None; "so-called" and its like only where no other is there."""
    labels = table("loaded_labels")
    hits = [hit for hit in _labels().finditer(text, *span) if not _NO_LABEL.match(text, hit.end())]
    distancing = set(labels["pejorative"]["distancing"])
    for hit in [h for h in hits if h[0].lower() not in distancing] or hits:
        honorific = hit[0].lower() in {*labels["honorific"]["words"], *labels["honorific"]["adjectives"]}
        return Label(text=hit[0], span=hit.span(), stance="honorific" if honorific else "pejorative")
    return None


@cache
def _verbs() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in table("loaded_labels")["honorific"]["verbs"])
    return re.compile(
        rf"(?:,[^.;\n]{{0,80}},)?\s+(?:(?:was|were|been|being|has|have|had)\s+){{0,2}}(?P<verb>{verbs})\b",
        re.IGNORECASE,
    )


def verb_label(text: str, end: int) -> Label | None:
    """The loaded verb of dying whose subject ends at ``end`` ("Four citizens … were martyred"), or None."""
    hit = _verbs().match(text, end)
    return None if hit is None else Label(text=hit["verb"], span=hit.span("verb"), stance="honorific")
