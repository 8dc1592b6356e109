"""The standard streams: UTF-8 everywhere, and one sentence when something ends early."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from json import dumps

from simulator.cli.failure import Failure
from simulator.durable import reason_of
from simulator.locale import Message, Phrasebook


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the system's code page; what cannot be shown becomes a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def write_line(text: str = "") -> None:
    """One line on the output stream."""
    sys.stdout.write(text + "\n")


def write_json(value: Mapping[str, object] | list[object]) -> None:
    """JSON, and nothing else, on the output stream."""
    write_line(dumps(value, ensure_ascii=False, indent=1, allow_nan=False))


def warn(say: Phrasebook, message: Message) -> None:
    """One sentence on the error stream."""
    sys.stderr.write(say.say(message) + "\n")


def is_typed() -> bool:
    """Whether somebody sits at a terminal: both streams are one."""
    return bool(sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty())


def forget_output() -> None:
    """Nobody reads the output stream any more: write the rest nowhere, so that closing it raises nothing."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def disk_failure(file: object, error: OSError) -> Failure:
    """A file that cannot be read or written."""
    return Failure.of("cli.file_refused", file=str(file), reason=reason_of(error))
