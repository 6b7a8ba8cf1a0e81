"""Words and pieces: every piece of the text is kept, at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import DataError
from hearsay.reading.model.windows import windows
from hearsay.reading.model.wordpiece import SHAPES, WordPiece, shape_of
from hearsay.reading.sentences import sentences

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] shell ##ing ##ed near idlib , . the al - 12 army said".split()
PIECES = WordPiece(VOCABULARY)


def split(text: str) -> list[tuple[str, list[str]]]:
    return [
        (text[slice(*word.span)], [VOCABULARY[piece] for piece in word.pieces])
        for word in PIECES.words(text, (0, len(text)))
    ]


def test_longest_pieces_first_and_case_and_accents_folded() -> None:
    assert split("Shelling near al-Ídlib, 12.") == [
        ("Shelling", ["shell", "##ing"]),
        ("near", ["near"]),
        ("al", ["al"]),
        ("-", ["-"]),
        ("Ídlib", ["idlib"]),
        (",", [","]),
        ("12", ["12"]),
        (".", ["."]),
    ]


def test_what_the_vocabulary_cannot_spell_is_one_unknown() -> None:
    assert split("shellfire") == [("shellfire", ["[UNK]"])]
    assert split("x" * 500) == [("x" * 500, ["[UNK]"])]


def test_a_span_of_the_text_keeps_the_offsets_of_the_text() -> None:
    text = "The army said."
    assert [word.span for word in PIECES.words(text, (4, 8))] == [(4, 8)]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", "lower"),
        ("Army", "title"),
        ("NATO", "upper"),
        ("A", "title"),
        ("McA", "mixed"),
        ("12", "digits"),
        (",", "other"),
    ],
)  # fmt: skip
def test_how_a_word_is_written(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_a_vocabulary_of_another_kind_is_refused() -> None:
    with pytest.raises(DataError, match=r"\[CLS\]"):
        WordPiece(["[UNK]", "a"])


@given(st.text(max_size=200))
def test_words_cover_everything_but_white_space(text: str) -> None:
    words = PIECES.words(text, (0, len(text)))
    covered = {k for word in words for k in range(*word.span)}
    assert covered == {k for k, char in enumerate(text) if not char.isspace()}
    assert all(word.pieces for word in words)


@given(st.text(alphabet="The army said. \n", max_size=300), st.integers(12, 40), st.booleans())
def test_windows_hold_every_word_once_and_are_never_too_long(text: str, longest: int, joined: bool) -> None:
    spans = sentences(text)
    cut = windows(text, spans, PIECES, longest=longest, joined=joined)
    read = [word.span for window in cut for word in window.words]
    assert read == [word.span for span in spans for word in PIECES.words(text, span)]
    assert all(0 < window.size <= longest for window in cut)
    assert all(window.sentences[0][0] == 0 and window.sentences[-1][1] == len(window.words) for window in cut)


def test_neighbouring_sentences_share_a_window() -> None:
    text = "The army said. The army said. The army said."
    assert len(windows(text, sentences(text), PIECES, longest=8, joined=True)) == 2
    assert len(windows(text, sentences(text), PIECES, longest=8, joined=False)) == 3
