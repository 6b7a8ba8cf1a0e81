"""Who is said to hold each place on a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from hearsay.analysis.control.records import ControlWord, HeldBy, Holder, LastWord, PlaceControl
from hearsay.incidents.sides import house

_CHANGES = frozenset({"taken", "left"})


def control_on(words: Iterable[ControlWord], on: date) -> tuple[PlaceControl, ...]:
    """The places of which something is said by that day, by country and name.

    Of each voice the last word counts. It stands unless somebody tells of a change of hands on a later day; what stands
    and names two holders, or denies one, is a contradiction and is kept as one.
    """
    of_place: dict[str, list[ControlWord]] = defaultdict(list)
    for word in words:
        if word.day <= on.isoformat():
            of_place[word.place.key].append(word)
    found = [_on(some, on) for some in of_place.values()]
    return tuple(sorted(found, key=lambda one: (one.place.country or "~", one.place.name, one.place.key)))


def _on(words: Sequence[ControlWord], on: date) -> PlaceControl:
    ordered = sorted(words, key=_when)
    changed = max((word.day for word in ordered if word.change in _CHANGES), default=None)
    ages = [
        LastWord(
            word=word,
            age_days=(on - date.fromisoformat(word.day)).days,
            standing=changed is None or word.day >= changed,
        )
        for word in _last_words(ordered)
    ]
    standing = [one.word for one in ages if one.standing]
    holders, denied = _held_by(standing), {holder.camp: holder for word in standing for holder in word.against}
    held = {one.holder.camp for one in holders}
    since = changed or ordered[0].day
    return PlaceControl(
        place=ordered[-1].place,
        on=on.isoformat(),
        holders=holders,
        not_held=tuple(holder for camp, holder in sorted(denied.items()) if camp not in held),
        contested=len(held) > 1 or bool(held & set(denied)),
        since=since,
        age_days=(on - date.fromisoformat(since)).days,
        words=tuple(ages),
    )


def _when(word: ControlWord) -> tuple[str, str, str]:
    return word.day, word.published or "", word.claim


def _last_words(ordered: Sequence[ControlWord]) -> list[ControlWord]:
    """What each voice says last, the latest first.

    Claims of one day and one article that say different things ("the army withdrew, the rebels took it") are all its
    last word.
    """
    of_voice: dict[str, dict[object, ControlWord]] = {}
    latest: dict[str, tuple[str, str]] = {}
    for word in ordered:
        voice, when = word.voice.key, (word.day, word.published or "")
        if latest.get(voice) != when:
            latest[voice], of_voice[voice] = when, {}
        of_voice[voice].setdefault((word.change, word.holders, word.against), word)
    return sorted((word for words in of_voice.values() for word in words.values()), key=_when, reverse=True)


def _held_by(standing: Sequence[ControlWord]) -> tuple[HeldBy, ...]:
    names: dict[str, Holder] = {}
    voices: dict[str, dict[str, str]] = defaultdict(dict)
    own: dict[str, bool] = {}
    for word in standing:
        for holder in word.holders:
            names.setdefault(holder.camp, holder)
            voices[holder.camp][word.voice.key] = word.voice.name
            own[holder.camp] = own.get(holder.camp, True) and _speaks_for(word, holder)
    found = [
        HeldBy(holder=names[camp], voices=tuple(by.values()), own_word_only=own[camp]) for camp, by in voices.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.voices), one.holder.camp)))


def _speaks_for(word: ControlWord, holder: Holder) -> bool:
    """The voice is one of the holder's own, by the registry or as the incident has its sides."""
    voice = word.voice
    return word.side == holder.name or (voice.affiliation is not None and house(voice.affiliation) == holder.camp)
