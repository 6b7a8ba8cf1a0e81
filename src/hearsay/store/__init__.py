"""The database: codings as they were made, never overwritten; incidents as linking last left them.

Takes Codings and LinkedIncidents; gives them back, filtered and with what changed. It decides nothing about linking.
"""

from __future__ import annotations

from hearsay.store.database import Database, open_database
from hearsay.store.query import IncidentQuery, count_incidents, list_incidents
from hearsay.store.records import (
    Capture,
    Failure,
    Findings,
    IncidentRow,
    StoredClaim,
    Version,
)

__all__ = [
    "Capture",
    "Database",
    "Failure",
    "Findings",
    "IncidentQuery",
    "IncidentRow",
    "StoredClaim",
    "Version",
    "count_incidents",
    "list_incidents",
    "open_database",
]
