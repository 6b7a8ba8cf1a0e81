"""A reader from annotated texts, end to end: examples and an encoder in, a model folder out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from hearsay.training.examples import Example
from hearsay.training.export import Trained, export
from hearsay.training.fitting.fit import Progress, Settings, fit
from hearsay.training.fitting.start import Started, start
from hearsay.training.items import items


def make(
    examples: Sequence[Example],
    encoder: Path,
    out: Path,
    settings: Settings,
    *,
    device: torch.device | None = None,
    report: Callable[[Progress], None] | None = None,
) -> None:
    """Train and write ``out``; its folder ``training`` holds the last epoch, from which a stopped run goes on."""
    begun = start(encoder, settings)
    pool = items(examples, begun.pieces, longest=settings.longest, joined=settings.joined)
    fit(begun.network, pool, begun.marks, settings, folder=out / "training", device=device, report=report)
    export(trained(begun, settings, _about(examples, encoder, settings)), out)


def trained(begun: Started, settings: Settings, about: dict[str, Any]) -> Trained:
    """The tensors and settings that an export needs."""
    shape = begun.network.encoder.shape
    return Trained(
        tensors={name: tensor.detach().cpu().float().numpy() for name, tensor in begun.network.state_dict().items()},
        layers=shape.num_hidden_layers,
        heads=shape.num_attention_heads,
        epsilon=shape.layer_norm_eps,
        vocabulary=begun.vocabulary,
        lower=begun.lower,
        cases=settings.cases,
        longest=settings.longest,
        joined=settings.joined,
        about=about,
    )


def _about(examples: Sequence[Example], encoder: Path, settings: Settings) -> dict[str, Any]:
    return {
        "encoder": encoder.resolve().name,
        "texts": dict(sorted(Counter(example.corpus for example in examples).items())),
        "settings": {"epochs": settings.epochs, "seed": settings.seed, "budget": settings.budget},
        "torch": torch.__version__,
    }
