"""What takes minutes to make where there are many articles: while it is made anew, what was made last is given."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from hearsay.errors import HearsayError

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
    """Held by who makes it."""
    made: Made[Any] | None = None


class Lately:
    """Results by their names."""

    def __init__(self) -> None:
        """Empty."""
        self._names: dict[Hashable, _Name] = {}

    def clear(self) -> None:
        """Forget everything, what is under way too: another database may have the same state."""
        self._names = {}

    def get(self, state: Hashable, name: Hashable, make: Callable[[], Made[T]]) -> Made[T]:
        """What ``make`` gave last; it is asked again, beside the answer, where that was of another state.

        The first who ask wait. Raises what ``make`` raises to them; later the last result stays.
        """
        known = self._names.setdefault(name, _Name())
        if known.made is None:
            with known.lock:
                known.made = known.made or make()
        elif known.made.state != state and known.lock.acquire(blocking=False):
            threading.Thread(target=_renew, args=(known, make), daemon=True).start()
        return known.made


def _renew(known: _Name, make: Callable[[], Made[Any]]) -> None:
    try:
        known.made = make()
    except HearsayError:
        _LOG.exception("an analysis stays as it was")
    finally:
        known.lock.release()
