"""Who carries which messages."""

from __future__ import annotations

from simulator.classroom.serving.house import House
from simulator.classroom.systems.outbox import Kind
from simulator.classroom.systems.postman import Carrier, Postman
from simulator.classroom.systems.xapi.carrying import StatementCarrier


def postman_of(house: House) -> Postman:
    """A worker's postman."""
    carriers: dict[Kind, Carrier] = {"xapi": StatementCarrier(house.database, house.packs, house.seal)}
    return Postman(house.database, house.clock, carriers)
