"""`badbuzz replay FILE`: live a kept play again and say whether it agrees."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Broken, Failure
from simulator.cli.shape import Speaking, json_option, language_option, scenarios_option
from simulator.cli.streams import warn, write_json, write_line
from simulator.cli.workplace import given_paths, library_of
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.engine.replay import Divergence

DIVERGES = 1


def command(say: Phrasebook) -> click.Command:
    """The command `replay`."""

    @click.pass_context
    def run(context: click.Context, file: str, as_json: bool, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        return _replay(say, Path(file), given_paths(context, scenarios), as_json=as_json)

    return Speaking(
        "replay",
        say,
        callback=run,
        params=[
            click.Argument(["file"], metavar=say("cli.file_metavar")),
            json_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _replay(say: Phrasebook, file: Path, paths: tuple[Path, ...], *, as_json: bool) -> int:
    from simulator.cli.outcome import outcome, tell_score_card
    from simulator.play.history import BadPlayFile, read_replay
    from simulator.play.rerun import CannotRerun, rerun
    from simulator.scenario.problem import ScenarioProblems

    try:
        again = rerun(read_replay(file), library_of(paths))
    except BadPlayFile as error:
        raise Failure(error.message) from None
    except ScenarioProblems as error:
        raise Broken(error.problems) from None
    except CannotRerun as error:
        if not error.changed:
            raise Failure(error.message) from None
        warn(say, error.message)
        if as_json:
            write_json({"agrees": False, "divergence": {"minute": 0, "field": "scenario"}})
        return DIVERGES
    divergence = again.divergence
    if as_json:
        found = None if divergence is None else {"minute": divergence.minute, "field": divergence.field}
        write_json({"agrees": divergence is None, "divergence": found, **outcome(again.run)})
    else:
        tell_score_card(again.run, again.edition, say)
    if divergence is None:
        if not as_json:
            write_line(say("cli.replay_agrees"))
        return 0
    sentence = _divergence_sentence(divergence)
    worded = again.edition.telling(again.run, say.language).times.say(sentence)
    (sys.stderr if as_json else sys.stdout).write(worded + "\n")
    return DIVERGES


def _divergence_sentence(divergence: Divergence) -> Message:
    arguments: dict[str, object] = {
        "diverged_minute": divergence.minute,
        "minute": str(divergence.minute),
        "field": divergence.field,
    }
    if divergence.refusal is None:
        return Message("cli.replay_diverges", arguments)
    return Message("cli.replay_refused", {**arguments, "reason": divergence.refusal})
