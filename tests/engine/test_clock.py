"""Things due happen in the order of minute, priority and serial."""

from functools import partial

from simulator.engine.clock import Priority, ScenarioClock


def test_ties_are_explicit() -> None:
    clock, happened = ScenarioClock(), list[str]()
    for name, minute, priority in [
        ("late", 9, Priority.STAGE),
        ("second", 5, Priority.INJECT),
        ("third", 5, Priority.INJECT),
        ("first", 5, Priority.STAGE),
        ("early", 2, Priority.SEARCH),
    ]:
        clock.at(minute, priority, partial(happened.append, name))
    clock.play(5)
    assert happened == ["early", "first", "second", "third"]


def test_what_is_brought_about_for_the_same_minute_happens_too() -> None:
    clock, happened = ScenarioClock(), list[str]()
    clock.at(3, Priority.INJECT, lambda: clock.at(3, Priority.SEARCH, partial(happened.append, "found")))
    clock.play(3)
    assert happened == ["found"]
