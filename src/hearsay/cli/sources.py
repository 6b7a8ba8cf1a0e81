"""``hearsay sources``: how outlets and origins compare."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hearsay.cli.answers import Force, FormatOption, Names, Output, everything, write_answer
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT


class What(StrEnum):
    """The lists."""

    outlets = "outlets"
    origins = "origins"
    labels = "labels"


def sources(
    what: Annotated[
        What, typer.Argument(help="outlets; origins, the speakers whose word it is; labels: who calls whom what.")
    ] = What.outlets,
    db: Db = DEFAULT_DB,
    output_format: FormatOption = None,
    output: Output = STDOUT,
    force: Force = False,
    names: Names = False,
) -> None:
    """Compare sources: their tolls, who was first, what was denied, edited or copied later, whom they label."""
    from hearsay.analysis.sources import source_profiles
    from hearsay.publish.analysis.answer import said
    from hearsay.publish.analysis.sources import labels_answer, sources_answer
    from hearsay.store.read import edited_articles

    with everything(db, names=names) as (shown, connection):
        if what is What.labels:
            answer = labels_answer(said(shown))
        else:
            role = "outlet" if what is What.outlets else "origin"
            profiles = source_profiles(shown.incidents, said(shown), edited=edited_articles(connection))
            answer = sources_answer(profiles, role=role)
        write_answer(answer, shown, output_format, output, replace=force)
