"""The chain diagram: who passes words on stands beside whose they are, and no box lies over another."""

from __future__ import annotations

from itertools import pairwise

from tests.builders import claim
from tests.incidents.told import COMMAND, MEDICS, MONITOR, incident, passed_on, report

from hearsay.incidents.records import Report
from hearsay.web.incident.chains import BOX_HEIGHT, Chains, chains


def drawn(*reports: Report) -> Chains:
    claims = {one.id: (one, told.source) for told in reports for one in told.claims}
    return chains(incident(reports), claims)


def test_who_passes_words_on_stands_beside_whose_they_are() -> None:
    carried = passed_on(claim(origin=MEDICS), "Barada News Agency", by="Halyard Press")
    told = [claim(origin=COMMAND), claim(origin=MONITOR), carried]
    nodes = {node.name: node for node in drawn(report(*told, outlet="Halyard Press")).nodes}
    assert nodes["Barada News Agency"].y == nodes["medics"].y
    assert nodes["medics"].x < nodes["Barada News Agency"].x < nodes["Halyard Press"].x


def test_no_box_lies_over_another_or_outside() -> None:
    crowd = [report(claim(origin=f"the council of street {n}"), outlet=f"Outlet {n}") for n in range(5)]
    two = report(claim(origin=COMMAND), claim(origin=MEDICS), outlet="Halyard Press")
    both = passed_on(claim(origin=MONITOR), "Barada News Agency", by="Outlet 0")
    shown = drawn(*crowd, two, report(both, outlet="Outlet 0", id="again"))
    columns: dict[int, list[int]] = {}
    for node in shown.nodes:
        columns.setdefault(node.x, []).append(node.y)
        assert 0 <= node.y <= shown.height - BOX_HEIGHT
    for tops in columns.values():
        assert all(after - before >= BOX_HEIGHT for before, after in pairwise(sorted(tops)))
