"""The curves of a debrief: how far each what-if has come, and what became of the peak."""

import pytest

from simulator.debrief.counterfactual import Change, what_if
from simulator.debrief.interval import Interval
from simulator.engine.bots import play
from simulator.engine.decision import Respond, Verify
from simulator.engine.run import Run
from simulator.locale import Language, Message
from simulator.play.edition import Edition
from simulator.play.presenters.curves import asked_curve, played_curve
from simulator.play.presenters.telling import Telling
from simulator.play.what_ifs import Asked
from simulator.study.what_if.estimate import Estimate


@pytest.fixture
def telling(edition: Edition) -> Telling:
    return edition.telling(answered(edition), "fr")


def answered(edition: Edition) -> Run:
    run = Run(edition.loaded.scenario, 5)
    run.advance_to(25)
    run.decide(Respond(25, "burnt-care", inject="burnt"))
    run.advance_to(120)
    return run


def between(low: float, median: float, high: float) -> Interval:
    curve = (0, 300)
    return Interval(Estimate(median, low, high), Estimate(-12.4, -20.0, -3.0), curve, curve, 20)


def test_the_play_says_its_peak(telling: Telling) -> None:
    curve = played_curve(telling)
    peak = max(telling.run.state.outrage)
    assert curve.kind == "play"
    assert f"{round(peak / 10)} sur 100" in curve.sentence
    assert telling.times.clock(telling.run.state.outrage.index(peak)) in curve.sentence


def test_a_what_if_has_a_name_at_once_then_a_curve_then_an_interval(telling: Telling) -> None:
    change = Change("silence")
    begun = asked_curve(telling, Asked(change, steps=21))
    assert (begun.name, begun.points, begun.low, begun.done) == ("silence", (), (), 0.0)
    assert begun.sentence == "Calcul en cours…"
    lived = what_if(telling.run, change)
    half = asked_curve(telling, Asked(change, lived, done=1, steps=21))
    assert half.points and not half.low and 0.0 < half.done < 1.0
    assert half.sentence.startswith("Dans ce monde") and half.sentence.endswith("Intervalle en cours…")
    whole = asked_curve(telling, Asked(change, lived, between(2.0, 8.0, 11.0), done=21, steps=21))
    assert whole.low and whole.high and whole.done == 1.0


@pytest.mark.parametrize(
    ("interval", "sentence"),
    [
        (
            between(-37.0, -31.0, -24.0),
            "Pic réduit de 31 % (de 24 à 37 % dans 20 autres publics) ; publications : −12 %.",
        ),
        (
            between(24.0, 31.0, 37.0),
            "Pic plus haut de 31 % (de 24 à 37 % dans 20 autres publics) ; publications : −12 %.",
        ),
        (
            between(-9.0, -3.0, 2.0),
            "Pic −3 %, sans certitude (de −9 à +2 % dans 20 autres publics) ; publications : −12 %.",
        ),
        (between(-0.3, 0.0, 0.4), "Pic inchangé dans 20 autres publics ; publications : −12 %."),
    ],
)
def test_the_interval_says_what_became_of_the_peak(telling: Telling, interval: Interval, sentence: str) -> None:
    change = Change("silence")
    curve = asked_curve(telling, Asked(change, what_if(telling.run, change), interval, done=1, steps=1))
    assert curve.sentence.replace("\u202f", " ") == sentence


def test_a_changed_decision_is_named(telling: Telling) -> None:
    without = asked_curve(telling, Asked(Change("without", 0)))
    assert without.name == "sans «\u202fRéponse\u202f: Une cliente brûlée\u202f» à 9\u00a0h\u00a025"
    assert (without.kind, without.key) == ("what_if", "without:0")
    instead = asked_curve(telling, Asked(Change("instead", 0, "burnt-deny")))
    assert instead.name.startswith("à 9\u00a0h\u00a025, plutôt «\u202f")
    assert instead.key == "instead:0:burnt-deny"


def test_the_best_response_at_the_worst_moment_is_told_once_it_is_known(edition: Edition) -> None:
    run = play(edition.loaded.scenario, 5, "denier")
    telling, change = edition.telling(run, "fr"), Change("best_at_worst")
    assert asked_curve(telling, Asked(change)).name == "la meilleure réponse au pire moment"
    assert asked_curve(telling, Asked(change, what_if(run, change))).name.startswith("au pire moment, à ")


def test_decisions_left_out_are_counted(edition: Edition) -> None:
    run = Run(edition.loaded.scenario, 5)
    run.advance_to(20)
    run.decide(Verify(20, "heat"))
    run.advance_to(40)
    run.decide(Respond(40, "tell-heat"))
    run.advance_to(120)
    telling, change = edition.telling(run, "fr"), Change("without", 0)
    curve = asked_curve(telling, Asked(change, what_if(run, change)))
    assert curve.skipped == "1 décision n’avait plus d’objet dans ce monde\u202f: elle a été laissée de côté."
    assert asked_curve(telling, Asked(Change("silence"), what_if(run, Change("silence")))).skipped == ""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_failure_is_told_and_what_was_lived_stays(edition: Edition, language: Language) -> None:
    run = answered(edition)
    telling, change = edition.telling(run, language), Change("silence")
    failed = Message("play.curve_none")
    curve = asked_curve(telling, Asked(change, what_if(run, change), done=3, steps=21, failed=failed))
    assert curve.done == 1.0, "nothing more comes of it"
    assert curve.points
    assert curve.sentence.endswith(telling.phrases.say(failed))
