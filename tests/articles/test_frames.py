"""Frames between a process and its worker: what is sent is received, what breaks off is none."""

import io

import pytest

from hearsay.articles.frames import receive, send


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 100_000])
def test_what_is_sent_is_received(content: bytes) -> None:
    pipe = io.BytesIO()
    send(pipe, content)
    send(pipe, b"next")
    pipe.seek(0)
    assert [receive(pipe), receive(pipe), receive(pipe)] == [content, b"next", None]


@pytest.mark.parametrize("kept", [0, 3, 4, 8])
def test_a_frame_that_breaks_off_is_none(kept: int) -> None:
    pipe = io.BytesIO()
    send(pipe, b"halfway")
    assert receive(io.BytesIO(pipe.getvalue()[:kept])) is None
