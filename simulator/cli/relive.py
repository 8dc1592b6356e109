"""A kept play lived again, for the commands that look at one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.failure import Broken, Failure
from simulator.cli.workplace import library_of
from simulator.locale import Language, Message

if TYPE_CHECKING:
    from simulator.engine.replay import Divergence
    from simulator.play.play_file import Play
    from simulator.play.rerun import Rerun


class OtherScenario(Exception):
    """The scenario of a play is another now; `message` says so."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


def relived(file: Path, paths: tuple[Path, ...]) -> Rerun:
    """The play in `file`. Raises Failure, Broken, or OtherScenario."""
    from simulator.play.history import BadPlayFile, read_replay
    from simulator.play.rerun import CannotRerun, rerun
    from simulator.scenario.problem import ScenarioProblems

    try:
        return rerun(read_replay(file), library_of(paths))
    except BadPlayFile as error:
        raise Failure(error.message) from None
    except ScenarioProblems as error:
        raise Broken(error.problems) from None
    except CannotRerun as error:
        if error.changed:
            raise OtherScenario(error.message) from None
        raise Failure(error.message) from None


def kept_about(file: Path) -> Play | None:
    """When and how the play in `file` was played, with the student's words; a bare replay does not say."""
    from simulator.play.history import BadPlayFile
    from simulator.play.play_file import read_play

    try:
        return read_play(file)
    except BadPlayFile:
        return None


def divergence_sentence(again: Rerun, divergence: Divergence, language: Language) -> str:
    """Where a play lived again is another than the one that was kept."""
    arguments: dict[str, object] = {
        "diverged_minute": divergence.minute,
        "minute": str(divergence.minute),
        "field": divergence.field,
    }
    code = "cli.replay_diverges"
    if divergence.refusal is not None:
        code, arguments = "cli.replay_refused", {**arguments, "reason": divergence.refusal}
    return again.edition.telling(again.run, language).times.say(Message(code, arguments))
