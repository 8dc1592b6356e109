"""Who carries which messages."""

from __future__ import annotations

from simulator.classroom.serving.house import House
from simulator.classroom.systems.lti.speaking import speaks_lti, toolkit_of
from simulator.classroom.systems.outbox import Kind
from simulator.classroom.systems.postman import Carrier, Postman
from simulator.classroom.systems.xapi.carrying import StatementCarrier


def postman_of(house: House) -> Postman:
    """A worker's postman."""
    carriers: dict[Kind, Carrier] = {"xapi": StatementCarrier(house.database, house.packs, house.seal)}
    if speaks_lti():
        from simulator.classroom.systems.lti.scores import GradeCarrier

        carriers["lti"] = GradeCarrier(house.database, toolkit_of(house), house.clock)
    return Postman(house.database, house.clock, carriers)
