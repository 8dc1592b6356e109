"""What every part of a scenario is made of: strict frozen models, ids, scenario times and texts."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_MINUTE = 24 * 60

_MINUTE = re.compile(r"H\+(\d{1,2}):([0-5]\d)")


class Model(BaseModel):
    """A part of a scenario: immutable, and no key or type is guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Translated:
    """Marks a field whose text a translation file may replace; it is no part of the scenario's digest."""


def minute_of(value: object) -> object:
    """`H+1:05` -> 65. Anything that is no such time raises the problem `not_a_minute`."""
    if isinstance(value, str) and (match := _MINUTE.fullmatch(value)):
        return int(match[1]) * 60 + int(match[2])
    raise PydanticCustomError("not_a_minute", "not a time of the scenario")


Text = Annotated[str, Field(min_length=1, max_length=2000), Translated()]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Minute = Annotated[
    int,
    BeforeValidator(minute_of),
    Field(ge=0, le=MAX_MINUTE),
    WithJsonSchema({"type": "string", "pattern": r"^H\+\d{1,2}:[0-5]\d$", "examples": ["H+0:45"]}),
]
"""A minute of the run, written `H+hours:minutes` since its start."""
Span = Annotated[int, Field(ge=0, le=MAX_MINUTE)]
"""A stretch of scenario time, minutes."""
Level = Annotated[int, Field(ge=0, le=3)]
"""How much of a quality: 0 none, 1 a little, 2 clearly, 3 fully."""
Percent = Annotated[int, Field(ge=0, le=100)]

Segment = Literal["customers", "employees", "journalists", "influencers", "authorities", "public", "bots"]
StageId = Literal["veille", "reactivity", "transparency", "crisis"]
Arousal = Literal["low", "high"]
