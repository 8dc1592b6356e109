"""Three lessons, drawn from what cost most of the overall grade, each with its case in this play."""

import pytest

from simulator.debrief.lessons import losses
from simulator.debrief.takeaways import PASTED, takeaways
from simulator.locale import Message
from simulator.scenario.rubric import overall_weights
from simulator.scoring import RULES
from simulator.scoring.evidence import Evidence, Subject

WEIGHTS = overall_weights(3)


def row(rule: str, earned: float, possible: float, minute: int | None = None, fact: str = "") -> Evidence:
    subject = Subject("fact", fact) if fact else None
    return Evidence(minute, RULES[rule].dimension, rule, subject, earned, possible, Message("scoring.floor"), None)


def of_message(rule: str, serial: int, lost: float, code: str = "scoring.floor", **arguments: object) -> Evidence:
    """A row about the message `serial`, published at ten times as many minutes."""
    subject, sentence = Subject("message", str(serial)), Message(code, arguments)
    return Evidence(10 * serial, RULES[rule].dimension, rule, subject, 0.0, lost, sentence, None)


def stance(serial: int, taken: int, lost: float = 5.0) -> Evidence:
    code = "scoring.stance_too_defensive" if lost else "scoring.stance_right"
    return of_message("S.stance", serial, lost, code, stance=Message(f"scoring.stance_{taken}"))


def codes(rows: list[Evidence]) -> list[str]:
    return [parts(lesson)[0].removeprefix("debrief.lesson_") for lesson in takeaways(rows, WEIGHTS)]


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
    never = Evidence(20, "reactivity", "R.A", None, 0.0, 35.0, Message("scoring.acknowledgement_never"), None)
    _, here = parts(takeaways([never], WEIGHTS)[0])
    assert here is not None and here.code == "debrief.here_never_acknowledged"


def test_a_first_message_is_said_to_be_late_or_to_lack_something_as_the_card_knows() -> None:
    missing = Message("scoring.part_instruction")
    late = of_message("R.A", 4, 10.0, "scoring.acknowledgement_late", delay_span=40)
    partial = of_message("R.A", 1, 10.0, "scoring.acknowledgement_partial", delay_span=5, missing=missing)
    _, here = parts(takeaways([late], WEIGHTS)[0])
    assert here == Message("debrief.here_acknowledged_late", {"delay_span": 40, "at_minute": 40})
    _, here = parts(takeaways([partial], WEIGHTS)[0])
    assert here is not None
    assert here.code == "debrief.here_acknowledged_in_part" and here.arguments["missing"] == missing


def test_denying_is_one_lesson_whatever_rules_saw_it() -> None:
    """The stance of the messages that denied, and the worst of them, against all messages with a stance."""
    rows = [stance(1, 1), stance(2, 0), stance(3, 2), stance(4, 4, 0.0), of_message("S.worst", 2, 25.0)]
    lesson, here = parts(takeaways(rows, WEIGHTS)[0])
    assert lesson == "debrief.lesson_denial"
    assert here == Message("debrief.here_denial", {"count": 3, "all": "4", "at_minute": 20})


def test_what_a_denial_stated_falsely_is_of_the_same_lesson() -> None:
    wrong = of_message("T.false", 1, 15.0, fact="lot")
    guess = of_message("T.unverified", 1, 7.5, fact="lot")
    assert losses([stance(1, 1), wrong, guess], WEIGHTS).keys() == {"denial"}
    assert losses([stance(1, 1), wrong], WEIGHTS).keys() == {"denial", "truth"}, "a lie is a lie"


def test_where_one_message_was_all_there_was_nothing_is_counted() -> None:
    _, here = parts(takeaways([stance(1, 1)], WEIGHTS)[0])
    assert here == Message("debrief.here_only_denial", {"at_minute": 10})


def test_to_show_concern_where_more_was_owed_is_no_denial() -> None:
    assert codes([stance(1, 4)])[0] == "stance"


def test_a_play_that_mostly_denied_is_told_so_whatever_else_cost_more() -> None:
    dearer = [row("R.A", 0.0, 90.0), row("T.I", 0.0, 90.0), row("T.Acc", 0.0, 90.0)]
    assert "denial" in codes([*dearer, stance(1, 1), stance(2, 4, 0.0)])
    once = [*dearer, stance(1, 1), stance(2, 4, 0.0), stance(3, 4, 0.0)]
    assert "denial" not in codes(once)
    assert "denial" in codes([*once, of_message("S.worst", 1, 25.0)]), "it is what one remembers"


def test_a_leak_a_lie_or_a_deletion_keeps_a_place() -> None:
    dearer = [row("R.A", 0.0, 90.0), row("T.I", 0.0, 90.0), row("T.Acc", 0.0, 90.0)]
    for rule, lesson in (("T.restricted", "restricted"), ("T.lie_cap", "truth"), ("T.criticism", "criticism")):
        assert codes([*dearer, row(rule, -10.0, 0.0, 30)])[2] == lesson


