"""`badbuzz play ID`: play a scenario, in the window or as plain lines, or let a bot play it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, choice_option, json_option, language_option, scenarios_option, seed_option
from simulator.cli.streams import write_json
from simulator.cli.workplace import given_paths, loaded_scenario, named
from simulator.locale import Phrasebook

BOTS = (
    "silent",
    "denier",
    "spammer",
    "empty_holding",
    "tells_all",
    "template",
    "waits",
    "slow",
    "exemplary",
    "random",
    "first",
    "middle",
    "longest",
    "second",
)


@dataclass(frozen=True)
class _Asked:
    """What was typed after `play`."""

    name: str
    console: bool
    timed: bool
    bot: str | None
    seed: int | None
    as_json: bool
    save: str | None


def command(say: Phrasebook) -> click.Command:
    """The command `play`."""

    @click.pass_context
    def run(context: click.Context, /, scenarios: tuple[str, ...], lang: str | None, **typed: object) -> int:  # noqa: ARG001
        return _play(say, _Asked(**typed), given_paths(context, scenarios))  # type: ignore[arg-type]

    return Speaking(
        "play",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(["--console"], is_flag=True, help=say("cli.option_console")),
            click.Option(["--timed"], is_flag=True, help=say("cli.option_timed")),
            choice_option(say, "bot", BOTS, "cli.bad_bot"),
            seed_option(say),
            json_option(say),
            click.Option(["--save"], metavar=say("cli.file_metavar"), help=say("cli.option_save")),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _play(say: Phrasebook, asked: _Asked, paths: tuple[Path, ...]) -> int:
    if asked.bot is not None:
        return _bot(say, asked, asked.bot, paths)
    if asked.as_json:
        raise Failure.of("cli.json_needs_bot")
    from simulator.cli.opening import play_in_console, play_in_window

    loaded_scenario(asked.name, paths)
    scenario_id, everywhere = named(asked.name, paths)
    if not (asked.console or asked.timed or asked.save) and play_in_window(say, everywhere, scenario_id, asked.seed):
        return 0
    return play_in_console(say, everywhere, scenario_id, asked.seed, timed=asked.timed, save=asked.save)


def _bot(say: Phrasebook, asked: _Asked, bot: str, paths: tuple[Path, ...]) -> int:
    from simulator.cli.outcome import outcome, save_replay, tell_score_card
    from simulator.engine import bots
    from simulator.play.edition import Edition

    loaded = loaded_scenario(asked.name, paths)
    offered = loaded.scenario.outbreak.offered_seeds
    seed = asked.seed if asked.seed is not None else (offered[0] if offered else 1)
    run = bots.play(loaded.scenario, seed, bot)
    if asked.save:
        save_replay(run, asked.save)
    if asked.as_json:
        write_json({**outcome(run), "bot": bot})
    else:
        tell_score_card(run, Edition(loaded), say)
    return 0
