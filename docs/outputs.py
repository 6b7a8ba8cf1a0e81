"""Puts real output of real commands into README and the guide; see ``generate.py``.

It stands between ``<!-- output: COMMAND -->`` and ``<!-- end -->``, and is renewed only by
``python docs/generate.py --outputs``: it changes with every better rule, and is an example, not a promise.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- output: hearsay ([^\n]*) -->\n).*?(<!-- end -->)", re.DOTALL)
WIDTH = "96"


def renewed(page: str) -> str:
    """``page`` with each command run again."""
    return BLOCK.sub(lambda found: f"{found[1]}\n```text\n{output(found[2])}```\n\n{found[3]}", page)


def output(arguments: str) -> str:
    """What ``hearsay ARGUMENTS`` prints, remarks too.

    It runs in a folder with the repository's ``src`` and a ``hearsay.db`` of the bundled reports; ``ingest`` makes it.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "src").symlink_to(ROOT / "src")
        if not arguments.startswith(("ingest ", "code ")):
            _run(folder, "ingest src/hearsay/demo")
        return _run(folder, arguments)


def _run(folder: str, arguments: str) -> str:
    command = [str(Path(sys.executable).parent / "hearsay"), *shlex.split(arguments)]
    environment = {**os.environ, "COLUMNS": WIDTH}
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    return done.stdout.decode("utf-8")
