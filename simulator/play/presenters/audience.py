"""The audience by segment: names and sizes."""

from __future__ import annotations

from simulator.locale import Phrasebook
from simulator.scenario.base import Segment
from simulator.scenario.model import Audience

_CODES: dict[Segment, str] = {
    "public": "play.segment_public",
    "employees": "play.segment_employees",
    "journalists": "play.segment_journalists",
    "influencers": "play.segment_influencers",
    "authorities": "play.segment_authorities",
    "bots": "play.segment_bots",
}


def segment_name(segment: Segment, audience: Audience, phrases: Phrasebook) -> str:
    """What the screen calls `segment`: customers may be patients, students, players..."""
    if segment == "customers":
        return phrases(f"play.segment_{audience.customers_are}")
    return phrases(_CODES[segment])


def people_by_segment(audience: Audience) -> dict[Segment, int]:
    """Simulated users in each segment; those in no named one are the public."""
    people = dict(audience.segments)
    people["public"] = people.get("public", 0) + max(0, audience.size - sum(audience.segments.values()))
    return people
