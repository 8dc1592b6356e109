"""`badbuzz new`, `export`, `import`, `pack`, `install`: from an idea to somebody else's class."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.authoring.template import TEMPLATES
from tests.cli.conftest import Badbuzz
from tests.scenario.editing import copy_of_minimal, replace

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def edit(file: Path, inject: str, column: int, value: str) -> None:
    book = load_workbook(file)
    row = next(row for row in book.active.iter_rows() if row[0].value == inject)  # type: ignore[union-attr]
    row[column].value = value
    book.save(file)


def test_a_sheet_goes_out_is_edited_and_comes_back(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder, sheet = copy_of_minimal(tmp_path), tmp_path / "msel.xlsx"
    before = (folder / "scenario.yaml").read_text("utf-8")
    assert badbuzz("export", str(folder), "--msel", str(sheet), "--lang", "fr").code == 0
    edit(sheet, "burnt", 1, "H+0:22")
    answer = badbuzz("import", str(folder), "--msel", str(sheet), "--lang", "en")
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "burnt · Time: H+0:20 → H+0:22"
    after = (folder / "scenario.yaml").read_text("utf-8")
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    came = [line for line in after.splitlines() if line not in before.splitlines()]
    assert (gone, came) == (["    at: H+0:20"], ["    at: H+0:22"])
    assert after.replace("at: H+0:22", "at: H+0:20") == before
    assert (folder / "scenario.yaml.bak").read_text("utf-8") == before


def test_a_refused_sheet_changes_nothing(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder, sheet = copy_of_minimal(tmp_path), tmp_path / "msel.xlsx"
    before = (folder / "scenario.yaml").read_bytes()
    badbuzz("export", str(folder), "--msel", str(sheet))
    edit(sheet, "burnt", 1, "demain")
    answer = badbuzz("import", str(folder), "--msel", str(sheet))
    assert answer.code == 2 and "H+1:05" in answer.err
    edit(sheet, "burnt", 1, "H+9:00")
    answer = badbuzz("import", str(folder), "--msel", str(sheet))
    assert answer.code == 2 and "S222" in answer.err, "a scenario that could not be played is not written"
    header, problem = answer.err.splitlines()
    assert "rien n’a été changé" in header
    assert problem.startswith(f"{sheet}:2:1 S222"), "it is told of the row that says so"
    assert (folder / "scenario.yaml").read_bytes() == before


def test_a_row_that_is_needed_and_gone_is_told_where_it_is_needed(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder, sheet = copy_of_minimal(tmp_path), tmp_path / "msel.xlsx"
    line = replace(folder, "not_chosen: burnt-care", "not_chosen: burnt-care")
    badbuzz("export", str(folder), "--msel", str(sheet))
    book = load_workbook(sheet)
    rows = {row[0].value: row[0].row for row in book.active.iter_rows()}  # type: ignore[union-attr]
    book.active.delete_rows(rows["burnt"])  # type: ignore[union-attr,arg-type]
    book.save(sheet)
    answer = badbuzz("import", str(folder), "--msel", str(sheet))
    assert answer.code == 2
    header, *problems, gone = answer.err.splitlines()
    assert "rien n’a été changé" in header and gone == "burnt · supprimé"
    assert any(one.startswith(f"{folder / 'scenario.yaml'}:{line}:") and "S210" in one for one in problems)


def test_a_pack_is_made_and_installed_and_can_be_played(badbuzz: Badbuzz, tmp_path: Path, data: Path) -> None:
    folder, file = copy_of_minimal(tmp_path), tmp_path / "lampe.badbuzz"
    answer = badbuzz("pack", str(folder), "-o", str(file))
    assert answer.code == 2 and "licence" in answer.err and not file.exists()
    replace(folder, "language: fr", 'language: fr\nauthors: ["Une enseignante"]\nlicence: CC-BY-4.0')
    assert badbuzz("pack", str(folder), "-o", str(file)).code == 0
    answer = badbuzz("install", str(file), "--lang", "en")
    assert answer.code == 0
    assert [line.strip() for line in answer.out.splitlines()] == [
        "“The lamp that runs hot” is installed.",
        "By: Une enseignante",
        "Licence: CC-BY-4.0",
        "Note: A slight burn is mentioned.",
        "badbuzz play minimal plays it.",
    ]
    assert (data / "scenarios" / "minimal" / "scenario.yaml").is_file()
    assert badbuzz("play", "minimal", "--bot", "silent", "--json").code == 0


def test_what_is_no_pack_is_refused_in_a_sentence(badbuzz: Badbuzz, tmp_path: Path, data: Path) -> None:
    (tmp_path / "x.badbuzz").write_text("hello")
    for file in ("x.badbuzz", "missing.badbuzz"):
        answer = badbuzz("install", str(tmp_path / file))
        assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert not data.exists() or not list(data.rglob("*.yaml"))


@pytest.mark.parametrize(
    ("template", "language"),
    [
        pytest.param(name, language, marks=[pytest.mark.slow] * ((number + turn) % 2))
        for number, name in enumerate(TEMPLATES)
        for turn, language in enumerate(("fr", "en"))
    ],
)
def test_a_new_scenario_is_clean_and_already_plays(
    badbuzz: Badbuzz, tmp_path: Path, template: str, language: str
) -> None:
    folder = tmp_path / "mon-idee"
    answer = badbuzz("new", str(folder), "--from", template, "--lang", language)
    assert answer.code == 0 and "badbuzz check" in answer.out
    found = badbuzz("check", str(folder), "--format", "json")
    assert found.code in (0, 1)
    assert all('"S616"' in line for line in found.out.splitlines() if '"code"' in line), (
        "only its translation is missing"
    )
    assert badbuzz("play", str(folder), "--bot", "exemplary", "--json").code == 0


def test_a_new_scenario_may_begin_from_one_that_exists(badbuzz: Badbuzz, tmp_path: Path) -> None:
    folder = tmp_path / "autre-rappel"
    assert badbuzz("new", str(folder), "--from", "rappel-tardif").code == 0
    assert badbuzz("check", str(folder)).code == 0


def test_nothing_that_is_there_is_overwritten_and_names_are_checked(badbuzz: Badbuzz, tmp_path: Path) -> None:
    (tmp_path / "la").mkdir()
    for name, arguments in (("la", ()), ("Été", ()), ("ici", ("--from", "nothing"))):
        answer = badbuzz("new", str(tmp_path / name), *arguments)
        assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["la"] and not list((tmp_path / "la").iterdir())
