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
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- output: hearsay ([^\n]*) -->\n).*?(<!-- end -->)", re.DOTALL)
WIDTH = "96"


def renewed(page: str) -> str:
    """``page`` with each command run again."""
    return BLOCK.sub(lambda found: f"{found[1]}\n```text\n{output(found[2])}```\n\n{found[3]}", page)


def output(arguments: str) -> str:
    """What ``hearsay ARGUMENTS`` prints, run in the repository's root."""
    command = [str(Path(sys.executable).parent / "hearsay"), *shlex.split(arguments)]
    environment = {**os.environ, "COLUMNS": WIDTH}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode("utf-8")
