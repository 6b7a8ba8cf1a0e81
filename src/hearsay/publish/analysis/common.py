"""The columns that several analyses have: whose word it is, where its words stand."""

from __future__ import annotations

from hearsay.analysis.ceasefires import Agreement, Violation
from hearsay.analysis.control import ControlWord
from hearsay.analysis.said import Voice
from hearsay.publish.columns import Columns, Row, Value, texts

VOICE_COLUMNS: Columns = texts(
    voice="Key of the origin whose word it is",
    voice_name="Its name",
    voice_kind="official, military, armed_group, monitor …",
)
WORDS_COLUMNS: Columns = texts(
    words="The passage that carries it",
    outlet="Who published it",
    published="When",
    incident_id="The incident",
)


def voice_cells(voice: Voice) -> dict[str, Value]:
    """The cells of :data:`VOICE_COLUMNS`."""
    return {"voice": voice.key, "voice_name": voice.name, "voice_kind": voice.kind}


def words_cells(one: Violation | Agreement | ControlWord) -> dict[str, Value]:
    """The cells of :data:`WORDS_COLUMNS`."""
    return {"words": one.passage, "outlet": one.outlet, "published": one.published, "incident_id": one.incident}


def printed(row: Row, *columns: str) -> tuple[str, ...]:
    """Cells of a row as a table for people has them."""
    return tuple("" if row[name] is None else str(row[name]) for name in columns)
