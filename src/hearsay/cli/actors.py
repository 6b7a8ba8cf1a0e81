"""``hearsay actors``: the registry of actors, to list, look up, check and extend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.group import FAILED
from hearsay.cli.output import STDOUT, say, write

if TYPE_CHECKING:
    from hearsay.actors import Actor

app = typer.Typer(help="The registry of actors: list, show, check, import.", no_args_is_help=True)


@app.command("list")
def list_actors(
    country: Annotated[str, typer.Option(help="Only actors at home or active in this country (ISO alpha-3).")] = "",
    kind: Annotated[str, typer.Option(help="Only actors of this kind, for instance rebel_group.")] = "",
) -> None:
    """List actors: id, name, kind, country and years, one a line, tab-separated."""
    from hearsay.actors import Registry

    chosen = [
        actor
        for actor in Registry.load().actors.values()
        if (not country or country.upper() in (actor.country, *actor.active)) and (not kind or actor.kind == kind)
    ]
    lines = ["\t".join((a.id, a.name, a.kind, a.country or "", _years(a))) for a in sorted(chosen, key=lambda a: a.id)]
    write(["".join(f"{line}\n" for line in lines)], STDOUT)
    if not lines:
        say("no actor fits")
        raise typer.Exit(FAILED)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="An id (actor:hamas) or any name of an actor.")],
    country: Annotated[str, typer.Option(help="The theatre (ISO alpha-3), for names that several actors share.")] = "",
    year: Annotated[int | None, typer.Option(help="The year, for names that changed hands.")] = None,
) -> None:
    """Show what the registry knows of an actor, or who shares the name."""
    from hearsay.actors import Registry

    registry = Registry.load()
    theatre = [country.upper()] if country else []
    actor = registry.actors.get(name) or registry.find(name, countries=theatre, year=year)
    if actor is not None:
        write([_card(actor)], STDOUT)
        return
    shared = [match.candidates for match in registry.search(name)]
    if shared:
        say(f"{name}: which one? say --country or --year")
        write(["".join(f"{a.id}\t{a.name}\t{a.country or ''}\t{_years(a)}\n" for a in shared[0])], STDOUT)
    else:
        say(f"{name}: not in the registry")
    raise typer.Exit(FAILED)


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Registry files (TOML) to check with the packaged ones.")],
) -> None:
    """Check registry files: syntax, keys, references, circles, names that two actors share."""
    from hearsay.actors.local import check_files

    registry = check_files(files)
    say(f"sound: {len(registry.actors)} actors with the packaged ones")


@app.command("import")
def import_actors(
    file: Annotated[Path, typer.Argument(help="A registry file (TOML); see `hearsay actors check`.")],
) -> None:
    """Check a registry file and add it to the data folder, where every later run reads it."""
    from hearsay.actors.local import import_file

    target, entries = import_file(file)
    say(f"{entries} actors in {target}")


def _years(actor: Actor) -> str:
    return "" if actor.years is None else f"{actor.years[0]}–{actor.years[1] or ''}"


def _card(actor: Actor) -> str:
    rows = (
        ("id", actor.id),
        ("name", actor.name),
        ("also", "; ".join(actor.aliases)),
        ("short", "; ".join(actor.short)),
        ("kind", actor.kind),
        ("country", actor.country or ""),
        ("active in", ", ".join(actor.active)),
        ("years", _years(actor)),
        ("branches", ", ".join(actor.branches)),
        ("part of", actor.part_of or ""),
        ("renamed to", actor.renamed_to or ""),
        ("allegedly backed by", ", ".join(actor.backed_by)),
        ("speaks as", actor.speaker_kind or ""),
        ("affiliation", actor.affiliation or ""),
        ("ids", ", ".join(f"{scheme}:{value}" for scheme, value in actor.ids)),
    )
    return "".join(f"{label:<20}{value}\n" for label, value in rows if value)
