"""What a process and its worker say to each other, frame by frame: four bytes of length, then so many of content."""

from __future__ import annotations

import struct
from typing import BinaryIO

_LENGTH = struct.Struct("<I")


def send(pipe: BinaryIO, content: bytes) -> None:
    """Write a frame and let it go. OSError when nobody reads any more; struct.error above 4 GiB."""
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """The next frame, or None where the other end closed or fell silent before its end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    content = pipe.read(size)
    return content if len(content) == size else None
