"""What guards every answer: no foreign host name, no foreign form, no script but ours."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from hearsay.web.adding import MOST_BYTES
from hearsay.web.faults import WebError, page

# blob: is what MapLibre makes its images from; nothing else leaves 'self'.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Middleware before everything: refuses what comes under another name or from another site, adds headers."""

    def __init__(self, app: FastAPI, hosts: tuple[str, ...]) -> None:
        """``hosts``: names under which the explorer answers, without their port."""
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with an error."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        error = self._refusal(scope)
        if error is None:
            await self._app(scope, receive, guarded)
        else:
            await page(Request({**scope, "app": self._app}), error)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> WebError | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:  # a foreign name that was made to lead here: DNS rebinding
            return WebError(421, "host-unknown", "the explorer does not answer under that name")
        if scope["method"] not in _SAFE_METHODS:
            site, origin = headers.get("sec-fetch-site"), headers.get("origin")
            ours = site in (None, "same-origin", "none") and (origin is None or origin.partition("://")[2] == host)
            if not ours:
                return WebError(403, "foreign-form", "the request comes from another site")
            length = headers.get("content-length", "")
            if not length.isdecimal():
                return WebError(411, "request-invalid", "the request does not say how long it is")
            if int(length[:12]) > MOST_BYTES:
                return WebError(413, "too-large", f"{int(length[:12])} bytes, more than {MOST_BYTES}")
        return None


def _name(host: str) -> str:
    """``host`` without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
