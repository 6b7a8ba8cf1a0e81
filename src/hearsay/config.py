"""Where things lie: the reader in the package, and the data folder (``HEARSAY_DATA`` or the platform's)."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import platformdirs

SHIPPED_READER = Path(__file__).parent / "reading" / "model" / "shipped"
"""The trained reader in the package; its CARD.md says what it learnt from and how well it reads."""


def data_folder() -> Path:
    """The folder of compiled reference data (gazetteers). It may not exist yet."""
    return _folder(os.environ.get("HEARSAY_DATA"))


@cache
def _folder(chosen: str | None) -> Path:
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("hearsay", appauthor=False))
