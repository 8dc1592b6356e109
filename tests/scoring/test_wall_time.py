"""Wall time is no part of the grade: the same decisions at the same minutes, lived at any tempo, score the same."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from simulator.engine.decision import AlertCell, Decision, PrepareHolding, PublishHolding, Respond, ReviewPost, Verify
from simulator.engine.message import PublishedMessage
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.scenario.tags import Tags

DECISIONS: tuple[Decision, ...] = (
    AlertCell(6, "warm"),
    PrepareHolding(6, ("happened-fair", "doing-fair", "next-fair"), 45),
    ReviewPost(7, "spring", keep=False),
    PublishHolding(21),
    Respond(22, "burnt-care", inject="burnt"),
    Verify(30, "heat"),
)
FRAME = 0.5
"""Wall seconds of a step: in it, no more than one scenario minute passes."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    library = Library([], [Path(__file__).parents[1] / "scenario" / "minimal"])
    return Desk(library, History(tmp_path / "plays"), SettingsFile(tmp_path / "settings.json"), "fr")


def lived(desk: Desk, tempo: float, accommodation: float, pauses: bool) -> tuple[int, Session]:
    """The frames that a play took, and the play, its decisions taken at their minutes."""
    session = desk.start("minimal", 1)
    session.set_tempo(tempo)
    session.pace.accommodation = accommodation
    waiting, frames = list(DECISIONS), 0
    while not session.finished:
        while waiting and waiting[0].minute <= session.run.minute:
            decision = waiting.pop(0)
            assert decision.minute == session.run.minute
            session.run.decide(decision)
        session.advance(FRAME)
        frames += 1
        if pauses and frames % 10 == 0:
            session.pause()
            session.advance(FRAME)
            session.resume()
    assert not waiting
    return frames, session


def test_tempo_extra_time_and_pauses_change_how_long_it_takes_and_nothing_of_the_grade(desk: Desk) -> None:
    quick, plain = lived(desk, 1.0, 1.0, pauses=False)
    slow, patient = lived(desk, 10.0, 1.33, pauses=True)
    assert slow > 5 * quick
    assert plain.card.overall > 0.0
    assert patient.card == plain.card


def test_what_is_graded_holds_neither_a_text_nor_its_place_among_the_cards() -> None:
    graded = {field.name for field in fields(PublishedMessage)} | set(Tags.model_fields)
    assert not graded & {"text", "full", "title", "length", "words", "position", "place", "index"}
