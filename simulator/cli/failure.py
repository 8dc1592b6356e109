"""What a user did wrong, as one sentence."""

from __future__ import annotations

from simulator.locale import Message


class Failure(Exception):
    """Ends the command with `message` on the error stream and exit code 2."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"cli.{code}", arguments)

    @classmethod
    def saying(cls, message: Message) -> Failure:
        """A failure whose sentence comes from below."""
        failure = cls("failure")
        failure.message = message
        return failure
