"""Claims of short invented reports, by the rules: passage, status, counts, place and time of each."""

from __future__ import annotations

import pytest

from hearsay.articles import to_article
from hearsay.pages import Page
from hearsay.pipeline import code_article, references
from hearsay.records import Claim, Coding


def code(text: str, published: str | None = "2024-05-14") -> Coding:
    """Coded as published by Meridian Wire on a Tuesday."""
    said = {"outlet": "Meridian Wire"} | ({"published": published} if published else {})
    article, problems = to_article(Page("report", text.encode(), "record", said))
    return code_article(article, references(None), problems)


def claims(text: str, published: str | None = "2024-05-14") -> tuple[Claim, ...]:
    return code(text, published).claims


def only(text: str, published: str | None = "2024-05-14") -> Claim:
    (claim,) = claims(text, published)
    return claim


# what it is, the report, the passages of its claims
PASSAGES: list[tuple[str, str, list[str]]] = [
    (
        "without its speaker",
        "Gunmen shot a judge in Cali, police said.",
        ["Gunmen shot a judge in Cali"],
    ),
    (
        "without the speaker before it",
        "Police said that gunmen shot a judge in Cali.",
        ["gunmen shot a judge in Cali."],
    ),
    (
        "each clause its own",
        "Rebels killed four soldiers in Goma; police shot dead a protester in Kinshasa.",
        ["Rebels killed four soldiers in Goma", "police shot dead a protester in Kinshasa."],
    ),
    (
        "with its toll",
        "Shells hit a clinic in Sumy on Monday, killing two nurses and wounding nine patients, the mayor said.",
        ["Shells hit a clinic in Sumy on Monday, killing two nurses and wounding nine patients"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in PASSAGES])
def test_passages(text: str, expected: list[str]) -> None:
    assert [text[slice(*c.span)] for c in claims(text)] == expected


# what it is, the report, each claim's status
STATUSES: list[tuple[str, str, list[str]]] = [
    ("it happened", "Rebels shelled Goma on Monday.", ["occurred"]),
    ("a day to come", "Troops attack Goma on 16 May 2024, the general said.", ["planned"]),
    ("the speaker denies it", "The army denied that its troops had shelled Goma.", ["denied"]),
    ("a plan", "Rebels plan to attack Goma, a soldier said.", ["planned"]),
    ("a bomb defused", "Sappers defused a roadside bomb in Quetta.", ["thwarted"]),
    ("drones brought down", "Air defences shot down nine drones over Odesa.", ["attempted"]),
    ("nobody claims it", "A bomb killed nine in Kabul. No group has claimed responsibility.", ["occurred"]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in STATUSES])
def test_statuses(text: str, expected: list[str]) -> None:
    assert [c.status for c in claims(text)] == expected


def test_what_did_not_happen_has_no_toll() -> None:
    for text in (
        "The army denied that its troops had killed nine farmers in Goma.",
        "Rebels plan to kill nine hostages in Goma, a soldier said.",
        "Rebels threatened to kill nine hostages in Goma.",
    ):
        assert [c.counts for c in claims(text)] == [()]
    assert [c.best for c in only("Troops killed nine farmers in Goma.").counts] == [9]


def test_parts_know_their_whole_and_no_part_is_left_without() -> None:
    claim = only("Shells killed at least 12 people in Sumy, including four children, and wounded 30.")
    assert [(c.measure, c.best, c.part_of) for c in claim.counts] == [
        ("killed", 12, None),
        ("killed", 4, 0),
        ("injured", 30, None),
    ]


def test_a_sentence_that_only_adds_what_was_damaged_is_no_claim_of_its_own() -> None:
    claim = only("Rebels shelled a market in Goma on Monday, killing nine traders. Fourteen stalls were damaged.")
    assert [(c.measure, c.best) for c in claim.counts] == [("killed", 9), ("damaged", 14)]


def test_the_toll_of_the_next_sentence_is_a_claim_with_the_means_of_the_deed() -> None:
    deed, toll = claims("Rebels shelled a market in Goma on Monday. Fourteen people were wounded.")
    assert not deed.counts
    assert [(c.measure, c.best) for c in toll.counts] == [("injured", 14)]
    assert (toll.event.mode, toll.place) == ("heavy-weapons", deed.place)


def test_a_toll_beside_words_is_told_by_itself() -> None:
    found = claims("Shells fell on Goma. The mayor put the death toll at 71 and asked the UN for talks.")
    assert [(c.event.type, c.event.trigger.text, [k.best for k in c.counts]) for c in found] == [
        ("ASSAULT", "fell", []),
        ("ASSAULT", "toll", [71]),
        ("REQUEST", "asked", []),
    ]


def test_who_was_to_be_killed_in_a_foiled_attack_is_no_toll_of_it() -> None:
    for text, status in (
        ("Gunmen tried to kidnap two senators in Lagos on Monday.", "attempted"),
        ("Troops in Lagos prevented the murder of a senator.", "thwarted"),
    ):
        claim = only(text)
        assert (claim.status, claim.counts) == (status, ())
    stopped = claims("A bomber was shot dead in Lagos before he could blow himself up.")
    assert [(c.measure, c.best) for claim in stopped for c in claim.counts] == [("killed", 1)]


def test_another_figure_for_the_same_is_a_claim_of_its_own() -> None:
    text = "Rebels shelled a market in Goma on Monday, killing nine traders. A nurse said twelve people died."
    assert [[c.best for c in claim.counts] for claim in claims(text)] == [[9], [12]]


def test_a_toll_without_a_deed_takes_its_means_from_the_deed_told_before() -> None:
    first, second = claims(
        "Warplanes bombed a market in Goma on Monday. The hospital had received 27 bodies by noon, a nurse said."
    )
    assert (first.event.mode, second.event.mode) == ("aerial", "aerial")
    assert second.trace["mode"] == "the deed told before"
    assert [(c.measure, c.best) for c in second.counts] == [("bodies", 27)]


def test_who_claims_a_deed_told_before_is_its_actor_and_first_speaker() -> None:
    _, claimed = claims("A bomb killed nine in Kabul on Monday. The Taliban claimed responsibility for the attack.")
    assert [p.text for p in claimed.actors] == ["Taliban"]
    assert claimed.attribution[0].stance == "claims_responsibility"
    assert claimed.event.mode == "explosives"


@pytest.mark.xfail(strict=True, reason="a claim of responsibility needs an assault told before it")
def test_a_report_may_open_with_a_claim_of_responsibility() -> None:
    claim = only("The Taliban claimed responsibility for an attack on soldiers in Kabul.")
    assert claim.attribution[0].stance == "claims_responsibility"


def test_clashes_of_nobody_named_are_an_event() -> None:
    assert [c.event.trigger.text for c in claims("Clashes raged near Goma on Monday.")] == ["Clashes"]


def test_a_passage_ends_before_the_word_that_joins_the_next() -> None:
    text = "Rebels killed four soldiers in Goma, while police shot dead a protester in Kinshasa."
    assert text[slice(*claims(text)[0].span)] == "Rebels killed four soldiers in Goma"


def test_no_war_in_a_report_of_no_conflict() -> None:
    text = "The hospital had received 27 bodies by noon after floods and a landslide, a nurse said."
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("Rebels shelled Goma on Sunday.", "2024-05-12", "2024-05-12", "relative"),
        ("Rebels shelled Goma on 3 May 2024.", "2024-05-03", "2024-05-03", "explicit"),
        ("Rebels shelled Goma overnight.", "2024-05-13", "2024-05-14", "relative"),
        ("Rebels shelled Goma last week.", "2024-05-06", "2024-05-12", "relative"),
        ("Rebels shelled Goma.", None, "2024-05-14", "publication"),
    ],
)
def test_times(text: str, start: str | None, end: str, basis: str) -> None:
    time = only(text).time
    assert time is not None
    assert (time.start, time.end, time.basis) == (start, end, basis)
    assert (time.span is None) is (basis == "publication")


