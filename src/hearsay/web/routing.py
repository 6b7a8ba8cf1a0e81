"""Routes: an address, what answers it, and the permission that it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.routing import APIRoute

from hearsay.web.faults import WebError
from hearsay.web.settings import Permission

_AT_ONCE = 3
"""Pages made at a time. Python makes one at a time whatever is asked of it; more threads only wait for each other."""
_ADDING = 40
"""Requests at a time that add: they wait for other computers and for the one writer, and take no reader's turn."""


@dataclass(frozen=True, slots=True)
class Route:
    """One address. There is none without a permission."""

    path: str
    answer: Callable[..., Any]
    permission: Permission
    methods: tuple[str, ...] = ("GET",)
    in_schema: bool = False
    """Whether OpenAPI describes it: what is for programs."""
    quick: bool = False
    """Made of few rows in a few milliseconds: at once, since handing it to a thread and back takes as long."""


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency that lets a request through where its permission is granted."""

    permission: Permission

    # Waits for nothing: not worth a thread of its own, which FastAPI gives to what is not async.
    async def __call__(self, request: Request) -> None:
        """WebError ``not-permitted``."""
        if self.permission not in request.app.state.site.settings.granted:
            raise WebError(403, "not-permitted", "this explorer does not allow that")


def add_routes(app: FastAPI, routes: Iterable[Route]) -> None:
    """Put ``routes`` into ``app``, each behind its permission."""
    reading, adding = CapacityLimiter(_AT_ONCE), CapacityLimiter(_ADDING)
    for route in routes:
        app.add_api_route(
            route.path,
            _at_once(route.answer)
            if route.quick
            else _in_turn(route.answer, reading if route.methods == ("GET",) else adding),
            methods=list(route.methods),
            dependencies=[Depends(Needs(route.permission))],
            include_in_schema=route.in_schema,
            response_model=None,
        )


def _in_turn(answer: Callable[..., Any], turns: CapacityLimiter) -> Callable[..., Any]:
    """The same, made in a thread when it is its turn."""

    @wraps(answer)
    async def made(**asked: Any) -> Any:
        return await to_thread.run_sync(partial(answer, **asked), limiter=turns)

    return made


def _at_once(answer: Callable[..., Any]) -> Callable[..., Any]:
    """The same, made where it is asked for."""

    @wraps(answer)
    async def made(**asked: Any) -> Any:
        return answer(**asked)

    return made


def unguarded(app: FastAPI) -> list[str]:
    """The paths of ``app`` that ask for no permission: there must be none."""
    return [
        str(getattr(route, "path", route))
        for route in app.routes
        if not (isinstance(route, APIRoute) and any(isinstance(d.call, Needs) for d in route.dependant.dependencies))
    ]
