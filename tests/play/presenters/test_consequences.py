"""Every decision has a consequence that one sees: a notice of its own, at once or within a quarter of an hour."""

from __future__ import annotations

import pytest

from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Listen, PrepareHolding, Prioritise, Respond, Verify, Withdraw
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.notices import Remark, notices
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from tests.engine.playing import FAIR
from tests.plays import MINIMAL, played

SEARCH = 5


def telling_of(run: Run, name: str) -> Telling:
    folder = MINIMAL if name == "minimal" else shipped("scenarios") / name
    return Edition(load_scenario(folder)).telling(run, "fr")


def last_serial(telling: Telling) -> int:
    return max((row.serial for row in notices(telling)), default=0)


@pytest.mark.parametrize(
    ("name", "bot"),
    [
        ("rappel-tardif", "exemplary"),
        ("rappel-tardif", "random"),
        ("fausse-alerte", "spammer"),
        *(
            pytest.param(name, bot, marks=pytest.mark.slow)
            for name, bots in (
                ("rappel-tardif", ("denier", "template", "spammer", "first", "longest")),
                ("fausse-alerte", ("exemplary", "random", "denier", "template", "first", "longest")),
            )
            for bot in bots
        ),
    ],
)
def test_no_decision_of_a_bot_goes_unseen(name: str, bot: str) -> None:
    lived = played(name, bot, 3)
    run = Run(lived.scenario, 3)
    telling = telling_of(run, name)
    unseen = []
    for decision in decisions_of(lived):
        run.advance_to(decision.minute)
        before = last_serial(telling)
        run.decide(decision)
        if not isinstance(decision, Listen) and last_serial(telling) == before:
            unseen.append(decision)
    assert unseen == []


def test_a_search_is_told_of_when_it_ends(minimal: Scenario) -> None:
    run = Run(minimal, 1)
    run.advance_to(3)
    run.decide(Listen(3, "lamp"))
    telling = telling_of(run, "minimal")
    before = last_serial(telling)
    run.advance_to(3 + SEARCH)
    assert last_serial(telling) > before


def crowded(minimal: Scenario) -> Run:
    """Minute 21: the writer is at the holding statement; an answer and a notice wait."""
    run = Run(minimal, 1)
    run.advance_to(21)
    run.decide(PrepareHolding(21, FAIR, 45))
    run.decide(Respond(21, "burnt-care", inject="burnt"))
    run.decide(Respond(21, "notify"))
    return run


def test_what_waits_is_told_with_what_it_waits_behind(minimal: Scenario) -> None:
    run = crowded(minimal)
    *_, first, second = notices(telling_of(run, "minimal"))
    assert "En attente, derrière « Message d’attente » : Une cliente brûlée." in first.text.replace("\u202f", " ")
    assert "Signalement" in second.text


def test_a_change_in_a_line_is_told(minimal: Scenario) -> None:
    run = crowded(minimal)
    run.decide(Prioritise(21, "writing", "notify"))
    assert "devant" in notices(telling_of(run, "minimal"))[-1].text
    run.decide(Withdraw(21, "burnt-care"))
    assert "Retiré" in notices(telling_of(run, "minimal"))[-1].text


def test_a_contradiction_that_is_not_announced_is_noticed_and_a_correction_is_not(minimal: Scenario) -> None:
    says = minimal.facts[0].disclosure
    assert says is not None
    run = Run(minimal, 1)
    run.advance_to(21)
    run.decide(Verify(21, "heat"))
    run.decide(Respond(21, "burnt-deny", inject="burnt"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(50)
    telling = telling_of(run, "minimal")
    said = [row for row in notices(telling) if "contredit" in row.text]
    assert [row.tone for row in said] == ["bad"]
    assert telling.times.clock(run.state.messages[0].minute) in said[0].text
    corrected = Run(minimal, 1)
    corrected.advance_to(21)
    corrected.decide(Respond(21, "burnt-deny", inject="burnt"))
    corrected.advance_to(40)
    corrected.decide(Respond(40, "fix-heat"))
    corrected.advance_to(50)
    assert not [row for row in notices(telling_of(corrected, "minimal")) if "contredit" in row.text]


def test_a_remark_of_the_play_stands_where_it_fell_and_moves_no_other(minimal: Scenario) -> None:
    run = crowded(minimal)
    telling = telling_of(run, "minimal")
    before = notices(telling)
    remark = Remark(run.minute, len(run.events), Message("play.notice_alerted"))
    assert notices(telling, (remark,))[:-1] == before
    run.decide(Verify(21, "heat"))
    told = notices(telling, (remark,))
    assert [row.serial for row in told] == list(range(1, len(told) + 1))
    assert told[len(before)].text == telling.say("play.notice_alerted")
