"""The feed: which posts of the storm become visible, in what mood and where; never with what words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from simulator.chance import Chance
from simulator.engine.post import Counters, Mood, Post
from simulator.propagation.audience import SEGMENTS
from simulator.propagation.state import Tick
from simulator.scenario.base import Arousal
from simulator.scenario.model import Scenario

SHOWN_A_MINUTE = 2
"""At most so many posts of the crowd appear a minute (design)."""
QUIET_OF_100 = {"veille": 60}
QUIET_LATER = 12
"""Chance in 100 that a minute brings an everyday post: some forty in an hour of veille, few later (design)."""
_MOODS: dict[str, tuple[tuple[Mood, int], ...]] = {
    "customers": (("outraged", 46), ("worried", 32), ("mocking", 8), ("sceptic", 14)),
    "public": (("outraged", 48), ("worried", 18), ("mocking", 22), ("sceptic", 12)),
    "employees": (("worried", 50), ("outraged", 26), ("sceptic", 24)),
    "influencers": (("outraged", 58), ("worried", 22), ("mocking", 20)),
    "bots": (("outraged", 72), ("mocking", 28)),
}
_TICKETS: dict[str, tuple[Mood, ...]] = {
    segment: tuple(mood for mood, share in moods for _ in range(share)) for segment, moods in _MOODS.items()
}
_PLACES = {"microblog": 58, "video": 16, "reviews": 16, "press": 10}


class Feed:
    """Every post that can be seen, oldest first, and how much each was passed on.

    `posts` only grows. Counters are in people: a simulated user stands for `people_per_user` of them.
    """

    def __init__(self, scenario: Scenario, chance: Chance) -> None:
        self.posts: list[Post] = []
        self._scenario = scenario
        self._chance = chance
        self._known: set[str] = set()
        self._serials: Counter[tuple[str, str, str, str]] = Counter()
        self._post_of: dict[int, str] = {}
        self._passed_on: Counter[int] = Counter()
        self._wave_of = np.full(scenario.audience.size, -1, np.int32)
        self._waves: list[str] = []
        self._wave_sizes: list[int] = []
        self._uncounted: list[tuple[Tick, int]] = []
        self._digest = bytes(16)
        kinds = [(channel.id, channel.kind) for channel in scenario.channels]
        self._public = [name for name, kind in kinds for _ in range(_PLACES.get(kind, 0))]
        self._internal = [name for name, kind in kinds if kind == "internal"]

    def holds(self, post_id: str) -> bool:
        """Whether a post of this id has appeared."""
        return post_id in self._known

    def counters(self, post: Post) -> Counters:
        """What stands under `post` now; what was not looked at yet is counted first."""
        for tick, waves in self._uncounted:
            self._count(tick, waves)
        self._uncounted.clear()
        if post.kind == "crowd":
            shared = self._passed_on[int(post.author)]
            likes = 2 * shared + self._chance.below("likes", post.id, 4)
            replies = shared // 2 + self._chance.below("replies", post.id, 2)
        elif post.id in self._waves:
            size = self._wave_sizes[self._waves.index(post.id)]
            shared, likes, replies = size // 3, size * 2 // 3 + size % 7, size // 20 + size % 3
        elif post.kind == "own":
            anger = self._scenario.audience.size // 2500 + self._chance.below("own", post.id, 12)
            shared, likes, replies = anger // 4, anger // 2, anger
        else:
            shared, replies = 0, self._chance.below("replies", post.id, 3)
            likes = self._chance.below("likes", post.id, 9)
            return Counters(replies, shared, likes)
        people = max(self._scenario.audience.people_per_user // 4, 1)
        return Counters(replies * people, shared * people, likes * people)

    def show(self, post: Post) -> None:
        """Add a post at the end."""
        self.posts.append(post)
        self._known.add(post.id)
        chain = blake2b(self._digest, digest_size=16)
        chain.update(f"{post.id}|{post.minute}|{post.channel}|{post.segment}|{post.mood}|{post.arousal}".encode())
        self._digest = chain.digest()

    def wave(self, post_id: str) -> None:
        """From now on, users outraged by no other user count as reached by the post `post_id`."""
        self._waves.append(post_id)
        self._wave_sizes.append(0)

    def grow(self, minute: int, tick: Tick, segments: Sequence[int], stage: str, outrage: int, trust: int) -> None:
        """Show the minute's share of `tick`, whose activated users have these `segments` (places in SEGMENTS).

        `outrage` and `trust` are thousandths; they shift mood and arousal.
        """
        self._uncounted.append((tick, len(self._waves)))
        users = tick.activated.tolist()
        parents = tick.parents.tolist()
        by_interest = self._chance.bits("shown", tick.activated).argsort(kind="stable").tolist()
        for place in by_interest[:SHOWN_A_MINUTE]:
            self._speak(minute, users[place], parents[place], SEGMENTS[segments[place]], outrage, trust)
        if self._chance.below("quiet", minute, 100) < QUIET_OF_100.get(stage, QUIET_LATER):
            self._chatter(minute)

    def digest_part(self) -> bytes:
        """16 bytes that stand for every post so far."""
        return self._digest

    def _count(self, tick: Tick, waves: int) -> None:
        """Count who passed on whose post in `tick`, and by which of the first `waves` it was reached.

        Nobody looks under the posts of most plays: bots do not, and neither does scoring.
        """
        self._passed_on.update(parent for parent in tick.parents.tolist() if parent >= 0)
        if not len(tick.activated) or not waves:
            return
        rooted = np.where(tick.parents >= 0, self._wave_of[tick.parents], waves - 1)
        self._wave_of[tick.activated] = rooted
        for wave, size in enumerate(np.bincount(rooted[rooted >= 0], minlength=waves).tolist()):
            self._wave_sizes[wave] += size

    def _speak(self, minute: int, user: int, parent: int, segment: str, outrage: int, trust: int) -> None:
        mood = self._mood(user, segment, trust)
        arousal: Arousal = "high" if self._chance.below("arousal", user, 1000) < 300 + outrage // 2 else "low"
        inside = segment == "employees" and self._internal and self._chance.below("inside", user, 100) < 60
        channel = self._chance.chosen("channel", self._internal if inside else self._public, user)
        post_id = f"p{len(self.posts)}"
        self._post_of[user] = post_id
        self.show(
            Post(
                post_id,
                minute,
                "crowd",
                channel,
                segment,
                author=str(user),
                mood=mood,
                arousal=arousal,
                serial=self._serial(segment, mood, arousal, channel),
                parent=self._post_of.get(parent),
            )
        )

    def _chatter(self, minute: int) -> None:
        user = self._chance.below("quiet user", minute, self._scenario.audience.size)
        channel = self._chance.chosen("channel", self._public, user)
        segment = "customers" if self._chance.below("quiet segment", minute, 100) < 70 else "public"
        serial = self._serial(segment, "neutral", "low", channel)
        post_id = f"p{len(self.posts)}"
        self.show(Post(post_id, minute, "quiet", channel, segment, author=str(user), serial=serial))

    def _mood(self, user: int, segment: str, trust: int) -> Mood:
        if segment not in _TICKETS:
            return "neutral"
        drawn = self._chance.below("mood", user, 1000)
        if drawn < trust // 6 and segment != "bots":
            return "supportive"
        tickets = _TICKETS[segment]
        return tickets[drawn % len(tickets)]

    def _serial(self, segment: str, mood: str, arousal: str, channel: str) -> int:
        key = (segment, mood, arousal, channel)
        self._serials[key] += 1
        return self._serials[key] - 1
