"""A model folder's card: what the model is, and the hashes without which it is not loaded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.errors import DataError
from hearsay.reading.model.labels import inventory

CARD = "reader.json"
ENCODER, HEADS, VOCABULARY = "encoder.onnx", "heads.onnx", "vocab.txt"
FILES = (ENCODER, HEADS, VOCABULARY)


@dataclass(frozen=True, slots=True)
class Card:
    """What the run time needs to know of a model."""

    id: str
    """``reader-`` and the beginning of a hash over the model's files: same id, same scores."""
    lower: bool
    cases: bool
    longest: int
    """Pieces in a window, the marks at its ends not counted."""
    joined: bool
    """Windows of several sentences."""
    about: dict[str, Any]
    """How it was made: encoder, corpora with their licences, settings, figures."""


def read_card(folder: Path) -> Card:
    """Raises DataError where the folder is no model of this version, or a file is not what the card says."""
    where = str(folder)
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        hashes = {name: digest(folder / name) for name in FILES}
    except OSError as error:
        hint = "A model is made by: hearsay train"
        raise DataError("model-missing", f"{error.strerror}: {error.filename}", where=where, hint=hint) from error
    except json.JSONDecodeError as error:
        raise DataError("model-invalid", f"{CARD} is no JSON: {error}", where=where) from error
    try:
        if card["inventory"] != inventory():
            hint = "It was made by another version of Hearsay: train it again."
            raise DataError("model-outdated", "the model's heads are not this version's", where=where, hint=hint)
        for name, found in hashes.items():
            if card["sha256"][name] != found:
                raise DataError("model-damaged", f"{name} is not the file that the card names", where=where)
        return Card(
            id=model_id(hashes),
            lower=bool(card["lower"]),
            cases=bool(card["cases"]),
            longest=int(card["longest"]),
            joined=bool(card["joined"]),
            about=dict(card["about"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError("model-invalid", f"{CARD} lacks {error}", where=where) from error


def write_card(folder: Path, *, lower: bool, cases: bool, longest: int, joined: bool, about: dict[str, Any]) -> None:
    """For the files that lie in the folder now."""
    card = {
        "lower": lower,
        "cases": cases,
        "longest": longest,
        "joined": joined,
        "inventory": inventory(),
        "sha256": {name: digest(folder / name) for name in FILES},
        "about": about,
    }
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def model_id(hashes: dict[str, str]) -> str:
    """From the hashes of all files."""
    return f"reader-{hashlib.sha256(''.join(hashes[name] for name in FILES).encode()).hexdigest()[:12]}"
