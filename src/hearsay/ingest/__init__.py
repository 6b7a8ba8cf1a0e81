"""Ingest: pages are coded, what they say is stored, and what it touches is linked anew.

Takes inputs as ``hearsay code`` does and an open database; gives what became of each input. The same page again adds
nothing; a stopped ingest is completed by running it again.
"""

from __future__ import annotations

from hearsay.ingest.kept import kept_pages
from hearsay.ingest.run import BATCH, Taken, ingest

__all__ = ["BATCH", "Taken", "ingest", "kept_pages"]
