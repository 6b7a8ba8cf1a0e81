"""A folder of corpora: which file is which, and what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hearsay.errors import DataError
from hearsay.training.corpora import attribution, reports, sentences, weak
from hearsay.training.corpora.brat import from_brat
from hearsay.training.corpora.label_studio import from_label_studio
from hearsay.training.examples import Example

Loader = Callable[[Path], Iterator[Example]]

FILES: dict[str, Loader] = {
    "plv.train": sentences.plover_pairs,
    "cameo_class.train": sentences.quad_classes,
    "cameo_ner.train": sentences.source_target,
    "re3d.train": sentences.entities,
    "polnear.train": attribution.attributions,
    "muc4.dev": weak.muc4,
    "satp": weak.satp,
    "ngec_synthetic.train": weak.stories,
    "factuality_uw.train": weak.factuality,
    "factuality_meantime.train": weak.factuality,
}
"""Corpus files by their name without ``.jsonl`` or ``.jsonl.gz``. MUC-4's ``dev`` is its training part."""


def load_path(path: Path, names: Iterable[str] = FILES) -> list[Example]:
    """Examples of a file or folder: known corpora, ``.reports``, contract JSON Lines, brat, Label Studio's JSON.

    ``names``: which of the corpora to take from a folder. Raises DataError where nothing can be learnt from.
    """
    if not path.exists():
        raise DataError("corpus-missing", "no such file or folder", where=str(path))
    chosen = set(names)
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    found = [example for file in files if file.is_file() for example in _load_file(file, chosen)]
    if path.is_dir() and any(file.suffix == ".ann" for file in files):
        found += from_brat(path)
    if not found:
        raise DataError(
            "corpus-empty",
            "nothing here to learn from",
            where=str(path),
            hint="It takes .reports, Codings as .jsonl, brat folders, Label Studio's .json, known corpora.",
        )
    return found


def _load_file(file: Path, names: set[str]) -> Iterator[Example]:
    corpus = file.name.removesuffix(".gz").removesuffix(".jsonl")
    if corpus in FILES and file.name != corpus:
        return FILES[corpus](file) if corpus in names else iter(())
    if file.name.endswith(".reports"):
        return reports.from_reports(file)
    if file.suffix == ".jsonl":
        return reports.from_json_lines(file)
    if file.suffix == ".json":
        return from_label_studio(file)
    return iter(())


def statistics(examples: Iterable[Example]) -> str:
    """What the examples hold, a line for each corpus."""
    by_corpus: dict[str, list[Example]] = {}
    for example in examples:
        by_corpus.setdefault(example.corpus, []).append(example)
    return "\n".join(_line(name, members) for name, members in by_corpus.items())


def _line(name: str, members: list[Example]) -> str:
    words = sum(len(example.text.split()) for example in members)
    folds = Counter(example.fold for example in members)
    spans = Counter(layer for example in members for layer, tags in example.layers.items() for _ in tags)
    fields = Counter(field for example in members for event in example.events for field in event.values)
    parts = [f"{len(members)} texts", f"{words} words", "folds " + "/".join(str(folds[k]) for k in range(5))]
    parts += [f"{n} {layer}" for layer, n in spans.items()]
    parts += [f"{n} events with {field}" for field, n in fields.items()]
    quotes = sum(len(example.quotes or ()) for example in members)
    return f"{name}: " + ", ".join([*parts, *([f"{quotes} attributions"] if quotes else [])])
