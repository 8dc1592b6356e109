"""Why a class server did not do what was asked: it did not answer, or it answered that it will not."""

from __future__ import annotations

from simulator.locale import Message
from simulator.submission.wire.problem import Problem


class NoAnswer(Exception):
    """Nothing that is an answer came back; `message` says why. The same request may succeed later."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"sending.{code}", arguments)


class Refused(Exception):
    """The server said no; `sentence` is why, in the language asked for, `code` its name for programs.

    `retry_after`: seconds after which the same request may succeed; None: never as it stands.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.code = problem.code
        self.status = problem.status
        self.sentence = problem.detail
        self.retry_after = problem.retry_after

    @property
    def is_for_now(self) -> bool:
        """Whether the same request may succeed later."""
        return self.retry_after is not None or self.status in (401, 429) or self.status >= 500


def sentence_of(error: NoAnswer | Refused) -> Message:
    """What is said of either."""
    if isinstance(error, NoAnswer):
        return error.message
    return Message("sending.said", {"sentence": error.sentence})
