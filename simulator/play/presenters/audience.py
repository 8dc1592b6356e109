"""The audience by segment: names and sizes."""

from __future__ import annotations

from simulator.scenario.base import Segment
from simulator.scenario.model import Audience

SEGMENT_CODES: dict[Segment, str] = {
    "customers": "play.segment_customers",
    "public": "play.segment_public",
    "employees": "play.segment_employees",
    "journalists": "play.segment_journalists",
    "influencers": "play.segment_influencers",
    "authorities": "play.segment_authorities",
    "bots": "play.segment_bots",
}


def people_by_segment(audience: Audience) -> dict[Segment, int]:
    """Simulated users in each segment; those in no named one are the public."""
    people = dict(audience.segments)
    people["public"] = people.get("public", 0) + max(0, audience.size - sum(audience.segments.values()))
    return people
