"""Where a class stands."""

from __future__ import annotations

from simulator.submission.wire.base import Answer, Id, Sees


class BoardRow(Answer):
    """A counted play. `names` are empty where they are not shown; equal grades share a `place`."""

    place: int
    names: tuple[str, ...]
    grade: float | None
    reactivity: float | None
    transparency: float | None
    tone: float | None
    band: str | None
    first_message_minute: int | None


class Board(Answer):
    """`GET /assignments/{id}/board`, and the data of its events. `revision` rises with each change.

    `joined` students of the class, `played` those with a play received, `verified` those with a play that counts,
    `waiting` plays not verified yet. `distribution` counts grades by tens: [0, 10), ... [90, 100]. `rows` are the
    best `len(rows)` of `ranked`, none where the assignment shows no board. `first_messages` are the scenario minutes
    of the first message of each counted play, in order.
    """

    assignment: Id
    revision: int
    sees: Sees
    joined: int
    played: int
    waiting: int
    verified: int
    ranked: int
    mean: float | None
    distribution: tuple[int, ...]
    rows: tuple[BoardRow, ...]
    first_messages: tuple[int, ...]


class Choice(Answer):
    """How many chose a response; `response` is its id, "" for none, "watch" for a recorded watch."""

    response: str
    count: int


class InjectChoices(Answer):
    """What was chosen in an inject, most chosen first.

    `recommended` is what the exemplary player answered there in this world; None while that is not revealed, and where
    it was not asked.
    """

    inject: str
    answered: int
    choices: tuple[Choice, ...]
    recommended: str | None = None


class Choices(Answer):
    """`GET /assignments/{id}/choices`, in the order of the scenario. `revealed`: which are good may be shown."""

    assignment: Id
    revision: int
    revealed: bool
    plays: int
    injects: tuple[InjectChoices, ...]
