"""`badbuzz play ID`: play a scenario or go on with a play, in the window or as plain lines, or let a bot play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Broken, Failure
from simulator.cli.shape import Speaking, choice_option, json_option, language_option, scenarios_option, seed_option
from simulator.cli.streams import write_json
from simulator.cli.workplace import given_paths, loaded_scenario, named
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.engine.run import Run
    from simulator.scenario.model import Scenario

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

    name: str | None
    resume: bool
    console: bool
    timed: bool
    bot: str | None
    seed: int | None
    as_json: bool
    save: str | None
    playthrough: str | None


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
            click.Argument(["name"], metavar="ID", required=False),
            click.Option(["--continue", "resume"], is_flag=True, help=say("cli.option_continue")),
            click.Option(["--console"], is_flag=True, help=say("cli.option_console")),
            click.Option(["--timed"], is_flag=True, help=say("cli.option_timed")),
            choice_option(say, "bot", BOTS, "cli.bad_bot"),
            seed_option(say),
            json_option(say),
            click.Option(["--save"], metavar=say("cli.file_metavar"), help=say("cli.option_save")),
            click.Option(["--playthrough"], metavar=say("cli.file_metavar"), help=say("cli.option_playthrough")),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _play(say: Phrasebook, asked: _Asked, paths: tuple[Path, ...]) -> int:
    if asked.playthrough is not None and (asked.bot is not None or asked.seed is not None):
        raise Failure.of("cli.playthrough_alone")
    if asked.resume:
        return _resume(say, asked, paths)
    if asked.name is None:
        raise Failure.of("cli.missing", name="ID")
    if asked.bot is not None or asked.playthrough is not None:
        return _by_itself(say, asked, asked.name, paths)
    if asked.as_json:
        raise Failure.of("cli.json_needs_bot")
    from simulator.cli.opening import play_in_console, play_in_window

    loaded_scenario(asked.name, paths)
    scenario_id, everywhere = named(asked.name, paths)
    if not (asked.console or asked.timed or asked.save) and play_in_window(say, everywhere, scenario_id, asked.seed):
        return 0
    return play_in_console(say, everywhere, scenario_id, asked.seed, timed=asked.timed, save=asked.save)


def _resume(say: Phrasebook, asked: _Asked, paths: tuple[Path, ...]) -> int:
    """Go on with a play that was interrupted."""
    if asked.bot is not None or asked.playthrough is not None or asked.seed is not None or asked.as_json:
        raise Failure.of("cli.continue_alone")
    from simulator.cli.opening import resume_play

    scenario_id, everywhere = (None, paths) if asked.name is None else named(asked.name, paths)
    return resume_play(say, everywhere, scenario_id, console=asked.console, timed=asked.timed, save=asked.save)


def _by_itself(say: Phrasebook, asked: _Asked, name: str, paths: tuple[Path, ...]) -> int:
    """A play that nobody decides: a bot's, or one that is written down."""
    from simulator.cli.outcome import outcome, save_replay, tell_score_card
    from simulator.play.edition import Edition

    loaded = loaded_scenario(name, paths)
    run = _run_of(asked, loaded.scenario)
    if asked.save:
        save_replay(run, asked.save)
    if asked.as_json:
        write_json({**outcome(run), "bot": asked.bot})
    else:
        tell_score_card(run, Edition(loaded), say)
    return 0


def _run_of(asked: _Asked, scenario: Scenario) -> Run:
    from simulator.engine import bots
    from simulator.scenario.playthrough import load_playthrough
    from simulator.scenario.problem import ScenarioProblems
    from simulator.study.playthrough import Stopped, live

    if asked.playthrough is not None:
        try:
            return live(load_playthrough(Path(asked.playthrough)), scenario)
        except ScenarioProblems as error:
            raise Broken(error.problems) from None
        except Stopped as stopped:
            raise Broken((stopped.problem,)) from None
    assert asked.bot is not None
    offered = scenario.outbreak.offered_seeds
    return bots.play(scenario, asked.seed if asked.seed is not None else (offered[0] if offered else 1), asked.bot)
