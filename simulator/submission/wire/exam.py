"""An exam: the run lives on the server; what is decided goes there, and what can be seen comes back."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from simulator.submission.wire.base import Answer, Id, Instant, LostConnection, Wire
from simulator.submission.wire.exam_commands import Command


class Order(Wire):
    """`POST /assignments/{id}/exam/decisions`. `number` is one more than the last order's, so that none is done twice.

    The same number with the same command gives the same outcome again.
    """

    number: Annotated[int, Field(ge=1, le=1_000_000)]
    command: Command


class Outcome(Answer):
    """What came of an order: `refusal` is the sentence of why not, None when it was done."""

    number: int
    minute: int
    refusal: str | None


class ExamView(Answer):
    """`POST` and `GET /assignments/{id}/exam`. `crisis` are the rows of the crisis scene.

    `last_order` is the number of the last order that was taken. `speed` is scenario minutes a wall minute as the screen
    tells it, the same for a student who has more time; `untimed`: time passes by `wait` alone. `play` names the play
    once the exam is `over`. `on_lost_connection`: whether its clock goes on or waits for a student whose connection was
    lost; None: the server does not say.
    """

    exam: Id
    revision: int
    minute: int
    over: bool
    speed: float
    untimed: bool
    last_order: int
    closes: Instant | None
    crisis: dict[str, Any]
    play: Id | None = None
    on_lost_connection: LostConnection | None = None
