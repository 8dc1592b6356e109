"""Before an exam begins: what is different from practice."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.class_rows import AssignmentRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.my_class.scene import ClassScene


class ExamWarning(Dialog):
    """Its rules, then the exam."""

    first_focus = "sit"
    width = 620.0

    def __init__(self, scene: ClassScene, row: AssignmentRow) -> None:
        super().__init__(scene)
        self._class_scene = scene
        self._row = row

    def title(self) -> str:
        return self._row.title

    def subtitle(self) -> str:
        return self._row.subtitle

    def key(self) -> Hashable:
        return self._row

    def paint(self, painter: Painter) -> None:
        say, edge = painter.look.say, painter.px(4)
        y, room = edge, self.inner - 2 * edge
        for text in self._row.rules:
            painter.icon("circle_small", edge, y, 20, painter.look.theme.accent)
            y = painter.text(edge + painter.px(24), y, text, room - painter.px(24)).bottom + painter.px(7)
        label, key = say("myclass.exam"), say("ui.enter")
        wide = button_width(painter, label, key)
        area = pygame.Rect(edge + room - wide, y + painter.px(6), wide, painter.px(38))
        button(painter, area, label, "sit", self._sit, key=key, kind="primary")

    def _sit(self) -> Transition:
        self.scene.close()
        self._class_scene.prepare(self._row.assignment_id)
        return None
