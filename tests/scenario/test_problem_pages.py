"""Every problem has a page; its example has that problem at the marked line and column."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.scenario.problem import Problem
from simulator.study.playthrough import findings_in
from tests.scenario.editing import MINIMAL_CASE, copy_of_minimal, rewrite

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "problems").glob("S*.md"))
EXAMPLE = re.compile(r"^```yaml ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MADE = {
    "S001",
    "S002",
    "S003",
    "S004",
    "S005",
    "S031",
    "S032",
    "S033",
    "S034",
    "S106",
    "S232",
    "S305",
    "S510",
    "S616",
    "S617",
    "S618",
    "S619",
    "S620",
    "S621",
    "S622",
}
"""Problems of a whole file, or of one too long for a page: their tests make them."""

Examples = list[tuple[str, str, str]]


def examples() -> Examples:
    return [(page.stem, name, text) for page in PAGES for name, text in EXAMPLE.findall(page.read_text("utf-8"))]


def marks(text: str) -> set[tuple[str, int, int]]:
    """(code, line, column) of each mark: a caret under its column, or an arrow on a line whose first column counts."""
    found = set()
    for number, line in enumerate(text.splitlines(), start=1):
        if caret := re.fullmatch(r"#( *)\^ (S\d{3})", line):
            found.add((caret[2], number - 1, len(caret[1]) + 2))
        elif arrow := re.search(r"# <- (S\d{3})$", line):
            found.add((arrow[1], number, 1))
    return found


def rewritten(name: str, text: str, folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """(the example's first line, problems) of the minimal scenario, or case, with `text` in the file `name` of it."""
    if name == "case.yaml":
        case = Path(shutil.copy(MINIMAL_CASE, folder / name))
        return rewrite(folder, text, name), findings_in(case)
    copy = copy_of_minimal(folder)
    return rewrite(copy, text, name or "scenario.yaml"), findings_in(copy)


@pytest.mark.parametrize(("code", "name", "text"), examples(), ids=[code for code, _, _ in examples()])
def test_an_example_has_its_problem_at_the_mark_in_both_languages(
    code: str, name: str, text: str, tmp_path: Path
) -> None:
    first, problems = rewritten(name, text, tmp_path)
    wanted = {(mark, line + first - 1, column) for mark, line, column in marks(text)}
    assert code in {mark for mark, _, _ in wanted}
    assert wanted <= {(found.code, found.place.line, found.place.column) for found in problems}
    for problem in problems:
        for language in LANGUAGES:
            assert phrasebook(language).say(problem.message)
            assert problem.hint is None or phrasebook(language).say(problem.hint)


def test_every_problem_has_a_page_an_example_and_a_sentence_in_both_languages() -> None:
    source = "".join(file.read_text("utf-8") for file in (ROOT / "simulator").rglob("*.py"))
    codes = set(re.findall(r'"(S\d{3})"', source))
    assert codes == {page.stem for page in PAGES}
    assert codes == {code for code, _, _ in examples()} | MADE
    for language in LANGUAGES:
        catalogue = (ROOT / "simulator" / "locales" / language / "scenario.po").read_text("utf-8")
        assert codes == set(re.findall(r'msgid "scenario\.(S\d{3})"', catalogue))


def test_every_hint_and_kind_has_a_sentence_in_both_languages() -> None:
    source = "".join(file.read_text("utf-8") for file in (ROOT / "simulator" / "scenario").rglob("*.py"))
    hints = set(re.findall(r'hint\("([a-z_]+)"', source))
    for language in LANGUAGES:
        catalogue = (ROOT / "simulator" / "locales" / language / "scenario.po").read_text("utf-8")
        assert hints <= set(re.findall(r'msgid "scenario\.hint\.([a-z_]+)"', catalogue))
