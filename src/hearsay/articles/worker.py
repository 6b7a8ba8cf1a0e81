"""The process that pages are read in: it may be killed, the coder may not.

Run as ``python -P -m hearsay.articles.worker``. Standard input and output carry frames, each a pickle. In:
``(content, media, where)``. Out: a :class:`~hearsay.articles.draft.Draft`, or ``(code, message)`` of the error. Before
each page the process gives itself so many more seconds of processor time and no more; memory is capped for its whole
life. Both caps are the operating system's, so nothing that a parser does can get round them. The parsers of markup are
imported with the first page of markup: plain text is read without them, and sooner.
"""

from __future__ import annotations

import pickle
import sys
from dataclasses import replace
from typing import BinaryIO

from hearsay.articles.decode import decode
from hearsay.articles.draft import Draft
from hearsay.articles.frames import receive, send
from hearsay.articles.plain import read_plain
from hearsay.errors import InputError

try:
    import resource
except ImportError:  # no such limits on Windows: there only the caller's clock stops a page
    resource = None  # type: ignore[assignment]

PAGE_CPU_SECONDS = 10
"""News pages take 0.03 s; the largest live blogs about 2 s."""
MEMORY_BYTES = 2 * 1024**3


def read_page(content: bytes, media: str, where: str) -> Draft:
    """The article on one page, in this process. Raises :class:`InputError`."""
    decoded = decode(content, where)
    if media in ("html", "fragment"):
        from hearsay.articles.markup import read_fragment, read_markup

        draft = (read_markup if media == "html" else read_fragment)(decoded.text, where)
    else:
        draft = read_plain(decoded.text, where)
    return replace(draft, problems=decoded.problems + draft.problems)


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer each frame of ``source`` on ``sink`` until it ends."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (frame := receive(source)) is not None:
        _allow(PAGE_CPU_SECONDS)
        send(sink, pickle.dumps(_answer(*pickle.loads(frame))))  # noqa: S301 (our own parent wrote it)


def _allow(seconds: int) -> None:
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + seconds + 1, hard))


def _answer(content: bytes, media: str, where: str) -> Draft | tuple[str, str, str | None]:
    try:
        return read_page(content, media, where)
    except InputError as error:
        return error.code, error.message, error.hint
    except MemoryError:
        return "too-complex", f"reading it takes more than {MEMORY_BYTES // 2**30} GiB", None
    except Exception as error:  # noqa: BLE001 (hostile input: whatever a parser trips over is this page's error)
        return "unreadable", f"the page could not be read ({type(error).__name__}: {str(error)[:200]})", None


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
