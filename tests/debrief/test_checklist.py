"""Ten lines for the next crisis, each with how this play did on it."""

import pytest

from simulator.debrief.checklist import ENOUGH, checklist
from simulator.engine.bots import BOTS
from simulator.locale import Message
from simulator.scoring import RULES, score
from simulator.scoring.evidence import Evidence
from simulator.scoring.of_run import record_of
from tests.plays import played


def row(rule: str, earned: float, possible: float) -> Evidence:
    return Evidence(None, RULES[rule].dimension, rule, None, earned, possible, Message("scoring.floor"), None)


def states(*rows: Evidence) -> dict[str, str]:
    return {line.message.code.removeprefix("debrief.check_"): line.state for line in checklist(rows)}


def test_without_evidence_nothing_is_claimed() -> None:
    assert len(checklist(())) == 10
    assert set(states().values()) == {"untested"}


def test_a_line_is_done_when_its_rules_earned_enough() -> None:
    assert states(row("R.P", 30.0, 40.0))["priorities"] == "done"
    assert states(row("R.P", 29.9, 40.0))["priorities"] == "missed"
    assert states(row("R.U", 20.0, 20.0), row("R.K", 0.0, 10.0))["updates"] == "missed"


@pytest.mark.parametrize(
    ("code", "delay", "state"),
    [
        ("at_once", 0, "done"),
        ("complete", 30, "done"),
        ("complete", 31, "missed"),
        ("late", 40, "missed"),
        ("partial", 5, "missed"),
        ("never", None, "missed"),
        ("watch", None, "untested"),
    ],
)
def test_the_first_half_hour_is_half_an_hour_whatever_the_severity(code: str, delay: int | None, state: str) -> None:
    sentence = Message(f"scoring.acknowledgement_{code}", {} if delay is None else {"delay_span": delay})
    whole = Evidence(None, "reactivity", "R.A", None, 35.0, 35.0, sentence, None)
    assert states(whole)["acknowledgement"] == state


def test_a_penalty_misses_its_line_whatever_else_was_earned() -> None:
    whole = row("T.Part", 15.0, 15.0)
    assert states(whole)["questions"] == "done"
    assert states(whole, row("T.criticism", -10.0, 0.0))["questions"] == "missed"


def test_true_statements_are_done_only_where_something_was_said() -> None:
    assert states(row("S.fit", 10.0, 10.0))["statements"] == "done"
    assert states(row("S.fit", 10.0, 10.0), row("T.false", -15.0, 0.0))["statements"] == "missed"
    assert states(row("S.silence", 0.0, 100.0))["statements"] == "untested"


def test_silence_misses_everything_that_asks_for_words() -> None:
    silent = states(row("R.silence", 0.0, 100.0), row("T.silence", 0.0, 100.0), row("S.silence", 0.0, 100.0))
    assert {name for name, state in silent.items() if state == "untested"} == {"statements", "veille"}
    assert "done" not in silent.values()


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_states_follow_the_evidence_of_every_player(bot: str) -> None:
    for seed in (1, 2):
        evidence = score(record_of(played("minimal", bot, seed))).evidence
        for line in checklist(evidence):
            if "R.A" in line.rules:
                continue
            told = [one for one in evidence if one.rule in line.rules]
            earned, possible = sum(one.earned for one in told), sum(one.possible for one in told)
            if line.state == "done":
                assert earned >= ENOUGH * possible
            if line.state == "missed":
                assert earned < possible or any(one.earned < 0.0 for one in told)
            if line.state == "untested":
                assert possible == 0.0


def test_every_line_names_rules_of_the_grade() -> None:
    assert all(rule in RULES for line in checklist(()) for rule in line.rules)
