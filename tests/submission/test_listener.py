"""What a server says by itself is heard at once, resumed where it broke off, and not counted on where held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, current_thread

import httpx
import pytest

from simulator.submission.backoff import pause_before
from simulator.submission.failure import NoAnswer
from simulator.submission.listener import Listener
from simulator.submission.server import ClassServer
from simulator.submission.stream import Heard, events
from tests.submission.post import refusal
from tests.submission.test_connection import NOBODY, connection, problem

TEXT = (
    b'retry: 2000\n\nid: 7\nevent: board\ndata: {"a":\ndata: 1}\n\n: still here\n\n'
    b"id: 8\r\nevent: class\r\ndata: \xc3\xa9\r\n\r\n"
)
SAID = [Heard(), Heard("7", "board", '{"a":\n1}'), Heard(), Heard("8", "class", "é")]


@pytest.mark.parametrize("size", [1, 3, 7, len(TEXT)])
def test_events_are_read_however_they_are_cut(size: int) -> None:
    parts = [TEXT[at : at + size] for at in range(0, len(TEXT), size)]
    heard = list(events(parts))
    assert [one for one in heard if one.event] == [one for one in SAID if one.event]
    assert Heard() in heard, "a word that means nothing is a sign of life"


def test_a_line_without_end_is_cut_off() -> None:
    with pytest.raises(NoAnswer):
        list(events([b"data: " + b"x" * 2**20] * 9))


class Radio:
    """A server whose streams are as the test says; each is opened after an id, which is written down."""

    def __init__(self, *streams: list[Heard | Exception]) -> None:
        self.streams = list(streams)
        self.asked: list[str] = []

    def listen(self, last: str) -> Iterator[Heard]:
        self.asked.append(last)
        for one in self.streams.pop(0):
            if isinstance(one, Exception):
                raise one
            yield one


def news(number: int) -> Heard:
    return Heard(str(number), "class", "{}")


SLOW, DOWN = NoAnswer("slow", host="server"), NoAnswer("unreachable", host="server")


def test_a_stream_that_ends_is_resumed_after_what_was_heard_last() -> None:
    radio, heard = Radio([Heard(), news(3), news(4)], [Heard(), DOWN], [news(5)]), list[Heard]()
    listener = Listener("ada", radio.listen, heard.append)
    for _ in range(3):
        assert listener.step() == pause_before("ada", 1), "what was heard before makes the next try a first one"
    assert radio.asked == ["", "4", "4"] and heard == [news(3), news(4), news(5)]


def test_a_server_that_is_away_is_tried_later_each_time_and_by_everybody_at_another_moment() -> None:
    pauses = {}
    for name in ("ada", "ben"):
        listener = Listener(name, Radio(*[[DOWN]] * 8).listen, lambda _: None)
        pauses[name] = [listener.step() for _ in range(8)]
        assert pauses[name] == [pause_before(name, tries) for tries in range(1, 9)]
    assert not set(pauses["ada"]) & set(pauses["ben"])


def test_it_is_live_from_the_first_word_to_the_end_and_never_where_a_proxy_holds_the_stream_back() -> None:
    lives: list[bool] = []

    def watched(streams: Radio) -> Callable[[str], Iterator[Heard]]:
        def listen(last: str) -> Iterator[Heard]:
            for one in streams.listen(last):
                lives.append(listener.is_live)
                yield one
                lives.append(listener.is_live)

        return listen

    listener = Listener("ada", watched(Radio([Heard(), news(1)], [SLOW])), lambda _: None)
    listener.step()
    assert lives == [False, True, True, True] and not listener.is_live
    assert listener.step() and not listener.is_live and len(lives) == 4


def test_a_server_that_has_no_streams_is_not_asked_again_and_one_that_says_later_is() -> None:
    listener = Listener("ada", Radio([refusal("x", 503)], [refusal("nothing_here", 404)]).listen, lambda _: None)
    assert listener.step() == pause_before("ada", 1)
    assert listener.step() is None


def test_it_listens_in_a_thread_of_its_own_and_hands_nothing_over_once_it_is_stopped() -> None:
    come, came, heard, threads = Event(), Event(), list[Heard](), set[str]()

    def listen(_: str) -> Iterator[Heard]:
        threads.add(current_thread().name)
        yield news(1)
        came.set()
        come.wait(10)
        yield news(2)
        came.set()

    listener = Listener("ada", listen, heard.append)
    listener.begin()
    assert came.wait(10) and listener.is_live
    listener.stop()
    thread = listener._thread
    come.set()
    assert thread is not None
    thread.join(10)
    assert heard == [news(1)] and not thread.is_alive() and threads == {"listener"}


def test_a_stream_is_asked_for_with_what_was_heard_last_and_a_token_that_is_over_is_renewed() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if request.url.path.endswith("/token"):
            fresh = {"token": "new", "refresh": "r", "expires": "2027-01-01T00:00:00Z"}
            return httpx.Response(200, json=fresh)
        if request.headers["authorization"] == "Bearer old":
            return problem("token_over", 401)
        return httpx.Response(200, content=TEXT, headers={"content-type": "text/event-stream; charset=utf-8"})

    server = ClassServer(connection(answer), NOBODY)
    assert [one for one in server.class_events("6") if one.event] == [one for one in SAID if one.event]
    assert [request.headers.get("last-event-id") for request in asked] == ["6", None, "6"]
    assert asked[-1].url.path == "/api/v1/me/events" and asked[-1].headers["accept"] == "text/event-stream"


@pytest.mark.parametrize(
    "answer",
    [httpx.Response(200, text="<html>log in</html>"), httpx.Response(302), httpx.Response(502), httpx.Response(204)],
)
def test_what_is_no_stream_is_no_answer(answer: httpx.Response) -> None:
    with pytest.raises(NoAnswer):
        list(ClassServer(connection(lambda _: answer), NOBODY).board_events("A" * 26, ""))


def test_a_stream_that_is_held_back_is_no_answer_in_the_end() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.extensions["timeout"]["read"] > 15, "a quiet stream says a word each fifteen seconds"
        raise httpx.ReadTimeout("held back")

    with pytest.raises(NoAnswer) as lost:
        list(ClassServer(connection(answer), NOBODY).class_events(""))
    assert lost.value.message.code == "sending.slow"
