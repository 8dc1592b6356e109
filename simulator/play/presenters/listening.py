"""Listening: searching the feed for a word or a hashtag."""

from __future__ import annotations

from simulator.engine.decision import Listen
from simulator.engine.events import DecisionMade, FeedSearched
from simulator.engine.post import Post
from simulator.play.presenters.dialogs import ListenView, SearchRow
from simulator.play.presenters.feed import feed_rows, posts_with
from simulator.play.presenters.sieve import plain
from simulator.play.presenters.telling import Telling

FOUND_AT_MOST = 6


def listening(telling: Telling) -> ListenView:
    """The searches made, the latest first, and words worth trying."""
    topics = telling.scenario.listening
    refusal = telling.refusal(Listen(telling.minute, topic=topics[0].id if topics else ""))
    done = [event for event in telling.run.events if isinstance(event, FeedSearched)]
    return ListenView(
        budget=telling.say("play.listen_budget", count=len(done)),
        suggestions=tuple(topic.words[0] for topic in topics),
        searches=(*_running(telling), *(_search(telling, event) for event in reversed(done))),
        enabled=not refusal,
        refusal=refusal,
    )


def listen_decision(telling: Telling, words: str) -> Listen:
    """The decision to search for `words`: for the topic that holds them, or for none."""
    return Listen(telling.minute, topic=topic_of(telling, words))


def topic_of(telling: Telling, words: str) -> str:
    """The topic that `words` mean, "" if none: a word of the topic stands in them, or they in it."""
    asked = plain(words).lstrip("#")
    if not asked:
        return ""
    for topic in telling.scenario.listening:
        known = [plain(word).lstrip("#") for word in topic.words]
        if any(asked == word for word in known):
            return topic.id
    for topic in telling.scenario.listening:
        known = [plain(word).lstrip("#") for word in topic.words]
        if any(word in asked.split() or (len(asked) > 2 and asked in word) for word in known):
            return topic.id
    return ""


def signal_of(post_id: str) -> str | None:
    """The id of what a post tells the cell, for an alert: that of its signal, or the post's own."""
    kind, _, name = post_id.partition(":")
    return name if kind == "signal" else post_id


def _running(telling: Telling) -> tuple[SearchRow, ...]:
    until = telling.run.state.busy_until
    if until <= telling.minute:
        return ()
    decided = (event.decision for event in reversed(telling.run.events) if isinstance(event, DecisionMade))
    last = next(decision for decision in decided if isinstance(decision, Listen))
    return (SearchRow(_words(telling, last.topic), telling.say("play.search_running", until_minute=until), done=False),)


def _search(telling: Telling, event: FeedSearched) -> SearchRow:
    found = _found(telling, event)
    state = telling.say("play.search_done", count=len(found), searched_minute=event.minute)
    return SearchRow(_words(telling, event.topic), state, done=True, found=feed_rows(telling, found))


def _found(telling: Telling, event: FeedSearched) -> list[Post]:
    """The signals of the search among everyday posts that hold the same words, newest first."""
    words = next((topic.words for topic in telling.scenario.listening if topic.id == event.topic), ())
    signals = [post for name in event.signals if (post := telling.posts.post(f"signal:{name}")) is not None]
    others = [
        post
        for post in posts_with(telling, words, event.minute, FOUND_AT_MOST)
        if post.kind in ("quiet", "crowd") and post not in signals
    ]
    found = signals + others[: max(FOUND_AT_MOST - len(signals), 0)]
    return sorted(found, key=lambda post: post.minute, reverse=True)


def _words(telling: Telling, topic_id: str) -> str:
    words = (topic.words[0] for topic in telling.scenario.listening if topic.id == topic_id)
    return next(words, telling.say("play.search_other"))
