"""The frozen weights of ``codebook/linking.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hearsay.codebook import table


@dataclass(frozen=True, slots=True)
class Weights:
    """What each level of each field weighs, in bits; kilometres and days as named."""

    version: int
    prior: float
    near: float
    apart_km: float
    lag_days: int
    levels: Mapping[str, Mapping[str, float]]
    kin: Mapping[str, frozenset[str]]


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    rules = table("linking")
    return Weights(
        version=rules["version"],
        prior=rules["prior"],
        near=rules["near"],
        apart_km=rules["apart_km"],
        lag_days=rules["lag_days"],
        levels=rules["weights"],
        kin={kind: frozenset(others) for kind, others in rules["kin"].items()},
    )
