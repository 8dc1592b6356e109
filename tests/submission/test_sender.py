"""A play is sent until it is acknowledged, never twice, and never forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.submission.backoff import FIRST_SECONDS, LONGEST_SECONDS, pause_before
from simulator.submission.failure import NoAnswer
from simulator.submission.sender import Sender
from simulator.submission.spool import Spool
from simulator.submission.wire.plays import PlayView
from tests.submission.post import KEY, Office, parcel, refusal

DOWN = NoAnswer("unreachable", host="server")


class Table:
    """A queue, an office, and a clock that the test turns."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        self.spool = Spool(folder, KEY)
        self.office = Office()
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        return Sender(self.spool, self.office, lambda: self.now)

    def pass_time(self, seconds: float) -> None:
        """Let `seconds` pass; the sender does what falls due."""
        until = self.now + seconds
        while True:
            pause = self.sender.step()
            if pause is None or self.now + pause > until:
                break
            self.now += pause
        self.now = until


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "queue")


def state(table: Table, name: str = "a-play") -> str:
    found = table.spool.get(name)
    assert found is not None
    return found.state


def verdict(table: Table, **parts: object) -> None:
    found = table.spool.get("a-play")
    assert found is not None and found.receipt is not None
    seen = table.office.play(found.receipt.play)
    table.office.verdicts[found.receipt.play] = seen.model_copy(update=parts)


def test_a_play_is_received_then_verified(table: Table) -> None:
    table.spool.put(parcel())
    assert table.sender.step() is not None and state(table) == "received"
    table.pass_time(10)
    verdict(table, state="verified", counts=True)
    table.pass_time(10)
    assert state(table) == "verified" and table.sender.step() is None


def test_a_play_that_the_server_turns_down_says_why(table: Table) -> None:
    table.spool.put(parcel())
    table.sender.step()
    verdict(table, state="refused", refusal="Minute 12 : les décisions diffèrent.")
    table.pass_time(10)
    found = table.spool.get("a-play")
    assert found is not None and (found.state, found.why) == ("refused", "Minute 12 : les décisions diffèrent.")


def test_nothing_is_lost_while_the_server_is_down(table: Table) -> None:
    table.office.fails = [DOWN] * 9
    table.spool.put(parcel())
    table.sender.step()
    assert state(table) == "waiting"
    assert table.sender.troubles["a-play"].why.code == "sending.unreachable"
    table.pass_time(3000)
    assert state(table) == "received" and "a-play" not in table.sender.troubles
    assert len(table.office.taken) == 1


def test_a_lost_answer_gives_the_same_receipt(table: Table) -> None:
    table.office.loses = 2
    table.spool.put(parcel())
    table.pass_time(60)
    assert state(table) == "received" and len(table.office.taken) == 1
    assert [call for call in table.office.calls if call.startswith("send")] == ["send key-of-a-play"] * 3


def test_a_sender_that_was_killed_goes_on_where_the_file_says(table: Table) -> None:
    table.office.loses = 1
    table.spool.put(parcel())
    table.sender.step()
    table.sender = table.new_sender()
    assert state(table) == "waiting"
    table.sender.step()
    assert state(table) == "received" and len(table.office.taken) == 1


def test_a_server_that_says_later_is_asked_later(table: Table) -> None:
    table.office.fails = [refusal("assignment_paused", 409, retry_after=30), refusal("limit", 429), refusal("x", 503)]
    table.spool.put(parcel())
    assert (table.sender.step() or 0) >= 30
    assert "assignment_paused" in str(table.sender.troubles["a-play"].why.arguments["sentence"])
    table.pass_time(120)
    assert state(table) == "received"


@pytest.mark.parametrize("code", ["attempts_used", "play_other_seed", "key_reused"])
def test_a_server_that_says_never_is_not_asked_again(table: Table, code: str) -> None:
    table.office.fails = [refusal(code, 409 if code != "play_other_seed" else 422)]
    table.spool.put(parcel())
    table.pass_time(1000)
    found = table.spool.get("a-play")
    assert found is not None and (found.state, found.why) == ("refused", f"Non : {code}.")
    assert table.office.calls == ["send key-of-a-play"]


