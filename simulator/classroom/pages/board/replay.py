"""A play on the wall, minute by minute."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.board.one_play import source_of
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.views.replay import replay

router = APIRouter(include_in_schema=False)
_LONGEST = 1_000_000


@router.get("/plays/{play}/replay")
def replay_page(
    play: AnId,
    visitor: TheTeacher,
    minute: Annotated[int, Query(ge=0, le=_LONGEST)] = 0,
    decided: bool = False,
) -> Response:
    """What was seen at a minute; what was decided only once that is asked for. Nobody is named: the class looks on."""
    source, assignment = source_of(visitor, play)
    events = visitor.house.archive.events(source)
    view = replay(source, events, minute, visitor.language, shown=decided)
    return visitor.page("board/stepping.html", view=view, source=play, assignment=assignment)
