"""Training end to end on a tiny encoder: seeds, stopped runs, and graphs that say what the network says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.training.small import encoder_folder, reports_file

from hearsay.errors import DataError
from hearsay.reading.sentences import sentences
from hearsay.training.corpora.folder import load_path

TEXT = "Soldiers shelled a market in Kafr Zita on Thursday, killing four civilians, a medic said. The mayor met envoys."


STATUSES = ("occurred", "occurred", "occurred", "occurred", "denied")


@pytest.fixture(autouse=True)
def _needs_torch(require: Callable[[str], None]) -> None:
    for tool in ("torch", "safetensors", "onnx", "onnxruntime"):
        require(tool)
    import torch

    torch.set_num_threads(1)  # on matrices this small, threads only wait for each other


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return encoder_folder(tmp_path / "encoder"), reports_file(tmp_path)


def weights(path: Path) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    from safetensors.numpy import load_file

    return load_file(path)


def make(
    data: Path, encoder: Path, out: Path, epochs: int, *, stop_after: int = 0, seed: int = 3, runs: int = 1
) -> None:
    from hearsay.training.fitting.fit import Progress, Settings
    from hearsay.training.make import make as made

    def stop(progress: Progress) -> None:
        if stop_after and progress.epoch == stop_after:
            raise KeyboardInterrupt

    made(load_path(data), encoder, out, Settings(epochs=epochs, seed=seed, runs=runs, dropout=0.1), report=stop)


def test_the_same_seed_gives_the_same_model_and_another_does_not(folders: tuple[Path, Path], tmp_path: Path) -> None:
    encoder, data = folders
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        make(data, encoder, tmp_path / name, 2, seed=seed)
    cards = [(tmp_path / name / "encoder.onnx").read_bytes() for name in "abc"]
    assert cards[0] == cards[1] != cards[2]


def test_a_stopped_run_goes_on_to_the_same_weights(folders: tuple[Path, Path], tmp_path: Path) -> None:
    encoder, data = folders
    make(data, encoder, tmp_path / "whole", 3)
    with pytest.raises(KeyboardInterrupt):
        make(data, encoder, tmp_path / "stopped", 3, stop_after=2)
    make(data, encoder, tmp_path / "stopped", 3)
    whole, stopped = (weights(tmp_path / n / "training" / "1" / "3.epoch.safetensors") for n in ("whole", "stopped"))
    assert whole.keys() == stopped.keys()
    assert all(np.array_equal(whole[name], stopped[name]) for name in whole)


def test_several_runs_begin_alike_and_their_weights_are_averaged(folders: tuple[Path, Path], tmp_path: Path) -> None:
    encoder, data = folders
    make(data, encoder, tmp_path / "one", 2)
    make(data, encoder, tmp_path / "two", 2, runs=2)
    runs = [weights(tmp_path / "two" / "training" / run / "2.epoch.safetensors") for run in "12"]
    alone = weights(tmp_path / "one" / "training" / "1" / "2.epoch.safetensors")
    assert all(np.array_equal(runs[0][name], alone[name]) for name in alone)
    assert any(not np.array_equal(runs[0][name], runs[1][name]) for name in alone)
    assert (tmp_path / "one" / "encoder.onnx").read_bytes() != (tmp_path / "two" / "encoder.onnx").read_bytes()


def test_a_narrow_network_learns_what_the_whole_one_knows(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.read import read_text
    from hearsay.reading.model.session import Session
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.make import make as made

    encoder, data = folders
    examples = load_path(data) * 20
    settings = Settings(epochs=8, narrow=4, budget=64, joined=True, encoder_rate=3e-3, head_rate=1e-2, dropout=0.0)
    made(examples, encoder, tmp_path / "one", replace(settings, narrow=0))
    for name in ("one", "two"):  # a finished training can be narrowed later
        made(examples, encoder, tmp_path / name, settings)
    assert (tmp_path / "one" / "encoder.onnx").read_bytes() == (tmp_path / "two" / "encoder.onnx").read_bytes()
    whole, small = (weights(next((tmp_path / "one" / "training" / part).glob("*.epoch.*"))) for part in ("1", "narrow"))
    for part, axis in (("query", 0), ("attended", 1), ("up", 0), ("down", 1)):
        name = f"encoder.layers.0.{part}.weight"
        assert 2 * small[name].shape[axis] == whole[name].shape[axis]
    text = examples[0].text
    found = read_text(Session(tmp_path / "one"), text, sentences(text))
    assert [text[slice(*event.trigger)] for event in found.events] == ["shelled", "met"]


def test_only_what_changes_nothing_is_cut(folders: tuple[Path, Path]) -> None:
    """A network of which half of each layer is idle says the same without it."""
    import torch
    from torch import nn

    from hearsay.training.fitting.batches import collate
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.fitting.loss import outputs
    from hearsay.training.fitting.narrow import narrowed
    from hearsay.training.fitting.start import start
    from hearsay.training.items import items

    encoder, data = folders
    settings = Settings(joined=True)
    begun = start(encoder, settings)
    layers = begun.network.encoder.layers
    with torch.no_grad():
        for layer in layers:
            for linear in (layer.attended, layer.down):
                assert isinstance(linear, nn.Linear)
                linear.weight[:, : linear.in_features // 2] = 0
    pool = items(load_path(data), begun.pieces, longest=64, joined=True)
    small = narrowed(begun.network, pool, begun.marks, settings)
    batch = collate(pool[:1], begun.marks)
    with torch.inference_mode():
        whole, cut = (outputs(network.eval(), batch, half=False) for network in (begun.network, small))
    assert torch.allclose(whole.tags, cut.tags, atol=1e-2)
    assert layers[0].heads == 2 * small.encoder.layers[0].heads


def test_a_folder_with_another_run_is_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    encoder, data = folders
    make(data, encoder, tmp_path / "out", 1)
    with pytest.raises(DataError, match="training-changed"):
        make(data, encoder, tmp_path / "out", 1, seed=9)


def test_it_learns_what_it_is_shown(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.read import read_text
    from hearsay.reading.model.session import Session
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.make import make as made

    encoder, data = folders
    examples = load_path(data) * 20  # as many batches an epoch
    settings = Settings(epochs=10, budget=64, joined=True, encoder_rate=3e-3, head_rate=1e-2, dropout=0.0)
    made(examples, encoder, tmp_path / "out", settings)
    text = examples[0].text
    found = read_text(Session(tmp_path / "out"), text, sentences(text))
    assert [text[slice(*event.trigger)] for event in found.events] == ["shelled", "met"]
    likely = [max(event.fields["type"], key=event.fields["type"].__getitem__) for event in found.events]
    assert likely == ["ASSAULT", "CONSULT"]
    first = {(link.role, text[slice(*link.span)]) for link in found.events[0].arguments}
    assert {("actor", "Soldiers"), ("count", "four civilians")} <= first
    assert ("actor", "The mayor") not in first
    assert [text[slice(*s.span)] for quote in found.quotes for s in quote.sources] == ["a medic"]


def test_the_graphs_say_what_the_network_says(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.session import Session
    from hearsay.reading.model.windows import windows
    from hearsay.training.export import export
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.fitting.predict import predict
    from hearsay.training.fitting.start import start
    from hearsay.training.items import items
    from hearsay.training.make import trained

    encoder, data = folders
    settings = Settings(joined=True)
    begun = start(encoder, settings)
    export(trained(begun, settings, {}), tmp_path / "whole", small=False)
    session = Session(tmp_path / "whole")
    [item] = items(load_path(data), begun.pieces, longest=256, joined=True)
    [said] = predict(begun.network, [item], begun.marks)
    _, tags = session.encode([item.window])
    assert np.allclose(tags, said.tags, atol=2e-4)
    reader = _Vectors(session.encode([item.window])[0][0])
    rows = item.events
    scores = session.events(
        np.stack([reader.mean([e.sentence]) for e in rows]),
        np.stack([reader.slots((e.trigger,), e.actors, e.recipients) for e in rows]),
        np.array([[bool(e.trigger), bool(e.actors), bool(e.recipients)] for e in rows], dtype=np.float32),
    )
    assert np.allclose(scores, said.events, atol=0.05)  # the heads' weights are stored as int8
    links = session.links(
        np.stack([reader.mean([link.source]) for link in item.links]),
        np.stack([reader.mean([link.target]) for link in item.links]),
        [link.role for link in item.links],
        [link.distance for link in item.links],
    )
    assert np.allclose(links, said.links, atol=0.05)
    assert len(windows(TEXT, sentences(TEXT), session.pieces, longest=256)) == 1


class _Vectors:
    def __init__(self, hidden: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
        self.hidden = hidden

    def mean(self, ranges: Sequence[tuple[int, int] | None]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        found = [self.hidden[r[0] : r[1]].mean(axis=0) for r in ranges if r]
        return np.mean(found, axis=0) if found else np.zeros(self.hidden.shape[1], dtype=np.float32)

    def slots(self, *slots: Sequence[tuple[int, int] | None]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return np.stack([self.mean(slot) for slot in slots])


def test_a_text_reads_the_same_whatever_stands_beside_it(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.read import read_text
    from hearsay.reading.model.session import Session

    encoder, data = folders
    make(data, encoder, tmp_path / "out", 1)
    session = Session(tmp_path / "out")
    alone = read_text(session, TEXT, sentences(TEXT))
    read_text(session, "The army denied it. " * 40, sentences("The army denied it. " * 40))
    assert read_text(session, TEXT, sentences(TEXT)) == alone
    assert read_text(Session(tmp_path / "out"), TEXT, sentences(TEXT)) == alone


def test_links_do_not_depend_on_how_many_there_are(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.session import Session

    encoder, data = folders
    make(data, encoder, tmp_path / "out", 1)
    session = Session(tmp_path / "out")
    rng = np.random.default_rng(1)
    one, two = (rng.normal(size=(40, 16)).astype(np.float32) for _ in range(2))
    roles, far = [k % 8 for k in range(40)], [k % 16 for k in range(40)]
    together = session.links(one, two, roles, far)
    apart = [session.links(one[k : k + 1], two[k : k + 1], roles[k : k + 1], far[k : k + 1])[0] for k in range(40)]
    assert together.tolist() == apart


def test_fields_are_read_with_the_trigger_and_in_part_without(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.labels import head_columns
    from hearsay.reading.model.session import Session

    encoder, data = folders
    make(data, encoder, tmp_path / "out", 1)
    session = Session(tmp_path / "out")
    rng = np.random.default_rng(1)
    sentence = rng.normal(size=(2, 16)).astype(np.float32)
    slots = rng.normal(size=(2, 3, 16)).astype(np.float32)
    there = np.array([[1, 1, 0], [0, 1, 0]], dtype=np.float32)
    found, whole = session.fields(sentence, slots, there), session.events(sentence, slots, there)
    without = session.events(sentence, slots, there * np.array([0, 1, 1], dtype=np.float32))
    for name, share in (("type", 1 / 2), ("status", 2 / 3)):
        column = head_columns()[name]
        mixed = share * whole[:, column] + (1 - share) * without[:, column]
        assert np.allclose(found[:, column], mixed, atol=1e-3)
    assert np.abs(found[0] - whole[0]).max() > 1e-3
    assert np.allclose(found[1], whole[1], atol=1e-3)  # no trigger to leave out


def test_a_changed_file_and_an_empty_folder_are_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    from hearsay.reading.model.session import Session

    encoder, data = folders
    make(data, encoder, tmp_path / "out", 1)
    with (tmp_path / "out" / "vocab.txt").open("a") as file:
        file.write("shells\n")
    with pytest.raises(DataError, match="model-damaged"):
        Session(tmp_path / "out")
    with pytest.raises(DataError, match="model-missing"):
        Session(tmp_path)


def test_rare_classes_weigh_more_and_the_mean_weight_is_one(folders: tuple[Path, Path]) -> None:
    from hearsay.reading.model.labels import HEADS
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.fitting.loss import class_weights
    from hearsay.training.fitting.start import start
    from hearsay.training.items import items

    encoder, data = folders
    [own] = load_path(data)
    told = [replace(event, values={"status": frozenset((name,))}) for event in own.events[:1] for name in STATUSES]
    pool = items([replace(own, events=tuple(told))], start(encoder, Settings()).pieces, longest=256, joined=False)
    found = dict(zip(HEADS["status"], class_weights(pool, {"status": 0.5})["status"].tolist(), strict=True))
    assert found["denied"] == pytest.approx(2 * found["occurred"])
    assert sum(found[name] for name in STATUSES) == pytest.approx(len(STATUSES))
    assert found["planned"] == 0  # nothing teaches it


def test_a_corpus_is_shown_as_often_as_it_should_be(folders: tuple[Path, Path]) -> None:
    from hearsay.training.fitting.batches import drawn
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.fitting.start import start
    from hearsay.training.items import items

    encoder, data = folders
    begun = start(encoder, Settings())
    [own] = load_path(data)
    pool = items([own, *[replace(own, corpus="large")] * 10], begun.pieces, longest=256, joined=False)
    assert Counter(i.corpus for i in pool) == {"reports": 3, "large": 30}
    rng = random.Random(1)  # noqa: S311 - sampling, nothing secret
    shown = Counter(i.corpus for i in drawn(pool, {"large": 0.2}, rng))
    assert shown == {"reports": 3, "large": 6}
    often = drawn(pool, {"reports": 2.5, "large": 0}, rng)
    assert sorted(Counter(i.window for i in often).values()) in ([2, 2, 3], [2, 3, 3])
    assert {i.corpus for i in often} == {"reports"}


def test_a_folder_that_is_no_encoder_is_refused(tmp_path: Path) -> None:
    from hearsay.training.fitting.fit import Settings
    from hearsay.training.fitting.start import start

    (tmp_path / "vocab.txt").write_text("[CLS]\n[SEP]\n[UNK]\n")
    with pytest.raises(DataError, match="encoder-unreadable"):
        start(tmp_path, Settings())
