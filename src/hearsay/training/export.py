"""A trained network's tensors into a model folder: int8 graphs, vocabulary, card. Needs ``onnx``, not torch."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from hearsay.reading.model.card import ENCODER, HEADS, VOCABULARY, write_card
from hearsay.reading.model.session import TOGETHER
from hearsay.training.graphs import Tensors, encoder_graph, heads_graph


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training leaves: the tensors by name, and what the run time must know to use them."""

    tensors: Tensors
    layers: int
    heads: int
    epsilon: float
    vocabulary: Sequence[str]
    lower: bool
    cases: bool
    longest: int
    joined: bool
    about: dict[str, Any]


def export(trained: Trained, folder: Path, *, small: bool = True) -> None:
    """Write the model folder. ``small``: int8, one scale a column; else full precision (for comparison)."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = encoder_graph(trained.tensors, layers=trained.layers, heads=trained.heads, epsilon=trained.epsilon)
    if small:
        with tempfile.TemporaryDirectory() as scratch:
            whole = Path(scratch) / ENCODER
            onnx.save(graph, whole)
            quantize_dynamic(
                whole,
                folder / ENCODER,
                weight_type=QuantType.QInt8,
                per_channel=True,
                extra_options={"MatMulConstBOnly": True},
            )
    else:
        onnx.save(graph, folder / ENCODER)
    onnx.save(heads_graph(trained.tensors, rows=TOGETHER), folder / HEADS)
    (folder / VOCABULARY).write_text("\n".join(trained.vocabulary) + "\n", encoding="utf-8")
    write_card(
        folder,
        lower=trained.lower,
        cases=trained.cases,
        longest=trained.longest,
        joined=trained.joined,
        about=trained.about,
    )
