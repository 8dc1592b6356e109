"""What the player chose, kept between plays in one small file."""

from __future__ import annotations

import json
import locale
import math
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import get_args

from simulator.durable import reason_of, write_durably
from simulator.locale import LANGUAGES, Language, Message
from simulator.places import data_folder
from simulator.play.keys import ACTS, Keys
from simulator.play.presenters.pages import Settings, ThemeName

MAX_BYTES = 64 * 1024


def system_language() -> Language:
    """The language that the system speaks, French where it is neither French nor English or says nothing."""
    for name in _system_locales():
        for language in LANGUAGES:
            if name.lower().startswith(language):
                return language
    return "fr"


def _system_locales() -> list[str]:
    if sys.platform == "win32":
        import ctypes

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    return [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]


class SettingsFile:
    """Settings at `path`. `problem` says in one sentence why the file could not be read or written, if so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: Message | None = None

    @classmethod
    def of_user(cls) -> SettingsFile:
        """The settings in the user's data folder."""
        return cls(data_folder() / "settings.json")

    def load(self) -> Settings:
        """The settings kept, each value that is missing or wrong replaced by its default."""
        default = Settings(language=system_language())
        try:
            if self.path.stat().st_size > MAX_BYTES:
                raise ValueError("too long")
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return default
        except (OSError, ValueError, RecursionError):
            kept = None
        if not isinstance(kept, Mapping):
            self.problem = Message("desk.settings_unreadable", {"file": str(self.path)})
            return default
        good = {key: kept[key] for key, fits in _FITS.items() if key in kept and fits(kept[key])}
        if len(good) < sum(key in kept for key in _FITS):
            self.problem = Message("desk.settings_mended", {"file": str(self.path)})
        if "keys" in good:
            good["keys"] = tuple((str(name), str(key)) for name, key in good["keys"])
        return replace(default, **good)

    def save(self, settings: Settings) -> None:
        """Keep `settings`; when the disk refuses, they last for this session and `problem` says so."""
        self.problem = None
        try:
            write_durably(self.path, json.dumps(asdict(settings), indent=1) + "\n")
        except OSError as error:
            self.problem = Message("desk.settings_unwritable", {"file": str(self.path), "reason": reason_of(error)})


def _is_between(low: float, high: float) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        return math.isfinite(value) and low <= value <= high

    return fits


def _is_tempo(value: object) -> bool:
    return (value == 0 and not isinstance(value, bool)) or _is_between(1, 10)(value)


def _is_text_scale(value: object) -> bool:
    return isinstance(value, int) and _is_between(100, 200)(value)


def _is_volume(value: object) -> bool:
    return isinstance(value, int) and _is_between(0, 100)(value)


def _are_keys(value: object) -> bool:
    """Whether `value` is a list of [action, key] with which every action can be taken."""
    if not isinstance(value, list) or len(value) > len(ACTS):
        return False
    pairs = [tuple(pair) for pair in value if isinstance(pair, list) and len(pair) == 2]
    if len(pairs) < len(value) or not all(isinstance(part, str) for pair in pairs for part in pair):
        return False
    return Keys((name, key) for name, key in pairs).are_usable()


_FITS: Mapping[str, Callable[[object], bool]] = {
    "language": lambda value: value in LANGUAGES,
    "reduced_motion": lambda value: isinstance(value, bool),
    "text_scale": _is_text_scale,
    "tempo": _is_tempo,
    "theme": lambda value: value in get_args(ThemeName),
    "sound": _is_volume,
    "speech": lambda value: isinstance(value, bool),
    "keys": _are_keys,
    "start_paused": lambda value: isinstance(value, bool),
    "stop_at_events": lambda value: isinstance(value, bool),
}
