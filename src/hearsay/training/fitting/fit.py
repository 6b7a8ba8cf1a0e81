"""The training loop: seeded, resumable after every epoch, on CPU or GPU, with progress through a callback."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from hearsay.errors import DataError
from hearsay.training.fitting.batches import Vocabulary, collate, drawn, packed
from hearsay.training.fitting.distil import distance
from hearsay.training.fitting.loss import class_weights, loss_of, outputs
from hearsay.training.fitting.network import Network
from hearsay.training.items import Item
from hearsay.training.mixture import BALANCE, PASSES, WEIGHTS

_WEIGHTS, _MOMENTS, _STATE = "epoch.safetensors", "optimiser.safetensors", "epoch.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. Learning rates are AdamW's peak, after a linear rise and before a linear fall to nothing."""

    epochs: int = 8
    seed: int = 1
    runs: int = 1
    """Trainings from the same beginning, each with an order of its own, whose weights are averaged."""
    narrow: int = 0
    """Epochs in which a network with half of the heads and inner neurons learns from that mean; 0: it stays whole."""
    budget: int = 1024
    """Pieces in a batch, padding included."""
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    clip: float = 1.0
    dropout: float = 0.1
    longest: int = 256
    """Pieces in a window."""
    joined: bool = False
    """Windows of several sentences where the corpus has them; else one sentence each."""
    cases: bool = True
    """Show the network how words are written."""
    passes: Mapping[str, float] = field(default_factory=lambda: dict(PASSES))
    """Corpus → the share of its windows that an epoch shows; 1 where not named."""
    weights: Mapping[str, float] = field(default_factory=lambda: dict(WEIGHTS))
    """Head → weight of its loss; 1 where not named."""
    balance: Mapping[str, float] = field(default_factory=lambda: dict(BALANCE))
    """Field → how far its rare classes weigh more: 0 not at all, 1 as much in all as the common ones."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the training stands, after a batch."""

    epoch: int
    step: int
    steps: int
    """Of this epoch."""
    losses: Mapping[str, float]
    seconds: float


def fit(
    network: Network,
    pool: Sequence[Item],
    marks: Vocabulary,
    settings: Settings,
    *,
    run: int = 0,
    folder: Path | None = None,
    device: torch.device | None = None,
    report: Callable[[Progress], None] | None = None,
    teacher: Network | None = None,
) -> None:
    """Train ``network`` in place. With ``folder``, each epoch is kept there and a run that was stopped goes on.

    ``run``: which of the settings' runs; each shows the texts in an order of its own. Every epoch draws its own numbers
    from the seed, so that a resumed run gives the same weights as one that was not. ``teacher``: a network of as many
    layers; half of the loss on the data then counts, and how far ``network`` is from what it says.
    Raises DataError (``training-changed``) when the folder holds a run with other settings or data.
    """
    device = device or torch.device("cpu")
    network.to(device)
    if teacher is not None:
        teacher.to(device).eval()
    network.encoder.words.weight.requires_grad_(False)  # most of the parameters, and too few texts to move them well
    plans = [_plan(pool, settings, run, epoch) for epoch in range(settings.epochs)]
    total = sum(len(plan) for plan in plans)
    optimiser = _optimiser(network, settings)
    begun = _resume(network, optimiser, folder, _mark(pool, settings), device) if folder else 0
    taken = sum(len(plan) for plan in plans[:begun])
    half = device.type == "cuda" or torch.backends.cpu.get_cpu_capability() == "AVX512"
    balance = class_weights(pool, settings.balance)
    start = time.monotonic()
    for epoch in range(begun, settings.epochs):
        torch.manual_seed(_seed(settings, run, epoch))
        rng = random.Random(_seed(settings, run, epoch))  # noqa: S311 - sampling, nothing secret
        network.train()
        for step, members in enumerate(plans[epoch]):
            batch = collate(members, marks, rng, cases=settings.cases).to(device)
            found = outputs(network, batch, half=half)
            losses = loss_of(found, batch, balance)
            loss: Tensor = sum(settings.weights.get(k, 1.0) * v for k, v in losses.items())
            if teacher is not None:
                with torch.no_grad():
                    taught = outputs(teacher, batch, half=half)
                loss = loss / 2 + distance(found, taught, batch, settings.weights)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), settings.clip)
            share = _rate(taken, total, settings.warm_up)
            for group, peak in zip(optimiser.param_groups, (settings.encoder_rate, settings.head_rate), strict=True):
                group["lr"] = peak * share
            optimiser.step()
            taken += 1
            if report:
                values = {name: value.item() for name, value in losses.items()}
                report(Progress(epoch, step + 1, len(plans[epoch]), values, time.monotonic() - start))
        if folder:
            _keep(network, optimiser, folder, epoch + 1, _mark(pool, settings))
    network.eval()


