"""The MSEL goes out to a spreadsheet and comes back: what was edited, and nothing else, is edited in the scenario."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from simulator.authoring.msel import COLUMNS, BadSheet, Returned, Sheet, brought_back, read_sheet, rows_of, write_sheet
from simulator.locale import Language, phrasebook
from simulator.places import shipped
from simulator.scenario.load import LoadedScenario, load_scenario
from simulator.scenario.translation import in_language
from tests.scenario.editing import MINIMAL

RECALL = shipped("scenarios") / "rappel-tardif"
Cells = dict[str, dict[str, str]]


def exported(loaded: LoadedScenario, file: Path, language: Language = "fr") -> Path:
    say = phrasebook(language)
    file.write_bytes(write_sheet(rows_of(in_language(loaded, language), say), file.suffix, say))
    return file


def edited(sheet: Sheet, cells: Cells, gone: tuple[str, ...] = (), new: tuple[dict[str, str], ...] = ()) -> Sheet:
    rows = [{**row, **cells.get(row["id"], {})} for row in sheet.rows if row["id"] not in gone]
    rows += [{**dict.fromkeys(COLUMNS, ""), **row} for row in new]
    return replace(sheet, rows=rows, lines=range(2, 2 + len(rows)))


def back(folder: Path, cells: Cells, tmp_path: Path, language: Language = "fr", **more: object) -> Returned:
    loaded = load_scenario(folder)
    sheet = read_sheet(exported(loaded, tmp_path / "msel.xlsx", language))
    return brought_back(edited(sheet, cells, **more), loaded, in_language(loaded, language))  # type: ignore[arg-type]


def diff(folder: Path, returned: Returned, name: str = "scenario.yaml") -> tuple[list[str], list[str]]:
    """(lines that went, lines that came) of a file."""
    before, after = (folder / name).read_text("utf-8").splitlines(), returned.files[name].splitlines()
    return [line.strip() for line in before if line not in after], [
        line.strip() for line in after if line not in before
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("folder", [MINIMAL, RECALL], ids=["minimal", "recall"])
def test_what_nobody_edited_comes_back_without_a_change(
    folder: Path, suffix: str, language: Language, tmp_path: Path
) -> None:
    loaded = load_scenario(folder)
    sheet = read_sheet(exported(loaded, tmp_path / f"msel{suffix}", language))
    assert sheet.language == language
    assert brought_back(sheet, loaded, in_language(loaded, language)) == Returned({}, (), ())


def test_the_columns_are_those_of_the_field(tmp_path: Path) -> None:
    book = load_workbook(exported(load_scenario(RECALL), tmp_path / "m.xlsx", "en"))
    first = [cell.value for cell in book.active[1]]  # type: ignore[index]
    assert first == ["id", "Time", "Kind", "Event", "Inject", "Sender", "Method", "Expected action", "Objective",
                     "Evaluator note"]  # fmt: skip
    marion = next(row for row in book.active.iter_rows(values_only=True) if row[0] == "marion")  # type: ignore[union-attr]
    assert marion[1:4] == ("H+1:00", "card", "A mother’s testimony")


def test_the_diff_is_the_edit(tmp_path: Path) -> None:
    cells = {
        "marion": {"time": "H+1:02", "event": "Une mère témoigne"},
        "inspection": {"objective": "Laisser travailler ceux qui contrôlent."},
        "fil-conso": {"sender": "Le Courrier de Landiers", "method": "Pépia", "expected": "vérifier"},
    }
    returned = back(RECALL, cells, tmp_path)
    gone, come = diff(RECALL, returned)
    assert gone == ["at: H+1:00", 'title: "Témoignage d’une mère"']
    assert set(come) == {
        "at: H+1:02",
        'title: "Une mère témoigne"',
        'objective: "Laisser travailler ceux qui contrôlent."',
        "expected: check",
    }
    assert list(returned.files) == ["scenario.yaml"]
    after = returned.files["scenario.yaml"]
    assert after.count("\n") == (RECALL / "scenario.yaml").read_text("utf-8").count("\n") + 1
    assert {(change.inject, change.column) for change in returned.changes} == {
        (inject, column) for inject, columns in cells.items() for column in columns
    }


def test_the_edited_scenario_is_what_the_sheet_says(tmp_path: Path) -> None:
    returned = back(RECALL, {"marion": {"inject": "« Lise va mieux. »", "sender": "karim"}}, tmp_path)
    copy = Path(shutil.copytree(RECALL, tmp_path / "copy"))
    (copy / "scenario.yaml").write_text(returned.files["scenario.yaml"], encoding="utf-8")
    before, after = load_scenario(RECALL).scenario, load_scenario(copy).scenario
    place = next(index for index, inject in enumerate(before.injects) if inject.id == "marion")
    wanted = before.injects[place].model_copy(update={"text": "« Lise va mieux. »", "sender": "karim"})
    assert after.injects == (*before.injects[:place], wanted, *before.injects[place + 1 :])
    assert after.model_copy(update={"injects": before.injects}) == before


def test_texts_of_another_language_go_to_its_translation(tmp_path: Path) -> None:
    returned = back(RECALL, {"marion": {"event": "A mother speaks", "time": "1:05"}}, tmp_path, "en")
    assert diff(RECALL, returned, "texts.en.yaml")[1] == ['injects.marion.title: "A mother speaks"']
    assert diff(RECALL, returned)[1] == ["at: H+1:05"]


@pytest.mark.parametrize("written", ["1:00", "01:00", "01:00:00", "H+1:00"])
def test_the_same_hour_written_otherwise_is_no_change(tmp_path: Path, written: str) -> None:
    assert back(RECALL, {"marion": {"time": written}}, tmp_path).changes == ()


def test_what_a_spreadsheet_makes_of_an_hour_is_read(tmp_path: Path) -> None:
    file = exported(load_scenario(MINIMAL), tmp_path / "m.xlsx")
    book = load_workbook(file)
    cell = next(row for row in book.active.iter_rows() if row[0].value == "burnt")[1]  # type: ignore[union-attr]
    cell.data_type, cell.value = "d", time(0, 25)
    book.save(file)
    assert next(row for row in read_sheet(file).rows if row["id"] == "burnt")["time"] == "0:25"


def test_a_new_row_is_news_and_a_row_that_is_gone_takes_its_translations_along(tmp_path: Path) -> None:
    new = {"id": "police", "time": "H+2:00", "event": "La police", "inject": "Une enquête s’ouvre.",
           "sender": "Marion", "method": "Pépia", "objective": "Attendre."}  # fmt: skip
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    returned = back(folder, {}, tmp_path, gone=("shelf",), new=(new,))
    assert not returned.refused
    for name, content in returned.files.items():
        (folder / name).write_text(content, encoding="utf-8")
    text = (folder / "scenario.yaml").read_text("utf-8")
    (folder / "scenario.yaml").write_text(text.replace("free_slots: [H+0:50]", "free_slots: []"), encoding="utf-8")
    after = load_scenario(folder).scenario
    assert [inject.id for inject in after.injects] == ["burnt", "gazette-asks", "police"]
    police = after.injects[-1]
    assert (police.kind, police.at, police.sender, police.objective) == ("news", 120, "marion", "Attendre.")
    assert "injects.shelf" not in (folder / "texts.en.yaml").read_text("utf-8")


@pytest.mark.parametrize(("column", "word"), [("kind", "carte"), ("expected", "vérifier")])
def test_a_new_row_that_is_more_than_news_is_refused(tmp_path: Path, column: str, word: str) -> None:
    new = {"id": "police", "time": "H+2:00", "event": "La police", "inject": "Une enquête s’ouvre.",
           "sender": "Marion", "method": "Pépia", column: word}  # fmt: skip
    returned = back(MINIMAL, {}, tmp_path, new=(new,))
    assert [message.code for message in returned.refused] == ["authoring.msel_only_news"]


def test_only_texts_are_to_be_translated_after(tmp_path: Path) -> None:
    cells = {"marion": {"time": "H+1:02", "event": "Une mère témoigne", "sender": "karim"}}
    returned = back(RECALL, cells, tmp_path, gone=("fil-conso",))
    assert [change.column for change in returned.changes if change.is_text] == ["event"]


def test_a_column_may_be_left_out_or_added_but_not_renamed(tmp_path: Path) -> None:
    loaded = load_scenario(MINIMAL)
    file = exported(loaded, tmp_path / "m.xlsx")
    book = load_workbook(file)
    sheet = book.active
    assert sheet is not None
    sheet.cell(1, len(COLUMNS) + 1, "Qui s’en occupe")
    book.save(file)
    assert brought_back(read_sheet(file), loaded, loaded.scenario) == Returned({}, (), ())
    sheet.cell(1, 2, "Heure")
    book.save(file)
    with pytest.raises(BadSheet) as error:
        read_sheet(file)
    assert "Temps" in (told := phrasebook("fr").say(error.value.message)) and "Heure" in told
    sheet.delete_cols(len(COLUMNS) + 1)
    sheet.delete_cols(2)
    book.save(file)
    assert brought_back(read_sheet(file), loaded, loaded.scenario) == Returned({}, (), ())


@pytest.mark.parametrize(
    ("inject", "cells", "code"),
    [
        ("marion", {"time": "tomorrow"}, "msel_bad_time"),
        ("marion", {"event": ""}, "msel_empty"),
        ("marion", {"sender": "Personne"}, "msel_unknown"),
        ("marion", {"kind": "conséquence"}, "msel_fixed"),
        ("story-calm", {"time": "H+2:00"}, "msel_waits"),
        ("theo", {"time": "H+2:00"}, "msel_waits"),
        ("marion", {"id": "Marion !"}, "msel_bad_id"),
        ("marion", {"id": ""}, "msel_no_id"),
        ("marion", {"id": "fil-conso"}, "msel_bad_id"),
    ],
)
def test_a_cell_that_means_nothing_is_refused_with_its_line(
    tmp_path: Path, inject: str, cells: dict[str, str], code: str
) -> None:
    returned = back(RECALL, {inject: cells}, tmp_path)
    assert not returned.files
    assert f"authoring.{code}" in {message.code for message in returned.refused}
    for language in ("fr", "en"):
        assert phrasebook(language).say(returned.refused[0])


def _not_a_sheet(file: Path) -> None:
    file.write_text("hello")


def _other_headings(file: Path) -> None:
    book = Workbook()
    book.active.append(["a", "b"])  # type: ignore[union-attr]
    book.save(file)


def _empty(file: Path) -> None:
    Workbook().save(file)


@pytest.mark.parametrize("make", [_not_a_sheet, _other_headings, _empty])
def test_a_file_that_is_no_msel_is_refused_in_a_sentence(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "m.xlsx")
    with pytest.raises(BadSheet) as error:
        read_sheet(tmp_path / "m.xlsx")
    assert phrasebook("fr").say(error.value.message)


def test_a_cell_never_becomes_a_formula(tmp_path: Path) -> None:
    loaded = load_scenario(MINIMAL)
    rows = [{**row, "event": "=1+1"} for row in rows_of(loaded.scenario, phrasebook("fr"))]
    for suffix in (".xlsx", ".csv"):
        file = tmp_path / f"m{suffix}"
        file.write_bytes(write_sheet(rows, suffix, phrasebook("fr")))
        assert {row["event"] for row in read_sheet(file).rows} == {"=1+1"}
    assert b";'=1+1;" in (tmp_path / "m.csv").read_bytes()
    assert load_workbook(tmp_path / "m.xlsx").active["D2"].data_type == "s"  # type: ignore[index]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_office_suite_opens_it_saves_it_and_the_diff_is_the_edit(tmp_path: Path, suffix: str) -> None:
    """LibreOffice reads what was exported, and what it saves is taken back; the edit is one cell."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice is installed by .ci/run"
    loaded = load_scenario(RECALL)
    file = exported(loaded, tmp_path / f"msel{suffix}")
    form = "xlsx" if suffix == ".xlsx" else "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"
    read = [] if suffix == ".xlsx" else ["--infilter=Text - txt - csv (StarCalc):59,34,76"]
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    saved = tmp_path / "saved"
    subprocess.run([office, home, "--headless", *read, "--convert-to", form, "--outdir", str(saved), str(file)],
                   check=True, capture_output=True, timeout=180)  # fmt: skip
    sheet = read_sheet(saved / f"msel{suffix}")
    assert brought_back(sheet, loaded, loaded.scenario) == Returned({}, (), ())
    returned = brought_back(
        edited(sheet, {"hotline": {"event": "Le numéro vert ne répond plus"}}), loaded, loaded.scenario
    )
    assert diff(RECALL, returned) == (
        ['title: "Numéro vert saturé"'],
        ['title: "Le numéro vert ne répond plus"'],
    )
