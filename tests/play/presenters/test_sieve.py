"""Which posts pass: by channel, words, people, and what the reader laid apart."""

import pytest

from simulator.engine.decision import Respond
from simulator.play.presenters.feed import feed
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.sieve import plain
from tests.play.presenters.conftest import Teller

EVERYTHING = FeedFilter(limit=10_000)


def test_every_word_must_stand_in_the_post_or_in_its_author(tell: Teller) -> None:
    telling = tell(60)
    for row in feed(telling, EVERYTHING):
        word = plain(row.text).split()[-1]
        found = feed(telling, FeedFilter(limit=10_000, words=f"{row.handle.upper()} {word}"))
        assert row.post_id in found.ids
        assert not feed(telling, FeedFilter(limit=10_000, words=f"{word} zzzz")).ids


def test_a_filter_asked_again_later_finds_the_new_posts_too(tell: Teller) -> None:
    telling = tell(30)
    wanted = FeedFilter(limit=10_000, channel=telling.run.feed.posts[0].channel, words="e")
    before = list(feed(telling, wanted).ids)
    telling.run.advance_to(100)
    fresh = type(telling)(telling.run, telling.scenario, telling.phrases, telling.voices)
    assert feed(telling, wanted).ids == feed(fresh, wanted).ids
    assert feed(telling, wanted).ids[-len(before) :] == before


def test_people_are_told_apart_by_their_badge(tell: Teller) -> None:
    telling = tell(100)
    whole = feed(telling, EVERYTHING)
    parts = [
        feed(telling, FeedFilter(limit=10_000, who=who))
        for who in ("customer", "employee", "journalist", "influencer", "authority", "public", "you")
    ]
    assert sorted(name for part in parts for name in part.ids) == sorted(whole.ids)
    assert {row.badge_kind for row in parts[0]} == {"customer"}


def test_the_posts_that_await_an_answer_are_those_marked_so(tell: Teller) -> None:
    telling = tell(22)
    awaiting = FeedFilter(limit=10_000, shelf="awaiting")
    expected = [row.post_id for row in feed(telling, EVERYTHING) if row.deadline]
    assert feed(telling, awaiting).ids == expected and "inject:burnt" in expected
    telling.run.decide(Respond(22, "burnt-care", inject="burnt"))
    assert feed(telling, awaiting).ids == [name for name in expected if name != "inject:burnt"]


def test_hidden_posts_are_found_on_their_shelf_alone(tell: Teller) -> None:
    telling = tell(40)
    ids = feed(telling, EVERYTHING).ids
    hidden = frozenset(ids[2:4])
    assert feed(telling, FeedFilter(limit=10_000, hidden=hidden)).ids == [*ids[:2], *ids[4:]]
    assert feed(telling, FeedFilter(limit=10_000, hidden=hidden, shelf="hidden")).ids == ids[2:4]


def test_pinned_posts_are_marked_and_have_a_shelf(tell: Teller) -> None:
    telling = tell(40)
    ids = feed(telling, EVERYTHING).ids
    pinned = frozenset({ids[0], ids[5]})
    marked = [row.post_id for row in feed(telling, FeedFilter(limit=10_000, pinned=pinned)) if row.pinned]
    assert marked == feed(telling, FeedFilter(limit=10_000, pinned=pinned, shelf="pinned")).ids == [ids[0], ids[5]]


def test_reading_changes_nothing_of_the_run(tell: Teller) -> None:
    read, left = tell(90), tell(90)
    for words in ("lampe", "", "e a"):
        list(feed(read, FeedFilter(limit=10_000, words=words, hidden=frozenset({"p3"}))))
    read.run.advance_to(110)
    left.run.advance_to(110)
    assert read.run.ticks == left.run.ticks


@pytest.mark.parametrize(("text", "compared"), [(" Éclaire’ ", "eclaire'"), ("ÇA", "ca"), ("", "")])
def test_accents_and_capitals_do_not_count(text: str, compared: str) -> None:
    assert plain(text) == compared
