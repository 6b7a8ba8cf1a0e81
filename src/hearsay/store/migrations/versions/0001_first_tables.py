"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915  a list
    """Make them."""
    op.create_table(
        "articles",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("current", sa.Integer(), nullable=False, unique=True),
    )
    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("as_of", sa.String()),
    )
    op.create_table(
        "coders",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_table(
        "notes",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("ix_notes_article", "notes", ["article"])
    op.create_table(
        "pages",
        sa.Column("sha256", sa.String(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "codings",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("coder", sa.String(), sa.ForeignKey("coders.id", name="fk_codings_coder"), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), sa.ForeignKey("changes.seq", name="fk_codings_seq"), nullable=False),
        sa.Column("published", sa.String()),
        sa.Column("outlet", sa.String()),
        sa.Column("reprint_of", sa.String()),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
    )
    op.create_index("ix_codings_article_fingerprint_coder", "codings", ["article", "fingerprint", "coder"], unique=True)
    op.create_index("ix_codings_outlet", "codings", ["outlet"])
    op.create_index("ix_codings_published", "codings", ["published"])
    op.create_index("ix_codings_seq", "codings", ["seq"])
    op.create_table(
        "failures",
        sa.Column("source", sa.String(), primary_key=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text()),
        sa.Column("seq", sa.Integer(), sa.ForeignKey("changes.seq", name="fk_failures_seq"), nullable=False),
    )
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("minted", sa.Integer(), sa.ForeignKey("changes.seq", name="fk_incidents_minted"), nullable=False),
        sa.Column("changed", sa.Integer(), sa.ForeignKey("changes.seq", name="fk_incidents_changed"), nullable=False),
        sa.Column("first_day", sa.String()),
        sa.Column("last_day", sa.String()),
        sa.Column("date_precision", sa.Integer()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("radius_km", sa.Float()),
        sa.Column("where_precision", sa.Integer()),
        sa.Column("place", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("admin1", sa.String()),
        sa.Column("where_words", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("acled_type", sa.String()),
        sa.Column("acled_sub_type", sa.String()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("corroboration", sa.String(), nullable=False),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("disputes", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("leads", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("first_reported", sa.String()),
        sa.Column("last_reported", sa.String()),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("ix_incidents_changed", "incidents", ["changed"])
    op.create_index("ix_incidents_country", "incidents", ["country"])
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
            "place",
            "radius_km",
            "where_precision",
            "id",
        ],
    )
    op.create_index("ix_incidents_first_day_id", "incidents", ["first_day", "id"])
    op.create_index("ix_incidents_last_day", "incidents", ["last_day"])
    op.create_index("ix_incidents_lat_lon", "incidents", ["lat", "lon"])
    op.create_table(
        "redirects",
        sa.Column("old", sa.String(), primary_key=True),
        sa.Column("new", sa.String()),
        sa.Column("seq", sa.Integer(), sa.ForeignKey("changes.seq", name="fk_redirects_seq"), nullable=False),
    )
    op.create_index("ix_redirects_new", "redirects", ["new"])
    op.create_index("ix_redirects_seq", "redirects", ["seq"])
    op.create_table(
        "captures",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("coder", sa.String(), sa.ForeignKey("coders.id", name="fk_captures_coder"), primary_key=True),
        sa.Column("coding", sa.Integer(), sa.ForeignKey("codings.n", name="fk_captures_coding"), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
    )
    op.create_index("ix_captures_coding", "captures", ["coding"])
    op.create_index("ix_captures_sha256", "captures", ["sha256"])
    op.create_table(
        "fingerprints",
        sa.Column("coding", sa.Integer(), sa.ForeignKey("codings.n", name="fk_fingerprints_coding"), primary_key=True),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("triples", sa.LargeBinary(), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "incident_origins",
        sa.Column(
            "incident",
            sa.String(),
            sa.ForeignKey("incidents.id", name="fk_incident_origins_incident"),
            primary_key=True,
        ),
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("affiliation", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("party", sa.String()),
    )
    op.create_index("ix_incident_origins_key", "incident_origins", ["key"])
    op.create_index("ix_incident_origins_name", "incident_origins", ["name"])
    op.create_table(
        "incident_parties",
        sa.Column(
            "incident",
            sa.String(),
            sa.ForeignKey("incidents.id", name="fk_incident_parties_incident"),
            primary_key=True,
        ),
        sa.Column("role", sa.String(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("id", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
    )
    op.create_index("ix_incident_parties_id", "incident_parties", ["id"])
    op.create_index("ix_incident_parties_name", "incident_parties", ["name"])
    op.create_table(
        "incident_tolls",
        sa.Column(
            "incident",
            sa.String(),
            sa.ForeignKey("incidents.id", name="fk_incident_tolls_incident"),
            primary_key=True,
        ),
        sa.Column("rule", sa.String(), primary_key=True),
        sa.Column("killed_low", sa.Float()),
        sa.Column("killed_best", sa.Float()),
        sa.Column("killed_high", sa.Float()),
        sa.Column("injured_low", sa.Float()),
        sa.Column("injured_best", sa.Float()),
        sa.Column("injured_high", sa.Float()),
    )
    op.create_table(
        "reports",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("coding", sa.Integer(), sa.ForeignKey("codings.n", name="fk_reports_coding"), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("ix_reports_coding", "reports", ["coding"])
    op.create_index("ix_reports_id", "reports", ["id"])
    op.create_table(
        "blocking",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("report", sa.Integer(), sa.ForeignKey("reports.n", name="fk_blocking_report"), primary_key=True),
    )
    op.create_index("ix_blocking_report", "blocking", ["report"])
    op.create_table(
        "claims",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("coding", sa.Integer(), sa.ForeignKey("codings.n", name="fk_claims_coding"), nullable=False),
        sa.Column("report", sa.Integer(), sa.ForeignKey("reports.n", name="fk_claims_report"), nullable=False),
        sa.Column("passage", sa.Text(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("acled", sa.String()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("first_day", sa.String()),
        sa.Column("last_day", sa.String()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("country", sa.String()),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("ix_claims_coding", "claims", ["coding"])
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_table(
        "held",
        sa.Column("episode", sa.Integer(), sa.ForeignKey("reports.n", name="fk_held_episode"), primary_key=True),
        sa.Column("event", sa.Integer(), sa.ForeignKey("reports.n", name="fk_held_event"), primary_key=True),
    )
    op.create_index("ix_held_event", "held", ["event"])
    op.create_table(
        "incident_reports",
        sa.Column(
            "report",
            sa.Integer(),
            sa.ForeignKey("reports.n", name="fk_incident_reports_report"),
            primary_key=True,
        ),
        sa.Column("incident", sa.String(), nullable=False),
    )
    op.create_index("ix_incident_reports_incident", "incident_reports", ["incident"])
    op.create_table(
        "linked",
        sa.Column("report", sa.Integer(), sa.ForeignKey("reports.n", name="fk_linked_report"), primary_key=True),
        sa.Column("of_period", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Integer()),
        sa.Column("last_day", sa.Integer()),
        sa.Column("country", sa.String()),
    )
    op.create_index("ix_linked_of_period_first_day_last_day", "linked", ["of_period", "first_day", "last_day"])
    op.create_table(
        "pairs",
        sa.Column("a", sa.Integer(), sa.ForeignKey("reports.n", name="fk_pairs_a"), primary_key=True),
        sa.Column("b", sa.Integer(), sa.ForeignKey("reports.n", name="fk_pairs_b"), primary_key=True),
        sa.Column("links", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
    )
    op.create_index("ix_pairs_b", "pairs", ["b"])
