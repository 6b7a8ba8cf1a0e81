"""A further migration, invented, to be taken, to fail or to be killed."""

from __future__ import annotations

import shutil
from pathlib import Path

from hearsay.store.migrate import STEPS

TARGET = "9999"
_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"

def upgrade():
    op.create_table("photographs", sa.Column("sha256", sa.String(), primary_key=True))
    op.execute("INSERT INTO photographs SELECT sha256 FROM pages")
    op.drop_table("notes")
    op.add_column("articles", sa.Column("read", sa.Boolean()))
    {last}
"""


def with_step(folder: Path, head: str, last: str = "pass") -> Path:
    """A copy of the package's steps with one more after ``head``, which ends with the statement ``last``."""
    steps = folder / "migrations"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "9999_photographs.py").write_text(_STEP.format(head=head, last=last))
    return steps
