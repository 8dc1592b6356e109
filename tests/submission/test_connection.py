"""What comes back over the network is an answer, a refusal with its sentence, or no answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from simulator.submission.address import Address
from simulator.submission.connection import Connection
from simulator.submission.failure import NoAnswer, Refused
from simulator.submission.membership import BadMembership, Membership, MembershipFile
from simulator.submission.server import ClassServer

NOBODY = Membership("http://127.0.0.1:9", "0" * 26, "Ada", "M2", "loutre-4821", "old", "kept", "ab" * 32)


def connection(answer: Callable[[httpx.Request], httpx.Response]) -> Connection:
    return Connection(Address(NOBODY.url), transport=httpx.MockTransport(answer))


def problem(code: str, status: int) -> httpx.Response:
    said = {"title": "No", "status": status, "detail": "Non.", "code": code}
    return httpx.Response(status, json=said, headers={"content-type": "application/problem+json"})


def test_a_refusal_has_its_sentence() -> None:
    with pytest.raises(Refused) as refused:
        connection(lambda _: problem("code_unknown", 404)).ask("GET", "/me")
    assert (refused.value.code, refused.value.sentence, refused.value.is_for_now) == ("code_unknown", "Non.", False)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (httpx.Response(404, text="<html>nginx</html>"), "sending.foreign"),
        (httpx.Response(302, headers={"location": "https://login.example.org"}), "sending.foreign"),
        (httpx.Response(502, text="bad gateway"), "sending.unreachable"),
        (httpx.Response(200, text="<html>hello</html>"), "sending.foreign"),
    ],
)
def test_what_is_no_class_server_is_told_as_such(answer: httpx.Response, code: str) -> None:
    server = ClassServer(connection(lambda _: answer), NOBODY)
    with pytest.raises(NoAnswer) as lost:
        server.me()
    assert lost.value.message.code == code


def test_an_endless_answer_is_cut_off() -> None:
    with pytest.raises(NoAnswer):
        connection(lambda _: httpx.Response(200, content=b" " * 2000)).ask("GET", "/me", most=1000)


def test_nothing_is_sent_where_nobody_listens() -> None:
    with pytest.raises(NoAnswer) as lost:
        Connection(Address("http://127.0.0.1:9")).ask("GET", "/me")
    assert lost.value.message.code == "sending.unreachable"


def test_an_authority_file_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("nothing")
    with pytest.raises(NoAnswer) as lost:
        Connection(Address("https://127.0.0.1:9"), file).ask("GET", "/me")
    assert lost.value.message.code == "sending.ca_unreadable"


def test_a_token_that_is_over_is_traded_once_and_kept() -> None:
    asked: list[tuple[str, str]] = []
    renewed: list[Membership] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.path, request.headers.get("authorization", "")))
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"token": "new", "expires": "2026-11-30T12:00:00Z", "refresh": "kept2"})
        if request.headers["authorization"] == "Bearer old":
            return problem("token_over", 401)
        return httpx.Response(200, json={"listed": True})

    server = ClassServer(connection(answer), NOBODY, renewed.append)
    server.be_listed(True)
    assert [path.rsplit("/", 1)[1] for path, _ in asked] == ["listed", "token", "listed"]
    assert [(one.token, one.refresh) for one in renewed] == [("new", "kept2")]


def test_a_token_that_was_voided_is_not_traded() -> None:
    server = ClassServer(connection(lambda _: problem("token_unknown", 401)), NOBODY)
    with pytest.raises(Refused) as refused:
        server.me()
    assert refused.value.code == "token_unknown"


def test_a_membership_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    file = MembershipFile(tmp_path / "class" / "class.json")
    assert file.load() is None
    file.save(NOBODY)
    assert file.load() == NOBODY
    assert file.path.stat().st_mode & 0o077 == 0 or not hasattr(file.path, "owner")
    file.forget()
    assert file.load() is None


@pytest.mark.parametrize("text", ["", "[]", '{"kind": "badbuzz class", "format": 1}', '{"kind": 3}', "\xff"])
def test_a_membership_that_cannot_be_read_is_a_sentence(tmp_path: Path, text: str) -> None:
    file = MembershipFile(tmp_path / "class.json")
    file.path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadMembership):
        file.load()
