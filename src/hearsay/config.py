"""Where things lie: the data folder, from ``HEARSAY_DATA`` or the platform's user data folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The folder of compiled reference data (gazetteers). It may not exist yet."""
    chosen = os.environ.get("HEARSAY_DATA")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("hearsay", appauthor=False))
