"""Listening: searches on words and hashtags, and what they found."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.dialogs import SearchRow
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.scenes.dialogs.post import PostDialog
from simulator.ui.scenes.focus_keys import ENTER
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_row, row_height

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_LONGEST = 60


class ListenDialog(CrisisDialog):
    """A field, words worth trying, and the searches made, newest on top."""

    first_focus = "field"
    width = 720.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self.view = Fresh(scene, scene.session.listening)
        self.words = ""
        self._blink = 0.0

    def title(self) -> str:
        return self.game.look.say("ui.listen_title")

    def subtitle(self) -> str:
        return self.view().budget

    def key(self) -> Hashable:
        return self.view(), self.words, self._caret

    @property
    def _caret(self) -> bool:
        return self.game.look.still or self._blink % 1.0 < 0.6

    def update(self, seconds: float) -> Transition:
        self._blink += seconds
        return None

    def paint(self, painter: Painter) -> None:
        view, say = self.view(), painter.look.say
        y, height = painter.px(4), painter.px(38)
        label = say("ui.search")
        wide = button_width(painter, label, say("ui.enter"))
        field = pygame.Rect(painter.px(4), y, self.inner - wide - painter.px(16), height)
        self._field(painter, field)
        place = pygame.Rect(field.right + painter.px(8), y, wide, height)
        button(painter, place, label, "search", self._search, key=say("ui.enter"), kind="primary",
               enabled=view.enabled, tip=view.refusal)  # fmt: skip
        y = self._suggestions(painter, view.suggestions, field.bottom + painter.px(10))
        for search in reversed(view.searches):
            y = self._found(painter, search, y)

    def _field(self, painter: Painter, area: pygame.Rect) -> None:
        theme, say = painter.look.theme, painter.look.say
        painter.box(area, theme.sunken, theme.line_strong)
        painter.icon("magnify", area.x + painter.px(9), area.centery - painter.px(10), 20, theme.muted)
        left, top = area.x + painter.px(38), area.centery - painter.line_height() // 2
        room = area.right - left - painter.px(12)
        end = left
        if self.words:
            shown = self.words
            while painter.text_width(shown) > room:
                shown = shown[1:]
            end = painter.text(left, top, shown, room, max_lines=1).right
        else:
            painter.text(left + painter.px(3), top, say("ui.search_hint"), room, colour=theme.faint, max_lines=1)
        if self._caret:
            painter.surface.fill(
                theme.accent, (end, top - painter.scrolled, max(1, painter.px(2)), painter.line_height())
            )
        painter.spot("field", area, self._search)

    def _suggestions(self, painter: Painter, words: tuple[str, ...], y: int) -> int:
        x, height = painter.px(4), painter.px(28)
        for word in words:
            wide = button_width(painter, word)
            if x + wide > self.inner and x > painter.px(4):
                x, y = painter.px(4), y + height + painter.px(6)
            button(painter, pygame.Rect(x, y, wide, height), word, f"word {word}", self._take(word), group="words")
            x += wide + painter.px(6)
        return y + height + painter.px(14) if words else y

    def _found(self, painter: Painter, search: SearchRow, y: int) -> int:
        theme = painter.look.theme
        icon, ink = ("check_bold", theme.good) if search.done else ("progress_clock", theme.warm)
        painter.icon(icon, painter.px(4), y + painter.px(2), 17, ink)
        head = f"« {search.words} »" if painter.look.settings.language == "fr" else f"“{search.words}”"
        title = painter.text(painter.px(29), y, head, self.inner - painter.px(180), weight="semibold", max_lines=1)
        painter.text(
            title.right + painter.px(10),
            y + painter.px(1),
            search.state,
            self.inner - title.right - painter.px(14),
            "small",
            colour=theme.muted,
            max_lines=1,
        )
        y = title.bottom + painter.px(6)
        for row in search.found:
            area = pygame.Rect(
                painter.px(4), y, self.inner - painter.px(8), row_height(painter, row, self.inner - painter.px(8))
            )
            painter.box(area, theme.raised, theme.line)
            paint_row(painter, row, area)
            painter.spot(f"found {search.words} {row.post_id}", area, self._open(row), "", f"found {search.words}")
            y = area.bottom + painter.px(6)
        return y + painter.px(8)

    def _take(self, word: str) -> Command:
        def take() -> Transition:
            self.words = word
            self.scene.focus_on("field")
            return None

        return take

    def _open(self, row: FeedRow) -> Command:
        return lambda: self.scene.open(PostDialog(self.crisis, row))

    def _search(self) -> Transition:
        words = self.words.strip()
        if words and self.crisis.answered(self.session.listen(words)):
            self.words = ""
        return None

    def on_text(self, text: str) -> None:
        self.words = (self.words + text)[:_LONGEST]
        self._blink = 0.0
        if self.scene.focus != "field":
            self.scene.focus_on("field")

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if event.key == pygame.K_BACKSPACE:
            self.words = self.words[:-1]
            self._blink = 0.0
            return True, None
        if event.key in ENTER and self.scene.focus == "field":
            return True, self._search()
        return False, None
