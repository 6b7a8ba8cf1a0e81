"""Pages made to hurt: an error with a code or an article, in bounded time, and the next page unharmed."""

from __future__ import annotations

import os
import signal
import time

import pytest

from hearsay.articles import to_article
from hearsay.articles.isolated import Reader
from hearsay.errors import InputError
from hearsay.pages import Page
from hearsay.pages.page import Media
from hearsay.records import Article, Problem

SAID = "Two shells fell on the bridge at Marol on Friday, the mayor said."
GOOD = f"<html><body><article><p>{SAID}</p></article></body></html>".encode()


def read(content: bytes, media: Media = "html") -> tuple[Article, tuple[Problem, ...]]:
    return to_article(Page("page", content, media, {}))


def outcome(content: bytes, media: Media = "html") -> str:
    try:
        article, problems = read(content, media)
    except InputError as error:
        return error.code
    return (
        " ".join(["article", *(problem.code for problem in problems if problem.code != "no-date")]) if article else ""
    )


def html(inside: bytes) -> bytes:
    return b"<html><body>" + inside


@pytest.mark.parametrize(
    ("content", "media", "want"),
    [
        (html(b"<p>The army said so. " * 300_000), "html", "too-complex"),
        (html(b"<script>var a = 'no text here';</script>"), "html", "no-body"),
        (html(b"<table><tr><td>" * 10_000), "html", "no-body"),
        (html(b"<" * 1_000_000), "html", "no-body"),
        (html(b'<p a="b" ' * 20_000), "html", "no-body"),
        (html(b'<script>"\\u003cp\\u003e' * 5_000), "html", "no-body"),
        (b"12 Feb\n" * 150_000, "text", "too-complex"),
        (b"a" * 1_000_000, "text", "no-body"),
        (b"| " * 500_000, "text", "no-body"),
        (bytes(range(128, 256)) * 400, "text", "wrong-encoding"),
        (b"Home | World | Sport\nShare | Print\n", "text", "no-body"),
    ],
    ids=lambda value: value[:18].decode("latin-1") if isinstance(value, bytes) else None,
)
def test_what_is_no_article_has_a_code_in_bounded_time(content: bytes, media: Media, want: str) -> None:
    start = time.perf_counter()
    assert outcome(content, media) == want
    assert time.perf_counter() - start < 20
    assert outcome(GOOD) == "article"


def test_text_under_fifty_thousand_divisions_is_not_lost() -> None:
    deep = html(f"<p>{SAID}</p>".encode() + b"<div>" * 50_000 + b"<p>The deepest word is Kestrel, they said.</p>")
    article, problems = read(deep)
    assert "Kestrel" in article.text
    assert "too-deep" in [problem.code for problem in problems]


def test_unclosed_paragraphs_in_a_row_are_not_depth() -> None:
    _, problems = read(html("".join(f"<p>{SAID} It was report {k}.\n" for k in range(400)).encode()))
    assert "too-deep" not in [problem.code for problem in problems]


def test_entities_are_neither_blown_up_nor_fetched() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">'
    bomb += b'<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    article, _ = read(b'<?xml version="1.0"?>' + bomb + html(f"<p>{SAID} &c; &f;</p>".encode()))
    assert "aaaaaaaaaa" not in article.text
    assert "root:" not in article.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "windows-1251", "koi8-r"])
def test_a_page_that_lies_about_its_encoding_is_read(encoding: str) -> None:
    said = "Два снаряда упали на мост у Марола в пятницу, сообщил мэр города. Жители слышали взрывы ночью."
    page = f'<html><head><meta charset="iso-8859-5"></head><body><p>{said}</p></body></html>'
    if encoding in ("windows-1251", "koi8-r"):
        page = page.replace("iso-8859-5", encoding)
    assert read(page.encode(encoding))[0].text == said


def test_foreign_bytes_in_a_page_cost_only_themselves() -> None:
    article, problems = read(html(f"<p>{SAID} ".encode() + b"caf\xe9 " + SAID.encode() * 9 + b"</p>"))
    assert article.text.startswith(SAID)
    assert "encoding-replaced" in [problem.code for problem in problems]


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    reader = Reader(wall_seconds=4)
    try:
        assert reader.read(GOOD, "html", "first").body == (SAID,)
        assert reader.pid is not None
        os.kill(reader.pid, signal.SIGSTOP)  # no page is known that takes for ever; a stopped worker does
        with pytest.raises(InputError) as caught:
            reader.read(GOOD, "html", "slow")
        assert (caught.value.code, caught.value.where) == ("too-slow", "slow")
        assert reader.read(GOOD, "html", "next").body == (SAID,)
    finally:
        reader.close()


@pytest.mark.parametrize("end", ["<br>", "<p>"])
def test_a_page_of_ten_thousand_lines_takes_time_in_proportion(end: str) -> None:
    lines = "".join(f"The army said it for the time {k}.{end}" for k in range(10_000))
    start = time.perf_counter()
    article, _ = read(html(f"<ul><p>{lines}".encode()))
    assert article.text.count("\n\n") > 9_900
    assert time.perf_counter() - start < 30


def test_a_page_that_breaks_off_is_read_and_says_so() -> None:
    whole = f"<html><body><main><div><article><p>{SAID}</p><p>The army denied it.</p></article></div></main></body>"
    article, problems = read(whole[: whole.index("</article>") - 8].encode())
    assert article.text == f"{SAID}\n\nThe army denied"
    assert "truncated" in [problem.code for problem in problems]


@pytest.mark.parametrize("page", [f"<html><body><div><p>{SAID}</div>", f"<p>{SAID}", f"<body><div><b><p>{SAID}</body>"])
def test_a_page_that_leaves_its_ends_out_is_whole(page: str) -> None:
    assert "truncated" not in [problem.code for problem in read(page.encode())[1]]


def test_a_worker_that_was_started_ahead_reads_the_first_page() -> None:
    reader = Reader()
    try:
        reader.start()
        ahead = reader.pid
        reader.start()
        assert reader.read(GOOD, "html", "first").body == (SAID,)
        assert reader.pid == ahead is not None
    finally:
        reader.close()


def test_the_worker_is_started_anew_after_some_pages() -> None:
    reader = Reader(recycled_after=2)
    try:
        bodies = [reader.read(GOOD, "html", str(k)).body for k in range(5)]
    finally:
        reader.close()
    assert bodies == [(SAID,)] * 5
