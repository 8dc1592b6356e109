"""What a theme tells of colours, type scale, spacing and radii; the values of the themes are in `colours`.

Colours are (red, green, blue), 0..255. Lengths are in points: pixels of the 1280 × 800 window, which
`simulator.ui.look.Look` scales. Sizes of type are told by their x-height in points, because text whose
x-height is a whole number of pixels stands crisp at any scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from zlib import crc32

Colour = tuple[int, int, int]
Size = Literal["small", "body", "heading", "title", "display"]
Weight = Literal["regular", "semibold", "bold"]

X_HEIGHTS: dict[Size, float] = {"small": 7, "body": 8, "heading": 9, "title": 13, "display": 20}
LINE_HEIGHTS: dict[Size, float] = {"small": 19, "body": 21, "heading": 24, "title": 33, "display": 48}

MARGIN = 20
RADIUS_SMALL, RADIUS, RADIUS_CARD = 5, 9, 12


@dataclass(frozen=True)
class Theme:
    """The colours by what they are for. The heat colours go with a figure, an arrow and a word, never alone."""

    ink: Colour
    """The window behind everything."""
    card: Colour
    raised: Colour
    """What can be chosen inside a card, and the chosen row."""
    sunken: Colour
    """Tracks, fields, previews."""
    chosen: Colour
    line: Colour
    line_strong: Colour
    """Edges of controls: 3:1 on ink and card."""
    text: Colour
    muted: Colour
    faint: Colour
    accent: Colour
    on_accent: Colour
    calm: Colour
    warm: Colour
    hot: Colour
    good: Colour
    notable: Colour
    """Transparency's orange, between warm and hot."""
    shadow: Colour
    veil: Colour
    curves: tuple[Colour, ...]
    """Curves of what-ifs, which take turns."""
    solids: dict[Colour, Colour] = field(default_factory=dict)
    """A colour of text -> the brighter one of what is filled with it: 3:1 is enough there."""
    pastels: dict[str, Colour] = field(default_factory=dict)
    on_pastel: Colour = (0, 0, 0)
    badges: dict[str, tuple[Colour, Colour]] = field(default_factory=dict)
    """Badge kind -> (background, text)."""
    accents: tuple[Colour, ...] = ()
    """Colours of scenarios, picked by their accent number."""
    segments: dict[str, Colour] = field(default_factory=dict)
    """Backgrounds of the audience's chips, on which `text` is legible."""
    shadow_share: float = 1.0
    """How much of the asked opacity a shadow has: a light ground needs little."""
    veil_opacity: int = 190
    """How dense the veil under a dialog is, 0..255."""
    stroke: float = 0.8
    """The exponent that raises the alpha of letters: light text on a dark ground looks thinner than it is."""
    picture_share: tuple[float, float] = (0.16, 0.46)
    """How much of a scenario's colour its picture has, from its left to its right."""

    def heat(self, value: float) -> Colour:
        """The colour of an outrage 0..100: calm under 35, warm under 60, hot above."""
        return self.calm if value < 35 else self.warm if value < 60 else self.hot

    def solid(self, colour: Colour) -> Colour:
        """`colour` for bars, curves and signs instead of text."""
        return self.solids.get(colour, colour)

    def trust(self, value: float) -> Colour:
        """The colour of a trust 0..100: the heat scale the other way round."""
        return self.hot if value < 35 else self.warm if value < 60 else self.calm

    def pastel(self, key: str) -> Colour:
        """An avatar's colour: one by name, or always the same one for any other key."""
        if key in self.pastels:
            return self.pastels[key]
        names = list(self.pastels)
        return self.pastels[names[crc32(key.encode()) % len(names)]]

    def scenario(self, accent: int) -> Colour:
        return self.accents[accent % len(self.accents)]

    def criterion(self, name: str) -> Colour:
        """The colour of a score: overall, reactivity, transparency or tone."""
        return {"reactivity": self.warm, "transparency": self.notable, "tone": self.good}.get(name, self.accent)

    def band(self, name: str, criterion: str) -> Colour:
        """The colour of a score's word: its criterion's, except where the word is a bad one."""
        return self.hot if name == "insufficient" else self.criterion(criterion)

    def notice(self, tone: str) -> Colour:
        return {"good": self.good, "bad": self.hot, "news": self.warm}.get(tone, self.accent)
