"""Pages from the web, fetched with care: public addresses only, bounded in size and time, and where robots.txt allows.

The name is resolved once, every address it has is checked, and the connection goes to the one that was checked (so
that a second answer cannot lead elsewhere). Each redirect is checked in the same way. Proxies of the environment are
not used, no cookies are kept.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import BinaryIO
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from hearsay.errors import InputError
from hearsay.pages.addresses import is_public
from hearsay.pages.kind import kind_of
from hearsay.pages.limits import MAX_PAGE_BYTES
from hearsay.pages.page import Page

USER_AGENT = f"Hearsay/{version('hearsay')} (conflict-event coder; reads single pages for research)"
_REDIRECTS = 5
_REDIRECT_CODES = (301, 302, 303, 307, 308)
_SECONDS = 30.0
_CHUNK = 64 * 1024
_PATH_SIGNS = "/?#[]@!$&'()*+,;=%:~"
_ROBOTS_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: ``url`` is where the last redirect led."""

    url: str
    status: int
    headers: dict[str, str]
    content: bytes


class Fetcher:
    """Fetches pages; remembers each site's robots.txt while it lives."""

    def __init__(self, allowed: Callable[[str], bool] = is_public, seconds: float = _SECONDS) -> None:
        """``allowed`` decides on each address; ``seconds`` is the time for a page with all its redirects."""
        self._allowed = allowed
        self._seconds = seconds
        self._robots: dict[str, RobotFileParser] = {}

    def response(self, url: str) -> Response:
        """The answer to ``url``, redirects followed, robots.txt heeded at every host.

        Raises :class:`InputError`: ``invalid-url``, ``forbidden-address``, ``disallowed-by-robots``,
        ``redirect-loop``, ``too-large``, ``too-slow``, ``unreachable``, ``http-error``.
        """
        body = io.BytesIO()
        return replace(self._got(url, MAX_PAGE_BYTES, body), content=body.getvalue())

    def download(self, url: str, file: BinaryIO, most: int) -> Response:
        """As :meth:`response`, but the body goes into ``file`` as it comes, and the answer's ``content`` is empty.

        ``most``: bytes above which it is refused, the server's announcement before anything is read. What an error
        leaves in ``file`` is a part.
        """
        return self._got(url, most, file)

    def _got(self, url: str, most: int, body: BinaryIO) -> Response:
        found = self._followed(url, time.monotonic() + self._seconds, most, url, body, robots=True)
        if found.status != 200:
            raise InputError("http-error", f"the server answered {found.status}", where=url)
        return found

    def _followed(self, url: str, deadline: float, most: int, where: str, body: BinaryIO, *, robots: bool) -> Response:
        at = url
        for _ in range(_REDIRECTS + 1):
            if robots and not self._may_fetch(at, deadline, where):
                raise InputError("disallowed-by-robots", f"robots.txt does not allow {at}", where=where)
            found = self._one(at, deadline, most, where, body)
            if found.status not in _REDIRECT_CODES or "location" not in found.headers:
                return found
            at = urljoin(at, found.headers["location"])
        raise InputError("redirect-loop", f"more than {_REDIRECTS} redirects", where=where)

    def _may_fetch(self, url: str, deadline: float, where: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            parser, body = RobotFileParser(), io.BytesIO()
            try:
                rules = self._followed(f"{site}/robots.txt", deadline, _ROBOTS_BYTES, where, body, robots=False)
            except InputError as error:
                if error.code not in ("unreachable", "redirect-loop", "too-large"):
                    raise
                rules = Response(site, 503, {}, b"")
            # RFC 9309: no such file allows all, a server in trouble allows nothing.
            lines = body.getvalue().decode("utf-8", "replace").splitlines() if rules.status == 200 else []
            parser.parse(["User-agent: *", "Disallow: /"] if rules.status >= 500 else lines)
            self._robots[site] = parser
        return self._robots[site].can_fetch(USER_AGENT, url)

    def _one(self, url: str, deadline: float, most: int, where: str, body: BinaryIO) -> Response:
        """One request, no redirect followed; only what a success answers is kept, in ``body``."""
        host, port, path, tls = _target(url, where)
        connection = _Pinned(host, port, self._address(host, port, where), tls, deadline)
        clock = threading.Timer(max(0.1, deadline - time.monotonic()), connection.abort)
        clock.start()
        try:
            connection.request("GET", path, headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"})
            answer = connection.getresponse()
            if answer.status == 200:
                _copy(answer, body, most, where)
        except (OSError, http.client.HTTPException, zlib.error) as error:
            if isinstance(error, TimeoutError) or connection.late.is_set():
                raise InputError("too-slow", f"no answer within {self._seconds:g} seconds", where=where) from error
            raise InputError("unreachable", f"cannot be fetched: {error}", where=where) from error
        finally:
            clock.cancel()
            connection.close()
        if connection.late.is_set():
            raise InputError("too-slow", f"no answer within {self._seconds:g} seconds", where=where)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Response(url, answer.status, headers, b"")

    def _address(self, host: str, port: int, where: str) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError("unreachable", f"no address for {host!r}", where=where) from error
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(map(self._allowed, addresses)):
            raise InputError("forbidden-address", f"{host!r} is not on the open internet", where=where)
        return addresses[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, speaking to the host by name (TLS checks the name)."""

    def __init__(self, host: str, port: int, address: str, tls: bool, deadline: float) -> None:
        super().__init__(host, port, timeout=max(0.1, deadline - time.monotonic()))
        self._address = address
        self._tls = tls
        self.late = threading.Event()

    def connect(self) -> None:
        """To the checked address, whatever the name resolves to by now."""
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=self.host) if self._tls else raw

    def abort(self) -> None:
        """End it from outside: a server may drip bytes for ever, each within the time for one."""
        self.late.set()
        if self.sock is not None:
            with contextlib.suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def _target(url: str, where: str) -> tuple[str, int, str, bool]:
    """Host, port, path with query, and whether TLS; only http and https, no user names."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError("invalid-url", f"not a web address: {url!r}", where=where) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise InputError("invalid-url", f"not a plain web address: {url!r}", where=where)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    tls = parts.scheme == "https"
    return parts.hostname, port or (443 if tls else 80), quote(path, safe=_PATH_SIGNS), tls


def _copy(answer: http.client.HTTPResponse, body: BinaryIO, most: int, where: str) -> None:
    """The body into ``body``, unzipped if the server zipped it unasked; refused above ``most`` bytes."""
    if answer.length is not None and answer.length > most:
        raise InputError("too-large", f"{answer.length} bytes, more than {most}", where=where)
    unzip = (
        zlib.decompressobj(47) if answer.headers.get("Content-Encoding", "").lower() in ("gzip", "deflate") else None
    )
    size = 0
    while chunk := answer.read(_CHUNK):
        part = unzip.decompress(chunk, most + 1 - size) if unzip else chunk
        size += len(part)
        if size > most:
            raise InputError("too-large", f"larger than {most} bytes", where=where)
        body.write(part)


def fetched(response: Response, url: str) -> Page:
    """The Page of an answer. ``retrieved`` is the server's own date: nothing is taken from our clock."""
    stated = {"url": response.url, "retrieved": _iso(response.headers.get("date", ""))}
    return Page(
        source=url,
        content=response.content,
        media="html",
        fields={name: value for name, value in stated.items() if value},
        status=response.status,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
    )


def _iso(date: str) -> str:
    try:
        return parsedate_to_datetime(date).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (TypeError, ValueError):
        return ""


def pages_of_url(
    url: str, fetcher: Fetcher, others: Callable[[bytes, str], Iterator[Page | InputError]]
) -> Iterator[Page | InputError]:
    """The page at ``url``; what is no HTML there (a feed, plain text) is given to ``others`` with its address."""
    try:
        response = fetcher.response(url)
    except InputError as error:
        yield error
        return
    page = fetched(response, url)
    if kind_of(response.content[:4096], "") == "html":
        yield page
        return
    for other in others(response.content, url):
        yield replace(other, fields={**page.fields, **other.fields}) if isinstance(other, Page) else other
