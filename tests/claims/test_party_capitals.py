"""Words of a party in capitals: where a mark breaks off before its noun."""

from __future__ import annotations

import pytest

from hearsay.claims.party_capitals import whole_noun


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("TWO HUMBLE WOMEN WERE KILLED", "HUMBLE", "HUMBLE WOMEN"),
        ("RANKING MILITARY OFFICERS WERE KILLED", "RANKING", "RANKING MILITARY OFFICERS"),
        ("A UNION MEMBER WAS KILLED", "UNION", "UNION MEMBER"),
        ("THE UNION BLAMED THE ARMY", "UNION", "UNION"),
        ("THE CAMILIST UNION KIDNAPPED LANDOWNER RUIZ", "CAMILIST UNION", "CAMILIST UNION"),
        ("REBEL FORCES ATTACKED NATIONAL GUARD POSTS", "REBEL FORCES", "REBEL FORCES"),
        ("A HONDURAN FISHING BOAT WAS ATTACKED", "HONDURAN", "HONDURAN FISHING BOAT"),
        ("SIX OF THEM SCHOOLGIRLS", "THEM", "THEM"),
        ("SOLDIERS GUARD THE CAMP", "SOLDIERS", "SOLDIERS"),
        ("HUMBLE, WOMEN", "HUMBLE", "HUMBLE"),
    ],
)
def test_a_mark_goes_on_to_its_noun(text: str, marked: str, whole: str) -> None:
    start = text.index(marked)
    first, last = whole_noun(text, (start, start + len(marked)))
    assert text[first:last] == whole
