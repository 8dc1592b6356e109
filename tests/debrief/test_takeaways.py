"""Three lessons, drawn from what cost most of the overall grade, each with its case in this play."""

from simulator.debrief.takeaways import lesson_losses, takeaways
from simulator.locale import Message
from simulator.scenario.rubric import overall_weights
from simulator.scoring import RULES
from simulator.scoring.evidence import Evidence, Subject

WEIGHTS = overall_weights(3)


def row(rule: str, earned: float, possible: float, minute: int | None = None, fact: str = "") -> Evidence:
    subject = Subject("fact", fact) if fact else None
    return Evidence(minute, RULES[rule].dimension, rule, subject, earned, possible, Message("scoring.floor"), None)


def parts(message: Message) -> tuple[str, Message | None]:
    """The lesson's code, and the sentence that says what it was here."""
    if message.code != "debrief.takeaway":
        return message.code, None
    lesson, here = message.arguments["lesson"], message.arguments["here"]
    assert isinstance(lesson, Message) and isinstance(here, Message)
    return lesson.code, here


def test_the_costliest_lessons_come_first() -> None:
    rows = [row("R.A", 0.0, 20.0), row("T.I", 10.0, 40.0), row("S.empathy", 0.0, 10.0), row("R.K", 9.5, 10.0)]
    assert [parts(lesson)[0] for lesson in takeaways(rows, WEIGHTS)] == [
        "debrief.lesson_information",
        "debrief.lesson_acknowledgement",
        "debrief.lesson_empathy",
    ]


def test_a_lesson_points_at_what_cost_most_here() -> None:
    rows = [row("T.I", 0.0, 10.0, 40, "lot"), row("T.I", 5.0, 30.0, 60, "origin"), row("T.I", 10.0, 10.0, 30, "told")]
    _, here = parts(takeaways(rows, WEIGHTS)[0])
    assert here is not None
    assert here.code == "debrief.here_information"
    assert here.arguments == {"count": 2, "at_minute": 60, "fact": "origin"}


def test_a_first_message_that_never_came_is_not_given_an_hour() -> None:
    _, here = parts(takeaways([row("R.A", 0.0, 35.0, 20)], WEIGHTS)[0])
    assert here == Message("debrief.here_never_acknowledged")


def test_in_a_paracrisis_the_lesson_is_to_watch() -> None:
    answered = Evidence(
        30, "tone", "S.stance", None, 0.0, 60.0, Message("scoring.stance_paracrisis", {"message_minute": 30}), None
    )
    assert takeaways([answered], WEIGHTS)[0] == Message("debrief.lesson_watch")


def test_rows_of_one_lesson_add_up_by_the_weight_of_their_dimension() -> None:
    losses = lesson_losses([row("T.false", -15.0, 0.0), row("T.lie_cap", -5.0, 0.0)], WEIGHTS)
    assert losses == {"truth": 20.0 * WEIGHTS.transparency}


def test_a_faultless_play_has_three_lessons_too_without_reproach() -> None:
    lessons = takeaways([row("R.A", 35.0, 35.0)], WEIGHTS)
    assert len(set(lessons)) == 3
    assert all(parts(lesson)[1] is None for lesson in lessons)


def test_every_rule_that_can_cost_points_teaches_something() -> None:
    bounds_only = {"T.floor", "T.owed", "S.watch", "O.R", "O.T", "O.S"}
    for rule in RULES.keys() - bounds_only:
        assert lesson_losses([row(rule, 0.0, 1.0)], WEIGHTS), rule
