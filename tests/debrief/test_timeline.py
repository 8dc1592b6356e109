"""What happened when, read off a run."""

from simulator.debrief.timeline import Peak, decisions_of, fact_times, injects_of, outrage_curve, peak_of
from simulator.engine.decision import Respond, Verify
from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def test_the_timeline_is_that_of_the_run(minimal: Scenario) -> None:
    run = Run(minimal, 5)
    run.advance_to(20)
    run.decide(Verify(20, "heat"))
    run.advance_to(36)
    run.decide(Respond(36, "tell-heat"))
    run.advance_to(45)
    assert [decision.minute for decision in decisions_of(run)] == [20, 36]
    assert injects_of(run)[0] == (20, "burnt")
    assert len(outrage_curve(run)) == 46
    heat, cause = fact_times(run)
    assert (heat.verified, heat.disclosed, heat.leaked) == (35, 41, None)
    assert (cause.verified, cause.disclosed, cause.restricted) == (None, None, False)


def test_the_peak_is_the_first_minute_at_the_highest_outrage() -> None:
    assert peak_of([0, 300, 770, 500, 770]) == Peak(2, 770)
    assert peak_of([]) == Peak(0, 0)
