"""How long a text takes to read, and how much there is to read in a scenario."""

from __future__ import annotations

from simulator.scenario.story import Inject

WORDS_A_MINUTE = 200
"""A careful reader's speed; silent reading of prose is 238 words a minute on average (Brysbaert 2019)."""
SECONDS_MORE = 20.0
"""What is left for thinking once a card has been read."""


def reading_seconds(words: int) -> float:
    """Wall seconds in which `words` that expect an answer are read, with the time to think."""
    return words * 60 / WORDS_A_MINUTE + SECONDS_MORE


def words_of(inject: Inject) -> int:
    """The words that stand before the student's eyes: the inject's own and those of its responses."""
    own = (inject.title, inject.text, inject.question or "")
    return sum(len(text.split()) for text in (*own, *(response.text for response in inject.responses)))
