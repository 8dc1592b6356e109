"""Where lines end: between words, never at a narrow space, with an ellipsis where there is no room for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from simulator.ui.theme import Colour, Size, Theme, Weight
from simulator.ui.widgets.signs import pieces

_ELLIPSIS = "…"
_BREAK = re.compile(r"(?<!«) (?![?!;:»])")
"""A plain space where a line may end: people type one before marks that must not begin a line."""
Width = Callable[[str, Size, Weight, bool], float]
"""Pixels that characters take, the last argument telling icons from text."""


@dataclass(frozen=True)
class Span:
    """A stretch of text of one look; `weight` and `colour` None are those of the block."""

    text: str
    weight: Weight | None = None
    colour: Colour | None = None


@dataclass(frozen=True)
class Run:
    """Characters of one line that are drawn together."""

    text: str
    weight: Weight
    colour: Colour
    icon: bool = False


def capitalised(text: str) -> str:
    """`text` with its first letter large: what stands alone as a sentence."""
    return text[:1].upper() + text[1:]


class LineBreaker:
    """Breaks text for one theme, by the widths that `width` tells."""

    def __init__(self, theme: Theme, width: Width) -> None:
        self.theme = theme
        self.width = width

    def lines(
        self,
        spans: tuple[Span, ...],
        size: Size,
        weight: Weight,
        colour: Colour,
        width: int,
        max_lines: int,
    ) -> tuple[tuple[tuple[Run, ...], ...], bool]:
        """The lines of `spans` within `width` pixels, and whether the last was cut; `max_lines` 0 is no limit."""
        lines: list[list[Run]] = []
        for paragraph in self._paragraphs(spans, weight, colour):
            lines.extend(self._broken(paragraph, size, width))
        cut = bool(max_lines) and len(lines) > max_lines
        if cut:
            rest = [run for line in lines[max_lines - 1 :] for run in (*line, Run(" ", weight, colour))]
            lines = [*lines[: max_lines - 1], self._ellipsed(_merged(rest), size, width)]
        return tuple(tuple(line) for line in lines), cut

    def _paragraphs(self, spans: tuple[Span, ...], weight: Weight, colour: Colour) -> list[list[list[Run]]]:
        """Paragraphs of words of runs; a word is what no plain space divides."""
        paragraphs: list[list[list[Run]]] = [[[]]]
        for span in spans:
            for characters, icon_colour in pieces(span.text, self.theme):
                run_colour = icon_colour or span.colour or colour
                if icon_colour:
                    paragraphs[-1][-1].append(Run(characters, "regular", run_colour, True))
                    continue
                for rank, part in enumerate(characters.split("\n")):
                    if rank:
                        paragraphs.append([[]])
                    for number, word in enumerate(_BREAK.split(part)):
                        if number:
                            paragraphs[-1].append([])
                        if word:
                            paragraphs[-1][-1].append(Run(word, span.weight or weight, run_colour))
        return paragraphs

    def _broken(self, words: list[list[Run]], size: Size, width: int) -> list[list[Run]]:
        lines: list[list[Run]] = [[]]
        taken = 0.0
        for word in (part for whole in words for part in self._fitting(whole, size, width)):
            if not word:
                continue
            space = self.width(" ", size, word[0].weight, False) if lines[-1] else 0.0
            needed = self._taken(word, size)
            if lines[-1] and taken + space + needed > width:
                lines.append([])
                taken = space = 0.0
            joined = lines[-1]
            for rank, run in enumerate(word):
                before = " " if rank == 0 and joined else ""
                last = joined[-1] if joined else None
                if last and not run.icon and _alike(last, run):
                    joined[-1] = _worded(last, last.text + before + run.text)
                elif run.icon and before and last and not last.icon:
                    joined[-1] = _worded(last, last.text + " ")
                    joined.append(run)
                else:
                    joined.append(run if run.icon else _worded(run, before + run.text))
            taken += space + needed
        return lines

    def _fitting(self, word: list[Run], size: Size, width: int) -> list[list[Run]]:
        """`word`, broken between letters when it alone is wider than a line."""
        if self._taken(word, size) <= width:
            return [word]
        broken: list[list[Run]] = []
        for run in word:
            start = 0
            if run.icon:
                broken.append([run])
                continue
            for end in range(1, len(run.text) + 1):
                last = end == len(run.text)
                if last or self.width(run.text[start : end + 1], size, run.weight, run.icon) > width:
                    broken.append([_worded(run, run.text[start:end])])
                    start = end
        return broken

    def _ellipsed(self, line: list[Run], size: Size, width: int) -> list[Run]:
        kept = list(line)
        while kept:
            last = kept[-1]
            if last.icon:
                kept.pop()
                continue
            before = self._taken(kept[:-1], size)
            text = last.text
            while text and before + self.width(text.rstrip() + _ELLIPSIS, size, last.weight, False) > width:
                text = text[:-1]
            if text or len(kept) == 1:
                kept[-1] = _worded(last, text.rstrip() + _ELLIPSIS)
                return kept
            kept.pop()
        return kept

    def _taken(self, runs: list[Run], size: Size) -> float:
        if len(runs) == 1:
            return self.width(runs[0].text, size, runs[0].weight, runs[0].icon)
        return sum(self.width(run.text, size, run.weight, run.icon) for run in runs)


def _worded(run: Run, text: str) -> Run:
    """`run` with another text: thousands are made where a page is set, and `replace` takes its time."""
    return Run(text, run.weight, run.colour, run.icon)


def _merged(runs: list[Run]) -> list[Run]:
    """`runs` with neighbours of one look joined."""
    merged: list[Run] = []
    for run in runs:
        if merged and not run.icon and (_alike(merged[-1], run) or (run.text == " " and not merged[-1].icon)):
            merged[-1] = _worded(merged[-1], merged[-1].text + run.text)
        else:
            merged.append(run)
    return merged


def _alike(one: Run, other: Run) -> bool:
    return (one.weight, one.colour, one.icon) == (other.weight, other.colour, other.icon)
