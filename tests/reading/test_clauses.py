# ruff: noqa: E501  (one sentence a line)
"""Who stands before a verb and what after it, and the groups of words it is read from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import parsed

from hearsay.reading.chunks import chunks
from hearsay.reading.clauses import text_span
from hearsay.reading.frames import Sentence
from hearsay.reading.verb import Range, Verb


def said(sentence: Sentence, words: Range | None) -> str | None:
    return None if words is None else " ".join(t.text for t in sentence.words[words[0] : words[1]])


def verb_of(text: str, lemma: str) -> tuple[Sentence, Verb]:
    sentence = parsed(text)
    return sentence, next(v for v in sentence.verbs if v.lemma == lemma)


# sentence, verb, its subject, its objects, its prepositions
GOVERNED: list[tuple[str, str, str | None, list[str], list[str]]] = [
    ("Rebels shelled the port.", "shell", "Rebels", ["the port"], []),
    ("The port was shelled by rebels.", "shell", "The port", [], ["by"]),
    ("The port has been shelled.", "shell", "The port", [], []),
    ("Jean Charles, a former officer known as Fanfan who runs a gang, shelled the port.", "shell", "Jean Charles", ["the port"], []),
    ("Rebels in the hills shelled the port.", "shell", "Rebels", ["the port"], []),
    ("Rebels of the Third Front shelled the port.", "shell", "Rebels of the Third Front", ["the port"], []),
    ("The army and its allies shelled the port.", "shell", "The army and its allies", ["the port"], []),
    ("The rebels, who hold the hill, shelled the port.", "shell", "The rebels", ["the port"], []),
    ("The rebels, who hold the hill, shelled the port.", "hold", "The rebels", ["the hill"], []),
    ("A medic at the hospital who treated the men died.", "treat", "A medic", ["the men"], []),
    ("The rebels (MLC) shelled the port.", "shell", "The rebels", ["the port"], []),
    ("Gunmen stormed a church, killing five worshippers.", "kill", "Gunmen", ["five worshippers"], []),
    ("Gunmen stormed a church and shot a priest.", "shoot", "Gunmen", ["a priest"], []),
    ("The general ordered his men to burn the village.", "burn", "his men", ["the village"], []),
    ("The rebels tried to burn the village.", "burn", "The rebels", ["the village"], []),
    ("Shells fired by the rebels hit a hospital.", "hit", "Shells", ["a hospital"], []),
    ("They said that troops had fled the town.", "flee", "troops", ["the town"], []),
    ("After the truce ended, jets bombed the depot.", "bomb", "jets", ["the depot"], []),
    ("Jets bombed the depot in Marib on Sunday.", "bomb", "Jets", ["the depot"], ["in", "on"]),
    ("Troops killed 12 rebels, nine bandits and a guide.", "kill", "Troops", ["12 rebels , nine bandits and a guide"], []),
    ("No soldiers were hurt.", "hurt", "No soldiers", [], []),
    ("THE REBELS ATTACKED A POST IN SAN VICENTE.", "attack", "THE REBELS", ["A POST"], ["IN"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "objects", "prepositions"), GOVERNED, ids=[f"{g[1]}: {g[0][:50]}" for g in GOVERNED]
)
def test_what_a_verb_governs(
    text: str, lemma: str, subject: str | None, objects: list[str], prepositions: list[str]
) -> None:
    sentence, verb = verb_of(text, lemma)
    assert said(sentence, verb.subject) == subject
    assert [said(sentence, o) for o in verb.objects] == objects
    assert [p for p, _ in verb.obliques] == [p.lower() for p in prepositions]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("On Sunday rebels attacked the base.", "attack", "rebels"),
        ("Soldiers, police and militiamen attacked the village.", "attack", "Soldiers , police and militiamen"),
        ("The toll rose after four people died in hospital.", "die", "four people"),
        ("Police fired after some of the marchers threw bricks.", "throw", "some of the marchers"),
        ("Clashes left one man dead and 50 people hurt, doctors and witnesses said.", "hurt", "50 people"),
        ("The rebels forced villagers to dig graves and shot nine of them.", "shoot", "The rebels"),
        ("Malaysia urged both sides to stop and offered to host talks.", "offer", "Malaysia"),
        ("Men believed to be herders killed nine people.", "kill", "Men believed to be herders"),
        ("He tried to flee and was shot.", "shoot", "He"),
        ("The truce held, with three hostages handed over to the Red Cross.", "hand", "three hostages"),
        ("Gunmen came, with rifles raised, and shot nine.", "shoot", "Gunmen"),
        ("Gunmen with rifles attacked the base.", "attack", "Gunmen"),
        ("The party called on the army to release prisoners.", "release", "the army"),
        ("A fire at an inn that killed nine led to new laws.", "kill", "A fire"),
        ("Police arrested a man accused of killing a teacher.", "kill", "a man"),
        ("The rebels, blamed for shelling the port, withdrew.", "shell", "The rebels"),
        ("The army captured Juan Rojo, accused of ordering a killing.", "order", "Juan Rojo"),
    ],
)
def test_subjects_after_times_and_in_lists(text: str, lemma: str, subject: str) -> None:
    sentence, verb = verb_of(text, lemma)
    assert said(sentence, verb.subject) == subject


# sentence, verb, form, passive, negated, modal
FORMS: list[tuple[str, str, str, bool, bool, str | None]] = [
    ("Rebels shelled the port.", "shell", "finite", False, False, None),
    ("The port was shelled.", "shell", "finite", True, False, None),
    ("The port was not shelled.", "shell", "finite", True, True, None),
    ("Rebels never shelled the port.", "shell", "finite", False, True, None),
    ("None of the rebels shelled the port.", "shell", "finite", False, True, None),
    ("Rebels will shell the port.", "shell", "finite", False, False, "will"),
    ("The port may have been shelled.", "shell", "finite", True, False, "may"),
    ("Rebels want to shell the port.", "shell", "infinitive", False, False, None),
    ("Rebels left, shelling the port.", "shell", "ing", False, False, None),
    ("Rebels are shelling the port.", "shell", "finite", False, False, None),
    ("A village shelled by rebels burned.", "shell", "finite", True, False, None),
]


@pytest.mark.parametrize(("text", "lemma", "form", "passive", "negated", "modal"), FORMS, ids=[f[0] for f in FORMS])
def test_forms(text: str, lemma: str, form: str, passive: bool, negated: bool, modal: str | None) -> None:
    _, verb = verb_of(text, lemma)
    assert (verb.form, verb.passive, verb.negated, verb.modal) == (form, passive, negated, modal)


GROUPS = [
    ("At least 12 people were killed near the old port.", ["At least 12 people", "were killed", "the old port"]),
    ("The army's last base fell.", ["The army 's last base", "fell"]),
    ('Men of the "Red Hand" gang fled.', ["Men", "the Red Hand gang", "fled"]),
    ("The wounded were left behind.", ["The wounded", "were left"]),
    ("They had not yet tried to flee.", ["They", "had not yet tried", "to flee"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "groups"), GROUPS, ids=[g[0] for g in GROUPS])
def test_groups(text: str, groups: list[str]) -> None:
    sentence = parsed(text)
    assert [said(sentence, (c.first, c.last)) for c in chunks(sentence.words)] == groups


def test_a_range_is_its_words_in_the_text() -> None:
    text = "Rebels shelled the port."
    sentence, verb = verb_of(text, "shell")
    assert [text[slice(*text_span(sentence.words, o))] for o in verb.objects] == ["the port"]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            "the army rebels , and of ( ) who which that killed to was shelling “ ” ; no by in Goma 12 not will".split()
        ),
        max_size=30,
    )
)
def test_any_words_give_ranges_inside_the_sentence(words: list[str]) -> None:
    sentence = parsed(" ".join(words))
    size = len(sentence.words)
    for verb in sentence.verbs:
        ranges = [verb.group, *verb.objects, *(r for _, r in verb.obliques), *([verb.subject] if verb.subject else [])]
        assert all(0 <= a < b <= size for a, b in ranges)
        assert verb.group[0] <= verb.head < verb.group[1] <= verb.end <= size
