"""Joining a class: a code and a pseudonym against a token."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simulator.submission.wire.base import Answer, Id, Instant, Line, Name, Wire


class Join(Wire):
    """`POST /join`. `roster_number`: how the school numbers the student, where the class asks for it.

    `rejoin`: what a teacher gave to somebody who lost their token. `listed`: others may see the pseudonym on boards.
    Sent again with the same idempotency key, it gives the same student another token.
    """

    code: Line
    pseudonym: Name
    roster_number: Line | None = None
    rejoin: Line | None = None
    listed: bool = False


class Token(Answer):
    """`token` proves who asks until `expires`; `refresh` is kept, and traded for another by `POST /token`."""

    token: str
    expires: Instant
    refresh: str


class Joined(Token):
    """The student that one is now, and the class."""

    student: Id
    pseudonym: str
    class_name: str
    language: str


class Refresh(Wire):
    """`POST /token`."""

    refresh: Annotated[str, Field(min_length=1, max_length=2000)]


class Listed(Wire):
    """`PUT /me/listed`: whether others may see one's pseudonym on boards."""

    listed: bool
