"""The registry files: those of the package and those a user added in the data folder."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from hearsay.errors import DataError

_LARGEST = 20_000_000


def packaged_files() -> list[tuple[str, str]]:
    """(name, text) of the registry files in the package, in order."""
    folder = resources.files("hearsay.actors") / "registry"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return [(f"registry/{file.name}", file.read_text(encoding="utf-8")) for file in files]


def local_files(folder: Path) -> list[tuple[str, str]]:
    """(path, text) of the registry files a user added, in order."""
    return [(str(path), read_text_file(path)) for path in sorted(folder.glob("*.toml"))] if folder.is_dir() else []


def read_text_file(path: Path) -> str:
    """A file's text; raises :class:`DataError` (``registry-unreadable``)."""
    try:
        if path.stat().st_size > _LARGEST:
            raise DataError("registry-unreadable", "larger than 20 MB", where=str(path))
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("registry-unreadable", f"cannot read: {error}", where=str(path)) from error
