"""What takes minutes to make where there are many articles: while it is made anew, what was made last is given."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from hearsay.errors import HearsayError

THREAD = "analysis"
_LOG = logging.getLogger("hearsay.web")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """A result, and the state of the database that it was made from."""

    state: Hashable
    result: T


@dataclass(slots=True)
class _Name:
    lock: threading.Lock = field(default_factory=threading.Lock)
    made: Made[Any] | None = None
    under_way: Future[Made[Any]] | None = None


class Lately:
    """Results by their names, each made in a thread of its own."""

    def __init__(self) -> None:
        """Empty."""
        self._names: dict[Hashable, _Name] = {}

    def clear(self) -> None:
        """Forget everything, what is under way too: another database may have the same state."""
        self._names = {}

    def get(
        self, state: Hashable, name: Hashable, make: Callable[[], Made[T]], *, wait_s: float | None = None
    ) -> Made[T] | None:
        """What ``make`` gave last; it is asked again, beside the answer, where that was of another state.

        The first who ask wait, each for ``wait_s`` seconds (None: however long it takes); None where that was too
        short. Raises what ``make`` raises to them; later the last result stays.
        """
        known = self._names.setdefault(name, _Name())
        with known.lock:
            if known.under_way is None and (known.made is None or known.made.state != state):
                known.under_way = Future()
                threading.Thread(target=_make, args=(known, known.under_way, make), daemon=True, name=THREAD).start()
            made, under_way = known.made, known.under_way
        if made is not None or under_way is None:
            return made
        try:
            return under_way.result(wait_s)
        except TimeoutError:
            return None


def _make(known: _Name, under_way: Future[Made[Any]], make: Callable[[], Made[Any]]) -> None:
    try:
        made = make()
    except BaseException as error:
        _ended(known, None)
        under_way.set_exception(error)
        if not isinstance(error, HearsayError):
            raise  # a fault of ours: nobody waits for it for ever, and the log has it
        _LOG.warning("an analysis is not made: %s", error)
    else:
        _ended(known, made)
        under_way.set_result(made)


def _ended(known: _Name, made: Made[Any] | None) -> None:
    with known.lock:
        known.made, known.under_way = made or known.made, None
