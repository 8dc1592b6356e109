"""The plays received, and one more by its file."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.board.common import head_for, wants_roster, zone_for
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.plays.handing_in_file import hand_in, read_play_file, whose
from simulator.classroom.plays.submitting import Raced
from simulator.classroom.store.people import Teacher
from simulator.classroom.views.head import Head
from simulator.classroom.views.plays import WHICH, PlaysView, plays
from simulator.classroom.work.editing import assignment_of_teacher

router = APIRouter(include_in_schema=False)
_TRIES = 4
_MOST_SEARCHED = 80


@router.get("/assignments/{assignment}/plays")
def plays_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """The list, by state and by name."""
    return visitor.page("board/plays.html", **_values(visitor, assignment))


@router.post("/assignments/{assignment}/file")
def take_file(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Take the file that the game wrote because it could not send the play; it is verified like any other."""
    page = f"/assignments/{assignment}/plays"
    try:
        name = _taken(visitor, assignment, form.files.get("file", b""))
    except Declined as declined:
        if declined.status in (401, 404):
            raise
        values = _values(visitor, assignment)
        return visitor.again("board/plays.html", form, declined, {declined.code: "file"}, at=page, **values)
    visitor.house.new_play()
    return visitor.away(page, "boards.file_taken", name=name)


def _taken(visitor: Visitor, assignment: str, content: bytes) -> str:
    """Whose play it was. Raises Declined."""
    file, now = read_play_file(content), visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        return whose(session, hand_in(session, mine, file, teacher, now))

    for _ in range(_TRIES):
        try:
            return visitor.write(work)
        except Raced:
            continue
    raise Declined("database_away", 503, retry_after=1)


def _values(visitor: Visitor, assignment: str) -> dict[str, Any]:
    asked = visitor.request.query_params
    which = next((one for one in WHICH if one == asked.get("which")), WHICH[0])
    searched = asked.get("q", "")[:_MOST_SEARCHED].strip()

    def work(session: Session, teacher: Teacher) -> tuple[Head, PlaysView]:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        roster, zone = wants_roster(visitor), zone_for(visitor)
        return head_for(session, mine, visitor), plays(session, mine, visitor.say, zone, which, searched, roster=roster)

    head, view = visitor.read(work)
    return {"head": head, "view": view, "which": which, "roster": wants_roster(visitor)}
