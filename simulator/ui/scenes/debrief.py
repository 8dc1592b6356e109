"""The debrief: the scores and their reasons, the curve, what to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.contract import Review
from simulator.ui.scene import Pop, Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.keys import KeysDialog
from simulator.ui.spots import Command
from simulator.ui.theme import MARGIN
from simulator.ui.widgets import debrief_cards
from simulator.ui.widgets.controls import button, button_width, pill
from simulator.ui.widgets.debrief_chart import paint_chart
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_HEAD = 58
_TWO_COLUMNS = 780


class DebriefScene(PanelScene):
    """The hot wash of a play, just ended or long ago."""

    first_focus = "done"

    def __init__(self, game: Game, review: Review) -> None:
        super().__init__(game)
        self.review = review
        self._turn = game.turn
        self.hidden: set[str] = set()
        self.view = review.view()

    def compose(self) -> None:
        look = self.game.look
        if self._turn != self.game.turn:
            self._turn = self.game.turn
            self.review.set_language(self.game.desk.settings.language)
            self.view = self.review.view()
        width, height = look.size
        head = look.px(_HEAD)
        language = look.settings.language
        shown = (self.view, language)
        self.show("head", pygame.Rect(0, 0, width, head), shown, self._head, look.theme.card)
        body = pygame.Rect(0, head, width, height - head)
        key = (shown, frozenset(self.hidden))
        self.show("body", body, key, self._body, look.theme.ink, True)

    def _head(self, painter: Painter) -> None:
        say, theme, view = painter.look.say, painter.look.theme, self.view
        painter.rule(0, painter.height - max(1, painter.px(1)), painter.width)
        middle, height = painter.px(_HEAD) // 2, painter.px(32)
        right = painter.width - painter.px(MARGIN)
        done = say("ui.done")
        wide = button_width(painter, done, say("ui.escape"))
        area = pygame.Rect(right - wide, middle - height // 2, wide, height)
        button(painter, area, done, "done", Pop, key=say("ui.escape"), kind="primary", group="head")
        if view.scenario_id:
            again = say("ui.play_again")
            wide = button_width(painter, again, "R", "refresh")
            area = pygame.Rect(area.x - wide - painter.px(10), area.y, wide, height)
            button(painter, area, again, "again", self._again, key="R", icon="refresh", group="head")
        left = painter.px(MARGIN)
        top = middle - painter.line_height("heading") // 2
        title = painter.text(left, top, view.title, area.x - left - painter.px(16), "heading", "bold", max_lines=1)
        room = area.x - title.right - painter.px(32)
        if painter.text_width(view.subtitle, "small") + painter.px(24) < room:
            pill(painter, title.right + painter.px(14), middle - painter.px(13), view.subtitle, theme.muted, theme.line)

    def _body(self, painter: Painter) -> None:
        view = self.view
        left, gap, y = painter.px(MARGIN), painter.px(14), painter.px(16)
        room = painter.width - 2 * left
        y = debrief_cards.rings(painter, view, left, y, room) + gap
        if view.closing:
            y = debrief_cards.closing(painter, view.closing, left, y, room) + gap
        if any(curve.points for curve in view.curves):
            y = paint_chart(painter, view, left, y, room, self.hidden, self._toggle) + gap
        if painter.look.points[0] < _TWO_COLUMNS:
            y = debrief_cards.evidence(painter, view.evidence, left, y, room) + gap
            y = debrief_cards.right_column(painter, view, left, y, room)
        else:
            wide = round((room - gap) * 0.56)
            beside = debrief_cards.right_column(painter, view, left + wide + gap, y, room - wide - gap)
            y = max(beside, debrief_cards.evidence(painter, view.evidence, left, y, wide))
        painter.text(left, y + gap, view.note, room, "small", colour=painter.look.theme.muted)
        painter.reach(painter.bottom + painter.px(20))

    def _toggle(self, name: str) -> Command:
        def toggle() -> Transition:
            self.hidden ^= {name}
            return None

        return toggle

    def _again(self) -> Transition:
        from simulator.ui.scenes.briefing import BriefingScene

        return Replace(BriefingScene(self.game, self.view.scenario_id, self.view.seed))

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if event.key == pygame.K_F1:
            return True, self.open(KeysDialog(self))
        if event.unicode.upper() == "R" and self.view.scenario_id:
            return True, self._again()
        return False, None

    def back(self) -> Transition:
        return Pop()
