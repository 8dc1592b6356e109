"""How a play feels on the clock: a student who reads 200 words a minute and decides as the exemplary bot would.

    python benchmarks/rhythm.py [ID] [--scenarios FOLDER] [--seeds N] [--json]

Prints, for each seed: wall minutes of the whole play and of the veille, decisions a minute after it, seconds between
decisions, the share of time in which nothing was to be read or decided, and whether each card could be read in time.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from simulator.engine.decision import Decision, PrepareHolding, Respond
from simulator.engine.expert import Expert
from simulator.places import shipped
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.scenario.reading import WORDS_A_MINUTE

FRAME = 0.1
"""Wall seconds a step."""
ACT = 5.0
"""Wall seconds from knowing what to do to having done it."""
WEIGH = 12.0
"""Wall seconds in which the responses of a card are weighed once they are read (UX: twenty seconds more)."""
COMPOSE = 60.0
"""Wall seconds for the holding statement: some 200 words of wordings are read."""


@dataclass
class Rhythm:
    """What one play measured; minutes and seconds of wall time."""

    seed: int
    minutes: float
    veille_minutes: float
    decisions: int
    seconds_a_decision: float
    watching: float
    cards: int
    cards_read_in_time: int


class Student:
    """Reads what arrives, then does one thing after another."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.expert = Expert(session.run)
        self.wall = 0.0
        self.busy = 0.0
        self.veille = 0.0
        self.decisions = 0

    def play(self) -> None:
        while not self.session.finished:
            decision = self._next()
            if decision is None:
                self._pass(FRAME)
                continue
            on_card = isinstance(decision, Respond) and decision.inject is not None
            self.session.attending = not on_card
            self._pass(self._effort(decision), busy=True)
            self.session.attending = False
            now = self._next()
            if now is not None and not self.session.finished:
                self.session.run.decide(now)
                self.decisions += self.session.run.state.stage != "veille"

    def _next(self) -> Decision | None:
        run = self.session.run
        if run.finished:
            return None
        return next((decision for decision in self.expert.due(run) if run.can_decide(decision)), None)

    def _effort(self, decision: Decision) -> float:
        if isinstance(decision, PrepareHolding):
            return COMPOSE
        if not isinstance(decision, Respond):
            return ACT
        if decision.inject is not None:
            return self._read(decision.inject) + WEIGH
        return _seconds(self.session.run.offers[decision.response].response.text) + ACT

    def _read(self, inject_id: str) -> float:
        inject = next(inject for inject in self.session.run.scenario.injects if inject.id == inject_id)
        texts = [inject.title, inject.text, inject.question or "", *(response.text for response in inject.responses)]
        return sum(map(_seconds, texts))

    def _pass(self, seconds: float, *, busy: bool = False) -> None:
        while seconds > 1e-9 and not self.session.finished:
            step = min(FRAME, seconds)
            self.wall += step
            if self.session.run.state.stage == "veille":
                self.veille += step
            else:
                self.busy += step if busy else 0.0
            self.session.advance(step)
            seconds -= step


def _seconds(text: str) -> float:
    return len(text.split()) * 60 / WORDS_A_MINUTE


def measure(desk: Desk, scenario_id: str, seed: int) -> Rhythm:
    """Play one seed."""
    session = desk.start(scenario_id, seed)
    student = Student(session)
    student.play()
    injects = {inject.id: inject for inject in session.run.scenario.injects}
    cards = [name for name in session.run.state.injects if injects[name].kind == "card"]
    answers = {name: state.response for name, state in session.run.state.injects.items()}
    in_time = [name for name in cards if answers[name] and not session.run.state.injects[name].expired]
    after = student.wall - student.veille
    return Rhythm(
        seed=seed,
        minutes=round(student.wall / 60, 2),
        veille_minutes=round(student.veille / 60, 2),
        decisions=student.decisions,
        seconds_a_decision=round(after / max(student.decisions, 1), 1),
        watching=round(1 - student.busy / after, 3),
        cards=len(cards),
        cards_read_in_time=len(in_time),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="rappel-tardif")
    parser.add_argument("--scenarios", type=Path, help="where it lies, if it does not ship with the game")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        desk = Desk(
            Library([shipped("scenarios")], [chosen.scenarios] if chosen.scenarios else []),
            History(room),
            SettingsFile(room / "settings.json"),
        )
        rows = [measure(desk, chosen.scenario, seed) for seed in range(1, chosen.seeds + 1)]
    if chosen.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    for row in rows:
        print(row)
    print(
        f"median: {median(row.minutes for row in rows)} min of play, a decision every "
        f"{median(row.seconds_a_decision for row in rows)} s, {median(row.watching for row in rows):.0%} watching"
    )


if __name__ == "__main__":
    main()
