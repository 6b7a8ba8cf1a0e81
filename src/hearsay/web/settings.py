"""How an explorer was started, and what it may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class Permission(StrEnum):
    """What a route asks for. Every route names one; what no route is granted, nobody may do."""

    READ = "read"
    ADD = "add"
    NOTE = "note"


PUBLIC = frozenset({Permission.READ})
"""What everybody may do on a public explorer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One explorer."""

    database: str
    hosts: tuple[str, ...] = LOCAL_HOSTS
    """Names under which it answers. Another name in a request is another site's attempt to read from here."""
    granted: frozenset[Permission] = frozenset(Permission)
    """What every visitor may do. There are no accounts yet."""
    names: bool = False
    """Whether the names of private people are shown."""
    public: bool = False
    """Whether ``database`` is a public copy (:mod:`hearsay.web.public_copy`), for pages to say so."""
