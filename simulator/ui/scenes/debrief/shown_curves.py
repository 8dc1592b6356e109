"""Which curves of the debrief are drawn, and which of them is spoken of."""

from __future__ import annotations

from simulator.play.presenters.hindsight import CurveRow
from simulator.ui.widgets.debrief_chart import Drawn

_AT_FIRST = 3
"""What-ifs that are drawn before the student chooses."""


class ShownCurves:
    """Switches by the keys of curves; one that was chosen stays as it was chosen."""

    def __init__(self) -> None:
        self._on: dict[str, bool] = {}
        self._spoken = ""

    def drawn(self, curves: tuple[CurveRow, ...]) -> Drawn:
        """What to draw of `curves`: the play and the first what-ifs, and what was switched on."""
        others = [curve for curve in curves if curve.kind != "play"]
        first = {curve.key for curve in others[:_AT_FIRST]} | {curve.key for curve in curves if curve.kind == "play"}
        keys = frozenset(curve.key for curve in curves if self._on.get(curve.key, curve.key in first))
        spoken = self._spoken if self._spoken in keys else ""
        if not spoken:
            changed = sorted(others, key=lambda curve: curve.kind != "what_if")
            spoken = next((curve.key for curve in changed if curve.key in keys), "")
        return Drawn(keys, spoken)

    def speak_of(self, key: str) -> None:
        """Draw the curve `key`, and say what became of its peak."""
        self._on[key] = True
        self._spoken = key

    def press(self, curves: tuple[CurveRow, ...], key: str) -> None:
        """Draw the curve; then, when it is spoken of already (or is the play), leave it out."""
        drawn = self.drawn(curves)
        kind = next((curve.kind for curve in curves if curve.key == key), "play")
        if key in drawn.keys and (key == drawn.spoken or kind == "play"):
            self._on[key] = False
        elif kind == "play":
            self._on[key] = True
        else:
            self.speak_of(key)
