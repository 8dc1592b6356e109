"""The class page: who one is in which class, what it is set, what became of one's own plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.locale import Phrasebook
from simulator.play.my_class import MyClass
from simulator.play.my_class.tickets import Ticket
from simulator.play.presenters.class_queue import moment, queue_rows, worded
from simulator.play.presenters.class_rows import AssignmentRow, ClassBadge, ClassView, Tone
from simulator.play.presenters.rings import points
from simulator.play.presenters.typography import typeset
from simulator.submission.membership import Membership
from simulator.submission.wire.assignments import Assignment, Me
from simulator.submission.wire.plays import PlayView

_TONES: Mapping[str, Tone] = {"open": "good", "waiting": "news", "paused": "news", "closed": "off"}


def class_view(my_class: MyClass, unfinished: Mapping[str, Ticket], say: Phrasebook) -> ClassView:
    """The page at this moment; `unfinished` are the tickets of plays that can be resumed, by assignment."""
    membership = my_class.membership
    said = "" if my_class.problem is None else worded(my_class.problem, say)
    doing = say(f"myclass.doing_{my_class.busy}") if my_class.busy else ""
    if membership is None:
        return ClassView("", "", say("myclass.state_none"), "off", "", "", said, doing)
    me, looking = my_class.me, my_class.looking
    assert looking is not None
    good, _ = my_class.parcels()
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
        queue=queue_rows(my_class, say),
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


def _state(my_class: MyClass, say: Phrasebook) -> tuple[str, Tone]:
    looking = my_class.looking
    assert looking is not None
    if looking.trouble is not None:
        return typeset(say("myclass.state_offline", why=worded(looking.trouble, say))), "bad"
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
        can_debrief=one.debrief_open,
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
    begin = "myclass.exam_go_on" if one.exam_begun else "myclass.exam"
    label = say(begin if is_exam else "myclass.play_again" if one.plays else "myclass.play")
    refusal = ""
    if one.standing != "open":
        refusal = _standing(one, say)
    elif one.attempts is not None and len(one.plays) >= one.attempts:
        refusal = say("myclass.no_attempt_left")
    elif not is_online:
        refusal = say("myclass.needs_server")
    if not is_exam:
        return replace(row, deed="play", label=label, refusal=refusal)
    return replace(row, deed="exam", label=label, refusal=refusal, rules=exam_rules(one, say), has_begun=one.exam_begun)


def exam_rules(one: Assignment, say: Phrasebook) -> tuple[str, ...]:
    """What is different in an exam, in sentences; its rule on a lost connection among them."""
    return tuple(
        say(f"myclass.exam_rule_{rule}") for rule in ("clock", "once", one.on_lost_connection or "lost", "back")
    )


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
        return say("myclass.exam_begun") if one.exam_begun else ""
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
