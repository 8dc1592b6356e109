"""What was assumed where a documented case leaves something out: a sentence each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from simulator.locale import Message

V = TypeVar("V")


class Assumptions:
    """Collects the sentences, in the order in which they were made."""

    def __init__(self) -> None:
        self._made: list[Message] = []

    @property
    def sentences(self) -> tuple[Message, ...]:
        """Every assumption."""
        return tuple(self._made)

    def assume(self, code: str, **arguments: object) -> None:
        """The assumption `code` was made."""
        self._made.append(Message(code, arguments))

    def counted(self, code: str, cases: Iterable[bool], **arguments: object) -> None:
        """The assumption `code` was made as often as `cases` are true; not at all where none is."""
        if count := sum(cases):
            self.assume(code, count=count, **arguments)

    def known(self, value: V | None, default: V, code: str) -> V:
        """`value`; `default`, with the assumption `code`, where it is None."""
        if value is not None:
            return value
        self.assume(code)
        return default
