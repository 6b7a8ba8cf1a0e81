"""Writes the generated parts of the guide, from ``<!-- generated: NAME -->`` to ``<!-- end -->``.

python docs/generate.py              write them
python docs/generate.py --outputs    write them, and run the commands whose output README and the guide show
python docs/generate.py --check      say which are stale, and fail
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from hearsay.codebook import table

sys.path.insert(0, str(Path(__file__).parent))

import dictionary
import outputs

DOCS = Path(__file__).parent
CODEBOOK = DOCS.parent / "src" / "hearsay" / "codebook"
SECTION = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def event_types() -> str:
    """PLOVER's types with their modes."""
    rows = [
        f"| `{name}` | {entry['quad']} | {_codes(entry['modes'])} | {entry['means']} |"
        for name, entry in table("event_types")["type"].items()
    ]
    contexts = _codes(table("event_types")["contexts"])
    return "\n".join(["| type | class | modes | means |", "|---|---|---|---|", *rows, "", f"Contexts: {contexts}."])


def acled() -> str:
    """ACLED's types and the crosswalk of PLOVER's assault modes."""
    types = [f"| {name} | {'; '.join(subs)} |" for name, subs in table("acled")["event_types"].items()]
    modes = [f"| `{mode}` | {sub} |" for mode, sub in table("acled")["assault_mode"].items()]
    head = ["| event type | sub-event types |", "|---|---|"]
    between = ["", "| mode of ASSAULT | sub-event type |", "|---|---|"]
    return "\n".join([*head, *types, *between, *modes])


def statuses() -> str:
    """Statuses and outcomes with their meanings."""
    entries = table("statuses")
    known = [f"| `{name}` | {entry['means']} |" for name, entry in entries.items() if name != "outcome"]
    ends = [f"| `{name}` | {entry['means']} |" for name, entry in entries["outcome"].items()]
    return "\n".join(["| status | means |", "|---|---|", *known, "", "| outcome | means |", "|---|---|", *ends])


def vague() -> str:
    """Words for numbers and the least that they say."""
    rows = [f"| {word} | {least:,} |" for word, least in table("measures")["vague"].items()]
    return "\n".join(["| word | low |", "|---|---|", *rows])


def word_lists() -> str:
    """Every file of the codebook, with the first paragraph of its own comment."""
    rows = [f"| `{path.name}` | {_introduction(path)} |" for path in sorted(CODEBOOK.glob("*.toml"))]
    return "\n".join(["| file | what it holds |", "|---|---|", *rows])


def _introduction(path: Path) -> str:
    lines = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        words = line.removeprefix("#").strip()
        if not line.startswith("#") or not words:
            break
        lines.append(words)
    return " ".join(lines).replace("|", "\\|")


def _codes(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


SECTIONS: dict[str, Callable[[], str]] = {
    "event-types": event_types,
    "acled": acled,
    "statuses": statuses,
    "vague": vague,
    "word-lists": word_lists,
    "columns": dictionary.columns,
    "dictionary": dictionary.dictionary,
    "formats": dictionary.formats,
    "exports": dictionary.exports,
    "comparison": dictionary.comparison,
    "source-columns": dictionary.source_columns,
    "control-columns": dictionary.control_columns,
    "ceasefire-columns": dictionary.ceasefire_columns,
    "errors": dictionary.errors,
    "tables": dictionary.tables,
}


def generated(page: str) -> str:
    """``page`` with each of its generated sections made anew."""
    return SECTION.sub(lambda found: f"{found[1]}\n{SECTIONS[found[2]]()}\n\n{found[3]}", page)


def main(arguments: list[str]) -> int:
    """Write or check every page; the exit status."""
    stale = []
    for path in (DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))):
        page = path.read_text(encoding="utf-8")
        new = generated(page)
        if "--outputs" in arguments:
            new = outputs.renewed(new)
        if new != page:
            stale.append(path.name)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8")
    if stale:
        sys.stdout.write(f"{'stale' if '--check' in arguments else 'written'}: {', '.join(stale)}\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
