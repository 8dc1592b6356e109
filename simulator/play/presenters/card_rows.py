"""What calls for an answer, and what can be said: cards, responses, standing and scheduled messages. See `rows`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChannelKind = Literal["public", "private", "statement", "press", "video", "internal", "authority", "phone", "none"]


@dataclass(frozen=True)
class ResponseRow:
    """One thing that can be said. Neither stance nor tone: they are named in the debrief only.

    `full` is what will be published where the card only names it: nobody signs what they cannot read. `voice` is who
    would speak, where one chooses who does and everybody hears it.
    """

    key: str
    response_id: str
    text: str
    channel: str
    channel_kind: ChannelKind
    preparation: str
    approval: str = ""
    enabled: bool = True
    refusal: str = ""
    full: str = ""
    voice: str = ""


@dataclass(frozen=True)
class CardView:
    """An open inject. `countdown` is the time left as text, `fraction` the share of it left (1 to 0)."""

    inject_id: str
    kicker: str
    title: str
    context: str
    responses: tuple[ResponseRow, ...]
    countdown: str = ""
    fraction: float = 1.0
    urgent: bool = False
    post_id: str = ""
    name: str = ""


@dataclass(frozen=True)
class MessageRow:
    """A standing message: what can be notified, told to employees, corrected; or a fresh statement."""

    action: Literal["notify", "inform", "correct", "statement"]
    response: ResponseRow


@dataclass(frozen=True)
class ScheduledRow:
    """A scheduled post to keep or suspend. `kept` is None while nobody has decided."""

    post_id: str
    time: str
    channel: str
    text: str
    kept: bool | None
    state: str
    enabled: bool = True
    refusal: str = ""
