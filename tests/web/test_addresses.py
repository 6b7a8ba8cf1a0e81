"""Only plain web addresses become links."""

from __future__ import annotations

import pytest

from hearsay.web.addresses import outside


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "http://[",
        "http:///x",
    ],
)
def test_others_do_not(url: str | None) -> None:
    assert outside(url) is None


def test_plain_ones_do() -> None:
    assert outside("https://vantage.example/1?a=b") == "https://vantage.example/1?a=b"
