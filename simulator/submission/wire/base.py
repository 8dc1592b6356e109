"""What everything on the wire is made of: frozen models that guess nothing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

API = "/api/v1"
"""Where every address below begins."""
IDEMPOTENCY = "Idempotency-Key"
"""The header that makes a request safe to send again: same key and same body, same answer."""

MOST_NAME = 40
MOST_TEAM = 8
MOST_BODY = 2 * 1024 * 1024
"""Bytes of the largest request."""


class Wire(BaseModel):
    """A message: unknown keys are refused, so that a misspelt one is never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Answer(BaseModel):
    """What a server says; a client ignores keys that are newer than itself."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def plain(value: object) -> object:
    """No NUL, which databases cannot hold, nor half a character, which UTF-8 cannot."""
    if isinstance(value, str) and ("\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value)):
        raise ValueError("a character that no text can hold")
    return value


Instant = AwareDatetime
"""A moment with its offset; servers give UTC."""
Line = Annotated[str, BeforeValidator(plain), Field(min_length=1, max_length=200)]
Name = Annotated[str, BeforeValidator(plain), Field(min_length=1, max_length=4 * MOST_NAME)]
"""A pseudonym as typed; the server says which it takes."""
Id = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]
"""What names a thing of a server: 26 characters, in the order of their making."""
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{8,80}$")]
"""What a client names a request by; from a good source of chance."""
Sees = Literal["none", "own", "board", "names"]
"""What students see of each other: nothing, one's own place, the ranked grades, or these with pseudonyms."""
Mode = Literal["practice", "exam"]
Counting = Literal["first", "best", "last"]
LostConnection = Literal["goes_on", "waits"]
"""What an exam's clock does while the connection of its student is lost."""
