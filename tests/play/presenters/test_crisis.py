"""The whole screen, at every moment of a play and in both languages."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from simulator.engine.bots import BOTS
from simulator.locale import Language
from simulator.play.presenters.crisis import crisis
from simulator.play.presenters.header import Pacing
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.telling import Telling
from tests.play.presenters.conftest import Teller

PACING = Pacing(speed=10.0)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("bot", ["random", "exemplary", "spammer"])
def test_a_play_can_be_shown_at_every_moment(tell: Teller, language: Language, bot: str) -> None:
    telling = tell(0, language)
    player = BOTS[bot](telling.run)
    while not telling.run.finished:
        player(telling.run)
        view = crisis(telling, PACING, FeedFilter(limit=10))
        assert not [text for text in texts(view) if re.search(r"\{\w*\}|engine\.|play\.", text)]
        telling.run.advance_to(telling.run.minute + 7)


def test_french_typography_has_its_narrow_spaces(recall_telling: Telling) -> None:
    view = crisis(recall_telling, PACING, FeedFilter(limit=0))
    assert not [text for text in texts(view) if re.search(r" [;:!?»]|« |'", text)]


def test_the_header_says_where_one_is(tell: Teller) -> None:
    header = crisis(tell(65), PACING, FeedFilter()).header
    assert (header.clock, header.elapsed, header.pace) == ("mar. 10\u00a0h\u00a005", "T+1:05", "×10")
    assert [stage.name for stage in header.stages if stage.current] == ["Transparence"]
    assert [stage.name for stage in header.stages if stage.past] == ["Veille", "Réactivité"]


def test_the_pace_is_told_as_it_is_lived(tell: Teller) -> None:
    telling = tell(5)
    slowed = crisis(telling, Pacing(speed=2.5), FeedFilter()).header.pace
    untimed = crisis(telling, Pacing(), FeedFilter()).header.pace
    assert (slowed, untimed) == ("×2,5", "sans chrono")


def test_the_timeline_marks_decisions_and_events(tell: Teller) -> None:
    telling = tell(0)
    player = BOTS["exemplary"](telling.run)
    for _ in range(60):
        player(telling.run)
        telling.run.advance_to(telling.run.minute + 1)
    view = crisis(telling, PACING, FeedFilter()).timeline
    assert (view.start, view.end, view.now) == (0.0, 120.0, 60.0)
    assert view.injects[0].label == "Une cliente brûlée"
    assert any(mark.label.startswith("Réponse") for mark in view.decisions)
    assert [mark.minute for mark in view.clocks] == [0, 15, 30, 45, 60, 75, 90, 105, 120] or len(view.clocks) <= 9


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