def test_a_period_that_a_deed_is_compared_within_does_not_date_it() -> None:
    told = only("Rebels killed nine soldiers near Djibo last month, in the deadliest ambush this year.")
    assert told.time is not None
    assert (told.time.text, told.time.start, told.time.end) == ("last month", "2024-04-01", "2024-04-30")


def test_a_toll_since_a_day_is_that_of_a_period() -> None:
    told = only("More than 900 people have been killed since the siege began on April 10.")
    assert told.time is not None
    assert (told.time.start, told.time.end) == ("2024-04-10", "2024-05-14")


def test_the_day_of_a_release_is_not_that_of_the_abduction() -> None:
    taken, freed = claims("Students abducted from a school in Jangebe were released on Friday, the governor said.")
    assert taken.time is not None
    assert freed.time is not None
    assert (taken.time.start, freed.time.start) == (None, "2024-05-10")


def test_what_a_word_stands_for_is_nobodys_deed() -> None:
    assert claims("Rebels shot a man in Kano. The army uses the term to mean killed, wounded or captured.")[1:] == ()


def test_the_dead_of_a_war_did_not_fall_where_the_last_raid_was() -> None:
    report = (
        "A bomb killed two guards in Jamundi. More than 450,000 people have been killed in Colombia's long conflict."
    )
    raid, war = claims(report)
    assert raid.place is not None
    assert war.place is not None
    assert ([c.scope for c in war.counts], war.place.text) == (["period_total"], "Colombia")


