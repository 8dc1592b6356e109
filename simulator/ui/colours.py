"""The dark and the light theme: the only place with a literal colour.

A control room at night is dark; a projector in a lit room washes dark grounds out, so the light theme is a design of
its own: paper cards on a cool ground, ink that keeps its contrast, little shadow.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.play.presenters.pages import ThemeName
from simulator.ui.theme import Theme

DARK = Theme(
    ink=(12, 17, 29),
    card=(21, 28, 45),
    raised=(28, 37, 64),
    sunken=(13, 18, 31),
    chosen=(35, 51, 94),
    line=(42, 52, 80),
    line_strong=(112, 126, 164),
    text=(233, 238, 248),
    muted=(163, 175, 203),
    faint=(149, 161, 190),
    accent=(110, 168, 255),
    on_accent=(9, 16, 32),
    calm=(45, 198, 182),
    warm=(255, 193, 69),
    hot=(255, 110, 110),
    good=(91, 211, 138),
    notable=(255, 157, 92),
    shadow=(2, 4, 9),
    veil=(5, 8, 15),
    curves=((110, 168, 255), (255, 157, 92), (220, 192, 255), (45, 198, 182), (255, 224, 143)),
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

LIGHT = Theme(
    ink=(231, 236, 245),
    card=(255, 255, 255),
    raised=(246, 248, 253),
    sunken=(234, 239, 248),
    chosen=(222, 233, 255),
    line=(203, 212, 228),
    line_strong=(106, 118, 146),
    text=(18, 26, 44),
    muted=(67, 79, 106),
    faint=(80, 92, 119),
    accent=(22, 82, 200),
    on_accent=(255, 255, 255),
    calm=(0, 110, 106),
    warm=(150, 86, 0),
    hot=(194, 20, 68),
    good=(8, 110, 52),
    notable=(174, 62, 0),
    shadow=(28, 42, 78),
    veil=(24, 33, 56),
    solids={
        (0, 110, 106): (0, 146, 138),
        (150, 86, 0): (188, 116, 0),
        (194, 20, 68): (222, 44, 88),
        (8, 110, 52): (22, 142, 72),
        (174, 62, 0): (214, 90, 18),
    },
    curves=((22, 82, 200), (214, 90, 18), (132, 70, 214), (0, 130, 124), (140, 104, 0)),
    pastels={
        "peach": (255, 190, 172),
        "sky": (166, 204, 255),
        "mint": (184, 232, 166),
        "lilac": (214, 190, 252),
        "butter": (250, 214, 120),
        "aqua": (146, 222, 222),
        "rose": (252, 176, 206),
        "sand": (222, 204, 176),
    },
    on_pastel=(16, 22, 38),
    badges={
        "customer": ((214, 228, 255), (18, 62, 140)),
        "journalist": ((255, 232, 180), (104, 62, 0)),
        "employee": ((200, 240, 230), (0, 84, 72)),
        "influencer": ((255, 218, 238), (132, 20, 84)),
        "authority": ((224, 229, 238), (48, 58, 82)),
        "public": ((228, 233, 244), (52, 62, 90)),
        "bot": ((255, 220, 216), (142, 24, 24)),
        "you": ((216, 222, 255), (42, 46, 146)),
    },
    accents=(
        (10, 148, 136),
        (222, 112, 36),
        (216, 58, 112),
        (136, 84, 226),
        (50, 116, 226),
        (44, 152, 84),
        (190, 142, 18),
    ),
    segments={
        "customers": (196, 218, 255),
        "employees": (188, 232, 214),
        "journalists": (250, 226, 170),
        "public": (220, 208, 252),
        "influencers": (252, 208, 230),
        "authorities": (212, 220, 234),
        "bots": (252, 212, 208),
    },
    shadow_share=0.32,
    veil_opacity=120,
    stroke=1.0,
    picture_share=(0.12, 0.42),
)

THEMES: Mapping[ThemeName, Theme] = {"dark": DARK, "light": LIGHT}
