"""What the crisis's dialogs share: their scene, and the way a command is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

import pygame

from simulator.play.presenters.card_rows import ResponseRow
from simulator.ui.contract import Session
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.spots import Command
from simulator.ui.widgets.inject_card import paint_response, response_height
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


Answer = TypeVar("Answer")


class Fresh(Generic[Answer]):
    """What the session answers, asked again only when something may have changed."""

    def __init__(self, scene: CrisisCommands, ask: Callable[[], Answer]) -> None:
        self._scene = scene
        self._ask = ask
        self._answer = ask()
        self._stamp = self._now

    @property
    def _now(self) -> tuple[int, int]:
        return self._scene.session.revision, self._scene.game.turn

    def __call__(self) -> Answer:
        if self._stamp != self._now:
            self._answer, self._stamp = self._ask(), self._now
        return self._answer


class CrisisDialog(Dialog):
    """A dialog over the crisis: time goes on, the view stays fresh."""

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self.crisis = scene

    @property
    def session(self) -> Session:
        return self.crisis.session

    def closing(self, refusal: str | None, done: str = "") -> Transition:
        """Close when the command was accepted; else its refusal is shown and the dialog stays."""
        return self.crisis.close() if self.crisis.answered(refusal, done) else None

    def responses(self, painter: Painter, rows: tuple[ResponseRow, ...], y: int, publish: Command) -> int:
        """A list of responses of which one is chosen, then published; the row under it."""
        for row in rows:
            area = pygame.Rect(painter.px(4), y, self.inner - painter.px(8), 0)
            area.height = response_height(painter, row, area.width)
            chosen = self.scene.chosen_response == row.response_id
            paint_response(painter, row, area, chosen, publish, f"response {row.response_id}")
            y = area.bottom + painter.px(10)
        return y

    def choose_by_digit(self, event: pygame.event.Event, rows: tuple[ResponseRow, ...]) -> bool:
        """Give the focus to the response whose key was pressed."""
        for row in rows:
            if event.unicode and event.unicode == row.key:
                self.scene.focus_on(f"response {row.response_id}")
                return True
        return False