def test_the_day_of_what_happened_since_is_its_own() -> None:
    (taken,) = (c for c in claims("Nine people have fled since rebels attacked Goma on May 6.") if c.actors)
    assert taken.time is not None
    assert (taken.time.start, taken.time.end) == ("2024-05-06", "2024-05-06")


def test_a_toll_that_somebody_else_tells_is_a_claim_of_theirs() -> None:
    dead, hit = claims("The hospital put the toll at 31; Israel said it had hit a Hamas command post in Nuseirat.")
    assert ([c.best for c in dead.counts], dead.attribution[0].text) == ([31], "The hospital")
    assert (hit.counts, hit.attribution[0].text) == ((), "Israel")


def test_what_is_conceded_behind_a_denial_is_not_denied() -> None:
    told = claims("Moscow denies targeting civilians, though nine people were killed in Sumy on Sunday.")[-1]
    assert (told.status, [s.text for s in told.attribution]) == ("occurred", ["Meridian Wire"])


@pytest.mark.parametrize(
    "beaten", ["repelled the attack and killed 11 jihadists", "beat back an assault, killing 11 jihadists"]
)
def test_whom_defenders_killed_are_those_who_attacked(beaten: str) -> None:
    told = only(f"The army said that it had {beaten}.")
    (count,) = told.counts
    assert ([p.text for p in told.actors], [p.text for p in told.recipients]) == (["jihadists"], ["army"])
    assert (told.outcome, count.measure, count.best, count.party) == ("repelled", "killed", 11, "actors[0]")


def test_an_article_without_a_day_has_no_time_of_its_own() -> None:
    assert only("Rebels shelled Goma.", published=None).time is None
    dated = only("Rebels shelled Goma on 3 May 2024.", published=None).time
    assert dated is not None
    assert dated.start == "2024-05-03"


def test_a_day_is_carried_to_the_next_sentence_of_the_same_place() -> None:
    first, second = claims("Rebels shelled Goma on Sunday, police said. Troops shot two rebels dead, a colonel said.")
    assert first.time == second.time
    assert second.trace["time"] == "carried"


def test_an_hour_does_not_end_the_day_that_was_told() -> None:
    _, second = claims("Rebels shelled Goma on Sunday, police said. Troops shot two rebels at dawn, a colonel said.")
    assert second.time is not None
    assert second.time.start == "2024-05-12"


def test_the_day_of_the_saying_is_not_the_day_of_the_deed() -> None:
    _, second = claims(
        "Rebels shelled Goma on Saturday, killing nine. A police spokesman said on Monday that twelve people had died."
    )
    assert second.time is not None
    assert second.time.start == "2024-05-11"


def test_a_town_lost_again_within_a_day_was_only_fought_for() -> None:
    first, _ = claims("Rebels captured the town of Bukavu on Sunday. The army recaptured Bukavu on Monday.")
    assert first.event.acled is not None
    assert first.event.acled.sub_event_type == "Armed clash"


def test_a_town_taken_without_a_fight_is_a_transfer() -> None:
    claim = only("Rebels captured the town of Bukavu without a fight on Sunday.")
    assert claim.event.acled is not None
    assert claim.event.acled.sub_event_type == "Non-violent transfer of territory"


def test_who_a_town_was_taken_from_may_stand_before_it() -> None:
    claim = only("Rebels captured the town of Bukavu from the army on Sunday.")
    assert [p.text for p in claim.recipients] == ["army"]
    assert claim.place is not None
    assert claim.place.text == "Bukavu"


def test_a_bare_toponym_is_a_place_and_no_party() -> None:
    claim = only("Rebels shelled Goma on Sunday.")
    assert claim.recipients == ()
    assert claim.place is not None
    assert claim.place.text == "Goma"


