"""The subject of a verb: back over prepositional phrases, asides and reduced relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.codebook import word_list
from hearsay.reading.antecedents import RELATIVE, antecedent, before_who, deed_meant, open_relative, thing_meant
from hearsay.reading.asides import subject_before
from hearsay.reading.chunks import Chunk
from hearsay.reading.phrases import BREAKS, opening_of, phrase, phrase_start, whole_phrase
from hearsay.reading.tokens import Token
from hearsay.reading.verb import Range, Verb

_SUBORDINATE = frozenset(["after", "before", "since", "until", "than"])
_BLAMES = word_list("grammar", "blames")
_DAYS = word_list("grammar", "days")
_DONE_TO = word_list("grammar", "done_to")
_WHEN_OR_WHERE = frozenset("by on in at near during last this yesterday while when after earlier".split())


def subject_of(
    words: Sequence[Token],
    group: Chunk,
    noun_at: dict[int, Chunk],
    noun_end: dict[int, Chunk],
    earlier: Sequence[Verb],
    form: str,
) -> tuple[Range | None, int | None]:
    """(subject, index of the governing verb): an inherited subject comes with the verb it is inherited from."""
    last = earlier[-1] if earlier else None
    last_at = len(earlier) - 1 if earlier else None
    at = group.first
    if form == "infinitive":
        return _of_infinitive(words, at, noun_at, last), last_at
    while at > 0:
        token = words[at - 1]
        if last is not None and at == last.group[1]:
            return _across_a_verb(last, last_at, form)
        if token.lower == "," and at == group.first and at - 1 in noun_end and _is_blamed(words, group):
            return whole_phrase(words, at - 1, noun_at, noun_end), None  # "captured Juan Rojo, accused of …"
        if token.lower == "," and at == group.first and at - 1 in noun_end and _is_aside(words, group):
            return whole_phrase(words, at - 1, noun_at, noun_end), None
        if token.lower == "," and at == group.first and form == "finite":
            opening_noun = subject_before(words, at - 1, noun_at)
            if opening_noun is not None:
                return phrase(words, opening_noun.first, noun_at, at - 1), None
        if token.lower == ",":
            opening = _aside_before(words, at - 1, last)
            if form == "ing" or opening is None:
                if last is not None:
                    return _inherited(words, earlier, form), last_at
                at -= 1
                continue
            at = opening
            continue
        if token.lower in ("and", "or", "but", "then") and token.tag == "CCONJ":
            return _inherited(words, earlier, form), last_at
        if token.lower in ("who", "which"):
            end = before_who(words, at - 1)
            thing = thing_meant(words, end, noun_at, noun_end) if token.lower == "which" else None
            return thing or antecedent(words, end, noun_at, noun_end), last_at
        if token.lower in ("”", '"') and at - 1 in noun_end and words[noun_end[at - 1].first - 1].lower in ("“", '"'):
            at -= 1  # a quoted name: of the so-called “X”
            continue
        if token.tag == "SCONJ" or token.lower in BREAKS:
            if token.lower == "that" and at - 1 in noun_end and form == "finite":
                return deed_meant(words, at - 1, noun_at, noun_end) or whole_phrase(
                    words, at - 1, noun_at, noun_end
                ), None
            return None, last_at
        if at in noun_end:
            chunk = noun_end[at]
            start = phrase_start(words, chunk, noun_at, noun_end)
            if start > 1 and words[start - 1].lower in ("“", '"') and words[start - 2].tag == "ADP":
                start -= 1  # against "police atrocities"
            if form == "finite" and (relative := open_relative(words, start, noun_end)) is not None:
                return antecedent(words, relative, noun_at, noun_end), None  # "men who guarded the houses were shot"
            if start > 0 and words[start - 1].tag == "ADP" and not _is_subject(words, start, at, group):
                at = start - 1
                continue
            if last is not None and _names_him(words, start, last):
                return last.subject, None  # "two men identified as X and Y surrendered"
            if _takes_him_for(earlier, (start, at)) and last is not None and last.subject is not None:
                return (last.subject[0], at), None  # "men believed to be herders attacked …"
            if last is not None and last.form == "ing" and last.group[1] == start and form == "finite":
                return last.subject, None  # "troops making gains have linked up"
            if words[start].lower == "those":
                return (start, group.first), None  # "those positioned in the zone"
            return (start, at), None
        if token.lower in (")", "]"):
            opening = opening_of(words, at - 1)
            at = opening if opening is not None else at - 1
            continue
        if form == "ing" and token.tag == "ADP":
            blamed = last is not None and last.lemma in _BLAMES
            return _blamed(last) if blamed else _inherited(words, earlier, form), last_at  # "after killing …"
        at -= 1
    return None, last_at


def _of_infinitive(words: Sequence[Token], to: int, noun_at: dict[int, Chunk], last: Verb | None) -> Range | None:
    """Who is to do it: whoever is asked or forced to, else the subject of the verb before."""
    if last is None:
        return _who_tries(words, to, noun_at)
    asked = [phrase_ for preposition, phrase_ in last.obliques if preposition in ("on", "upon")]
    if last.lemma == "call" and asked:
        return asked[-1]  # "called on the government to …"
    return last.objects[-1] if last.objects and last.lemma in _MAKES_DO else last.subject


_MAKES_DO = frozenset({"force", "order", "ask", "urge", "allow", "help", "lead", "cause"})


def _who_tries(words: Sequence[Token], to: int, noun_at: dict[int, Chunk]) -> Range | None:
    """ "The cadres, in a bid to blow up the tracks, …": the phrase that the sentence opens with."""
    tries = to > 2 and words[to - 1].lower in ("bid", "attempt", "effort") and words[to - 3].lower == "in"
    return phrase(words, 0, noun_at, to - 3) if tries and 0 in noun_at else None


def _aside_before(words: Sequence[Token], comma: int, last: Verb | None) -> int | None:
    """The comma that opens the aside which ``comma`` closes; "…, armed men blocked the road, stopped buses" is none."""
    opening = _matching_comma(words, comma)
    if opening is None or last is None or last.form != "finite" or last.subject is None:
        return opening
    relative = {words[opening + 1].lower, words[last.group[0] - 1].lower} & RELATIVE  # "X, a man who runs a gang, …"
    clause = opening < last.subject[0] < last.group[0] and not relative
    return None if clause else opening


def _inherited(words: Sequence[Token], earlier: Sequence[Verb], form: str) -> Range | None:
    """The subject that a further verb shares: not that of a participle which only tells of the last verb's object."""
    at = len(earlier) - 1
    while at > 0 and (beside := earlier[at].subject) is not None and is_absolute(words, beside[0], earlier[at].group):
        at -= 1  # "came, with rifles raised, and shot nine"
    earlier = earlier[: at + 1]
    if form == "finite":  # "forced villagers to dig graves and shot nine of them"
        while at > 0 and earlier[at].form == "infinitive" and earlier[at].governor is not None:
            at = earlier[at].governor or 0
        earlier = earlier[: at + 1]
    if form == "ing" and at > 0 and words[earlier[at].group[0] - 1].lower in RELATIVE:
        at = next(
            (k for k in range(at - 1, -1, -1) if earlier[k].form == "ing"), at
        )  # "firing at all who … and looting"
    if form == "finite" and at > 0 and _is_beside(words, earlier[at]):
        return _inherited(words, earlier[:at], form)  # "beat two women who were protesting and detained a man"
    while at > 0 and form != "infinitive":
        verb, above = earlier[at], earlier[at - 1]
        aside = verb.form in ("ing", "finite") and verb.group[1] - verb.group[0] == 1
        bare = aside and words[verb.head].lower.endswith(("ed", "ing"))
        if above.lemma in _SAYS or not (
            bare and verb.subject is not None and verb.subject in above.objects and verb.subject[1] == verb.group[0]
        ):
            break
        at -= 1
    return earlier[at].subject if earlier else None


