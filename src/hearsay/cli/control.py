"""``hearsay control``: who is said to hold which place on a date."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Annotated

import typer

from hearsay.cli.answers import Force, MapFormat, MapFormatOption, Names, Output, everything, say_left_out, write_answer
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT


def control(
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="The date, as 2024-05-14.")],
    db: Db = DEFAULT_DB,
    words: Annotated[bool, typer.Option("--words", help="The last word of every voice, a line each.")] = False,
    output_format: MapFormatOption = None,
    output: Output = STDOUT,
    force: Force = False,
    names: Names = False,
) -> None:
    """Say who is said to hold which place on a date, by whose word, and who contradicts."""
    from hearsay.publish.analysis.answer import said
    from hearsay.publish.analysis.control import places_answer, words_answer

    if words and output_format is MapFormat.geojson:
        raise typer.BadParameter("--words has a line for each voice; a map has places: leave it out for geojson")
    left_out: Counter[str] = Counter()
    with everything(db, names=names) as (shown, _):
        answer = (words_answer if words else places_answer)(said(shown), on.date(), left_out)
        write_answer(answer, shown, output_format, output, replace=force, id_column="place_key")
    say_left_out(left_out)
