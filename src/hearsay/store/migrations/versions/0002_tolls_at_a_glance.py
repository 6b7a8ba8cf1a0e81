"""The stated toll stands with the incident, in the index that maps and counts read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_BOUNDS = ("killed_low", "killed_best", "killed_high")


def upgrade() -> None:
    """Copy it there from the tolls, and make the indexes of lists in their order."""
    for name in _BOUNDS:
        op.add_column("incidents", sa.Column(name, sa.Float()))
    incidents, tolls = (
        sa.table("incidents", sa.column("id"), *map(sa.column, _BOUNDS)),
        sa.table("incident_tolls", sa.column("incident"), sa.column("rule"), *map(sa.column, _BOUNDS)),
    )
    stated = {
        name: sa.select(tolls.c[name])
        .where(tolls.c.incident == incidents.c.id, tolls.c.rule == "stated")
        .scalar_subquery()
        for name in _BOUNDS
    }
    op.execute(sa.update(incidents).values(stated))
    op.drop_index("ix_incidents_glance", "incidents")
    op.create_index(
        "ix_incidents_glance",
        "incidents",
        [
            "first_day",
            "last_day",
            "lat",
            "lon",
            "country",
            "type",
            "acled_sub_type",
            "status",
            "corroboration",
            "credibility",
            "disputed",
            "leads",
            "killed_low",
            "killed_best",
            "killed_high",
            "last_reported",
            "place",
            "radius_km",
            "where_precision",
            "id",
        ],
    )
