"""The class page: who one is in which class, what it is set, what became of one's own plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from simulator.locale import Message, Phrasebook
from simulator.play.my_class import MyClass
from simulator.play.my_class.tickets import Ticket
from simulator.play.presenters.class_rows import AssignmentRow, ClassBadge, ClassView, QueueRow, Tone
from simulator.play.presenters.rings import points
from simulator.play.presenters.typography import typeset
from simulator.submission.membership import Membership
from simulator.submission.parcel import Parcel
from simulator.submission.spool import Spoiled
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.plays import PlayView

_TONES: Mapping[str, Tone] = {"open": "good", "waiting": "news", "paused": "news", "closed": "off"}
_STATE_TONES: Mapping[str, Tone] = {"waiting": "news", "received": "news", "verified": "good", "refused": "bad"}
_DONE: Mapping[str, float] = {"waiting": 0.08, "received": 0.66, "verified": 1.0, "refused": 1.0}
_SENT = 0.33
"""How far a play has come while it is being sent; by its state otherwise."""
_OLD = 12
"""Settled plays that are still shown."""


def class_view(my_class: MyClass, unfinished: Mapping[str, Ticket], say: Phrasebook) -> ClassView:
    """The page at this moment; `unfinished` are the tickets of plays that can be resumed, by assignment."""
    membership = my_class.membership
    said = "" if my_class.problem is None else _say(my_class.problem, say)
    doing = say(f"myclass.doing_{my_class.busy}") if my_class.busy else ""
    if membership is None:
        return ClassView("", "", say("myclass.state_none"), "off", "", "", said, doing)
    me, looking = my_class.me, my_class.looking
    assert looking is not None
    good, bad = my_class.parcels()
    judged = {parcel.outcome.play: parcel.outcome for parcel in good if parcel.outcome is not None} | looking.plays
    state, tone = _state(my_class, say)
    return ClassView(
        name=me.class_name if me is not None else membership.class_name,
        who=say("myclass.who", pseudonym=me.pseudonym if me is not None else membership.pseudonym),
        state=state,
        tone=tone,
        connection=_connection(membership, say),
        box=_box(my_class, say),
        said=said,
        doing=doing,
        notice=say("myclass.paused") if me is not None and me.paused else "",
        is_listed=me.listed if me is not None else False,
        assignments=_assignments(me, unfinished, judged, is_online=looking.is_online, say=say),
        queue=(*(_spoiled(one, say) for one in bad), *_queue(my_class, good, say)),
        unsent=my_class.unsent,
    )


def class_badge(my_class: MyClass, say: Phrasebook) -> ClassBadge:
    """The class in the sidebar."""
    membership = my_class.membership
    if membership is None:
        return ClassBadge("", "", "off", "")
    state, tone = _state(my_class, say)
    name = my_class.me.class_name if my_class.me else membership.class_name
    return ClassBadge(name, _box(my_class, say), tone, state)


def moment(when: datetime, say: Phrasebook) -> str:
    """`30 nov., 18 h 00`, by the clock of this machine."""
    here = when.astimezone()
    return say("myclass.moment", date=say.date(here), clock=say.clock(here))


def _state(my_class: MyClass, say: Phrasebook) -> tuple[str, Tone]:
    looking = my_class.looking
    assert looking is not None
    if looking.trouble is not None:
        return typeset(say("myclass.state_offline", why=_say(looking.trouble, say))), "bad"
    if looking.heard is None:
        return say("myclass.state_asking"), "news"
    return say("myclass.state_online", clock=say.clock(looking.heard)), "good"


def _box(my_class: MyClass, say: Phrasebook) -> str:
    """The code, and what waits to be sent."""
    membership = my_class.membership
    parts = []
    if membership is not None and membership.code:
        parts.append(say("myclass.box_code", word=membership.code.upper()))
    if my_class.unsent:
        parts.append(say("myclass.box_unsent", count=my_class.unsent))
    elif my_class.me is not None:
        count = sum(one.standing == "open" for one in my_class.me.assignments)
        parts.append(say("myclass.box_open", count=count))
    return " · ".join(parts)


def _connection(membership: Membership, say: Phrasebook) -> str:
    code = "myclass.encrypted" if membership.address.is_encrypted else "myclass.plain"
    return say(code, host=membership.address.host)


def _assignments(
    me: Me | None, unfinished: Mapping[str, Ticket], judged: Mapping[str, PlayView], *, is_online: bool, say: Phrasebook
) -> tuple[AssignmentRow, ...]:
    if me is None:
        return ()
    return tuple(_assignment(one, unfinished.get(one.id), judged, is_online, say) for one in me.assignments)


def _assignment(
    one: Assignment, begun: Ticket | None, judged: Mapping[str, PlayView], is_online: bool, say: Phrasebook
) -> AssignmentRow:
    subtitle = [say(f"myclass.mode_{one.mode}")]
    if one.scenario_title != one.title:
        subtitle.insert(0, one.scenario_title)
    made = len(one.plays)
    if one.attempts is None:
        attempts = say("myclass.attempts_any", count=made)
    else:
        attempts = say("myclass.attempts", count=made, most=str(one.attempts))
    if one.attempts != 1:
        attempts += " · " + say(f"myclass.counting_{one.counting}")
    grade = _grade(one, judged)
    row = AssignmentRow(
        assignment_id=one.id,
        title=one.title,
        subtitle=" · ".join(subtitle),
        standing=_standing(one, say),
        tone=_TONES[one.standing],
        attempts=attempts,
        mine=_mine(one, judged, say),
        deed="",
        label="",
        grade="" if grade is None else say.number(points(grade)),
    )
    return _with_deed(row, one, begun, is_online, say)


def _with_deed(
    row: AssignmentRow, one: Assignment, begun: Ticket | None, is_online: bool, say: Phrasebook
) -> AssignmentRow:
    if begun is not None:
        return replace(row, deed="resume", label=say("myclass.resume"), play_id=begun.name)
    is_exam = one.mode == "exam"
    if is_exam and one.plays:
        return row
    label = say("myclass.exam" if is_exam else "myclass.play_again" if one.plays else "myclass.play")
    refusal = ""
    if one.standing != "open":
        refusal = _standing(one, say)
    elif one.attempts is not None and len(one.plays) >= one.attempts:
        refusal = say("myclass.no_attempt_left")
    elif not is_online:
        refusal = say("myclass.needs_server")
    return replace(row, deed="exam" if is_exam else "play", label=label, refusal=refusal)


def _standing(one: Assignment, say: Phrasebook) -> str:
    if one.standing == "open" and one.closes is not None:
        return say("myclass.standing_until", moment=moment(one.closes, say))
    if one.standing == "waiting" and one.opens is not None and one.started:
        return say("myclass.standing_from", moment=moment(one.opens, say))
    if one.standing == "closed" and one.closes is not None:
        return say("myclass.standing_since", moment=moment(one.closes, say))
    return say(f"myclass.standing_{one.standing}")


def _mine(one: Assignment, judged: Mapping[str, PlayView], say: Phrasebook) -> str:
    """What came of my plays of an assignment."""
    if not one.plays:
        return ""
    counted = next((play for play in one.plays if play.counts), None)
    if counted is None:
        last = one.plays[-1]
        late = last.late and last.state == "verified"
        return say("myclass.mine_late" if late else f"myclass.mine_{last.state}")
    outcome = judged.get(counted.play)
    if outcome is not None and outcome.place is not None and outcome.ranked is not None:
        return say("myclass.mine_place", place=str(outcome.place), count=outcome.ranked)
    return say("myclass.mine_verified")


def _grade(one: Assignment, judged: Mapping[str, PlayView]) -> float | None:
    for play in one.plays:
        outcome = judged.get(play.play)
        if play.counts and outcome is not None and outcome.score is not None:
            return outcome.score.grade
    return None


def _queue(my_class: MyClass, parcels: Sequence[Parcel], say: Phrasebook) -> tuple[QueueRow, ...]:
    open_ones = [parcel for parcel in parcels if not parcel.is_settled]
    settled = [parcel for parcel in parcels if parcel.is_settled][:_OLD]
    return tuple(_queued(my_class, parcel, say) for parcel in (*open_ones, *settled))


def _queued(my_class: MyClass, parcel: Parcel, say: Phrasebook) -> QueueRow:
    sender = my_class.sender
    is_sending = sender is not None and sender.sending == parcel.name
    state = say("myclass.queue_sending" if is_sending else f"myclass.queue_{parcel.state}")
    tone = _STATE_TONES[parcel.state]
    if parcel.is_late and parcel.state != "refused":
        state, tone = say("myclass.queue_late"), "news"
    grade = parcel.outcome.score.grade if parcel.outcome is not None and parcel.outcome.score is not None else None
    if grade is not None and not parcel.is_late:
        state = say("myclass.queue_graded", grade=say.number(points(grade)))
    why = parcel.why
    trouble = sender.troubles.get(parcel.name) if sender is not None else None
    if trouble is not None and not parcel.is_settled and not is_sending:
        seconds = max(0, round(trouble.due - my_class.clock()))
        again = say("myclass.queue_soon") if seconds < 1 else say("myclass.queue_again", count=seconds)
        why = f"{_say(trouble.why, say)} {again}"
    elif parcel.is_late and parcel.receipt is not None:
        why = say("myclass.late_why", moment=moment(parcel.receipt.received, say))
    return QueueRow(
        play_id=parcel.name,
        title=parcel.title,
        detail=say("myclass.queue_detail", moment=moment(parcel.finished, say), attempt=str(parcel.attempt)),
        state=state,
        tone=tone,
        why=why,
        done=_SENT if is_sending else _DONE[parcel.state],
        is_sending=is_sending,
        can_export=parcel.state in ("waiting", "refused"),
    )


def _spoiled(one: Spoiled, say: Phrasebook) -> QueueRow:
    return QueueRow(one.name, one.name, "", say("myclass.queue_spoiled"), "bad", _say(one.problem, say),
                    can_export=True)  # fmt: skip


def _say(message: Message, say: Phrasebook) -> str:
    return typeset(say.say(message))
