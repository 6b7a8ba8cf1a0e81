"""A dataset on its way out: redacted, under one estimate rule, with what the formats look up in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hearsay.errors import InputError
from hearsay.incidents.dataset import Credit, Dataset, Tombstone
from hearsay.incidents.records import LinkedIncident, RuleEstimate, Source
from hearsay.publish.redact import Told, redact_dataset, survey
from hearsay.publish.rows import Held, held
from hearsay.records import Coder, Coding


@dataclass(frozen=True)
class Publication:
    """What every format takes. Make it with :func:`publication`, which redacts."""

    incidents: Iterable[LinkedIncident]
    codings: Iterable[Coding]
    coders: tuple[Coder, ...]
    tombstones: tuple[Tombstone, ...]
    credits: tuple[Credit, ...]
    rule: str
    seq: int
    since: str | None
    names: bool
    source_of: Mapping[str, Source]
    """Claim id → the article it stands in."""

    @cached_property
    def held(self) -> dict[str, Held]:
        """Claim id → its incident."""
        return held(linked.incident.model_copy(update={"id": linked.id}) for linked in self.incidents)

    def sources(self, linked: LinkedIncident) -> tuple[Source, ...]:
        """The articles that tell of it, the first first."""
        found = {s.key: s for claim in linked.incident.claims for s in (self.source_of.get(claim),) if s}
        return tuple(sorted(found.values(), key=lambda source: (source.published or "~", source.key)))

    def estimate(self, linked: LinkedIncident) -> RuleEstimate:
        """The toll under the rule of this publication. InputError where the database has no such rule."""
        for estimate in linked.estimates:
            if estimate.rule == self.rule:
                return estimate
        known = ", ".join(sorted(estimate.rule for estimate in linked.estimates))
        raise InputError("rule-unknown", f"no estimate rule is called {self.rule!r}; there is: {known}")


def publication(
    dataset: Dataset, *, rule: str | None = None, names: bool = False, told: Mapping[str, Told] | None = None
) -> Publication:
    """``dataset`` without the names of private people, unless ``names`` are wanted.

    ``told``: the :func:`~hearsay.publish.redact.survey` of its codings, where it was made already.
    """
    told = survey(dataset.codings) if told is None else told
    if names:
        shown, sources = dataset, {claim: one.source for one in told.values() for claim in one.claims}
    else:
        shown, sources = redact_dataset(dataset, told)
    return Publication(
        incidents=shown.incidents,
        codings=shown.codings,
        coders=shown.coders,
        tombstones=shown.tombstones,
        credits=shown.credits,
        rule=rule or shown.rule,
        seq=shown.seq,
        since=shown.since,
        names=names,
        source_of=sources,
    )
