"""Whether this server can speak LTI, and with what."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from simulator.classroom.declined import Declined
from simulator.classroom.serving.house import House

if TYPE_CHECKING:
    from simulator.classroom.systems.lti.toolkit import Toolkit


def speaks_lti() -> bool:
    """Whether the extra `lms` is there."""
    return find_spec("pylti1p3") is not None


def toolkit_of(house: House) -> Toolkit:
    """A worker's toolkit. Raises Declined, with how to get it, where the extra is not there."""
    if not speaks_lti():
        raise Declined("lti_needs_extra", 501)
    if house.lti is None:
        from simulator.classroom.systems.lti.keys import tool_key
        from simulator.classroom.systems.lti.toolkit import Toolkit

        house.lti = Toolkit(tool_key(house.settings.room))
    kept: Toolkit = house.lti
    return kept
