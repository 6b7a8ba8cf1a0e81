"""How sources compare: their tolls, who was first, what was denied, copied or edited later, whom they label."""

from __future__ import annotations

from hearsay.analysis.sources.labels import LabelUse, label_uses
from hearsay.analysis.sources.profile import Copied, SourceProfile, source_profiles

__all__ = ["Copied", "LabelUse", "SourceProfile", "label_uses", "source_profiles"]
