# ruff: noqa: E501  (one passage a line)
"""Speaker chains in invented passages: who spoke first, who carried it, who published."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.timing import cpu_seconds

from hearsay.actors import Registry
from hearsay.claims.chain import UNATTRIBUTED, Chain, build_chain_context, chain_of
from hearsay.claims.chain_speakers import country_of, is_anonymous, kind_of
from hearsay.claims.chain_stance import is_over
from hearsay.reading.attribution import find_attributions
from hearsay.reading.sentences import sentences

OUTLET = "Levant Courier"


def chain(text: str, trigger: str, *, outlet: str | None = OUTLET, agency: str | None = None) -> Chain:
    spans = sentences(text)
    context = build_chain_context(text, spans, find_attributions(text, spans), outlet, agency=agency)
    start = text.index(trigger)
    return chain_of((start, start + len(trigger)), (start, start + len(trigger)), context)


# text, trigger, the links before the publisher
CHAINS: list[tuple[str, str, list[str]]] = [
    # the outlet's own voice
    ("Rebels shelled the port on Friday.", "shelled", []),
    ("Rebels shelled the port. Officials said schools were closed.", "shelled", []),
    ("The army wants to retake the hill that rebels seized in May.", "seized", []),
    ("The UN condemned the killing of five farmers.", "killing", []),
    ("Factions called a general strike for Thursday.", "called", []),
    ("Islamic Jihad threatened to strike back.", "threatened", ["Islamic Jihad"]),
    ("According to the 2015 peace agreement, troops withdrew.", "withdrew", []),
    # one speaker
    ("Police said two shopkeepers were shot in Quetta.", "shot", ["Police"]),
    ("Three soldiers died in the ambush, the army said.", "died", ["the army"]),
    ("Forty houses burned, said the mayor of Huliaipole, Petro Savchuk.", "burned", ["Petro Savchuk"]),
    ("Petro Savchuk, the mayor of Huliaipole, said forty houses burned.", "burned", ["Petro Savchuk"]),
    ("The El Fula committee, a volunteer network, said 14 traders were killed.", "killed", ["The El Fula committee"]),
    ("A nurse at Al-Nau hospital, who asked not to be named, said ten bodies arrived.", "arrived", ["A nurse at Al-Nau hospital"]),
    ("A security source familiar with the raid said a cell was arrested.", "arrested", ["A security source"]),
    ("According to the monitoring group, jets bombed a dam.", "bombed", ["the monitoring group"]),
    ("Gunmen raided Barkol, medics, traders and officials said.", "raided", ["medics, traders and officials"]),
    ("According to a report by the national police, gangs burned six stations.", "burned", ["the national police"]),
    ("The health ministry put the toll at 45 dead.", "dead", ["The health ministry"]),
    ("“They burned the granary,” a farmer said. “They shot my goats.”", "shot", ["a farmer"]),
    ("One tourist, Dave Pratt, 54, from Leeds, told us: “They shot at a jet.”", "shot", ["Dave Pratt"]),
    ("The Supreme Court in 2022 said rebels burned the train.", "burned", ["The Supreme Court"]),
    # later sentences lead back to the first full naming
    ("Governor Oleh Marchuk said four died. Across the border a drone hit a bus, the governor there said.", "hit", ["the governor"]),
    ("A military source said a depot blew up. The source added that a bridge collapsed.", "collapsed", ["A military source"]),
    ("A military source said a depot blew up.\n\nThe military source noted that drones hit a convoy.", "hit", ["A military source"]),
    ("Captain Luis Ortega said a patrol was ambushed. He said two men drowned.", "drowned", ["Captain Luis Ortega"]),
    ("Major General Peter Okello said rebels fled.\n\nOkello said a camp was destroyed.", "destroyed", ["Major General Peter Okello"]),
    ("The General Command announced that units advanced. It went on to say that a tunnel was blown up.", "blown up", ["The General Command"]),
    ("The General Command announced that units advanced.\n\nThe statement highlighted that a tunnel was destroyed.", "destroyed", ["The General Command"]),
    ("A spokesman for the junta said a post fell.\n\nThe spokesman said that the garrison fled.", "fled", ["A spokesman for the junta"]),
    ("Two residents of Sake said shells fell.\n\nThey said a clinic was looted.", "looted", ["Two residents of Sake"]),
    ("The Afar Observatory for Human Rights (AOHR) said a town fell. AOHR said nine men were executed.", "executed", ["The Afar Observatory for Human Rights"]),
    ("The governor visited the ward. He said that eleven patients were killed.", "killed", ["The governor"]),
    # carriers
    ("A commander told the Russian Sputnik news agency that jets hit a camp.", "hit", ["A commander", "Sputnik"]),
    ("Gunmen robbed a bank, a guard told Radio Okapi.", "robbed", ["a guard", "Radio Okapi"]),
    ("A commander told AFP that jets hit a camp. The commander said that a tank burned.", "burned", ["A commander", "AFP"]),
    ("The agency SANA quoted the ministry as saying that a plot was foiled.", "foiled", ["the ministry", "SANA"]),
    ("The chief was quoted by Reuters as saying that his men shelled the base.", "shelled", ["The chief", "Reuters"]),
    ("In a statement carried by the official news agency SANA, the General Command announced that a village was captured.", "captured", ["the General Command", "SANA"]),
    ("Radio Minurka, citing hospital staff, reported that ten people were killed.", "killed", ["hospital staff", "Radio Minurka"]),
    ("The Dera Times reported that the ministry had announced that a mine exploded.", "exploded", ["the ministry", "Dera Times"]),
    ("A nurse told reporters that shells hit the ward.", "hit", ["A nurse"]),
    # the publisher is not named twice
    ("Local sources told Levant Courier's correspondent that raiders burned tents.", "burned", ["Local sources"]),
    ("A medic told LVC the clinic was bombed.", "bombed", ["A medic"]),
    ("Levant Courier reported that raiders burned tents.", "burned", []),
    ("Our correspondent saw smoke. Levant Courier could not verify that a jet crashed.", "crashed", []),
    # running on
    ("The army said it repelled a raid. Two soldiers were wounded.", "wounded", ["The army"]),
    ("The army said it repelled a raid.\n\nTwo buses collided in the capital.", "collided", []),
    ("The General Staff said in its daily update that 20 drones came.\n\nNorthern axis: troops repelled six attacks.", "repelled six", ["The General Staff"]),
    ("The General Staff said in its daily update that 20 drones came.\n\nMeanwhile, protesters burned a bus.", "burned", []),
    ("A WAR BULLETIN INDICATES THAT TROOPS CLASHED NEAR SUCHITOTO. OUR MEN SEIZED SIX RIFLES.", "SEIZED", ["A WAR BULLETIN"]),
    ("The army denied the raid. Ten homes burned.", "burned", []),
    # nobody, preliminary data
    ("No group has claimed responsibility for the blast.", "blast", []),
    ("According to preliminary data, six workers were injured.", "injured", []),
    ("It was reported that a patrol was ambushed.", "ambushed", []),
    # upper-case wires
    ("RADIO LIBERTAD REPORTED THAT A BRIDGE WAS BLOWN UP.", "BLOWN UP", ["RADIO LIBERTAD"]),
    ("LIMA, 3 MAR 88 (EFE) -- [TEXT] FIVE PEASANTS WERE KILLED IN AYACUCHO, POLICE SOURCES SAID.", "KILLED", ["POLICE SOURCES"]),
    ("THE 5TH BRIGADE REPORTED TWO DEATHS. THE SOURCE ADDED THAT A TRUCK WAS BURNED.", "BURNED", ["THE 5TH BRIGADE"]),
    # two tellers, two claims
    ("The army said ten rebels were killed, while a monitor said the dead were farmers shot at close range.", "shot", ["a monitor"]),
    ("The army said ten rebels were killed, while a monitor said the dead were farmers shot at close range.", "killed", ["The army"]),
    ("The army denied it, but villagers said soldiers torched huts.", "torched", ["villagers"]),
    # agencies, spokesmen, bulletins and services of many countries
    ("The state-run Saba news agency quoted a security official as saying that forces shot down a drone over Marib.", "shot", ["a security official", "Saba"]),
    ("Five soldiers died in Tank, the Inter-Services Public Relations (ISPR), the military's media wing, said. The ISPR added that six raiders were killed.", "killed", ["the Inter-Services Public Relations"]),
    ("Houthi-run Al-Masirah TV reported that warplanes raided Hodeidah airport.", "raided", ["Al-Masirah TV"]),
    ("Taliban spokesman Zahir Rahmani tweeted that his men captured a district centre.", "captured", ["Taliban spokesman Zahir Rahmani"]),
    ("Security sources told WAFA that settlers attacked farmers near Huwara.", "attacked", ["Security sources", "WAFA"]),
    ("Major General Ibrahim Danladi confirmed the attack, adding that troops neutralised 14 men.", "neutralised", ["Major General Ibrahim Danladi"]),
    ("Speaking to AFP by telephone, a resident of Djibo said that jihadists stormed the market.", "stormed", ["a resident of Djibo", "AFP"]),
    ("In a video posted on Telegram, a man identified as the regional commander claimed responsibility for the ambush.", "ambush", ["a man"]),
    ("“They shelled us,” Maryam Idris, a displaced woman, told LVC by phone from Tawila. “My house collapsed.”", "collapsed", ["Maryam Idris"]),
    ("Local police chief Anwar Khan told reporters that a bomb struck a van in Quetta.", "struck", ["Local police chief Anwar Khan"]),
    ("Ethiopian state media, quoting the federal police, reported that a grenade killed two people.", "killed", ["the federal police", "Ethiopian state media"]),
    ("A senior official, speaking on condition of anonymity, told the Associated Press that saboteurs blew up the bridge.", "blew", ["A senior official", "Associated Press"]),
    ("The Mobilization Front announced in a statement that it repelled an attack in Diyala, IRNA reported.", "repelled", ["The Mobilization Front", "IRNA"]),
    ("The governor of Kharkiv, Oleh Petrenko, wrote on Telegram: “A glide bomb hit a residential building.”", "hit", ["Oleh Petrenko"]),
    ("Soldiers executed 223 villagers, Human Rights Watch said in a report published Thursday.", "executed", ["Human Rights Watch"]),
    ("THE NATIONAL POLICE REPORTED TODAY THAT A BOMB EXPLODED IN CALI. ACCORDING TO THE REPORT, THREE PEOPLE WERE INJURED.", "INJURED", ["THE NATIONAL POLICE"]),
    ("The Arakan Front (AF) said it seized a base. In a statement issued on May 3, the group said more than 200 soldiers surrendered.", "surrendered", ["The Arakan Front"]),
    ("State TV showed what it said were captured weapons.", "captured", ["State TV"]),
    ("The RSF in a statement accused the army of bombing a mosque.", "bombing", ["The RSF"]),
    ("Two constables died. The raid began at dawn, Inspector General of Police (Bastar) P. Rao said.", "raid", ["P. Rao"]),
    ("Initial reports said two men fled.", "fled", []),
    ("Police reports said two men fled.", "fled", ["Police reports"]),
    ("Reuters was unable to verify that a ship sank.", "sank", ["Reuters"]),
    # denials: the denier, never the denied
    ("A nurse told TV Sofala that nine men were shot.", "shot", ["A nurse", "TV Sofala"]),
    ("The minister confirmed to Magik FM that nine men were shot.", "shot", ["The minister", "Magik FM"]),
    ("The union rejected the army's claim that fighters hid in the school.", "hid", ["The union"]),
    ("The ministry repeated the army's claim that fighters hid in the school.", "hid", ["the army", "The ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "links"),
    [
        ("The UN demanded that the road be opened.", "demanded", []),
        ("Police said the UN demanded that the road be opened.", "demanded", ["Police"]),
        ("The army denied it.", "denied", ["The army"]),
    ],
)
def test_who_says_something_is_no_source_of_having_said_it(text: str, trigger: str, links: list[str]) -> None:
    spans = sentences(text)
    context = build_chain_context(text, spans, find_attributions(text, spans), OUTLET)
    at = (text.index(trigger), text.index(trigger) + len(trigger))
    assert [s.text for s in chain_of(at, at, context, verbal=True).speakers] == [*links, OUTLET]


@pytest.mark.parametrize(("text", "trigger", "links"), CHAINS)
def test_chain(text: str, trigger: str, links: list[str]) -> None:
    agency = "LVC" if "LVC" in text else None
    assert [s.text for s in chain(text, trigger, agency=agency).speakers] == [*links, OUTLET]


def test_at_least_fifty_passages() -> None:
    assert len(CHAINS) >= 50


# words from a denial to a deed, whether the deed is done in words, whether the denial is over
DENIALS = [
    (" the charge and ", False, True),
    (" it, but then ", False, True),
    (" that; two of its guards were ", False, True),
    (" the charge and said that rebels had ", False, True),
    (" any part in it and has ", True, True),
    (" that its guns had fired on the port and ", True, True),
    (" that its men had shelled and ", False, False),
    (" shelling and ", False, False),
    (" that the two armies ", False, False),
]


@pytest.mark.parametrize(("between", "verbal", "over"), DENIALS)
def test_where_a_denial_ends(between: str, verbal: bool, over: bool) -> None:
    assert is_over(between, verbal=verbal) is over


def test_what_the_denier_does_next_is_not_denied() -> None:
    (outlet,) = chain("Moscow rejected the charge and shelled the port.", "shelled").speakers
    assert outlet.stance == "asserts"
    denied = chain("Moscow denied that its ships had come near and shelled the port.", "shelled")
    assert denied.speakers[0].stance == "denies"


STANCES = [
    ("The RSF denied shelling the market.", "shelling", "denies"),
    ("The RSF denied shelling the market.", "denied", "denies"),
    ("A spokesman rejected reports that troops had looted Wad Madani.", "looted", "denies"),
    ("The minister admitted that soldiers had opened fire.", "opened fire", "admits"),
    ("The group claimed responsibility for the bombing in Mandera.", "bombing", "claims_responsibility"),
    ("The attack was claimed by the Islamic State.", "attack", "claims_responsibility"),
    ("Al-Shabaab claimed the attack on the hotel.", "attack", "claims_responsibility"),
    ("The army claimed that it killed ten.", "killed", "asserts"),
    ("The UN said it could not confirm that a ship was sunk.", "sunk", "cannot_confirm"),
    ("The mission did not deny that a ship was sunk.", "sunk", "asserts"),
    ("Police said a ship was sunk.", "sunk", "asserts"),
]


@pytest.mark.parametrize(("text", "trigger", "stance"), STANCES)
def test_stance_of_the_first_speaker(text: str, trigger: str, stance: str) -> None:
    assert chain(text, trigger).speakers[0].stance == stance


def test_the_publisher_that_cannot_verify_says_so() -> None:
    only = chain("Levant Courier could not independently verify that the ship sank.", "sank").speakers
    assert [(s.text, s.stance) for s in only] == [(OUTLET, "cannot_confirm")]


HEDGES = [
    ("The village was allegedly shelled by tanks.", "shelled", "allegedly"),
    ("Police said a drone reportedly struck a bus.", "struck", "reportedly"),
    ("According to preliminary data, six workers were injured.", "injured", "According to preliminary data"),
    ("It was reported that a patrol was ambushed.", "ambushed", "It was reported"),
    ("The village was shelled by tanks.", "shelled", None),
]


@pytest.mark.parametrize(("text", "trigger", "hedge"), HEDGES)
def test_hedge(text: str, trigger: str, hedge: str | None) -> None:
    first = chain(text, trigger).speakers[0]
    assert (first.hedge.text if first.hedge else None) == hedge


@dataclass(frozen=True)
class Told:
    words: str
    kind: str
    anonymous: bool
    country: str | None = None


SPEAKERS = [
    Told("A military source", "military", True),
    Told("a source at Hama Police Command", "official", True),
    Told("the Ministry of Health", "official", False),
    Told("the Israel Defense Forces", "military", False, "ISR"),
    Told("An IDF spokesperson", "military", True),
    Told("two residents", "resident", True),
    Told("Local sources", "resident", True),
    Told("A medic at the Saudi Hospital", "medic", True),
    Told("eyewitnesses", "witness", True),
    Told("the Syrian Observatory for Human Rights", "monitor", False, "SYR"),
    Told("a spokesman for the rebels", "armed_group", True),
    Told("army spokesman Yahya Saree", "military", False),
    Told("AFP", "agency", False),
    Told("Army Radio", "outlet", False),
    Told("Superintendent of Police Anil Rao", "official", False),
    Told("a military analyst", "expert", True),
    Told("authorities", "official", False),
    Told("officials", "official", True),
    Told("the Nigerian army", "military", False, "NGA"),
    Told("Ukrainian and Polish officials", "official", True),
    Told("POLICE SOURCES", "official", True),
    Told("its spokesman", "unknown", False),
]


@pytest.mark.parametrize("told", SPEAKERS, ids=lambda t: t.words)
def test_what_a_sources_words_say(told: Told) -> None:
    if told.kind != "unknown":
        assert kind_of(told.words) == told.kind
    assert is_anonymous(told.words) is told.anonymous
    assert country_of(told.words) == told.country


def test_its_spokesman_speaks_for_the_group_before() -> None:
    text = "The rebel front said a post fell. Its spokesman said twelve guards were killed."
    first = chain(text, "killed").speakers[0]
    assert (first.text, first.kind, first.anonymous) == ("Its spokesman", "armed_group", False)


def test_the_cue_is_the_claims_own() -> None:
    text = "A military source said a depot blew up. The source added that a bridge collapsed."
    cue = chain(text, "collapsed").speakers[0].cue
    assert cue is not None
    assert cue.text == "added"


def test_publisher_has_no_span_and_a_missing_one_is_unattributed() -> None:
    last = chain("Rebels shelled the port.", "shelled", outlet=None).speakers[-1]
    assert (last.text, last.span, last.kind) == (UNATTRIBUTED, None, "outlet")
    agency = chain("Rebels shelled the port.", "shelled", outlet=None, agency="TASS").speakers[-1]
    assert (agency.text, agency.kind) == ("TASS", "agency")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army said it repelled a raid. Police arrested two men.", OUTLET),
        ("The army said it repelled a raid. Last December, gunmen arrested and killed 140.", OUTLET),
        ("The army said it repelled a raid. Two men were arrested. The army added that a bridge fell.", "The army"),
        ("The army said it repelled a raid. They arrested two men.", "The army"),
    ],
)
def test_a_word_runs_on_only_where_the_words_lead_on(text: str, speaker: str) -> None:
    assert chain(text, "arrested").speakers[0].text == speaker


def test_trace_names_the_rule() -> None:
    text = "The army said it repelled a raid. They wounded two soldiers."
    assert chain(text, "repelled").trace == "attribution"
    assert chain(text, "wounded").trace == "attribution carried on: paragraph"
    assert chain("Rebels shelled the port.", "shelled").trace == "outlet"


REGISTRY = """
[moh]
name = "Ministry of Health of Testland"
kind = "government"
country = "PSE"
speaker_kind = "official"
aliases = ["the health ministry"]

