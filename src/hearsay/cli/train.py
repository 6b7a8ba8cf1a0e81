"""``hearsay train``: a reader of one's own, from annotated articles and a pre-trained encoder."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.training.fitting.fit import Progress

NEEDS = ("torch", "safetensors", "onnx", "onnxruntime")


def train(
    data: Annotated[
        list[Path],
        typer.Argument(
            help="Annotated articles, files or folders: .reports, Codings as .jsonl, brat, Label Studio .json.",
            metavar="DATA...",
        ),
    ],
    encoder: Annotated[
        Path,
        typer.Option("--encoder", metavar="PATH", help="A BERT's folder: config.json, vocab.txt, model.safetensors."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the model goes.")] = Path("reader"),
    epochs: Annotated[int, typer.Option("--epochs", min=1, max=200)] = 8,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 1,
    runs: Annotated[
        int, typer.Option("--runs", min=1, max=20, help="Train as often, each in another order, and take the mean.")
    ] = 1,
    narrow: Annotated[
        int,
        typer.Option(
            "--narrow", min=0, max=200, help="Epochs in which a network of half the width learns from it; 0: none."
        ),
    ] = 0,
    device: Annotated[str, typer.Option("--device", metavar="cpu|cuda", help="Where to reckon.")] = "cpu",
    count: Annotated[bool, typer.Option("--count", help="Only say what the data hold.")] = False,
) -> None:
    """Train the reader on your own annotated articles. A run that was stopped goes on where it was."""
    from hearsay.training.corpora.folder import load_path, statistics

    examples = [example for path in data for example in load_path(path)]
    say(statistics(examples))
    if count:
        return
    missing = [name for name in NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        from hearsay.errors import DataError

        raise DataError("extra-missing", f"training needs {', '.join(missing)}", hint="pip install 'hearsay[train]'")
    import torch

    from hearsay.training.fitting.fit import Settings
    from hearsay.training.make import make

    if device not in ("cpu", "cuda") or (device == "cuda" and not torch.cuda.is_available()):
        raise typer.BadParameter(f"there is no {device} here", param_hint="--device")
    settings = Settings(epochs=epochs, seed=seed, runs=runs, narrow=narrow)
    make(examples, encoder, out, settings, device=torch.device(device), report=_teller())
    say(f"The model is in {out}.")


def _teller() -> Callable[[Progress], None]:
    """A line every tenth of an epoch."""

    def tell(progress: Progress) -> None:
        if progress.step == progress.steps or progress.step % max(1, progress.steps // 10) == 0:
            loss = sum(progress.losses.values())
            where = f"epoch {progress.epoch + 1}: {progress.step}/{progress.steps}"
            say(f"{where}, loss {loss:.3f}, {progress.seconds:.0f} s")

    return tell
