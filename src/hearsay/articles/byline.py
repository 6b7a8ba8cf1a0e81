"""Names of those who wrote it, without what stands round them."""

from __future__ import annotations

import re

from hearsay.articles.dates import read_date
from hearsay.articles.fold import fold
from hearsay.articles.labels import is_byline
from hearsay.articles.tidy import one_line
from hearsay.codebook import table

_AFTER_NAME = re.compile(
    r"\s+(?:at|in|for|from|reporting)\s+|\s*[|•·(]\s*|\s+[-–—]\s+|,\s+(?=\w+ (?:correspondent|reporter|editor)\b|\d)",
    re.IGNORECASE,
)


def clean_byline(text: str) -> str | None:
    """``By Dan Thackray at Mill Lane`` gives ``Dan Thackray``; None where no name is left."""
    words = one_line(text).split()
    labels = {fold(label) for labels in table("article_labels")["byline"].values() for label in labels}
    for count in (3, 2, 1):
        if fold(" ".join(words[:count])).rstrip(" :") in labels:
            words = words[count:]
            break
    value = _AFTER_NAME.split(" ".join(words).lstrip(": "), maxsplit=1)[0].strip(" ,;:|")
    return value if value and is_byline(value) and read_date(value) is None else None
