"""`badbuzz preview ID`: a scenario under its author's eyes, at any minute, read again when it is saved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.commands.play import BOTS
from simulator.cli.failure import Broken, Failure
from simulator.cli.report import report_option, write_report
from simulator.cli.shape import Speaking, choice_option, language_option, scenarios_option, seed_option
from simulator.cli.streams import warn, write_line
from simulator.cli.workplace import desk_of, given_paths, loaded_scenario
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.play.preview import Preview

_MINUTE = re.compile(r"(?:H\+)?(\d{1,2}):([0-5]\d)|(\d{1,4})")


def command(say: Phrasebook) -> click.Command:
    """The command `preview`."""

    @click.pass_context
    def run(
        context: click.Context,
        name: str,
        at: int,
        bot: str,
        seed: int | None,
        report: Path | None,
        scenarios: tuple[str, ...],
        lang: str | None,  # noqa: ARG001
    ) -> int:
        paths = given_paths(context, scenarios)
        loaded = loaded_scenario(name, paths)
        if report is not None:
            _write(loaded.file, report, say)
            return 0
        from simulator.play.preview import Preview
        from simulator.scenario.problem import ScenarioProblems

        try:
            preview = Preview(loaded.file, say.language, seed, bot)
        except ScenarioProblems as error:
            raise Broken(error.problems) from None
        if at > loaded.scenario.length:
            raise Failure.of("cli.minute_after_end", end=_hour(loaded.scenario.length))
        preview.rehearsal.go_to(at)
        if not _in_window(preview, paths, say):
            _tell(preview, say)
        return 0

    return Speaking(
        "preview",
        say,
        callback=run,
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(["--at"], metavar="H+1:30", default="0", callback=_minute, help=say("cli.option_at")),
            choice_option(say, "bot", BOTS, "cli.bad_bot", "exemplary"),
            seed_option(say),
            report_option(say),
            scenarios_option(say),
            language_option(say),
        ],
    )


def _minute(_: click.Context, __: click.Parameter, value: str) -> int:
    """`H+1:30`, `1:30` or `90`: a minute of the scenario."""
    found = _MINUTE.fullmatch(value)
    if found is None:
        raise Failure.of("cli.bad_minute", value=value)
    return int(found[3]) if found[3] else int(found[1]) * 60 + int(found[2])


def _hour(minute: int) -> str:
    return f"H+{minute // 60}:{minute % 60:02d}"


def _in_window(preview: Preview, paths: tuple[Path, ...], say: Phrasebook) -> bool:
    from simulator.cli.opening import prepare_window

    if not prepare_window(say, "cli.no_display_preview"):
        return False
    from simulator.ui import app
    from simulator.ui.scenes.preview import PreviewScene
    from simulator.ui.window import NoWindow

    desk = desk_of(say, paths)
    try:
        app.run(desk, opened=lambda game: PreviewScene(game, preview))
    except NoWindow:
        warn(say, Message("cli.no_display_preview"))
        return False
    finally:
        desk.close()
    return True


def _tell(preview: Preview, say: Phrasebook) -> None:
    """The chronogram line by line, where a bot stands at the minute asked for, and what is wrong."""
    from simulator.console.tell.feed import post_line
    from simulator.console.tell.situation import situation
    from simulator.play.presenters.post_rows import FeedFilter

    view = preview.chronogram()
    for row in view.rows:
        parts = [row.when, say(f"play.kind_{row.kind}"), row.name, row.note]
        write_line(" · ".join(part for part in parts if part))
    rehearsal = preview.rehearsal
    if rehearsal.minute:
        bot = say(f"balance.bot_{rehearsal.bot}")
        write_line("")
        write_line(say("cli.preview_at", at=_hour(rehearsal.minute), bot=bot, seed=str(rehearsal.seed)))
        shown = rehearsal.crisis(FeedFilter(limit=12))
        for line in (*situation(shown, say), *(post_line(row, say) for row in shown.feed)):
            write_line(line)
        write_line("")
    for line in preview.lines(say, most=len(preview.problems)):
        write_line(line)


def _write(file: Path, report: Path, say: Phrasebook) -> None:
    from simulator.play.edition import Edition
    from simulator.play.report.chronogram import chronogram_page
    from simulator.scenario.load import load_scenario

    loaded = load_scenario(file)
    write_report(report, chronogram_page(loaded, Edition(loaded).scenario(say.language), say), say)
