"""How the corpora are mixed: how often each is shown, and how much each head's error weighs.

Both were chosen by measuring (benchmarks/reader.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hearsay.reading.model.labels import LAYERS

PASSES: Mapping[str, float] = MappingProxyType(
    {
        "plv": 1.5,
        "cameo_class": 0.6,
        "cameo_ner": 3.0,
        "re3d": 4.0,
        "polnear": 0.2,
        "muc4": 0.4,
        "muc4_rest": 0.015,
        "satp": 0.03,
        "ngec": 0.08,
        "factuality": 0.08,
    }
)
"""Corpus → the share of its windows that an epoch shows (1.5: all once and half of them again), so that no large one
drowns a small one and the small ones of spans are seen often enough; a corpus not named here: all once."""

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {layer.name: 4.0 for layer in LAYERS} | {"event mode": 0.5, "event outcome": 0.5}
)
"""Head → weight of its loss; 1 where not named. A tag's loss is a mean over words, most of which are outside every
span: unweighted, the fields of events would drown it."""

BALANCE: Mapping[str, float] = MappingProxyType({"status": 0.5})
"""Field → how far errors on its rare classes weigh more. Three events in four that are told did happen, and the others
are what an analyst must not be told wrongly."""