def test_what_is_built_at_a_place_is_hit_as_well() -> None:
    claim = only("Al-Shabaab fighters fired mortars at the Bulo Burde base on Sunday, the district governor said.")
    assert [(p.text, p.kind) for p in claim.recipients] == [("Bulo Burde base", "object")]


def test_what_is_condemned_has_its_toll() -> None:
    *_, bombing = claims("The governor condemned the bombing of a mosque that killed 30 worshippers in Kano on Friday.")
    assert [(c.measure, c.best) for c in bombing.counts] == [("killed", 30)]


def test_a_country_is_a_party_where_words_are_told() -> None:
    condemned, _ = claims(
        "The United States condemned Russia. On Monday shells killed four soldiers in Sumy, police said."
    )
    assert [p.kind for p in condemned.recipients] == ["government"]
    assert only("Israeli warplanes bombed Syria on Sunday, a monitor said.").recipients == ()


def test_soldiers_that_an_army_kills_are_not_its_own() -> None:
    claim = only("The Israeli air force bombed Syria on Sunday, killing two soldiers.")
    assert [(p.kind, p.country) for p in claim.recipients] == [("state_forces", "SYR")]


def test_a_loaded_word_is_a_label_of_whoever_speaks() -> None:
    claim = only("Army units killed nine terrorists near Hama on Monday, a military source said.")
    (party,) = claim.recipients
    assert party.label is not None
    assert (party.label.text, party.label.stance, party.label.holder) == ("terrorists", "pejorative", 0)
    assert party.kind_basis == "asserted"


def test_ids_survive_their_neighbours_and_differ_between_versions() -> None:
    text = "Rebels shelled Goma on Sunday. Police shot a protester in Kinshasa."
    first, second = claims(text)
    assert first.id != second.id
    assert [c.id for c in claims(text)] == [first.id, second.id]
    assert first.id not in {c.id for c in claims(text + " It rained.")}


def test_confidence_grows_with_what_is_named() -> None:
    bare = only("A bomb exploded near Goma.")
    full = only("Rebels killed nine soldiers near Goma.")
    planned = only("Rebels plan to kill nine soldiers near Goma, a colonel said.")
    assert bare.coding_confidence < full.coding_confidence
    assert planned.coding_confidence < full.coding_confidence


def test_every_field_has_its_trace() -> None:
    claim = only("Rebels shelled a market in Goma on Sunday, killing nine, police said.")
    fields = {"type", "status", "actors", "recipients", "place", "time", "counts", "attribution", "acled"}
    assert fields <= set(claim.trace)
    assert claim.trace["type"] == "trigger:shell"


def parties_of(claim: Claim) -> tuple[list[str], list[str]]:
    return [p.text for p in claim.actors], [p.text for p in claim.recipients]


def test_a_killing_leads_and_what_was_burned_is_a_claim_of_its_own() -> None:
    attack, fire = claims("Gunmen attacked a village near Kano in Nigeria, killing 14 people and burning 30 houses.")
    assert (attack.event.acled and attack.event.acled.sub_event_type) == "Attack"
    assert [(c.measure, c.best) for c in attack.counts] == [("killed", 14)]
    assert parties_of(attack) == (["Gunmen"], ["people"])
    assert [(c.measure, c.best) for c in fire.counts] == [("destroyed", 30)]
    assert fire.event.mode == "destroy"


def test_a_name_that_is_stormed_is_no_party() -> None:
    first, *_ = claims("Militia fighters stormed al-Sariha in Sudan at dawn, firing at anyone who moved.")
    assert parties_of(first) == (["Militia fighters"], ["anyone"])
    assert first.event.acled is not None
    assert first.event.acled.sub_event_type == "Attack"


def test_the_speakers_pronoun_and_men_are_the_speaker() -> None:
    killed, hurt = claims(
        "The army said it had killed 12 rebels near Goma. It added that two of its own men were hurt."
    )
    assert parties_of(killed) == (["army"], ["rebels"])
    assert (hurt.recipients[0].kind, hurt.counts[0].kind, hurt.counts[0].side) == (
        "state_forces",
        "state_forces",
        "recipient",
    )


