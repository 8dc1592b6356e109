"""`badbuzz`: from the words typed to an exit code; the only place that ends a program."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from simulator.cli.failure import Broken, Failure, problem_line
from simulator.cli.root import root
from simulator.cli.shape import usage_failure
from simulator.cli.streams import forget_output, speak_utf8, warn
from simulator.locale import LANGUAGES, Language, Message, Phrasebook, phrasebook
from simulator.play.settings import SettingsFile

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (default: what was typed) and give its exit code.

    0: done; 1: a replay diverges, or the model misses a published fact; 2: something that one sentence on the error
    stream explains.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    say = phrasebook(language_in(typed) or SettingsFile.of_user().load().language)
    try:
        code = _run(root(say), typed)
        sys.stdout.flush()
        return code
    except Failure as failure:
        return _failed(say, failure.message)
    except Broken as broken:
        for problem in broken.problems:
            sys.stderr.write(problem_line(problem, say) + "\n")
        return FAILED
    except click.UsageError as error:
        return _failed(say, usage_failure(error).message)
    except BrokenPipeError:
        forget_output()
        return _failed(say, Message("cli.broken_pipe"))
    except (KeyboardInterrupt, click.Abort):
        return _failed(say, Message("cli.interrupted"))


def _run(group: click.Group, typed: list[str]) -> int:
    """Parse and do the command; click's own `main` would end the program by itself."""
    try:
        with group.make_context("badbuzz", typed) as context:
            code = group.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else 0


def language_in(typed: Sequence[str]) -> Language | None:
    """The language asked for by `--lang`, before anything is parsed, so that even a wrong usage is answered in it."""
    for place, word in enumerate(typed):
        if word == "--":
            break
        key, _, value = word.partition("=")
        if key == "--lang":
            value = value or next(iter(typed[place + 1 : place + 2]), "")
            return next((language for language in LANGUAGES if language == value), None)
    return None


def _failed(say: Phrasebook, message: Message) -> int:
    warn(say, message)
    return FAILED
