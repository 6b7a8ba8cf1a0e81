"""Claims: tagged spans in, attributed claims out.

Takes a Reading and the article's places; gives Claims: events with status, parties, place, time, counts and the chain
of speakers. Counts, times, chains and parties are read by grammars of their own; ``assemble`` puts them together.
"""

from hearsay.claims.assemble import make_claims

__all__ = ["make_claims"]
