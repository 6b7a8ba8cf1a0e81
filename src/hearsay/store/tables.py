"""The tables. Records are kept as JSON; columns beside them are copies, for filters and joins.

What was coded is only ever added: a newer version of an article, or of the coder, is another row of ``codings``, and
``articles.current`` moves on to it. What linking makes (``blocking``, ``pairs``, ``incidents`` and what hangs on them)
is derived and changes with every batch. Days are ISO dates (``2024-05-14``), so that text order is time order.

Nothing here is of one database only. Migrations in ``migrations/`` make these tables; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s"}
)

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True, comment="one for each batch written: the database's own clock"),
    Column("as_of", String, comment="the date that the ingest was given, if any"),
    comment="each batch that was written",
)

coders = Table(
    "coders",
    metadata,
    Column("id", String, primary_key=True, comment="hash of the record"),
    Column("record", Text, nullable=False, comment="Coder"),
    comment="the versions of package and data that coded something",
)

pages = Table(
    "pages",
    metadata,
    Column("sha256", String, primary_key=True, comment="of the bytes as they came"),
    Column("content", LargeBinary, nullable=False, comment="zlib"),
    comment="the bytes of pages as they came in",
)

articles = Table(
    "articles",
    metadata,
    Column("key", String, primary_key=True),
    Column("current", Integer, nullable=False, unique=True, comment="codings.n"),
    comment="each article, with the coding that counts",
)

codings = Table(
    "codings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("article", String, nullable=False, comment="articles.key"),
    Column("version", String, nullable=False),
    Column("coder", ForeignKey("coders.id"), nullable=False),
    Column("fingerprint", String, nullable=False, comment="hash of the article's record without where it was found"),
    Column("seq", ForeignKey("changes.seq"), nullable=False),
    Column("published", String),
    Column("outlet", String),
    Column("reprint_of", String, comment="key of the earlier article of which this one is mostly a copy"),
    Column("record", Text, nullable=False, comment="Article, with its text"),
    Column("source", Text, nullable=False, comment="incidents.Source"),
    Column("findings", Text, nullable=False, comment="store.Findings: what was found beside claims"),
    Index(None, "article", "fingerprint", "coder", unique=True),
    Index(None, "seq"),
    Index(None, "outlet"),
    Index(None, "published"),
    comment="what a coder made of a version of an article; never changed",
)

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True, comment="hash of what came in: bytes, kind, stated fields, address"),
    Column("coder", ForeignKey("coders.id"), primary_key=True),
    Column("coding", ForeignKey("codings.n"), nullable=False),
    Column("sha256", String, nullable=False, comment="pages.sha256, where pages are kept"),
    Column("source", String, nullable=False, comment="path or address, as it came first"),
    Column("media", String, nullable=False),
    Column("fields", Text, nullable=False, comment="what the input stated of itself, JSON"),
    Index(None, "coding"),
    Index(None, "sha256"),
    comment="what came in: where each version was found",
)

failures = Table(
    "failures",
    metadata,
    Column("source", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text),
    Column("seq", ForeignKey("changes.seq"), nullable=False),
    comment="inputs that could not be coded, until they can",
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("coding", ForeignKey("codings.n"), primary_key=True),
    Column("origin", Integer, nullable=False, comment="the coding that this text copies, else itself"),
    Column("triples", LargeBinary, nullable=False, comment="hashes of word triples, little-endian uint32"),
    Column("runs", LargeBinary, nullable=False, comment="hashes of sampled runs of words, little-endian uint32"),
    comment="by what copies of the latest articles are found",
)

reports = Table(
    "reports",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, comment="of the article's own Incident; a later coder may give it again"),
    Column("coding", ForeignKey("codings.n"), nullable=False),
    Column("record", Text, nullable=False, comment="Incident, within the article"),
    Index(None, "coding"),
    Index(None, "id"),
    comment="what an article tells of one happening: the unit of linking",
)

claims = Table(
    "claims",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, comment="a later coder may give it again"),
    Column("coding", ForeignKey("codings.n"), nullable=False),
    Column("report", ForeignKey("reports.n"), nullable=False),
    Column("passage", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("acled", String, comment="sub-event type"),
    Column("status", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String),
    Column("record", Text, nullable=False, comment="Claim"),
    Index(None, "id"),
    Index(None, "coding"),
    Index(None, "report"),
    comment="each claim of each coding; never changed",
)

blocking = Table(
    "blocking",
    metadata,
    Column("key", String, primary_key=True),
    Column("report", ForeignKey("reports.n"), primary_key=True),
    Index(None, "report"),
    comment="keys by which reports that may tell one happening meet",
)

linked = Table(
    "linked",
    metadata,
    Column("report", ForeignKey("reports.n"), primary_key=True),
    Column("of_period", Boolean, nullable=False, comment="its figures are totals over many events"),
    Column("first_day", Integer, comment="proleptic ordinal"),
    Column("last_day", Integer),
    Column("country", String),
    Index(None, "of_period", "first_day", "last_day"),
    comment="the reports that count, and the time that they speak of",
)

held = Table(
    "held",
    metadata,
    Column("episode", ForeignKey("reports.n"), primary_key=True, comment="a total over a period"),
    Column("event", ForeignKey("reports.n"), primary_key=True, comment="one of what it sums up"),
    Index(None, "event"),
    comment="which reports of a period sum up which reports of events",
)

pairs = Table(
    "pairs",
    metadata,
    Column("a", ForeignKey("reports.n"), primary_key=True),
    Column("b", ForeignKey("reports.n"), primary_key=True),
    Column("links", Boolean, nullable=False, comment="speaks for one happening"),
    Column("record", Text, nullable=False, comment="incidents.Pair"),
    Index(None, "b"),
    comment="reports compared: those that link, or nearly do, or are barred",
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("minted", ForeignKey("changes.seq"), nullable=False),
    Column("changed", ForeignKey("changes.seq"), nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("date_precision", Integer, comment="UCDP date_prec"),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("where_precision", Integer, comment="UCDP where_prec"),
    Column("place", String),
    Column("country", String),
    Column("admin1", String),
    Column("where_words", String, nullable=False, comment="its names, folded, to be searched"),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("acled_type", String),
    Column("acled_sub_type", String),
    Column("status", String, nullable=False),
    Column("corroboration", String, nullable=False),
    Column("credibility", Integer, nullable=False, comment="Admiralty, 1 to 6"),
    Column("disputed", Boolean, nullable=False),
    Column("disputes", String, nullable=False, comment="fields in dispute, joined by spaces"),
    Column("articles", Integer, nullable=False),
    Column("leads", Integer, nullable=False, comment="articles that tell it first"),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first_reported", String),
    Column("last_reported", String),
    Column("record", Text, nullable=False, comment="incidents.LinkedIncident"),
    Column("killed_low", Float, comment="under the rule stated, as in incident_tolls"),
    Column("killed_best", Float),
    Column("killed_high", Float),
    Index(None, "first_day", "id"),
    Index(None, "last_day"),
    Index(None, "lat", "lon"),
    Index(None, "country"),
    Index(None, "changed"),
    # What maps and counts look at, apart from the records, which are long: a hundred thousand in a tenth of a second.
    Index(
        "ix_incidents_glance",
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
    ),
    comment="incidents as linking last left them",
)

incident_reports = Table(
    "incident_reports",
    metadata,
    Column("report", ForeignKey("reports.n"), primary_key=True),
    Column("incident", String, nullable=False, comment="incidents.id"),
    Index(None, "incident"),
    comment="which incident each report that counts is part of",
)

incident_tolls = Table(
    "incident_tolls",
    metadata,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("rule", String, primary_key=True),
    Column("killed_low", Float),
    Column("killed_best", Float),
    Column("killed_high", Float),
    Column("injured_low", Float),
    Column("injured_best", Float),
    Column("injured_high", Float),
    comment="the toll of each incident under each rule",
)

incident_parties = Table(
    "incident_parties",
    metadata,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("role", String, primary_key=True, comment="actor or recipient"),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False, comment="canonical, else as the text has it"),
    Column("folded", String, nullable=False, comment="the name, to be searched"),
    Column("id", String, comment="of the registry"),
    Column("kind", String, nullable=False),
    Column("country", String),
    Index(None, "id"),
    Index(None, "name"),
    comment="who is said to have done it, and to whom",
)

incident_origins = Table(
    "incident_origins",
    metadata,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, comment="the name, to be searched"),
    Column("affiliation", String),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("party", String),
    Index(None, "key"),
    Index(None, "name"),
    comment="who says so",
)

redirects = Table(
    "redirects",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, comment="null: withdrawn, nobody reports it any more"),
    Column("seq", ForeignKey("changes.seq"), nullable=False),
    Index(None, "seq"),
    Index(None, "new"),
    comment="incident ids no longer used, and what stands in their place",
)

notes = Table(
    "notes",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("article", String, nullable=False, comment="articles.key"),
    Column("version", String, nullable=False),
    Column("start", Integer, nullable=False, comment="of the words it is about, in that version's text"),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False, comment="by which they are found again in another version"),
    Column("author", String, nullable=False, comment="as given"),
    Column("date", String, nullable=False, comment="as given"),
    Column("text", Text, nullable=False),
    Index(None, "article"),
    comment="readers' notes, anchored to words",
)
