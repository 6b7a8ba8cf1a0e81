"""A network to train, from an encoder's folder, with the vocabulary that belongs to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch

from hearsay.reading.model.wordpiece import WordPiece, load_vocabulary
from hearsay.training.fitting.batches import Vocabulary
from hearsay.training.fitting.bert import load_encoder
from hearsay.training.fitting.fit import Settings
from hearsay.training.fitting.network import Network


@dataclass(frozen=True, slots=True)
class Started:
    """What a training begins with."""

    network: Network
    pieces: WordPiece
    vocabulary: tuple[str, ...]
    lower: bool

    @property
    def marks(self) -> Vocabulary:
        """The numbers of the marks at either end."""
        return Vocabulary(self.pieces.cls, self.pieces.sep)


def start(folder: Path, settings: Settings) -> Started:
    """Any BERT of Hugging Face's form: config.json, vocab.txt, model.safetensors. New heads from the seed."""
    torch.manual_seed(settings.seed)
    vocabulary = load_vocabulary(folder / "vocab.txt")
    lower = _folds_case(folder)
    encoder = load_encoder(folder, dropout=settings.dropout)
    network = Network(encoder, dropout=settings.dropout)
    return Started(network, WordPiece(vocabulary, lower=lower), tuple(vocabulary), lower)


def _folds_case(folder: Path) -> bool:
    """As its tokenizer_config.json says; the uncased kind where it says nothing."""
    path = folder / "tokenizer_config.json"
    if not path.exists():
        return True
    return bool(json.loads(path.read_text(encoding="utf-8")).get("do_lower_case", True))
