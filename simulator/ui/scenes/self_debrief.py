"""Before the result: two minutes of one's own. What did you decide, why, what would you change?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.words import Words
from simulator.ui.contract import Review
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.focus_keys import ENTER
from simulator.ui.scenes.writing import Writing
from simulator.ui.theme import MARGIN
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_SECONDS = 120
_WIDTH = 780
_RING = 58
_FOOT = 70
_ANSWERS = ("decided", "why", "change")


def look_back(game: Game, review: Review) -> PanelScene:
    """The scene after a play: one's own words first, where there are questions and nothing is written yet."""
    if review.view().questions and review.words.is_empty:
        return SelfDebriefScene(game, review)
    return DebriefScene(game, review)


class SelfDebriefScene(PanelScene):
    """Three questions, a clock that never cuts off, and no grade in sight."""

    first_focus = "words decided"

    def __init__(self, game: Game, review: Review) -> None:
        super().__init__(game)
        self.review = review
        self.writing = Writing(self)
        self._language = game.desk.settings.language
        self._questions = review.view().questions
        self._elapsed = 0.0
        self._handed_over = False

    @property
    def _left(self) -> int:
        """Whole seconds that remain, 0 when the two minutes are over."""
        return max(0, _SECONDS - int(self._elapsed))

    def compose(self) -> None:
        look = self.game.look
        language = look.settings.language
        if language != self._language:
            self._language = language
            self.review.set_language(language)
            self._questions = self.review.view().questions
        width, height = look.size
        room = min(look.px(_WIDTH), width - 2 * look.px(MARGIN))
        left = (width - room) // 2
        probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
        head = self._head(probe, left, room)
        foot = look.px(_FOOT)
        area = pygame.Rect(0, 0, width, head)
        self.show("head", area, language, lambda on: self._paint_head(on, left, room), look.theme.ink, gradual=True)
        body = pygame.Rect(0, head, width, height - head - foot)
        state = (language, self._questions, self.writing.state())
        self.show("questions", body, state, lambda on: self._body(on, left, room), look.theme.ink, True, True)
        below = pygame.Rect(0, height - foot, width, foot)
        self.show("foot", below, language, lambda on: self._foot(on, left, room), look.theme.card, gradual=True)
        clock = pygame.Rect(left + room - look.px(2 * _RING), look.px(26), look.px(2 * _RING), look.px(_RING + 2))
        self.show("clock", clock, (self._left, look.still, language), self._clock)

    def _head(self, painter: Painter, left: int, room: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        words = room - painter.px(2 * _RING + 14)
        title = painter.text(left, painter.px(26), say("ui.before_result"), words, "title", "bold")
        lead = painter.text(left, title.bottom + painter.px(4), say("ui.before_lead"), words, colour=theme.muted)
        return max(lead.bottom, painter.px(26 + _RING)) + painter.px(14)

    def _paint_head(self, painter: Painter, left: int, room: int) -> None:
        self._head(painter, left, room)

    def _clock(self, painter: Painter) -> None:
        """What is left of two minutes: a figure, and a ring where motion is not turned off."""
        theme, say = painter.look.theme, painter.look.say
        side, left = painter.px(_RING), self._left
        shown = say("ui.time_left", minutes=left // 60, seconds=f"{left % 60:02d}") if left else say("ui.no_hurry")
        if not left:
            high = painter.text_height(shown, painter.width, "small")
            painter.text(0, (side - high) // 2, shown, painter.width, "small", colour=theme.muted, align="right")
            return
        place = painter.width - side
        if not painter.look.still:
            ring = shapes.ring(side, painter.px(4), left / _SECONDS, theme.line_strong, theme.card)
            painter.paste(ring, (place, 0))
        top = (side - painter.line_height("small")) // 2
        painter.text(place, top, shown, side, "small", "semibold", theme.muted, 1, "centre")

    def _body(self, painter: Painter, left: int, room: int) -> None:
        say, words = painter.look.say, self.review.words
        y = painter.px(4)
        texts = (words.decided, words.why, words.change)
        for name, question, text in zip(_ANSWERS, self._questions, texts, strict=False):
            y = painter.text(left, y, question, room, "heading", "semibold").bottom + painter.px(6)
            y = self.writing.paint(painter, left, y, room, f"words {name}", text, 3, say("ui.write_here"))
            y += painter.px(10)
        painter.reach(y + painter.px(10))

    def _foot(self, painter: Painter, left: int, room: int) -> None:
        say = painter.look.say
        painter.rule(0, 0, painter.width)
        height, middle = painter.px(38), painter.height // 2
        label, key = say("ui.see_debrief"), say("ui.ctrl_enter")
        wide = button_width(painter, label, key)
        skip = button_width(painter, say("ui.skip"), say("ui.escape"))
        if wide + skip + painter.px(12) > room:
            key, wide = "", button_width(painter, label)
        area = pygame.Rect(left + room - wide, middle - height // 2, wide, height)
        button(painter, area, label, "see", self.go_on, key=key, kind="primary", group="foot")
        place = pygame.Rect(left, area.y, skip, height)
        button(painter, place, say("ui.skip"), "skip", self.go_on, key=say("ui.escape"), group="foot")

    # time, keys, commands

    def update(self, seconds: float) -> Transition:
        self._elapsed += seconds
        self.review.advance()
        self.writing.pass_time(seconds)
        return super().update(seconds)

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if event.key in ENTER and event.mod & pygame.KMOD_CTRL:
            return True, self.go_on()
        return self.writing.on_key(event), None

    def on_text(self, text: str) -> None:
        self.writing.on_text(text)

    def on_composing(self, text: str) -> None:
        self.writing.on_composing(text)

    def on_drag(self, position: tuple[int, int]) -> None:
        self.writing.on_drag(position)

    def back(self) -> Transition:
        return self.go_on()

    def go_on(self) -> Transition:
        """To the result; what was written is kept, also by who skips the rest."""
        kept = self.review.words
        decided, why, change = (self.writing.text(f"words {name}", getattr(kept, name)).strip() for name in _ANSWERS)
        words = Words(decided, why, change, kept.notes)
        refusal = self.review.write(words) if words != kept else None
        self._handed_over = True
        scene = DebriefScene(self.game, self.review)
        if refusal is not None:
            scene.tell(refusal, "bad")
        return Replace(scene)

    def leave(self) -> None:
        if not self._handed_over:
            self.review.close()
