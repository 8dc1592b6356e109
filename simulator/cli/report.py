"""`--report FILE.html`: a page with charts beside what a command prints."""

from __future__ import annotations

import logging
from errno import EISDIR
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.failure import Failure
from simulator.cli.streams import disk_failure
from simulator.locale import Phrasebook

if TYPE_CHECKING:
    from simulator.pages import Page

_SUFFIXES = (".html", ".htm")


def report_option(say: Phrasebook) -> click.Option:
    """`--report`, checked before anything long begins: an HTML file in a folder that exists."""

    def checked(_: click.Context, __: click.Parameter, value: str | None) -> Path | None:
        if value is None:
            return None
        file = Path(value)
        if file.suffix.lower() not in _SUFFIXES:
            raise Failure.of("cli.report_is_html", file=value)
        if not file.parent.is_dir():
            raise Failure.of("cli.no_such_path", path=str(file.parent))
        if file.is_dir():
            raise disk_failure(file, IsADirectoryError(EISDIR, strerror(EISDIR)))
        return file

    return click.Option(["--report"], metavar=say("cli.page_metavar"), callback=checked, help=say("cli.option_report"))


def write_report(file: Path, page: Page, say: Phrasebook) -> None:
    """Write `page`, whole or not at all; Failure where that cannot be."""
    from simulator.pages.html import html_of
    from simulator.play.durable import write_durably

    # What matplotlib says of its own font cache is neither in the user's language nor of use here.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    try:
        write_durably(file, html_of(page, say))
    except OSError as error:
        raise disk_failure(file, error) from None
