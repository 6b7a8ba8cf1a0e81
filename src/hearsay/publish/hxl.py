"""HXL (Humanitarian Exchange Language 1.1): a CSV of incidents with a row of hashtags below the header.

Actors are tagged as in the ACLED files on HDX (``#group+name+first``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hearsay.publish.csv import as_text, line
from hearsay.publish.incident_rows import incident_rows
from hearsay.publish.notes import HAPPENED
from hearsay.publish.publication import Publication

TAGS = {
    "incident_id": "#event+id",
    "start_date": "#date+start",
    "end_date": "#date+end",
    "date_prec": "#date+precision",
    "acled_event_type": "#event+type",
    "acled_sub_event_type": "#event+type+sub",
    "event_type": "#event+type+v_plover",
    "event_mode": "#event+mode+v_plover",
    "status": "#status+event",
    "actors": "#group+name+first",
    "actor_kinds": "#group+type+first",
    "recipients": "#group+name+second",
    "recipient_kinds": "#group+type+second",
    "country": "#country+code+v_iso3",
    "admin1": "#adm1+name",
    "admin2": "#adm2+name",
    "place": "#loc+name",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "radius_km": "#geo+radius+km",
    "where_prec": "#geo+precision",
    "killed_low": "#affected+killed+min",
    "killed_best": "#affected+killed",
    "killed_high": "#affected+killed+max",
    "injured_low": "#affected+injured+min",
    "injured_best": "#affected+injured",
    "injured_high": "#affected+injured+max",
    "rule": "#meta+method",
    "corroboration": "#meta+reliability",
    "credibility": "#meta+reliability+code",
    "origins": "#meta+origin",
    "disputed": "#meta+disputed",
    "outlets": "#meta+source",
    "first_reported": "#date+reported+first",
    "last_reported": "#date+reported+last",
}
"""Column of ``incidents.csv`` → its hashtag and attributes, in the order of the file."""


def hxl(shown: Publication, left_out: Counter[str]) -> Iterator[str]:
    """What is said to have happened; what was planned, threatened, denied or failed is counted in ``left_out``."""
    yield line(list(TAGS))
    yield line(list(TAGS.values()))
    for row in incident_rows(shown):
        if row["status"] in HAPPENED:
            yield line([as_text(row[name]) for name in TAGS])
        else:
            left_out[f"{row['status']}: not said to have happened"] += 1
