"""Playing an assignment: its world, its scenario, and the play that is sent back."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from simulator.authoring.pack import SUFFIX
from simulator.classroom.api.callers import TheHouse, TheKey, TheLanguage, TheStudent
from simulator.classroom.declined import Declined
from simulator.classroom.people.joining import student_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.plays.mine import pack_for, play_view, replay_for, start
from simulator.classroom.plays.submitting import Raced, read_submission, submit, unpack_replay
from simulator.classroom.serving.house import House
from simulator.locale import phrasebook
from simulator.submission.wire.assignments import Start
from simulator.submission.wire.plays import PlayView, Receipt, Submission

router = APIRouter(tags=["plays"])
AnId = Annotated[str, Path(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]
_TRIES = 4


@router.post("/assignments/{assignment}/start")
def start_play(assignment: AnId, house: TheHouse, bearer: TheStudent) -> Start:
    """The world of my next play."""
    now = house.clock.now()
    return house.database.read(lambda session: start(session, student_of(session, bearer), assignment, now))


@router.get(
    "/assignments/{assignment}/pack",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}, 304: {"description": "It is the one that you have."}},
)
def get_pack(assignment: AnId, house: TheHouse, bearer: TheStudent, request: Request) -> Response:
    """The scenario of an assignment, as `badbuzz install` takes it."""
    now = house.clock.now()
    digest = house.database.read(lambda session: pack_for(session, student_of(session, bearer), assignment, now))
    headers = {"ETag": f'"{digest}"', "Cache-Control": "private, max-age=86400"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{digest[:16]}{SUFFIX}"'
    return Response(house.packs.content(digest), headers=headers, media_type="application/zip")


@router.post(
    "/assignments/{assignment}/plays",
    status_code=202,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": Submission.model_json_schema()}},
        }
    },
)
async def send_play(assignment: AnId, house: TheHouse, bearer: TheStudent, key: TheKey, request: Request) -> Receipt:
    """Send a play. It is on the server's disk once this answers, and is judged afterwards."""
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Declined("encoding_unknown", 415)
    body = await request.body()
    return await run_in_threadpool(_receive, house, bearer, assignment, body, key)


@router.get("/plays/{play}")
def get_play(play: AnId, house: TheHouse, bearer: TheStudent, language: TheLanguage) -> PlayView:
    """What became of my play."""
    say = phrasebook(language)
    return house.database.read(lambda session: play_view(session, student_of(session, bearer), play, say))


@router.get("/plays/{play}/replay")
def get_replay(play: AnId, house: TheHouse, bearer: TheStudent) -> dict[str, Any]:
    """My play itself, so that its debrief can be read; an exam's once it is closed."""
    now = house.clock.now()
    packed = house.database.read(lambda session: replay_for(session, student_of(session, bearer), play, now))
    record: dict[str, Any] = json.loads(unpack_replay(packed))
    return record


def _receive(house: House, bearer: Bearer, assignment: str, body: bytes, key: str) -> Receipt:
    received = read_submission(body)
    now = house.clock.now()

    def work(session: Session) -> Receipt:
        return submit(session, student_of(session, bearer), assignment, received, key, now)

    for _ in range(_TRIES):
        try:
            receipt = house.database.write(work)
        except Raced:
            continue
        house.new_play()
        return receipt
    raise Declined("database_away", 503, retry_after=1)
