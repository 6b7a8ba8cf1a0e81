"""Every kind of source through the command itself: what comes out at the other end."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hearsay.cli import app
from hearsay.pages.fetch import Fetcher

SAID = (
    "Two shells fell on the bridge at Marol on Friday and killed three villagers, the mayor said. The army denied that "
    "its guns had fired. Men from the village carried the wounded over the river in boats, and the clinic on the other "
    "bank was full by the evening."
)
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Shells at Marol | Ridge Radio</title>
<meta property="og:site_name" content="Ridge Radio"><meta property="article:published_time"
content="2020-02-15T09:30:00+03:00"></head>
<body><h1>Shells at Marol</h1><article><p>{SAID}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Ridge Radio</title>
<item><title>Shells at Marol</title>
<link>https://ridge.example/1</link><pubDate>Sat, 15 Feb 2020 09:30:00 +0300</pubDate>
<description><![CDATA[<p>{SAID}</p>]]></description></item><item><title>Empty</title></item></channel></rss>"""
EXPORT = {
    "name": "Ridge Radio",
    "type": "public_channel",
    "messages": [{"id": 7, "type": "message", "date_unixtime": "1581748200", "text": SAID}],
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {"/page": ("text/html", HTML), "/feed": ("application/rss+xml", FEED)}
        if self.path not in pages:
            self.send_error(404)
            return
        kind, body = pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("hearsay.pages.read.Fetcher", partial(Fetcher, lambda address: address == "127.0.0.1"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def code(*inputs: object) -> tuple[int, list[dict[str, Any]], str]:
    """The exit status, the codings and the remarks."""
    result = CliRunner().invoke(app, ["code", "--format", "jsonl", *map(str, inputs)])
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def killed(coding: dict[str, Any]) -> list[float]:
    return [count["best"] for claim in coding["claims"] for count in claim["counts"] if count["measure"] == "killed"]


def warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-02-16T00:00:00Z\r\n"
        "WARC-Target-URI: https://ridge.example/1\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("name", "content", "published", "url", "retrieved"),
    [
        ("page.html", HTML.encode(), "2020-02-15T09:30:00+03:00", None, None),
        ("pages.warc.gz", warc(), "2020-02-15T09:30:00+03:00", "https://ridge.example/1", "2020-02-16T00:00:00Z"),
        ("result.json", json.dumps(EXPORT).encode(), "2020-02-15T06:30:00Z", None, None),
    ],
)
def test_a_file_of_each_kind_is_coded(
    tmp_path: Path, name: str, content: bytes, published: str, url: str | None, retrieved: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    status, (coding,), remarks = code(tmp_path / name)
    article = coding["article"]
    assert (status, remarks) == (0, "")
    assert (article["text"], article["outlet"], article["published"]) == (SAID, "Ridge Radio", published)
    assert (article["url"], article["retrieved"], article["reprint"]) == (url, retrieved, None)
    assert 3 in killed(coding)


def test_an_entry_without_text_is_named_and_the_others_are_coded(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    status, (coding,), remarks = code(tmp_path / "feed.xml")
    assert (status, coding["article"]["url"], coding["article"]["text"]) == (3, "https://ridge.example/1", SAID)
    assert "no-text" in remarks
    assert "feed.xml:2" in remarks


def test_a_web_address_is_fetched_and_coded(site: str) -> None:
    status, (page, entry), remarks = code(f"{site}/page", f"{site}/feed", f"{site}/gone")
    assert status == 3
    assert page["article"]["input"] == page["article"]["url"] == f"{site}/page"
    assert page["article"]["retrieved"].endswith("Z")
    assert entry["article"]["url"] == "https://ridge.example/1"
    assert 3 in killed(page)
    assert [remark.split(":")[1].strip() for remark in remarks.splitlines() if "http-error" in remark] != []


def test_a_copy_names_the_earlier_article_of_the_run(tmp_path: Path) -> None:
    other = "The dam above Lissa was closed for repairs after the spring floods had damaged two of its gates. " * 3
    records = [
        {"id": "first", "text": SAID},
        {"id": "other", "text": other},
        {"id": "copy", "text": f"MAROL (Coast Wire) - {SAID} The Coast Wire could not reach the village."},
    ]
    (tmp_path / "run.jsonl").write_text("\n".join(map(json.dumps, records)))
    _, codings, _ = code(tmp_path / "run.jsonl")
    first, second, copy = (coding["article"]["reprint"] for coding in codings)
    assert (first, second, copy["origin"]) == (None, None, "first")
    assert 0.8 < copy["share"] < 1
    _, (alone,), _ = code(_only(tmp_path, records[2]))
    assert alone["article"]["reprint"] is None


def _only(folder: Path, record: dict[str, str]) -> Path:
    path = folder / "one.jsonl"
    path.write_text(json.dumps(record))
    return path
