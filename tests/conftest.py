"""What several test folders share: optional tools, and one coding made by hand."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.records import (
    Acled,
    Article,
    Attribution,
    Claim,
    Coder,
    Coding,
    Count,
    Dispute,
    Entity,
    Event,
    Incident,
    Label,
    Origin,
    Party,
    Place,
    Problem,
    Span,
    Speaker,
    Time,
    Toll,
    mention,
)

TEXT = (
    "Warplanes struck a bakery 5 km south of Ariha on Sunday, killing at least 12 people, among them "
    "four children, the Orontes Rescue Committee said.\n\n"
    "A military source told Vantage Wire that the strike hit a depot of terrorists and denied that any "
    "civilian had been killed. The baker, Nabil Sarkis, is among the dead, his brother said. "
    "Sarkis leaves two daughters."
)


_FOR_TRAINING = frozenset({"torch", "safetensors", "onnx"})


@pytest.fixture
def require() -> Callable[[str], None]:
    """``require("mkdocs")``: skip when that module or command is absent, or fail where all must be there.

    What only training needs takes gigabytes: it is asked for by HEARSAY_REQUIRE=train, not by "all".
    """

    def check(tool: str) -> None:
        beside = Path(sys.executable).parent / tool
        if importlib.util.find_spec(tool) or shutil.which(tool) or beside.exists():
            return
        asked = os.environ.get("HEARSAY_REQUIRE")
        if asked == "train" or (asked == "all" and tool not in _FOR_TRAINING):
            pytest.fail(f"{tool} is not installed, and HEARSAY_REQUIRE={asked} asks for it")
        pytest.skip(f"{tool} is not installed")

    return check


def span_of(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """The span of the ``nth`` occurrence of ``words``."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def words(some: str, nth: int = 1) -> dict[str, object]:
    """``text`` and ``span`` of a Mention in TEXT."""
    return {"text": some, "span": span_of(some, nth)}


@pytest.fixture
def coding() -> Coding:
    """One article with two claims of one strike that contradict each other, and a private person."""
    publisher = Speaker(text="Vantage Wire", span=None, kind="outlet")
    place = Place(
        **words("Ariha"),
        name="Arīḩā",
        id="geonames:1",
        lat=35.77,
        lon=36.6,
        radius_km=2.0,
        precision=2,
        country="SYR",
        admin1="Idlib",
        relation={"kind": "distance", "bearing": 180.0, "distance_km": 5.0},
        anchor={"lat": 35.8135, "lon": 36.6},
    )
    strike = Acled(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike")
    first = Claim(
        id="c-aaaa",
        span=(0, TEXT.index("\n\n")),
        event=Event(type="ASSAULT", mode="aerial", acled=strike, trigger=mention(TEXT, span_of("struck"))),
        status="occurred",
        outcome="succeeded",
        actors=(Party(**words("Warplanes"), kind="unknown"),),
        recipients=(Party(**words("a bakery"), kind="object", object_class="building"),),
        place=place,
        time=Time(
            **words("on Sunday"), start="2019-06-09", end="2019-06-09", precision=1, basis="relative"
        ),
        counts=(
            Count(**words("at least 12 people"), measure="killed", of="people", kind="civilians", low=12, best=12),
            Count(
                **words("four children"), measure="killed", of="children", groups=("children",),
                low=4, best=4, high=4, part_of=0,
            ),
        ),
        attribution=(
            Speaker(
                **words("the Orontes Rescue Committee"), kind="monitor", cue=mention(TEXT, span_of("said"))
            ),
            publisher,
        ),
        coding_confidence=0.75,
        trace={"type": "trigger:struck", "acled": "crosswalk", "counts": "counts grammar", "status": "default"},
    )  # fmt: skip
    second_start = TEXT.index("A military source")
    second = Claim(
        id="c-bbbb",
        span=(second_start, TEXT.index(" The baker,")),
        event=Event(type="ASSAULT", mode="aerial", acled=strike, trigger=mention(TEXT, span_of("strike"))),
        status="denied",
        outcome="unknown",
        recipients=(
            Party(
                **words("terrorists"), kind="rebel_group", kind_basis="asserted",
                label=Label(**words("terrorists"), stance="pejorative", holder=0),
            ),
        ),
        counts=(Count(**words("any civilian"), measure="killed", kind="civilians", low=0, best=0, high=0),),
        attribution=(
            Speaker(**words("A military source"), kind="military", anonymous=True, stance="denies"),
            publisher,
        ),
        coding_confidence=0.5,
        trace={"status": "cue:denied"},
    )  # fmt: skip
    incident = Incident(
        id="i-1",
        claims=("c-aaaa", "c-bbbb"),
        event=first.event,
        status="occurred",
        outcome="succeeded",
        place=place,
        time=first.time,
        killed=Toll(low=0, best=12, high=None, by_kind={}, by_party={}),
        origins=(
            Origin(name="Orontes Rescue Committee", claims=("c-aaaa",)),
            Origin(name="a military source", claims=("c-bbbb",)),
        ),
        disputes=(Dispute(field="toll", claims=("c-aaaa", "c-bbbb")),),
        rule="stated",
    )
    return Coding(
        article=Article(
            id="a-1",
            key="text-1",
            version="v-1",
            input="bakery.txt",
            outlet="Vantage Wire",
            language="en",
            headline="Strike on bakery near Ariha kills 12; baker Nabil Sarkis among them",
            published="2019-06-10T08:00+03:00",
            text=TEXT,
            sha256="0" * 64,
        ),
        attributions=(
            Attribution(
                source=mention(TEXT, span_of("his brother")),
                cue=None,
                content=mention(TEXT, span_of("The baker, Nabil Sarkis, is among the dead")),
                kind="indirect",
            ),
        ),
        places=(place,),
        entities=(
            Entity(**words("Nabil Sarkis"), type="person", private=True),
            Entity(**words("Orontes Rescue Committee"), type="organisation"),
        ),
        claims=(first, second),
        incidents=(incident,),
        problems=(Problem(code="test-problem", message="one thing was not done"),),
        coder=Coder(package="0", model=None, gazetteer="g", registry="r", codebook="c"),
    )
