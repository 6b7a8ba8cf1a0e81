"""What was made last is given while the new is under way; nobody waits but the first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from hearsay.errors import StoreError
from hearsay.web.lately import THREAD, Lately, Made

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
    assert [lately.get(2, "x", slowly) for _ in range(3)] == [Made(1, "old")] * 3
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
        assert _in_time(lambda: lately.get(2, "x", fails) == Made(1, "old") and tried.acquire(timeout=0.01))


def test_the_first_who_ask_are_told_of_a_fault() -> None:
    def fails() -> Made[str]:
        raise StoreError("database-missing", "it is gone")

    lately = Lately()
    with pytest.raises(StoreError):
        lately.get(1, "x", fails)
    assert lately.get(1, "x", lambda: Made(1, "there")) == Made(1, "there")


def test_what_is_forgotten_does_not_come_back() -> None:
    lately, go_on, ended = Lately(), threading.Event(), threading.Event()

    def slowly() -> Made[str]:
        assert go_on.wait(WAIT_S)
        ended.set()
        return Made(2, "of the other database")

    lately.get(1, "x", lambda: Made(1, "old"))
    lately.get(2, "x", slowly)
    lately.clear()
    assert lately.get(2, "x", lambda: Made(2, "ours")) == Made(2, "ours")
    go_on.set()
    assert ended.wait(WAIT_S)
    assert lately.get(2, "x", slowly) == Made(2, "ours")


def test_who_will_not_wait_is_told_that_it_is_not_there_yet() -> None:
    lately, go_on, begun = Lately(), threading.Event(), threading.Semaphore(0)

    def slowly() -> Made[str]:
        begun.release()
        assert go_on.wait(WAIT_S)
        return Made(1, "there")

    assert [lately.get(1, "x", slowly, wait_s=0.01) for _ in range(3)] == [None] * 3
    go_on.set()
    assert lately.get(1, "x", slowly, wait_s=WAIT_S) == Made(1, "there")
    assert begun.acquire(timeout=WAIT_S)
    assert not begun.acquire(blocking=False)  # it was made once


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_waits_for_ever_for_a_fault_of_ours() -> None:
    def breaks() -> Made[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Lately().get(1, "x", breaks)
    for thread in threading.enumerate():
        if thread.name == THREAD:
            thread.join(WAIT_S)
