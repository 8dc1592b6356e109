"""A post shows its picture, and says it to who cannot see it."""

from __future__ import annotations

from simulator.console.tell.feed import post_line
from simulator.engine.run import Run
from simulator.locale import phrasebook
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.feed import feed
from simulator.play.presenters.post_rows import FeedFilter, FeedRow
from simulator.scenario.load import load_scenario

RECALL = shipped("scenarios") / "rappel-tardif"


def rows(minute: int, language: str) -> dict[str, FeedRow]:
    loaded = load_scenario(RECALL)
    run = Run(loaded.scenario, 1)
    run.advance_to(minute)
    telling = Edition(loaded).telling(run, "fr" if language == "fr" else "en")
    return {row.post_id: row for row in feed(telling, FeedFilter(limit=200))}


def test_a_picture_comes_with_its_words_in_the_language_spoken() -> None:
    for language, word in (("fr", "rayon"), ("en", "shelf")):
        picture = rows(50, language)["signal:empty-shelf"].picture
        assert picture is not None
        assert picture.file == RECALL / "rayon-vide.svg"
        assert word in picture.alt


def test_the_console_reads_a_picture_out() -> None:
    line = post_line(rows(50, "en")["signal:empty-shelf"], phrasebook("en"))
    assert "[Picture: Photo of an almost empty shelf" in line


def test_a_post_without_a_picture_shows_none() -> None:
    found = rows(50, "fr")
    assert found["signal:nurse"].picture is None
    assert {post for post, row in found.items() if row.picture is not None} == {"signal:empty-shelf"}
