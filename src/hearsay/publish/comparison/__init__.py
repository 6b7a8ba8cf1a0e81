"""Our incidents beside another data set's events: what both have, what each has alone, where they differ.

Takes two lists of :class:`Event`, made of the rows of ``incidents.csv``, ACLED or UCDP GED; gives a Comparison.
"""

from hearsay.publish.comparison.events import LAYOUTS, Event, Layout, our_events, read_events
from hearsay.publish.comparison.match import Comparison, Match, compare
from hearsay.publish.comparison.show import COLUMNS, comparison_rows, summary, table

__all__ = [
    "COLUMNS",
    "LAYOUTS",
    "Comparison",
    "Event",
    "Layout",
    "Match",
    "compare",
    "comparison_rows",
    "our_events",
    "read_events",
    "summary",
    "table",
]
