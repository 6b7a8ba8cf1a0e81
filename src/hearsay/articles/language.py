"""The language of a text, by py3langid, where the text is long enough to tell."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_READ = 2000
# On single English sentences of news, wrong answers reach .76 (Nigerian Pidgin for English, mostly) and right ones
# are above .8 but for a few; of what is below, nothing is said.
_SURE = 0.8


def open_languages() -> None:
    """Open the model now, a quarter of a second's work, instead of with the first text."""
    _identifier()


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, stated: str | None = None) -> str | None:
    """BCP 47 code of the language of ``text``; ``stated`` (by the input or the page) where the text does not tell."""
    code, confidence = _identifier().classify(text[:_READ])
    if confidence >= _SURE:
        return str(code)
    return stated.split("_")[0].split("-")[0].lower() if stated else None
