"""One worker of ``speed.py``: codes a file of records, after a warm-up, and prints what it took as JSON.

python benchmarks/worker.py RECORDS rules|reader all|triage
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time

from hearsay.config import SHIPPED_READER
from hearsay.errors import InputError
from hearsay.pipeline import code_inputs

WARM_UP = "Two soldiers were killed near Ariha on Sunday, the army said."


def main() -> None:
    """``seconds`` by the clock and ``cpu`` seconds for all, ``read`` and ``claims``, ``peak_mb`` (10^6 bytes)."""
    records, reader, kept = sys.argv[1:]
    model, triage = SHIPPED_READER if reader == "reader" else None, kept == "triage"
    warm = io.BytesIO(json.dumps({"text": WARM_UP}).encode())
    list(code_inputs(["-"], warm, model=model, triage=triage))
    began, spent = time.perf_counter(), time.process_time()
    read = claims = 0
    for coding in code_inputs([records], io.BytesIO(), model=model, triage=triage):
        if isinstance(coding, InputError):
            raise coding
        read += not any(problem.code == "passed-over" for problem in coding.problems)
        claims += len(coding.claims)
    seconds, cpu = time.perf_counter() - began, time.process_time() - spent
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"seconds": seconds, "cpu": cpu, "read": read, "claims": claims, "peak_mb": peak}))


if __name__ == "__main__":
    main()
