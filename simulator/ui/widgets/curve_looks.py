"""How each curve of the debrief is drawn: no two by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.presenters.hindsight import CurveRow
from simulator.ui.theme import Colour, Theme


@dataclass(frozen=True)
class CurveLook:
    """A colour, and the points drawn and left out in turn; nothing is a whole line."""

    colour: Colour
    dashes: tuple[float, ...]


_WHAT_IFS: tuple[tuple[float, ...], ...] = (
    (13.0, 5.0, 2.0, 5.0),
    (11.0, 4.5),
    (13.0, 4.0, 2.0, 4.0, 2.0, 4.0),
    (4.0, 4.0),
)


def curve_looks(theme: Theme, curves: tuple[CurveRow, ...]) -> dict[str, CurveLook]:
    """The look of each curve by its key; what-ifs take turns."""
    inks = theme.curves
    fixed = {
        "play": CurveLook(theme.solid(theme.hot), ()),
        "silence": CurveLook(theme.muted, (0.5, 5.5)),
        "expert": CurveLook(theme.solid(theme.good), (7.0, 5.5)),
    }
    looks: dict[str, CurveLook] = {}
    turn = 0
    for curve in curves:
        if curve.kind == "what_if":
            looks[curve.key] = CurveLook(inks[turn % len(inks)], _WHAT_IFS[turn % len(_WHAT_IFS)])
            turn += 1
        else:
            looks[curve.key] = fixed[curve.kind]
    return looks