_SAYS = frozenset("say add claim report announce confirm state allege believe note insist stress".split())
"""Verbs with a clause and no object: in "said 73 raids killed five" nobody says raids."""


def _is_beside(words: Sequence[Token], verb: Verb) -> bool:
    """A relative clause in the progressive tells what went on beside the deeds: "who were protesting"."""
    relative = words[verb.group[0] - 1].lower in RELATIVE and words[verb.group[0]].tag == "AUX"
    return relative and words[verb.head].lower.endswith("ing")


def _names_him(words: Sequence[Token], start: int, last: Verb) -> bool:
    """A name behind "identified as", "known as": whoever is so named is the subject of what follows."""
    named = start == last.group[1] + 1 and words[start - 1].lower == "as" and last.group[1] - last.group[0] == 1
    return named and words[last.head].lower.endswith(("ed", "wn"))


def _takes_him_for(earlier: Sequence[Verb], phrase_: Range) -> bool:
    """What somebody is "believed to be"."""
    if len(earlier) < 2 or earlier[-1].lemma != "be" or phrase_ not in earlier[-1].objects:
        return False
    taken = earlier[-2]
    return taken.lemma in _TAKES_FOR and taken.subject is not None and taken.subject == earlier[-1].subject


_TAKES_FOR = frozenset("believe think suspect presume say know report allege consider assume".split())


