"""A tiny encoder folder and some invented reports, for tests that train."""

from __future__ import annotations

import json
from pathlib import Path

REPORT = """outlet: Harbour Courier
voice: daily, invented

=== 1 | 2021-03-05 | none | Shelling near Kafr Zita
Soldiers shelled a market in Kafr Zita on Thursday, killing four civilians, a medic said. The army denied it.

The mayor met envoys in Hama.
---
places: Kafr Zita | Hama
said: a medic | said | Soldiers shelled a market in Kafr Zita on Thursday, killing four civilians
claim: Soldiers shelled a market in Kafr Zita on Thursday, killing four civilians
event: ASSAULT heavy-weapons | Shelling/artillery/missile attack | occurred | shelled
actor: Soldiers | state_forces
recipient: civilians | civilians
place: Kafr Zita | SYR Hama
time: on Thursday | 2021-03-04 | relative
count: four civilians | killed 4 | r0
by: a medic | medic anonymous | cue said
claim: The mayor met envoys in Hama
event: CONSULT visit | - | occurred | met
actor: The mayor = Mayor of Hama | government
recipient: envoys | government
place: Hama | SYR Hama
"""

WORDS = """soldiers shelled a market in kafr zita on thursday , killing four civilians medic said . the army denied it
mayor met envoys hama and police arrested men who fled town""".split()


def encoder_folder(folder: Path, *, size: int = 16) -> Path:
    """An untrained BERT of one layer and a vocabulary of a few words, as Hugging Face lays it out."""
    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *dict.fromkeys(WORDS)]
    config = {
        "model_type": "bert",
        "vocab_size": len(vocabulary),
        "hidden_size": size,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "intermediate_size": 2 * size,
        "max_position_embeddings": 300,
    }
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
    torch.manual_seed(5)
    tensors = {
        "embeddings.word_embeddings.weight": torch.randn(len(vocabulary), size),
        "embeddings.position_embeddings.weight": torch.randn(300, size) * 0.1,
        "embeddings.token_type_embeddings.weight": torch.zeros(2, size),
        "embeddings.LayerNorm.weight": torch.ones(size),
        "embeddings.LayerNorm.bias": torch.zeros(size),
    }
    for number in range(2):
        name = f"encoder.layer.{number}."
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            tensors[f"{name}{part}.weight"] = torch.randn(size, size) * 0.2
            tensors[f"{name}{part}.bias"] = torch.zeros(size)
        tensors[f"{name}intermediate.dense.weight"] = torch.randn(2 * size, size) * 0.2
        tensors[f"{name}intermediate.dense.bias"] = torch.zeros(2 * size)
        tensors[f"{name}output.dense.weight"] = torch.randn(size, 2 * size) * 0.2
        tensors[f"{name}output.dense.bias"] = torch.zeros(size)
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            tensors[f"{name}{part}.weight"] = torch.ones(size)
            tensors[f"{name}{part}.bias"] = torch.zeros(size)
    save_file(tensors, folder / "model.safetensors")
    return folder


def reports_file(folder: Path) -> Path:
    """One report with two claims."""
    path = folder / "harbour-courier.reports"
    path.write_text(REPORT, encoding="utf-8")
    return path
