"""What is typed to join a class, made into a request: nothing is sent yet."""

from __future__ import annotations

from simulator.locale import Message
from simulator.play.my_class.errands import CannotDo
from simulator.submission.address import Address, BadAddress, read_invitation
from simulator.submission.membership import new_key
from simulator.submission.wire.joining import Join


class Joining:
    """Requests to join. The same request keeps its key, so that a lost answer makes nobody join twice."""

    def __init__(self) -> None:
        self._last: tuple[Join, str] | None = None

    def request(
        self, typed: str, code: str, pseudonym: str, roster_number: str, rejoin: str, *, listed: bool
    ) -> tuple[Address, Join, str]:
        """Whom to ask, what, and under which key. Raises CannotDo with the sentence of what is missing or wrong."""
        try:
            invitation = read_invitation(typed, code)
        except BadAddress as error:
            raise CannotDo(error.message) from None
        if not invitation.code or not (pseudonym.strip() or rejoin.strip()):
            raise CannotDo(Message("sending.join_incomplete"))
        asked = Join(
            code=invitation.code[:200],
            pseudonym=pseudonym.strip()[:160] or "-",
            roster_number=roster_number.strip()[:200] or None,
            rejoin=rejoin.strip()[:200] or None,
            listed=listed,
        )
        if self._last is None or self._last[0] != asked:
            self._last = (asked, new_key())
        return invitation.address, asked, self._last[1]
