"""What everybody may see: articles after a delay, of each only the passages of its claims, some places by district.

Takes codings whose private names are masked already; gives codings with the same claims, by the rules of
``codebook/public.toml``.
"""

from __future__ import annotations

from hearsay.publish.public.coarse import is_sensitive, to_district
from hearsay.publish.public.delay import DELAY, is_ripe
from hearsay.publish.public.passages import LEFT_OUT, public_coding

__all__ = ["DELAY", "LEFT_OUT", "is_ripe", "is_sensitive", "public_coding", "to_district"]
