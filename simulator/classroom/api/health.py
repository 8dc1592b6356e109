"""Whether the server is well, for machines that ask."""

from __future__ import annotations

from ipaddress import ip_address

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from sqlalchemy import text

from simulator import __version__
from simulator.classroom.api.callers import TheHouse, ThePlace
from simulator.classroom.declined import Declined
from simulator.engine.replay import ENGINE_VERSION

router = APIRouter(tags=["operation"])


@router.get("/health")
def health(house: TheHouse) -> dict[str, object]:
    """Says that requests are answered and the database too; 503 where it is not."""
    house.database.read(lambda session: session.execute(text("SELECT 1")).scalar())
    return {"status": "ok", "version": __version__, "engine_version": ENGINE_VERSION}


@router.get("/metrics", response_class=PlainTextResponse, responses={404: {}})
def metrics(house: TheHouse, place: ThePlace) -> PlainTextResponse:
    """Figures for Prometheus; to this machine alone, since they tell how much a school works."""
    if not _is_here(place):
        raise Declined("nothing_here", 404)
    now, listeners = house.clock.now(), house.events.listeners
    found = house.database.read(lambda session: house.metrics.text(session, listeners, now))
    return PlainTextResponse(found, media_type="text/plain; version=0.0.4")


def _is_here(place: str) -> bool:
    try:
        return ip_address(place).is_loopback
    except ValueError:
        return False
