"""The files that pages load: our own style and modules, and what ``make assets`` fetched."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cached_property
from pathlib import Path

from hearsay.errors import DataError

_HERE = Path(__file__).parent
OWN, FETCHED = _HERE / "static", _HERE / "fetched"
LIST = _HERE / "fetched.toml"
"""What ``make assets`` puts into FETCHED: each file with its hash."""
MEDIA = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}


class Assets:
    """The files by the name in their address. Only what is listed when the explorer starts is ever served."""

    def __init__(self) -> None:
        """DataError ``assets-altered`` where a fetched file is not the one that was listed."""
        self._own = {path.name: path for path in sorted(OWN.iterdir()) if path.suffix in MEDIA}
        self._fetched = {name: FETCHED / name for name in expected() if (FETCHED / name).is_file()}
        for name, path in self._fetched.items():
            if sha256(path) != expected()[name]:
                raise DataError(
                    "assets-altered", f"{name} is not the file that was listed", where=str(path),
                    hint="Fetch it anew with `make assets`.",
                )  # fmt: skip

    @property
    def complete(self) -> bool:
        """Whether everything was fetched; without it pages have no map."""
        return len(self._fetched) == len(expected())

    def find(self, name: str) -> Path | None:
        """The file of that name."""
        return self._own.get(name) or self._fetched.get(name)

    def url(self, name: str) -> str:
        """The address of a file."""
        return f"/assets/{self.version}/{name}"

    @cached_property
    def version(self) -> str:
        """Changes with any of our own files, so that no browser keeps an old one."""
        together = hashlib.sha256()
        for path in (*self._own.values(), LIST):
            together.update(path.read_bytes())
        return together.hexdigest()[:12]


def expected() -> dict[str, str]:
    """The name and sha256 of each file that is fetched."""
    listed: dict[str, str] = tomllib.loads(LIST.read_text(encoding="utf-8"))["files"]
    return listed


def sha256(path: Path) -> str:
    """Of the file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
