"""Claims of two versions of an article, matched by their words, and what differs."""

from __future__ import annotations

from tests.builders import article, claim, count, day, party, span_of, speaker

from hearsay.claims.revisions import ClaimChange, claim_changes, matched_claims
from hearsay.records import Claim, Coder, Coding, mention

CODER = Coder(package="0", model=None, gazetteer="g", registry="r", codebook="c")
STRIKE = "Shelling killed 60 people in Ariha on Sunday, rescuers said."
ARREST = "Police arrested two men in Idlib on Monday, the governor said."


def told(text: str, sentence: str, trigger: str, id_: str, **fields: object) -> Claim:
    """A claim whose passage is a sentence of the text."""
    start, end = span_of(text, sentence)
    at = text.index(trigger, start)
    return claim(id=id_, span=(start, end), trigger=mention(text, (at, at + len(trigger))), **fields)  # type: ignore[arg-type]


def coding(text: str, *claims: Claim) -> Coding:
    return Coding.model_construct(article=article(text), claims=claims, coder=CODER)


def test_another_figure_is_a_change_of_counts() -> None:
    later = STRIKE.replace("60", "40")
    old = coding(
        STRIKE, told(STRIKE, STRIKE, "killed", "a", origin="rescuers").model_copy(update={"counts": (count(60),)})
    )
    new = coding(
        later, told(later, later, "killed", "b", origin="rescuers").model_copy(update={"counts": (count(40),)})
    )
    assert claim_changes(old, new) == (ClaimChange(old.claims[0], new.claims[0], ("counts",)),)


def test_a_claim_that_only_moved_is_no_change() -> None:
    later = f"{ARREST}\n\n{STRIKE}"
    old = coding(STRIKE, told(STRIKE, STRIKE, "killed", "a"))
    new = coding(later, told(later, ARREST, "arrested", "n", kind="COERCE"), told(later, STRIKE, "killed", "b"))
    assert claim_changes(old, new) == (ClaimChange(None, new.claims[0]),)


def test_a_paragraph_withdrawn_withdraws_its_claims() -> None:
    text = f"{STRIKE}\n\n{ARREST}"
    old = coding(text, told(text, STRIKE, "killed", "a"), told(text, ARREST, "arrested", "b", kind="COERCE"))
    new = coding(STRIKE, told(STRIKE, STRIKE, "killed", "c"))
    assert claim_changes(old, new) == (ClaimChange(old.claims[1], None),)


def test_two_claims_of_one_sentence_are_told_apart_by_trigger_and_speaker() -> None:
    text = "Rescuers said shelling killed 60 people; the army denied killing anyone and said it had shelled a depot."
    one, other = told(text, text, "killed", "a", origin="Rescuers"), told(text, text, "shelled", "b", origin="the army")
    later = text.replace("60", "61")
    three = told(later, later, "shelled", "c", origin="the army")
    four = told(later, later, "killed", "d", origin="Rescuers")
    assert matched_claims(coding(text, one, other), coding(later, three, four)) == ((one, four), (other, three))


def test_each_field_that_differs_is_named() -> None:
    old = told(STRIKE, STRIKE, "killed", "a", origin="rescuers", time=day("2019-07-21"), actors=(party("warplanes"),))
    new = old.model_copy(
        update={
            "id": "b", "status": "denied", "time": day("2019-07-22"), "actors": (party("gunmen"),),
            "attribution": (speaker("a monitor"), *old.attribution[1:]),
        }
    )  # fmt: skip
    (change,) = claim_changes(coding(STRIKE, old), coding(STRIKE, new))
    assert change.fields == ("status", "actors", "time", "attribution")
