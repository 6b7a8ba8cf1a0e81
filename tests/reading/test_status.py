"""Did it happen? Status and outcome of invented sentences; a repelled assault occurred, a foiled plot did not."""

from __future__ import annotations

import pytest
from tests.builders import events

from hearsay.reading.status import governing

# sentence, trigger, status, outcome
ROWS: list[tuple[str, str, str, str]] = [
    # it happened
    ("Rebels shelled the port.", "shelled", "occurred", "unknown"),
    ("The army was bombing the town on Friday.", "bombing", "occurred", "unknown"),
    ("Rebels captured the town of Walikale.", "captured", "occurred", "succeeded"),
    ("The army repelled an attack by insurgents on its base in Pibor.", "repelled", "occurred", "repelled"),
    ("Guards pushed back fighters who tried to enter the compound.", "pushed back", "occurred", "repelled"),
    ("An attack by insurgents on Boma was repulsed by the army.", "repulsed", "occurred", "repelled"),
    ("THE BATTALION REPELLED THE ATTACK.", "REPELLED", "occurred", "repelled"),
    ("Troops foiled an infiltration attempt by militants in Kupwara.", "foiled", "occurred", "repelled"),
    ("Insurgents launched an unsuccessful assault on Marib.", "assault", "occurred", "failed"),
    ("Gunmen made a failed attempt to storm the bank.", "storm", "occurred", "failed"),
    ("Militants attempted to storm the prison in Kirkuk.", "storm", "occurred", "unknown"),
    # it goes on
    ("Fighting is continuing in the eastern districts.", "Fighting", "ongoing", "unknown"),
    ("Clashes are still raging near the airport.", "Clashes", "ongoing", "unknown"),
    ("The army is shelling the town.", "shelling", "ongoing", "unknown"),
    ("The army has been bombing the town since Friday.", "bombing", "ongoing", "unknown"),
    ("The army continued to shell the suburbs.", "shell", "ongoing", "unknown"),
    ("Shelling continued in Bakhmut on Monday.", "Shelling", "ongoing", "unknown"),
    ("Some 40 herders are being held by the militia.", "held", "ongoing", "unknown"),
    # force was launched without effect
    ("A mine under his car did not go off.", "go off", "attempted", "failed"),
    ("A drone dropped two bombs on the bridge; neither exploded.", "dropped", "attempted", "failed"),
    ("Air defences shot down nine drones over Odesa.", "shot down", "attempted", "intercepted"),
    ("Batteries knocked down a ballistic missile over Jizan.", "knocked down", "attempted", "intercepted"),
    ("Mobile crews near Sumy shot down eleven.", "shot down", "attempted", "intercepted"),
    ("A rocket fired from Gaza was intercepted by the Iron Dome.", "intercepted", "attempted", "intercepted"),
    ("Air defence units destroyed 12 of 17 drones.", "destroyed", "attempted", "intercepted"),
    ("The bomb failed to explode.", "failed to explode", "attempted", "failed"),
    ("A man tried to stab a guard outside the consulate.", "stab", "attempted", "failed"),
    # prevented
    ("Police foiled a plot to bomb a train station in Madrid.", "foiled", "thwarted", "failed"),
    ("Sappers defused two landmines near Huambo.", "defused", "thwarted", "failed"),
    ("Deminers blew up a device under the bridge at Macomia.", "blew up", "thwarted", "failed"),
    ("Three roadside bombs were defused in Quetta.", "defused", "thwarted", "failed"),
    ("Officials averted a bombing of the shrine.", "bombing", "thwarted", "failed"),
    ("Guards caught two men before they could blow up the mast.", "blow up", "thwarted", "failed"),
    # intended
    ("Attacks on civilians may amount to crimes.", "Attacks", "hypothetical", "unknown"),
    ("Residents gathered to protest against the raid.", "protest", "occurred", "unknown"),
    ("Rebels were gathering to attack the base.", "attack", "planned", "unknown"),
    ("The two sides agreed to withdraw from the town.", "withdraw", "planned", "unknown"),
    ("The army was told to withdraw from Jos.", "withdraw", "planned", "unknown"),
    ("The army will attack Rafah on Thursday.", "attack", "planned", "unknown"),
    ("The cell was planning to attack a military base in Luxor.", "attack", "planned", "unknown"),
    ("The rebels are preparing an attack on the city.", "attack", "planned", "unknown"),
    ("The military plans to bomb the dam.", "bomb", "planned", "unknown"),
    ("A plan to bomb the dam was uncovered.", "bomb", "thwarted", "failed"),
    ("Two men who had planned to bomb the mill were arrested on Monday.", "bomb", "thwarted", "failed"),
    ("Police caught a courier before he could bomb the market.", "bomb", "thwarted", "failed"),
    ("The rebels had planned to burn the hamlet, but a column moved in.", "burn", "thwarted", "failed"),
    ("Troops foiled a drone attack on the depot.", "foiled", "thwarted", "failed"),
    ("Troops foiled an attempt by gunmen to cross the river.", "foiled", "occurred", "repelled"),
    ("Rebels fired a rocket at the port, but it fell into the sea.", "fired", "attempted", "failed"),
    ("Rebels fired two missiles at the port; both were shot down.", "fired", "attempted", "intercepted"),
    ("Gunmen fired at a patrol and missed.", "fired", "occurred", "unknown"),
    (
        "Rebels fired a rocket at the port, which fell into the sea and killed a fisherman.",
        "fired",
        "occurred",
        "unknown",
    ),
    ("For the seventh day in a row jets bombed the valley.", "bombed", "ongoing", "unknown"),
    ("The army thwarted the rebels' attack near the port.", "thwarted", "occurred", "repelled"),
    ("Nine soldiers have been killed since May.", "killed", "occurred", "unknown"),
    ("Any truck that moves will be bombed.", "bombed", "threatened", "unknown"),
    ("The ministry declined to confirm that it had bombed the port.", "bombed", "hypothetical", "unknown"),
    ("The suspect intended to stab worshippers.", "stab", "planned", "unknown"),
    ("The president ordered an assault on the camp.", "assault", "planned", "unknown"),
    ("The rebels had planned to attack the airport.", "attack", "planned", "unknown"),
    # nobody vouches for it
    ("Rumours that the governor had been arrested emptied the market.", "arrested", "hypothetical", "unknown"),
    ("The monitors could not confirm that a helicopter was shot down.", "shot down", "hypothetical", "unknown"),
    ("Residents fear that rebels would shell the camp.", "shell", "hypothetical", "unknown"),
    ("Their attacks on convoys in May killed nine drivers.", "killed", "occurred", "unknown"),
    # threatened
    ("We will shell the port.", "shell", "threatened", "unknown"),
    ("Al-Shabaab threatened to attack foreign embassies.", "threatened", "threatened", "unknown"),
    ("The commander vowed to strike back.", "vowed", "threatened", "unknown"),
    ("The commander threatened an attack on the port.", "threatened", "threatened", "unknown"),
    ("He promised to burn the village.", "burn", "threatened", "unknown"),
    # denied
    ("The RSF denied shelling the market.", "shelling", "denied", "unknown"),
    ("The army denied that its aircraft had bombed the hospital.", "bombed", "denied", "unknown"),
    ("The rebels refuted the claim that they had shelled the camp.", "shelled", "denied", "unknown"),
    ("The militia denied the allegations that its men had raped women.", "raped", "denied", "unknown"),
    ("The army denied any role in the killing of the priest.", "denied any role", "denied", "unknown"),
    ("The Taliban denied responsibility for the attack.", "denied responsibility", "denied", "unknown"),
    ("The army denied the killing of civilians in Tigray.", "killing", "denied", "unknown"),
    # possible, conditional, rehearsed
    ("Rebels could attack the capital, diplomats fear.", "attack", "hypothetical", "unknown"),
    ("Diplomats fear an attack on the capital.", "attack", "hypothetical", "unknown"),
    ("If fighters attack the convoy, the truce will end.", "attack", "hypothetical", "unknown"),
    ("The army should bomb the camp, a lawmaker said.", "bomb", "hypothetical", "unknown"),
    ("The rebels said they would attack the town next week.", "attack", "planned", "unknown"),
    ("A hostage would be killed unless the raids ceased, they said.", "killed", "threatened", "unknown"),
    ("The army is to withdraw from the town on Friday.", "withdraw", "planned", "unknown"),
    ("Rebels were due to release ten prisoners.", "release", "planned", "unknown"),
    ("The rebels promised to release ten prisoners.", "release", "planned", "unknown"),
    ("A rocket fired at the base did not explode.", "fired", "attempted", "failed"),
    ("A bomb found in the yard was blown up by sappers.", "blown up", "thwarted", "failed"),
    ("The two armies fought for a third day near Velm.", "fought", "ongoing", "unknown"),
    ("The rebels would have attacked the town.", "attacked", "hypothetical", "unknown"),
    ("Troops rehearsed an attack on the island.", "attack", "hypothetical", "unknown"),
    ("The exercise simulated an attack on an airbase.", "attack", "hypothetical", "unknown"),
    ("A spokesman denied having fired on the protesters.", "fired", "denied", "unknown"),
    ("Police prevented an attack on a church.", "attack", "thwarted", "failed"),
    ("Hezbollah warned that it would fire rockets at Haifa.", "fire", "threatened", "unknown"),
    ("Insurgents were unable to capture the hill.", "capture", "occurred", "failed"),
    ("Police warned him of a plot to murder a judge.", "murder", "planned", "unknown"),
    ("A device thrown at a bank failed to go off.", "failed to go off", "attempted", "failed"),
    ("An assassination attempt on the mayor failed.", "assassination attempt", "attempted", "failed"),
    ("The junta dismissed reports of an attack on a monastery.", "attack", "denied", "unknown"),
    ("Police arrested six men suspected of planning an attack on a mall.", "attack", "planned", "unknown"),
    ("The army denied that it planned to bomb the dam.", "bomb", "denied", "unknown"),
]

