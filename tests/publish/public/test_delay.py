"""When an article may be shown: after the delay, by the latest that its date can mean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hearsay.publish.public import is_ripe
from hearsay.records import Article

PLAIN = Article(id="a", key="a", version="v", input="a", text="Words.", sha256="0")


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"published": "2024-05-10T12:00:00Z"}, datetime(2024, 5, 13, 12, tzinfo=UTC)),
        ({"published": "2024-05-10T12:00:00+03:00"}, datetime(2024, 5, 13, 9, tzinfo=UTC)),
        ({"published": "2024-05-10T12:00"}, datetime(2024, 5, 14, 0, tzinfo=UTC)),
        ({"published": "2024-05-10"}, datetime(2024, 5, 14, 12, tzinfo=UTC)),
        ({"published": "2024-05-01", "updated": "2024-05-10"}, datetime(2024, 5, 14, 12, tzinfo=UTC)),
        ({"retrieved": "2024-05-10T12:00:00Z"}, datetime(2024, 5, 13, 12, tzinfo=UTC)),
    ],
)
def test_from_that_instant_and_not_before(fields: dict[str, str], first: datetime) -> None:
    article = PLAIN.model_copy(update=fields)
    assert is_ripe(article, first)
    assert not is_ripe(article, first.replace(hour=first.hour - 1) if first.hour else first.replace(day=13, hour=23))


def test_without_any_date_never() -> None:
    assert not is_ripe(PLAIN, datetime(2099, 1, 1, tzinfo=UTC))