def _is_subject(words: Sequence[Token], start: int, end: int, group: Chunk) -> bool:
    """Whether a phrase behind a preposition is its verb's subject all the same."""
    return _opens_clause(words, start, end) or is_absolute(words, start, (group.first, group.last))


def is_absolute(words: Sequence[Token], start: int, group: Range) -> bool:
    """ ", with three hostages handed over to …": they were."""
    bare = group[1] - group[0] == 1 and words[start - 1].lower == "with" and not words[group[0]].lower.endswith("ing")
    after = words[group[1]].tag if group[1] < len(words) else "PUNCT"
    return bare and start > 1 and words[start - 2].lower == "," and after in ("ADP", "ADV", "PUNCT", "CCONJ", "SCONJ")


def _opens_clause(words: Sequence[Token], start: int, end: int) -> bool:
    """ "after those positioned there failed …": the clause's subject, unless a time ("since May")."""
    if words[start - 1].lower not in _SUBORDINATE:
        return False
    return not (words[end - 1].tag == "NUM" or any(t.lower in _DAYS or t.lemma in _DAYS for t in words[start:end]))


def _is_aside(words: Sequence[Token], group: Chunk) -> bool:
    """A participle after a comma that tells of the phrase before it ("the army, backed by allied fighters, …").

    What is always done to somebody needs no more than a word of place, time or doer behind it: "held the senator,
    kidnapped on 9 May".
    """
    after = words[group.last].lower if group.last < len(words) else ""
    alone = group.last - group.first == 1 and words[group.head].lemma in _DONE_TO
    if alone and (after in _WHEN_OR_WHERE or after in _DAYS):
        return True
    return (
        group.last - group.first == 1
        and words[group.head].lower.endswith("ed")
        and after in ("by", "with", "from", "in")
        and any(
            words[k].lower == "," and words[k + 1].tag in ("VERB", "AUX", "ADV")
            for k in range(group.last, len(words) - 1)
        )
    )


def _blamed(verb: Verb | None) -> Range | None:
    """ "Accused the army of shelling …"; "arrested a man accused of killing …"."""
    return verb.objects[-1] if verb is not None and verb.objects else verb.subject if verb is not None else None


def _is_blamed(words: Sequence[Token], group: Chunk) -> bool:
    """A participle after a comma that says what the person named before it is held for."""
    after = words[group.last].lower if group.last < len(words) else ""
    bare = group.last - group.first == 1 and words[group.head].lower.endswith("ed")
    return bare and words[group.head].lemma in _BLAMES and after in ("of", "for", "with", "in", "by")


def _across_a_verb(last: Verb, last_at: int | None, form: str) -> tuple[Range | None, int | None]:
    """No noun phrase of its own before the verb: a reduced relative stands between, or it hangs on the last verb."""
    if form == "finite" and last.subject is not None:
        return last.subject, last.governor
    return last.subject, last_at


def _matching_comma(words: Sequence[Token], comma: int) -> int | None:
    """The comma that opens the aside which ``comma`` closes ("X, who spoke on condition of anonymity, said")."""
    for at in range(comma - 1, max(-1, comma - 26), -1):
        if words[at].lower == "," and at + 1 < comma:
            opener = words[at + 1]
            if opener.lower in ("who", "which", "whose", "where", "including", "also") or opener.tag in (
                "ADP",
                "DET",
                "ADJ",
                "ADV",
                "NUM",
            ):
                return at
            if opener.lower.endswith("ing") or opener.lower.endswith("ed"):
                return at
            return None
        if words[at].lower in (";", "“", '"'):
            return None
    return None
