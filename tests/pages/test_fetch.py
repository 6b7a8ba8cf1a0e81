"""Fetching: what is let through, what is refused, and that a hostile server is bounded."""

from __future__ import annotations

import gzip
import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hearsay.errors import InputError
from hearsay.pages import Page, read_pages
from hearsay.pages.addresses import is_public
from hearsay.pages.fetch import Fetcher, pages_of_url
from hearsay.pages.limits import MAX_PAGE_BYTES
from hearsay.pages.read import pages_of_bytes

PAGE = b"<html><body><p>Two shells fell on the bridge at Marol on Friday, the mayor said.</p></body></html>"


class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        bodies = {
            "/robots.txt": b"User-agent: *\nDisallow: /private/\n",
            "/page": PAGE,
            "/private/page": PAGE,
            "/big": b"x" * (MAX_PAGE_BYTES + 1),
            "/bomb": gzip.compress(b"\0" * (MAX_PAGE_BYTES * 4)),
        }
        moved = {"/moved": "/page", "/loop": "/loop", "/inside": "http://10.0.0.8/page", "/file": "file:///etc/passwd"}
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return
                time.sleep(0.1)
        elif self.path in bodies:
            body = bodies[self.path]
            self.send_response(200)
            self.send_header("ETag", '"v1"')
            if self.path == "/bomb":
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                return
        else:
            self.send_error(404)

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def here_only(address: str) -> bool:
    return address == "127.0.0.1"


def outcome(url: str, seconds: float = 10) -> str:
    (found,) = pages_of_url(url, Fetcher(here_only, seconds), lambda content, at: pages_of_bytes(content, "text", at))
    return found.code if isinstance(found, InputError) else found.fields["url"]


def test_a_page_keeps_its_validators_and_the_servers_date(site: str) -> None:
    (page,) = pages_of_url(f"{site}/page", Fetcher(here_only), lambda content, at: pages_of_bytes(content, "text", at))
    assert isinstance(page, Page)
    assert (page.content, page.media, page.status, page.etag) == (PAGE, "html", 200, '"v1"')
    assert page.fields["retrieved"].endswith("Z")


@pytest.mark.parametrize(
    ("path", "want"),
    [
        ("/moved", "/page"),
        ("/loop", "redirect-loop"),
        ("/inside", "forbidden-address"),
        ("/file", "invalid-url"),
        ("/private/page", "disallowed-by-robots"),
        ("/big", "too-large"),
        ("/bomb", "too-large"),
        ("/nothing", "http-error"),
    ],
)
def test_what_a_server_may_do(site: str, path: str, want: str) -> None:
    have = outcome(site + path)
    assert have == (site + want if want.startswith("/") else want)


def test_a_server_that_drips_is_left(site: str) -> None:
    start = time.monotonic()
    assert outcome(f"{site}/drip", seconds=1) == "too-slow"
    assert time.monotonic() - start < 5


def test_a_download_goes_past_the_cap_of_a_page_and_no_further_than_its_own(site: str) -> None:
    file = io.BytesIO()
    answer = Fetcher(here_only).download(f"{site}/big", file, MAX_PAGE_BYTES + 1)
    assert (answer.status, answer.content, file.tell()) == (200, b"", MAX_PAGE_BYTES + 1)
    for path in ("/big", "/bomb"):
        file = io.BytesIO()
        with pytest.raises(InputError, match=str(MAX_PAGE_BYTES)) as caught:
            Fetcher(here_only).download(site + path, file, MAX_PAGE_BYTES)
        assert caught.value.code == "too-large"
        assert file.tell() <= MAX_PAGE_BYTES


def test_a_download_follows_redirects_and_keeps_no_errors_page(site: str) -> None:
    file = io.BytesIO()
    assert Fetcher(here_only).download(f"{site}/moved", file, 1000).url == f"{site}/page"
    assert file.getvalue() == PAGE
    file = io.BytesIO()
    with pytest.raises(InputError, match="404"):
        Fetcher(here_only).download(f"{site}/nothing", file, 1000)
    assert file.getvalue() == b""


def test_the_command_line_refuses_an_address_of_this_machine(site: str) -> None:
    (error,) = read_pages([f"{site}/page"], io.BytesIO())
    assert isinstance(error, InputError)
    assert (error.code, error.where) == ("forbidden-address", f"{site}/page")


@pytest.mark.parametrize("url", ["http://", "http://user:pass@ridge.example/", "http://ridge.example:port/"])
def test_odd_addresses_are_refused_before_anything_is_asked(url: str) -> None:
    assert outcome(url) in ("invalid-url", "unreachable")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "255.255.255.255", "192.0.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001::1",
        "fe80::1%eth0", "::127.0.0.1", "not an address", "",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)
