"""`badbuzz check PATH...`: everything that is wrong in scenarios, by file, line and column."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure, problem_line
from simulator.cli.shape import Speaking, choice_option, language_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.scenario.problem import Problem

BROKEN = 2
FORMATS = ("text", "json")


def command(say: Phrasebook) -> click.Command:
    """The command `check`."""

    def run(paths: tuple[str, ...], format: str, lang: str | None) -> int:  # noqa: A002, ARG001
        from simulator.scenario.inspection import problems_in

        files = list(dict.fromkeys(file for path in paths for file in scenario_files(Path(path))))
        problems = sorted(problem for file in files for problem in problems_in(file))
        if format == "json":
            write_json([_record(problem, say) for problem in problems])
        else:
            for problem in problems:
                write_line(problem_line(problem, say))
            if not problems:
                write_line(say("cli.check_clean", count=len(files)))
        return BROKEN if problems else 0

    return Speaking(
        "check",
        say,
        callback=run,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            choice_option(say, "format", FORMATS, "cli.bad_format", "text"),
            language_option(say),
        ],
    )


def scenario_files(path: Path) -> Iterable[Path]:
    """The scenario at `path`, or those in the folders below it. Failure where there is none."""
    if not path.exists():
        raise Failure.of("cli.no_such_path", path=str(path))
    if path.is_file():
        return [path]
    found = sorted(path.glob("**/scenario.yaml"))
    if not found:
        raise Failure.of("cli.no_scenario_there", path=str(path))
    return found


def _record(problem: Problem, say: Phrasebook) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "message": say.say(problem.message),
        "hint": say.say(problem.hint) if problem.hint is not None else None,
    }
