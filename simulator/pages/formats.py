"""The files that a page can become."""

from __future__ import annotations

import logging
from importlib import import_module

from simulator.locale import Phrasebook
from simulator.pages.page import Page

SUFFIXES = (".html", ".htm", ".pdf")
"""How the names of such files end, in small letters."""


def document_of(page: Page, say: Phrasebook, suffix: str) -> bytes:
    """The content of the file for `page` in the language of `say`; `suffix` is one of `SUFFIXES`.

    Loads matplotlib, and jinja2 or Typst. ValueError for another suffix.
    """
    if suffix not in SUFFIXES:
        raise ValueError(suffix)
    prepare(suffix)
    if suffix == ".pdf":
        from simulator.pages.pdf import pdf_of

        return pdf_of(page, say)
    from simulator.pages.html import html_of

    return html_of(page, say).encode()


def prepare(suffix: str) -> None:
    """Load what takes a second to load before the first file that ends in `suffix`."""
    # What matplotlib says of its own font cache is neither in the user's language nor of use here.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import_module("simulator.pages.drawing")
    import_module("simulator.pages.pdf" if suffix == ".pdf" else "simulator.pages.html")
