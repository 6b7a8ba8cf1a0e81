"""Where a text reports speech: the cues of ``codebook/reporting_cues.toml`` in a tagged sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hearsay.codebook import table, words_at
from hearsay.codebook.english import lemminflect
from hearsay.reading.tokens import Token
from hearsay.records import Span

Form = Literal["finite", "participle", "passive", "phrase", "noun"]
_FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re"])
_ALONE = frozenset("this all both many some most each few".split())  # stand as a subject of their own
_NEGATIONS = frozenset({"not", "n't"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words ``first`` to ``last`` (exclusive) of a sentence that report speech; ``head`` is the word that does.

    ``kind`` is the class of the codebook (speech, told, thing, attitude, evidence, citing), or ``phrase``, ``noun``.
    """

    first: int
    last: int
    head: int
    lemma: str
    kind: str
    form: Form


@cache
def cue_table() -> dict[str, Any]:
    """The table ``reporting_cues``."""
    return table("reporting_cues")


def words_of(*path: str) -> frozenset[str]:
    """A word list of the table as a set, by its keys: ``words_of("settings", "nouns")``."""
    return words_at("reporting_cues", *path)


@cache
def kind_of_lemma(lemma: str) -> str | None:
    """The class of a reporting verb, by lemma."""
    for kind, entry in cue_table()["verbs"].items():
        if lemma in entry["words"]:
            return str(kind)
    return None


@cache
def _verb_forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Every inflected form, lower case, to its lemma and its Penn tags."""
    particles = cue_table()["particles"]
    lemmas = [w for entry in cue_table()["verbs"].values() for w in entry["words"]]
    lemmas += [*particles["optional"], *particles["required"], *cue_table()["figures"]["verbs"]]
    forms: dict[str, tuple[str, frozenset[str]]] = {}
    for lemma in dict.fromkeys(lemmas):
        for tag in _FORMS:
            for form in lemminflect.getInflection(lemma, tag) or (lemma,):
                owner, tags = forms.get(form, (lemma, frozenset()))
                if owner == lemma:
                    forms[form] = (lemma, tags | {tag})
    return forms


@cache
def _only_a_verb(form: str) -> bool:
    return form in ("say", "said", "told", "says") or not set(lemminflect.getAllLemmas(form)) & {
        "NOUN",
        "ADJ",
        "ADV",
    }


def find_cues(words: Sequence[Token], quoted: Sequence[bool]) -> tuple[Cue, ...]:
    """The cues of one sentence in order, without overlap; ``quoted`` tells which words stand inside a quotation."""
    found: list[Cue] = []
    at = 0
    while at < len(words):
        cue = None if quoted[at] else _phrase(words, at) or _verb(words, at) or _noun(words, at)
        if cue is not None and (not found or cue.first >= found[-1].last):
            found.append(cue)
            at = cue.last
        else:
            at += 1
    return tuple(found)


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """By their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(p.split()) for p in cue_table()["phrases"]["before_source"]), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _phrase(words: Sequence[Token], at: int) -> Cue | None:
    for phrase in _phrases().get(words[at].lower, ()):
        if tuple(w.lower for w in words[at : at + len(phrase)]) == phrase:
            if phrase == ("per",) and not (at == 0 or words[at - 1].lower == ","):
                continue  # "per cent", "per day"
            kind = "citing" if phrase[0] in ("citing", "quoting") else "phrase"
            return Cue(at, at + len(phrase), at, " ".join(phrase), kind, "phrase")
    return None


def _verb(words: Sequence[Token], at: int) -> Cue | None:
    word = words[at]
    known = _verb_forms().get(word.lower)
    if known is None:
        return None
    lemma, tags = known
    if word.tag == "ADP" or (word.tag != "VERB" and not _only_a_verb(word.lower)):
        return None
    before = words[at - 1] if at else None
    if before is not None and before.tag in ("DET", "ADJ") and before.lower not in _ALONE:
        return None  # "the said officer", "an alleged attack"
    if lemma in words_of("constraints", "adjectival") and (before is None or before.tag in ("NUM", "ADP", "CCONJ")):
        return None
    if before is not None and before.lower == "as" and word.lower.endswith("ing"):
        return None  # "quoted … as saying": the cue is "quoted"
    reach = 7 if lemma == "admit" else 3  # "admitted more than 500 wounded"
    if {w.lower for w in words[at + 1 : at + reach]} & set(cue_table()["idioms"].get(lemma, ())):
        return None
    last, complete = _with_particle(words, at, lemma)
    kind = kind_of_lemma(lemma)
    if _reports_figure(words, at, lemma):
        kind = "thing"
    elif not complete or (kind is None and lemma not in cue_table()["particles"]["required"]):
        return None
    if kind is None:
        kind = "thing"
    first, auxiliaries = group_start(words, at)
    if "to" in auxiliaries:
        if words[first].tag == "PART":
            return None  # "a plan to announce": nobody has announced anything
        form: Form = "finite"
    elif tags == {"VBG"}:
        form = "finite" if set(auxiliaries) & _BE else "participle"
    elif "VBN" in tags and (set(auxiliaries) & _BE or _reduced_passive(words, at, first)):
        form = "passive"
    else:
        form = "finite"
    return Cue(first, last, at, lemma, kind, form)


