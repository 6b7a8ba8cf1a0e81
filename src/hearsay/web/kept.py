"""What takes long to make, kept until the database changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")

MOST = 200
"""Results; of more, the first made goes."""


class _Result:
    """One result, made once however many ask for it at the same time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made: list[object] = []


class Kept:
    """Results by their names, for one state of the database."""

    def __init__(self, most: int = MOST) -> None:
        """Empty; it takes ``most`` results."""
        self._most = most
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._results: dict[Hashable, _Result] = {}

    def clear(self) -> None:
        """Forget everything: another database may have the same state."""
        with self._lock:
            self._state, self._results = None, {}

    def get(self, state: Hashable, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave before for the same ``state`` and ``name``.

        Who asks for what is being made waits for it; who asks for something else does not.
        """
        with self._lock:
            if state != self._state:
                self._state, self._results = state, {}
            result = self._results.setdefault(name, _Result())
            if len(self._results) > self._most:
                del self._results[next(iter(self._results))]
        with result.lock:
            if not result.made:
                result.made.append(make())
            return cast("T", result.made[0])
