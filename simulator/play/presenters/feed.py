"""The feed: who says what where, how it spreads, what awaits an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.engine.decision import Respond
from simulator.engine.post import Post
from simulator.play.presenters.card import countdown
from simulator.play.presenters.feed_rows import FeedRows
from simulator.play.presenters.figures import figures
from simulator.play.presenters.gauge import arrow
from simulator.play.presenters.looks import look_of
from simulator.play.presenters.post_rows import ChannelTab, FeedFilter, FeedRow, QuotedRow
from simulator.play.presenters.responses import open_inject
from simulator.play.presenters.sieve import plain
from simulator.play.presenters.telling import Telling

FRESH_MINUTES = 30
"""How long a leak stays marked."""
GROWTH_WINDOW = 5
_ARRIVALS = 85
"""Hundredths of a minute over which the crowd's posts of that minute come in."""


def feed(telling: Telling, feed_filter: FeedFilter) -> FeedRows:
    """The posts that pass `feed_filter`, newest first, each made into a row when it is asked for."""
    return _rows(telling, telling.sieve.ids(feed_filter), feed_filter.pinned)


def feed_rows(telling: Telling, posts: Iterable[Post]) -> tuple[FeedRow, ...]:
    """The rows of `posts`, in their order."""
    return _rows(telling, [post.id for post in posts])[:]


def _rows(telling: Telling, ids: list[str], pinned: frozenset[str] = frozenset()) -> FeedRows:
    answerable = _replies_possible(telling)
    hottest = _hottest(telling)

    def make(post_id: str) -> FeedRow:
        post = telling.posts.post(post_id)
        assert post is not None  # ids come from the feed
        return _row(telling, post, answerable, post_id == hottest, post_id in pinned)

    return FeedRows(ids, make)


def tabs(telling: Telling) -> tuple[ChannelTab, ...]:
    """One tab for all channels, then one for each that has a post."""
    counts = telling.sieve.counts()
    whole = ChannelTab("", telling.say("play.tab_all"), telling.phrases.short_number(counts.total()))
    return (
        whole,
        *(
            ChannelTab(channel.id, channel.name, telling.phrases.short_number(counts[channel.id]))
            for channel in telling.scenario.channels
            if counts[channel.id]
        ),
    )


def posts_with(telling: Telling, words: tuple[str, ...], until: int, limit: int) -> Iterator[Post]:
    """The newest posts up to the minute `until` whose text holds one of `words`, at most `limit`."""
    wanted = [plain(word) for word in words if plain(word)]
    found = 0
    for post in reversed(telling.run.feed.posts):
        if found == limit:
            return
        if post.minute <= until and any(word in plain(telling.posts.text(post)) for word in wanted):
            found += 1
            yield post


def _row(telling: Telling, post: Post, replies_possible: bool, hottest: bool, pinned: bool) -> FeedRow:
    author = telling.posts.author(post)
    look = look_of(telling, post)
    shown = figures(telling, post, look.look == "video")
    inject_id = open_inject(telling, post.id)
    growth = _growth(telling) if hottest else 0
    tie = telling.conversations.tie(post.id)
    target = telling.posts.post(tie.to) if tie.to else None
    return FeedRow(
        post_id=post.id,
        author=author.name,
        handle=author.handle,
        initials=author.initials,
        colour_key=post.author or "butter",
        age=_age(telling, post),
        channel_id=post.channel,
        text=look.text,
        replies=shown.replies,
        reshares=shown.reshares,
        likes=shown.likes,
        badge=author.badge,
        badge_kind=author.badge_kind,
        heat=telling.say("play.heat", percent=str(abs(growth))) if growth else "",
        heat_arrow=arrow(growth, 1),
        deadline=_deadline(telling, inject_id),
        note=telling.say("play.note_scheduled") if post.kind == "scheduled" else author.note,
        answerable=inject_id is not None or (replies_possible and post.kind not in ("own", "scheduled")),
        is_inject=post.kind in ("inject", "leak"),
        highlighted=inject_id is not None or (post.kind == "leak" and telling.minute - post.minute <= FRESH_MINUTES),
        picture=telling.posts.picture(post),
        look=look.look,
        mark=look.mark,
        title=look.title,
        stars=look.stars,
        views=shown.views,
        duration=look.duration,
        drawing=telling.chance.below("feed.drawing", post.id, 1 << 16),
        relation=tie.relation,
        context=_context(telling, tie.relation, target),
        quoted=_quoted(telling, target) if tie.relation == "quote" else None,
        thread=_thread(telling, post),
        arrives=_arrival(telling, post),
        pinned=pinned,
    )


def _context(telling: Telling, relation: str, target: Post | None) -> str:
    """What a post is about, where that is another post."""
    if target is None or relation in ("", "quote"):
        return ""
    if relation == "comment":
        look = look_of(telling, target)
        return telling.say("play.context_comment", title=(look.title or look.text).strip("«»“”\u202f\u00a0 "))
    return telling.say(f"play.context_{relation}", handle=telling.posts.author(target).handle)


def _quoted(telling: Telling, target: Post | None) -> QuotedRow | None:
    if target is None:
        return None
    author = telling.posts.author(target)
    return QuotedRow(target.id, author.name, author.handle, telling.posts.text(target))


def _thread(telling: Telling, post: Post) -> str:
    count = len(telling.conversations.answers(post.id))
    return telling.say("play.thread", count=count) if count else ""


def _arrival(telling: Telling, post: Post) -> float:
    """What the scenario brings comes on the minute, because a card may come with it; the crowd trickles in."""
    if post.kind not in ("crowd", "quiet"):
        return 0.0
    return telling.chance.below("feed.arrival", post.id, _ARRIVALS) / 100


def _age(telling: Telling, post: Post) -> str:
    age = telling.minute - post.minute
    return telling.times.span(age) if age > 0 else telling.say("play.now")


def _deadline(telling: Telling, inject_id: str | None) -> str:
    if inject_id is None:
        return ""
    state = telling.run.state.injects[inject_id]
    left, _, _ = countdown(telling, state)
    if state.expired:
        return telling.say("play.answer_late", late=left)
    return telling.say("play.answer_expected", left=left)


def _replies_possible(telling: Telling) -> bool:
    posts = telling.run.feed.posts
    return bool(posts) and any(
        telling.run.can_decide(Respond(telling.minute, response=response.id, post=posts[-1].id))
        for response in telling.scenario.standing.replies
    )


def _hottest(telling: Telling) -> str:
    """The post that carries the storm: the latest of the story that set people going."""
    stirring = (
        post.id
        for post in reversed(telling.run.feed.posts)
        if telling.channels[post.channel].kind != "private"
        and (post.kind == "leak" or (post.kind == "inject" and telling.injects[post.source].seeds))
    )
    return next(stirring, "")


def _growth(telling: Telling) -> int:
    """How fast the storm grows or shrinks, per cent a minute over the last minutes."""
    volume = telling.run.state.volume
    if len(volume) <= GROWTH_WINDOW or volume[-1 - GROWTH_WINDOW] == 0:
        return 0
    before = volume[-1 - GROWTH_WINDOW]
    return round(100 * (volume[-1] - before) / before / GROWTH_WINDOW)
