"""A run is a function of scenario, seed and decisions; one decision changes only what follows from it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from simulator.engine.bots import BOTS, play
from simulator.engine.decision import ChooseSpokesperson, Listen, Respond
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.digest import scenario_digest
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.shape import text_fields
from simulator.scenario.translation import in_language
from tests.plays import played

GOLDEN = Path(__file__).parent / "golden_digests.json"


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_the_same_play_twice_has_the_same_digest(minimal: Scenario, bot: str) -> None:
    assert play(minimal, 7, bot).digest() == played("minimal", bot, 7).digest()


def test_golden_digests_stand() -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert {bot: played("minimal", bot, 7).digest() for bot in sorted(BOTS)} == golden


def test_another_process_with_another_hash_seed_agrees() -> None:
    program = (
        "from tests.engine.test_determinism import *; from pathlib import Path;"
        "from simulator.scenario.load import load_scenario;"
        "print(play(load_scenario(Path('tests/scenario/minimal')).scenario, 7, 'random').digest())"
    )
    root = Path(__file__).parents[2]
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "NPY_DISABLE_CPU_FEATURES": features},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, features in (("1", ""), ("2", "AVX2 FMA3 AVX512F AVX512_SKX"))
    }
    assert printed == {played("minimal", "random", 7).digest()}


def test_seeds_differ(minimal: Scenario) -> None:
    assert len({play(minimal, seed, "silent").digest() for seed in range(6)}) == 6


def test_what_touches_no_audience_leaves_the_storm_as_it_was(minimal: Scenario) -> None:
    still, busy = Run(minimal, 2), Run(minimal, 2)
    busy.advance_to(3)
    busy.decide(Listen(3, "lamp"))
    for run in (still, busy):
        run.advance_to(120)
    assert still.state.volume == busy.state.volume
    assert [post.id for post in still.feed.posts] == [post.id for post in busy.feed.posts]
    assert still.digest() != busy.digest()


def test_the_world_is_the_same_until_the_decision(minimal: Scenario) -> None:
    silent, caring = Run(minimal, 2), Run(minimal, 2)
    caring.advance_to(30)
    caring.decide(Respond(30, "burnt-care", inject="burnt"))
    for run in (silent, caring):
        run.advance_to(120)
    assert silent.ticks[:31] == caring.ticks[:31]
    assert sum(caring.state.volume) < sum(silent.state.volume)


@pytest.mark.parametrize(("name", "bot"), [("premiers-pas", "random"), ("rappel-tardif", "exemplary")])
def test_a_run_knows_no_language(name: str, bot: str) -> None:
    loaded = load_scenario(shipped("scenarios") / name)
    lived = [play(in_language(loaded, language), 3, bot) for language in ("fr", "en")]
    texts = [run.scenario.injects[0].text for run in lived]
    assert texts[0] != texts[1]
    assert lived[0].ticks == lived[1].ticks
    assert lived[0].digest() == lived[1].digest()
    assert scenario_digest(lived[0].scenario) == scenario_digest(lived[1].scenario)


def test_no_text_of_the_scenario_enters_a_digest(minimal: Scenario) -> None:
    def shouted(value: object) -> object:
        if isinstance(value, BaseModel):
            texts = text_fields(type(value))
            changes = {
                name: _upper(part) if name in texts else shouted(part)
                for name in type(value).model_fields
                if (part := getattr(value, name)) is not None
            }
            return value.model_copy(update=changes)
        return tuple(shouted(part) for part in value) if isinstance(value, tuple) else value

    loud = shouted(minimal)
    assert isinstance(loud, Scenario)
    assert loud.injects[0].text == minimal.injects[0].text.upper()
    assert play(loud, 7, "random").digest() == play(minimal, 7, "random").digest()


def _upper(text: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return text.upper() if isinstance(text, str) else tuple(part.upper() for part in text)


def test_what_the_seed_drew_is_in_the_first_digest(minimal: Scenario) -> None:
    other = minimal.variants.model_copy(update={"truths": minimal.variants.truths[::-1]})
    one, two = Run(minimal, 4), Run(minimal.model_copy(update={"variants": other}), 4)
    assert one.drawn.truth != two.drawn.truth
    assert one.ticks[0].events != two.ticks[0].events
    assert one.ticks[0][1:] == two.ticks[0][1:]


def test_the_seed_draws_truths_and_leaks(recall: Scenario) -> None:
    drawn = [Run(recall, seed).drawn for seed in range(30)]
    assert {variant.truth for variant in drawn} == {"dryer", "supplier"}
    assert len({tuple(sorted(variant.leaks.items())) for variant in drawn}) > 10
    assert len({tuple(sorted(variant.free.items())) for variant in drawn}) > 2


def test_a_repeat_is_marked(minimal: Scenario) -> None:
    run = Run(minimal, 1)
    run.advance_to(25)
    for _ in range(2):
        run.decide(Respond(25, "sorry", post=run.feed.posts[-1].id))
    assert [message.repeat for message in run.state.messages] == [False, True]


def test_the_spokesperson_signs(recall: Scenario) -> None:
    run = Run(recall, 1)
    chief = max((member for member in recall.cell if member.spokesperson), key=lambda member: member.rank)
    run.decide(ChooseSpokesperson(0, chief.id))
    assert run.state.spokesperson == chief.id
