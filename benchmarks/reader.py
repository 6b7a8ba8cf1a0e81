"""Trains a reader on four folds of the corpora in a folder and measures each head on the fifth and on dev files.

    nice -n 10 .venv/bin/python benchmarks/reader.py GOLD --encoder PATH [--set NAME=VALUE ...] [--reports DIR]

or, with ``--model DIR``, measures a model folder as it ships. Prints one JSON object. Every row of the table in
benchmarks/reader.md names its arguments.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hearsay.reading.model.labels import HEADS, LAYERS
from hearsay.reading.model.session import Session
from hearsay.training.corpora.attribution import attributions
from hearsay.training.corpora.folder import FILES, load_path
from hearsay.training.corpora.sentences import entities
from hearsay.training.examples import Example, voice_fold
from hearsay.training.items import Item, items
from hearsay.training.measure import MERGED, Score, best_class, macro_f1, span_score, weighted_score
from hearsay.training.prediction import Prediction, shipped

CORPORA = (
    "plv",
    "cameo_class",
    "cameo_ner",
    "re3d",
    "polnear",
    "muc4",
    "muc4_rest",
    "satp",
    "ngec",
    "factuality",
    "reports",
)
SPANS = tuple(layer.name for layer in LAYERS)
Said = tuple[Sequence[Item], Sequence[Prediction]]
Read = Callable[[Sequence[Example]], Said]


@dataclass(frozen=True, slots=True)
class Held:
    """What nothing is trained on."""

    plv: list[Example]
    cameo_class: list[Example]
    cameo_ner: list[Example]
    re3d: list[Example]
    polnear: list[Example]
    reports: list[Example]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--model", type=Path, help="measure this folder instead of training")
    parser.add_argument("--reports", type=Path, help="a folder of .reports files; one voice in five is held out")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--corpora", default=",".join(CORPORA), help="train on these only")
    parser.add_argument("--measure", default=",".join(MEASURES), help="of: %(default)s")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a field of Settings")
    parser.add_argument("--out", type=Path, help="keep the model here")
    chosen = parser.parse_args()
    train, held = split(chosen.gold, chosen.reports, chosen.fold, set(chosen.corpora.split(",")))
    if chosen.model:
        read, about = shipping(chosen.model), dict[str, Any]()
    else:
        read, about = trained(train, chosen.encoder, chosen.set, chosen.out)
    figures = {k: v for name in chosen.measure.split(",") for k, v in MEASURES[name](held, read).items()}
    print(json.dumps(about | {name: round(value, 4) for name, value in figures.items()}))


def split(gold: Path, reports: Path | None, fold: int, corpora: set[str]) -> tuple[list[Example], Held]:
    """Training texts, and those of the fold, of the dev files and of the voices that are held out."""
    every = load_path(gold, FILES)
    train = [e for e in every if e.fold != fold and e.corpus in corpora]
    voices: list[Example] = []
    for file in sorted(reports.glob("*.reports")) if reports else ():
        found = load_path(file)
        if voice_fold(file.stem) == fold:
            voices += found
        elif "reports" in corpora:
            train += found
    mine = {
        name: [e for e in every if e.corpus == name and e.fold == fold] for name in ("plv", "cameo_class", "cameo_ner")
    }
    re3d = list(entities(gold / "re3d.dev.jsonl.gz"))
    polnear = list(attributions(gold / "polnear.dev.jsonl.gz"))
    return train, Held(mine["plv"], mine["cameo_class"], mine["cameo_ner"], re3d, polnear, voices)


def shipping(model: Path) -> Read:
    """A model folder, as a reader of examples."""
    session = Session(model)

    def read(found: Sequence[Example]) -> Said:
        cut = items(found, session.pieces, longest=session.card.longest, joined=session.card.joined)
        return cut, shipped(session, cut)

    return read


def trained(
    train: Sequence[Example], encoder: Path, given: Sequence[str], out: Path | None
) -> tuple[Read, dict[str, Any]]:
    """A freshly trained network, as a reader of examples, and how long it took."""
    import torch

    from hearsay.training.export import export
    from hearsay.training.fitting.fit import Progress, Settings
    from hearsay.training.fitting.predict import predict
    from hearsay.training.make import fitted
    from hearsay.training.make import trained as tensors

    def tell(progress: Progress) -> None:
        if progress.step % 50 == 0 or progress.step == progress.steps:
            losses = " ".join(f"{name} {value:.2f}" for name, value in progress.losses.items())
            where = f"epoch {progress.epoch + 1} step {progress.step}/{progress.steps} {progress.seconds:.0f} s"
            print(f"{where}: {losses}", file=sys.stderr, flush=True)

    torch.set_num_threads(1)
    values = {name: ast.literal_eval(value) for name, value in (pair.split("=", 1) for pair in given)}
    settings = replace(Settings(), **values)
    at = time.monotonic()
    begun = fitted(train, encoder, settings, folder=out / "training" if out else None, report=tell)
    seconds = round(time.monotonic() - at)
    if out:
        export(tensors(begun, settings, {"for": "measuring"}), out)

    def read(found: Sequence[Example]) -> Said:
        cut = items(found, begun.pieces, longest=settings.longest, joined=settings.joined)
        return cut, predict(begun.network, cut, begun.marks, cases=settings.cases)

    return read, {"seconds": seconds, "texts": len(train)}


def plover(held: Held, read: Read) -> dict[str, float]:
    """Root types, given the two parties and without them."""
    _, paired = read(held.plv)
    cut, alone = read(
        [replace(e, events=tuple(replace(v, actors=(), recipients=()) for v in e.events)) for e in held.plv]
    )
    gold = [MERGED.get(name, name) for name in (right(item, 0, "type") for item in cut)]

    def figure(said: Sequence[Prediction]) -> float:
        return macro_f1(gold, [best_class("type", p.events, MERGED, without=("-",))[0] for p in said])[0]

    return {"plv_pair": figure(paired), "plv_alone": figure(alone)}


def quad(held: Held, read: Read) -> dict[str, float]:
    cut, said = read(held.cameo_class)
    gold = [right(item, 0, "quad") for item in cut]
    return {"quad": macro_f1(gold, [best_class("quad", p.events, {})[0] for p in said])[0]}


def roles(held: Held, read: Read) -> dict[str, float]:
    cut, said = read(held.cameo_ner)
    return {
        "+".join(layers): exact(layers, cut, said).f1 for layers in (("actor", "recipient"), ("actor",), ("recipient",))
    }


def things(held: Held, read: Read) -> dict[str, float]:
    return {"re3d": exact(("entity",), *read(held.re3d)).f1}


def said_by(held: Held, read: Read) -> dict[str, float]:
    """By characters, as the end-to-end scorer counts."""
    cut, said = read(held.polnear)
    lengths = [[w.span[1] - w.span[0] for w in item.window.words] for item in cut]
    gold, scores = [tags(item) for item in cut], [p.tags for p in said]
    figures = {
        f"polnear_{name}": weighted_score(name, gold, scores, lengths).f1 for name in ("source", "cue", "content")
    }
    return figures | {"polnear_links": links(cut, said)}


def voices(held: Held, read: Read) -> dict[str, float]:
    """Our own reports, of voices that were held out; fields are judged on the gold triggers."""
    if not held.reports:
        return {}
    cut, said = read(held.reports)
    figures = {f"reports_{name}": exact((name,), cut, said).f1 for name in SPANS}
    for head in ("type", "status", "outcome", "mode"):
        pairs = [
            (HEADS[head][dict(event.right)[head][0]], best_class(head, p.events[k : k + 1], {})[0])
            for item, p in zip(cut, said, strict=True)
            for k, event in enumerate(item.events)
            if event.trigger
        ]
        figures[f"reports_{head}"] = macro_f1([g for g, _ in pairs], [s for _, s in pairs])[0]
        figures[f"reports_{head}_accuracy"] = sum(g == s for g, s in pairs) / len(pairs)
    return figures | {"reports_links": links(cut, said)}


MEASURES: Mapping[str, Callable[[Held, Read], dict[str, float]]] = {
    "plv": plover, "quad": quad, "roles": roles, "re3d": things, "polnear": said_by, "reports": voices,
}  # fmt: skip


def right(item: Item, event: int, head: str) -> str:
    return HEADS[head][dict(item.events[event].right)[head][0]]


def tags(item: Item) -> dict[str, Sequence[int]]:
    return {LAYERS[number].name: found for number, found in item.tags}


def exact(layers: Sequence[str], cut: Sequence[Item], said: Sequence[Prediction]) -> Score:
    return span_score(layers, [tags(item) for item in cut], [p.tags for p in said])


def links(cut: Sequence[Item], said: Sequence[Prediction]) -> float:
    """F1 of links between gold spans."""
    pairs = [
        (link.right, score > 0)
        for item, p in zip(cut, said, strict=True)
        for link, score in zip(item.links, p.links, strict=True)
    ]
    return Score(sum(g and s for g, s in pairs), sum(s for _, s in pairs), sum(g for g, _ in pairs)).f1


if __name__ == "__main__":
    main()
