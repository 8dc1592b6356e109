"""Three lessons, drawn from what cost most of the overall grade."""

from simulator.debrief.takeaways import lesson_losses, takeaways
from simulator.locale import Message
from simulator.scenario.rubric import overall_weights
from simulator.scoring import RULES
from simulator.scoring.evidence import Evidence

WEIGHTS = overall_weights(3)


def row(rule: str, earned: float, possible: float) -> Evidence:
    return Evidence(None, RULES[rule].dimension, rule, None, earned, possible, Message("scoring.floor"), None)


def test_the_costliest_lessons_come_first() -> None:
    rows = [row("R.A", 0.0, 20.0), row("T.I", 10.0, 40.0), row("S.empathy", 0.0, 10.0), row("R.K", 9.5, 10.0)]
    assert [lesson.code for lesson in takeaways(rows, WEIGHTS)] == [
        "debrief.lesson_information",
        "debrief.lesson_acknowledgement",
        "debrief.lesson_empathy",
    ]


def test_rows_of_one_lesson_add_up_by_the_weight_of_their_dimension() -> None:
    losses = lesson_losses([row("T.false", -15.0, 0.0), row("T.lie_cap", -5.0, 0.0)], WEIGHTS)
    assert losses == {"debrief.lesson_truth": 20.0 * WEIGHTS.transparency}


def test_a_faultless_play_has_three_lessons_too() -> None:
    lessons = takeaways([row("R.A", 35.0, 35.0)], WEIGHTS)
    assert len(set(lessons)) == 3


def test_every_rule_that_can_cost_points_teaches_something() -> None:
    bounds_only = {"T.floor", "T.owed", "S.watch", "O.R", "O.T", "O.S"}
    for rule in RULES.keys() - bounds_only:
        assert lesson_losses([row(rule, 0.0, 1.0)], WEIGHTS), rule
