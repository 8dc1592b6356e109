"""What can be asked in an exam: the answer is the rows of the dialog or page of that name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from simulator.submission.wire.base import Wire
from simulator.submission.wire.exam_commands import Holding, Word


class AskReplies(Wire):
    ask: Literal["replies"]
    post: Word


class AskListening(Wire):
    ask: Literal["listening"]


class AskWatching(Wire):
    ask: Literal["watching"]


class AskThread(Wire):
    ask: Literal["thread"]
    post: Word


class AskProfile(Wire):
    ask: Literal["profile"]
    post: Word


class AskAlerting(Wire):
    ask: Literal["alerting"]


class AskHolding(Wire):
    ask: Literal["holding"]
    choice: Holding | None = None


class AskBriefing(Wire):
    ask: Literal["briefing"]


class AskGuide(Wire):
    ask: Literal["guide"]


Question = Annotated[
    AskReplies
    | AskThread
    | AskProfile
    | AskListening
    | AskWatching
    | AskAlerting
    | AskHolding
    | AskBriefing
    | AskGuide,
    Field(discriminator="ask"),
]
QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
"""`POST /assignments/{id}/exam/questions`: what a dialog shows. The answer is that dialog's rows."""
