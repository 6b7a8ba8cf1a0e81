"""The page of an article: its record, its words with every claim's marked, its versions."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from hearsay.errors import StoreError
from hearsay.publish.explain import field_marks
from hearsay.publish.private import PrivateNames, has_word
from hearsay.publish.redact import redact
from hearsay.publish.revisions import Revision, revision
from hearsay.records import Coding
from hearsay.store import Version, read, single
from hearsay.store.notes import notes_of
from hearsay.web.article.compared import compared
from hearsay.web.article.noted import noted
from hearsay.web.article.pieces import paragraphs
from hearsay.web.faults import WebError
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite


def show(article: str, request: Request, site: TheSite) -> Response:
    """The page. ``?version=`` is another version than the current one, ``?claim=`` the claim whose words are marked."""
    asked = request.query_params
    with site.reading() as db:
        current = single.current(db, article)
        versions = read.versions(db, article)
        number = _number(asked.get("version"), versions) or current
        private = () if site.settings.names else single.private_names(db, current)
        coded = read.coding(db, number)
        coding = redact(coded, names=site.settings.names, also=private)
        notes = noted(notes_of(db, article), coded.article, _private(coded, private, names=site.settings.names))
        before = _before(versions, number)
        changes = (
            _changes(coding, read.coding(db, before.number), private, names=site.settings.names) if before else None
        )
        homes = single.home_of_claims(db, number)
    chosen = next((claim for claim in coding.claims if claim.id == asked.get("claim")), None)
    if chosen is None:
        chosen = coding.claims[0] if coding.claims else None
    marks = tuple(field_marks(chosen)) if chosen else ()
    given = {
        "article": coding.article,
        "coding": coding,
        "chosen": chosen,
        "marks": marks,
        "paragraphs": paragraphs(coding.article.text, coding.claims, chosen, marks, notes),
        "notes": notes,
        "about": chosen.span if chosen else (0, len(coding.article.text.partition("\n\n")[0])),
        "versions": versions,
        "number": number,
        "current": current,
        "revision": changes,
        "sides": compared(changes.old.article.text, changes.new.article.text) if changes else None,
        "homes": homes,
    }
    return site.page(request, "article.html", given)


def claim(claim: str, site: TheSite) -> Response:
    """To the words of a claim."""
    with site.reading() as db:
        found = read.claim(db, claim)
        if not found:
            raise StoreError("claim-unknown", f"no claim is called {claim!r}")
        latest = found[0]
        number = "" if latest.incident is not None else f"version={latest.coding}&"
    return RedirectResponse(f"/articles/{latest.source.key}?{number}claim={latest.claim.id}", status_code=303)


def _private(coding: Coding, also: tuple[str, ...], *, names: bool) -> PrivateNames:
    """The names that are masked in what readers write too."""
    own = (entity.text for entity in coding.entities if entity.private and has_word(entity.text))
    return PrivateNames(() if names else (*own, *also))


def _number(asked: str | None, versions: tuple[Version, ...]) -> int | None:
    """The coding that is asked for, by its number."""
    if asked is None:
        return None
    for version in versions:
        if asked == str(version.number):
            return version.number
    raise WebError(404, "version-unknown", "the article has no such version")


def _before(versions: tuple[Version, ...], number: int) -> Version | None:
    """The last coding of an earlier version of the text."""
    at = next(at for at, version in enumerate(versions) if version.number == number)
    earlier = [one for one in versions[:at] if one.article.version != versions[at].article.version]
    return earlier[-1] if earlier else None


def _changes(new: Coding, old: Coding, private: tuple[str, ...], *, names: bool) -> Revision:
    return revision(redact(old, names=names, also=private), new, names=names)


ROUTES = (
    Route("/articles/{article}", show, Permission.READ),
    Route("/claims/{claim}", claim, Permission.READ),
)
"""Its address, and the way to it from a claim."""
