"""An assignment that can be begun now: all that its play needs is here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.play.my_class.tickets import Ticket
from simulator.scenario.load import LoadedScenario
from simulator.submission.wire.assignments import Assignment
from simulator.submission.wire.exam import ExamView


@dataclass(frozen=True)
class PlayReady:
    """A practice play: its scenario as it was set, the draw, and what is to be handed in at its end."""

    loaded: LoadedScenario
    seed: int
    ticket: Ticket


@dataclass(frozen=True)
class ExamReady:
    """An exam: it has begun on the server, and shows `view`; `rows` are those of its dialogs, by question."""

    assignment: Assignment
    view: ExamView
    rows: Mapping[str, Any]
