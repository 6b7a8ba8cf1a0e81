"""What the package imports, the package asks for; heavy parts are extras."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import hearsay

ROOT = Path(__file__).parents[2]


def imported() -> dict[str, str]:
    """Top-level modules from outside, each with a file that imports it."""
    found: dict[str, str] = {}
    for path in sorted(Path(hearsay.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            found |= {name.split(".")[0]: path.name for name in names}
    return {name: path for name, path in found.items() if name not in sys.stdlib_module_names and name != "hearsay"}


def test_every_import_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["export"], *extras["train"], *extras["web"]]
    declared = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in asked}
    sources = metadata.packages_distributions()
    undeclared = {
        name: path
        for name, path in imported().items()
        if not {d.lower().replace("_", "-") for d in sources.get(name, [name])} & declared
    }
    assert undeclared == {}
