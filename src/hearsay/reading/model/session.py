"""The model's two graphs in onnxruntime: one window at a time, one thread, so that nothing else touches its numbers.

The weights are int8 with scales for activations that come from the input itself: a second text in the same call, or
padding, would move them. Hence batches of one without padding. Throughput comes from several processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.reading.model.card import ENCODER, HEADS, VOCABULARY, Card, read_card
from hearsay.reading.model.decode import DECIMALS
from hearsay.reading.model.labels import HEAD_WIDTH, TAG_WIDTH, head_columns
from hearsay.reading.model.windows import Window
from hearsay.reading.model.wordpiece import WordPiece, load_vocabulary

Floats = NDArray[np.float32]
Array = NDArray[np.float32] | NDArray[np.int64]
TOGETHER = 16
"""Rows in every call of the heads, filled up with zeros: the same shape always takes the same way through a matrix
product, so a row's numbers do not depend on how many others there are."""


TRIGGERED = {"type": 0.5, "quad": 0.5}
"""Field → how much the reading with the trigger counts; the others two parts in three."""


@cache
def _triggered() -> Floats:
    share = np.full(HEAD_WIDTH, 2 / 3, dtype=np.float32)
    columns = head_columns()
    for name, part in TRIGGERED.items():
        share[columns[name]] = part
    return share


class Session:
    """A loaded model."""

    def __init__(self, folder: Path) -> None:
        """Raises DataError where the folder holds no sound model of this version."""
        self.card: Card = read_card(folder)
        self.pieces = WordPiece(load_vocabulary(folder / VOCABULARY), lower=self.card.lower)
        self._encoder = _load(folder / ENCODER)
        self._heads = _load(folder / HEADS)
        self._inputs = {
            entry.name: (entry.shape, np.int64 if "int64" in entry.type else np.float32)
            for entry in self._heads.get_inputs()
        }

    def encode(self, windows: Sequence[Window]) -> tuple[list[Floats], Floats]:
        """Vectors of each window's pieces [pieces, size], and tag scores of the words of all [words, TAG_WIDTH].

        The scores are picked out and rounded for all windows together: right after the encoder, whose weights fill the
        processor's caches, the smallest step takes ten times as long.
        """
        hidden: list[Floats] = []
        tags: list[Floats] = [np.zeros((0, TAG_WIDTH), dtype=np.float32)]
        firsts: list[int] = []
        pieces = 0
        for window in windows:
            ids = np.array([self.pieces.cls, *window.ids, self.pieces.sep], dtype=np.int64)
            cases = np.zeros(len(ids), dtype=np.int64)
            if self.card.cases:
                cases[1:-1] = window.shapes
            vectors, scores = self._encoder.run(["hidden", "tags"], {"ids": ids, "cases": cases})
            hidden.append(vectors[1:-1])
            tags.append(scores)
            firsts += [pieces + 1 + first for first in window.firsts]
            pieces += len(ids)
        return hidden, np.round(np.concatenate(tags)[firsts], DECIMALS)

    def events(self, sentence: Floats, slots: Floats, there: Floats) -> Floats:
        """[n, size], [n, 3, size], [n, 3] → rounded scores [n, HEAD_WIDTH]."""
        inputs = {"sentence": sentence, "slots": slots, "there": there}
        return self._rows("events", inputs, len(sentence), HEAD_WIDTH)

    def fields(self, sentence: Floats, slots: Floats, there: Floats) -> Floats:
        """The same, read with the triggers and without, in the parts of :data:`TRIGGERED`.

        Several corpora teach the fields of events whose trigger they do not mark: what they know is in the second
        reading (benchmarks/reader.md has the gain).
        """
        untriggered = there.copy()
        untriggered[:, 0] = 0
        both = self.events(*(np.concatenate(pair) for pair in ((sentence,) * 2, (slots,) * 2, (there, untriggered))))
        share = _triggered()
        return np.round(share * both[: len(there)] + (1 - share) * both[len(there) :], DECIMALS).astype(np.float32)

    def links(
        self, source: Floats, target: Floats, role: Sequence[int], distance: Sequence[int]
    ) -> Floats:  # fmt: skip
        """[n, size] twice, n numbers twice → rounded scores [n]; above 0 is likelier than not."""
        inputs: dict[str, Array] = {
            "source": source,
            "target": target,
            "role": np.array(role, dtype=np.int64),
            "distance": np.array(distance, dtype=np.int64),
        }
        return self._rows("links", inputs, len(source), 1)[:, 0]

    def _rows(self, output: str, inputs: Mapping[str, Array], n: int, width: int) -> Floats:
        found = np.zeros((n, width), dtype=np.float32)
        for at in range(0, n, TOGETHER):
            size = min(TOGETHER, n - at)
            feed = {name: np.zeros(shape, dtype) for name, (shape, dtype) in self._inputs.items()}
            for name, rows in inputs.items():
                feed[name][:size] = rows[at : at + size]
            found[at : at + size] = self._heads.run([output], feed)[0][:size].reshape(size, width)
        return np.round(found, DECIMALS)


def _load(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan for each length of input is not worth its making
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
