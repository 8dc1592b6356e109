"""Sitting an exam over the network."""

from __future__ import annotations

import time
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Query, Request
from fastapi.responses import FileResponse, Response
from starlette.concurrency import run_in_threadpool

from simulator.classroom.api.callers import TheHouse, TheLanguage, TheStudent
from simulator.classroom.api.plays import AnId
from simulator.play.presenters.post_rows import FeedFilter, Who
from simulator.submission.wire.exam import ExamView, Order, Outcome
from simulator.submission.wire.exam_questions import Question

router = APIRouter(tags=["exams"])

_LONGEST_WAIT = 25
_SLEEP = (0.1, 5.0)
"""Seconds between two looks at an exam that somebody waits for, at least and at most."""
_POSTS = 60


async def the_feed(
    channel: Annotated[str, Query(max_length=60)] = "",
    posts: Annotated[int, Query(ge=1, le=200)] = _POSTS,
    words: Annotated[str, Query(max_length=100)] = "",
    who: Who = "",
    awaiting: bool = False,
) -> FeedFilter:
    """Which posts are shown: what a reader pins and hides is the game's own."""
    return FeedFilter(channel, posts, words, who, "awaiting" if awaiting else "")


TheFeed = Annotated[FeedFilter, Depends(the_feed)]


@router.post("/assignments/{assignment}/exam")
def begin_exam(
    assignment: AnId,
    house: TheHouse,
    bearer: TheStudent,
    language: TheLanguage,
    feed: TheFeed,
) -> ExamView:
    """Begin my exam, or come back to it."""
    house.exams.begin(bearer, assignment)
    view, _ = house.exams.look(bearer, assignment, language, feed)
    assert view is not None
    return view


@router.get("/assignments/{assignment}/exam", response_model=ExamView)
async def look_at_exam(
    request: Request,
    assignment: AnId,
    house: TheHouse,
    bearer: TheStudent,
    language: TheLanguage,
    feed: TheFeed,
    after: Annotated[int, Query(ge=-1, le=2**53)] = -1,
    wait: Annotated[float, Query(ge=0, le=_LONGEST_WAIT)] = 0,
) -> ExamView | Response:
    """What my exam shows; with `after` and `wait`, once it is another revision or so many seconds have passed.

    A server that stops answers at once.
    """
    ends = time.monotonic() + wait
    while True:
        view, rest = await run_in_threadpool(house.exams.look, bearer, assignment, language, feed, after)
        left = ends - time.monotonic()
        if view is not None:
            return view
        if left <= 0 or await house.closing.wait(min(max(rest, _SLEEP[0]), _SLEEP[1], left)):
            after = -1
        elif await request.is_disconnected():
            return Response(status_code=204)  # to nobody: who has gone is not heard of, and their clock may wait


@router.post("/assignments/{assignment}/exam/decisions")
def order(assignment: AnId, asked: Order, house: TheHouse, bearer: TheStudent, language: TheLanguage) -> Outcome:
    """Decide something in my exam; sent again, it is not decided again."""
    outcome = house.exams.order(bearer, assignment, asked, language)
    house.new_play()
    return outcome


@router.post("/assignments/{assignment}/exam/questions")
def ask(
    assignment: AnId,
    asked: Annotated[Question, Body()],
    house: TheHouse,
    bearer: TheStudent,
    language: TheLanguage,
) -> dict[str, Any] | list[Any]:
    """What a dialog of my exam shows."""
    rows: Any = house.exams.ask(bearer, assignment, asked, language)
    return rows  # type: ignore[no-any-return]


@router.get("/assignments/{assignment}/exam/pictures/{name}", response_class=FileResponse)
def picture(
    assignment: AnId,
    name: Annotated[str, Path(pattern=r"^[a-z0-9-]+\.(png|jpg|svg)$", max_length=80)],
    house: TheHouse,
    bearer: TheStudent,
) -> FileResponse:
    """A picture that my exam shows."""
    return FileResponse(house.exams.picture(bearer, assignment, name), headers={"Cache-Control": "private"})
