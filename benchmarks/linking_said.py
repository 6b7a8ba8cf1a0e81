"""What outlets say of one event of ``linking_world.py``: who is quoted, with which figures, place, day and words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from hearsay.incidents.records import Report, Source
from hearsay.records import (
    Acled,
    Claim,
    Count,
    Event,
    Mention,
    Party,
    PartyKind,
    Place,
    Speaker,
    SpeakerKind,
    Time,
)
from linking_events import Happening


@dataclass(frozen=True, slots=True)
class _Voice:
    """An origin and how it sees the event."""

    words: tuple[str, ...]
    kind: SpeakerKind
    side: int | None
    """0 or 1: a side of the fight; None: of no side."""
    anonymous: bool = False
    id: str | None = None


OUTLETS = (
    "Barada News Agency", "Halyard Press", "Meridian Wire", "Levant Ledger", "The Orontes Post", "Qasioun Radio",
    "Steppe Telegraph", "Delta Daily", "Northern Star", "Al-Sahel", "Euphrates Today", "Cordoba Times",
)  # fmt: skip
AGENCIES = ("Barada News Agency", "Halyard Press", "Meridian Wire")
FREE = (
    _Voice(("the Coastal Observatory", "Coastal Observatory for Rights"), "monitor", None, id="name:coastal"),
    _Voice(("the Harm Register",), "monitor", None, id="name:register"),
    _Voice(("rescue workers", "the rescue service"), "medic", None, id="name:rescue"),
    _Voice(("medics", "a doctor", "medical sources"), "medic", None, anonymous=True),
    _Voice(("residents", "witnesses", "local people"), "resident", None, anonymous=True),
)
GOVERNMENT = {"Government of Syria": "SYR", "Government of Turkey": "TUR", "Government of Israel": "ISR"}
IDS = {
    "Government of Syria": ("actor:syrian-arab-army", "Syrian Arab Army"),
    "Government of Turkey": ("actor:turkish-armed-forces", "Turkish Armed Forces"),
    "IS": ("actor:islamic-state", "Islamic State"),
    "SDF": ("actor:syrian-democratic-forces", "Syrian Democratic Forces"),
    "HTS": ("actor:hayat-tahrir-al-sham", "Hay'at Tahrir al-Sham"),
}
WORDS = {
    "aerial": ("air strike", "warplanes bombed", "raids from the air hit", "jets struck"),
    "heavy-weapons": ("shelling", "rockets struck", "artillery pounded", "mortar fire hit"),
    "explosives": ("a car bomb", "an explosion tore through", "a blast hit", "a bomb went off"),
    "": ("clashes broke out", "fighting erupted", "an attack on a checkpoint", "gunmen stormed"),
}
TARGETS = ("market", "checkpoint", "house", "clinic", "road", "school", "depot", "hill", "quarter", "bakery")
FILLERS = (
    "columns of smoke were seen above the outskirts", "families fled towards the fields", "roads were cut for hours",
    "reinforcements arrived during the night", "the front had been calm for weeks", "telephone lines were down",
    "rescuers searched through the rubble", "the ceasefire had been announced days earlier", "schools stayed closed",
    "helicopters circled over the area", "a curfew was imposed", "the wounded were taken to field hospitals",
)  # fmt: skip


def voices_of(event: Happening, rng: random.Random) -> list[_Voice]:
    """The origins that speak of the event: its sides, and some of no side."""
    sides = [voice for n, name in enumerate(event.sides) if (voice := _side_voice(n, name, rng)) is not None]
    return rng.sample([*sides, *FREE], rng.choice([1, 2, 2, 3, 3, 4]))


def _side_voice(n: int, name: str, rng: random.Random) -> _Voice | None:
    if name in GOVERNMENT and rng.random() < 0.3:
        return _Voice(("a military source", "military sources"), "military", n, anonymous=True)
    if name in IDS:
        id_, title = IDS[name]
        return _Voice((f"the {title}", f"a {title} statement"), "military" if n == 0 else "armed_group", n, id=id_)
    return None


def chain_of(voice: _Voice, heard_by: str, outlet: str, rng: random.Random) -> tuple[Speaker, ...]:
    words = voice.words[0] if voice.anonymous else rng.choice(voice.words)
    known = voice.id if voice.id and voice.id.startswith("actor:") else None
    origin = Speaker(
        text=words,
        span=(0, len(words)),
        name=voice.words[-1] if voice.id and not known else None,
        affiliation=known,
        kind=voice.kind,
        anonymous=voice.anonymous,
    )
    between = (Speaker(text=heard_by, span=(0, len(heard_by)), name=heard_by, kind="agency"),)
    return (origin, *(between if heard_by != outlet else ()), publisher(outlet))


def publisher(outlet: str) -> Speaker:
    return Speaker(text=outlet, span=None, name=outlet, kind="outlet")


def counts_of(event: Happening, voice: _Voice | None, rng: random.Random) -> tuple[Count, ...]:
    """What a voice says died: a side owns to fewer of its own and claims more of its enemy; others err a little."""
    dead = sum(event.dead)
    if voice is not None and voice.side is not None and rng.random() < 0.6:
        enemy = event.dead[1 - voice.side]
        dead = round(enemy * rng.choice([1, 1, 1.5, 2])) if enemy else dead
    elif rng.random() < 0.35:
        dead = max(0, dead + rng.choice([-2, -1, 1, 1, 2, max(2, dead // 5)]))
    counts = []
    if dead and rng.random() < 0.92:
        counts.append(_count(dead, "killed", at_least=rng.random() < 0.25))
    if event.hurt and rng.random() < 0.6:
        counts.append(_count(max(1, event.hurt + rng.choice([0, 0, 0, 1, -1, 3])), "injured", at_least=False))
    return tuple(counts)


def _count(number: int, measure: Literal["killed", "injured"], *, at_least: bool) -> Count:
    text = str(number)
    high = None if at_least else number
    return Count(text=text, span=(0, len(text)), measure=measure, low=number, best=number, high=high)


def claim_of(
    event: Happening,
    voice: _Voice | None,
    counts: tuple[Count, ...],
    chain: tuple[Speaker, ...],
    place: Place | None,
    time: Time,
    id_: str,
    rng: random.Random,
) -> Claim:
    act = rng.choice([*WORDS]) if rng.random() < 0.03 else event.mode
    mode = act if rng.random() < 0.75 else ""
    remote = act in ("aerial", "heavy-weapons")
    sub = "Air/drone strike" if act == "aerial" else "Shelling/artillery/missile attack"
    actor = _parties(event.sides[0], rng)
    sufferer = _parties(event.sides[1], rng) if voice is not None and voice.side == 0 else _sufferers(event, rng)
    return Claim(
        id=f"{event.id}-{id_}",
        span=(0, 1),
        event=Event(
            type="ASSAULT",
            mode=mode or None,
            acled=Acled(
                event_type="Explosions/Remote violence" if remote else "Battles",
                sub_event_type=sub if remote else "Armed clash",
            )
            if mode or not remote
            else None,
            trigger=Mention(text="t", span=(0, 1)),
        ),
        status="occurred",
        outcome="unknown",
        actors=actor,
        recipients=sufferer,
        place=place,
        time=time,
        counts=counts,
        attribution=chain,
        coding_confidence=0.8,
        trace={"place": "clause"},
    )


def _parties(side: str, rng: random.Random) -> tuple[Party, ...]:
    """The side by name, by a word that says little, or left out."""
    if side == "Civilians":
        return (_party("civilians", "civilians"),)
    kind: PartyKind = "state_forces" if side in GOVERNMENT else "rebel_group"
    chance = rng.random()
    if chance < 0.3:
        return ()
    if chance < 0.55:
        return (_party("troops" if kind == "state_forces" else "gunmen", kind),)
    name = side.split(", ", maxsplit=1)[0]
    id_, title = IDS.get(name, (None, name))
    return (_party(title, kind, name=title, id=id_, country=GOVERNMENT.get(side, "SYR")),)


def _sufferers(event: Happening, rng: random.Random) -> tuple[Party, ...]:
    if event.dead[2] > event.dead[1]:
        return (_party(rng.choice(["civilians", "people", "residents"]), "civilians"),) if rng.random() < 0.8 else ()
    return _parties(event.sides[1], rng)


def _party(text: str, kind: PartyKind, **fields: Any) -> Party:
    return Party(text=text, span=(0, len(text)), kind=kind, **fields)


_RADIUS = {1: 2.0, 2: 5.0, 3: 15.0, 4: 60.0, 5: 60.0, 6: 300.0}


def place_of(event: Happening, rng: random.Random) -> Place | None:
    """The town: found, found a little off, or not found; the wider region; or nothing."""
    chance = rng.random()
    if chance < 0.02:
        return None
    town = event.town if rng.random() < 0.6 else respelt(event.town, rng)
    fields: dict[str, Any] = {"text": town, "span": (0, len(town)), "country": "SYR"}
    if chance < 0.16:
        return Place(name=None, precision=None, **fields)
    off = 0.0 if chance < 0.8 else 0.02 if chance < 0.98 else 0.12  # the wrong one of two namesakes
    lat, lon = event.lat + rng.uniform(-off, off), event.lon + rng.uniform(-off, off)
    place_id = f"geonames:{event.lat:.4f},{event.lon:.4f}{'' if off == 0 else rng.choice('abc')}"
    return Place(
        name=town, id=place_id, lat=lat, lon=lon, radius_km=_RADIUS[event.where_prec], precision=event.where_prec,
        **fields,
    )  # fmt: skip


_SPELLINGS = (
    ("q", "k"), ("k", "q"), ("ee", "i"), ("i", "ee"), ("ou", "u"), ("u", "ou"), ("kh", "h"), ("sh", "ch"), ("a", "e"),
    ("Al ", "El-"), ("Ar ", "Al-"), ("Ash ", "Al-"), ("Deir", "Dayr"), ("aa", "a"), ("ss", "s"), ("m", "mm"),
    ("iyah", "iya"), ("'", ""), ("z", "dh"), ("j", "g"),
)  # fmt: skip


def respelt(name: str, rng: random.Random) -> str:
    """The name as another desk writes it."""
    for old, new in rng.sample([pair for pair in _SPELLINGS if pair[0] in name], 2) if _can(name) else ():
        name = name.replace(old, new, 1)
    return name


def _can(name: str) -> bool:
    return sum(old in name for old, _ in _SPELLINGS) >= 2


def time_of(event: Happening, rng: random.Random) -> Time:
    """The day; the night, which is two; the day of publication alone; a span of days; now and then another day."""
    chance = rng.random()
    first, last = event.first, event.last
    if first != last:
        return _when(first, last, 2)
    if chance < 0.68:
        return _when(first, last, 1)
    if chance < 0.78:
        before = rng.choice([0, 1])
        return _when(first - timedelta(days=before), last + timedelta(days=1 - before), 2)
    if chance < 0.92:
        published = (last + timedelta(days=rng.choice([0, 0, 1, 1, 2]))).isoformat()
        return Time(text="", span=None, start=None, end=published, precision=5, basis="publication")
    if chance < 0.98:
        return _when(first - timedelta(days=2), last + timedelta(days=rng.choice([0, 1])), 2)
    wrong = first + timedelta(days=rng.choice([-1, 1]))
    return _when(wrong, wrong, 1)


def _when(first: date, last: date, precision: int) -> Time:
    return Time(
        text="", span=None, start=first.isoformat(), end=last.isoformat(), precision=precision, basis="relative"
    )


def report_of(event: Happening, outlet: str, claims: Sequence[Claim], target: str, rng: random.Random) -> Report:
    published = (event.last + timedelta(days=rng.choice([0, 0, 1, 1, 2]))).isoformat()
    key = f"{event.id}-{outlet}"
    words = [" ".join(_words(event, target, rng)) for _ in claims]
    return Report(
        id=f"incident-{key}",
        source=Source(article=key, key=key, version="1", outlet=outlet, published=published),
        claims=tuple(claims),
        passages=tuple(words),
    )


def _words(event: Happening, target: str, rng: random.Random) -> Iterator[str]:
    yield rng.choice(WORDS[event.mode])
    if rng.random() < 0.6:
        yield target
    yield event.town
    yield from rng.sample(FILLERS, 2)
