"""What the analyses find in a database, all of them made in one reading of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from hearsay.analysis.control import ControlWord, control_words
from hearsay.analysis.sources import source_profiles
from hearsay.publish.analysis.answer import Answer, said
from hearsay.publish.analysis.ceasefires import accusations_answer, agreements_answer, violations_answer
from hearsay.publish.analysis.sources import labels_answer, sources_answer
from hearsay.publish.publication import publication
from hearsay.store.codings import last_change
from hearsay.store.dataset import dataset
from hearsay.store.read import edited_articles
from hearsay.web.lately import Made
from hearsay.web.site import Site

WAIT_S = 5.0
"""Seconds that a reader waits for the first of them, before a page says that they are being made."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """The tables by their names, and the words on who holds places, of which each day makes a table of its own."""

    answers: Mapping[str, Answer]
    control: tuple[ControlWord, ...]


def analysed(site: Site) -> tuple[Made[Analysed] | None, bool]:
    """What was made last, and whether it is of the database as it stands; None while the first is being made."""
    with site.reading() as db:
        state = last_change(db)
    made = site.lately.get(state, "analysed", lambda: _read(site), wait_s=WAIT_S)
    return made, made is not None and made.state == state


def _read(site: Site) -> Made[Analysed]:
    with site.reading() as db:
        return Made(last_change(db), _made(db, names=site.settings.names))


def _made(db: Connection, *, names: bool) -> Analysed:
    shown = publication(dataset(db), names=names)
    every = tuple(said(shown))
    profiles = source_profiles(shown.incidents, every, edited=edited_articles(db))
    return Analysed(
        answers={
            "outlets": sources_answer(profiles, role="outlet"),
            "origins": sources_answer(profiles, role="origin"),
            "labels": labels_answer(every),
            "violations": violations_answer(every),
            "accusations": accusations_answer(every),
            "agreements": agreements_answer(every),
        },
        control=control_words(every),
    )
