"""The command `badbuzz` and its own options."""

from __future__ import annotations

import click

from simulator import __version__
from simulator.cli.commands import (
    balance,
    calibrate,
    check,
    class_,
    compare,
    export,
    import_,
    install,
    model,
    new,
    pack,
    play,
    preview,
    replay,
    report,
    schema,
    score,
    serve,
    translate,
    validate_model,
)
from simulator.cli.commands import list as list_scenarios
from simulator.cli.shape import SpeakingGroup, language_option, scenarios_option
from simulator.cli.streams import write_line
from simulator.cli.workplace import given_paths
from simulator.locale import Phrasebook


def root(say: Phrasebook) -> click.Group:
    """All commands, speaking the language of `say`."""

    @click.pass_context
    def run(context: click.Context, scenarios: tuple[str, ...], lang: str | None, version: bool) -> int:  # noqa: ARG001
        if version:
            write_line(f"badbuzz {__version__}")
            context.exit(0)
        if context.invoked_subcommand is None:
            from simulator.cli.opening import open_game

            return open_game(say, given_paths(context))
        return 0

    group = SpeakingGroup(
        "badbuzz",
        say,
        callback=run,
        invoke_without_command=True,
        params=[
            scenarios_option(say),
            language_option(say),
            click.Option(["--version"], is_flag=True, help=say("cli.option_version")),
        ],
    )
    of_plays = (play, replay, report, compare)
    of_scenarios = (
        new,
        check,
        preview,
        translate,
        export,
        import_,
        pack,
        install,
        score,
        balance,
        calibrate,
        schema,
        list_scenarios,
    )
    for module in (*of_plays, *of_scenarios, validate_model, model, serve, class_):
        group.add_command(module.command(say))
    return group
