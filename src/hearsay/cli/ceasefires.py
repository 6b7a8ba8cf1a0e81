"""``hearsay ceasefires``: who is said to have broken one, and which were made."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated

import typer

from hearsay.cli.answers import Force, MapFormat, MapFormatOption, Names, Output, everything, say_left_out, write_answer
from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT


class What(StrEnum):
    """The lists."""

    violations = "violations"
    accusations = "accusations"
    agreements = "agreements"


def ceasefires(
    what: Annotated[
        What, typer.Argument(help="violations; accusations, by whom of whom how often; agreements.")
    ] = What.violations,
    db: Db = DEFAULT_DB,
    output_format: MapFormatOption = None,
    output: Output = STDOUT,
    force: Force = False,
    names: Names = False,
) -> None:
    """List alleged violations of ceasefires by accused, alleger, place and day, and the ceasefires made."""
    from hearsay.publish.analysis.answer import said
    from hearsay.publish.analysis.ceasefires import accusations_answer, agreements_answer, violations_answer

    if what is What.accusations and output_format is MapFormat.geojson:
        raise typer.BadParameter("accusations have no place of their own: ask for violations")
    left_out: Counter[str] = Counter()
    with everything(db, names=names) as (shown, _):
        match what:
            case What.violations:
                answer, id_column = violations_answer(said(shown), left_out), "claim_ids"
            case What.agreements:
                answer, id_column = agreements_answer(said(shown)), "claim_id"
            case What.accusations:
                answer, id_column = accusations_answer(said(shown)), ""
        write_answer(answer, shown, output_format, output, replace=force, id_column=id_column)
    say_left_out(left_out)
