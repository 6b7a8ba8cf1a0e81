"""The socket on which the explorer listens: on this computer alone."""

from __future__ import annotations

import socket

from hearsay.errors import OutputError

LOOPBACK = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket bound to ``port`` of the loopback address. OutputError ``port-taken``."""
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named; else a page waits 40 ms for its second half.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((LOOPBACK, port))
    except OSError as error:
        found.close()
        hint = "Another program listens there, perhaps another explorer. Name another one with --port."
        raise OutputError("port-taken", f"port {port} cannot be used: {error.strerror}", hint=hint) from error
    return found
