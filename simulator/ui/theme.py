"""Colours, type scale, spacing and radii: the only place with a literal colour.

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
    pastels: dict[str, Colour] = field(default_factory=dict)
    on_pastel: Colour = (0, 0, 0)
    badges: dict[str, tuple[Colour, Colour]] = field(default_factory=dict)
    """Badge kind -> (background, text)."""
    accents: tuple[Colour, ...] = ()
    """Colours of scenarios, picked by their accent number."""
    segments: dict[str, Colour] = field(default_factory=dict)
    """Backgrounds of the audience's chips, dark enough for `text`."""

    def heat(self, value: float) -> Colour:
        """The colour of an outrage 0..100: calm under 35, warm under 60, hot above."""
        return self.calm if value < 35 else self.warm if value < 60 else self.hot

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


DARK = Theme(
    ink=(12, 17, 29),
    card=(21, 28, 45),
    raised=(28, 37, 64),
    sunken=(13, 18, 31),
    chosen=(35, 51, 94),
    line=(42, 52, 80),
    line_strong=(97, 111, 148),
    text=(233, 238, 248),
    muted=(163, 175, 203),
    faint=(139, 151, 181),
    accent=(110, 168, 255),
    on_accent=(9, 16, 32),
    calm=(45, 198, 182),
    warm=(255, 193, 69),
    hot=(255, 110, 110),
    good=(91, 211, 138),
    notable=(255, 157, 92),
    shadow=(2, 4, 9),
    veil=(5, 8, 15),
    pastels={
        "peach": (255, 180, 162),
        "sky": (156, 197, 255),
        "mint": (200, 242, 184),
        "lilac": (220, 192, 255),
        "butter": (255, 224, 143),
        "aqua": (165, 232, 232),
        "rose": (255, 178, 209),
        "sand": (226, 209, 184),
    },
    on_pastel=(16, 22, 38),
    badges={
        "customer": ((35, 54, 99), (186, 212, 255)),
        "journalist": ((77, 56, 8), (255, 214, 122)),
        "employee": ((14, 66, 60), (150, 238, 217)),
        "influencer": ((82, 31, 66), (255, 190, 226)),
        "authority": ((52, 60, 79), (221, 227, 240)),
        "public": ((44, 52, 76), (207, 215, 235)),
        "bot": ((70, 33, 38), (255, 188, 184)),
        "you": ((43, 58, 122), (205, 214, 255)),
    },
    accents=(
        (45, 198, 182),
        (246, 150, 82),
        (240, 90, 138),
        (167, 110, 245),
        (97, 153, 245),
        (86, 200, 120),
        (232, 190, 74),
    ),
    segments={
        "customers": (47, 72, 118),
        "employees": (39, 88, 72),
        "journalists": (96, 77, 42),
        "public": (72, 56, 116),
        "influencers": (104, 46, 78),
        "authorities": (62, 72, 94),
        "bots": (92, 50, 52),
    },
)
