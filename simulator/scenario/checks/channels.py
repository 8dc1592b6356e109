"""S203: every message appears on one of the channels."""

from collections.abc import Iterator

from pydantic import BaseModel

from simulator.scenario.facts import Leak
from simulator.scenario.problem import Problem
from simulator.scenario.response import Response
from simulator.scenario.story import HoldingStatement, Inject, ScheduledPost, Signal
from simulator.scenario.survey import Survey

_ON_A_CHANNEL: tuple[type[BaseModel], ...] = (Inject, Signal, ScheduledPost, Leak, HoldingStatement, Response)


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at channels that are not there."""
    known = {channel.id for channel in survey.scenario.channels}
    for model in _ON_A_CHANNEL:
        for path, channel in survey.values(model, "channel"):
            yield from survey.unknown("S203", path, channel, known)
