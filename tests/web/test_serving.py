"""The socket: what is written to it is sent at once, and a port in use is said to be."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from hearsay.errors import OutputError
from hearsay.web.serving import LOOPBACK, listen


def test_an_answer_is_sent_at_once() -> None:
    with ThreadPoolExecutor(max_workers=1) as elsewhere:  # a browser's tests leave a loop running in this thread
        elsewhere.submit(asyncio.run, _asked()).result()


async def _asked() -> None:
    at_once: list[int] = []

    def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        at_once.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    ours = listen(0)
    async with await asyncio.start_server(answer, sock=ours):
        reader, writer = await asyncio.open_connection(LOOPBACK, ours.getsockname()[1])
        await reader.read()
        writer.close()
    assert at_once == [1]


def test_a_port_in_use_is_said_to_be() -> None:
    with listen(0) as taken:
        taken.listen()
        with pytest.raises(OutputError) as found:
            listen(taken.getsockname()[1])
    assert found.value.code == "port-taken"
