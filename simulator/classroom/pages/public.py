"""What anybody may see: how to join a class, and what is kept of people."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import ThePlace
from simulator.classroom.declined import Declined
from simulator.classroom.limits import JOINS
from simulator.classroom.pages.addresses import class_link, server_address
from simulator.classroom.pages.visitor import AVisitor
from simulator.classroom.people.classes import KEPT
from simulator.classroom.people.codes import code_meant, shown_code
from simulator.classroom.privacy.purging import AUDIT_KEPT
from simulator.classroom.store.people import SchoolClass

router = APIRouter(include_in_schema=False)
ACode = Annotated[str, Path(max_length=80)]


@router.get("/join/{code}")
def join_page(code: ACode, visitor: AVisitor, place: ThePlace) -> Response:
    """For a student who opened the link in a browser: the game, the address, the code."""
    house, now = visitor.house, visitor.house.clock.now()
    house.limits.check(JOINS, place, now)
    meant = code_meant(code)

    def work(session: Session) -> SchoolClass | None:
        return session.scalar(select(SchoolClass).where(SchoolClass.code == meant)) if meant else None

    found = house.database.read(work)
    if found is None or found.code is None:
        house.limits.failed(JOINS, place, now)
        raise Declined("code_unknown", 404)
    shown = shown_code(found.code, found.language)
    return visitor.page(
        "join.html",
        name=found.name,
        code=shown,
        roster_only=found.roster_only,
        link=class_link(visitor.request, house.settings, shown),
        address=server_address(visitor.request, house.settings),
    )


@router.get("/privacy")
def privacy_page(visitor: AVisitor) -> Response:
    """What is kept, why, how long, and how to get it or have it erased."""
    return visitor.page("privacy.html", days=KEPT.days, years=AUDIT_KEPT.days // 365)
