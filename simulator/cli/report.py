"""Reports: a page with charts, in a file of one's own, as HTML or PDF."""

from __future__ import annotations

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


def report_option(say: Phrasebook, *names: str, help_code: str = "cli.option_report") -> click.Option:
    """`--report`, or the option `names`, checked before anything long begins: a file for a page, in a folder there."""
    help_text = say(help_code)
    return click.Option(names or ["--report"], metavar=say("cli.page_metavar"), callback=_checked, help=help_text)


def _checked(_: click.Context, __: click.Parameter, value: str | None) -> Path | None:
    from simulator.pages.formats import SUFFIXES

    if value is None:
        return None
    file = Path(value)
    if file.suffix.lower() not in SUFFIXES:
        raise Failure.of("cli.bad_report_file", file=value)
    if not file.parent.is_dir():
        raise Failure.of("cli.no_such_path", path=str(file.parent))
    if file.is_dir():
        raise disk_failure(file, IsADirectoryError(EISDIR, strerror(EISDIR)))
    return file


def write_report(file: Path, page: Page, say: Phrasebook) -> None:
    """Write `page`, whole or not at all; Failure where that cannot be."""
    from simulator.durable import write_durably
    from simulator.pages.formats import document_of

    try:
        write_durably(file, document_of(page, say, file.suffix.lower()))
    except OSError as error:
        raise disk_failure(file, error) from None
