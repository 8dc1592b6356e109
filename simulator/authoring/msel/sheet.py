"""A MSEL as a file: an Excel workbook, or comma-separated values."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

from simulator.authoring.msel.columns import COLUMNS, MselRow, heading
from simulator.locale import LANGUAGES, Language, Message, Phrasebook, phrasebook

SUFFIXES = (".xlsx", ".csv")
MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 50 * 1024 * 1024
MAX_ROWS = 2000
_WIDTHS = {"id": 18, "time": 12, "kind": 14, "event": 28, "inject": 60, "objective": 40, "evaluator_note": 40}
_WIDTH, _LINE = 20, 15.0
"""Of a column, in characters; of a line, in points."""
_FORMULA = ("=", "+", "-", "@", "\t")
"""A cell that begins so is a formula to a spreadsheet; in a CSV an apostrophe stands before it."""


class BadSheet(Exception):
    """A file that is no MSEL; `message` says why."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"authoring.{code}", arguments)


@dataclass(frozen=True)
class Sheet:
    """The rows of a file, in the language of its headings; `lines` are their numbers as a spreadsheet shows them."""

    language: Language
    rows: Sequence[MselRow]
    lines: Sequence[int]


def write_sheet(rows: Sequence[MselRow], suffix: str, say: Phrasebook) -> bytes:
    """The content of a file that ends in `suffix`, one of `SUFFIXES`. The same rows give the same cells."""
    table = [[heading(column, say) for column in COLUMNS], *([row[column] for column in COLUMNS] for row in rows)]
    return _workbook(table, say) if suffix == ".xlsx" else _values(table, say)


def read_sheet(file: Path) -> Sheet:
    """The MSEL in `file`. Raises BadSheet where it is none, OSError where the disk refuses."""
    if file.stat().st_size > MAX_BYTES:
        raise BadSheet("sheet_too_large", limit=MAX_BYTES // 1024 // 1024)
    table = _read_workbook(file) if file.suffix.lower() == ".xlsx" else _read_values(file)
    numbered = [(line, cells) for line, cells in enumerate(table, start=1) if any(cells)]
    if not numbered:
        raise BadSheet("sheet_empty")
    language, places = _headings(numbered[0][1])
    rows = [
        {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
        for _, cells in numbered[1:]
    ]
    return Sheet(language, rows, [line for line, _ in numbered[1:]])


def _workbook(table: Sequence[Sequence[str]], say: Phrasebook) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = say("authoring.msel_title")
    for number, cells in enumerate(table, start=1):
        for place, text in enumerate(cells, start=1):
            cell = sheet.cell(number, place, text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True, color="FFFFFF")
                cell.fill = PatternFill("solid", fgColor="1F3B6E")
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, _WIDTH)
    for number, cells in enumerate(table, start=1):
        sheet.row_dimensions[number].height = _LINE * max(map(_lines, cells, COLUMNS))
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(table)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lines(text: str, column: str) -> int:
    """How many lines `text` takes in its column; a spreadsheet does not find the height of a row by itself."""
    width = _WIDTHS.get(column, _WIDTH) - 2
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))


def _values(table: Sequence[Sequence[str]], say: Phrasebook) -> bytes:
    """With the separator that a spreadsheet in that language expects, and a mark that says it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if say.language == "fr" else ",", lineterminator="\r\n")
    writer.writerows([[f"'{text}" if text.startswith(_FORMULA) else text for text in cells] for cells in table])
    return out.getvalue().encode("utf-8-sig")


def _read_workbook(file: Path) -> Iterable[Sequence[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
                raise BadSheet("sheet_too_large", limit=MAX_UNPACKED // 1024 // 1024)
        book = load_workbook(file, read_only=True, data_only=True)
        sheet = book.active
        if sheet is None:
            raise BadSheet("sheet_unreadable")
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=4 * len(COLUMNS), values_only=True)
        table = [[_text(value) for value in row] for row in rows]
        book.close()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError, EOFError) as error:
        raise BadSheet("sheet_unreadable") from error
    return table


def _text(value: object) -> str:
    """A cell as it was meant: a spreadsheet reads `1:15` as an hour of the day."""
    if value is None:
        return ""
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value).strip()


def _read_values(file: Path) -> Iterable[Sequence[str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadSheet("sheet_not_utf8") from None
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise BadSheet("sheet_unreadable") from None
    if len(table) > MAX_ROWS:
        raise BadSheet("sheet_too_large", limit=MAX_ROWS)
    return [[_unmarked(cell.strip()) for cell in cells] for cells in table]


def _unmarked(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _headings(cells: Sequence[str]) -> tuple[Language, dict[str, int]]:
    """The language that the headings are in, and the place of each column; they may stand in any order.

    A column may be left out, and an instructor may add some; both at once look like a heading that was renamed.
    """
    written = [cell.casefold() for cell in cells]
    best: tuple[Language, dict[str, int]] = (LANGUAGES[0], {})
    for language in LANGUAGES:
        say = phrasebook(language)
        called = {column: heading(column, say).casefold() for column in COLUMNS}
        found = {column: written.index(name) for column, name in called.items() if name in written}
        if len(found) > len(best[1]):
            best = (language, found)
    language, places = best
    called = {column: heading(column, phrasebook(language)) for column in COLUMNS}
    if "id" not in places or len(places) < 2:
        raise BadSheet("sheet_no_headings", headings=", ".join(called.values()))
    missing = [name for column, name in called.items() if column not in places]
    others = [cell for place, cell in enumerate(cells) if cell and place not in places.values()]
    if missing and others:
        raise BadSheet("sheet_renamed", missing=", ".join(missing), others=", ".join(others))
    return best
