"""The feed in words: who, what, where; searched and filtered."""

from simulator.engine.decision import Respond
from simulator.play.presenters.feed import feed, posts_with, tabs
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.posts import SCREENFUL
from simulator.play.presenters.sieve import plain
from simulator.play.presenters.telling import Telling
from tests.play.presenters.conftest import Teller

EVERYTHING = FeedFilter()


def test_the_newest_post_stands_first_and_no_more_than_the_limit_are_shown(tell: Teller) -> None:
    telling = tell(60)
    rows = feed(telling, FeedFilter(limit=5))
    posts = telling.run.feed.posts
    assert [row.post_id for row in rows] == [post.id for post in reversed(posts[-5:])]


def test_a_channel_shows_only_its_posts_and_the_tabs_count_them(tell: Teller) -> None:
    telling = tell(60)
    whole, *channels = tabs(telling)
    assert whole.count == str(len(telling.run.feed.posts))
    for tab in channels:
        rows = feed(telling, FeedFilter(channel=tab.channel_id, limit=1000))
        assert {row.channel_id for row in rows} == {tab.channel_id}
        assert str(len(rows)) == tab.count


def test_a_post_keeps_its_words_whatever_happens_later(tell: Teller) -> None:
    telling = tell(30)
    before = {row.post_id: row.text for row in feed(telling, EVERYTHING)}
    telling.run.advance_to(110)
    after = {row.post_id: row.text for row in feed(telling, FeedFilter(limit=10_000))}
    assert before.items() <= after.items()
    fresh = type(telling)(telling.run, telling.scenario, telling.phrases, telling.voices)
    assert {row.post_id: row.text for row in feed(fresh, FeedFilter(limit=10_000))} == after


def test_an_open_inject_is_marked_and_says_when_an_answer_is_due(tell: Teller) -> None:
    telling = tell(22)
    row = next(row for row in feed(telling, EVERYTHING) if row.post_id == "inject:burnt")
    assert row.answerable and row.is_inject and row.highlighted
    assert row.deadline == "réponse attendue\u202f: 18\u00a0min"
    telling.run.decide(Respond(22, "burnt-care", inject="burnt"))
    row = next(row for row in feed(telling, EVERYTHING) if row.post_id == "inject:burnt")
    assert (row.deadline, row.highlighted) == ("", False)


def test_ones_own_answer_says_whom_it_answers(tell: Teller) -> None:
    telling = tell(22)
    telling.run.decide(Respond(22, "burnt-care", inject="burnt"))
    telling.run.advance_to(27)
    row = next(row for row in feed(telling, EVERYTHING) if row.post_id == "own:1")
    assert (row.author, row.badge_kind, row.context) == ("Lumivale", "you", "en réponse à @marion")
    assert row.text.startswith("Nous sommes désolés.")


def test_a_search_knows_no_accents_and_no_capitals(tell: Teller) -> None:
    telling = tell(10)
    found = list(posts_with(telling, ("BRULANTE",), until=10, limit=3))
    assert [post.id for post in found] == ["signal:warm"]
    assert plain(" Éclaire’ ") == "eclaire'"


def test_the_late_recall_repeats_no_crowd_text_within_a_screenful(recall_telling: Telling) -> None:
    posts = [post for post in recall_telling.run.feed.posts if post.kind in ("crowd", "quiet")]
    texts = [recall_telling.posts.text(post) for post in posts]
    repeated = [text for place, text in enumerate(texts) if text in texts[max(0, place - SCREENFUL + 1) : place]]
    assert not repeated
