"""Evidence that reads alike is told once, and each message is known by its opening words."""

import re

from simulator.engine.bots import play
from simulator.locale import Message
from simulator.play.edition import Edition
from simulator.play.presenters.addition import Share
from simulator.play.presenters.alike import told_once
from simulator.play.presenters.dimensions import dimension_views
from simulator.play.presenters.hindsight import CriterionView
from simulator.scoring import RULES, score
from simulator.scoring.evidence import Evidence
from simulator.scoring.of_run import record_of


def row(rule: str, code: str, minute: int, earned: float, possible: float) -> Evidence:
    sentence = Message(code, {"message_minute": minute})
    return Evidence(minute, RULES[rule].dimension, rule, None, earned, possible, sentence, None)


def criterion(edition: Edition, bot: str, rule: str) -> CriterionView:
    run = play(edition.loaded.scenario, 3, bot)
    views = dimension_views(edition.telling(run, "fr"), score(record_of(run)))
    return next(one for view in views for one in view.criteria if one.rule == rule)


def test_equal_sentences_are_one_row_with_all_their_points() -> None:
    rows = [
        (row("S.empathy", "full", 30, 1.08, 1.08), Share(11, 11)),
        (row("S.empathy", "none", 40, 0.0, 1.08), Share(0, 11)),
        (row("S.empathy", "full", 50, 1.08, 1.08), Share(10, 10)),
    ]
    full, none = told_once(lambda message: message.code, rows)
    assert (full.text, len(full.rows), full.share) == ("full", 2, Share(21, 21))
    assert (full.row.minute, full.row.earned) == (30, 2.16)
    assert (none.text, none.share) == ("none", Share(0, 11))


def test_what_is_too_small_to_be_shown_is_left_out_but_not_what_was_never_about_points() -> None:
    nothing = Share(0, 0)
    rows = [
        (row("S.empathy", "full", 30, 0.01, 0.01), nothing),
        (row("S.repeat", "repeat", 40, 0.0, 0.0), nothing),
    ]
    assert [one.text for one in told_once(lambda message: message.code, rows)] == ["repeat"]


def test_a_message_is_known_by_its_opening_words(edition: Edition) -> None:
    rows = criterion(edition, "exemplary", "S.empathy").rows
    assert rows
    for one in rows:
        several = re.match(r"(\d+) messages · ", one.text)
        if several:
            assert len(one.detail) == int(several[1]) > 1
            assert all(re.fullmatch(r"\d+\sh\s\d\d · «\s.+\s»", line) for line in one.detail)
        else:
            assert re.match(r"«\s.+\s» · ", one.text) and not one.detail


def test_what_was_pasted_is_told_though_no_point_depends_on_it(edition: Edition) -> None:
    run = play(edition.loaded.scenario, 3, "template")
    assert any(message.repeat for message in run.state.messages)
    views = dimension_views(edition.telling(run, "fr"), score(record_of(run)))
    tone = next(view for view in views if view.criterion == "tone")
    repeats = next(one for one in tone.criteria if one.rule == "S.repeat")
    assert (repeats.earned, repeats.possible, repeats.share) == ("0", "", None)
    assert repeats.rows[0].detail
    assert len(re.split(r" [+−] ", tone.sum.partition(" = ")[0])) == len(tone.criteria) - 1
