"""Linking: which reports of many articles tell one happening.

Takes Reports; gives a Linkage, the partition of their ids with the pairs that speak for and against it. Nothing depends
on the order in which reports come, and what is linked piece by piece is what would be linked at once: reports meet
through blocking keys, pairs are scored by frozen weights, and clustering looks at one connected component at a time.
"""

from hearsay.incidents.linking.blocking import blocking_keys
from hearsay.incidents.linking.cluster import cluster
from hearsay.incidents.linking.episodes import contents, holds
from hearsay.incidents.linking.link import Linkage, extend, link, pairs_between
from hearsay.incidents.linking.profile import Profile, profile
from hearsay.incidents.linking.score import score

__all__ = [
    "Linkage",
    "Profile",
    "blocking_keys",
    "cluster",
    "contents",
    "extend",
    "holds",
    "link",
    "pairs_between",
    "profile",
    "score",
]
