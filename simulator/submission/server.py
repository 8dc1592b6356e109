"""What a student asks of their class server, one method each; the token is renewed on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter

from simulator.authoring.pack import MAX_PACK_BYTES
from simulator.submission.connection import Answered, Connection
from simulator.submission.failure import Refused
from simulator.submission.membership import Membership
from simulator.submission.stream import Heard
from simulator.submission.wire.assignments import Me, Start
from simulator.submission.wire.base import IDEMPOTENCY
from simulator.submission.wire.board import Board, Choices
from simulator.submission.wire.debrief import ClassDebrief
from simulator.submission.wire.exam import ExamView, Order, Outcome
from simulator.submission.wire.joining import Join, Joined, Listed, Refresh, Token
from simulator.submission.wire.news import QUIET_SECONDS
from simulator.submission.wire.plays import PlayView, Receipt

T = TypeVar("T")
_MOST_PICTURE = 4 * 1024 * 1024
_SLACK_SECONDS = 10.0
"""How much longer than it was asked to wait a server may take."""
_SILENCE_SECONDS = QUIET_SECONDS + 10.0
"""After so long without a word, a stream has ended unheard, or something on the way holds it back."""


def join_class(connection: Connection, asked: Join, key: str) -> Joined:
    """Join a class. Sent again with the same `key`, it is the same student. Raises NoAnswer, Refused."""
    body = asked.model_dump_json(exclude_none=True)
    return connection.ask("POST", "/join", body=body, headers={IDEMPOTENCY: key}).read(Joined)


class ClassServer:
    """A server as the student of `membership` sees it. `renewed` is told of each new token.

    Every method raises NoAnswer and Refused, and may be called from any thread.
    """

    def __init__(
        self, connection: Connection, membership: Membership, renewed: Callable[[Membership], None] = lambda _: None
    ) -> None:
        self.connection = connection
        self.membership = membership
        self._renewed = renewed
        self._renewing = Lock()

    def me(self) -> Me:
        """My class, my assignments, my plays."""
        return self._ask("GET", "/me").read(Me)

    def be_listed(self, listed: bool) -> None:
        """Whether others may see my pseudonym."""
        self._ask("PUT", "/me/listed", Listed(listed=listed))

    def pack(self, assignment: str) -> bytes:
        """The scenario of an assignment."""
        return self._ask("GET", f"/assignments/{assignment}/pack", most=2 * MAX_PACK_BYTES).body

    def start(self, assignment: str) -> Start:
        """The world of my next practice play."""
        return self._ask("POST", f"/assignments/{assignment}/start").read(Start)

    def send(self, assignment: str, body: str, key: str) -> Receipt:
        """Send a play, to the letter: the same key and body give the same receipt."""
        return self._ask("POST", f"/assignments/{assignment}/plays", text=body, key=key).read(Receipt)

    def play(self, play: str) -> PlayView:
        """What became of my play."""
        return self._ask("GET", f"/plays/{play}").read(PlayView)

    def board(self, assignment: str) -> Board:
        """Where the class stands."""
        return self._ask("GET", f"/assignments/{assignment}/board").read(Board)

    def choices(self, assignment: str) -> Choices:
        """What the class chose."""
        return self._ask("GET", f"/assignments/{assignment}/choices").read(Choices)

    def debrief(self, assignment: str) -> ClassDebrief:
        """The class looked back on."""
        return self._ask("GET", f"/assignments/{assignment}/debrief").read(ClassDebrief)

    def class_events(self, last: str) -> Iterator[Heard]:
        """That there are news of my class, after the event `last`, as it comes."""
        return self._listen("/me/events", last)

    def board_events(self, assignment: str, last: str) -> Iterator[Heard]:
        """Where the class stands, each time it changes, after the event `last`."""
        return self._listen(f"/assignments/{assignment}/events", last)

    def begin_exam(self, assignment: str) -> ExamView:
        """Begin my exam, or come back to it."""
        return self._ask("POST", f"/assignments/{assignment}/exam").read(ExamView)

    def exam(self, assignment: str, after: int, wait: float, channel: str, posts: int) -> ExamView:
        """What my exam shows, once it is no more revision `after` or `wait` seconds have passed."""
        parameters: dict[str, str | int | float] = {"after": after, "wait": wait, "channel": channel, "posts": posts}
        path = f"/assignments/{assignment}/exam"
        return self._ask("GET", path, parameters=parameters, patience=wait + _SLACK_SECONDS).read(ExamView)

    def order(self, assignment: str, order: Order) -> Outcome:
        """Decide something in my exam, once."""
        return self._ask("POST", f"/assignments/{assignment}/exam/decisions", order).read(Outcome)

    def question(self, assignment: str, question: BaseModel) -> Any:
        """The rows of a dialog of my exam, as JSON values."""
        answer = self._ask("POST", f"/assignments/{assignment}/exam/questions", question)
        return TypeAdapter(Any).validate_json(answer.body)

    def picture(self, assignment: str, name: str) -> bytes:
        """A picture that my exam shows."""
        return self._ask("GET", f"/assignments/{assignment}/exam/pictures/{name}", most=_MOST_PICTURE).body

    def close(self) -> None:
        """Let go of the connections."""
        self.connection.close()

    def _ask(
        self,
        method: str,
        path: str,
        sent: BaseModel | None = None,
        *,
        text: str | None = None,
        key: str | None = None,
        **more: Any,
    ) -> Answered:
        body = sent.model_dump_json() if sent is not None else text
        headers = {} if key is None else {IDEMPOTENCY: key}
        token = self.membership.token
        try:
            return self.connection.ask(method, path, token=token, body=body, headers=headers, **more)
        except Refused as refused:
            if refused.code != "token_over":
                raise
        self._renew(token)
        return self.connection.ask(method, path, token=self.membership.token, body=body, headers=headers, **more)

    def _listen(self, path: str, last: str) -> Iterator[Heard]:
        headers = {"Last-Event-ID": last} if last else {}
        token = self.membership.token
        try:
            yield from self.connection.listen(path, token=token, headers=headers, patience=_SILENCE_SECONDS)
        except Refused as refused:
            if refused.code != "token_over":
                raise
            self._renew(token)
            yield from self.connection.listen(
                path, token=self.membership.token, headers=headers, patience=_SILENCE_SECONDS
            )

    def _renew(self, over: str) -> None:
        """Trade what was kept for another token, once for all who found `over` to be over."""
        with self._renewing:
            if self.membership.token != over:
                return
            asked = Refresh(refresh=self.membership.refresh).model_dump_json()
            self.membership = self.membership.with_token(self.connection.ask("POST", "/token", body=asked).read(Token))
            self._renewed(self.membership)
