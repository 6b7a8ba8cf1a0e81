"""LemmInflect with its tables searched instead of loaded."""

from typing import Any

import pytest
from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from hearsay.codebook.english import SortedTable, lemminflect


@pytest.mark.parametrize(
    ("searched", "loaded"),
    [
        (lemminflect.Lemmatizer().lemma_dict, LemmaLUCodec.load(config.lemma_lu_fn)),
        (lemminflect.Inflections().infl_dict, InflectionLUCodec.load(config.inflection_lu_fn)),
    ],
    ids=["lemmas", "forms"],
)
def test_every_word_is_found_as_lemminflect_itself_finds_it(
    searched: SortedTable, loaded: dict[str, dict[str, Any]]
) -> None:
    differ = [word for word, entry in loaded.items() if list(searched.get(word, {}).items()) != list(entry.items())]
    assert differ == []


@pytest.mark.parametrize("word", ["", "a,b", "zzxq", "\n", "Zürich"])
def test_what_is_no_word_is_not_found(word: str) -> None:
    assert lemminflect.Lemmatizer().lemma_dict.get(word, {}) == {}


def test_what_lemminflect_says_is_looked_up_there() -> None:
    assert lemminflect.getAllLemmas("strikes") == {"NOUN": ("strike",), "VERB": ("strike",)}
    assert lemminflect.getInflection("be", "VBD") == ("was", "were")
