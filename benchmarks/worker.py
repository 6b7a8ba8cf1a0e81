"""One worker of ``speed.py``: codes the inputs given, after a warm-up, and prints what it took as JSON."""

from __future__ import annotations

import io
import json
import resource
import sys
import time

from hearsay import code
from hearsay.pipeline import code_inputs

WARM_UP = "Two soldiers were killed near Ariha on Sunday, the army said."


def main() -> None:
    """``articles``, ``seconds`` and the peak resident set in MB (10^6 bytes)."""
    code(WARM_UP, published="2020-02-12")
    began = time.perf_counter()
    articles = sum(1 for _ in code_inputs(sys.argv[1:], io.BytesIO()))
    seconds = time.perf_counter() - began
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"articles": articles, "seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()
