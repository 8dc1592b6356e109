"""Outrage and trust are told by a figure, an arrow and a word."""

from simulator.engine.state import RunState
from simulator.play.presenters.gauge import arrow, gauge, outrage_at, signed, thinned, trust_at
from simulator.play.presenters.segments import segment_outrage, segments
from simulator.scenario.model import Audience
from tests.play.presenters.conftest import Teller


def test_the_gauge_follows_the_run(tell: Teller) -> None:
    telling = tell(90)
    view = gauge(telling)
    assert view.outrage == round(telling.run.state.outrage[-1] / 10)
    assert view.history[-1] == (90.0, telling.run.state.outrage[-1] / 10)
    change = view.outrage - outrage_at(telling.run.state, 80)
    assert view.change == f"{signed(change)} / 10\u00a0min"
    assert view.word in {"faible", "modérée", "vive", "élevée", "extrême"}


def test_trust_counts_people_and_no_bots() -> None:
    state = RunState(0, "veille", None, {}, {}, None)
    state.trust = [{"customers": 800, "public": 400, "bots": 0}]
    audience = Audience(size=1000, segments={"customers": 300, "bots": 400})
    assert trust_at(state, audience, 0) == 60


def test_small_changes_are_steady_and_signs_are_typographic() -> None:
    assert [arrow(change, 2) for change in (-2, -1, 1, 2)] == [-1, 0, 0, 1]
    assert [signed(change) for change in (9, 0, -3)] == ["+9", "0", "−3"]


def test_a_thinned_curve_keeps_both_ends() -> None:
    points = [(float(minute), 0.0) for minute in range(346)]
    short = thinned(points, 120)
    assert len(short) == 120
    assert (short[0], short[-1]) == (points[0], points[-1])


def test_one_angry_inspector_is_no_storm(tell: Teller) -> None:
    telling = tell(10)
    telling.run.state.segment_volume[10] = {"authorities": 1, "customers": 60}
    assert segment_outrage(telling, "authorities", 10) < 20
    assert segment_outrage(telling, "customers", 10) > 60
    assert [row.segment_id for row in segments(telling)] == [
        "customers", "public", "employees", "journalists", "authorities",
    ]  # fmt: skip
