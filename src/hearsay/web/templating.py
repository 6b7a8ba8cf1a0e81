"""The templates' environment: everything escaped, an unknown name is an error, words said as elsewhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hearsay.analysis.sources import SourceProfile
from hearsay.places.countries import country_name
from hearsay.publish import say
from hearsay.publish.plain import one_line
from hearsay.publish.public import DELAY
from hearsay.records import Event
from hearsay.store import IncidentRow
from hearsay.web.addresses import outside
from hearsay.web.subject import links
from hearsay.web.whisker import WIDTH, whisker

_TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Made once for each explorer."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["say"] = say
    made.globals["links"] = links
    made.globals["whisker_width"] = WIDTH
    made.globals["delay_hours"] = round(DELAY.total_seconds() / 3600)
    made.filters["plain"] = plain
    made.filters["one_line"] = one_line
    made.filters["option"] = lambda choice: (choice.value, f"{choice.name} ({choice.incidents:,})")
    made.filters["coded"] = lambda code: (code, plain(code))
    made.filters["country"] = lambda code: country_name(code) or code
    made.filters["outside"] = outside
    made.filters["title"] = title
    made.filters["happening"] = happening
    made.filters["row_days"] = row_days
    made.filters["drawn"] = lambda record: whisker(record.ratio) if isinstance(record, SourceProfile) else None
    made.filters["figure"] = say.number
    return made


def plain(code: str) -> str:
    """An enumeration's value as words: ``several_origins`` → "several origins"."""
    return code.replace("_", " ")


def title(row: IncidentRow) -> str:
    """What happened, in ACLED's words where there are any, else PLOVER's."""
    return row.acled_sub_type or _plover(row.type, row.mode)


def happening(event: Event) -> str:
    """The same of an incident's event."""
    return event.acled.sub_event_type if event.acled else _plover(event.type, event.mode)


def _plover(type_: str, mode: str | None) -> str:
    """``THREATEN``, ``violence`` → "Threaten: violence"."""
    return ": ".join(filter(None, (plain(type_).capitalize(), mode and plain(mode))))


def row_days(row: IncidentRow) -> str:
    """The days of an incident, shortly."""
    if row.first_day is None:
        return f"by {row.last_day}" if row.last_day else "no date"
    return row.first_day if row.last_day in (None, row.first_day) else f"{row.first_day} to {row.last_day}"
