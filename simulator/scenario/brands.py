"""Names of real companies, media, networks and institutions, which no scenario should accuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("brands.txt")


def brands_in(text: str) -> Iterator[str]:
    """The real names in `text`, each once, as the list writes them.

    A name is matched as a whole word with its capitals, and in any case as a handle or hashtag (`@name`, `#name`). One
    that is an everyday word too (marked `~` in the list) only counts as a handle or hashtag.
    """
    words, handles = _patterns()
    found = dict.fromkeys(match[0] for match in words.finditer(text))
    named = _by_handle()
    called = (match[1].casefold() for match in handles.finditer(text))
    yield from found | dict.fromkeys(named[name] for name in called if name in named)


@cache
def _names() -> tuple[tuple[str, bool], ...]:
    """(name, whether it is an everyday word too)."""
    lines = (line.strip() for line in _LIST.read_text("utf-8").splitlines())
    return tuple((line.removeprefix("~"), line.startswith("~")) for line in lines if line and not line.startswith("#"))


@cache
def _by_handle() -> dict[str, str]:
    return {re.sub(r"\W", "", name).casefold(): name for name, _ in reversed(_names())}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    plain = sorted((re.escape(name) for name, everyday in _names() if not everyday), key=len, reverse=True)
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(plain)})(?!\w)"), re.compile(r"[@#](\w+)")
