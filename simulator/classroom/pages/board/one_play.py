"""One play: its score, its debrief, and what the teacher says about it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.board.common import wants_roster, zone_for
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.plays.counting import accept, comment, override
from simulator.classroom.store.people import Teacher
from simulator.classroom.views.archive import Source
from simulator.classroom.views.play import PlayPage, play_of_teacher, play_page
from simulator.classroom.work.assignments import rubric_of

router = APIRouter(include_in_schema=False)


@router.get("/plays/{play}")
def one_play_page(play: AnId, visitor: TheTeacher) -> Response:
    """The play, with its debrief once it was verified."""
    return visitor.page("board/play.html", **_values(visitor, play))


@router.post("/plays/{play}/comment")
def write_comment(play: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Write to the student about it."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> None:
        comment(session, play_of_teacher(session, teacher, play)[0], teacher, form.typed.get("comment", ""), now)

    return _done(visitor, play, form, work, "boards.comment_written", {"text_bad": "comment"})


@router.post("/plays/{play}/override")
def change_grade(play: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Give it another grade, or the computed one again; why has to be said, and is kept."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> None:
        grade = None if form.has("computed") else _grade(form)
        override(session, play_of_teacher(session, teacher, play)[0], teacher, grade, form.typed.get("reason", ""), now)

    fields = {"text_bad": "reason", "grade_bad": "grade"}
    return _done(visitor, play, form, work, "boards.grade_changed", fields)


@router.post("/plays/{play}/accept")
def let_count(play: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Let a late play count, or one that was refused as another's; or take that back."""
    now, accepted = visitor.house.clock.now(), form["accepted"] == "yes"

    def work(session: Session, teacher: Teacher) -> None:
        accept(session, play_of_teacher(session, teacher, play)[0], teacher, accepted, now)

    return _done(visitor, play, form, work, "boards.play_accepted" if accepted else "boards.play_withdrawn", {})


def source_of(visitor: Visitor, play_id: str) -> tuple[Source, str]:
    """What a play of the teacher is made of, and the id of its assignment. Raises Declined (404)."""

    def work(session: Session, teacher: Teacher) -> tuple[bytes, str, Any, str]:
        one, assignment = play_of_teacher(session, teacher, play_id)
        if one.run_digest is None:
            raise Declined("play_not_verified", 404)
        return one.replay, assignment.pack_digest, rubric_of(assignment), assignment.id

    packed, pack, rubric, assignment = visitor.read(work)
    return Source(play_id, packed, visitor.house.packs.edition(pack), rubric), assignment


def _done(visitor: Visitor, play: str, form: Form, work: Any, code: str, fields: dict[str, str]) -> Response:
    try:
        visitor.write(work)
    except Declined as declined:
        if declined.status in (401, 404):
            raise
        return visitor.again("board/play.html", form, declined, fields, at=f"/plays/{play}", **_values(visitor, play))
    return visitor.away(f"/plays/{play}", code)


def _values(visitor: Visitor, play_id: str) -> dict[str, Any]:
    def work(session: Session, teacher: Teacher) -> PlayPage:
        one, assignment = play_of_teacher(session, teacher, play_id)
        zone, roster = zone_for(visitor), wants_roster(visitor)
        return play_page(session, one, assignment, visitor.say, zone, roster=roster)

    view = visitor.read(work)
    made = None
    if view.has_debrief:
        made = visitor.house.archive.debrief(source_of(visitor, play_id)[0], visitor.language)
    return {"view": view, "debrief": made}


def _grade(form: Form) -> float:
    """The grade that was typed, with a point or a comma. Raises Declined."""
    text = form["grade"].replace(",", ".")
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or len(text) > 6:
        raise Declined("grade_bad")
    return float(text)
