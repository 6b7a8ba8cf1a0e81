"""Score the installed ``hearsay`` on fixed samples of the gold and hold the figures against ``floors.toml``.

    python benchmarks/check_floors.py [TASK...] [--update]

The gold and its scorer lie beside the repository: ``HEARSAY_SHARED``, else ``../shared``. A task whose gold
is absent is skipped with its reason. Prints a table; exits 1 when a figure drops by more than its noise, or
when a task cannot be scored. ``--update`` writes the present figures into ``floors.toml`` instead.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
SHARED = Path(os.environ.get("HEARSAY_SHARED") or HERE.parent.parent / "shared")
TASK_SECONDS = 1800
LINE = re.compile(r'^"?(?P<name>[\w.]+)"? = \{ (?P<side>floor|ceiling) = (?P<bound>[\d.]+), noise = [\d.]+ \}')


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one task against its floor, or its ceiling where less is better."""

    task: str
    name: str
    side: str
    bound: float
    noise: float
    reached: float | None

    @property
    def dropped(self) -> bool:
        """Whether it is worse than its bound by more than its noise, or is not there at all."""
        if self.reached is None:
            return True
        worse = self.bound - self.reached if self.side == "floor" else self.reached - self.bound
        return worse > self.noise + 1e-9


def main() -> int:
    """Run the tasks asked for; the exit status."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of: {', '.join(floors)}; default: all")
    parser.add_argument("--update", action="store_true", help="write the present figures into floors.toml")
    asked = parser.parse_args()
    if unknown := set(asked.tasks) - set(floors):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")

    failed = False
    for task in asked.tasks or floors:
        if reason := _absent(floors[task]):
            print(f"{task:<12} skipped: {reason}")
            continue
        try:
            scored, figures = _score(task, floors[task])
        except (subprocess.SubprocessError, ValueError) as error:
            print(f"{task:<12} could not be scored: {error}")
            failed = True
            continue
        for figure in figures:
            print(_row(figure))
        if "seconds" in scored:
            print(f"{task:<12} {scored['records']} records in {scored['seconds']} s")
        if asked.update:
            _update(figures)
        else:
            failed |= any(figure.dropped for figure in figures)
    return int(failed)


def _absent(task: dict[str, Any]) -> str | None:
    """Why a task cannot be run here; null when it can."""
    for path in (SHARED / "bench" / "score.py", SHARED / "gold" / task["gold"]):
        if not path.exists():
            return f"{path} is not there (HEARSAY_SHARED says where the gold lies)"
    return None


def _score(task: str, entry: dict[str, Any]) -> tuple[dict[str, Any], list[Figure]]:
    scorer = [sys.executable, str(SHARED / "bench" / "score.py"), task, *entry["arguments"]]
    coder = [_hearsay(), "code", "--format", "jsonl", "--output", "-"]
    done = subprocess.run([*scorer, "--", *coder], capture_output=True, text=True, check=False, timeout=TASK_SECONDS)
    if done.returncode:
        raise ValueError(f"the scorer exited {done.returncode}: {done.stderr.strip()[-400:]}")
    if done.stderr.strip():
        print(f"{task:<12} the scorer says: {done.stderr.strip()[-400:]}")
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored, list(_figures(task, entry["figures"], scored))


def _figures(task: str, wanted: dict[str, dict[str, float]], scored: dict[str, Any]) -> Iterator[Figure]:
    for name, rule in wanted.items():
        value: Any = scored
        for key in name.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        side = "floor" if "floor" in rule else "ceiling"
        yield Figure(task, name, side, rule[side], rule["noise"], value)


def _hearsay() -> str:
    """The command installed beside this interpreter, else the one on the path."""
    beside = Path(sys.executable).parent / "hearsay"
    found = str(beside) if beside.exists() else shutil.which("hearsay")
    if found is None:
        sys.exit("the hearsay command is not installed: pip install -e .")
    return found


def _row(figure: Figure) -> str:
    reached = "absent" if figure.reached is None else f"{figure.reached:g}"
    verdict = "DROPPED" if figure.dropped else "ok"
    bound = f"{figure.side} {figure.bound:g} ± {figure.noise:g}"
    return f"{figure.task:<12} {figure.name:<44} {reached:>8}  {bound:<24} {verdict}"


def _update(figures: list[Figure]) -> None:
    """Write the figures into their lines; everything else in the file stays as it is."""
    reached = {(f.task, f.name): f.reached for f in figures if f.reached is not None}
    section, lines = "", []
    for line in FLOORS.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            section = line.strip("[]").removesuffix(".figures")
        hit = LINE.match(line)
        value = reached.get((section, hit["name"])) if hit else None
        if hit and value is not None:
            line = f"{line[: hit.start('bound')]}{value:g}{line[hit.end('bound') :]}"  # noqa: PLW2901
        lines.append(line)
    FLOORS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
