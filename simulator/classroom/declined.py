"""Why the server does not do what it was asked."""

from __future__ import annotations

from simulator.locale import Message


class Declined(Exception):
    """Something the server will not do; `message` is the sentence, `code` its name for programs, `status` HTTP's.

    `retry_after`: seconds after which the same request may succeed, None: never as it stands.
    """

    def __init__(self, code: str, status: int = 422, *, retry_after: int | None = None, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.retry_after = retry_after
        self.message = Message(f"classroom.{code}", arguments)
