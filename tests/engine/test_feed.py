"""The feed shows the storm without text, and its counters follow the real spread."""

from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def test_posts_come_in_order_and_never_twice(recall: Scenario) -> None:
    run = Run(recall, 1)
    run.advance_to(recall.length)
    minutes = [post.minute for post in run.feed.posts]
    assert minutes == sorted(minutes)
    assert len({post.id for post in run.feed.posts}) == len(run.feed.posts)


def test_the_quiet_hour_has_some_forty_posts(recall: Scenario) -> None:
    for seed in (1, 2, 3):
        run = Run(recall, seed)
        run.advance_to(recall.crisis_begins - 1)
        assert 28 <= len(run.feed.posts) <= 55
        assert not [post for post in run.feed.posts if post.kind == "crowd"]


def test_counters_only_rise(recall: Scenario) -> None:
    run = Run(recall, 1)
    run.advance_to(120)
    posts = list(run.feed.posts)
    before = [run.feed.counters(post) for post in posts]
    run.advance_to(200)
    for post, earlier in zip(posts, before, strict=True):
        now = run.feed.counters(post)
        assert now.reshares >= earlier.reshares
    assert any(run.feed.counters(post).reshares > earlier.reshares for post, earlier in zip(posts, before, strict=True))


def test_serials_of_a_voice_do_not_repeat(recall: Scenario) -> None:
    run = Run(recall, 1)
    run.advance_to(recall.length)
    crowd = [post for post in run.feed.posts if post.kind in ("crowd", "quiet")]
    spoken = [(post.segment, post.mood, post.arousal, post.channel, post.serial) for post in crowd]
    assert len(set(spoken)) == len(spoken)


def test_a_reply_stands_under_a_post_that_is_there(recall: Scenario) -> None:
    run = Run(recall, 1)
    run.advance_to(recall.length)
    known = {post.id for post in run.feed.posts}
    parents = [post.parent for post in run.feed.posts if post.parent is not None]
    assert parents
    assert set(parents) <= known
