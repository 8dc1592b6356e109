"""The journal of a play: whole, or a whole beginning of it; never anything that was not played."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.decision import AlertCell, Decision, PrepareHolding, Respond, ReviewPost, Verify, Watch
from simulator.play.journal import BadJournal, Journal, begun, following, last_line, read_journal
from simulator.play.journal_entries import Beginning, Entry, Reached, TakenUp, ThresholdSet
from simulator.play.laid_apart import LaidApart

BEGINNING = Beginning(
    scenario="minimal",
    scenario_digest="0" * 32,
    title="La lampe « qui chauffe »",
    seed=3,
    language="fr",
    started=datetime(2026, 3, 10, 14, 32, tzinfo=UTC),
    order=4,
    branched=12,
    before=(Verify(7, "heat"),),
)
ENTRIES: tuple[Entry, ...] = (
    Reached(12, "0" * 40),
    PrepareHolding(12, ("what-sorry", "we-check"), 60, publish=True),
    Reached(21, "1" * 40),
    Respond(21, "burnt-care", inject="burnt"),
    ReviewPost(21, "spring", keep=False),
    TakenUp(9),
    LaidApart(frozenset({"p:1", "p:2"}), frozenset({"p:3"})),
    ThresholdSet(50),
    Reached(25, "2" * 40),
    AlertCell(25),
    Watch(25, "too-small", 50, "burnt"),
    ThresholdSet(None),
)


def written(entries: tuple[Entry, ...] = ENTRIES) -> bytes:
    content = line = begun(BEGINNING)
    for entry in entries:
        line = following(line, entry)
        content += line
    return content


CONTENT = written()


def test_what_is_written_is_read() -> None:
    journal = read_journal(CONTENT, "a.journal")
    assert journal == Journal(BEGINNING, ENTRIES, CONTENT)
    assert (journal.minute, journal.order, journal.loss) == (25, 9, "")
    assert journal.decisions == tuple(entry for entry in ENTRIES if isinstance(entry, Decision))
    assert journal.laid_apart == LaidApart(frozenset({"p:1", "p:2"}), frozenset({"p:3"}))


def test_a_play_that_was_just_begun_stands_at_its_beginning() -> None:
    journal = read_journal(written(()), "a.journal")
    assert (journal.minute, journal.order, journal.decisions) == (12, 4, ())


def test_cut_at_any_byte_it_is_a_beginning_of_what_was_played() -> None:
    first = len(begun(BEGINNING))
    for length in range(len(CONTENT)):
        if length < first:
            with pytest.raises(BadJournal):
                read_journal(CONTENT[:length], "a.journal")
            continue
        journal = read_journal(CONTENT[:length], "a.journal")
        assert journal.entries == ENTRIES[: CONTENT[first:length].count(b"\n")]
        assert journal.content == CONTENT[: CONTENT[:length].rfind(b"\n") + 1]
        assert journal.loss == ("" if CONTENT[:length].endswith(b"\n") else "cut")


@pytest.mark.parametrize("bit", [0, 5])
def test_with_any_byte_flipped_it_is_what_was_played_before(bit: int) -> None:
    first = len(begun(BEGINNING))
    for place in range(len(CONTENT)):
        flipped = bytearray(CONTENT)
        flipped[place] ^= 1 << bit
        if place < first:
            with pytest.raises(BadJournal):
                read_journal(bytes(flipped), "a.journal")
            continue
        journal = read_journal(bytes(flipped), "a.journal")
        assert journal.entries == ENTRIES[: CONTENT[first:place].count(b"\n")]
        assert journal.loss in ("cut", "damaged")


def test_a_line_left_out_doubled_or_put_elsewhere_ends_it() -> None:
    lines = CONTENT.splitlines(keepends=True)
    for others in (lines[:3] + lines[4:], [*lines[:4], lines[3], *lines[4:]], [*lines[:3], lines[4], lines[3]]):
        journal = read_journal(b"".join(others), "a.journal")
        assert journal.entries == ENTRIES[: len(journal.entries)]
        assert len(journal.entries) < len(ENTRIES)
        assert journal.loss == "damaged"


@given(st.binary(max_size=300))
def test_whatever_follows_the_last_line_adds_nothing(rest: bytes) -> None:
    assert read_journal(CONTENT + rest, "a.journal").entries == ENTRIES


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\x00" * 4096, b"{}\n", b"x" * 9_000_000, Random(1).randbytes(5000)], ids=len
)
def test_what_is_no_journal_is_a_sentence(content: bytes) -> None:
    with pytest.raises(BadJournal) as bad:
        read_journal(content, "a.journal")
    assert bad.value.message.code == "desk.journal_unreadable"


class Sing(Decision):
    do: ClassVar[str] = "sing"


@pytest.mark.parametrize(
    "entry",
    [
        Sing(30),
        TakenUp("x"),  # type: ignore[arg-type]
        LaidApart(frozenset({1})),  # type: ignore[arg-type]
        ThresholdSet("x"),  # type: ignore[arg-type]
        ThresholdSet(101),
        Reached(-1, ""),
        Reached(30, 1),  # type: ignore[arg-type]
    ],
)
def test_a_whole_line_that_says_what_is_unknown_is_left_to_another_version(entry: Entry) -> None:
    with pytest.raises(BadJournal) as bad:
        read_journal(CONTENT + following(last_line(CONTENT), entry), "a.journal")
    assert bad.value.message.code == "desk.journal_unknown"
