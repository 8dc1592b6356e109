"""What the crowd says: the scenario's own words for each segment, mood and moment. The run knows none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Annotated, Literal

from pydantic import Field

from simulator.locale import Language
from simulator.scenario.base import Id, Model, Segment, StageId
from simulator.scenario.build import Builder
from simulator.scenario.load import LoadedScenario
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Places
from simulator.scenario.problem import Problem, ScenarioProblems, first_of, hint, kind
from simulator.scenario.source import read_source
from simulator.scenario.survey import nearest

CrowdText = Annotated[str, Field(min_length=1, max_length=500)]

_PEOPLE = frozenset({"customers", "employees", "influencers", "public"})
"""Those whom `segment: any` speaks for; journalists, authorities and bots have groups of their own."""


class After(Model):
    """The group speaks while the fact is, to the public, in this state; with `outcome`, where that is the truth."""

    fact: Id
    outcome: Id | None = None
    state: Annotated[Literal["known", "published", "leaked", "unknown"], Field(alias="is")]


class VoiceGroup(Model):
    """Texts that fit one moment. `channel` is a channel's kind; `any` stands for every public one."""

    id: Id
    segment: Segment | Literal["any"]
    mood: Literal["outraged", "worried", "mocking", "sceptic", "supportive", "neutral"]
    arousal: Literal["high", "low", "any"]
    channel: Literal["microblog", "video", "reviews", "press", "internal", "any"] = "any"
    after: After | None = None
    stage: StageId | Literal["any"] = "any"
    texts: Annotated[tuple[CrowdText, ...], Field(min_length=1)]


class VoicesFile(Model):
    """The crowd of a scenario in one language."""

    format: Literal[1]
    language: Literal["fr", "en"]
    voices: Annotated[tuple[VoiceGroup, ...], Field(min_length=1)]


@dataclass(frozen=True)
class PublicFact:
    """What the public knows of a fact, by whoever said it first: the organisation (`published`) or somebody else."""

    outcome: str
    state: Literal["unknown", "published", "leaked"] = "unknown"


@dataclass(frozen=True)
class Moment:
    """Who speaks, how and when. `channel` is a channel's kind; facts that are left out are unknown."""

    segment: str
    mood: str
    arousal: str
    channel: str
    stage: str
    facts: Mapping[str, PublicFact]


