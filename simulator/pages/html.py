"""A page as one HTML file that needs nothing else: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from simulator.locale import Phrasebook
from simulator.pages.layout import layout
from simulator.pages.page import Page

if TYPE_CHECKING:
    from jinja2 import Template


def html_of(page: Page, say: Phrasebook) -> str:
    """`page` in the language of `say`. Loads matplotlib if it has charts, and jinja2."""
    return _template().render(layout(page, say))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("simulator.pages", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("page.html")
