"""What every export says of itself: whose it is, what made it, whose data stand in it, how to read it."""

from __future__ import annotations

from importlib.metadata import version

from hearsay.publish.publication import Publication

TITLE = "Attributed conflict events, coded by Hearsay"
NOTICE = (
    "Each record is what reports say, not what is known to have happened. The tolls follow the rule named here;"
    " other rules give other figures from the same claims."
)
QUOTED = (
    "Short passages and headlines are quoted from the outlets named beside them, whose rights they remain; texts of"
    " articles are not included."
)
MASKED = "Names of private people are masked (█)."
UNMASKED = "Names of private people have been left in on request: do not publish this file as it is."


def about(shown: Publication) -> dict[str, object]:
    """The metadata of an export, for JSON."""
    return {
        "title": TITLE,
        "made_by": made_by(),
        "rule": shown.rule,
        "seq": shown.seq,
        "since": shown.since,
        "notice": NOTICE,
        "quotations": QUOTED,
        "private_names": UNMASKED if shown.names else MASKED,
        "coders": [coder.model_dump(mode="json") for coder in shown.coders],
        "place_data": [credit.model_dump(mode="json") for credit in shown.credits],
    }


def lines(shown: Publication) -> list[tuple[str, str]]:
    """The same as (heading, text), for people."""
    coders = [
        ("Coded by", ", ".join(filter(None, (c.package, c.model, c.gazetteer, c.registry, c.codebook))))
        for c in shown.coders
    ]
    places = [("Place data", f"{credit.name} ({credit.licence}). {credit.attribution}") for credit in shown.credits]
    return [
        ("What this is", f"{TITLE}. {NOTICE}"),
        ("Made by", made_by()),
        ("Rule of the tolls", shown.rule),
        ("State of the database", f"{shown.seq}" + (f", changes since {shown.since}" if shown.since else "")),
        ("Private names", UNMASKED if shown.names else MASKED),
        ("Quotations", QUOTED),
        *coders,
        *places,
    ]


def made_by() -> str:
    """This package and its version."""
    return f"hearsay {version('hearsay')}"
