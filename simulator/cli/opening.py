"""Opening the game: in a window, as plain lines where there is none, as a demonstration where nobody types."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.failure import Failure
from simulator.cli.streams import is_typed, warn
from simulator.cli.workplace import desk_of, loaded_scenario
from simulator.locale import Message, Phrasebook

if TYPE_CHECKING:
    from simulator.console.lines import Lines
    from simulator.ui.overture import Overture

DEMONSTRATED = "rappel-tardif"
WIDEST = 100
"""Characters of a line on a terminal: longer ones tire the eye."""


def open_game(say: Phrasebook, paths: Sequence[Path]) -> int:
    """What `badbuzz` alone does."""
    if play_in_window(say, paths):
        return 0
    if is_typed():
        from simulator.console.lobby import Lobby

        desk = desk_of(say, paths)
        Lobby(desk, _lines()).stay()
        return 0
    return _demonstrate(say, paths)


def play_in_window(
    say: Phrasebook,
    paths: Sequence[Path],
    scenario_id: str | None = None,
    seed: int | None = None,
    resumed: str | None = None,
) -> bool:
    """Open the window, at the briefing of `scenario_id` or in the interrupted play `resumed` if given.

    False, with a sentence, where none can be opened.
    """
    if not prepare_window(say):
        return False
    from simulator.play.settings import SettingsFile
    from simulator.ui.overture import Closed, NoWindow, Overture

    settings = replace(SettingsFile.of_user().load(), language=say.language)
    try:
        with Overture(settings) as overture:
            _play_after(overture, say, paths, scenario_id, seed, resumed)
    except Closed:
        return True
    except NoWindow:
        warn(say, Message("cli.no_display"))
        return False
    return True


def _play_after(
    overture: Overture,
    say: Phrasebook,
    paths: Sequence[Path],
    scenario_id: str | None,
    seed: int | None,
    resumed: str | None,
) -> None:
    """Read what the game needs while the opening picture stands, then play in its window."""
    desk = desk_of(say, paths, overture.show if scenario_id is None and resumed is None else None)
    briefed = None
    if scenario_id is not None:
        briefed = (scenario_id, seed if seed is not None else desk.offered_seed(scenario_id))
    from simulator.ui import app

    try:
        app.run(desk, window=overture.window, briefed=briefed, resumed=resumed)
    finally:
        desk.close()


def prepare_window(say: Phrasebook, without: str = "cli.no_display") -> bool:
    """Whether a window can probably be opened; a sentence on the error stream where not, `without` a display."""
    if not has_display():
        warn(say, Message(without))
        return False
    if find_spec("pygame") is None:
        warn(say, Message("cli.no_pygame"))
        return False
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    return True


def play_in_console(
    say: Phrasebook, paths: Sequence[Path], scenario_id: str, seed: int | None, *, timed: bool, save: str | None
) -> int:
    """One play as plain lines."""
    from simulator.cli.outcome import save_replay
    from simulator.console.briefing import Briefing
    from simulator.console.game import play_all
    from simulator.console.lines import EndOfInput

    desk, lines = desk_of(say, paths), _lines()
    drawn = seed if seed is not None else desk.offered_seed(scenario_id)
    try:
        begun = Briefing(desk, lines, scenario_id, drawn, time.monotonic, timed=timed).ask()
    except EndOfInput:
        lines.flush()
        return 0
    if begun is None:
        return 0
    session, wall = begun
    try:
        play_all(desk, session, lines, wall, briefed=True)
    finally:
        desk.close()
        if save:
            save_replay(session.run, save)
    return 0


def resume_play(
    say: Phrasebook, paths: Sequence[Path], scenario_id: str | None, *, console: bool, timed: bool, save: str | None
) -> int:
    """Take up the play that was interrupted last, of one scenario if given. Raises Failure where there is none."""
    from simulator.cli.outcome import save_replay
    from simulator.console.game import play_all
    from simulator.console.wall import Wall
    from simulator.play.resuming import CannotResume

    desk = desk_of(say, paths)
    row = desk.to_continue(scenario_id)
    if row is None:
        raise Failure.of("cli.nothing_to_continue")
    if not (console or timed or save) and play_in_window(say, paths, resumed=row.play_id):
        return 0
    try:
        session = desk.resume(row.play_id)
    except CannotResume as refused:
        raise Failure.of("cli.cannot_continue", reason=refused.sentence) from None
    try:
        play_all(desk, session, _lines(), Wall.watching(time.monotonic) if timed else None, resumed=True)
    finally:
        desk.close()
        if save:
            save_replay(session.run, save)
    return 0


def has_display() -> bool:
    """Whether a window can probably be opened: on Linux a display is named, elsewhere there always is one."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _lines() -> Lines:
    from simulator.console.lines import Lines

    typed = is_typed()
    width = min(shutil.get_terminal_size().columns - 1, WIDEST) if typed else None
    return Lines(sys.stdin, sys.stdout, width, echo=not typed)


def _demonstrate(say: Phrasebook, paths: Sequence[Path]) -> int:
    """The exemplary bot plays, and its score card is read out."""
    from simulator.cli.outcome import tell_score_card
    from simulator.engine import bots
    from simulator.play.edition import Edition

    warn(say, Message("cli.demonstration"))
    loaded = loaded_scenario(DEMONSTRATED, paths)
    offered = loaded.scenario.outbreak.offered_seeds
    run = bots.play(loaded.scenario, offered[0] if offered else 1, "exemplary")
    tell_score_card(run, Edition(loaded), say)
    return 0
