"""S.stance: how much responsibility a message takes, against what can be known at that minute (SCCT)."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scenario.scct import fitting_stances, misfit
from simulator.scoring.record import Record
from simulator.scoring.transparency.information import window_opens

_NAMES = (
    Message("scoring.stance_0"),
    Message("scoring.stance_1"),
    Message("scoring.stance_2"),
    Message("scoring.stance_3"),
    Message("scoring.stance_4"),
    Message("scoring.stance_5"),
    Message("scoring.stance_6"),
    Message("scoring.stance_7"),
)


def is_settled(record: Record, minute: int) -> bool:
    """Whether every fact that settles responsibility could be verified by `minute`."""
    opens = [window_opens(record, fact) for fact in record.facts if fact.settles_responsibility]
    return all(begin is not None and begin <= minute for begin in opens)


def expected(record: Record, minute: int) -> tuple[int, int]:
    """Lowest and highest expected stance: 3..6 until responsibility can be known, then the cluster's."""
    return fitting_stances(record.cluster, record.history_of_crises, is_settled(record, minute))


def stance_fit(record: Record, taken: int, minute: int) -> float:
    """1 within what is expected of a message decided at `minute`, less for each step beyond, at least 0."""
    lowest, highest = expected(record, minute)
    return max(1.0 - misfit(taken, lowest, highest), 0.0)


def stance_sentence(record: Record, message: PublishedMessage, taken: int) -> Message:
    """What was taken and what was expected, in words."""
    lowest, highest = expected(record, message.decided)
    arguments: dict[str, object] = {"message_minute": message.minute, "stance": _NAMES[taken]}
    if record.paracrisis and message.is_public:
        return Message("scoring.stance_paracrisis", arguments)
    if taken < lowest:
        return Message("scoring.stance_too_defensive", {**arguments, "expected": _NAMES[lowest]})
    if taken > highest:
        return Message("scoring.stance_too_accommodative", {**arguments, "expected": _NAMES[highest]})
    return Message("scoring.stance_right", arguments)
