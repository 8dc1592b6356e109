"""A message once it is out."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.tags import Recipient, Tags


@dataclass(frozen=True)
class PublishedMessage:
    """What the organisation published, when, where, in whose name, with its tags.

    `serial` counts the run's messages from 1. `decided` and `minute` are scenario minutes. `signature` names what
    was said: the response's id, or the wordings of a holding statement; a second message with the same signature is
    a `repeat`. `reach` (0..100) and `formality` (1..3) are the channel's, `rank` (1..3) the spokesperson's.
    `promised` is the minute of the announced next update.
    """

    serial: int
    decided: int
    minute: int
    signature: tuple[str, ...]
    tags: Tags
    channel: str
    reach: int
    formality: int
    rank: int
    recipient: Recipient
    inject: str | None = None
    post: str | None = None
    holding: bool = False
    repeat: bool = False
    promised: int | None = None

    @property
    def is_public(self) -> bool:
        """Whether anybody can read it."""
        return self.recipient in ("person", "public", "media")

    def belies(self, fact: str, outcome: str) -> bool:
        """Whether it asserts, other than as a precaution, that the fact is not what it is: `outcome`."""
        return belies(self.tags, fact, outcome)


def belies(tags: Tags, fact: str, outcome: str) -> bool:
    """Whether a message with these tags asserts, other than as a precaution, that the fact is not `outcome`."""
    return any(claim.fact == fact and claim.says != outcome and not claim.precaution for claim in tags.claims)
