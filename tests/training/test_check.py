"""The notation of the annotated reports: what is read, how quotes resolve, and every rule that is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import DataError
from hearsay.training.check import check, load, main

DATA = Path(__file__).parents[2] / "training" / "data"

TEXT = """\
Army patrols shot dead two rebels near Old Ferry on Monday, Colonel Abel Rook told the Delta Post.

The rebels denied the attack. They said a shell fired by the army killed at least 12 people, including four \
children, in Old Ferry market."""

CLAIM = """\
claim: Army patrols shot dead two rebels near Old Ferry on Monday
event: ASSAULT firearms | Armed clash | occurred succeeded | shot dead
actor: Army patrols = Delta Army | state_forces NGA
recipient: rebels | rebel_group asserted | label rebels pejorative 0
place: Old Ferry | near | NGA Rivers
time: on Monday | 2020-03-02 | relative
count: two rebels | killed 2 | r0
by: Colonel Abel Rook | military | cue told
incident: ferry
"""


def written(tmp_path: Path, annotation: str, text: str = TEXT, published: str = "2020-03-04") -> Path:
    file = tmp_path / "delta-post.reports"
    file.write_text(
        f"outlet: Delta Post\nvoice: test\n\n=== 1 | {published} | Delta | Two killed\n{text}\n---\n"
        f"places: Old Ferry\nperson: Abel Rook\n{annotation}",
        encoding="utf-8",
    )
    return file


def test_a_report_becomes_a_contract_coding(tmp_path: Path) -> None:
    (report,) = load(written(tmp_path, CLAIM + "said: Colonel Abel Rook | told | Army patrols ... on Monday\n"))
    assert report.id == "delta-post-1"
    assert report.conflict == "Delta"
    assert report.incidents == (("ferry", (0,)),)
    coding = report.coding
    assert coding.article.text == TEXT
    assert coding.article.published == "2020-03-04"
    (claim,) = coding.claims
    assert TEXT[slice(*claim.span)] == "Army patrols shot dead two rebels near Old Ferry on Monday"
    assert (claim.event.type, claim.event.mode, claim.event.trigger.text) == ("ASSAULT", "firearms", "shot dead")
    assert claim.event.acled is not None
    assert claim.event.acled.event_type == "Battles"
    assert claim.actors[0].name == "Delta Army"
    assert claim.actors[0].country == "NGA"
    assert claim.recipients[0].label is not None
    assert claim.place is not None
    assert claim.place.relation is not None
    assert (claim.place.country, claim.place.admin1) == ("NGA", "Rivers")
    assert [speaker.text for speaker in claim.attribution] == ["Colonel Abel Rook", "Delta Post"]
    assert claim.attribution[1].span is None
    (count,) = claim.counts
    assert (count.measure, count.low, count.best, count.high) == ("killed", 2, 2, 2)
    assert (count.of, count.kind, count.side, count.party) == ("rebels", "rebel_group", "recipient", "recipients[0]")
    (said,) = coding.attributions
    assert said.kind == "indirect"
    assert said.content.span == claim.span


def test_names_mark_all_their_occurrences_and_the_longest_wins(tmp_path: Path) -> None:
    (report,) = load(written(tmp_path, CLAIM + "organisation: the Delta Post | Old Ferry market\n"))
    found = {(entity.text, entity.type) for entity in report.coding.entities}
    assert ("Old Ferry market", "organisation") in found
    assert ("Old Ferry", "location") in found
    assert ("on Monday", "temporal") in found
    assert [entity.text for entity in report.coding.entities].count("Old Ferry") == 1
    assert [place.text for place in report.coding.places] == ["Old Ferry", "Old Ferry"]


DENIED = """\
claim: The rebels denied the attack
event: ASSAULT | - | denied | attack
actor: rebels | rebel_group
by: The rebels | armed_group denies | cue denied
"""
SHELL = """\
claim: a shell fired by the army ... in Old Ferry market
event: ASSAULT heavy-weapons | Shelling/artillery/missile attack | occurred | fired
with: shell
count: at least 12 people | killed 12.. | civilians
count: four children | killed 4 | civilians children part_of=0
by: The rebels | armed_group | cue said
"""


def test_speakers_can_be_defined_once_and_changed_where_used(tmp_path: Path) -> None:
    lines = "speaker: reb | The rebels = Delta Front | armed_group NGA | cue said\n"
    denied = DENIED.replace("by: The rebels | armed_group denies", "by: @reb | denies")
    shell = SHELL.replace("by: The rebels | armed_group | cue said", "by: @reb")
    (report,) = load(written(tmp_path, lines + denied + shell))
    first, second = (claim.attribution[0] for claim in report.coding.claims)
    assert (first.name, first.stance, first.cue and first.cue.text) == ("Delta Front", "denies", "denied")
    assert (second.name, second.stance, second.cue and second.cue.text) == ("Delta Front", "asserts", "said")
    assert first.span == second.span


def test_counts_of_civilians_stand_on_their_side_and_know_their_whole(tmp_path: Path) -> None:
    (report,) = load(written(tmp_path, SHELL))
    whole, part = report.coding.claims[0].counts
    assert (whole.low, whole.best, whole.high, whole.of, whole.side) == (12, 12, None, "people", "civilians")
    assert (part.part_of, part.groups) == (0, ("children",))


@pytest.mark.parametrize(
    ("number", "low", "best", "high", "approximate"),
    [
        ("12", 12, 12, 12, False),
        ("12..", 12, 12, None, False),
        ("..12", None, None, 12, False),
        ("12..15", 12, None, 15, False),
        ("~12", None, 12, None, True),
        ("~24..", 24, 24, None, True),
        ("1.5", 1.5, 1.5, 1.5, False),
    ],
)
def test_numbers(
    tmp_path: Path, number: str, low: float | None, best: float | None, high: float | None, *, approximate: bool
) -> None:
    annotation = SHELL.replace("killed 12..", f"killed {number}").replace("count: four", "# four")
    (report,) = load(written(tmp_path, annotation))
    count = report.coding.claims[0].counts[0]
    assert (count.low, count.best, count.high, count.approximate) == (low, best, high, approximate)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("shot dead two", "shot down two", "occurs 0 times"),
        ("Armed clash | occurred succeeded", "- | planned", "killed in what did not happen"),
        ("| shot dead\n", "| killed\n", "not in its passage"),
        ("ASSAULT firearms", "ATTACK", "unknown event type"),
        ("ASSAULT firearms", "ASSAULT riot", "no mode of ASSAULT"),
        ("Armed clash", "Skirmish", "unknown ACLED"),
        ("occurred succeeded", "happened", "unknown status"),
        ("occurred succeeded", "planned", "no ACLED event"),
        ("occurred succeeded", "attempted", "attempted goes with"),
        ("occurred succeeded", "occurred won", "unknown outcome"),
        ("state_forces NGA", "soldiers", "unknown value"),
        ("state_forces NGA", "NGA", "without a kind"),
        ("rebel_group asserted", "rebel_group asserted bridge", "object_class"),
        ("pejorative 0", "pejorative 2", "not in the chain"),
        ("place: Old Ferry", "place: Delta Post", "not among the report's places"),
        ("| near |", "| close |", "neither a relation nor a country"),
        ("2020-03-02", "2020-03-06", "after publication"),
        ("2020-03-02", "2020-13-02", "month"),
        ("| relative", "| sometime", "unknown basis"),
        ("killed 2", "killed two", "is no number"),
        ("killed 2", "slain 2", "unknown measure"),
        ("| r0", "| r1", "no recipient 1"),
        ("| r0", "| part_of=3", "part_of points nowhere"),
        ("two rebels |", "four children |", "another paragraph"),
        ("| military |", "| colonel |", "unknown value"),
        ("| military |", "| military denies |", "a denial has"),
        ("by: Colonel Abel Rook", "by: @rook", "no speaker"),
        ("incident: ferry", "incidents: ferry", "unknown key"),
        ("incident: ferry", "incident ferry", "not a 'key: value' line"),
        ("incident: ferry", "incident: ferry\nclaims: none", "or says 'claims: none'"),
        ("incident: ferry", "event: ASSAULT | - | occurred | shot dead", "two lines 'event'"),
        ("event:", "# event:", "without an event"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert CLAIM.count(old) == 1, "the fixture must be broken in one place"
    problems = check(written(tmp_path, CLAIM.replace(old, new)))
    assert any(message in problem for problem in problems), problems
    assert all(problem.startswith("delta-post.reports:") for problem in problems)


def test_words_that_stand_twice_in_their_passage_need_a_number(tmp_path: Path) -> None:
    text = "The army said the army shelled Old Ferry. The army left."
    claim = (
        "claim: The army said the army shelled Old Ferry\n"
        "event: ASSAULT heavy-weapons | - | occurred | shelled\nactor: army{} | state_forces\n"
    )
    path = written(tmp_path, "# " + claim.format(""), text)
    plain = path.read_text().replace("person: Abel Rook\n# ", "")
    path.write_text(plain)
    assert any("occurs 2 times in its passage" in problem for problem in check(path))
    path.write_text(plain.replace("army |", "army#2 |"))
    (report,) = load(path)
    assert report.coding.claims[0].actors[0].span == (text.index("the army") + 4, text.index("the army") + 8)


def test_load_refuses_what_check_finds(tmp_path: Path) -> None:
    path = written(tmp_path, CLAIM.replace("ASSAULT", "ATTACK"))
    with pytest.raises(DataError) as caught:
        load(path)
    assert caught.value.code == "annotation-invalid"


def test_an_unclosed_text_is_reported(tmp_path: Path) -> None:
    path = written(tmp_path, CLAIM)
    path.write_text(path.read_text().replace("---\n", ""))
    assert any("not closed" in problem for problem in check(path))


def test_the_command_prints_claims_and_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(written(tmp_path, CLAIM)), "--show"]) == 0
    assert "by Colonel Abel Rook > Delta Post" in capsys.readouterr().out
    assert main([str(written(tmp_path, "claim: nothing\n"))]) == 1
    assert "occurs 0 times" in capsys.readouterr().out


def test_the_data_are_sound() -> None:
    assert check(DATA) == []
    reports = load(DATA)
    claims = [claim for report in reports for claim in report.coding.claims]
    statuses = {claim.status for claim in claims}
    assert len(statuses) == 8
    assert {claim.outcome for claim in claims} == {"succeeded", "repelled", "intercepted", "failed", "unknown"}
    assert any(not report.coding.claims for report in reports)
    assert all(claim.attribution[-1].span is None for claim in claims)
