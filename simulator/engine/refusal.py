"""Why something cannot be decided now."""

from __future__ import annotations

from simulator.locale import Message


class Refusal(Exception):
    """A decision that is not allowed; `message` is the sentence that the student reads."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self._code = code
        self._arguments = arguments

    @property
    def message(self) -> Message:
        """The sentence; made when it is read, for most refusals only grey a button."""
        return Message(f"engine.{self._code}", self._arguments)
