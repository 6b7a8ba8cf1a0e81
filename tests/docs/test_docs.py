"""The guide: its generated parts are fresh, its links lead somewhere, it builds."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.demo import reports

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[\w-]+)?\)")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def test_generated_parts_are_fresh() -> None:
    done = run(sys.executable, "docs/generate.py", "--check")
    assert done.returncode == 0, f"run `make docs`: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_whose_output_is_shown_were_run(page: Path) -> None:
    assert not re.search(r"<!-- output: [^\n]* -->\n<!-- end -->", page.read_text(encoding="utf-8"))


def test_the_guide_builds(require: Callable[[str], None], tmp_path: Path) -> None:
    require("mkdocs")
    done = run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "5-outputs" / "index.html").exists()


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"version: {project['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize("report", reports(), ids=lambda path: path.name)
def test_every_bundled_report_says_that_it_is_invented(report: Path) -> None:
    articles = report.read_text(encoding="utf-8").splitlines() if report.suffix == ".jsonl" else [report.read_text()]
    assert all("this report is invented" in " ".join(article.lower().split()) for article in articles)
