"""The settings page."""

from __future__ import annotations

from simulator.ui.scenes.setting_rows import paint_settings, unheard
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.widgets.painter import Painter


class SettingsScene(ShellScene):
    """Language, theme, size of text, motion, tempo, sound, speech and keys."""

    page = "settings"
    first_focus = "page settings"

    def compose(self) -> None:
        super().compose()
        look = self.game.look
        area = self.content
        shown = (self.game.desk.settings, tuple(unheard(self.game).items()))
        self.show("settings", area, shown, self._paint, look.theme.ink, True)

    def _paint(self, painter: Painter) -> None:
        left = painter.px(28)
        room = painter.width - 2 * left
        y = self.title(painter, left, painter.px(26), painter.look.say("ui.page_settings"), room) + painter.px(14)

        def content(on: Painter, x: int, top: int, width: int) -> int:
            return paint_settings(on, self.game, self.help, x, top, width)

        painter.card(left, y, min(room, painter.px(880)), content, 22)
        painter.reach(painter.bottom + painter.px(24))
