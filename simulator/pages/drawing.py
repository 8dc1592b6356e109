"""A chart as an SVG element for a page. Importing this module loads matplotlib."""

from __future__ import annotations

import re
from html import escape
from io import StringIO
from threading import Lock
from typing import Any

from matplotlib import style

from simulator.locale import Phrasebook
from simulator.pages.chart import Chart, Timeline
from simulator.pages.curves import chart_figure
from simulator.pages.lanes import timeline_figure
from simulator.pages.palette import GRID, INK, MUTED
from simulator.pages.text import worded

_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "bad buzz",
    "font.family": ["DejaVu Sans"],
    "font.size": 11,
    "text.color": INK,
    "text.parse_math": False,
    "axes.facecolor": "none",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.7,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.frameon": False,
    "legend.handlelength": 3.2,
}
_FONTS = "'DejaVu Sans', Verdana, sans-serif"
"""Verdana is as wide as DejaVu Sans, and stands where that is missing."""

_drawing = Lock()
"""The settings of matplotlib are those of the process: one thread draws at a time."""


def svg(chart: Chart | Timeline, say: Phrasebook, name: str) -> str:
    """`chart` as an `<svg role="img">` with title and description, the same text each time.

    `name` begins every id in it and must be another for each chart of a page. Text stays text; nothing is fetched,
    and there is no style in it, which a page of a server may forbid.
    """
    out = StringIO()
    with _drawing, style.context(["default", _SETTINGS]):
        figure = timeline_figure(chart, say) if isinstance(chart, Timeline) else chart_figure(chart, say)
        figure.savefig(out, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _element(out.getvalue(), name, worded(chart.title, say), worded(chart.alt, say))


def _element(drawn: str, name: str, title: str, description: str) -> str:
    """What matplotlib drew, as an element of a page: named, described, with ids of its own and no style for others."""
    view_box = re.search(r'viewBox="([^"]+)"', drawn)
    assert view_box is not None
    inside = drawn[drawn.index(">", view_box.end()) + 1 :]
    inside = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", inside, flags=re.DOTALL)
    inside = re.sub(r'\bid="', f'id="{name}-', inside)
    inside = inside.replace("url(#", f"url(#{name}-").replace('xlink:href="#', f'href="#{name}-')
    inside = inside.replace("'DejaVu Sans'", _FONTS)
    inside = re.sub(r' style="([^"]*)"', _as_attributes, inside)
    return (
        f'<svg role="img" viewBox="{view_box[1]}" aria-labelledby="{name}-title {name}-description" '
        'stroke-linejoin="round" stroke-linecap="butt">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-description">{escape(description)}</desc>'
        + inside.strip()
    )


def _as_attributes(found: re.Match[str]) -> str:
    """A style as presentation attributes: a server's policy may forbid styles within a page."""
    pairs = (part.partition(":") for part in found[1].split(";"))
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs if value)
