"""How everything looks at this moment: theme, scale, text and language, made anew when one of them changes."""

from __future__ import annotations

from simulator.locale import Phrasebook, phrasebook
from simulator.play.keys import Keys
from simulator.play.presenters.pages import Settings
from simulator.ui.colours import THEMES
from simulator.ui.keyboard import cap
from simulator.ui.widgets.typesetting import Typesetter

REFERENCE = (1280, 800)
SMALLEST, LARGEST = 0.9, 4.0


def window_scale(size: tuple[int, int], text_scale: int) -> float:
    """Pixels a point: the window against the reference, within 0.9..4, times the text scale in per cent."""
    fitted = min(size[0] / REFERENCE[0], size[1] / REFERENCE[1])
    return max(SMALLEST, min(LARGEST, fitted)) * text_scale / 100


class Look:
    """What painting needs to know of the window and the player's settings."""

    def __init__(self, size: tuple[int, int], settings: Settings) -> None:
        self.size = size
        self.settings = settings
        self.theme = THEMES[settings.theme]
        self.scale = window_scale(size, settings.text_scale)
        self.keys = Keys(settings.keys)
        self.text = Typesetter(self.theme, self.scale)

    @property
    def say(self) -> Phrasebook:
        return phrasebook(self.settings.language)

    def cap(self, action: str) -> str:
        """What stands on the cap of the key of `action`."""
        return cap(self.keys.of(action), self.say)

    @property
    def still(self) -> bool:
        """Whether motion is turned off."""
        return self.settings.reduced_motion

    def px(self, points: float) -> int:
        """`points` in pixels."""
        return round(points * self.scale)

    @property
    def points(self) -> tuple[float, float]:
        """The window's size in points: what a layout has room for."""
        return self.size[0] / self.scale, self.size[1] / self.scale
