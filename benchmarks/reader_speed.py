"""How fast a model folder reads: articles of 500 words a second on one core, and whether two runs give the same bytes.

.venv/bin/python benchmarks/reader_speed.py MODEL REPORTS
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from pathlib import Path

from hearsay.reading.model.read import ModelReading, read_text
from hearsay.reading.model.session import Session
from hearsay.reading.sentences import sentences
from hearsay.training.corpora.folder import load_path

WORDS = 500


def main() -> None:
    model, reports = Path(sys.argv[1]), Path(sys.argv[2])
    texts = [example.text for file in sorted(reports.glob("*.reports")) for example in load_path(file)][:120]
    before = time.perf_counter()
    session = Session(model)
    loaded = time.perf_counter() - before
    at = time.process_time()
    first = [read_text(session, text, sentences(text)) for text in texts]
    seconds = time.process_time() - at
    words = sum(len(text.split()) for text in texts)
    backwards = [read_text(Session(model) if k == 0 else session, t, sentences(t)) for k, t in enumerate(texts[::-1])]
    figures = {
        "articles_of_500_words_a_cpu_second": round(words / WORDS / seconds, 1),
        "seconds_to_load": round(loaded, 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "model_mb": round(sum(f.stat().st_size for f in model.iterdir() if f.is_file()) / 1e6, 1),
        "same_in_any_order": digest(first) == digest(backwards[::-1]),
        "digest": digest(first),
    }
    print(json.dumps(figures))


def digest(readings: list[ModelReading]) -> str:
    return hashlib.sha256(repr(readings).encode()).hexdigest()[:16]


if __name__ == "__main__":
    main()
