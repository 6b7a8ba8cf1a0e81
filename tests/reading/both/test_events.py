"""Who is heard where rules and model speak of one sentence. The model here says what each test has it say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from hearsay.reading.both.events import both_events
from hearsay.reading.events import EventSpan, sentence_events
from hearsay.reading.model.labels import HEADS, LAYERS
from hearsay.reading.model.read import Asked, Linked, Marked, ModelEvent, ModelReading, Reader
from hearsay.reading.parse import parse
from hearsay.reading.sentences import sentences
from hearsay.reading.tokens import tokens
from hearsay.reading.topic import Topic
from hearsay.records import Span


def likely(share: float = 0.9, **best: str) -> dict[str, dict[str, float]]:
    """For each field ``share`` for its best value and the rest evenly."""
    values = {"type": "ASSAULT", "mode": "-", "status": "occurred", "outcome": "unknown", "quad": "4"} | best
    return {
        name: {c: share if c == values[name] else round((1 - share) / (len(classes) - 1), 4) for c in classes}
        for name, classes in HEADS.items()
    }


def at(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


class Said:
    """A reader that marks the words it is told to mark."""

    def __init__(
        self,
        text: str,
        events: Sequence[tuple[str, float, Mapping[str, str | Sequence[str]]]] = (),
        fields: dict[str, dict[str, float]] | None = None,
        **layers: Sequence[str],
    ) -> None:
        self._fields = fields or likely()

        marked = {
            layer.name: tuple(Marked(at(text, w), layer.name, 0.9) for w in layers.get(layer.name, ()))
            for layer in LAYERS
        }
        told = tuple(
            ModelEvent(
                at(text, trigger),
                score,
                tuple(
                    Linked(role, at(text, words), 0.9)
                    for role, linked in arguments.items()
                    for words in ([linked] if isinstance(linked, str) else linked)
                ),
                self._fields,
            )
            for trigger, score, arguments in events
        )
        self.reading = ModelReading(marked, told, ())

    def fields(self, asked: Iterable[Asked]) -> list[dict[str, dict[str, float]]]:
        return [self._fields for _ in asked]


def both(text: str, said: Said, topic: Topic = "conflict", *, capitals: bool = False) -> list[EventSpan]:
    spans = sentences(text)
    parsed = [parse(tokens(text, span)) for span in spans]
    rules = [event for number, one in enumerate(parsed) for event in sentence_events(one, number)]
    return both_events(rules, spans, parsed, cast("Reader", said), topic, capitals=capitals)


def told(text: str, event: EventSpan) -> tuple[str, list[str], list[str]]:
    return (
        text[slice(*event.trigger)],
        [text[slice(*a)] for a in event.actors],
        [text[slice(*r)] for r in event.recipients],
    )


SHELLED = "Rebels shelled the village on Monday."


def test_what_both_find_is_one_event() -> None:
    said = Said(SHELLED, [("shelled", 0.9, {"actor": "Rebels"})], actor=["Rebels"])
    (event,) = both(SHELLED, said)
    assert event.read == ("rules", "model")
    assert told(SHELLED, event) == ("shelled", ["Rebels"], ["the village"])


def test_parties_that_the_rules_miss_are_the_models() -> None:
    text = "The strike on Monday was the third; Orland's air force said nothing."
    said = Said(text, [("strike", 0.9, {"actor": "Orland's air force"})], actor=["Orland's air force"])
    assert ["Orland's air force"] in [told(text, event)[1] for event in both(text, said)]


def test_whose_man_somebody_was_did_not_kill_him() -> None:
    text = "Constable Musa of the Tenth Battalion died on Monday."
    said = Said(text, [("died", 0.9, {"actor": "the Tenth Battalion"})], actor=["the Tenth Battalion"])
    assert [told(text, event)[1] for event in both(text, said)] == [[]]


def test_whose_the_speaker_is_did_nothing() -> None:
    text = "Orland's health ministry said two people were killed in strikes on Tuesday."
    said = Said(text, [("killed", 0.9, {"actor": "Orland"})], actor=["Orland"])
    assert [told(text, event)[1] for event in both(text, said)] == [[]]


def test_who_does_one_thing_does_not_do_what_has_its_own_doer() -> None:
    text = "Police fired tear gas after some hoodlums set fire to two cars."
    said = Said(text, [("set fire", 0.9, {"actor": "Police"})], actor=["Police"])
    assert [told(text, event)[1] for event in both(text, said)] == [["Police"], ["some hoodlums"]]


def test_a_doer_is_as_long_as_the_rules_have_him_elsewhere_and_no_deed() -> None:
    text = "Thousands of protesters marched through Bara, and clashes with police left one man dead."
    said = Said(text, [("left", 0.9, {"actor": ["Thousands", "clashes", "police"]})], actor=["Thousands"])
    deeds = {event.type: told(text, event)[1] for event in both(text, said)}
    assert deeds["ASSAULT"] == ["Thousands of protesters", "police"]


def test_who_does_something_else_meanwhile_is_no_doer() -> None:
    text = "A patrol of the guard was returning when a blast took place near Bara."
    assert [told(text, event)[1] for event in both(text, Said(text, actor=["A patrol of the guard"]))] == [[]]


def test_who_warns_of_attacks_makes_none() -> None:
    text = "The mission warned that attacks on civilians had killed nine in Bara."
    said = Said(text, [("attacks", 0.9, {"actor": "The mission"})], actor=["The mission"])
    assert all("The mission" not in told(text, event)[1] for event in both(text, said))


def test_it_is_the_attack_itself() -> None:
    text = "It was the worst attack on soldiers in two years in Bara."
    said = Said(text, [("attack", 0.9, {"actor": "It"})], actor=["It"])
    assert [told(text, event)[1] for event in both(text, said)] == [[]]


def test_a_condition_is_no_threat() -> None:
    text = "The rebels will strike the port if the army bombs their villages."
    said = Said(text, [("bombs", 0.9, {})], likely(share=0.99, type="THREATEN", status="threatened"))
    assert [(e.type, e.status) for e in both(text, said) if text[slice(*e.trigger)] == "bombs"] == [
        ("ASSAULT", "hypothetical")
    ]


def test_parties_alone_tell_no_assault_in_capitals() -> None:
    text = "REBELS HELD A TOWN. " + "THE ARMY SHELLED THE REBELS IN THE HILLS ON MONDAY. " * 12
    said = Said(text, actor=["REBELS"], recipient=["A TOWN"])
    for capitals, number in ((False, 1), (True, 0)):
        found = [e for e in both(text, said, capitals=capitals) if e.why["type"] == "reader:parties"]
        assert len(found) == number


def test_a_party_ends_where_the_model_ends_it() -> None:
    text = "Rebels shelled a base in the north on Monday."
    said = Said(text, recipient=["a base in the north"])
    (event,) = both(text, said)
    assert told(text, event)[2] == ["a base in the north"]


def test_an_event_that_only_the_model_finds_must_be_likely() -> None:
    text = "The envoy was received by the council."
    parties = {"actor": "the council", "recipient": "The envoy"}
    for score, number in ((0.9, 1), (0.3, 0)):
        said = Said(
            text, [("received", score, parties)], likely(type="CONSULT"), actor=["the council"], recipient=["The envoy"]
        )
        found = [event for event in both(text, said) if event.why["type"] == "reader"]
        assert len(found) == number


def test_its_passage_is_the_clause_of_its_verb() -> None:
    text = "Lisbon, officials said, will send 60 instructors to Pemba in May."
    fields = likely(type="MOBILIZE", status="planned")
    (event,) = both(text, Said(text, [("send", 0.9, {"actor": "Lisbon"})], fields, actor=["Lisbon"]))
    assert text[slice(*event.span)] == "Lisbon, officials said, will send 60 instructors to Pemba"


def test_without_parties_it_must_be_likelier() -> None:
    text = "The toll stood unchanged."
    assert not both(text, Said(text, [("toll", 0.7, {})]))
    assert both(text, Said(text, [("toll", 0.9, {})]))


def test_in_an_article_about_something_else_the_model_adds_nothing() -> None:
    text = "Rovers were bombarded by United."
    said = Said(text, [("bombarded", 0.95, {"actor": "United"})], actor=["United"], recipient=["Rovers"])
    assert not [event for event in both(text, said, "elsewhere") if event.read == ("model",)]


def test_parties_without_an_event_hang_on_the_verb_between_them() -> None:
    text = "The sultan received Norway's envoy."
    said = Said(text, fields=likely(type="CONSULT", quad="1"), actor=["The sultan"], recipient=["Norway's envoy"])
    (event,) = both(text, said)
    assert (event.type, event.why["type"]) == ("CONSULT", "reader:parties")
    assert told(text, event) == ("received", ["The sultan"], ["Norway's envoy"])


def test_a_sure_model_corrects_type_and_status() -> None:
    sure = likely(type="THREATEN", status="threatened")
    sure["type"]["THREATEN"] = sure["status"]["threatened"] = 0.99
    (event,) = both(SHELLED, Said(SHELLED, fields=sure))
    assert (event.type, event.status, event.why["type"], event.why["status"]) == (
        "THREATEN",
        "threatened",
        "reader",
        "cue:threat",
    )


def test_a_sure_model_says_what_was_stopped_or_is_to_come_and_no_other_status() -> None:
    for status, heard in (("thwarted", True), ("planned", True), ("denied", True), ("attempted", False)):
        (event,) = both(SHELLED, Said(SHELLED, fields=likely(0.99, status=status)))
        assert (event.status == status) is heard


def test_alone_it_must_be_sure_of_what_lasts_or_failed() -> None:
    text = "The envoy was received by the council."
    for share, status in ((0.95, "ongoing"), (0.6, "occurred")):
        fields = likely(type="CONSULT") | {"status": likely(share, status="ongoing")["status"]}
        said = Said(text, [("received", 0.9, {"actor": "the council"})], fields, actor=["the council"])
        assert [event.status for event in both(text, said)] == [status]


def test_an_unsure_model_does_not() -> None:
    unsure = likely(type="THREATEN")
    unsure["type"] |= {"THREATEN": 0.6, "ASSAULT": 0.3}
    (event,) = both(SHELLED, Said(SHELLED, fields=unsure))
    assert event.type == "ASSAULT"


def test_a_party_without_a_part_joins_the_event_that_lacks_one() -> None:
    text = "In a raid at dawn by men of the Third Battalion, shots were fired."
    said = Said(text, actor=["men of the Third Battalion"])
    assert ["men of the Third Battalion"] in [told(text, event)[1] for event in both(text, said)]


def test_a_pronoun_gives_way_to_whom_the_model_links() -> None:
    text = "Army officers in Orla said they had attacked two camps."
    said = Said(text, [("attacked", 0.9, {"actor": "Army officers"})], actor=["Army officers"])
    assert ["Army officers"] in [told(text, event)[1] for event in both(text, said)]


def test_nobody_does_it_to_himself() -> None:
    text = "The envoy was received by the council."
    for event_type, recipients in (("AID", []), ("CONSULT", ["the council"])):
        said = Said(text, [("received", 0.9, {"actor": "the council"})], likely(type=event_type), actor=["the council"])
        both_ways = (Linked("actor", at(text, "the council"), 0.9), Linked("recipient", at(text, "the council"), 0.9))
        (only,) = said.reading.events
        said.reading = replace(said.reading, events=(replace(only, arguments=both_ways),))
        assert [told(text, event)[2] for event in both(text, said) if event.why["type"] == "reader"] == [recipients]


def test_one_deed_told_by_two_words_is_one_event() -> None:
    text = "The mission provided support to the villagers."
    parties = {"actor": "The mission", "recipient": "the villagers"}
    said = Said(
        text,
        [("provided", 0.7, parties), ("support", 0.9, parties)],
        likely(type="AID"),
        actor=["The mission"],
        recipient=["the villagers"],
    )
    assert [told(text, event)[0] for event in both(text, said) if event.why["type"] == "reader"] == ["support"]


def test_beside_its_like_the_model_must_be_surer() -> None:
    text = "Rebels shelled the village on Monday, and the boy is no more."
    for score, number in ((0.95, 1), (0.85, 0)):
        said = Said(text, [("no more", score, {"recipient": "the boy"})], likely(0.95), recipient=["the boy"])
        assert len([event for event in both(text, said) if event.why["type"] == "reader"]) == number


def test_what_is_refused_is_no_meeting() -> None:
    text = "Hamas refused to hold talks with Israel."
    assert [event.type for event in both(text, Said(text))] == ["REJECT"]


def test_a_long_text_without_a_word_of_conflict_tells_no_assault_that_only_the_model_sees() -> None:
    text = "The company used the patent. " + "It was then sold abroad. " * 20
    parties = {"actor": "The company", "recipient": "the patent"}
    said = Said(text, [("used", 0.95, parties)], likely(0.95), actor=["The company"], recipient=["the patent"])
    assert [event.type for event in both(text, said)] == ["ASSAULT"]
    assert both(text, said, "open") == []


def test_a_war_as_a_whole_and_how_things_stand_are_no_events() -> None:
    war = "The war between the army and the rebels began in April."
    assert both(war, Said(war, [("began", 0.99, {"actor": "the army"})])) == []
    held = "Shells came from Bahri, which is held by the rebels."
    assert both(held, Said(held, [("held", 0.99, {"actor": "the rebels"})])) == []
    people = "The rebels held 20 villagers in Bahri."
    said = Said(people, [("held", 0.99, {"actor": "The rebels", "recipient": "20 villagers"})])
    assert [told(people, event)[0] for event in both(people, said)] == ["held"]


def test_who_shoots_down_a_drone_did_not_send_it() -> None:
    text = "Ukrainian units shot down a drone that Russia had launched."
    said = Said(text, [("shot down", 0.9, {"actor": "Ukrainian units"}), ("launched", 0.9, {"actor": "Russia"})])
    assert all("Ukrainian units" not in told(text, event)[1] for event in both(text, said))


def test_a_doer_told_before_the_verb_leaves_none_to_a_later_clause() -> None:
    text = "About a dozen armed cadres blew up a school, days after the army used it."
    said = Said(text, [("blew up", 0.9, {"actor": "the army"})], actor=["the army"])
    armed = ModelEvent(
        at(text, "blew up"),
        0.9,
        tuple(Linked("actor", at(text, w), 0.9) for w in ("armed cadres", "the army")),
        likely(),
    )
    said.reading = replace(said.reading, events=(armed,))
    (event,) = both(text, said)
    assert told(text, event)[1] == ["armed cadres"]


def test_those_on_a_list_that_the_rules_break_off_are_the_models() -> None:
    text = "The blast killed Ana Ruiz, 42; Ines Ruiz, 19; and a police officer."
    said = Said(text, [("killed", 0.9, {"recipient": ["Ana Ruiz", "Ines Ruiz", "police officer"]})])
    (event,) = both(text, said)
    assert told(text, event)[2] == ["Ana Ruiz", "Ines Ruiz", "police officer"]


def test_those_on_a_list_before_the_one_that_the_rules_see_are_the_models() -> None:
    text = "Judge Ana Ruiz, rector of a law school; Ines Ruiz, Pablo Mora, and their driver were murdered."
    listed = ["Judge Ana Ruiz", "Ines Ruiz", "Pablo Mora", "driver"]
    said = Said(text, [("murdered", 0.9, {"recipient": listed})], recipient=listed)
    (event,) = both(text, said)
    assert told(text, event)[2] == ["Judge Ana Ruiz", "Ines Ruiz, Pablo Mora, and their driver"]


def test_a_comma_alone_makes_no_list() -> None:
    text = "Gunmen killed Ana Ruiz, the manager of a bank, on Monday."
    said = Said(text, [("killed", 0.9, {"recipient": ["Ana Ruiz", "manager"]})])
    (event,) = both(text, said)
    assert told(text, event)[2] == ["Ana Ruiz"]


def test_a_weapon_that_the_rules_miss_is_the_models() -> None:
    text = "A dynamite attack on the union's office killed two clerks. The rebels fired rockets at the base."
    said = Said(
        text,
        [("attack", 0.9, {"weapon": "dynamite"}), ("fired", 0.9, {"weapon": "at the base"})],
        weapon=["dynamite"],
    )
    assert [[text[slice(*w)] for w in event.weapons] for event in both(text, said)] == [["dynamite"], ["rockets"]]


def test_whom_an_assault_fell_on_is_the_readers_where_it_marks_nobody_of_the_rules() -> None:
    text = "Some sources claim that the house of the mayor, leader of the party, was attacked by rebels."
    assert [told(text, e)[2] for e in both(text, Said(text))] == [["Some sources"]]
    said = Said(text, [("attacked", 0.9, {"recipient": "house of the mayor"})], recipient=["house of the mayor"])
    assert [told(text, e)[2] for e in both(text, said)] == [["house of the mayor"]]


def test_whom_the_rules_have_in_another_event_of_the_sentence_is_not_put_in_the_place_of_its_recipient() -> None:
    text = "Police raided a hideout and arrested five rebels."
    said = Said(text, [("raided", 0.9, {"recipient": "five rebels"})], recipient=["five rebels"])
    assert told(text, both(text, said)[0])[2] == ["a hideout"]
