"""Plays are kept whole; a damaged one is listed as such and harms no other."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.engine.decision import AlertCell, Verify
from simulator.engine.replay import Replay
from simulator.play.history import BadPlayFile, History, Play, Result, read_replay
from simulator.play.words import Words

REPLAY = Replay(
    scenario="minimal",
    scenario_digest="0" * 32,
    seed=3,
    decisions=(AlertCell(25), Verify(26, "heat")),
    ended=30,
    abandoned=True,
    digest="1" * 32,
    ticks=(),
)


def play(day: int, overall: float | None = 70.0, **changes: object) -> Play:
    result = Result(overall, 60.0, 70.0, 80.0, "good") if overall is not None else None
    values = {"scenario_id": "minimal", "title": "La lampe", "seed": 3, "language": "fr", "result": result}
    return Play("", when=datetime(2026, 3, day, 14, 32, tzinfo=UTC), **{**values, **changes})  # type: ignore[arg-type]


def test_a_kept_play_is_listed_with_its_grade_and_gives_its_replay_back(tmp_path: Path) -> None:
    history = History(tmp_path / "plays")
    path = history.keep(REPLAY, play(10))
    assert path.name == "minimal-3-20260310T143200.json"
    (listed,) = history.plays()
    assert listed.play_id == path.stem
    assert (listed.title, listed.seed, listed.result) == ("La lampe", 3, play(10).result)
    assert history.replay(listed.play_id) == REPLAY


def test_a_kept_play_is_a_replay_file_with_its_decisions_on_top(tmp_path: Path) -> None:
    path = History(tmp_path).keep(REPLAY, play(10))
    assert json.loads(path.read_text(encoding="utf-8"))["decisions"] == [
        {"minute": 25, "do": "alert"},
        {"minute": 26, "do": "verify", "fact": "heat"},
    ]
    assert read_replay(path) == REPLAY


def test_plays_of_the_same_second_do_not_overwrite_each_other(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.keep(REPLAY, play(10)) != history.keep(REPLAY, play(10))
    assert len(history.plays()) == 2


def test_the_latest_play_stands_first_and_the_best_and_first_are_known(tmp_path: Path) -> None:
    history = History(tmp_path)
    for day, overall in ((10, 55.0), (11, 91.0), (12, 70.0)):
        history.keep(REPLAY, play(day, overall))
    history.keep(REPLAY, play(9, None, abandoned=True))
    assert [one.when.day for one in history.plays() if one.when] == [9, 12, 11, 10], "as they were kept"
    best, first = history.best("minimal"), history.first("minimal")
    assert best is not None and best.result is not None and best.result.overall == 91.0
    assert first is not None and first.when is not None and first.when.day == 10
    assert history.best("other") is None
    assert history.counts() == {"minimal": 4}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"scenario": 3}', b"[" * 200_000])
def test_a_damaged_file_is_listed_as_such(tmp_path: Path, damage: bytes) -> None:
    history = History(tmp_path)
    history.keep(REPLAY, play(10))
    (tmp_path / "broken.json").write_bytes(damage)
    good, broken = history.plays()
    assert good.problem is None
    assert broken.play_id == "broken"
    assert broken.problem is not None


def test_plays_from_before_they_were_numbered_come_first_by_their_date(tmp_path: Path) -> None:
    history = History(tmp_path)
    for day in (12, 11):
        path = history.keep(REPLAY, play(day))
        record = json.loads(path.read_text(encoding="utf-8"))
        del record["play"]["number"]
        path.write_text(json.dumps(record), encoding="utf-8")
    history.keep(REPLAY, play(10))
    assert [one.when.day for one in history.plays() if one.when] == [10, 12, 11]


def test_a_play_is_kept_under_the_name_it_had_while_it_went_on(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.is_free("mine") and not history.has("mine")
    assert history.keep(REPLAY, play(10), "mine").stem == "mine"
    assert history.has("mine") and not history.is_free("mine")
    (tmp_path / ".mine.json.0a0b0c0d.part").write_text("half: its process was killed")
    assert history.keep(REPLAY, play(10), "mine").stem == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]
    (tmp_path / "mine.json").write_text("{")
    assert not history.has("mine") and not history.is_free("mine")


def test_a_missing_folder_holds_no_play(tmp_path: Path) -> None:
    assert History(tmp_path / "none").plays() == ()


def test_a_play_s_id_names_no_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}")
    with pytest.raises(BadPlayFile):
        History(tmp_path / "plays").replay("../secret")


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    history = History(tmp_path)
    path = history.keep(REPLAY, play(10))
    history.plays()
    path.write_bytes(b"{")
    assert history.plays()[0].problem is not None


def test_a_missing_or_foreign_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadPlayFile) as missing:
        read_replay(tmp_path / "none.json")
    assert missing.value.message.code == "desk.play_missing"
    with pytest.raises(BadPlayFile) as folder:
        read_replay(tmp_path)
    assert folder.value.message.code == "desk.play_refused"


def test_a_replay_of_an_impossible_seed_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**REPLAY.to_record(), "seed": -1}))
    with pytest.raises(BadPlayFile):
        read_replay(path)


def test_a_play_taken_up_on_the_way_is_kept_but_never_first_best_or_counted(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.keep(REPLAY, play(10, 99.0, branched=25))
    history.keep(REPLAY, play(11, 60.0))
    assert [one.branched for one in history.plays()] == [None, 25]
    (ranked,) = history.ranked("minimal")
    assert ranked == history.first("minimal") == history.best("minimal") == history.plays()[0]
    assert history.counts() == {"minimal": 1}


def test_words_stand_beside_the_replay_and_change_nothing_else(tmp_path: Path) -> None:
    history = History(tmp_path)
    path = history.keep(REPLAY, play(10))
    before = json.loads(path.read_text(encoding="utf-8"))
    history.write(path.stem, Words("Dire vite").with_note(0, "tôt"))
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["play"].pop("words") == {"decided": "Dire vite", "why": "", "change": "", "notes": [[0, "tôt"]]}
    assert after == before
    assert history.play(path.stem).words == history.plays()[0].words == Words("Dire vite").with_note(0, "tôt")


def test_words_leave_a_file_alone_that_holds_no_play(tmp_path: Path) -> None:
    history = History(tmp_path)
    for name, text in (("a", "{"), ("b", "[]"), ("c", json.dumps(REPLAY.to_record()))):
        (tmp_path / f"{name}.json").write_text(text)
        with pytest.raises(BadPlayFile):
            history.write(name, Words("mot"))
        assert (tmp_path / f"{name}.json").read_text() == text
    with pytest.raises(BadPlayFile):
        history.write("../a", Words("mot"))


def test_a_title_edited_by_hand_into_half_a_character_keeps_no_words_out(tmp_path: Path) -> None:
    history = History(tmp_path)
    path = history.keep(REPLAY, play(10))
    path.write_text(path.read_text(encoding="utf-8").replace("La lampe", "La \\ud83d"), encoding="utf-8")
    history.write(path.stem, Words("mot"))
    assert history.play(path.stem).words == Words("mot")
