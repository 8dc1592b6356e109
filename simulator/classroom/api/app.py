"""The application: every route, around one worker's parts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from simulator import __version__
from simulator.classroom.api import boards, exams, health, joining, plays, streams
from simulator.classroom.api.envelope import Envelope, security_headers
from simulator.classroom.api.problems import answer_with_problems
from simulator.classroom.api.quick_board import QuickBoard
from simulator.classroom.pages import (
    account,
    assets,
    assignment,
    board,
    class_settings,
    home,
    new_assignment,
    platform,
    platform_doors,
    public,
    school,
    school_class,
    student,
    students,
)
from simulator.classroom.plays.verifier import Verifier
from simulator.classroom.serving.house import House
from simulator.classroom.systems.postman import Postman
from simulator.submission.wire.base import API

ROUTERS = (joining.router, plays.router, exams.router, boards.router, streams.router)
"""Those under /api/v1."""
PAGES = (
    assets.router,
    account.router,
    home.router,
    school_class.router,
    class_settings.router,
    students.router,
    student.router,
    new_assignment.router,
    assignment.router,
    school.router,
    platform.router,
    platform_doors.router,
    public.router,
    *board.ROUTERS,
)
"""Those of the teacher's pages."""


def application(house: House, verifier: Verifier | None = None, postman: Postman | None = None) -> FastAPI:
    """A worker's application; without verifier or postman, plays or messages wait for another worker."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if verifier is not None:
            house.new_play = verifier.wake
            verifier.start()
        if postman is not None:
            postman.start()
        yield
        house.let_go()
        if verifier is not None:
            verifier.stop()
        if postman is not None:
            postman.stop()
        house.close()

    app = FastAPI(
        title="Bad Buzz classes",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        lifespan=lifespan,
    )
    app.state.house = house
    answer_with_problems(app)
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    app.include_router(health.router)
    for router in PAGES:
        app.include_router(router)
    return app


def enveloped(app: FastAPI) -> ASGIApp:
    """The application with limits, headers, log and counts around it."""
    house: House = app.state.house
    secure = house.settings.secure
    inside = Envelope(app, house.metrics, secure=secure)
    return QuickBoard(inside, house, security_headers(secure=secure))
