"""``hearsay schema``: the contract as JSON Schema."""

from __future__ import annotations

import json

from hearsay.cli.output import STDOUT, write


def schema() -> None:
    """Print the JSON Schema of one line of `hearsay code --format jsonl`."""
    from hearsay.records import Coding

    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Coding.model_json_schema(mode="serialization"),
    }
    write([json.dumps(described, ensure_ascii=False, indent=2) + "\n"], STDOUT)
