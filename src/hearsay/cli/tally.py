"""Counts what was coded and what failed, says so on stderr, and gives the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from hearsay.cli.output import say
from hearsay.errors import HearsayError

A_FEW = 3  # inputs before progress is shown
EVERY = 100  # inputs between lines of progress where stderr is no terminal

ALL_WELL, ALL_FAILED, SOME_FAILED = 0, 1, 3


Result = TypeVar("Result")


class Tally:
    """Lets results through and keeps failures back, reporting each on stderr with its code and reason."""

    def __init__(self, *, live: bool, done: str = "coded") -> None:
        """``live``: stderr is a terminal that shows nothing else, so that one line can be written over. ``done`` says
        what was done with the inputs that did not fail."""
        self.coded = 0
        self.failed = 0
        self._live = live
        self._done = done

    def successes(self, results: Iterable[Result | HearsayError]) -> Iterator[Result]:
        """What among ``results`` is no failure, in order."""
        for result in results:
            self._clear()
            if isinstance(result, HearsayError):
                self.failed += 1
                say(str(result))
            else:
                self.coded += 1
                yield result
            self._progress()
        self._clear()
        if self.coded + self.failed == 0:
            say("the inputs hold no article [no-article].")
        elif self.coded + self.failed > A_FEW:
            say(self._sum())

    @property
    def status(self) -> int:
        """The exit status that the contract gives this outcome."""
        if self.coded == 0:
            return ALL_FAILED
        return SOME_FAILED if self.failed else ALL_WELL

    def _sum(self) -> str:
        return f"{self.coded} {self._done}" + (f", {self.failed} failed" if self.failed else "")

    def _progress(self) -> None:
        done = self.coded + self.failed
        if self._live and done > A_FEW:
            sys.stderr.write(f"hearsay: {self._sum()} …")
            sys.stderr.flush()
        elif not self._live and done % EVERY == 0:
            say(f"{self._sum()} so far")

    def _clear(self) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")