def test_what_the_speaker_goes_on_to_ask_for_is_told_by_the_outlet() -> None:
    killed, called = claims("Nine people died in shelling on Bara, governor Sani Bello said. He also called for calm.")
    assert [s.text for s in killed.attribution] == ["governor Sani Bello", "Meridian Wire"]
    assert (called.event.type, [s.text for s in called.attribution]) == ("REQUEST", ["Meridian Wire"])


def test_its_strikes_are_the_speakers() -> None:
    claim = only("The army said its strikes on Goma killed nine rebels.")
    assert parties_of(claim) == (["army"], ["rebels"])


def test_protesters_do_not_kill_their_own() -> None:
    (marched, left) = claims("Protesters marched through Goma, and clashes left one demonstrator dead.")
    assert marched.event.type == "PROTEST"
    assert parties_of(left) == ([], ["demonstrator"])


def test_whom_a_place_fell_to_took_it() -> None:
    claim = only("Mellit fell to the rebels on Friday after days of fighting with the army in Sudan.")
    assert parties_of(claim) == (["rebels"], ["army"])


def test_what_the_strikes_hit_was_hit_from_the_air() -> None:
    _, hit = claims(
        "The army carried out air strikes near Goma on Monday. One of the strikes hit a mosque, killing nine."
    )
    assert hit.event.mode == "aerial"
    assert hit.trace["mode"] == "the deed told before"


def test_that_day_is_the_day_told_before() -> None:
    first, later = claims(
        "On Thursday gunmen attacked a prison in Goma. Four police officers were killed by rebels that day in Bukavu."
    )
    assert first.time is not None
    assert later.time is not None
    assert later.time.start == first.time.start


def test_men_who_shoot_are_no_civilians_and_arms_do_nothing() -> None:
    shot = only("Two men on a motorcycle shot dead a teacher in Goma.")
    assert shot.actors[0].kind == "unknown"
    assert shot.event.acled is not None
    assert shot.event.acled.sub_event_type == "Attack"


def test_a_toll_of_neutralised_kills_nobody_and_displaced_people_who_are_killed_are_not_displaced() -> None:
    strike = claims("The army struck rebels in Goma. The provisional toll stands at eight rebels neutralised.")[0]
    assert [c.measure for c in strike.counts] == ["neutralised"]
    killed = only("Five displaced people, including two children, were killed by rebels in a camp near Goma.")
    assert [(c.measure, c.best, c.part_of) for c in killed.counts] == [("killed", 5, None), ("killed", 2, 0)]


def test_a_vehicle_found_is_not_seized_and_one_seized_is() -> None:
    seized = only("The rebels seized three army vehicles near Goma.")
    assert (seized.event.type, seized.event.mode) == ("COERCE", "seize")
    assert claims("Police found a burned-out van near Goma after the rebels had fled.") == ()


def test_the_day_of_the_saying_is_not_the_days_own() -> None:
    claim = only("At least 30 people were killed in drone strikes near Goma last week, a doctor told AFP on Monday.")
    assert claim.time is not None
    assert claim.time.text == "last week"


def test_a_man_named_behind_his_rank_is_counted_once() -> None:
    claim = only("Soldiers killed a rebel 'commander', identified as Vishal Tulsi, near Goma.")
    assert [(c.measure, c.best) for c in claim.counts] == [("killed", 1)]


def test_what_came_later_is_dated_from_the_day_before_it() -> None:
    first, second = claims(
        "A bomb exploded at a market in Kano on Sunday, killing 12. A day later gunmen shot dead three policemen."
    )
    assert first.time is not None
    assert second.time is not None
    assert (first.time.start, second.time.start) == ("2024-05-12", "2024-05-13")


def test_the_toll_of_years_is_of_no_day_named_before_it() -> None:
    *_, toll = claims(
        "Gunmen of the FARC killed a mayor in Neiva on Friday. The FARC killed 40 other mayors over two decades."
    )
    assert [count.scope for count in toll.counts] == ["period_total"]
    assert toll.time is not None
    assert toll.time.start is None


def test_those_whom_our_forces_hit_are_not_our_own() -> None:
    told = claims(
        "“The rebels fired at our team near Goma. Our forces hit back and killed one and injured four of them,” "
        "a colonel said."
    )
    assert [p.text for p in told[-1].recipients] == ["rebels"]


def test_the_name_of_a_group_counts_nobody() -> None:
    assert only("The FARC surrendered its weapons in Colombia.").counts == ()
    assert len(only("FARC guerrilla was killed in an ambush in Colombia.").counts) == 1
