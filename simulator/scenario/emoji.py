"""Which emoji the game can draw: one drawing each in `assets/emoji`, named after its code points.

A text may write an emoji with a variation selector, a tone of skin or as several joined ones; what is drawn is the
whole if there is a drawing of it, else its first part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from simulator.places import shipped
from simulator.scenario.problem import Place, Problem, hint

_PART = "[\u203c\u2049\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b00-\u2bff\u3030\U0001f000-\U0001faff]"
_ASIDE = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
EMOJI = re.compile(f"{_PART}{_ASIDE}*(?:\u200d{_PART}{_ASIDE}*)*|{_ASIDE}|\u200d")
"""An emoji with all that belongs to it; or what is left of one where its beginning is missing."""
_SETTLED = re.compile(_ASIDE)
_SAME = {"♥": "❤", "🔒": "🔐", "😞": "🙁"}
TYPED = frozenset("★☆✓♪⏱↩")
"""Signs in the range of emoji that the fonts of the game have."""


@cache
def _folder() -> dict[str, Path]:
    found = {}
    for file in sorted((shipped("assets") / "emoji").glob("*.svg")):
        found["".join(chr(int(part, 16)) for part in file.stem.split("-"))] = file
    return found


def bare(emoji: str) -> str:
    """`emoji` without selectors and tones: what is left of it for a font."""
    return _SETTLED.sub("", emoji)


def drawn(emoji: str) -> str | None:
    """What stands for `emoji`, as `drawing_of` knows it: itself, its first part, or None where neither is drawn."""
    plain = bare(emoji)
    for candidate in (plain, plain.partition("\u200d")[0]):
        known = candidate if candidate in _folder() else _SAME.get(candidate, "")
        if known in _folder():
            return known
    return None


def drawing_of(known: str) -> Path | None:
    """The file of what `drawn` gave."""
    return _folder().get(known)


def complete() -> bool:
    """Whether the drawings are there at all."""
    return bool(_folder())


def remarks_on_emoji(file: Path) -> Iterator[Problem]:
    """S624: emoji in the lines of `file` that would not be shown."""
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if line.isascii() or line.lstrip().startswith("#"):
            continue
        for found in EMOJI.finditer(line):
            if bare(found[0]).strip("\u200d") not in {"", *TYPED} and drawn(found[0]) is None:
                place = Place(str(file), number, found.start() + 1)
                yield Problem.of("S624", place, hint("emoji"), sign=found[0])
