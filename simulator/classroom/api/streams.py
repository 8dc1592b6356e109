"""Being told what changes, as it does: a board, or that there are news of one's class."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from simulator.classroom.api.boards import looked_at
from simulator.classroom.api.callers import TheHouse, TheStudent, TheViewer
from simulator.classroom.api.plays import AnId
from simulator.classroom.people.joining import student_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.serving.house import House

router = APIRouter(tags=["events"])
_EVENTS: dict[int | str, dict[str, object]] = {200: {"content": {"text/event-stream": {}}}}


async def heard_last(last_event_id: Annotated[str | None, Header()] = None) -> int | None:
    """The revision that who listens heard last."""
    is_number = last_event_id is not None and last_event_id.isascii() and last_event_id.isdigit()
    return int(last_event_id) if last_event_id is not None and is_number else None


HeardLast = Annotated[int | None, Depends(heard_last)]


@router.get("/assignments/{assignment}/events", response_class=StreamingResponse, responses=_EVENTS)
async def board_events(assignment: AnId, house: TheHouse, bearer: TheViewer, last: HeardLast) -> StreamingResponse:
    """The board, and again each time it changes, at most twice a second."""
    teacher, _ = await run_in_threadpool(looked_at, house, bearer, assignment)
    return _streamed(house.events.stream(assignment, teacher, last))


@router.get("/me/events", response_class=StreamingResponse, responses=_EVENTS)
async def class_events(house: TheHouse, bearer: TheStudent, last: HeardLast) -> StreamingResponse:
    """That something of my class is another now: what is set, opened, paused, or said of my plays."""
    class_id = await run_in_threadpool(_class_of, house, bearer)
    return _streamed(house.events.class_stream(class_id, last))


def _streamed(events: AsyncIterator[bytes]) -> StreamingResponse:
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


def _class_of(house: House, bearer: Bearer) -> str:
    return house.database.read(lambda session: student_of(session, bearer).class_id)
