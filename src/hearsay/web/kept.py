"""What takes long to make, kept until the database changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Results by their names, for one state of the database."""

    def __init__(self) -> None:
        """Empty."""
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._found: dict[str, object] = {}

    def get(self, state: Hashable, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave before for the same ``state`` and ``name``.

        One at a time: a second reader waits for what the first has begun.
        """
        with self._lock:
            if state != self._state:
                self._state, self._found = state, {}
            if name not in self._found:
                self._found[name] = make()
            return cast("T", self._found[name])
