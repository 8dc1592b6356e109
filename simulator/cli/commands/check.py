"""`badbuzz check PATH...`: everything that is wrong in scenarios, and what could be better, by file, line, column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure, problem_line
from simulator.cli.shape import Speaking, choice_option, language_option
from simulator.cli.streams import write_json, write_line
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.scenario.problem import Problem

REMARKED = 1
BROKEN = 2
FORMATS = ("text", "json", "github")


def command(say: Phrasebook) -> click.Command:
    """The command `check`.

    Its exit code is 0 where nothing is wrong, 1 where there are remarks only, 2 where something must be mended.
    """

    def run(paths: tuple[str, ...], format: str, lang: str | None) -> int:  # noqa: A002, ARG001
        from simulator.study.playthrough import findings_in

        files = list(dict.fromkeys(file for path in paths for file in scenario_files(Path(path))))
        problems = sorted(problem for file in files for problem in findings_in(file))
        if format == "json":
            write_json([_record(problem, say) for problem in problems])
        elif format == "github":
            for problem in problems:
                write_line(annotation(problem, say))
        else:
            for problem in problems:
                write_line(problem_line(problem, say))
            write_line(_summary(problems, len(files), say))
        if any(problem.level == "problem" for problem in problems):
            return BROKEN
        return REMARKED if problems else 0

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


def _summary(problems: Sequence[Problem], files: int, say: Phrasebook) -> str:
    if not problems:
        return say("cli.check_clean", count=files)
    remarks = sum(problem.level == "remark" for problem in problems)
    return say(
        "cli.check_found",
        problems=Message("cli.check_problems", {"count": len(problems) - remarks}),
        remarks=Message("cli.check_remarks", {"count": remarks}),
    )


def annotation(problem: Problem, say: Phrasebook) -> str:
    """A line that the workflows of a code forge show beside the line of the file: `::error file=…,line=…::sentence`."""
    kind = "error" if problem.level == "problem" else "warning"
    place = problem.place
    keys = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped(str(value), inside=True)}" for key, value in keys.items())
    return f"::{kind} {properties}::{_escaped(sentence(problem, say))}"


def sentence(problem: Problem, say: Phrasebook) -> str:
    """What is wrong and what to write instead."""
    hint = "" if problem.hint is None else " " + say.say(problem.hint)
    return say.say(problem.message) + hint


def _escaped(text: str, *, inside: bool = False) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *(((":", "%3A"), (",", "%2C")) if inside else ())):
        text = text.replace(sign, code)
    return text


def _record(problem: Problem, say: Phrasebook) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "level": problem.level,
        "message": say.say(problem.message),
        "hint": say.say(problem.hint) if problem.hint is not None else None,
    }