def _reduced_passive(words: Sequence[Token], at: int, first: int) -> bool:
    """'an attack claimed by the group': no subject of its own."""
    return at + 1 < len(words) and words[at + 1].lower == "by" and first > 0 and words[first - 1].tag != "PUNCT"


def _with_particle(words: Sequence[Token], at: int, lemma: str) -> tuple[int, bool]:
    """Where the cue ends, and whether a verb that needs a particle has it."""
    particles = cue_table()["particles"]
    after = words[at + 1].lower if at + 1 < len(words) else ""
    required = particles["required"].get(lemma)
    if after in (required or particles["optional"].get(lemma, ())):
        return at + 2, True
    return at + 1, required is None


def _reports_figure(words: Sequence[Token], at: int, lemma: str) -> bool:
    figures = cue_table()["figures"]
    near = [w.lower for w in words[at + 1 : at + 8]]
    return (
        lemma in figures["verbs"]
        and any(w in figures["nouns"] for w in near)
        and ("at" in near or "to" in near or "as" in near)
    )


def group_start(words: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """First word of the verb group that ends in ``at``, and its auxiliaries and markers."""
    first = at
    markers: list[str] = []
    while first > 0:
        word = words[first - 1]
        if word.tag == "AUX" or word.lower in _NEGATIONS or (word.lower == "to" and word.tag in ("PART", "ADP")):
            markers.append(word.lower)
        elif word.tag != "ADV" or first == 1:
            break
        first -= 1
        if word.lower == "to":
            return _lead_up(words, first), markers
    return first, markers


def whole_cue(words: Sequence[Token], cue: Span) -> Span:
    """A marked cue with its auxiliaries and adverbs ("has also said"), as PolNeAR marks it; offsets in the text."""
    at = next((k for k, word in enumerate(words) if word.start == cue[0]), None)
    if at is None or words[at].tag != "VERB":
        return cue
    return (words[group_start(words, at)[0]].start, cue[1])


def _lead_up(words: Sequence[Token], to: int) -> int:
    """'went on to say': the first word of what leads up to the 'to' at ``to``; ``to`` itself where nothing does."""
    at = to - 1
    if at > 0 and words[at].lower in ("on", "quick", "keen", "careful", "unable", "able"):
        at -= 1
    known = cue_table()["lead_ups"]["words"]
    if (
        at >= 0
        and words[at].tag in ("VERB", "AUX")
        and (words[at].lemma in known or words[at].lower in ("went", "was", "is"))
    ):
        return group_start(words, at)[0] if words[at].tag == "VERB" else at
    return to


def _noun(words: Sequence[Token], at: int) -> Cue | None:
    """'the occupation's claim that …', 'an announcement that …', 'reports of …'."""
    word = words[at]
    if word.tag != "NOUN" or at + 1 >= len(words) or words[at + 1].lower not in ("that", "of"):
        return None
    lemma = word.lemma
    if at > 1 and words[at - 1].tag == "DET" and words[at - 2].tag == "ADP":
        return None  # "said in a statement that": a setting of the verb
    if lemma not in words_of("nouns", "words") or (
        words[at + 1].lower == "of" and lemma in ("statement", "report") and word.lower == lemma
    ):
        return None
    return Cue(at, at + 1, at, lemma, "noun", "noun")


def read_cue(words: str) -> tuple[str, str] | None:
    """Lemma (or phrase, or noun) and class of a cue's words; None where they are no cue of the table.

    Gives back what :func:`find_cues` knew of a cue that only its text is left of.
    """
    parts = words.lower().replace("’", "'").split()
    if " ".join(parts) in cue_table()["phrases"]["before_source"]:
        return " ".join(parts), "citing" if parts[0] in ("citing", "quoting") else "phrase"
    for part in reversed(parts):
        known = _verb_forms().get(part)
        if known is not None and (len(parts) > 1 or singular_noun(part) is None or "VBD" in known[1]):
            kind = kind_of_lemma(known[0])
            return known[0], kind or "thing"
    noun = singular_noun(parts[-1]) if parts else None
    if noun is not None:
        return noun, "noun"
    known = _verb_forms().get(parts[-1]) if parts else None
    return (known[0], kind_of_lemma(known[0]) or "thing") if known else None


def singular_noun(word: str) -> str | None:
    """The reporting noun that ``word`` is a form of, or None."""
    for noun in words_of("nouns", "words"):
        if word in (noun, noun + "s"):
            return noun
    return None


def makes_link(kind: str, lemma: str) -> bool:
    """Whether whoever stands before such a cue becomes a link of a speaker chain."""
    if kind in ("phrase", "noun"):
        return True
    return bool(cue_table()["verbs"][kind]["link"]) and lemma not in words_of("constraints", "presupposing")