[front]
name = "Test Front"
kind = "rebel_group"
country = "SYR"
"""


def test_registry_gives_name_id_country_and_kind() -> None:
    text = (
        "The health ministry said four people were killed. A spokesman for the Test Front denied that a hut was burned."
    )
    spans = sentences(text)
    registry = Registry.of_files([("test.toml", REGISTRY)])
    context = build_chain_context(text, spans, find_attributions(text, spans), OUTLET, registry)
    at, denied = text.index("killed"), text.index("burned")
    first = chain_of((at, at + 6), (at, at + 6), context).speakers[0]
    assert (first.name, first.id, first.kind) == ("Ministry of Health of Testland", "actor:moh", "official")
    second = chain_of((denied, denied + 6), (denied, denied + 6), context).speakers[0]
    assert (second.id, second.affiliation, second.country, second.kind) == (
        None,
        "actor:front",
        "SYR",
        "armed_group",
    )


@pytest.mark.parametrize("piece", ["He said it fell. ", "A source said (it) fell.\n\n", "the source, who, said "])
def test_junk_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        spans = sentences(text)
        found = find_attributions(text, spans)

        def read() -> None:
            context = build_chain_context(text, spans, found, OUTLET)
            for begin, _ in spans:
                chain_of((begin, begin + 1), (begin, begin + 1), context)

        return cpu_seconds(read)

    seconds(1_000)
    assert seconds(48_000) < 80 * max(min(seconds(3_000), seconds(3_000)), 0.01)


def test_an_empty_text_has_the_publisher() -> None:
    context = build_chain_context("", (), (), OUTLET)
    assert [s.text for s in chain_of((0, 0), (0, 0), context).speakers] == [OUTLET]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the military's media wing", "military"),
        ("the Armed Forces Press Committee", "military"),
        ("the press", "outlet"),
        ("former policeman Rémy Charles", "unknown"),
    ],
)
def test_who_speaks_for_somebody_is_of_his_kind(words: str, kind: str) -> None:
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The al Qaeda-linked Jama'at Nusrat al-Islam wal-Muslimin said its men seized a post in Mali.",
        "An al-Qaeda-linked group, JNIM, said its men seized a post in Mali.",
    ],
)
def test_whom_a_speaker_is_linked_to_does_not_speak(text: str) -> None:
    spans = sentences(text)
    context = build_chain_context(
        text, spans, find_attributions(text, spans), OUTLET, Registry.load(), countries=("MLI",)
    )
    at = text.index("seized")
    first = chain_of((at, at + 6), (at, at + 6), context).speakers[0]
    assert first.kind == "armed_group"
    assert "actor:jnim" in (first.id, first.affiliation)
