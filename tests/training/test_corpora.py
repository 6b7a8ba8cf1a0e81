"""Corpora in, examples out: every label at its words, nothing claimed that a corpus does not know."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.training.small import reports_file

from hearsay.errors import DataError
from hearsay.training.corpora import attribution, sentences, weak
from hearsay.training.corpora.brat import from_brat
from hearsay.training.corpora.folder import load_path, statistics
from hearsay.training.corpora.label_studio import from_label_studio
from hearsay.training.corpora.reports import from_json_lines
from hearsay.training.corpora.rows import bio_tags, token_spans
from hearsay.training.examples import Example, Tag, apart, fold_of


def rows_file(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    path = folder / f"{name}.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def words(example: Example, layer: str) -> list[str]:
    return [example.text[slice(*tag.span)] for tag in example.layers[layer]]


def test_a_marked_pair_becomes_parties_at_their_words(tmp_path: Path) -> None:
    row = {"marked_sentence": "<t>Ketama</t> was shelled by <s>the army</s>.", "gold_root": "YIELD", "gold_penta": "2"}
    [example] = sentences.plover_pairs(rows_file(tmp_path, "plv.train", row))
    [event, told] = example.events
    assert example.text == "Ketama was shelled by the army."
    assert [example.text[slice(*s)] for s in (*event.actors, *event.recipients)] == ["the army", "Ketama"]
    assert event.values == {"type": {"CONCEDE", "RETREAT"}, "quad": {"2"}}
    assert event.trigger is None
    assert told == replace(event, trigger=(7, 18))  # "was shelled": once with a verb and once without
    assert example.layers == {}  # other pairs of the sentence are not marked: nothing is known of spans


def test_tokens_with_tags_become_spans_and_both_roles(tmp_path: Path) -> None:
    row = {"tokens": ["Police", "and", "rebels", "met"], "tags": ["B-S", "O", "B-R", "O"]}
    [example] = sentences.source_target(rows_file(tmp_path, "cameo_ner.train", row))
    assert words(example, "actor") == ["Police", "rebels"]
    assert words(example, "recipient") == ["rebels"]


def test_a_change_of_kind_begins_a_span() -> None:
    _, spans = token_spans(["a", "b", "c"])
    assert bio_tags(["B-S", "I-T", "I-T"], spans) == [Tag((0, 1), "S"), Tag((2, 5), "T")]


def test_attributions_in_pieces_and_their_ties(tmp_path: Path) -> None:
    text = "The bridge, the mayor said, had been mined."
    spans = "T1\tContent 0 10;28 43\tx\nT2\tSource 12 21\tx\nT3\tCue 22 26\tx\n"
    brat = spans + "E1\tAttribution:T9 Content:T1 Source:T2 Cue:T3"
    [example] = attribution.attributions(rows_file(tmp_path, "polnear.train", {"text": text, "brat": brat}))
    assert words(example, "content") == ["The bridge", "had been mined."]
    assert words(example, "source") == ["the mayor"]
    [quote] = example.quotes or ()
    assert text[slice(*quote.content)] == "had been mined."
    assert quote.source == (12, 21)


MUC_TEXT = "GUNMEN BURNED THE\nDEPOT. THE DEPOT WAS OLD. DEPOTS ARE MANY."
MUC_FILLERS = (
    '9.  PERP: INDIVIDUAL ID      "GUNMEN"\n12. PHYS TGT: ID      "WATER\n    "DEPOT"\n12. PHYS TGT: ID  "DEPOT"'
)


def muc_stage(stage: str) -> str:
    return f"5.  INCIDENT: STAGE OF EXECUTION    {stage}\n{MUC_FILLERS}"


def test_fillers_count_where_two_roles_meet_and_are_unknown_elsewhere(tmp_path: Path) -> None:
    row = {"text": MUC_TEXT, "templates": [MUC_FILLERS]}
    told, rest = weak.muc4(rows_file(tmp_path, "muc4.dev", row))
    assert words(told, "actor") == ["GUNMEN"]
    assert words(told, "recipient") == ["DEPOT"]
    assert [MUC_TEXT[slice(*s)] for s in told.ignored["recipient"]] == ["DEPOT"]
    assert told.ignored["recipient"][0][0] > 24
    assert (told.corpus, rest.corpus) == ("muc4", "muc4_rest")
    assert min(told.sentences + rest.sentences) == told.sentences[0]
    assert len(told.sentences + rest.sentences) == 3


def test_the_stage_of_an_incident_is_the_status_of_its_sentence(tmp_path: Path) -> None:
    row = {"text": MUC_TEXT, "templates": [muc_stage("ATTEMPTED")]}
    told, rest = weak.muc4(rows_file(tmp_path, "muc4.dev", row))
    [event] = told.events
    assert event.values == {"status": {"attempted", "thwarted"}}
    assert [MUC_TEXT[slice(*s)] for s in (*event.actors, *event.recipients)] == ["GUNMEN", "DEPOT"]
    assert rest.events == ()


def test_incidents_at_two_stages_in_one_sentence_teach_no_status(tmp_path: Path) -> None:
    row = {"text": MUC_TEXT, "templates": [muc_stage("ACCOMPLISHED"), muc_stage("THREATENED")]}
    told, _ = weak.muc4(rows_file(tmp_path, "muc4.dev", row))
    assert told.events == ()


def test_ratings_between_yes_and_no_teach_nothing(tmp_path: Path) -> None:
    targets = [
        {"label": 3.0, "span1": [1, 2]},
        {"label": -2.0, "span1": [2, 3]},
        {"label": 0.0, "span1": [3, 4]},
        {"label": 1.2, "span1": [0, 1]},
    ]
    [example] = weak.factuality(rows_file(tmp_path, "factuality_uw.train", {"text": "a b c d", "targets": targets}))
    assert [example.text[slice(*e.trigger)] for e in example.events if e.trigger] == ["b", "c", "d"]
    assert [min(e.values["status"]) for e in example.events] == ["occurred", "attempted", "hypothetical"]


def test_a_report_gives_every_layer_and_its_empty_sentences(tmp_path: Path) -> None:
    [example] = load_path(reports_file(tmp_path))
    assert words(example, "trigger") == ["shelled", "met"]
    assert words(example, "count") == ["four civilians"]
    assert words(example, "entity") == []
    assert example.ignored["entity"] == example.sentences  # "Soldiers" is one too, but reports do not mark it
    first, second = (e for e in example.events if e.trigger)
    assert first.values["mode"] == {"heavy-weapons"}
    assert {role for role, _ in first.arguments or ()} == {"actor", "recipient", "place", "time", "count"}
    assert second.values["mode"] == {"visit"}
    whole = [e.values["type"] for e in example.events if not e.trigger]
    assert whole == [{"ASSAULT"}, {"-"}, {"CONSULT"}]


def test_codings_as_json_lines_teach_the_same_and_all_their_entities(tmp_path: Path) -> None:
    from hearsay.training.check import load

    path = reports_file(tmp_path)
    [report] = load(path)
    lines = tmp_path / "coded.jsonl"
    lines.write_text(report.coding.model_dump_json() + "\n", encoding="utf-8")
    [mine], [theirs] = load_path(path), from_json_lines(lines)
    assert (mine.events, mine.quotes) == (theirs.events, theirs.quotes)
    assert [name for name in mine.layers if mine.layers[name] != theirs.layers[name]] == ["entity"]
    assert words(theirs, "entity") == ["Kafr Zita", "on Thursday", "Hama"]
    assert "entity" not in theirs.ignored


def test_brat_files_and_their_claims(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels shelled Ketama.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tTrigger 7 14\tshelled\nT2\tActor 0 6\tRebels\nT3\tLocation 15 21\tKetama\n"
        "E1\tClaim:T1 Actor:T2\nA1\ttype T1 ASSAULT\nA2\tstatus T1 occurred\n",
        encoding="utf-8",
    )
    [example] = from_brat(tmp_path)
    assert sorted(example.layers) == ["actor", "entity", "trigger"]  # nothing else was annotated
    [event] = example.events
    assert event.values == {"type": {"ASSAULT"}, "status": {"occurred"}}
    assert event.arguments == (("actor", (0, 6)),)
    assert load_path(tmp_path) == [example]


def test_label_studio_regions_choices_and_relations(tmp_path: Path) -> None:
    def region(key: str, start: int, end: int, label: str) -> dict[str, Any]:
        return {"id": key, "type": "labels", "value": {"start": start, "end": end, "labels": [label]}}

    result = [
        region("r1", 7, 14, "trigger"),
        region("r2", 0, 6, "actor"),
        {"id": "r1", "type": "choices", "from_name": "type", "value": {"choices": ["ASSAULT"]}},
        {"type": "relation", "from_id": "r1", "to_id": "r2"},
    ]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([{"data": {"text": "Rebels shelled Ketama."}, "annotations": [{"result": result}]}]))
    [example] = from_label_studio(path)
    assert example.events[0].arguments == (("actor", (0, 6)),)
    assert example.events[0].values == {"type": {"ASSAULT"}}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.jsonl", "{}", "annotation-invalid"),
        ("x.json", "[1]", "annotation-invalid"),
        ("plv.train.jsonl", "not json", "corpus-unreadable"),
        ("x.txt", "nothing", "corpus-empty"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused(tmp_path: Path, name: str, content: str, code: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(DataError, match=code):
        load_path(tmp_path / name)


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="corpus-missing"):
        load_path(tmp_path / "none")


def test_a_sentence_keeps_its_fold_in_other_clothes() -> None:
    assert fold_of("The army, it said, fired.") == fold_of("the ARMY it said fired")
    assert {fold_of(f"report {k}") for k in range(40)} == set(range(5))


def test_of_tags_that_overlap_the_longer_stays() -> None:
    tags = [Tag((0, 4), "a"), Tag((2, 9), "a"), Tag((9, 12), "a"), Tag((3, 3), "a")]
    assert apart(tags) == (Tag((2, 9), "a"), Tag((9, 12), "a"))


def test_statistics_say_what_there_is(tmp_path: Path) -> None:
    said = statistics(load_path(reports_file(tmp_path)))
    assert said.startswith("reports: 1 texts")
    assert "2 trigger" in said
    assert "1 attributions" in said
