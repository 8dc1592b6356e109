"""The preview: the crisis as it will be played, over its chronogram; it is read again whenever a file is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.locale import Message
from simulator.play.preview import Preview
from simulator.play.rehearsal import SPEEDS
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Quit, Transition
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.spots import Command
from simulator.ui.theme import LINE_HEIGHTS, MARGIN, RADIUS_CARD
from simulator.ui.widgets.chronogram import paint_chronogram
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_BOTS = ("exemplary", "silent", "random", "denier")
_JUMP = 10
_PROBLEMS = 3
_FOOT = 226


class PreviewScene(CrisisScene):
    """The crisis scene on a rehearsal; its foot is the chronogram, with what is wrong above it."""

    stops_when_away = False
    """Its author writes in another window and looks on."""

    def __init__(self, game: Game, preview: Preview) -> None:
        self.preview = preview
        super().__init__(game, preview.rehearsal)

    @property
    def foot_height(self) -> int:
        shown = min(len(self.preview.problems), _PROBLEMS)
        more = len(self.preview.problems) > shown or self.preview.stale
        return _FOOT + round(LINE_HEIGHTS["small"] * (shown + more)) + (3 if shown else 0)

    def compose(self) -> None:
        super().compose()
        if self.parts is not None and self.parts.foot is not None:
            self._foot(self.parts.foot)

    def update(self, seconds: float) -> Transition:
        if self.preview.watch(seconds):
            self._tell_reading()
        return super().update(seconds)

    def _tell_reading(self) -> None:
        say = self.game.look.say
        problems = sum(problem.level == "problem" for problem in self.preview.problems)
        if problems:
            self.tell(say("ui.preview_broken", count=problems), "bad")
        else:
            self.tell(say("ui.preview_read"), "good")
        self.card_id = ""

    def back(self) -> Transition:
        return Quit()

    def open_menu(self) -> Transition:
        return self.back()

    # the keyboard

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        rehearsal = self.preview.rehearsal
        far = bool(event.mod & pygame.KMOD_SHIFT)
        if self.focus is None or self.focus.startswith("chronogram"):
            steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_HOME: -rehearsal.minute, pygame.K_END: 100_000}
            if event.key in steps:
                minutes = steps[event.key] * (_JUMP if far else 1)
                return True, self._to(max(0, rehearsal.minute + minutes))()
        if event.unicode and event.unicode in "+-":
            rehearsal.faster(1 if event.unicode == "+" else -1)
            return True, None
        if self.game.look.keys.act(pressed(event), "preview") == "bot":
            return True, self._next_bot()
        return super().on_key(event)

    def _to(self, minute: float) -> Command:
        def go() -> Transition:
            self.preview.rehearsal.go_to(round(minute))
            self.card_id = ""
            self._last_notice = 0
            return None

        return go

    def _next_bot(self) -> Transition:
        rehearsal = self.preview.rehearsal
        place = (_BOTS.index(rehearsal.bot) + 1) % len(_BOTS) if rehearsal.bot in _BOTS else 0
        rehearsal.play_as(_BOTS[place])
        self.card_id = ""
        return None

    def _faster(self) -> Transition:
        rehearsal = self.preview.rehearsal
        rehearsal.faster(1 if rehearsal.speed != SPEEDS[-1] else -len(SPEEDS))
        return None

    # the foot

    def _foot(self, area: pygame.Rect) -> None:
        look, preview = self.game.look, self.preview
        view, rehearsal = preview.chronogram(), preview.rehearsal
        lines = tuple(preview.lines(look.say, _PROBLEMS))
        key = (view, rehearsal.minute, rehearsal.speed, rehearsal.paused, rehearsal.bot, lines, preview.revision,
               look.settings.language)  # fmt: skip

        def paint(painter: Painter) -> None:
            inset = painter.px(MARGIN)
            whole = pygame.Rect(inset, 0, painter.width - 2 * inset, painter.height - painter.px(10))
            painter.box(whole, look.theme.card, look.theme.line, RADIUS_CARD)
            inner = whole.inflate(-2 * painter.px(14), -2 * painter.px(8))
            y = self._controls(painter, inner)
            y = self._problems(painter, inner, y, lines)
            rest = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
            paint_chronogram(painter, view, rehearsal.minute, rest, self._to)

        self.show("foot", area, key, paint, look.theme.ink)

    def _controls(self, painter: Painter, area: pygame.Rect) -> int:
        """The title, how it is played, and how fast; the row under it."""
        say, rehearsal = painter.look.say, self.preview.rehearsal
        height, right = painter.px(28), area.right
        buttons: tuple[tuple[str, str, str, Command, str], ...] = (
            (
                "bot",
                say("ui.preview_bot", bot=rehearsal.bot),
                painter.look.cap("bot"),
                self._next_bot,
                say("ui.preview_bot_tip", key=painter.look.cap("bot")),
            ),
            ("speed", say("ui.preview_speed", speed=rehearsal.speed), "+", self._faster, say("ui.preview_speed_tip")),
            (
                "pace",
                say("ui.preview_play" if rehearsal.paused else "ui.preview_pause"),
                say("ui.space"),
                self.toggle_pause,
                say("ui.preview_pace_tip"),
            ),
        )
        for name, label, letter, command, tip in buttons:
            wide = button_width(painter, label, letter)
            right -= wide
            place = pygame.Rect(right, area.y, wide, height)
            button(painter, place, label, f"preview {name}", command, key=letter, tip=tip)
            right -= painter.px(8)
        title = say("ui.preview_title", title=self.preview.chronogram().title)
        painter.text(area.x, area.y + painter.px(3), title, right - area.x, "body", "semibold", max_lines=1)
        return area.y + height + painter.px(5)

    def _problems(self, painter: Painter, area: pygame.Rect, y: int, lines: tuple[str, ...]) -> int:
        theme, preview = painter.look.theme, self.preview
        for line, problem in zip(lines, sorted(preview.problems, key=lambda one: one.level), strict=False):
            ink = theme.hot if problem.level == "problem" else theme.warm
            painter.icon("alert_circle_outline", area.x, y + painter.px(1), 16, ink)
            room = area.width - painter.px(24)
            y = painter.text(area.x + painter.px(24), y, line, room, "small", colour=theme.text, max_lines=1).bottom
        more = len(preview.problems) - len(lines)
        if more > 0 or preview.stale:
            parts = [painter.look.say("ui.preview_more", count=more)] if more > 0 else []
            parts += [painter.look.say.say(Message("ui.preview_stale"))] if preview.stale else []
            y = painter.text(area.x + painter.px(24), y, " ".join(parts), area.width - painter.px(24), "small",
                             colour=theme.muted, max_lines=1).bottom  # fmt: skip
        return y + (painter.px(3) if lines else 0)
