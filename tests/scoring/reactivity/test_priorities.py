"""R.P: injects met by what they called for."""

from math import fsum
from typing import Any

import pytest

from simulator.locale import Message
from simulator.scenario.tags import Claim, Tags
from simulator.scoring.reactivity.priorities import priorities
from simulator.scoring.record import FactRecord, InjectRecord, Record, WatchRecord
from tests.scoring.samples import message, record


def inject(name: str = "mother", **others: Any) -> InjectRecord:
    """Comes at 100, expects a reply by 120."""
    values: dict[str, Any] = {"minute": 100, "deadline": 120, "priority": 1, "expected": "reply"}
    return InjectRecord(name, **{**values, **others})


def value(record: Record) -> float:
    findings = priorities(record)
    assert findings is not None
    return fsum(finding.earned for finding in findings)


@pytest.mark.parametrize(("minute", "expected"), [(100, 1.0), (120, 1.0), (140, 0.5), (160, 0.0), (300, 0.0)])
def test_it_is_whole_by_the_deadline_and_nothing_at_three_times_it(minute: int, expected: float) -> None:
    assert value(record(injects=(inject(actions=((minute, "reply"),)),))) == pytest.approx(expected)


def test_only_the_expected_action_meets_an_inject() -> None:
    assert value(record(injects=(inject(expected="check", actions=((105, "reply"),)),))) == 0.0
    assert value(record(injects=(inject(expected="check", actions=((105, "reply"), (110, "check"))),))) == 1.0


def test_silence_by_default_earns_nothing_and_a_recorded_watch_does_where_it_was_right() -> None:
    watch = WatchRecord(110, "small", 40, "mother")
    assert value(record(injects=(inject(expected="watch"),))) == 0.0
    assert value(record(injects=(inject(expected="watch"),), watches=(watch,))) == 1.0
    assert value(record(injects=(inject(expected="reply"),), watches=(watch,))) == 0.0


def test_priorities_weigh() -> None:
    met = inject("a", priority=3, actions=((110, "reply"),))
    assert value(record(injects=(met, inject("b", priority=1)))) == pytest.approx(0.75)


def test_each_reply_to_a_troll_costs_and_ignoring_one_costs_nothing() -> None:
    met = inject("a", actions=((110, "reply"),))
    troll = inject("troll", troll=True, priority=0)
    fed = inject("troll", troll=True, priority=0, actions=((110, "reply"), (115, "reply")))
    assert value(record(injects=(met, troll))) == pytest.approx(1.0)
    assert value(record(injects=(met, fed))) == pytest.approx(0.9)
    assert value(record(injects=(inject("a"), fed))) == 0.0


def test_in_a_paracrisis_one_recorded_watch_answers_what_was_asked_in_public_in_time() -> None:
    watched = record(injects=(inject(),), paracrisis=True, watches=(WatchRecord(50, "small", 40),))
    assert value(watched) == 1.0


@pytest.mark.parametrize("change", [{"expected": "check"}, {"expected": "escalate"}, {"personal": True}])
def test_in_a_paracrisis_a_watch_neither_verifies_nor_alerts_nor_answers_a_person(change: dict[str, Any]) -> None:
    for about in (None, "mother"):
        watches = (WatchRecord(50, "small", 40, about),)
        assert value(record(injects=(inject(**change),), paracrisis=True, watches=watches)) == 0.0


def test_outside_a_paracrisis_a_general_watch_meets_nothing() -> None:
    watched = record(injects=(inject(expected="watch"),), watches=(WatchRecord(50, "small", 40),))
    assert value(watched) == 0.0


def test_where_nothing_was_asked_it_does_not_apply() -> None:
    assert priorities(record()) is None
    assert priorities(record(injects=(inject(expected=None),))) is None


def sentence(record: Record) -> Message:
    findings = priorities(record)
    assert findings is not None
    return findings[0].message


@pytest.mark.parametrize(
    ("decided", "published", "code"),
    [
        (110, 110, "priority_met"),
        (105, 115, "priority_met_published"),
        (130, 130, "priority_late"),
        (125, 135, "priority_late_published"),
        (115, 130, "priority_late_writing"),
    ],
)
def test_it_is_told_when_an_answer_was_decided_and_published_and_by_when_it_was_due(
    decided: int, published: int, code: str
) -> None:
    answer = message(1, published, decided=decided, inject="mother")
    told = sentence(record(answer, injects=(inject(actions=((published, "reply"),)),)))
    assert told.code == f"scoring.{code}"
    assert told.arguments["deadline_minute"] == 120
    assert told.arguments["action_minute"] == published
    assert told.arguments.get("decided_minute", published) == decided


def test_what_was_done_instead_is_told() -> None:
    assert sentence(record(injects=(inject(),))).code == "scoring.priority_missed"
    assert sentence(record(injects=(inject(actions=((105, "evade"),)),))).code == "scoring.priority_dodged"
    other = sentence(record(injects=(inject(actions=((105, "check"),)),)))
    assert other.code == "scoring.priority_other"
    assert other.arguments["done"] == Message("scoring.action_check")


def test_in_a_paracrisis_it_is_the_watch_that_is_told() -> None:
    told = sentence(record(injects=(inject(),), paracrisis=True, watches=(WatchRecord(50, "small", 40),)))
    assert told.arguments["action"] == Message("scoring.action_watch")


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (Tags(claims=(Claim(fact="lot", says="no"),)), "scoring.priority_false"),
        (Tags(discloses=("families",)), "scoring.priority_leaked"),
    ],
)
def test_what_is_false_or_publishes_restricted_data_is_no_reply(tags: Tags, code: str) -> None:
    facts = (FactRecord("lot", 1, "yes"), FactRecord("families", 0, "known", restricted=True))
    crisis = record(message(1, 110, tags, inject="mother"), facts=facts, injects=(inject(actions=((110, "reply"),)),))
    findings = priorities(crisis)
    assert findings is not None
    assert [(one.earned, one.message.code) for one in findings] == [(0.0, code)]
