"""BERT's encoder (Devlin et al. 2019), filled from Hugging Face's checkpoints, with word shapes added."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from hearsay.errors import DataError
from hearsay.reading.model.wordpiece import SHAPES


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's measures."""

    vocab_size: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    max_position_embeddings: int
    layer_norm_eps: float = 1e-12

    def as_dict(self) -> dict[str, Any]:
        """For the model folder."""
        return asdict(self)


class Layer(nn.Module):
    """Self-attention and the two dense layers after it, each with its residual and norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        """``dropout`` also for the attention's weights."""
        super().__init__()
        size = shape.hidden_size
        self.heads, self.dropout = shape.num_attention_heads, dropout
        self.query, self.key, self.value = nn.Linear(size, size), nn.Linear(size, size), nn.Linear(size, size)
        self.attended = nn.Linear(size, size)
        self.attended_norm = nn.LayerNorm(size, shape.layer_norm_eps)
        self.up, self.down = nn.Linear(size, shape.intermediate_size), nn.Linear(shape.intermediate_size, size)
        self.norm = nn.LayerNorm(size, shape.layer_norm_eps)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """[batch, length, size] and an additive mask [batch, 1, 1, length]."""
        batch, length, _ = hidden.shape

        def split(states: Tensor) -> Tensor:
            return states.view(batch, length, self.heads, -1).transpose(1, 2)

        context = functional.scaled_dot_product_attention(
            split(self.query(hidden)),
            split(self.key(hidden)),
            split(self.value(hidden)),
            attn_mask=mask,
            dropout_p=self.dropout if self.training else 0.0,
        )
        drop = nn.functional.dropout
        mixed = self.attended(context.transpose(1, 2).reshape(batch, length, -1))
        hidden = self.attended_norm(hidden + drop(mixed, self.dropout, self.training))
        mixed = self.down(functional.gelu(self.up(hidden)))
        return self.norm(hidden + drop(mixed, self.dropout, self.training))


class Bert(nn.Module):
    """Pieces in, one vector for each out."""

    def __init__(self, shape: Shape, *, dropout: float = 0.1) -> None:
        """Weights are random until :func:`load_encoder` fills them."""
        super().__init__()
        self.shape, self.dropout = shape, dropout
        size = shape.hidden_size
        self.words = nn.Embedding(shape.vocab_size, size)
        self.positions = nn.Embedding(shape.max_position_embeddings, size)
        self.segment = nn.Parameter(torch.zeros(size))
        self.cases = nn.Embedding(len(SHAPES), size)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(size, shape.layer_norm_eps)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.num_hidden_layers))

    def forward(self, ids: Tensor, cases: Tensor, known: Tensor) -> tuple[Tensor, ...]:
        """``ids`` and ``cases`` [batch, length], ``known`` true where there is no padding.

        Gives the vectors after each layer, [batch, length, size].
        """
        where = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(where) + self.segment + self.cases(cases)
        hidden = functional.dropout(self.norm(hidden), self.dropout, self.training)
        mask = torch.zeros(known.shape, dtype=hidden.dtype, device=ids.device).masked_fill(~known, -1e4)[:, None, None]
        states = []
        for layer in self.layers:
            hidden = layer(hidden, mask)
            states.append(hidden)
        return tuple(states)


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
}


def read_shape(folder: Path) -> Shape:
    """From the folder's ``config.json``."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        if config.get("model_type", "bert") != "bert":
            raise DataError("encoder-unsupported", f"a {config['model_type']}, not a BERT", where=str(folder))
        return Shape(**{name: config[name] for name in Shape.__slots__ if name in config})
    except (OSError, json.JSONDecodeError, TypeError) as error:
        raise DataError(
            "encoder-unreadable",
            str(error),
            where=str(folder),
            hint="An encoder is a folder with config.json, vocab.txt and model.safetensors.",
        ) from error


def load_encoder(folder: Path, *, dropout: float = 0.1) -> Bert:
    """A pre-trained encoder from a Hugging Face folder; safetensors only."""
    encoder = Bert(read_shape(folder), dropout=dropout)
    try:
        stored = load_file(folder / "model.safetensors")
    except OSError as error:
        raise DataError(
            "encoder-unreadable", str(error), where=str(folder), hint="Only model.safetensors is read, no pickles."
        ) from error
    stored = {name.removeprefix("bert."): tensor for name, tensor in stored.items()}
    state = {"cases.weight": encoder.cases.weight.data}
    embeddings = "embeddings."
    try:
        state["words.weight"] = stored[embeddings + "word_embeddings.weight"]
        state["positions.weight"] = stored[embeddings + "position_embeddings.weight"]
        state["segment"] = stored[embeddings + "token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = stored[f"{embeddings}LayerNorm.{part}"]
            for number in range(encoder.shape.num_hidden_layers):
                for theirs, ours in _NAMES.items():
                    state[f"layers.{number}.{ours}.{part}"] = stored[f"encoder.layer.{number}.{theirs}.{part}"]
    except KeyError as error:
        raise DataError("encoder-unreadable", f"no tensor {error}", where=str(folder)) from error
    encoder.load_state_dict(state)
    return encoder
