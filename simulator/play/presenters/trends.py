"""What the feed speaks of now: words that rise, claims that nothing bears out, and the tone of it all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from simulator.engine.post import Post
from simulator.play.presenters.gauge import arrow
from simulator.play.presenters.post_rows import MoodView, TrendRow
from simulator.play.presenters.sieve import plain
from simulator.play.presenters.small_words import SMALL_WORDS

if TYPE_CHECKING:
    from simulator.play.presenters.telling import Telling

WINDOW = 30
"""Minutes that are counted, and compared with as many before."""
LEAST = 3
"""Posts with the word, so that one weak signal never stands out of the quiet hour by being listed here."""
SHOWN = 6
MOOD_WINDOW = 15
_MOODY = 4
"""So many posts of the storm make a tone."""
_SHORTEST = 4
_LONGEST_FEED = 400
"""The newest so many posts are looked at, however fast they come."""
_WORD = re.compile(r"#?[^\W_][\w'’-]*")
_ARTICLE = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)
_CONTRACTION = re.compile("['’]")


class Trends:
    """The trends of one telling; each post is taken apart once."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._terms: dict[str, frozenset[str]] = {}
        self._written: dict[str, Counter[str]] = defaultdict(Counter)
        self._told: tuple[tuple[object, ...], tuple[TrendRow, ...]] = ((), ())
        own = plain(telling.scenario.organisation.name)
        self._borne_out: tuple[int, int, frozenset[str]] = (-1, -1, frozenset())
        self._own = frozenset((own, plain(telling.scenario.organisation.handle).lstrip("@")))

    def rows(self, open_questions: tuple[str, ...] = ()) -> tuple[TrendRow, ...]:
        """At most `SHOWN` words, those used most in the last half hour first; hashtags count for more.

        A word of `open_questions`, the labels of facts that the cell thinks of and nobody has established, is a rumour:
        the crowd speaks of it, true or not, and no verified or published fact bears it out.
        """
        asked = (self._telling.minute, len(self._telling.run.feed.posts), open_questions)
        if self._told[0] != asked:
            self._told = (asked, tuple(self._counted(open_questions)))
        return self._told[1]

    def mood(self) -> MoodView:
        """The mood of most posts of the storm in the last quarter of an hour; calm where there are few."""
        telling = self._telling
        recent = [post for post in self._since(2 * MOOD_WINDOW) if post.kind == "crowd"]
        now = [post for post in recent if post.minute > telling.minute - MOOD_WINDOW]
        moods = Counter(post.mood for post in now if post.mood != "neutral")
        mood = moods.most_common(1)[0][0] if moods.total() >= _MOODY else "calm"
        change = len(now) - (len(recent) - len(now))
        return MoodView(telling.say(f"play.feed_{mood}"), arrow(change, 3), self._rate(len(now)))

    def _rate(self, count: int) -> str:
        return self._telling.say("play.feed_rate", count=count, window_span=MOOD_WINDOW)

    def _since(self, minutes: int) -> list[Post]:
        """The posts of the last `minutes`, the newest first, that anybody could count.

        Not what the organisation says, nor what is said in private or among colleagues; nor weak signals: to find those
        is listening.
        """
        telling = self._telling
        newest = telling.run.feed.posts[-1 : -1 - _LONGEST_FEED : -1]
        recent = takewhile(lambda post: post.minute > telling.minute - minutes, newest)
        return [
            post
            for post in recent
            if post.kind not in ("own", "scheduled", "signal")
            and telling.channels[post.channel].kind not in ("private", "internal")
        ]

    def _counted(self, open_questions: tuple[str, ...]) -> Iterator[TrendRow]:
        telling = self._telling
        now: Counter[str] = Counter()
        before: Counter[str] = Counter()
        for post in self._since(2 * WINDOW):
            (now if post.minute > telling.minute - WINDOW else before).update(self._terms_of(post))
        found = [term for term, count in now.items() if count >= LEAST]
        found.sort(key=lambda term: (-now[term] * (3 if term.startswith("#") else 2), term))
        doubtful = frozenset(term.lstrip("#") for label in open_questions for term, _ in _terms(label, self._own))
        doubtful -= self._established()
        for term in found[:SHOWN]:
            direction = arrow(now[term] - before[term], 1)
            rumour = term.lstrip("#") in doubtful
            yield TrendRow(
                word=self._written[term].most_common(1)[0][0],
                count=telling.phrases.short_number(now[term]),
                arrow=direction,
                rumour=rumour,
                tip=self._tip(now[term], direction, rumour),
            )

    def _tip(self, count: int, direction: int, rumour: bool) -> str:
        say = self._telling.say
        way = {1: "play.trend_rises", 0: "play.trend_steady", -1: "play.trend_falls"}[direction]
        told = say(way, count=count, window_span=WINDOW)
        return f"{told} {say('play.trend_rumour')}" if rumour else told

    def _terms_of(self, post: Post) -> frozenset[str]:
        """The words of a post that may trend, as they are compared; how they are written is kept aside."""
        if post.id not in self._terms:
            found = dict(_terms(self._telling.posts.text(post), self._own))
            for term, written in found.items():
                self._written[term][written] += 1
            self._terms[post.id] = frozenset(found)
        return self._terms[post.id]

    def _established(self) -> frozenset[str]:
        """Words of what is verified or public, and of what the organisation has said; kept until there is more."""
        telling = self._telling
        facts = [
            fact_id
            for fact_id, state in telling.run.state.facts.items()
            if state.verified is not None or state.is_known
        ]
        stamp = (len(facts), len(telling.run.state.messages))
        if self._borne_out[:2] != stamp:
            said = [telling.posts.text(post) for post in telling.run.feed.posts if post.kind == "own"]
            for fact_id in facts:
                said += [telling.facts[fact_id].label, telling.outcome(fact_id)]
            words = frozenset(term.lstrip("#") for text in said for term, _ in _terms(text, frozenset()))
            self._borne_out = (*stamp, words)
        return self._borne_out[2]


def _terms(text: str, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The words of `text` that have a subject: as they are compared, and as they are written."""
    for match in _WORD.finditer(text):
        word = _CONTRACTION.split(_ARTICLE.sub("", match[0]))[0].rstrip("-")
        term = plain(word)
        bare = term.lstrip("#")
        if len(bare) < _SHORTEST or term in SMALL_WORDS or bare in own:
            continue
        written = word if word.startswith("#") or word[1:] != word[1:].casefold() else word.casefold()
        yield (term[:-1] if term.endswith("s") and len(bare) > _SHORTEST else term), written
