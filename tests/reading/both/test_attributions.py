"""One list of attributions from rules and model."""

from __future__ import annotations

from hearsay.reading.both.attributions import both_attributions
from hearsay.reading.model.read import Linked, Marked, ModelQuote, ModelReading
from hearsay.records import Attribution, Mention, Span, mention

TEXT = "The mayor said the bridge fell. A medic added that nobody came."


def at(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def said(source: str, cue: str, content: str) -> Attribution:
    def words(text: str) -> Mention:
        return mention(TEXT, at(text))

    return Attribution(source=words(source), cue=words(cue), content=words(content), kind="indirect")


RULES = (said("mayor", "said", "the bridge fell"), said("A medic", "added", "nobody came"))
QUOTE = ModelQuote(
    at("the bridge fell"),
    sources=(Linked("source", at("The mayor"), 0.9), Linked("source", at("A medic"), 0.6)),
    cues=(),
)


def test_the_models_words_stand_where_both_speak() -> None:
    first, second = both_attributions(TEXT, RULES, ModelReading({}, (), (QUOTE,)))
    assert first.source is not None
    assert (first.source.text, first.cue, second) == ("The mayor", None, RULES[1])


def test_for_chains_the_rules_words_stand() -> None:
    assert both_attributions(TEXT, RULES, ModelReading({}, (), (QUOTE,)), first="rules") == RULES
    (only,) = both_attributions(TEXT, (), ModelReading({}, (), (QUOTE,)), first="rules")
    assert only.content.text == "the bridge fell"


def test_a_cue_that_is_linked_to_nothing_belongs_to_the_content_beside_it() -> None:
    for cue, expected in (("said", "said"), ("added", None)):  # the second is another content's
        marked = (Marked(at(cue), "cue", 0.9),)
        quotes = (QUOTE, ModelQuote(at("nobody came"), (), (Linked("cue", at("added"), 0.9),)))
        first, _ = both_attributions(TEXT, (), ModelReading({"cue": marked}, (), quotes))
        assert (first.cue.text if first.cue is not None else None) == expected
