# ruff: noqa: E501  (one passage a line)
"""Attributions in invented passages, in the voices of agencies, monitors, bulletins, papers and upper-case wires."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from hearsay.reading.attribution import find_attributions
from hearsay.reading.attribution_cues import read_cue, whole_cue
from hearsay.reading.attribution_quotes import quotations
from hearsay.reading.sentences import sentences
from hearsay.reading.tokens import tokens
from hearsay.records import Attribution

# text, source, cue, content (its first and last words are enough, joined by " … ")
PASSAGES = [
    # S said (that) C
    ("Police said two shopkeepers were shot dead in Quetta.", "Police", "said", "two shopkeepers … in Quetta"),
    ("On 27 October, Renamo's junta, led by Mariano Nhongo, reiterated that it would fight on.", "Renamo's junta", "reiterated", "that it … fight on"),
    ('The group known as "the Lions" denied any part in the killing.', "The group known", "denied", "any part … the killing"),
    ("The ministry said that the convoy had turned back.", "The ministry", "said", "that the convoy … turned back"),
    ("The army has said its jets bombed the depot.", "The army", "has said", "its jets … the depot"),
    ("Residents of Beni say the rebels left at dawn.", "Residents of Beni", "say", "the rebels … at dawn"),
    ("A spokesman for the junta also said that order was restored.", "A spokesman for the junta", "also said", "that order … restored"),
    ("Two witnesses said gunmen on motorbikes burned the market.", "Two witnesses", "said", "gunmen on … the market"),
    ("The observatory documented that nine civilians had died.", "The observatory", "documented", "that nine … had died"),
    ("Brig. Gen. Amadou Sow announced that the siege was over.", "Brig. Gen. Amadou Sow", "announced", "that the siege … over"),
    ("Aid workers in Tawila warned that wells were running dry.", "Aid workers in Tawila", "warned", "that wells … dry"),
    ("The governor on Tuesday said the bridge was mined.", "The governor", "said", "the bridge was mined"),
    ("The brigade reported in a statement on Telegram that it downed a drone.", "The brigade", "reported", "that it downed a drone"),
    ("Kyiv's air force claimed it had destroyed nine missiles.", "Kyiv's air force", "claimed", "it had … missiles"),
    ("A pamphlet left near the body warned that others would die.", "A pamphlet", "warned", "that others … die"),
    # C, S said
    ("Three soldiers died in the ambush, the army said.", "the army", "said", "Three soldiers … the ambush"),
    ("At least six villages were burned, a local official said on Monday.", "a local official", "said", "At least … burned"),
    ("Shells hit a maternity ward in Kherson, the regional prosecutor's office said on Telegram.", "the regional prosecutor's office", "said", "Shells … Kherson"),
    ("The road to Goma is cut, aid groups, medics and drivers said.", "aid groups, medics and drivers", "said", "The road … cut"),
    ("Insurgents overran a post near Mocímboa, the force said in its update as of 18:30 on 4 May.", "the force", "said", "Insurgents … Mocímboa"),
    # C, said S
    ("Forty families fled the shelling, said the mayor of Huliaipole, Petro Savchuk.", "the mayor of Huliaipole, Petro Savchuk", "said", "Forty … shelling"),
    ("Nobody warned us, said Amina Yusuf, a mother of four.", "Amina Yusuf, a mother of four", "said", "Nobody warned us"),
    ("The wounded lay in corridors, said a doctor at Al-Nau hospital.", "a doctor at Al-Nau hospital", "said", "The wounded … corridors"),
    ("The blast tore through a checkpoint, reported the daily El Pregón.", "the daily El Pregón", "reported", "The blast … checkpoint"),
    # quotations
    ("“They came at night and took the boys,” a teacher said.", "a teacher", "said", "“They … boys,”"),
    ("“We held the hill,” said Captain Luis Ortega. “Nobody ran.”", "Captain Luis Ortega", "said", "“Nobody ran.”"),
    ('"We will not leave," he said.', "he", "said", '"We will not leave,"'),
    ("The colonel said: “Our losses are light.”", "The colonel", "said", "“Our losses are light.”"),
    ("“The ceasefire,” the envoy said, “is dead.”", "the envoy", "said", "“is dead.”"),
    ("She told the council “this is a siege”.", "She", "told", "“this is a siege”"),
    ("«Nous tenons la ville», the rebel spokesman said.", "the rebel spokesman", "said", "«Nous tenons la ville»"),
    ("''We buried eleven,'' the sheikh said.", "the sheikh", "said", "''We buried eleven,''"),
    ("The minister spoke for an hour, the clerk noted. “Every shell will be answered by ten more,” he said.", "he", "said", "“Every … more,”"),
    ("“They shelled us,” Ines Mabo, a trader, told the station by phone.", "Ines Mabo, a trader", "told", "“They shelled us,”"),
    ("In a letter signed by the bishop, the diocese said two priests were missing.", "the diocese", "said", "two priests were missing"),
    ("A man identified as the commander said the town had fallen.", "A man identified as the commander", "said", "the town had fallen"),
    ("The army denied the raid, a source said.", "a source", "said", "The army denied the raid"),
    ("The army denied the raid, a source said.", "The army", "denied", "the raid"),
    # according to, in the words of
    ("According to the UN, 40,000 people have left Sake.", "the UN", "According to", "40,000 … Sake"),
    ("According to Human Rights Watch, a New York group, the strike was unlawful.", "Human Rights Watch, a New York group", "According to", "the strike was unlawful"),
    ("According to local authorities, an armed attack on Mabuku, Beni territory, on 13 March left 22 dead.", "local authorities", "According to", "an armed … 22 dead"),
    ("Two boats were sunk off Hodeida, according to the coast guard.", "the coast guard", "according to", "Two boats … Hodeida"),
    ("The convoy, according to drivers, was looted twice.", "drivers", "according to", "was looted twice"),
    ("According to a source in the ministry, talks have stalled.", "a source in the ministry", "According to", "talks have stalled"),
    # told
    ("A commander told AFP that his men had entered the airport.", "A commander", "told", "that his men … airport"),
    ("Local sources told the agency's correspondent that tanks had arrived.", "Local sources", "told", "that tanks had arrived"),
    ("A nurse told Reuters the ward was full.", "A nurse", "told", "the ward was full"),
    ("Gunmen robbed the bank at noon, a guard told Radio Okapi.", "a guard", "told", "Gunmen … noon"),
    # participles and shared subjects
    ("“It was over in minutes,” he said, adding that nobody was hurt.", "he", "adding", "that nobody was hurt"),
    ("The general denied the report and said the town was quiet.", "The general", "said", "the town was quiet"),
    ("The council condemned the raid, saying it broke the truce.", "The council", "saying", "it broke the truce"),
    ("It went on to say that the corridor would reopen.", "It", "went on to say", "that the corridor would reopen"),
    ("A source close to the talks, who asked not to be named, said the deal was near.", "A source close to the talks", "said", "the deal was near"),
    ("The El Fula committee, a volunteer network, said 14 traders were killed.", "The El Fula committee, a volunteer network", "said", "14 traders were killed"),
    ("Leaders who met at the residence dismissed the allegation.", "Leaders", "dismissed", "the allegation"),
    # quoted and cited
    ("The agency quoted the ministry as saying that flights had resumed.", "the ministry", "quoted", "that flights had resumed"),
    ("The chief was quoted as saying that his fighters had withdrawn.", "The chief", "was quoted", "that his fighters had withdrawn"),
    ("Radio Minurka, citing hospital staff, reported that ten bodies had arrived.", "hospital staff", "citing", "that ten bodies had arrived"),
    ("Radio Minurka, citing hospital staff, reported that ten bodies had arrived.", "Radio Minurka", "reported", "that ten bodies had arrived"),
    # acts and stances
    ("The army denied shelling the school.", "The army", "denied", "shelling the school"),
    ("Rebels claimed responsibility for the blast in Mandera.", "Rebels", "claimed", "responsibility for the blast in Mandera"),
    ("Kinshasa accused Kigali of sending troops.", "Kinshasa", "accused", "Kigali of sending troops"),
    ("The union rejected the army's claim that the dead were fighters.", "The union", "rejected", "the army's claim … fighters"),
    ("The union rejected the army's claim that the dead were fighters.", "the army", "claim", "that the dead were fighters"),
    ("The health ministry put the toll at 45.", "The health ministry", "put", "the toll at 45"),
    ("The group threatened to strike the port.", "The group", "threatened", "to strike the port"),
    ("The attack was claimed by the Islamic State.", "the Islamic State", "was claimed", "The attack"),
    ("It was reported that a patrol had vanished.", None, "was reported", "that a patrol had vanished"),
    ("The village was retaken, it was announced by the command.", "the command", "was announced", "The village was retaken"),
    # noun cues
    ("The militia's statement that it had left the town was false.", "The militia", "statement", "that it had … town was false"),
    ("There were reports of looting in the old market.", None, "reports", "of looting in the old market"),
    # datelines and bulletins
    ("GOMA, DR Congo (NKW) – Rebels seized a mine on Friday, the army said.", "the army", "said", "Rebels … Friday"),
    ("In a statement carried by the news agency, the General Command announced that units advanced.", "the General Command", "announced", "that units advanced"),
    # upper-case wires
    ("RADIO LIBERTAD REPORTED TODAY THAT A BRIDGE WAS BLOWN UP.", "RADIO LIBERTAD", "REPORTED", "THAT A BRIDGE WAS BLOWN UP"),
    ("LIMA, 3 MAR 88 (EFE) -- [TEXT] FIVE PEASANTS WERE KILLED IN AYACUCHO, POLICE SOURCES SAID.", "POLICE SOURCES", "SAID", "FIVE … AYACUCHO"),
    ("ACCORDING TO THE GARRISON, THE REBELS LOST TEN MEN.", "THE GARRISON", "ACCORDING TO", "THE REBELS LOST TEN MEN"),
    ("THE SOURCE ADDED THAT THE HOSTAGES WERE ALIVE.", "THE SOURCE", "ADDED", "THAT THE HOSTAGES WERE ALIVE"),
    ("THE COMMUNIQUE STATES THAT TWO OFFICERS DIED.", "THE COMMUNIQUE", "STATES", "THAT TWO OFFICERS DIED"),
    # summaries of incidents
    ("Maoists blew up a school building at Kerlapal, the Superintendent of Police stated.", "the Superintendent of Police", "stated", "Maoists … Kerlapal"),
    ("Superintendent Anil Rao said a tiffin bomb was recovered from the track.", "Superintendent Anil Rao", "said", "a tiffin bomb … track"),
]  # fmt: skip


def attributions(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, sentences(text))


def fits(content: str, wanted: str) -> bool:
    first, _, last = wanted.partition(" … ")
    return content == wanted if not last else content.startswith(first) and content.endswith(last)


@pytest.mark.parametrize(("text", "source", "cue", "content"), PASSAGES)
def test_finds_source_cue_and_content(text: str, source: str | None, cue: str, content: str) -> None:
    found = attributions(text)
    told = [(a.source.text if a.source else None, a.cue.text if a.cue else None, a.content.text) for a in found]
    assert any(s == source and c == cue and fits(t, content) for s, c, t in told), told


def test_what_follows_a_parenthesis_in_a_clause_of_its_own_is_said_as_well() -> None:
    text = "The road stayed cut, diplomats said, and two columns were driven back."
    found = find_attributions(text, sentences(text))
    assert [one.content.text for one in found] == ["The road stayed cut", "and two columns were driven back"]
    assert {one.source.text for one in found if one.source} == {"diplomats"}


def test_at_least_sixty_passages() -> None:
    assert len(PASSAGES) >= 60


NO_SPEECH = [
    "A car bomb exploded near the barracks, claiming the lives of two recruits.",
    "Troops advanced on three axes under artillery cover.",
    "The shelling continued for hours in the eastern districts.",
    "The so-called republic fell within a week.",
    "Rebels took part of the town.",
    "Suspected insurgents burned five lorries.",
    "Five suspected cadres were held near Latehar.",
    "The dead have yet to be named.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_says_nothing_where_nobody_speaks(text: str) -> None:
    assert attributions(text) == ()


def test_kinds() -> None:
    text = "“We saw it,” Sara said. Sara said it was “a slaughter” in the valley. Sara said it was quiet."
    kinds = [a.kind for a in attributions(text)]
    assert kinds == ["direct", "mixed", "indirect"]


def test_a_later_quotation_goes_on_with_the_speaker_before_it() -> None:
    text = "The mayor said the bakery was hit.\n\n“There was flour and blood on everything in the street.”"
    last = attributions(text)[-1]
    assert last.content.text.startswith("“There was flour")
    assert last.source is not None
    assert last.source.text == "The mayor"
    assert last.cue is None


def test_a_quotation_over_several_sentences_is_one_content() -> None:
    text = "“They shot at the bus. Then they burned it,” said the driver."
    assert any(a.content.text.startswith("“They shot") and a.content.text.endswith("it,”") for a in attributions(text))


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We waited for days.\n\n“Then the trucks came,” he said."
    assert [text[s:e] for s, e in quotations(text)] == ["“We waited for days.", "“Then the trucks came,”"]


@pytest.mark.parametrize(
    ("cue", "read"),
    [
        ("said", ("say", "speech")),
        ("has repeatedly denied", ("deny", "speech")),
        ("According to", ("according to", "phrase")),
        ("claims", ("claim", "noun")),
        ("went on to say", ("say", "speech")),
        ("citing", ("citing", "citing")),
        ("table", None),
    ],
)
def test_a_cue_can_be_read_back_from_its_words(cue: str, read: tuple[str, str] | None) -> None:
    assert read_cue(cue) == read


@given(st.text(alphabet=st.sampled_from(list("said “”\",. \nTheAB:();'-")), max_size=300))
@settings(deadline=None, max_examples=60)
def test_every_mention_slices_back(text: str) -> None:
    for found in attributions(text):
        for mention in (found.source, found.cue, found.content):
            if mention is not None:
                assert text[slice(*mention.span)] == mention.text


@pytest.mark.parametrize(
    "piece", ["he said ", '"said" ', "“", "said, ", "( said ", "according to , ", "A and B, C said that "]
)
def test_junk_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return cpu_seconds(lambda: attributions(text))

    seconds(2_000)
    # Sixteen times the text: linear work takes about 16 times as long, quadratic 256 times.
    assert seconds(80_000) < 80 * max(min(seconds(5_000), seconds(5_000)), 0.01)


@pytest.mark.parametrize(
    ("sentence", "marked", "whole"),
    [
        ("The mayor has also said that the bridge fell.", "said", "has also said"),
        ("The mayor did not say when the bridge fell.", "say", "did not say"),
        ("The mayor said the bridge fell.", "said", "said"),
        ("According to the mayor the bridge fell.", "According to", "According to"),
    ],
)
def test_a_cue_is_its_whole_verb_group(sentence: str, marked: str, whole: str) -> None:
    words = tokens(sentence, (0, len(sentence)))
    start, end = whole_cue(words, (sentence.index(marked), sentence.index(marked) + len(marked)))
    assert sentence[start:end] == whole
