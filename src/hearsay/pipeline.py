"""The way through: pages → articles → reading → claims → incidents. This shows the path and holds nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Self

from hearsay import incidents
from hearsay.actors import Registry
from hearsay.articles import ReprintIndex, prepare, to_article
from hearsay.claims import make_claims
from hearsay.codebook import codebook_id
from hearsay.config import SHIPPED_READER
from hearsay.errors import InputError
from hearsay.incidents.rules import STATED
from hearsay.pages import read_pages
from hearsay.places import Gazetteer, find_places
from hearsay.reading import Reading, read
from hearsay.reading.entities import find_entities, person_names
from hearsay.reading.model.session import Session
from hearsay.reading.triage import triage
from hearsay.records import Article, Coder, Coding, Problem, Span

CODED_LANGUAGES = ("en",)
_SURE = 0.9
"""The probability from which on the trained model's word makes a name a place."""


@dataclass(frozen=True, slots=True)
class References:
    """The reference libraries, opened once for a run."""

    gazetteer: Gazetteer
    registry: Registry
    model: Session | None = None
    """The trained reader; None: the rules alone."""
    triage: bool = False
    """Pass over articles that have no word of conflict, for batches of mixed news; else every sentence is read."""

    @classmethod
    def open(cls, model: Path | None = SHIPPED_READER, *, triage: bool = False) -> Self:
        """The installed gazetteers, the registry and the reader in ``model`` (None: the rules alone).

        Raises DataError when one is damaged.
        """
        return cls(Gazetteer.open(), Registry.load(), Session(model) if model is not None else None, triage)

    def coder(self) -> Coder:
        """What makes the codings of this run."""
        return Coder(
            package=_package(),
            model=self.model.card.id if self.model is not None else None,
            gazetteer=self.gazetteer.id,
            registry=self.registry.id,
            codebook=codebook_id(),
            triage=self.triage,
        )


@cache
def _package() -> str:
    return f"hearsay {version('hearsay')}"


@cache
def references(model: Path | None = SHIPPED_READER, *, triage: bool = False) -> References:
    """The references of this process."""
    opened = References.open(model, triage=triage)
    gc.freeze()  # they stay to the end: the collector need not walk through them again and again
    return opened


def code_inputs(
    inputs: Sequence[str],
    stdin: BinaryIO,
    *,
    rule: str = STATED.name,
    model: Path | None = SHIPPED_READER,
    triage: bool = False,
) -> Iterator[Coding | InputError]:
    """Code each article of ``inputs``, in input order; an input that fails gives its error and the rest go on.

    An article that is mostly the text of an earlier one says so (``reprint``). ``rule`` names the estimate rule; with
    ``triage``, articles about something else are kept unread.
    """
    index, refs = ReprintIndex(), None
    for page in read_pages(inputs, stdin):
        if isinstance(page, InputError):
            yield page
            continue
        if refs is None:
            prepare(page)
            refs = references(model, triage=triage)
        try:
            article, problems = to_article(page)
        except InputError as error:
            yield error
            continue
        article = article.model_copy(update={"reprint": index.add(article.id, article.text)})
        yield code_article(article, refs, problems, rule=rule)


def code_article(
    article: Article, refs: References, problems: Sequence[Problem] = (), *, rule: str = STATED.name
) -> Coding:
    """Code one article, its tolls under the estimate rule of that name.

    An article that is not read is complete but for what it tells, and has a problem that says why.
    """
    unread = _unread(article, refs)
    if unread is not None:
        return Coding(article=article, problems=(*problems, unread), coder=refs.coder())
    reading = read(article, refs.model)
    dateline = article.dateline.place if article.dateline else None
    people = person_names(reading)
    places = find_places(article.text, refs.gazetteer, dateline=dateline, tagged=_toponyms(reading), people=people)
    claims = make_claims(reading, places, refs.registry)
    return Coding(
        article=article,
        attributions=reading.attributions,
        places=places,
        entities=find_entities(reading, places, refs.registry),
        claims=claims,
        incidents=incidents.merge(article.text, claims, rule),
        problems=tuple(problems),
        coder=refs.coder(),
    )


def _toponyms(reading: Reading) -> tuple[Span, ...]:
    """The spans that the trained model takes for names of places."""
    if reading.model is None:
        return ()
    text = reading.article.text
    marked = (m for m in reading.model.layers["entity"] if m.kind == "location" and m.score >= _SURE)
    return tuple(m.span for m in marked if text[m.span[0]].isupper())


def _unread(article: Article, refs: References) -> Problem | None:
    """Why this article is not read; None: it is."""
    if article.language not in (*CODED_LANGUAGES, None):
        return Problem(
            code="language-not-coded",
            message=f"{article.language}: the article is kept; its claims are not coded yet",
        )
    if refs.triage and not triage().wants(article.text):
        return Problem(code="passed-over", message="no word of conflict: the article is kept unread")
    return None
