"""Every report can be read by anybody: axe-core finds nothing in the HTML, and the PDF is tagged.

Slow: they open a browser. Where none is installed they are skipped, but not on the machine that must have one (CI).
"""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn
from unicodedata import normalize

import pytest

from simulator.engine.bots import play
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.pages import Chart, Page, Timeline
from simulator.pages.formats import document_of
from simulator.pages.text import worded
from simulator.places import shipped
from simulator.play.compare import compared, comparison_page
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.report import document, report_of
from simulator.scenario.load import load_scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.pages.samples import every_part
from tests.ui.debrief_samples import debrief_view

pytestmark = pytest.mark.slow

WIDTHS = (390, 1024, 1920)
HTML, PDF = ("playwright.sync_api", "axe_playwright_python.sync_playwright"), ("pypdf",)


def installed(*modules: str) -> list[Any]:
    """The modules of the extra `browser`; the test is skipped without them, but fails where they must be."""
    try:
        return [importlib.import_module(module) for module in modules]
    except ImportError as error:
        missing(str(error))


def missing(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright, _ = installed(*HTML)
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("no Chromium is installed")
    with playwright.sync_playwright() as session:
        opened = session.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def report(name: str, language: Language) -> Page:
    if name == "debrief":
        return report_of(debrief_view(language))
    if name == "parts":
        return every_part()
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    plays = [compared(bot, play(loaded.scenario, 1, bot), Edition(loaded), language) for bot in ("silent", "template")]
    return comparison_page(plays, phrasebook(language))


CASES = [(name, language) for name in ("debrief", "comparison", "parts") for language in LANGUAGES]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_axe_finds_nothing_in_the_html(browser: Any, name: str, language: Language, tmp_path: Path) -> None:
    axe = installed(*HTML)[1].Axe()
    file = tmp_path / "report.html"
    file.write_bytes(document_of(report(name, language), phrasebook(language), ".html"))
    assert file.stat().st_size < 2_000_000
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(file.as_uri())
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            results = axe.run(page)
            assert results.violations_count == 0, f"{width} {media}\n{results.generate_report()}"
        page.emulate_media(media="screen")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert asked == [file.as_uri()]
        page.close()


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_pdf_is_tagged_titled_and_in_its_language(name: str, language: Language) -> None:
    (pypdf,) = installed(*PDF)
    page, say = report(name, language), phrasebook(language)
    read = pypdf.PdfReader(BytesIO(document_of(page, say, ".pdf")))
    catalogue = read.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] and str(catalogue["/Lang"]).startswith(language)
    assert read.metadata.title == worded(page.title, say)
    assert "pdfuaid" in read.xmp_metadata.stream.get_data().decode()
    tags = list(elements(catalogue["/StructTreeRoot"]))
    names = [tag["/S"] for tag in tags]
    parts = [part for section in page.sections for part in section.parts]
    alts = [str(tag["/Alt"]) for tag in tags if tag["/S"] == "/Figure"]
    assert alts == [worded(part.alt, say) for part in parts if isinstance(part, Chart | Timeline)]
    assert names.count("/H1") == 1 and names.count("/H2") >= len(page.sections)
    assert {"/Table", "/TH", "/TD", "/TR"} <= set(names)
    width, height = (float(length) / 72 * 25.4 for length in read.pages[0].mediabox.upper_right)
    assert (round(width), round(height)) == (210, 297)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_one_is_graded_stands_on_one_page_of_paper(browser: Any, language: Language, tmp_path: Path) -> None:
    """Printed from the browser, and as PDF: no page holds next to nothing."""
    (pypdf,) = installed(*PDF)
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    run = play(loaded.scenario, 1, "template")
    view = debrief(Edition(loaded).telling(run, language), score(record_of(run)))
    assert view.guide is not None
    file, printed = tmp_path / "report.html", tmp_path / "printed.pdf"
    file.write_bytes(document(view, language, ".html"))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.pdf(path=printed, prefer_css_page_size=True)
    page.close()
    for content in (printed.read_bytes(), document(view, language, ".pdf")):
        texts = [normalize("NFKC", one.extract_text()) for one in pypdf.PdfReader(BytesIO(content)).pages]
        (whole,) = (text for text in texts if text.startswith(view.guide.title))
        assert all(normalize("NFKC", section.heading) in whole for section in view.guide.sections)
        assert all(len(text) > 200 for text in texts)


def elements(tag: Any) -> Iterator[Any]:
    """Every structure element below `tag`, in reading order."""
    inside = tag.get("/K", [])
    for one in inside if isinstance(inside, list) else [inside]:
        found = one.get_object() if hasattr(one, "get_object") else one
        if hasattr(found, "get") and "/S" in found:
            yield found
            yield from elements(found)
