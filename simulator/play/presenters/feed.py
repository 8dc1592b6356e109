"""The feed: who says what where, how it spreads, what awaits an answer."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from simulator.engine.decision import Respond
from simulator.engine.post import Post
from simulator.play.presenters.card import countdown
from simulator.play.presenters.gauge import arrow
from simulator.play.presenters.responses import open_inject
from simulator.play.presenters.rows import ChannelTab, FeedFilter, FeedRow
from simulator.play.presenters.telling import Telling

FRESH_MINUTES = 30
"""How long a leak stays marked."""
GROWTH_WINDOW = 5


def feed(telling: Telling, feed_filter: FeedFilter) -> tuple[FeedRow, ...]:
    """The newest posts that pass `feed_filter`, newest first."""
    wanted = feed_filter.channel
    passing = (post for post in reversed(telling.run.feed.posts) if not wanted or post.channel == wanted)
    return feed_rows(telling, list(islice(passing, feed_filter.limit)))


def feed_rows(telling: Telling, posts: list[Post]) -> tuple[FeedRow, ...]:
    """The rows of `posts`, in their order."""
    answerable = _replies_possible(telling)
    hottest = _hottest(telling)
    return tuple(_row(telling, post, answerable, post.id == hottest) for post in posts)


def tabs(telling: Telling) -> tuple[ChannelTab, ...]:
    """One tab for all channels, then one for each that has a post."""
    counts = Counter(post.channel for post in telling.run.feed.posts)
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


def plain(text: str) -> str:
    """`text` as it is compared in a search: without accents, capitals and outer spaces."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).strip()


def _row(telling: Telling, post: Post, replies_possible: bool, hottest: bool) -> FeedRow:
    author = telling.posts.author(post)
    replies, reshares, likes = _counted(telling, post)
    inject_id = open_inject(telling, post.id)
    growth = _growth(telling) if hottest else 0
    return FeedRow(
        post_id=post.id,
        author=author.name,
        handle=author.handle,
        initials=author.initials,
        colour_key=post.author or "butter",
        age=_age(telling, post),
        channel_id=post.channel,
        text=telling.posts.text(post),
        replies=replies,
        reshares=reshares,
        likes=likes,
        badge=author.badge,
        badge_kind=author.badge_kind,
        heat=telling.say("play.heat", percent=str(abs(growth))) if growth else "",
        heat_arrow=arrow(growth, 1),
        deadline=_deadline(telling, inject_id),
        note=_note(telling, post) or author.note,
        answerable=inject_id is not None or (replies_possible and post.kind not in ("own", "scheduled")),
        is_inject=post.kind in ("inject", "leak"),
        highlighted=inject_id is not None or (post.kind == "leak" and telling.minute - post.minute <= FRESH_MINUTES),
        picture=telling.posts.picture(post),
    )


def _counted(telling: Telling, post: Post) -> tuple[str, str, str]:
    """Replies, reshares and likes to read; nobody counts what is said in private."""
    if telling.channels[post.channel].kind == "private":
        return "", "", ""
    counters, short = telling.run.feed.counters(post), telling.phrases.short_number
    return short(counters.replies), short(counters.reshares), short(counters.likes)


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


def _note(telling: Telling, post: Post) -> str:
    if post.kind == "scheduled":
        return telling.say("play.note_scheduled")
    answered = _answered(telling, post)
    return telling.say("play.note_reply", handle=telling.posts.author(answered).handle) if answered else ""


def _answered(telling: Telling, post: Post) -> Post | None:
    """The post that this one visibly answers."""
    if post.kind == "own":
        message = telling.run.state.messages[int(post.source) - 1]
        target = message.post or (f"inject:{message.inject}" if message.inject else "")
        return telling.posts.post(target) if message.recipient in ("person", "private", "media") else None
    parent = telling.posts.post(post.parent) if post.parent else None
    return parent if parent is not None and parent.kind != "crowd" else None


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
