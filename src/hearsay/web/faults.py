"""What goes wrong, as one page with the error's code; as JSON for programs."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from hearsay.errors import HearsayError, InputError, StoreError

API = "/api/"
_LOG = logging.getLogger("hearsay.web")
_STATUSES = {
    "incident-unknown": 404,
    "incident-withdrawn": 410,
    "article-unknown": 404,
    "claim-unknown": 404,
    "rule-unknown": 404,
    "coding-unknown": 404,
}


class WebError(HearsayError):
    """A request that cannot be answered."""

    def __init__(self, status: int, code: str, message: str, *, hint: str | None = None) -> None:
        """``status``: of HTTP."""
        super().__init__(code, message, hint=hint)
        self.status = status


def add_faults(app: FastAPI) -> None:
    """Let ``app`` answer every error with its page."""
    app.add_exception_handler(HearsayError, _told)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)


def status_of(error: HearsayError) -> int:
    """The status of HTTP that says the same."""
    if isinstance(error, WebError):
        return error.status
    if error.code in _STATUSES:
        return _STATUSES[error.code]
    return 503 if isinstance(error, StoreError) else 400 if isinstance(error, InputError) else 500


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HearsayError)  # noqa: S101  what it is registered for
    return page(request, error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == 404:
        found = WebError(404, "address-unknown", "there is no such page", hint="The overview leads everywhere.")
    elif error.status_code == 405:
        found = WebError(405, "method-not-allowed", "this address does not take such a request")
    else:
        found = WebError(error.status_code, "request-invalid", str(error.detail))
    return page(request, found)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"][1:])
    return page(request, WebError(400, "request-invalid", f"{where}: {first['msg'].lower()}"))


async def _unexpected(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    hint = "It is a fault of Hearsay's. The terminal in which it runs says more."
    return page(request, WebError(500, "unexpected", "the page could not be made", hint=hint))


def page(request: Request, error: HearsayError) -> Response:
    """The error for whoever asked: a page, or JSON under ``/api/``."""
    status = status_of(error)
    if request.url.path.startswith(API):
        told = {"code": error.code, "message": error.message, "hint": error.hint}
        return JSONResponse({"error": told}, status_code=status)
    shown: Response = request.app.state.site.page(request, "error.html", {"error": error}, status=status)
    return shown
