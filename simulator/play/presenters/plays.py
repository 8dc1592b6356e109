"""The plays of the past, and how one stands among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from simulator.locale import Phrasebook
from simulator.play.history import best_of
from simulator.play.play_file import Play
from simulator.play.presenters.catalogue import accent
from simulator.play.presenters.pages import PlayRow
from simulator.play.presenters.rings import BAND_CODES, points
from simulator.play.presenters.telling import Telling
from simulator.scenario.model import Scenario


def play_rows(plays: Sequence[Play], phrases: Phrasebook, scenarios: Mapping[str, Scenario]) -> tuple[PlayRow, ...]:
    """The rows of kept plays, the latest first as they come; `scenarios` are those known, in the reader's language."""
    marks = _marks(plays, phrases)
    return tuple(_row(play, phrases, scenarios.get(play.scenario_id), marks.get(play.play_id, "")) for play in plays)


def standing(telling: Telling, play: Play, ranked: tuple[Play, ...]) -> str:
    """How a play compares with the first and the best of the ranked plays of its scenario, the earliest first."""
    sentences = []
    if play.branched is not None:
        sentences.append(telling.say("desk.branched", branched_minute=play.branched))
    compared = _compared(telling, play, ranked)
    return " ".join([*sentences, compared] if compared else sentences)


def _compared(telling: Telling, play: Play, ranked: tuple[Play, ...]) -> str:
    best = best_of(ranked)
    if best is None:
        return ""
    grades = {"first": _grade(ranked[0]), "best": _grade(best), "this": _grade(play)}
    if len(ranked) == 1 and ranked[0].play_id == play.play_id:
        return telling.say("desk.standing_only")
    first_is_best = best is ranked[0]
    if play.result is None:
        return telling.say("desk.standing_first_stays" if first_is_best else "desk.standing_ungraded", **grades)
    if play.play_id == ranked[0].play_id:
        return telling.say("desk.standing_is_both" if first_is_best else "desk.standing_is_first", **grades)
    if play.play_id == best.play_id:
        return telling.say("desk.standing_is_best", **grades)
    return telling.say("desk.standing_below_first" if first_is_best else "desk.standing", **grades)


def _grade(play: Play) -> int:
    return points(play.result.overall) if play.result else 0


def _marks(plays: Iterable[Play], phrases: Phrasebook) -> dict[str, str]:
    """What is said of the first and of the best play of each scenario, by play."""
    ranked: dict[str, list[Play]] = {}
    for play in reversed(list(plays)):
        if play.is_ranked:
            ranked.setdefault(play.scenario_id, []).append(play)
    marks = {}
    for ours in ranked.values():
        best = best_of(tuple(ours))
        if best is None or best is ours[0]:
            marks[ours[0].play_id] = phrases("desk.mark_both" if len(ours) > 1 else "desk.mark_first")
        else:
            marks[ours[0].play_id] = phrases("desk.mark_first")
            marks[best.play_id] = phrases("desk.mark_best")
    return marks


def _row(play: Play, phrases: Phrasebook, scenario: Scenario | None, mark: str) -> PlayRow:
    """The row of a kept play; `scenario` is None where it is not known any more."""
    colour = 0 if scenario is None else accent(scenario)
    if play.problem is not None:
        told = phrases.say(play.problem)
        return PlayRow(play.play_id, play.play_id, date="", seed="", state=told, accent=colour, problem=True)
    graded = play.result
    return PlayRow(
        play_id=play.play_id,
        title=play.title if scenario is None else scenario.title,
        date=phrases.date(play.when) if play.when is not None else "",
        seed=phrases("play.seed", seed=str(play.seed)),
        state=_state(play, phrases),
        overall="" if graded is None else phrases.number(points(graded.overall)),
        band=None if graded is None else graded.band,
        band_name="" if graded is None else phrases(BAND_CODES[graded.band]),
        accent=colour,
        mark=mark,
        scenario_id=play.scenario_id,
        grade=None if graded is None else float(points(graded.overall)),
        ranked=play.is_ranked,
    )


def _state(play: Play, phrases: Phrasebook) -> str:
    if play.abandoned:
        return phrases("play.state_abandoned")
    if play.branched is not None:
        return phrases("desk.state_unranked")
    return phrases("play.state_finished" if play.result is not None else "play.state_unscored")