def test_an_edited_file_is_noticed_kept_and_never_sent(table: Table) -> None:
    table.office.fails = [DOWN]
    table.spool.put(parcel())
    table.sender.step()
    file = table.spool.path("a-play")
    file.write_text(file.read_text().replace("Exercice", "Examen"))
    table.pass_time(1000)
    good, bad = table.spool.parcels()
    assert not good and [one.problem.code for one in bad] == ["sending.parcel_edited"]
    assert not table.office.taken and file.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": "x"}', "\x00" * 9, '{"kind": 1, "format": 1, "seal": 2}'])
def test_a_file_that_is_no_parcel_harms_no_other(table: Table, text: str) -> None:
    table.spool.put(parcel())
    table.spool.path("b").write_text(text)
    table.sender.step()
    assert state(table) == "received"
    assert [one.problem.code for one in table.spool.parcels()[1]] == ["sending.parcel_unreadable"]


def test_a_file_of_another_student_is_none_of_ours(table: Table, tmp_path: Path) -> None:
    Spool(tmp_path / "queue", bytes(32)).put(parcel())
    assert table.sender.step() is None and not table.office.calls


def test_a_parcel_under_another_name_is_an_edited_one(table: Table) -> None:
    table.spool.put(parcel())
    table.spool.path("a-play").rename(table.spool.path("b-play"))
    assert [one.problem.code for one in table.spool.parcels()[1]] == ["sending.parcel_edited"]


def test_a_late_play_is_kept_as_late(table: Table) -> None:
    table.spool.put(parcel())
    table.sender.step()
    found = table.spool.get("a-play")
    assert found is not None and found.receipt is not None and not found.is_late
    assert replace(found, receipt=found.receipt.model_copy(update={"late": True})).is_late


def test_one_that_fails_keeps_no_other_waiting(table: Table) -> None:
    table.office.fails = [DOWN]
    table.spool.put(parcel("a-play"))
    table.spool.put(parcel("b-play"))
    table.sender.step()
    assert sorted([state(table, "a-play"), state(table, "b-play")]) == ["received", "waiting"]


def test_what_another_game_sent_is_noticed(table: Table) -> None:
    table.spool.put(parcel())
    table.spool.parcels()
    before = table.spool.revision
    table.spool.parcels()
    assert table.spool.revision == before
    other = Table(table.spool.folder)
    other.sender.step()
    assert [one.state for one in table.spool.parcels()[0]] == ["received"] and table.spool.revision > before


def test_time_that_jumps_keeps_no_play(table: Table) -> None:
    table.office.fails = [DOWN] * 9
    table.spool.put(parcel())
    table.pass_time(2000)
    table.office.fails = []
    table.now += 36_000
    table.sender.step()
    assert state(table) == "received"


def test_hurrying_tries_at_once(table: Table) -> None:
    table.office.fails = [DOWN]
    table.spool.put(parcel())
    table.sender.step()
    table.sender.hurry()
    table.sender.step()
    assert state(table) == "received"


def test_pauses_grow_to_five_minutes_and_no_two_are_alike() -> None:
    pauses = [pause_before("a", tries) for tries in range(1, 30)]
    assert FIRST_SECONDS / 2 <= pauses[0] <= FIRST_SECONDS
    assert all(LONGEST_SECONDS / 2 <= pause <= LONGEST_SECONDS for pause in pauses[9:])
    assert pauses == [pause_before("a", tries) for tries in range(1, 30)]
    assert len({pause_before(f"student {number}", 5) for number in range(200)}) == 200


def test_a_view_of_a_play_survives_its_file(table: Table) -> None:
    table.spool.put(parcel())
    table.sender.step()
    verdict(table, state="verified", counts=True, place=3, ranked=24)
    table.pass_time(10)
    found = table.spool.get("a-play")
    assert found is not None and isinstance(found.outcome, PlayView) and found.outcome.place == 3
