"""Why something cannot be decided now."""

from __future__ import annotations

from simulator.locale import Message


class Refusal(Exception):
    """A decision that is not allowed; `message` is the sentence that the student reads."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"engine.{code}", arguments)
