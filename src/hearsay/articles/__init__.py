"""Articles: clean text and where it came from.

Takes :class:`~hearsay.pages.Page`; gives the contract's :class:`~hearsay.records.Article` (headline, lede, body,
dates, ids, tags, language) with the :class:`~hearsay.records.Problem` of what could not be read. A
:class:`ReprintIndex` knows the articles of a run and tells the copies among them.
"""

from __future__ import annotations

from hearsay.articles.build import prepare, to_article
from hearsay.articles.reprints import ReprintIndex

__all__ = ["ReprintIndex", "prepare", "to_article"]
