"""Looking at where the class stands, at what it chose, and back on it."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from simulator.classroom.api.callers import (
    COOKIE,
    TheHouse,
    TheLanguage,
    TheStudent,
    TheViewer,
    assignment_seen,
    bearer_scheme,
    the_house,
    the_viewer,
)
from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.live.boards import Made
from simulator.classroom.live.revisions import PEOPLE, revision
from simulator.classroom.people.joining import student_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.plays.choices import choices
from simulator.classroom.plays.debriefing import class_debrief
from simulator.classroom.serving.house import House
from simulator.classroom.store.work import Assignment
from simulator.locale import phrasebook
from simulator.submission.wire.board import Board, Choices
from simulator.submission.wire.debrief import ClassDebrief

router = APIRouter(tags=["boards"])


@router.get("/assignments/{assignment}/choices")
def get_choices(assignment: AnId, house: TheHouse, bearer: TheViewer) -> Choices:
    """What the class chose; students may look once the teacher has revealed it, or opened the debrief."""
    seen, teacher = house.database.read(lambda session: assignment_seen(session, bearer, assignment))
    if not (teacher or seen.choices_revealed or seen.debrief_open):
        raise Declined("choices_hidden", 403)
    order, recommended = _scenario_of(house, seen)
    return house.database.read(lambda session: choices(session, seen, order, recommended))


@router.get("/assignments/{assignment}/debrief")
def get_debrief(assignment: AnId, house: TheHouse, bearer: TheStudent, language: TheLanguage) -> ClassDebrief:
    """The class looked back on, once its teacher has opened that."""
    seen, _ = house.database.read(lambda session: assignment_seen(session, bearer, assignment))
    if not seen.debrief_open:
        raise Declined("debrief_closed", 403)
    order, recommended = _scenario_of(house, seen)
    say = phrasebook(language)

    def work(session: Session) -> ClassDebrief:
        found, _ = assignment_seen(session, bearer, assignment)
        return class_debrief(session, student_of(session, bearer), found, order, recommended, say)

    return house.database.read(work)


@router.get(
    "/assignments/{assignment}/board",
    response_class=Response,
    responses={200: {"model": Board}, 304: {"description": "It has not changed."}},
)
async def get_board(assignment: AnId, request: Request) -> Response:
    """The board; the same bytes for everybody who may see the same."""
    house = await the_house(request)
    proof = request.headers.get("authorization") or request.cookies.get(COOKIE) or ""
    bearer = await the_viewer(request, await bearer_scheme(request))
    teacher, people = await run_in_threadpool(looked_at, house, bearer, assignment)
    house.passes.let_in(proof, assignment, people, teacher=teacher)
    made = await house.boards.current(assignment, teacher)
    return board_response(made, request.headers.get("if-none-match"))


def board_response(made: Made, known: str | None) -> Response:
    """A board's bytes, or that they have not changed."""
    etag = made.etag.decode()
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if known == etag:
        return Response(status_code=304, headers=headers)
    return Response(made.body, headers=headers, media_type="application/json")


def _scenario_of(house: House, seen: Assignment) -> tuple[list[str], Mapping[str, str]]:
    """The injects of an assignment in order, and what is recommended there where that is revealed."""
    scenario = house.packs.edition(seen.pack_digest).loaded.scenario
    recommended = house.recommended.answers(seen) if seen.choices_revealed else {}
    return [inject.id for inject in scenario.injects], recommended


def looked_at(house: House, bearer: Bearer, assignment: str) -> tuple[bool, int]:
    """Whether it is the teacher who looks, and the revision of people before that was found out."""

    def work(session: Session) -> tuple[bool, int]:
        people = revision(session, PEOPLE)
        return assignment_seen(session, bearer, assignment)[1], people

    return house.database.read(work)
