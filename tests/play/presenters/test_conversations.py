"""Who answers whom is drawn once, outside the run; it never changes and never points forward."""

from collections import Counter

from simulator.engine.decision import Respond
from simulator.play.presenters.feed import feed
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.thread import SHOWN, thread
from tests.play.presenters.conftest import Teller


def test_a_post_is_tied_to_an_earlier_one_of_its_channel(recall_telling: Telling) -> None:
    order = {post.id: place for place, post in enumerate(recall_telling.run.feed.posts)}
    found: Counter[str] = Counter()
    for post in recall_telling.run.feed.posts:
        tie = recall_telling.conversations.tie(post.id)
        found[tie.relation] += 1
        if tie.relation and post.kind != "own":
            target = recall_telling.posts.post(tie.to)
            assert target is not None and order[tie.to] < order[post.id]
            assert target.channel == post.channel
            assert post.id in recall_telling.conversations.answers(tie.to)
    assert {"reply", "quote", "comment", "follow"} <= set(found)


def test_everyday_posts_and_weak_signals_are_tied_to_nothing(recall_telling: Telling) -> None:
    """A thread under a signal would point it out in the quiet hour."""
    for post in recall_telling.run.feed.posts:
        if post.kind in ("quiet", "signal"):
            assert not recall_telling.conversations.tie(post.id).relation
        if post.kind == "signal":
            assert not [
                name
                for name in recall_telling.conversations.answers(post.id)
                if (answer := recall_telling.posts.post(name)) and answer.minute < recall_telling.scenario.crisis_begins
            ]


def test_ties_are_the_same_however_often_one_looks(tell: Teller) -> None:
    watched, fresh = tell(30), tell(30)
    for minute in range(31, 100):
        watched.run.advance_to(minute)
        watched.conversations.tie("p1")
    fresh.run.advance_to(99)
    ids = [post.id for post in fresh.run.feed.posts]
    assert [watched.conversations.tie(name) for name in ids] == [fresh.conversations.tie(name) for name in ids]


def test_ones_own_answer_stands_in_the_thread_of_what_it_answers(tell: Teller) -> None:
    telling = tell(22)
    telling.run.decide(Respond(22, "burnt-care", inject="burnt"))
    telling.run.advance_to(27)
    view = thread(telling, "inject:burnt")
    assert view is not None
    assert [row.post_id for depth, row in view.replies if depth == 1 and row.badge_kind == "you"] == ["own:1"]
    answer = thread(telling, "own:1")
    assert answer is not None and answer.before[-1].post_id == "inject:burnt"


def test_a_quote_shows_what_it_quotes(recall_telling: Telling) -> None:
    rows = [row for row in feed(recall_telling, FeedFilter(limit=10_000)) if row.relation == "quote"]
    assert rows
    for row in rows:
        target = recall_telling.posts.post(recall_telling.conversations.tie(row.post_id).to)
        assert target is not None and row.quoted is not None
        assert (row.quoted.post_id, row.quoted.text) == (target.id, recall_telling.posts.text(target))
        assert row.context == ""


def test_a_thread_counts_all_and_shows_the_first(recall_telling: Telling) -> None:
    talked = max(
        (post.id for post in recall_telling.run.feed.posts),
        key=lambda name: len(recall_telling.conversations.answers(name)),
    )
    view = thread(recall_telling, talked)
    assert view is not None and len(view.replies) <= SHOWN
    direct = [row.post_id for depth, row in view.replies if depth == 1]
    assert direct == list(recall_telling.conversations.answers(talked))[: len(direct)]
    assert bool(view.left_out) == (len(view.replies) == SHOWN)
    row = feed(recall_telling, FeedFilter(limit=10_000))
    assert next(one for one in row if one.post_id == talked).thread.startswith(
        str(len(recall_telling.conversations.answers(talked)))
    )


def test_no_post_no_thread(tell: Teller) -> None:
    assert thread(tell(10), "p9999") is None
