"""`badbuzz list`: the scenarios that can be played, and those that cannot yet."""

from __future__ import annotations

import click

from simulator.cli.failure import problem_line
from simulator.cli.shape import Speaking, language_option, scenarios_option
from simulator.cli.streams import write_line
from simulator.cli.workplace import given_paths, library_of
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `list`."""

    @click.pass_context
    def run(context: click.Context, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        from simulator.play.edition import Edition

        for entry in library_of(given_paths(context, scenarios)).entries():
            if entry.loaded is None:
                write_line(say("cli.list_broken", id=entry.id, problem=problem_line(entry.problems[0], say)))
                continue
            scenario = Edition(entry.loaded).scenario(say.language)
            write_line(say("cli.list_line", id=entry.id, title=scenario.title, minutes=str(scenario.minutes_of_play)))
            for hidden in entry.replaces:
                write_line("  " + say("cli.list_replaces", file=str(hidden)))
        return 0

    return Speaking("list", say, callback=run, params=[scenarios_option(say), language_option(say)])
