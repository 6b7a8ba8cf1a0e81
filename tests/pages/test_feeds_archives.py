"""Feeds, WARC files, JSON files and Telegram exports as pages."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.articles import to_article
from hearsay.errors import InputError
from hearsay.pages import Page, read_pages

Read = Callable[[str, bytes], list[Page | InputError]]
SAID = "Two shells fell on the bridge at Marol on Friday, the mayor said."


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(name: str, content: bytes) -> list[Page | InputError]:
        (tmp_path / name).write_bytes(content)
        return list(read_pages([str(tmp_path / name)], io.BytesIO()))

    return reading


def item(number: int, body: str = SAID, date: str = "Wed, 12 Feb 2020 17:47:00 +0300") -> str:
    return (
        f"<item><title>Shells at Marol {number}</title><link>https://ridge.example/{number}</link>"
        f"<pubDate>{date}</pubDate><description><![CDATA[<p>{body}</p>]]></description></item>"
    )


def rss(*items: str) -> bytes:
    inside = "".join(items)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ridge Radio</title>{inside}</channel></rss>'.encode()
    )


def test_each_entry_of_a_feed_is_a_page_with_its_date_as_written(read: Read) -> None:
    (page,) = read("feed.xml", rss(item(1)))
    assert isinstance(page, Page)
    assert page.fields == {
        "url": "https://ridge.example/1",
        "headline": "Shells at Marol 1",
        "published": "Wed, 12 Feb 2020 17:47:00 +0300",
        "outlet": "Ridge Radio",
    }
    article, problems = to_article(page)
    assert (article.text, article.published, problems) == (SAID, "2020-02-12T17:47:00+03:00", ())


def test_atom_content_comes_before_its_summary(read: Read) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ridge Radio</title><entry><title>Shells</title>'
        '<link href="https://ridge.example/1"/><updated>2020-02-12T17:47:00Z</updated><summary>Short.</summary>'
        f'<content type="html">&lt;p&gt;{SAID}&lt;/p&gt;&lt;p&gt;Read more: &lt;a href="/2"&gt;A dam was closed'
        "&lt;/a&gt;&lt;/p&gt;</content></entry></feed>"
    )
    (page,) = read("feed.atom", feed.encode())
    assert isinstance(page, Page)
    assert to_article(page)[0].text == SAID


def test_a_feed_of_ten_thousand_entries_is_read(read: Read) -> None:
    found = read("feed.rss", rss(*(item(k) for k in range(10_000))))
    assert len(found) == 10_000


def test_a_cut_or_careless_feed_gives_what_it_has(read: Read) -> None:
    found = read("feed.xml", rss(item(1, "Shells & mortars fell."), item(2), "<item><title>Cut")[:-20])
    assert [page.fields["url"] for page in found if isinstance(page, Page)] == [
        f"https://ridge.example/{k}" for k in (1, 2)
    ]


def test_a_feed_with_entities_or_without_entries_is_refused(read: Read) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa">]><rss><channel><title>&a;</title></channel></rss>'
    for content in (bomb, rss()):
        (error,) = read("feed.xml", content)
        assert isinstance(error, InputError)
        assert error.code == "invalid-feed"


def warc(*bodies: bytes, compressed: bool = True) -> list[bytes]:
    """The bytes of each record, separately."""
    records = []
    for number, body in enumerate(bodies):
        http = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "%d"\r\n\r\n' % number + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: https://ridge.example/{number}\r\nWARC-Date: 2020-02-13T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record) if compressed else record)
    return records


PAGE = f"<html><body><article><p>{SAID}</p></article></body></html>".encode()


@pytest.mark.parametrize("compressed", [True, False])
def test_each_archived_response_is_a_page_that_knows_its_record(read: Read, compressed: bool) -> None:
    records = warc(PAGE, PAGE, compressed=compressed)
    found = read("pages.warc.gz" if compressed else "pages.warc", b"".join(records))
    assert len(found) == 2
    second = found[1]
    assert isinstance(second, Page)
    assert (second.source, second.content, second.status, second.etag) == ("https://ridge.example/1", PAGE, 200, '"1"')
    assert second.warc_offset == len(records[0])
    assert (second.warc_id or "").startswith("<urn:uuid:")
    assert second.fields["retrieved"] == "2020-02-13T00:00:00Z"


@pytest.mark.parametrize("compressed", [True, False])
def test_a_broken_record_in_the_middle_costs_only_itself(read: Read, compressed: bool) -> None:
    first, second, third = warc(PAGE, PAGE, PAGE, compressed=compressed)
    broken = b"\x1f\x8b\x08\x00broken" + second[30:] if compressed else second.replace(b"WARC/1.0", b"WARP/9.9")
    found = read("pages.warc.gz" if compressed else "pages.warc", first + broken + third)
    urls = [page.source for page in found if isinstance(page, Page)]
    assert urls == ["https://ridge.example/0", "https://ridge.example/2"]
    assert "broken-record" in [error.code for error in found if isinstance(error, InputError)]


def test_a_bomb_zipped_twice_is_not_unzipped_whole(read: Read) -> None:
    (record,) = warc(gzip.compress(gzip.compress(b"\0" * 100_000_000)))
    found = read("bomb.warc.gz", record)
    for page in found:
        if isinstance(page, Page):
            assert len(page.content) < 1_000_000
            with pytest.raises(InputError):
                to_article(page)


def test_a_json_file_may_be_a_record_or_a_list_of_them(read: Read) -> None:
    record = {"text": SAID, "outlet": "Ridge Radio"}
    for value in (record, [record]):
        (page,) = read("one.json", json.dumps(value, indent=2).encode())
        assert isinstance(page, Page)
        assert (page.content, page.media) == (SAID.encode(), "record")


def test_messages_of_a_telegram_export_are_pages(read: Read) -> None:
    export = {
        "name": "Ridge Radio",
        "type": "public_channel",
        "id": 1,
        "messages": [
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            {
                "id": 41,
                "type": "message",
                "date": "2020-02-12T20:47:00",
                "date_unixtime": "1581529620",
                "from": "Ridge Radio",
                "text": ["⚡️ ", {"type": "bold", "text": "Marol:"}, " two shells fell on the bridge."],
            },
            {"id": 42, "type": "message", "date": "2020-02-12T21:00:00", "photo": "p.jpg", "text": ""},
        ],
    }
    (page,) = read("result.json", json.dumps(export).encode())
    assert isinstance(page, Page)
    article, _ = to_article(page)
    assert article.text == "⚡️ Marol: two shells fell on the bridge."
    assert (article.id, article.outlet, article.published) == ("Ridge Radio/41", "Ridge Radio", "2020-02-12T17:47:00Z")


def test_messages_of_a_telegram_page_keep_the_shown_offset(read: Read) -> None:
    page_html = """<!DOCTYPE html><html><body><div class="page_wrap">
     <div class="page_header"><div class="content"><div class="text bold">Ridge Radio</div></div></div>
     <div class="page_body chat_page"><div class="history">
      <div class="message service" id="message-1"><div class="body details">12 February 2020</div></div>
      <div class="message default clearfix" id="message41"><div class="body">
       <div class="pull_right date details" title="12.02.2020 20:47:00 UTC+03:00">20:47</div>
       <div class="from_name">Ridge Radio</div><div class="text">Marol: two shells fell.<br>Nobody was hurt.</div>
      </div></div></div></div></div></body></html>"""
    (page,) = read("messages.html", page_html.encode())
    assert isinstance(page, Page)
    article, _ = to_article(page)
    assert article.text == "Marol: two shells fell.\n\nNobody was hurt."
    assert (article.id, article.published) == ("Ridge Radio/41", "2020-02-12T20:47:00+03:00")


@pytest.mark.parametrize("name", ["result.json", "messages.html"])
def test_an_export_with_more_messages_than_are_read_says_so(
    read: Read, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("hearsay.pages.telegram.MAX_ENTRIES", 2)
    messages = [{"id": k, "type": "message", "text": SAID} for k in range(3)]
    shown = f'<div class="message default"><div class="text">{SAID}</div></div>' * 3
    content = (
        json.dumps({"name": "Ridge Radio", "type": "public_channel", "messages": messages})
        if name.endswith("json")
        else f'<html><body><div class="page_wrap"><div class="page_body chat_page">{shown}</div></div></body></html>'
    )
    first, second, error = read(name, content.encode())
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(error, InputError)
    assert (error.code, "first 2 messages" in error.message) == ("too-large", True)
