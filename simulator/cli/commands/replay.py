"""`badbuzz replay FILE`: live a kept play again and say whether it agrees."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simulator.cli.relive import OtherScenario, divergence_sentence, relived
from simulator.cli.shape import Speaking, json_option, language_option, scenarios_option
from simulator.cli.streams import warn, write_json, write_line
from simulator.cli.workplace import given_paths
from simulator.locale import Phrasebook

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

    try:
        again = relived(file, paths)
    except OtherScenario as error:
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
    worded = divergence_sentence(again, divergence, say.language)
    (sys.stderr if as_json else sys.stdout).write(worded + "\n")
    return DIVERGES
