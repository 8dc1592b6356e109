"""What if: the curves at large, and every decision, to change one or to play on from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from simulator.play.presenters.hindsight import ChoiceRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.spots import Command
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.choice_row import paint_alternatives, paint_choice
from simulator.ui.widgets.debrief_chart import paint_chart
from simulator.ui.widgets.painter import Painter

_TWO_COLUMNS = 940
_LIST = 430
"""Points: the window that has room for the list beside the chart, and the list's width."""
_PLOT = (200, 520)
"""Points that the plot is tall, at least and at most."""


class WhatIfPage(Page):
    """The chart stays in sight beside the list, where there is room for both."""

    name = "what_if"
    _place: int | None = None

    @property
    def there(self) -> bool:
        return bool(self.view.choices) or len(self.view.curves) > 1

    def state(self) -> Hashable:
        return self.scene.curves.drawn(self.view.curves), self._place

    @property
    def _beside(self) -> bool:
        return self.scene.game.look.points[0] >= _TWO_COLUMNS

    def compose(self, area: pygame.Rect) -> None:
        if not self._beside:
            super().compose(area)
            return
        look = self.scene.game.look
        language = look.settings.language
        key = (self.scene.serial, language, self.state())
        wide = look.px(_LIST)
        chart = pygame.Rect(area.x, area.y, area.width - wide, area.height)
        self.scene.show("page what_if", chart, key, self._chart_panel, look.theme.ink, True, gradual=True)
        beside = pygame.Rect(chart.right, area.y, wide, area.height)
        asked = tuple((curve.key, round(100 * curve.done)) for curve in self.view.curves)
        listed = (self.view.choices, asked, language, self._place)
        self.scene.show("choices", beside, listed, self._list_panel, look.theme.ink, True, gradual=True)

    def _chart_panel(self, painter: Painter) -> None:
        left = painter.px(MARGIN)
        top, width = painter.px(16), painter.width - left - painter.px(7)
        probe = Painter(painter.look, pygame.Surface((1, 1)), painter.panel, painter.origin, scrolled=-1_000_000)
        around = self._chart(probe, left, top, width, _PLOT[0]) + painter.px(18) - painter.px(_PLOT[0])
        self._chart(painter, left, top, width, (painter.height - around) / painter.look.scale)
        painter.reach(painter.bottom + painter.px(16))

    def _list_panel(self, painter: Painter) -> None:
        left, right = painter.px(7), painter.px(MARGIN)
        self._list(painter, left, painter.px(16), painter.width - left - right)
        painter.reach(painter.bottom + painter.px(20))

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        y = self._chart(painter, x, y, width, _PLOT[0]) + painter.px(14)
        self._list(painter, x, y, width)

    def _chart(self, painter: Painter, x: int, y: int, width: int, height: float) -> int:
        view = self.view
        drawn = self.scene.curves.drawn(view.curves)
        tall = min(_PLOT[1], max(_PLOT[0], height))
        at = next((choice.minute for choice in view.choices if choice.place == self._place), None)
        y = paint_chart(painter, view, drawn, x, y, width, tall, self._press, at) + painter.px(10)
        note = painter.look.say("ui.what_if_note")
        return painter.text(x, y, note, width, "small", colour=painter.look.theme.muted).bottom

    def _list(self, painter: Painter, x: int, y: int, width: int) -> int:
        view = self.view

        def content(on: Painter, left: int, top: int, room: int) -> int:
            say, theme = on.look.say, on.look.theme
            top = on.caption(left, top, say("ui.your_decisions"), room).bottom + on.px(2)
            told = say("ui.choose_decision" if view.choices else "ui.no_decision")
            top = on.text(left, top, told, room, "small", colour=theme.muted).bottom + on.px(6)
            for choice in view.choices:
                is_open = choice.place == self._place
                row = (left - on.px(6), top, room + on.px(12))
                top = paint_choice(on, choice, *row, is_open, self._choose(choice.place), self._others(choice)) + on.px(
                    2
                )
            return top

        return painter.card(x, y, width, content, 16)

    def _others(self, choice: ChoiceRow) -> Callable[[Painter, int, int, int], int]:
        """What unfolds under a decision."""
        curves = {curve.key: curve for curve in self.view.curves}

        def inside(on: Painter, x: int, y: int, width: int) -> int:
            return paint_alternatives(on, choice, curves, x, y, width, self._ask, self._branch(choice.place))

        return inside

    # commands

    def _press(self, key: str) -> Command:
        def press() -> Transition:
            self.scene.curves.press(self.view.curves, key)
            return None

        return press

    def _choose(self, place: int) -> Command:
        def choose() -> Transition:
            self._place = None if self._place == place else place
            if self._place is not None:
                self._bring_into_sight(place)
            return None

        return choose

    def _ask(self, key: str) -> Command:
        def ask() -> Transition:
            if all(curve.key != key for curve in self.view.curves):
                self.scene.review.ask(key)
            self.scene.curves.speak_of(key)
            self.scene.look_again()
            if not self._beside:
                self.scene.tell(self.scene.game.look.say("ui.on_its_way"))
            if self._place is not None:
                self._bring_into_sight(self._place)
                self.scene.focus_on(f"ask {key}")
            return None

        return ask

    def _bring_into_sight(self, place: int) -> None:
        """Scroll until what unfolds under a decision shows, and above all the decision."""
        self.scene.arrange()
        family = (f"others {place}", f"branch {place}")
        unfolded = [spot.key for spot in self.scene.spots if spot.family in family]
        for name in (*unfolded[-1:], f"choice {place}"):
            self.scene.reveal(name)

    def _branch(self, place: int) -> Command:
        return lambda: self.scene.branch(place)
