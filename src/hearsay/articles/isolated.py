"""Pages read in another process, which is ended when a page takes too long or too much, and now and then anyway."""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
import threading
from typing import BinaryIO, cast

from hearsay.articles.draft import Draft
from hearsay.articles.frames import receive, send
from hearsay.errors import InputError

_RECYCLED_AFTER = 1000
"""Pages. lxml and trafilatura keep some memory of each."""
_WALL_SECONDS = 60.0
"""The worker's own limit is processor time; this one is for a worker that waits."""


class Reader:
    """A worker process, started with the first page and started anew after one that it did not survive."""

    def __init__(self, wall_seconds: float = _WALL_SECONDS, recycled_after: int = _RECYCLED_AFTER) -> None:
        """``wall_seconds`` a page; a new process after ``recycled_after`` pages."""
        self._wall_seconds = wall_seconds
        self._recycled_after = recycled_after
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._lock = threading.Lock()

    def read(self, content: bytes, media: str, where: str) -> Draft:
        """The article on a page.

        Raises :class:`InputError`: what the page lacks, ``too-slow``, or ``crashed`` where the worker died of it.
        """
        with self._lock:
            answer = self._ask(pickle.dumps((content, media, where)))
        if isinstance(answer, Draft):
            return answer
        code, message, hint = answer
        raise InputError(code, message, where=where, hint=hint)

    def start(self) -> None:
        """Start the worker, so that it is ready when the first page comes; it is not waited for."""
        with self._lock:
            self._started()

    @property
    def pid(self) -> int | None:
        """The worker's process, where there is one."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the worker; a further page starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        self._read = 0

    def _ask(self, question: bytes) -> Draft | tuple[str, str, str | None]:
        process = self._started()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._wall_seconds, end)
        clock.start()
        try:
            send(cast("BinaryIO", process.stdin), question)
            answer = receive(cast("BinaryIO", process.stdout))
        except OSError:
            answer = None
        finally:
            clock.cancel()
        self._read += 1
        if answer is not None:
            return cast("Draft | tuple[str, str, str | None]", pickle.loads(answer))  # noqa: S301 (our own child wrote it)
        # SIGXCPU, or SIGKILL at the hard limit, is the processor time's end.
        died_of = process.wait()
        self.close()
        if late.is_set() or died_of in (-24, -9):
            return "too-slow", "reading it took too long and was given up", None
        return "crashed", f"the reading process died of it (status {died_of})", None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._read >= self._recycled_after or self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "hearsay.articles.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process


SHARED = Reader()
"""The one worker of this process."""
atexit.register(SHARED.close)
