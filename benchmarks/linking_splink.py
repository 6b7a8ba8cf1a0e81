"""Splink alone on the same reports: its comparisons and blocking, m from labels of the events for estimating.

It knows no cannot-links, so its clusters are connected components above a match probability.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from hearsay.incidents.linking import Profile, profile
from linking_world import Told, World

THRESHOLDS = (0.5, 0.8, 0.95, 0.99)
_COLUMNS = (
    "unique_id VARCHAR, cluster VARCHAR, day DATE, month VARCHAR, lat DOUBLE, lon DOUBLE, town VARCHAR, mode VARCHAR, "
    "doers VARCHAR[], sufferers VARCHAR[], killed DOUBLE, injured DOUBLE"
)


def clusters(seen: World, unseen: World) -> dict[float, list[tuple[str, ...]]]:
    """For each threshold the groups of report ids of ``unseen``."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.CustomComparison(
                output_column_name="day",
                comparison_levels=[
                    cll.NullLevel("day"),
                    cll.ExactMatchLevel("day"),
                    cll.AbsoluteDateDifferenceLevel("day", input_is_string=False, threshold=1, metric="day"),
                    cll.ElseLevel(),
                ],
            ),
            cl.DistanceInKMAtThresholds("lat", "lon", km_thresholds=[1, 5, 25]),
            cl.JaroWinklerAtThresholds("town", [0.95, 0.85]),
            cl.ExactMatch("mode"),
            cl.ArrayIntersectAtSizes("doers", [1]),
            cl.ArrayIntersectAtSizes("sufferers", [1]),
            cl.ExactMatch("killed"),
            cl.ExactMatch("injured"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("day", "substr(town, 1, 1)"),
            block_on("day", "round(lat, 1)", "round(lon, 1)"),
            block_on("month", "town"),
            block_on("day", "killed"),
        ],
    )
    connection = duckdb.connect()
    api = DuckDBAPI(connection=connection)
    trained = Linker(api.register(_table(connection, seen.told, "seen")), settings)
    trained.training.estimate_probability_two_random_records_match([block_on("day", "town", "killed")], recall=0.4)
    trained.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    trained.training.estimate_m_from_label_column("cluster")
    linker = Linker(api.register(_table(connection, unseen.told, "unseen")), trained.misc.save_model_to_json())
    predictions = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = {}
    for threshold in THRESHOLDS:
        groups: dict[str, list[str]] = {}
        made = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
        for row in made.as_record_list():
            groups.setdefault(row["cluster_id"], []).append(row["unique_id"])
        found[threshold] = [tuple(group) for group in groups.values()]
    return found


def _table(connection: duckdb.DuckDBPyConnection, told: Sequence[Told], name: str) -> duckdb.DuckDBPyRelation:
    connection.execute(f"CREATE TABLE {name} ({_COLUMNS})")
    rows = [_row(one.event, profile(one.report)) for one in told]
    connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * 12)})", rows)  # noqa: S608
    return connection.table(name)


def _row(event: str, report: Profile) -> tuple[object, ...]:
    day = date.fromordinal(sum(report.days) // 2) if report.days else None
    return (
        report.id, event, day, day.isoformat()[:7] if day else None, report.lat, report.lon, report.place_name or None,
        min(report.modes, default=None), sorted({p.name or p.text for p in report.actors}),
        sorted({p.name or p.text for p in report.recipients}), report.killed and report.killed[1],
        report.injured and report.injured[1],
    )  # fmt: skip
