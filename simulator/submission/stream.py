"""Server-sent events, read as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.submission.failure import NoAnswer

_MOST_LINE = 4 * 1024 * 1024
"""Bytes of one line."""


@dataclass(frozen=True)
class Heard:
    """An event; with no `event` it is a mere sign that the stream is alive. `id` resumes after it, "" for none."""

    id: str = ""
    event: str = ""
    data: str = ""


def events(parts: Iterable[bytes]) -> Iterator[Heard]:
    """What `parts` of a stream say, each as soon as it is whole. Raises NoAnswer where that is no such stream."""
    name, last, data = "", "", []
    for line in _lines(parts):
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match field:
            case "event":
                name = value
            case "data":
                data.append(value)
            case "id" if "\0" not in value:
                last = value
            case "" if not line and data:
                yield Heard(last, name or "message", "\n".join(data))
                name, data = "", []
            case "":
                name = name if line else ""
                yield Heard()


def _lines(parts: Iterable[bytes]) -> Iterator[str]:
    kept = b""
    for part in parts:
        kept += part
        *whole, kept = kept.replace(b"\r\n", b"\n").split(b"\n")
        if len(kept) > _MOST_LINE:
            raise NoAnswer("foreign")
        for line in whole:
            yield line.decode("utf-8", "replace")
