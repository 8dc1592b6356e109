"""The plays of the past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.locale import Phrasebook
from simulator.play.history import Play
from simulator.play.presenters.pages import PlayRow
from simulator.play.presenters.rings import BAND_CODES


def play_rows(plays: Iterable[Play], phrases: Phrasebook, accents: Mapping[str, int] = {}) -> tuple[PlayRow, ...]:
    """The rows of kept plays, in their order; `accents` are the colours of their scenarios, 0 where one is unknown."""
    return tuple(play_row(play, phrases, accents.get(play.scenario_id, 0)) for play in plays)


def play_row(play: Play, phrases: Phrasebook, accent: int = 0) -> PlayRow:
    """The row of a kept play; `accent` is its scenario's."""
    if play.problem is not None:
        return PlayRow(play.play_id, play.play_id, date="", seed="", state=phrases.say(play.problem), accent=accent)
    graded = play.result
    return PlayRow(
        play_id=play.play_id,
        title=play.title,
        date=phrases.date(play.when) if play.when is not None else "",
        seed=phrases("play.seed", seed=str(play.seed)),
        state=_state(play, phrases),
        overall="" if graded is None else phrases.number(graded.overall),
        band=None if graded is None else graded.band,
        band_name="" if graded is None else phrases(BAND_CODES[graded.band]),
        accent=accent,
    )


def _state(play: Play, phrases: Phrasebook) -> str:
    if play.abandoned:
        return phrases("play.state_abandoned")
    return phrases("play.state_finished" if play.result is not None else "play.state_unscored")
