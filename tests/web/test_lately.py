"""What was made last is given while the new is under way; nobody waits but the first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from hearsay.errors import StoreError
from hearsay.web.lately import Lately, Made

WAIT_S = 20


def _in_time(happens: Callable[[], bool]) -> bool:
    """Whether it happens before long."""
    end = time.monotonic() + WAIT_S
    while not (happened := happens()) and time.monotonic() < end:
        time.sleep(0.005)
    return happened


def test_what_was_made_last_is_given_until_the_new_is_there() -> None:
    lately, go_on, done = Lately(), threading.Event(), threading.Event()

    def slowly() -> Made[str]:
        assert go_on.wait(WAIT_S)
        done.set()
        return Made(2, "new")

    assert lately.get(1, "x", lambda: Made(1, "old")) == Made(1, "old")
    assert [lately.get(2, "x", slowly).result for _ in range(3)] == ["old"] * 3
    go_on.set()
    assert done.wait(WAIT_S)
    assert _in_time(lambda: lately.get(2, "x", slowly) == Made(2, "new"))


def test_a_fault_on_the_way_leaves_the_last_one_and_is_tried_again() -> None:
    lately, tried = Lately(), threading.Semaphore(0)

    def fails() -> Made[str]:
        tried.release()
        raise StoreError("database-locked", "another program writes")

    lately.get(1, "x", lambda: Made(1, "old"))
    for _ in range(2):
        assert _in_time(lambda: lately.get(2, "x", fails).result == "old" and tried.acquire(timeout=0.01))


def test_the_first_who_ask_are_told_of_a_fault() -> None:
    def fails() -> Made[str]:
        raise StoreError("database-missing", "it is gone")

    lately = Lately()
    with pytest.raises(StoreError):
        lately.get(1, "x", fails)
    assert lately.get(1, "x", lambda: Made(1, "there")).result == "there"


def test_what_is_forgotten_does_not_come_back() -> None:
    lately, go_on, ended = Lately(), threading.Event(), threading.Event()

    def slowly() -> Made[str]:
        assert go_on.wait(WAIT_S)
        ended.set()
        return Made(2, "of the other database")

    lately.get(1, "x", lambda: Made(1, "old"))
    lately.get(2, "x", slowly)
    lately.clear()
    assert lately.get(2, "x", lambda: Made(2, "ours")).result == "ours"
    go_on.set()
    assert ended.wait(WAIT_S)
    assert lately.get(2, "x", slowly).result == "ours"
