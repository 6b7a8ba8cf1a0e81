"""The way through: pages → articles → reading → claims → incidents. This shows the path and holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import BinaryIO, Self

from hearsay import incidents
from hearsay.actors import Registry
from hearsay.articles import ReprintIndex, to_article
from hearsay.claims import make_claims
from hearsay.codebook import codebook_id
from hearsay.errors import InputError
from hearsay.incidents.rules import STATED
from hearsay.pages import read_pages
from hearsay.places import Gazetteer, find_places
from hearsay.reading import read
from hearsay.reading.entities import find_entities
from hearsay.records import Article, Coder, Coding, Problem

CODED_LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class References:
    """The reference libraries, opened once for a run."""

    gazetteer: Gazetteer
    registry: Registry

    @classmethod
    def open(cls) -> Self:
        """The installed gazetteers and the registry. Raises DataError when one is missing or damaged."""
        return cls(Gazetteer.open(), Registry.load())

    def coder(self) -> Coder:
        """What makes the codings of this run."""
        return Coder(
            package=f"hearsay {version('hearsay')}",
            model=None,
            gazetteer=self.gazetteer.id,
            registry=self.registry.id,
            codebook=codebook_id(),
        )


@cache
def references() -> References:
    """The references of this process."""
    return References.open()


def code_inputs(inputs: Sequence[str], stdin: BinaryIO, *, rule: str = STATED.name) -> Iterator[Coding | InputError]:
    """Code each article of ``inputs``, in input order; an input that fails gives its error and the rest go on.

    An article that is mostly the text of an earlier one says so (``reprint``). ``rule`` names the estimate rule.
    """
    index = ReprintIndex()
    for page in read_pages(inputs, stdin):
        if isinstance(page, InputError):
            yield page
            continue
        try:
            article, problems = to_article(page)
        except InputError as error:
            yield error
            continue
        article = article.model_copy(update={"reprint": index.add(article.id, article.text)})
        yield code_article(article, references(), problems, rule=rule)


def code_article(
    article: Article, refs: References, problems: Sequence[Problem] = (), *, rule: str = STATED.name
) -> Coding:
    """Code one article, its tolls under the estimate rule of that name.

    A language that is not coded yet leaves a complete article and a problem.
    """
    if article.language not in (*CODED_LANGUAGES, None):
        unread = Problem(
            code="language-not-coded",
            message=f"{article.language}: the article is kept; its claims are not coded yet",
        )
        return Coding(article=article, problems=(*problems, unread), coder=refs.coder())
    reading = read(article)
    dateline = article.dateline.place if article.dateline else None
    places = find_places(article.text, refs.gazetteer, dateline=dateline)
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
