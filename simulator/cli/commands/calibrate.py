"""`badbuzz calibrate`: what a scenario's outbreak should hold, measured on plays in which nothing is decided."""

from __future__ import annotations

import click

from simulator.cli.shape import Speaking, language_option, scenarios_option, whole_option
from simulator.cli.streams import write_line
from simulator.cli.workplace import given_paths, loaded_scenario
from simulator.locale import Phrasebook

OFFERED = 40
"""As many draws are offered to players."""


def command(say: Phrasebook) -> click.Command:
    """The command `calibrate`."""

    @click.pass_context
    def run(context: click.Context, name: str, seeds: int, scenarios: tuple[str, ...], lang: str | None) -> int:  # noqa: ARG001
        from simulator.study.calibration import calibrate

        loaded = loaded_scenario(name, given_paths(context, scenarios))
        found = calibrate(loaded.scenario, range(1, seeds + 1))
        write_line(say("cli.paste_outbreak"))
        write_line(f"  v_half: {found.v_half}")
        write_line(f"  offered_seeds: {found.offered_seeds[:OFFERED]}")
        return 0

    return Speaking(
        "calibrate",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            whole_option(say, "seeds", 8, 1000, default="64"),
            scenarios_option(say),
            language_option(say),
        ],
    )
