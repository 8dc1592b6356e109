"""Plays handed in to a class, or on their way: how far each has come, and what keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from simulator.locale import Message, Phrasebook
from simulator.play.my_class import MyClass
from simulator.play.presenters.class_rows import QueueRow, Tone
from simulator.play.presenters.rings import points
from simulator.play.presenters.typography import typeset
from simulator.submission.parcel import Parcel
from simulator.submission.spool import Spoiled

_STATE_TONES: Mapping[str, Tone] = {"waiting": "news", "received": "news", "verified": "good", "refused": "bad"}
_DONE: Mapping[str, float] = {"waiting": 0.08, "received": 0.66, "verified": 1.0, "refused": 1.0}
_SENT = 0.33
"""How far a play has come while it is being sent; by its state otherwise."""
_OLD = 12
"""Settled plays that are still shown."""


def queue_rows(my_class: MyClass, say: Phrasebook) -> tuple[QueueRow, ...]:
    """Files that are not as they were first, then what is under way, then what is settled, the latest first."""
    parcels, spoiled = my_class.parcels()
    open_ones = [parcel for parcel in parcels if not parcel.is_settled]
    settled = [parcel for parcel in parcels if parcel.is_settled][:_OLD]
    rows = (_queued(my_class, parcel, say) for parcel in (*open_ones, *settled))
    return (*(_spoiled(one, say) for one in spoiled), *rows)


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
        why = f"{worded(trouble.why, say)} {again}"
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
    return QueueRow(one.name, one.name, "", say("myclass.queue_spoiled"), "bad", worded(one.problem, say),
                    can_export=True)  # fmt: skip


def moment(when: datetime, say: Phrasebook) -> str:
    """`30 nov., 18 h 00`, by the clock of this machine."""
    here = when.astimezone()
    return say("myclass.moment", date=say.date(here), clock=say.clock(here))


def worded(message: Message, say: Phrasebook) -> str:
    """A sentence, typeset."""
    return typeset(say.say(message))
