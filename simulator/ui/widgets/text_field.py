"""A field of one or several lines to write in: word wrap, caret, selection, what an input method is composing."""

from __future__ import annotations

import pygame

from simulator.ui.clipboard import Clipboard
from simulator.ui.look import Look
from simulator.ui.spots import Command
from simulator.ui.widgets.editing import Editing, Line, line_of, nearest, wrapped
from simulator.ui.widgets.painter import Painter

_PAD = 11
_BLINK, _SHOWN = 1.0, 0.6
"""Seconds from one appearance of the caret to the next, and how long it shows."""


class TextField:
    """What is written, and where it was last painted."""

    def __init__(self, text: str, longest: int, clipboard: Clipboard, *, single: bool = False) -> None:
        """`single`: one line, without a count; Enter and the arrows up and down are the scene's."""
        self._single = single
        self.editing = Editing(text, longest)
        self.composing = ""
        """What an input method shows before it gives it."""
        self.caret_area = pygame.Rect(0, 0, 0, 0)
        """Where the caret was painted, in pixels of the window."""
        self._clipboard = clipboard
        self._since = 0.0
        self._lines: tuple[Line, ...] = (Line(0, 0),)
        self._inside = pygame.Rect(0, 0, 0, 0)
        self._look: Look | None = None

    @property
    def text(self) -> str:
        return self.editing.text

    def state(self, focused: bool, still: bool) -> tuple[object, ...]:
        """All that its painting shows."""
        edited = self.editing
        return edited.text, edited.caret, edited.anchor, self.composing, focused and self._caret_shows(still), focused

    def _caret_shows(self, still: bool) -> bool:
        return still or self._since % _BLINK < _SHOWN

    def pass_time(self, seconds: float) -> None:
        self._since += seconds

    # keys, letters, clicks

    def on_text(self, text: str) -> None:
        self.composing = ""
        self.editing.insert(self._taken(text))
        self._since = 0.0

    def on_composing(self, text: str) -> None:
        self.composing = text
        self._since = 0.0

    def on_key(self, event: pygame.event.Event) -> bool:
        """Take a key, if it is one for writing; letters are, and come as text."""
        self._since = 0.0
        command = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not event.mod & pygame.KMOD_ALT
        selecting = bool(event.mod & pygame.KMOD_SHIFT)
        if self._moves(event.key, command, selecting):
            return True
        if command:
            return self._commands(event.key)
        match event.key:
            case pygame.K_BACKSPACE | pygame.K_DELETE:
                self.editing.erase(event.key == pygame.K_BACKSPACE)
            case pygame.K_RETURN | pygame.K_KP_ENTER if not self._single:
                self.editing.insert("\n")
            case _:
                return bool(event.unicode) and event.unicode.isprintable()
        return True

    def _taken(self, text: str) -> str:
        return " ".join(text.splitlines()) if self._single else text

    def _moves(self, key: int, by_word: bool, selecting: bool) -> bool:
        edited = self.editing
        match key:
            case pygame.K_LEFT | pygame.K_RIGHT:
                edited.step(key == pygame.K_LEFT, selecting, by_word)
            case pygame.K_UP | pygame.K_DOWN if not self._single:
                edited.to_next_line(self._lines, -1 if key == pygame.K_UP else 1, selecting, self._measure)
            case pygame.K_HOME | pygame.K_END if by_word:
                edited.to_end(key == pygame.K_HOME, selecting)
            case pygame.K_HOME | pygame.K_END:
                edited.to_end_of_line(self._lines, key == pygame.K_HOME, selecting)
            case _:
                return False
        return True

    def _commands(self, key: int) -> bool:
        edited = self.editing
        match key:
            case pygame.K_a:
                edited.select_all()
            case pygame.K_c | pygame.K_x:
                if edited.selected:
                    self._clipboard.copy(edited.selected)
                    if key == pygame.K_x:
                        edited.erase(True)
            case pygame.K_v:
                edited.insert(self._taken(self._clipboard.paste().strip() if self._single else self._clipboard.paste()))
            case pygame.K_BACKSPACE | pygame.K_DELETE:
                edited.erase(key == pygame.K_BACKSPACE, by_word=True)
            case _:
                return False
        return True

    def holds(self, position: tuple[int, int]) -> bool:
        """Whether the field was painted at `position` of the window."""
        return self._inside.collidepoint(position)

    def point(self, position: tuple[int, int], selecting: bool) -> None:
        """Put the caret where the window was clicked."""
        if self._look is None:
            return
        row = (position[1] - self._inside.y) // self._look.text.line_height("body")
        line = self._lines[max(0, min(row, len(self._lines) - 1))]
        self.editing.place(nearest(self.text, line, position[0] - self._inside.x, self._measure), selecting)
        self._since = 0.0

    # painting

    def _measure(self, text: str) -> float:
        assert self._look is not None
        return float(self._look.text.width(text, "body", "regular", False))

    def paint(
        self,
        painter: Painter,
        area: pygame.Rect,
        least: int,
        name: str,
        hint: str,
        focused: bool,
        command: Command,
        label: str = "",
    ) -> int:
        """Paint from the top of `area`, `least` lines tall at least; the row under the field and its count.

        `label` is said of a field whose name stands beside it.
        """
        look, theme = painter.look, painter.look.theme
        self._look = look
        pad, high = painter.px(_PAD), painter.line_height()
        shown, caret, first, last = self._as_shown()
        self._lines = wrapped(shown, area.width - 2 * pad - painter.px(4), self._measure)
        frame = pygame.Rect(area.x, area.y, area.width, high * max(least, len(self._lines)) + 2 * painter.px(8))
        painter.box(frame, theme.sunken, theme.accent if focused else theme.line_strong, 9, 1.6 if focused else 1.0)
        left, top = frame.x + pad, frame.y + painter.px(8)
        self._inside = pygame.Rect(left, top, frame.width - 2 * pad, frame.height).move(
            painter.origin[0], painter.origin[1] - painter.scrolled
        )
        if not shown:
            painter.text(left + painter.px(3), top, hint, frame.width - 2 * pad, colour=theme.faint, max_lines=least)
        for rank, line in enumerate(self._lines):
            self._line(painter, shown, line, left, top + rank * high, first, last)
        line = self._lines[line_of(self._lines, caret)]
        across = left + round(self._measure(shown[line.start : caret]))
        spot = pygame.Rect(across, top + high * self._lines.index(line), max(2, painter.px(1.6)), high)
        self.caret_area = spot.move(painter.origin[0], painter.origin[1] - painter.scrolled)
        if focused and self._caret_shows(look.still):
            painter.surface.fill(theme.accent, spot.move(0, -painter.scrolled).inflate(0, -painter.px(3)))
        painter.spot(name, frame, command, label, "", 9)
        if self._single:
            return frame.bottom
        count = look.say("ui.characters", count=len(self.text), limit=self.editing.longest)
        full = len(self.text) >= self.editing.longest
        painter.text(frame.x, frame.bottom + painter.px(2), count, frame.width, "small",
                     colour=theme.warm if full else theme.faint, align="right")  # fmt: skip
        return frame.bottom + painter.px(2) + painter.line_height("small")

    def _as_shown(self) -> tuple[str, int, int, int]:
        """The text with what is being composed in it; the caret; what is marked in it."""
        edited = self.editing
        first, last = edited.selection
        if not self.composing:
            return edited.text, edited.caret, first, last
        text = edited.text[:first] + self.composing + edited.text[last:]
        end = first + len(self.composing)
        return text, end, first, end

    def _line(self, painter: Painter, text: str, line: Line, x: int, y: int, first: int, last: int) -> None:
        theme, high = painter.look.theme, painter.line_height()
        start, end = max(first, line.start), min(last, line.end)
        if start < end or (first <= line.end < last):
            begin = x + round(self._measure(text[line.start : max(start, line.start)]))
            stop = x + round(self._measure(text[line.start : end])) + (painter.px(4) if last > line.end else 0)
            marked = pygame.Rect(begin, y - painter.scrolled, max(2, stop - begin), high)
            painter.surface.fill(theme.chosen, marked)
            if self.composing:
                painter.surface.fill(theme.accent, (marked.x, marked.bottom - 2, marked.width, 2))
        painter.line(x, y, text[line.start : line.end])
