"""A reader from annotated texts, end to end: examples and an encoder in, a model folder out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from hearsay.training.examples import Example
from hearsay.training.export import Trained, export
from hearsay.training.fitting.fit import Progress, Settings, fit
from hearsay.training.fitting.narrow import narrowed
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
    """Train and write ``out``; its folder ``training`` holds each run's last epoch: a stopped one goes on."""
    begun = fitted(examples, encoder, settings, folder=out / "training", device=device, report=report)
    export(trained(begun, settings, _about(examples, encoder, settings)), out)


def fitted(
    examples: Sequence[Example],
    encoder: Path,
    settings: Settings,
    *,
    folder: Path | None = None,
    device: torch.device | None = None,
    report: Callable[[Progress], None] | None = None,
) -> Started:
    """The network whose weights are the mean of the settings' runs; narrowed, where they say so.

    All begin with the same heads, else their mean would mean nothing (Wortsman et al. 2022, "Model soups").
    """
    begun = start(encoder, settings)
    pool = items(examples, begun.pieces, longest=settings.longest, joined=settings.joined)
    whole = replace(settings, narrow=0)  # so that a finished training can be narrowed later
    total: dict[str, torch.Tensor] = {}
    for run in range(settings.runs):
        begun = start(encoder, settings)
        kept = folder / str(run + 1) if folder else None
        fit(begun.network, pool, begun.marks, whole, run=run, folder=kept, device=device, report=report)
        for name, tensor in begun.network.state_dict().items():
            total[name] = total[name] + tensor if run else tensor.clone()
    begun.network.load_state_dict({name: tensor / settings.runs for name, tensor in total.items()})
    if not settings.narrow:
        return begun
    small = narrowed(begun.network.cpu(), pool, begun.marks, settings)
    again = replace(settings, epochs=settings.narrow, head_rate=settings.head_rate / 2)
    kept = folder / "narrow" if folder else None
    fit(
        small, pool, begun.marks, again, run=settings.runs, folder=kept, device=device, report=report,
        teacher=begun.network,
    )  # fmt: skip
    return replace(begun, network=small)


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
        "settings": {
            "epochs": settings.epochs,
            "seed": settings.seed,
            "runs": settings.runs,
            "narrow": settings.narrow,
            "budget": settings.budget,
        },
        "torch": torch.__version__,
    }
