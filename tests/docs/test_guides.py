"""The guides' links lead somewhere, and the card of the first scenario fits its template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.authoring.template import begin, template_folder
from simulator.locale import LANGUAGES, Language
from simulator.places import shipped
from simulator.study.playthrough import findings_in

DOCS = shipped("scenarios").parent / "docs"
GUIDES = ("authoring.md", "scoring-tags.md", "teaching.md", "teaching.en.md", "reference.fr.md", "reference.en.md")
PARTS = {"fr": ("question", "carte"), "en": ("question", "card")}
BLOCK = r"^```yaml {}\n(.*?)^```$"


def anchors(page: str) -> set[str]:
    """The names by which a forge reaches the headings of `page`, and those that are written in it."""
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]*)"', page))


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    for file, anchor in set(re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page)):
        target = DOCS / (file or name)
        assert target.exists(), file
        assert not anchor or anchor in anchors(target.read_text("utf-8")), f"{file}#{anchor}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_the_first_scenario_fits_its_template(language: Language, tmp_path: Path) -> None:
    french, english = (DOCS / "authoring.md").read_text("utf-8").split("\n# In English\n")
    half = {"fr": french, "en": english}[language]
    question, card = (re.findall(BLOCK.format(part), half, re.MULTILINE | re.DOTALL)[0] for part in PARTS[language])
    folder = tmp_path / "first"
    begin(folder, template_folder("service-problem", language))
    file = folder / "scenario.yaml"
    text = file.read_text("utf-8")
    text = text.replace("\nquestions:\n", f"\nquestions:\n{question}", 1)
    text = text.replace("  - id: pharmacist\n", f"{card}\n  - id: pharmacist\n", 1)
    assert text.count(question) == text.count(card) == 1
    assert text.count("212") == 4
    file.write_text(text, encoding="utf-8")
    assert [problem.code for problem in findings_in(folder)] == ["S616"]
