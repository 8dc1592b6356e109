"""A page as a PDF on A4 that a screen reader can read (PDF/UA-1): tagged, titled, in its language. Loads Typst."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import category

import typst
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font

from simulator.locale import Phrasebook
from simulator.pages.layout import layout
from simulator.pages.page import Page

_TEMPLATE = Path(__file__).parent / "templates" / "page.typ"
_UNKNOWN = "\N{WHITE SQUARE}"
"""Stands for a letter that no font of ours has: a PDF/UA may not show one that is not there."""
_SIGNS = "SMC"
"""The classes of Unicode whose characters are no letters: symbols, marks on others, what joins them, the unassigned."""
_JOINERS = "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}"
"""What changes the sign before it, and goes with it."""
_NOTHING_LEFT = "…"
"""Stands for a text of nothing but such signs."""
_OPENING = "^|[«“(][\u202f\u00a0]?"
"""Where no space stands before what comes next."""
_BEGIN = 0
"""The same page gives the same file: it is dated nowhere but at the beginning of time."""


def pdf_of(page: Page, say: Phrasebook) -> bytes:
    """`page` in the language of `say`, the same bytes each time; no font of the system is asked for."""
    return typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=_BEGIN,
        font_paths=_fonts(),
        sys_inputs={"page": json.dumps(_written(layout(page, say)), ensure_ascii=False)},
    )


@cache
def _fonts() -> typst.Fonts:
    folders = [str(folder) for folder in _font_folders()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _font_folders() -> tuple[Path, Path]:
    """Source Sans for the page, and DejaVu Sans for charts and for what the other has no letter for."""
    return Path(str(files("font_source_sans_pro"))) / "files", Path(get_data_path()) / "fonts" / "ttf"


def _written(value: object) -> object:
    """`value` with every text in characters that the fonts have."""
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _written(one) for key, one in value.items()}
        case list():
            return [_written(one) for one in value]
        case _:
            return value


def printable(text: str) -> str:
    """`text` in characters that the fonts have: without emoji and other signs, a square for each run of letters."""
    signs = {sign for run in _beyond_fonts().findall(text) for sign in run if category(sign)[0] in _SIGNS}
    if signs:
        any_sign = f"(?:[{re.escape(''.join(sorted(signs)))}][{_JOINERS}]*)+"
        text = re.sub(f"({_OPENING}){any_sign} ?| ?{any_sign}", r"\1", text) or _NOTHING_LEFT
    return _beyond_fonts().sub(_UNKNOWN, text)


@cache
def _beyond_fonts() -> re.Pattern[str]:
    """Finds what DejaVu Sans, which has all that Source Sans has and more, cannot write."""
    known = FT2Font(str(_font_folders()[1] / "DejaVuSans.ttf")).get_charmap()
    letters = "".join(re.escape(chr(place)) for place in sorted(known))
    return re.compile(f"[^{letters}\n\t]+")
