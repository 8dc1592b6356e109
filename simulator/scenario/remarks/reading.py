"""S608, S609: a card can be read before its deadline, and what comes in a stage before the stage is over."""

from collections.abc import Iterator

from simulator.scenario.model import Scenario, Stage
from simulator.scenario.problem import Problem, hint
from simulator.scenario.reachability import out_after
from simulator.scenario.reading import reading_seconds, words_of
from simulator.scenario.story import Inject
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Cards and stages that hold more words than there is time; the clock runs at the stage's `reading` pace."""
    for index, inject in enumerate(survey.scenario.injects):
        came = survey.reachable.injects.get(inject.id)
        if inject.deadline is None or came is None:
            continue
        stage = _stage_at(survey.scenario, came)
        needed = _minutes(inject, stage) + min(_preparations(inject, survey.scenario), default=0)
        if needed > inject.deadline:
            words = words_of(inject)
            advice = hint("shorter", minutes=round(needed))
            yield survey.problem("S608", ("injects", index, "id"), advice, name=inject.id, words=words)
    yield from _stages(survey)


def _stages(survey: Survey) -> Iterator[Problem]:
    scenario = survey.scenario
    ends = [*(stage.begins for stage in scenario.stages[1:]), scenario.length]
    dated = [(inject.at, inject) for inject in scenario.injects if inject.at is not None]
    free = [inject for inject in scenario.injects if inject.free]
    dated += list(zip(sorted(scenario.variants.free_slots), free, strict=False))
    for index, (stage, end) in enumerate(zip(scenario.stages, ends, strict=True)):
        here = [inject for minute, inject in dated if stage.begins <= minute < end and inject.deadline is not None]
        needed = sum(_minutes(inject, stage) for inject in here)
        if needed > end - stage.begins:
            advice = hint("shorter", minutes=round(needed))
            yield survey.problem("S609", ("stages", index, "id"), advice, name=stage.id, minutes=end - stage.begins)


def _minutes(inject: Inject, stage: Stage) -> float:
    """Scenario minutes that pass while it is read and weighed."""
    return reading_seconds(words_of(inject)) / 60 * stage.pace.reading


def _preparations(inject: Inject, scenario: Scenario) -> Iterator[int]:
    for response in inject.responses:
        if inject.expected is None or inject.expected in response.actions:
            yield out_after(response, scenario)


def _stage_at(scenario: Scenario, minute: int) -> Stage:
    return next(stage for stage in reversed(scenario.stages) if stage.begins <= minute)
