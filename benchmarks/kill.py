"""What a play loses when its process is killed: a bot's play in a process of its own, killed again and again.

    python -m benchmarks.kill [--kills N] [--scenario ID] [--seed N] [--json]

A process plays what a bot decided, through desk and session, and tells each minute and each decision once they are
done. It is killed (SIGKILL) at a random moment, from its start on; another goes on with `Desk.resume`, until the play
is over; then the next play begins. After every kill the journal must hold every decision that was told, and none but
the one being made beside; in the end the play's file must have the digest of the play that nobody interrupted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.nursery import Nursery, serve
from simulator.engine.bots import play
from simulator.engine.events import DecisionMade
from simulator.engine.replay import Replay, from_text, recorded
from simulator.places import shipped
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.play.unfinished import Unfinished
from simulator.scenario.library import Library

ROOT = Path(__file__).parents[1]
MINUTE = 0.002
"""Wall seconds that a scenario minute takes at least, so that a play lasts long enough to be killed in."""
LONGEST = 0.35
"""Wall seconds after which a process is killed at the latest, once it plays."""
EARLY = 0.2
"""Share of the kills that come while the process still starts, or takes the play up."""
STARTING = 0.9
"""Wall seconds within which those come."""
PATIENCE = 60.0


@dataclass
class Losses:
    """What came of the kills; `lost` counts decisions that were told and are not there, which must stay 0."""

    kills: int = 0
    plays: int = 0
    resumed: int = 0
    undone: int = 0
    """Kills after which the decision being made was not there."""
    lost: int = 0
    minutes_lost: int = 0
    failures: list[str] = field(default_factory=list)


# the process that plays


def desk_in(data: Path, scenarios: Sequence[Path]) -> Desk:
    return Desk(Library([], scenarios), History(data / "plays"), SettingsFile(data / "settings.json"), "fr")


def go_on(data: Path, script: Replay, scenarios: Sequence[Path], wanted: int) -> None:
    """Play what `script` decided until `wanted` plays are kept, and tell what is done on the output stream."""
    desk = desk_in(data, scenarios)
    unfinished = desk.to_continue()
    if unfinished is None and len(desk.history()) >= wanted:
        _tell("over")
        return
    session = desk.start(script.scenario, script.seed) if unfinished is None else desk.resume(unfinished.play_id)
    _tell("resumed" if unfinished is not None else "begun")
    done = sum(isinstance(event, DecisionMade) for event in session.run.events)
    for number, decision in enumerate(script.decisions[done:], done):
        _play_until(session, decision.minute)
        _tell(f"decides {number + 1}")
        if session.decide(decision) is not None:
            raise SystemExit(f"refused: {decision}")
        _tell(f"decided {number + 1}")
    _play_until(session, 1_000_000)
    _tell("over")


def _play_until(session: Session, minute: int) -> None:
    while session.run.minute < minute and not session.finished:
        time.sleep(MINUTE)
        session.play_until(session.run.minute + 1)
        _tell(f"minute {session.run.minute}")


def _tell(what: str) -> None:
    os.write(1, f"{what}\n".encode())


# the one that kills


@dataclass(frozen=True)
class Told:
    """What a process told before its end."""

    decides: int
    decided: int
    minute: int
    resumed: bool
    over: bool

    @classmethod
    def of(cls, lines: Sequence[str], before: Told | None) -> Told:
        def last(word: str, value: int) -> int:
            return max([value, *(int(line.split()[1]) for line in lines if line.startswith(f"{word} "))])

        known = before or cls(0, 0, 0, False, False)
        decided = last("decided", known.decided)
        return cls(
            max(last("decides", 0), decided), decided, last("minute", known.minute), "resumed" in lines, "over" in lines
        )


def measure(script: Replay, scenarios: Sequence[Path], kills: int, chance: Random, room: Path) -> Losses:
    """Kill `kills` times, and see to it that every play comes to its end."""
    losses = Losses()
    script_file = room / "script.json"
    script_file.write_text(json.dumps(script.to_record()), encoding="utf-8")
    data = room / "data"
    told: Told | None = None
    processes = _Processes(data, script_file, scenarios)
    while losses.kills < kills or told is not None:
        lines = processes.one(losses.plays + 1, chance, kill=losses.kills < kills)
        told = Told.of(lines, told)
        losses.resumed += told.resumed
        if told.over:
            losses.plays += 1
            _look_at_the_end(data, script, losses)
            told = None
            continue
        losses.kills += 1
        told = _look(data, script, told, losses)
    processes.close()
    return losses


class _Processes:
    """Those that play: programs of their own to be killed while they start, the others forked by one that is loaded."""

    def __init__(self, data: Path, script: Path, scenarios: Sequence[Path]) -> None:
        self._asked = [str(data), str(script), *map(str, scenarios)]
        self._environment = {**os.environ, "BADBUZZ_DATA": str(data), "PYTHONPATH": str(ROOT)}
        self._nursery = Nursery([sys.executable, "-m", "benchmarks.kill", "--forked", *self._asked], self._environment)

    def one(self, wanted: int, chance: Random, *, kill: bool) -> list[str]:
        """What a process told that goes on until `wanted` plays are kept; `kill` it, or let it come to its end."""
        if kill and chance.random() < EARLY:
            return self._killed_while_it_starts(wanted, chance.uniform(0, STARTING))
        process = self._nursery.start(str(wanted))
        process.wait_for_a_line()
        process.end(chance.uniform(0, LONGEST) if kill else None)
        return _of_one_that_ended(process.returncode, process.told)

    def _killed_while_it_starts(self, wanted: int, seconds: float) -> list[str]:
        words = [sys.executable, "-m", "benchmarks.kill", "--go-on", *self._asked, str(wanted)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, env=self._environment, text=True)
        try:
            told, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            told, _ = process.communicate(timeout=PATIENCE)
        return _of_one_that_ended(process.returncode, told.split("\n")[:-1])

    def close(self) -> None:
        self._nursery.close()


def _of_one_that_ended(code: int | None, lines: list[str]) -> list[str]:
    if code not in (0, -9):
        raise SystemExit(f"the play ended with {code}: {lines[-3:]}")
    return lines


def _look(data: Path, script: Replay, told: Told, losses: Losses) -> Told:
    """After a kill: the journal has what was told, and is a beginning of the script; gives what is known to be done."""
    plays = Unfinished(data / "unfinished").plays()
    if len(plays) > 1:
        losses.failures.append(f"{len(plays)} interrupted plays")
    if not plays:
        kept = len(list((data / "plays").glob("*.json")))
        if told.decided and kept <= losses.plays:
            losses.failures.append("a play was lost")
        return told
    (one,) = plays
    if one.journal is None:
        losses.failures.append(f"unreadable: {one.problem}")
        return told
    saved = one.journal.decisions
    if saved != script.decisions[: len(saved)]:
        losses.failures.append("other decisions than were taken")
    losses.lost += max(0, told.decided - len(saved))
    losses.undone += told.decides > len(saved)
    losses.minutes_lost += max(0, told.minute - one.journal.minute)
    if len(saved) > told.decides:
        losses.failures.append("a decision that nobody took")
    return replace(told, decided=len(saved), minute=one.journal.minute)


def _look_at_the_end(data: Path, script: Replay, losses: Losses) -> None:
    history = History(data / "plays")
    plays = history.plays()
    if len(plays) != losses.plays:
        losses.failures.append(f"{len(plays)} plays kept instead of {losses.plays}")
    if history.replay(plays[0].play_id) != script:
        losses.failures.append("the play kept is not the one that nobody interrupted")
    Unfinished(data / "unfinished").plays()
    left = [path.name for path in (data / "unfinished").iterdir()]
    if left:
        losses.failures.append(f"left behind: {left}")


# what an addition costs


def cost(room: Path, additions: int = 3000) -> dict[str, float]:
    """Microseconds that a frame waits for a decision to be saved, while the thread flushes the ones before."""
    from simulator.play.appender import Appender

    file = Appender(room / "cost.journal", b"")
    line = b"x" * 110 + b"\n"
    waited = []
    for _ in range(additions):
        began = time.perf_counter()
        file.add(line, flush=True)
        waited.append((time.perf_counter() - began) * 1e6)
        time.sleep(0.001)
    file.close()
    waited.sort()
    return {
        "median_us": round(median(waited), 1),
        "p99_us": round(waited[int(additions * 0.99)], 1),
        "most_us": round(waited[-1], 1),
    }


def script_of(scenario_id: str, seed: int, folder: Path) -> Replay:
    """What the exemplary bot decides."""
    scenario = Library([], [folder]).load(scenario_id).scenario
    return from_text(json.dumps(recorded(play(scenario, seed, "exemplary")).to_record()))


def main() -> int:
    if sys.argv[1:2] in (["--go-on"], ["--forked"]):
        data, script, *scenarios = sys.argv[2:] if sys.argv[1] == "--forked" else sys.argv[2:-1]
        play_on = partial(go_on, Path(data), from_text(Path(script).read_text("utf-8")), list(map(Path, scenarios)))
        if sys.argv[1] == "--forked":
            serve(lambda wanted: play_on(int(wanted)))
        else:
            play_on(int(sys.argv[-1]))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--scenario", default="rappel-tardif")
    parser.add_argument("--seed", type=int, default=1, help="of the moments at which is killed")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    folder = shipped("scenarios") / asked.scenario
    with TemporaryDirectory() as name:
        script = script_of(asked.scenario, 1, folder)
        losses = measure(script, [folder], asked.kills, Random(asked.seed), Path(name))
        figures = {**asdict(losses), "saving": cost(Path(name))}
    print(json.dumps(figures, indent=1) if asked.json else "\n".join(f"{key}: {figures[key]}" for key in figures))
    return 1 if losses.failures or losses.lost or losses.minutes_lost else 0


if __name__ == "__main__":
    sys.exit(main())
