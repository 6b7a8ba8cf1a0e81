"""Routes: an address, what answers it, and the permission that it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.routing import APIRoute

from hearsay.web.faults import WebError
from hearsay.web.settings import Permission


@dataclass(frozen=True, slots=True)
class Route:
    """One address. There is none without a permission."""

    path: str
    answer: Callable[..., Any]
    permission: Permission
    methods: tuple[str, ...] = ("GET",)
    in_schema: bool = False
    """Whether OpenAPI describes it: what is for programs."""


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
    for route in routes:
        app.add_api_route(
            route.path,
            route.answer,
            methods=list(route.methods),
            dependencies=[Depends(Needs(route.permission))],
            include_in_schema=route.in_schema,
            response_model=None,
        )


def unguarded(app: FastAPI) -> list[str]:
    """The paths of ``app`` that ask for no permission: there must be none."""
    return [
        str(getattr(route, "path", route))
        for route in app.routes
        if not (isinstance(route, APIRoute) and any(isinstance(d.call, Needs) for d in route.dependant.dependencies))
    ]
