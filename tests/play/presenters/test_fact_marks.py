"""*Verified* and *published* are two marks, and the board says who could tell a fact first."""

from __future__ import annotations

from simulator.engine.decision import Respond, Verify
from simulator.play.presenters.fact_rows import FactRow
from simulator.play.presenters.facts import facts
from simulator.play.presenters.telling import Telling
from tests.play.presenters.conftest import Teller


def row_of(telling: Telling, fact: str) -> FactRow:
    return next(row for row in facts(telling) if row.fact_id == fact)


def tones(telling: Telling, fact: str) -> tuple[str, ...]:
    return tuple(mark.tone for mark in row_of(telling, fact).marks)


def test_a_fact_goes_from_open_to_held_to_public(tell: Teller) -> None:
    telling = tell(41)
    assert tones(telling, "heat") == ("open", "open")
    telling.run.decide(Verify(41, "heat"))
    telling.run.decide(Verify(41, "cause"))
    assert tones(telling, "heat") == ("progress", "open")
    verifying, waiting = row_of(telling, "heat").marks[0].text, row_of(telling, "cause").marks[0].text
    assert "Paul" in verifying and "place 1" in waiting
    telling.run.advance_to(50)
    assert 0 < row_of(telling, "heat").fraction < 1
    telling.run.advance_to(58)
    assert tones(telling, "heat") == ("done", "held")
    assert row_of(telling, "heat").marks[1].text.endswith("2\u00a0min")
    telling.run.decide(Respond(58, "tell-heat"))
    assert tones(telling, "heat") == ("done", "progress")
    telling.run.advance_to(63)
    assert tones(telling, "heat") == ("done", "done")


def test_who_could_tell_it_first_is_named_until_it_is_known(tell: Teller) -> None:
    telling = tell(25)
    assert "journalistes" in row_of(telling, "heat").others
    telling = tell(41)
    assert row_of(telling, "cause").others == ""
    leaking = next(tell(119, seed=seed) for seed in range(1, 40) if tell(119, seed=seed).run.state.facts["heat"].leaked)
    assert row_of(leaking, "heat").others == ""
    assert tones(leaking, "heat")[1] == "bad"