def test_a_leak_names_what_was_published_not_the_cap_that_followed() -> None:
    leak = of_message("T.restricted", 4, 20.0, "scoring.restricted", fact="families")
    lesson, here = parts(takeaways([leak, row("T.restricted_cap", -35.0, 0.0, 40)], WEIGHTS)[0])
    assert lesson == "debrief.lesson_restricted"
    assert here is not None and (here.arguments["fact"], here.arguments["at_minute"]) == ("families", 40)


def test_a_message_pasted_often_keeps_a_place_though_it_costs_nothing() -> None:
    dearer = [row("R.A", 0.0, 90.0), row("T.I", 0.0, 90.0), row("T.Acc", 0.0, 90.0)]
    again = of_message("S.repeat", 2, 0.0, "scoring.repeat", count=PASTED)
    lesson, here = parts(takeaways([*dearer, again], WEIGHTS)[2])
    assert lesson == "debrief.lesson_repeat"
    assert here == Message("debrief.here_repeat", {"count": PASTED, "at_minute": 20})
    rarely = of_message("S.repeat", 2, 0.0, "scoring.repeat", count=PASTED - 1)
    assert "repeat" not in codes([*dearer, rarely])


def test_who_guessed_wrong_is_not_called_a_liar() -> None:
    """What was unverified as well was no lie; what the cell had verified otherwise was."""
    wrong = of_message("T.false", 1, 15.0, fact="lot")
    guess = of_message("T.unverified", 1, 7.5, fact="lot")
    assert codes([wrong, guess])[0] == "falsehood"
    assert codes([wrong])[0] == "truth"
    assert losses([wrong, guess], WEIGHTS) == {"falsehood": 22.5 * WEIGHTS.transparency}


def test_the_cap_of_the_grade_is_lost_by_what_failed_in_the_weakest_dimension() -> None:
    rows = [row("R.A", 35.0, 40.0), row("T.I", 10.0, 40.0), row("T.Acc", 10.0, 20.0), row("S.fit", 50.0, 60.0)]
    without = losses(rows, WEIGHTS)
    capped = losses([*rows, row("O.cap", -8.0, 0.0)], WEIGHTS)
    assert capped.keys() == without.keys()
    gained = {name: capped[name] - without[name] for name in capped}
    assert gained == pytest.approx({"acknowledgement": 0.0, "information": 6.0, "accountability": 2.0, "fit": 0.0})


def test_in_a_paracrisis_the_lesson_is_to_watch() -> None:
    answered = Evidence(
        30, "tone", "S.stance", None, 0.0, 60.0, Message("scoring.stance_paracrisis", {"message_minute": 30}), None
    )
    assert takeaways([answered], WEIGHTS)[0] == Message("debrief.lesson_watch")


def test_rows_of_one_lesson_add_up_by_the_weight_of_their_dimension() -> None:
    lost = losses([row("T.false", -15.0, 0.0), row("T.lie_cap", -5.0, 0.0)], WEIGHTS)
    assert lost == {"truth": 20.0 * WEIGHTS.transparency}


def test_a_faultless_play_has_three_lessons_too_without_reproach() -> None:
    lessons = takeaways([row("R.A", 35.0, 35.0)], WEIGHTS)
    assert len(set(lessons)) == 3
    assert all(parts(lesson)[1] is None for lesson in lessons)


def test_what_was_done_well_is_to_be_kept_never_a_lesson() -> None:
    """Small losses come first, then what went well, by what it earned."""
    rows = [row("R.A", 35.0, 35.0), row("T.I", 20.0, 20.0), row("S.voice", 9.0, 10.0)]
    told = takeaways(rows, WEIGHTS)
    assert parts(told[0])[0] == "debrief.lesson_voice"
    kept = [Message("debrief.kept_acknowledgement"), Message("debrief.kept_information")]
    assert [lesson.arguments.get("kept") for lesson in told[1:]] == kept


def test_after_a_rumour_rightly_left_alone_nobody_is_told_to_publish() -> None:
    watched = Evidence(
        30, "reactivity", "R.A", None, 35.0, 35.0, Message("scoring.acknowledgement_watch", {"watch_minute": 30}), None
    )
    assert takeaways([watched], WEIGHTS) == (Message("debrief.kept", {"kept": Message("debrief.kept_watch")}),)


def test_every_rule_that_can_cost_points_teaches_something() -> None:
    bounds_only = {"T.floor", "T.owed", "S.watch", "O.R", "O.T", "O.S", "O.cap"}
    for rule in RULES.keys() - bounds_only:
        assert losses([row(rule, 0.0, 1.0)], WEIGHTS), rule
