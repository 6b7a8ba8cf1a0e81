"""What is kept is made once for a state; slow things hold up nobody else."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from hearsay.web.kept import MOST, Kept


def test_what_is_kept_is_made_again_for_another_state() -> None:
    kept, made = Kept(), iter("abc")
    assert [kept.get(state, "x", lambda: next(made)) for state in (1, 1, 2)] == ["a", "a", "b"]


def test_many_at_once_make_it_once() -> None:
    kept, made = Kept(), iter("abc")
    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(lambda _: kept.get(1, "x", lambda: next(made)), range(50))) == {"a"}


def test_who_asks_for_something_else_does_not_wait() -> None:
    kept, going_on = Kept(), threading.Event()
    with ThreadPoolExecutor(1) as slow:
        held = slow.submit(kept.get, 1, "slow", going_on.wait)
        assert kept.get(1, "quick", lambda: "here") == "here"
        going_on.set()
        assert held.result()


def test_what_fails_is_tried_again() -> None:
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.get(1, "x", lambda: 1 // 0)
    assert kept.get(1, "x", lambda: 2) == 2


def test_no_more_than_so_many_are_kept() -> None:
    kept, made = Kept(), iter(range(MOST + 2))
    for name in range(MOST + 1):
        kept.get(1, name, lambda: next(made))
    assert kept.get(1, 0, lambda: next(made)) == MOST + 1
