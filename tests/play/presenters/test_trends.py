"""What the feed speaks of is counted from its posts; one weak signal never stands out by being listed."""

from collections.abc import Iterator

import pytest

from simulator.engine.bots import BOTS
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.facts import open_questions
from simulator.play.presenters.sieve import plain
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.trends import LEAST, SHOWN, WINDOW
from simulator.scenario.load import load_scenario


def minutes_of(scenario: str, bot: str) -> Iterator[Telling]:
    """Every fifteenth minute of a play."""
    loaded = load_scenario(shipped("scenarios") / scenario)
    run = Run(loaded.scenario, 21)
    player = BOTS[bot](run)
    telling = Edition(loaded).telling(run, "fr")
    while not run.finished and run.minute < 240:
        player(run)
        run.advance_to(run.minute + 1)
        if run.minute % 15 == 0:
            yield telling


def test_a_trend_is_as_many_posts_as_it_says() -> None:
    for telling in minutes_of("rappel-tardif", "silent"):
        rows = telling.trends.rows(open_questions(telling))
        assert len(rows) <= SHOWN
        recent = [
            plain(telling.posts.text(post))
            for post in telling.run.feed.posts
            if telling.minute - WINDOW < post.minute and post.kind not in ("own", "scheduled", "signal")
        ]
        for row in rows:
            assert int(row.count) >= LEAST
            assert sum(plain(row.word).rstrip("s") in text for text in recent) >= int(row.count)


def test_no_word_of_one_signal_alone_is_listed_in_the_quiet_hour() -> None:
    for telling in minutes_of("rappel-tardif", "silent"):
        if telling.minute >= telling.scenario.crisis_begins:
            return
        quiet = [post for post in telling.run.feed.posts if post.kind != "signal"]
        for row in telling.trends.rows():
            bearing = sum(plain(row.word).rstrip("s") in plain(telling.posts.text(post)) for post in quiet)
            assert bearing >= LEAST, row.word


def test_a_rumour_is_an_open_question_that_the_crowd_speaks_of() -> None:
    rumours = [
        (row, telling.minute)
        for telling in minutes_of("coutures", "silent")
        for row in telling.trends.rows(open_questions(telling))
        if row.rumour
    ]
    assert rumours and all("aucun fait vérifié" in row.tip for row, _ in rumours)


def test_what_was_verified_or_told_is_no_rumour() -> None:
    for telling in minutes_of("coutures", "exemplary"):
        labels = open_questions(telling)
        state = telling.run.state.facts
        told = [fact.label for fact in telling.scenario.facts if state[fact.id].verified or state[fact.id].is_known]
        assert not set(labels) & set(told)
        for row in telling.trends.rows(labels):
            if row.rumour:
                assert any(plain(row.word).rstrip("s") in plain(label) for label in labels)


@pytest.mark.parametrize("bot", ["silent", "exemplary"])
def test_the_tone_is_calm_until_there_is_a_storm(bot: str) -> None:
    for telling in minutes_of("rappel-tardif", bot):
        mood = telling.trends.mood()
        if telling.minute < telling.scenario.crisis_begins:
            assert mood.word == "calme"
        elif telling.minute > telling.scenario.crisis_begins + 30:
            assert mood.word in ("en colère", "inquiet", "moqueur", "sceptique", "solidaire")
