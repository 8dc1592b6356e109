"""Figures grow and never shrink; nobody counts in private."""

from simulator.play.presenters.figures import figures
from simulator.play.presenters.telling import Telling
from tests.play.presenters.conftest import Teller


def numbers(telling: Telling, post_id: str) -> tuple[int, ...]:
    post = telling.posts.post(post_id)
    assert post is not None
    shown = figures(telling, post, False)
    return tuple(int(text) for text in (shown.replies, shown.reshares, shown.likes))


def test_no_figure_ever_shrinks_and_a_crowd_post_grows_after_it_came(tell: Teller) -> None:
    telling = tell(40)
    ids = [post.id for post in telling.run.feed.posts if post.kind in ("crowd", "quiet")]
    before = {post_id: numbers(telling, post_id) for post_id in ids}
    first = dict(before)
    for minute in range(41, 80):
        telling.run.advance_to(minute)
        for post_id in ids:
            now = numbers(telling, post_id)
            assert all(new >= old for new, old in zip(now, before[post_id], strict=True))
            before[post_id] = now
    assert sum(sum(now) for now in before.values()) > sum(sum(then) for then in first.values())


def test_nobody_counts_what_is_said_in_private(recall_telling: Telling) -> None:
    private = [
        post for post in recall_telling.run.feed.posts if recall_telling.channels[post.channel].kind == "private"
    ]
    assert private
    assert {figures(recall_telling, post, False).likes for post in private} == {""}