def _plan(pool: Sequence[Item], settings: Settings, run: int, epoch: int) -> list[list[Item]]:
    rng = random.Random(_seed(settings, run, epoch))  # noqa: S311 - sampling, nothing secret
    return packed(drawn(pool, settings.passes, rng), settings.budget, rng)


def _seed(settings: Settings, run: int, epoch: int) -> int:
    return (settings.seed + run) * 1000 + epoch


def _rate(step: int, total: int, warm_up: float) -> float:
    rising = max(1, math.ceil(total * warm_up))
    return min((step + 1) / rising, max(0.0, (total - step) / max(1, total - rising)))


def _optimiser(network: Network, settings: Settings) -> torch.optim.AdamW:
    encoder = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder}, {"params": heads}],
        lr=settings.head_rate,
        weight_decay=settings.decay,
        fused=True,
    )


def _mark(pool: Sequence[Item], settings: Settings) -> dict[str, object]:
    """What must be the same for a run to go on."""
    return {"settings": json.loads(json.dumps(asdict(settings))), "windows": len(pool)}


def _keep(network: Network, optimiser: torch.optim.AdamW, folder: Path, done: int, mark: dict[str, object]) -> None:
    """The state after an epoch; the small file last, so that a stop in between leaves the run before it whole."""
    folder.mkdir(parents=True, exist_ok=True)
    moments = {
        f"{number}.{name}": tensor
        for number, state in optimiser.state_dict()["state"].items()
        for name, tensor in state.items()
    }
    save_file(network.state_dict(), folder / f"{done}.{_WEIGHTS}")
    save_file(moments, folder / f"{done}.{_MOMENTS}")
    waiting = folder / f"{_STATE}.new"
    waiting.write_text(json.dumps({"done": done, **mark}, indent=1), encoding="utf-8")
    waiting.replace(folder / _STATE)
    for name in (_WEIGHTS, _MOMENTS):
        (folder / f"{done - 1}.{name}").unlink(missing_ok=True)


def _resume(
    network: Network,
    optimiser: torch.optim.AdamW,
    folder: Path,
    mark: dict[str, object],
    device: torch.device,
) -> int:
    """Epochs done before; the network and the optimiser as they were then."""
    if not (folder / _STATE).exists():
        return 0
    state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    done = int(state.pop("done"))
    if state != mark:
        raise DataError(
            "training-changed",
            "the folder holds a run with other settings or data",
            where=str(folder),
            hint="Give another --out, or remove the folder to begin again.",
        )
    network.load_state_dict(load_file(folder / f"{done}.{_WEIGHTS}", device=str(device)))
    moments: dict[int, dict[str, Tensor]] = {}
    for key, tensor in load_file(folder / f"{done}.{_MOMENTS}").items():
        number, name = key.split(".", 1)
        moments.setdefault(int(number), {})[name] = tensor
    whole = optimiser.state_dict()
    optimiser.load_state_dict({"state": moments, "param_groups": whole["param_groups"]})
    return done