# what is wrong, then as above
FAULTS: list[tuple[str, str, str, str, str]] = [
    ("have yet to is a negation", "The rebels have yet to attack the town.", "attack", "hypothetical", "unknown"),
]  # fmt: skip


def verdict(text: str, trigger: str) -> tuple[str, str]:
    event = next(e for e in events(text) if text[slice(*e.trigger)] == trigger)
    return event.status, event.outcome


@pytest.mark.parametrize(("text", "trigger", "status", "outcome"), ROWS, ids=[r[0][:60] for r in ROWS])
def test_status_and_outcome(text: str, trigger: str, status: str, outcome: str) -> None:
    assert verdict(text, trigger) == (status, outcome)


@pytest.mark.parametrize(
    ("text", "trigger", "status", "outcome"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why), id=row[0][:60]) for why, *row in FAULTS],
)
def test_known_faults(text: str, trigger: str, status: str, outcome: str) -> None:
    assert verdict(text, trigger) == (status, outcome)


def test_what_decided_is_told() -> None:
    (event,) = events("The military plans to bomb the dam.")
    assert event.why == {"type": "trigger:bomb", "status": "cue:plan"}


def test_the_governing_words_keep_to_their_order() -> None:
    words = governing()
    assert {words["deny"], words["plot"], words["threaten"], words["foil"]} == {
        "denied",
        "planned",
        "threatened",
        "thwarted",
    }
