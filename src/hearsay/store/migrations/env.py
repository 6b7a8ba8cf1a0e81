"""Alembic's entry: runs the steps on the connection, and in the transaction, that ``hearsay.store.migrate`` holds."""

from __future__ import annotations

from alembic import context

from hearsay.store.migrate import VERSION_TABLE
from hearsay.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
