"""Files, folders, standard input and JSON Lines as pages; every failure in its place."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from hearsay.errors import InputError
from hearsay.pages import Page, read_pages
from hearsay.pages.limits import MAX_PAGE_BYTES, MAX_RECORD_BYTES

NEWS = "Shells fell on the market of Qarabagh on Monday, the mayor said.\n"


def read(*inputs: str, stdin: bytes = b"") -> list[Page | InputError]:
    return list(read_pages(inputs, io.BytesIO(stdin)))


def codes(found: list[Page | InputError]) -> list[str]:
    return [item.code if isinstance(item, InputError) else item.media for item in found]


def test_a_file_is_one_page_with_its_raw_bytes(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(NEWS.encode())
    (page,) = read(str(path))
    assert page == Page(str(path), NEWS.encode(), "text", {})


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.html", b"no markup at all, but called a page", "html"),
        ("a.HTM", b"<p>x", "html"),
        ("a", b"\n <!DOCTYPE html><html><body>x", "html"),
        ("a", b"<article><p>x</p></article>", "html"),
        ("a", b"5 < 6, they said in Kabul", "text"),
        ("a.txt", b"<html> in a text file", "text"),
        ("a", "Обстрел".encode("utf-16"), "text"),
        ("a", "Shelling in the east".encode("utf-16-le"), "text"),
        ("a", b"%PDF-1.7 ...", "binary"),
        ("a.txt", b"PK\x03\x04 zipped", "binary"),
        ("a", bytes(range(32)) * 9, "binary"),
        ("a.txt", b"", "empty"),
        ("a.html", b" \n\t ", "empty"),
    ],
)
def test_the_kind_comes_from_the_bytes_and_the_name(tmp_path: Path, name: str, content: bytes, media: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert codes(read(str(path))) == [media]


def test_a_folder_is_read_in_the_order_of_names_and_leaves_out_what_is_no_page(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.html", "b/1.txt", "style.css", "b/photo.png", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(NEWS)
    names = [Path(page.source).name for page in read(str(tmp_path)) if isinstance(page, Page)]
    assert names == ["a.html", "1.txt", "2.txt"]


def test_an_empty_folder_and_a_missing_file_are_errors_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty"
    good.write_text(NEWS)
    empty.mkdir()
    assert codes(read(str(empty), str(tmp_path / "gone.txt"), str(good))) == ["empty-folder", "not-found", "text"]


def test_standard_input_may_be_text_markup_or_records() -> None:
    assert codes(read("-", stdin=NEWS.encode())) == ["text"]
    assert codes(read("-", stdin=b"<html><p>x")) == ["html"]
    assert codes(read("-", stdin=b'{"text": "x y"}\n{"text": "z"}\n')) == ["record", "record"]


def test_a_page_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    path.write_bytes(b"<p>" + b"x" * MAX_PAGE_BYTES)
    assert codes(read(str(path))) == ["too-large"]


def test_a_record_has_its_line_for_a_source_and_its_own_fields(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    record = {"id": 7, "text": "Two died.", "outlet": "Ridge Radio", "published": None, "other": "ignored"}
    path.write_text("\n" + json.dumps(record) + "\n")
    (page,) = read(str(path))
    assert page == Page(f"{path}:2", b"Two died.", "record", {"id": "7", "outlet": "Ridge Radio"})


def test_one_bad_line_of_ten_leaves_nine_articles(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Report {k}."}) for k in range(1, 11)]
    lines[6] = '{"text": "Report 7'
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines))
    found = read(str(path))
    (error,) = [item for item in found if isinstance(item, InputError)]
    assert len(found) == 10
    assert (error.code, error.where) == ("invalid-json", f"{path}:7")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"[1, 2]", "invalid-json"),
        (b'"text"', "invalid-json"),
        (b"{" * 100_000, "invalid-json"),
        (b'{"id": "1"}', "no-text"),
        (b'{"text": "  "}', "no-text"),
        (b'{"text": 5}', "no-text"),
        (b'{"text": "x", "outlet": ["a"]}', "invalid-field"),
        (b'{"text": "\xff\xfe"}', "wrong-encoding"),
        (b'{"text": "half \\ud83d"}', "wrong-encoding"),
        (b'{"text": "' + b"x" * MAX_RECORD_BYTES + b'"}', "too-large"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else None,
)
def test_each_fault_of_a_line_has_its_code(tmp_path: Path, line: bytes, code: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line + b'\n{"text": "the next one is read"}\n')
    assert codes(read(str(path))) == [code, "record"]