class Voices:
    """The words of one crowd in one language."""

    def __init__(self, groups: tuple[VoiceGroup, ...]) -> None:
        self.groups = groups
        self._found: dict[object, tuple[list[str], list[str]]] = {}

    def text(self, moment: Moment, serial: int) -> str:
        """What is said for the `serial`-th time at such a moment.

        Serials in a row walk through all that fits without repeating any of it: by turns the most particular groups
        (which speak of what is known, or for this very segment) and the others, each in an order of its own.
        """
        facts = frozenset((name, fact.outcome, fact.state) for name, fact in moment.facts.items())
        key = (moment.segment, moment.mood, moment.arousal, moment.channel, moment.stage, facts)
        if key not in self._found:
            self._found[key] = self._fitting(moment)
        best, others = self._found[key]
        serial %= len(best) + len(others)
        shorter = min(len(best), len(others))
        if serial < 2 * shorter:
            return (others if serial % 2 else best)[serial // 2]
        return (best if len(best) > shorter else others)[serial - shorter]

    def _fitting(self, moment: Moment) -> tuple[list[str], list[str]]:
        fitting = next(found for found in self._ever_wider(moment) if found)
        top = max(_particularity(group) for group in fitting)
        return (
            _shuffled(group for group in fitting if _particularity(group) == top),
            _shuffled(group for group in fitting if _particularity(group) < top),
        )

    def _ever_wider(self, moment: Moment) -> Iterator[list[VoiceGroup]]:
        """What fits, then what nearly does; at last every group that speaks of no fact."""
        timely = [group for group in self.groups if _is_timely(group, moment)]
        right = [group for group in timely if group.mood == moment.mood and group.arousal in (moment.arousal, "any")]
        yield [group for group in right if _speaks(group, moment) and _stands(group, moment)]
        moody = [group for group in timely if group.mood == moment.mood]
        yield [group for group in moody if _speaks(group, moment) and _stands(group, moment)]
        yield [group for group in moody if group.segment in (moment.segment, "any", "public")]
        yield [group for group in timely if group.mood == "neutral" and group.segment == moment.segment]
        yield [group for group in moody if _stands(group, moment)]
        yield [group for group in timely if _stands(group, moment)]
        yield timely
        yield [group for group in self.groups if group.after is None]


def load_voices(loaded: LoadedScenario, language: Language) -> Voices:
    """The crowd of `loaded` in `language`. Raises ScenarioProblems with all that is wrong with it."""
    builder = Builder(VoicesFile, source := read_source(loaded.voices_file(language)))
    problems = list(builder.problems)
    if builder.built is not None:
        problems += first_of(_misfits(builder.built, loaded.scenario, language, source.places))
    if problems or builder.built is None:
        raise ScenarioProblems(problems)
    return Voices(builder.built.voices)


def _is_timely(group: VoiceGroup, moment: Moment) -> bool:
    if group.stage not in (moment.stage, "any"):
        return False
    if group.after is None:
        return True
    fact = moment.facts.get(group.after.fact, PublicFact(outcome=""))
    if group.after.outcome not in (None, fact.outcome):
        return False
    return fact.state == group.after.state or (group.after.state == "known" and fact.state != "unknown")


def _speaks(group: VoiceGroup, moment: Moment) -> bool:
    return group.segment == moment.segment or (group.segment == "any" and moment.segment in _PEOPLE)


def _stands(group: VoiceGroup, moment: Moment) -> bool:
    return group.channel == moment.channel or (group.channel == "any" and moment.channel != "internal")


def _particularity(group: VoiceGroup) -> int:
    known = group.after is not None and group.after.state != "unknown"
    return 4 * known + 2 * (group.channel != "any") + (group.segment != "any") + (group.stage != "any")


def _shuffled(groups: Iterator[VoiceGroup]) -> list[str]:
    texts = [text for group in groups for text in group.texts]
    return sorted(texts, key=lambda text: blake2b(text.encode(), digest_size=8).digest())


def _misfits(voices: VoicesFile, scenario: Scenario, language: Language, places: Places) -> Iterator[Problem]:
    if voices.language != language:
        yield Problem.of("S306", places.of(("language",)), hint("write", written=language), language=language)
    if all(group.after is not None for group in voices.voices):
        yield Problem.of("S402", places.of_key(("voices",)))
    facts = {fact.id: {outcome.id for outcome in fact.outcomes} for fact in scenario.facts}
    seen: dict[str, str] = {}
    for index, group in enumerate(voices.voices):
        place = places.of(("voices", index, "id"))
        if f"id {group.id}" in seen:
            advice = hint("first_at", line=seen[f"id {group.id}"])
            yield Problem.of("S201", place, advice, kind=kind("voice"), name=group.id)
        seen.setdefault(f"id {group.id}", str(place.line))
        yield from _wrong_fact(group, facts, ("voices", index, "after"), places)
        for number, text in enumerate(group.texts):
            place = places.of(("voices", index, "texts", number))
            if text in seen:
                yield Problem.of("S401", place, hint("first_at", line=seen[text]), written=text)
            if "{" in text or "}" in text:
                yield Problem.of("S228", place, hint("no_braces"), written="{")
            seen.setdefault(text, str(place.line))


def _wrong_fact(
    group: VoiceGroup, facts: Mapping[str, set[str]], path: tuple[str | int, ...], places: Places
) -> Iterator[Problem]:
    if group.after is None:
        return
    fact, outcome = group.after.fact, group.after.outcome
    if fact not in facts:
        yield Problem.of("S204", places.of((*path, "fact")), nearest(fact, facts), name=fact)
    elif outcome is not None and outcome not in facts[fact]:
        yield Problem.of("S205", places.of((*path, "outcome")), nearest(outcome, facts[fact]), name=outcome)
