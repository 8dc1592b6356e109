"""A page needs nothing but itself, and can be read by anybody."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.pages import Section, Table
from simulator.pages.html import html_of
from tests.pages.samples import ALT, NAMES, page

VOID = {"meta", "br", "hr", "img", "link"}


class Elements(HTMLParser):
    """The elements of a page in order, each with its attributes; `unclosed` are those never closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.unclosed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop() == tag

    def names(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.found)


@pytest.fixture(scope="module")
def text() -> str:
    return html_of(page(), phrasebook("fr"))


@pytest.fixture(scope="module")
def elements(text: str) -> Elements:
    return Elements(text)


def test_every_element_is_closed_and_no_id_stands_twice(elements: Elements) -> None:
    assert elements.unclosed == []
    ids = Counter(attributes["id"] for _, attributes in elements.found if "id" in attributes)
    assert max(ids.values()) == 1


def test_it_asks_for_nothing_from_elsewhere(text: str, elements: Elements) -> None:
    assert not {"script", "link", "img", "iframe", "object", "embed"} & elements.names().keys()
    addresses = [
        attributes.get(name) for _, attributes in elements.found for name in ("src", "href") if name in attributes
    ]
    assert all(address is not None and address.startswith("#") for address in addresses)
    assert not re.search(r"https?:|@import|url\((?!#)", text)


def test_every_chart_is_named_and_has_its_numbers_beside_it(elements: Elements) -> None:
    names = elements.names()
    assert names["figure"] == names["svg"] == names["details"] == names["summary"] == 2
    drawings = [attributes for tag, attributes in elements.found if tag == "svg"]
    ids = {attributes.get("id") for _, attributes in elements.found}
    assert all(set((drawing["aria-labelledby"] or "").split()) <= ids for drawing in drawings)
    assert names["desc"] == 2
    order = [tag for tag, _ in elements.found if tag in ("details", "table", "figure")]
    assert order[order.index("details") + 1] == "table"


def test_what_is_to_be_seen_stands_below_each_chart_and_is_read_once(text: str, elements: Elements) -> None:
    captions = re.findall(r'<figcaption aria-hidden="true">(.*?)</figcaption>', text)
    described = re.findall(r"<desc[^>]*>(.*?)</desc>", text)
    assert [unescape(caption) for caption in captions] == [unescape(words) for words in described]
    assert set(map(unescape, captions)) == {phrasebook("fr").say(ALT)}
    order = [tag for tag, _ in elements.found if tag in ("h3", "svg", "figcaption", "details")]
    assert order == ["h3", "svg", "figcaption", "details"] * 2


def test_a_heading_stays_with_its_first_chart_on_paper(text: str) -> None:
    block = text[text.index('<div class="together">') :]
    assert 0 < block.index("<h2") < block.index("<svg") < block.index("</figure>\n</div>")
    assert re.search(r"\.together[^{]*{[^}]*break-inside: avoid", text)


def test_headings_go_down_one_step_at_a_time(elements: Elements) -> None:
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_its_language_and_how_it_was_made(language: Language) -> None:
    text = html_of(page(), phrasebook(language))
    assert f'<html lang="{language}">' in text
    footer = text[text.index("<footer>") :]
    assert "badbuzz list" in footer and "7" in footer


def test_texts_are_no_markup(text: str) -> None:
    assert "&lt;i&gt;first&lt;/i&gt;" in text and "<i>" not in text
    assert "&lt;b&gt;&amp;" in text and "<b>" not in text


def test_cells_are_headed_and_numbers_are_in_the_language(text: str, elements: Elements) -> None:
    heads = [attributes.get("scope") for tag, attributes in elements.found if tag == "th"]
    assert set(heads) == {"col", "row"}
    assert "0,25" in text and "1\u202f234" in text


def test_the_lines_of_a_cell_stay_lines() -> None:
    table = Table(NAMES[:2], (("one", "a\nb"), ("two", "c")), NAMES[2])
    text = html_of(replace(page(), sections=[Section(NAMES[0], [table])]), phrasebook("fr"))
    assert '<td class="lines">a\nb</td>' in text and '<td class="lines">c</td>' in text


def test_a_column_of_sentences_is_given_room() -> None:
    table = Table(NAMES[:2], (("1", "a sentence of more than a few words"), ("2", "short")), NAMES[2])
    text = html_of(replace(page(), sections=[Section(NAMES[0], [table])]), phrasebook("fr"))
    assert '<td class="prose">short</td>' in text and '<th scope="row" class="short">2</th>' in text


def test_a_long_series_is_thinned(elements: Elements) -> None:
    assert elements.names()["tr"] < 120


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(NAMES, ((1, 2),), NAMES[0])


def test_the_values_of_a_page_need_neither_matplotlib_nor_jinja2() -> None:
    code = "import sys, simulator.pages; print({'matplotlib', 'jinja2'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
