"""Where things lie: the reader in the package, and the data folder (``HEARSAY_DATA`` or the platform's)."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

SHIPPED_READER = Path(__file__).parent / "reading" / "model" / "shipped"
"""The trained reader in the package; its CARD.md says what it learnt from and how well it reads."""


def data_folder() -> Path:
    """The folder of compiled reference data (gazetteers). It may not exist yet."""
    chosen = os.environ.get("HEARSAY_DATA")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("hearsay", appauthor=False))
