"""Settings survive; a damaged file costs a sentence, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.play.presenters.pages import Settings
from simulator.play.settings import SettingsFile, system_language


@pytest.fixture(autouse=True)
def french_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    keys = (("pause", "F9"), ("verify", "É"))
    chosen = Settings(
        "en", True, 150, 2.5, theme="light", sound=0, speech=True, keys=keys, start_paused=True, stop_at_events=True
    )
    file = SettingsFile(tmp_path / "new" / "settings.json")
    file.save(chosen)
    assert file.load() == chosen
    assert file.problem is None
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


def test_without_a_file_the_system_s_language_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SettingsFile(tmp_path / "none.json").load() == Settings(language="fr")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert SettingsFile(tmp_path / "none.json").load().language == "en"
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert system_language() == "fr"


@pytest.mark.parametrize("damage", ["", "{", "[1]", "null", "\x00\x01", "[" * 100_000, '{"tempo": 1e999', " " * 70_000])
def test_a_damaged_file_falls_back_with_a_sentence(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(damage)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.problem is not None
    assert file.problem.code == "desk.settings_unreadable"


@pytest.mark.parametrize(
    "wrong",
    [
        '"language": "de"',
        '"tempo": 0.5',
        '"tempo": NaN',
        '"tempo": true',
        '"text_scale": 1e3',
        '"reduced_motion": 1',
        '"theme": "pink"',
        '"theme": []',
        '"sound": 101',
        '"sound": true',
        '"speech": 1',
        '"keys": {"pause": "F9"}',
        '"keys": [["pause"]]',
        '"keys": [["pause", 4]]',
        '"keys": [["pause", "V"]]',
        '"keys": [["pause", "1"]]',
    ],
)
def test_a_wrong_value_falls_back_alone(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "text_scale": 125, "later_key": 1, ' + wrong + "}")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.tempo == 1.0
    assert loaded.text_scale in (100, 125)
    assert (loaded.theme, loaded.sound, loaded.speech, loaded.keys) == ("dark", 50, False, ())
    assert file.problem is not None
    assert file.problem.code == "desk.settings_mended"


def test_keys_of_a_later_version_are_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "clouds": "light"}')
    file = SettingsFile(path)
    assert file.load() == Settings(language="en")
    assert file.problem is None


def test_a_disk_that_refuses_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    file = SettingsFile(tmp_path / "file" / "settings.json")
    file.save(Settings())
    assert file.problem is not None
    assert file.problem.code == "desk.settings_unwritable"
    (tmp_path / "file").unlink()
    file.save(Settings())
    assert file.problem is None
