"""A chart becomes the same drawing each time, with all that is needed to read it without seeing it."""

from __future__ import annotations

from typing import Literal
from xml.etree import ElementTree

import matplotlib
import pytest

from simulator.locale import phrasebook
from simulator.pages import Series
from simulator.pages.drawing import svg
from tests.pages.samples import ALT, NAMES, TITLE, chart

pytestmark = pytest.mark.slow

FRENCH = phrasebook("fr")


def drawn(name: str = "one", **changes: object) -> ElementTree.Element:
    return ElementTree.fromstring(svg(chart(**changes), FRENCH, name))


def texts(element: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in element.iter("text")]


def test_it_is_an_image_with_title_and_description() -> None:
    element = drawn()
    assert element.tag == "svg" and element.get("role") == "img"
    named = [element.find(f"*[@id='{name}']") for name in (element.get("aria-labelledby") or "").split()]
    assert [one.text for one in named if one is not None] == [FRENCH.say(TITLE), FRENCH.say(ALT)]


def test_every_series_and_both_axes_are_named_in_text() -> None:
    assert {FRENCH.say(name) for name in NAMES} <= set(texts(drawn()))
    assert {FRENCH("cli.option_lang"), FRENCH("cli.option_version")} <= set(texts(drawn()))


def test_it_is_the_same_twice() -> None:
    assert svg(chart(), FRENCH, "one") == svg(chart(), FRENCH, "one")


def test_the_settings_of_the_process_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = svg(chart(), FRENCH, "one")
    monkeypatch.setitem(matplotlib.rcParams, "font.size", 31.0)
    assert svg(chart(), FRENCH, "one") == usual
    assert matplotlib.rcParams["font.size"] == 31.0


def test_two_charts_of_a_page_share_no_id() -> None:
    first, second = ({one.get("id") for one in drawn(name).iter()} - {None} for name in ("one", "two"))
    assert first and not first & second


def test_every_reference_is_to_something_within() -> None:
    text = svg(chart(), FRENCH, "one")
    ids = {one.get("id") for one in ElementTree.fromstring(text).iter()}
    assert {one.get("href", "#").removeprefix("#") for one in ElementTree.fromstring(text).iter("use")} <= ids
    assert "http" not in text


@pytest.mark.parametrize(("scale", "mark"), [("linear", "0,2"), ("log", "10⁻¹"), ("time", "0:01")])
def test_axes_are_marked_in_the_language(scale: Literal["linear", "log", "time"], mark: str) -> None:
    assert any(text.startswith(mark) for text in texts(drawn(y_scale=scale)))


def test_the_legend_keeps_the_order_of_the_series() -> None:
    x = [1, 2, 3]
    series = [Series(NAMES[0], x, x, "bars"), Series(NAMES[1], x, x, "points"), Series(NAMES[2], x, x)]
    names = [FRENCH.say(name) for name in NAMES]
    assert [text for text in texts(drawn(series=series)) if text in names] == names


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_whole_places_have_whole_marks(scale: Literal["linear", "log"]) -> None:
    drawing = drawn(series=[Series(NAMES[0], range(1, 7), [0.25] * 6)], x_scale=scale)
    assert [text for text in texts(drawing) if text in {*"123456", "1,2", "1,8"}] == list("123456")


def test_many_whole_places_have_whole_marks_too() -> None:
    drawing = drawn(series=[Series(NAMES[0], range(24), [0.25] * 24)])
    assert {"0", "6", "12", "18"} <= set(texts(drawing)) and not {"2,5", "7,5"} & set(texts(drawing))


def test_a_time_is_marked_in_hours() -> None:
    assert {"0:30", "1:00", "1:30"} <= set(texts(drawn(x_scale="time")))


def test_what_a_logarithmic_axis_has_no_place_for_is_left_out() -> None:
    assert drawn(x_scale="log", y_scale="log").get("role") == "img"
