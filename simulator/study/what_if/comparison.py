"""The same storms lived through with several answers, seed by seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from simulator.engine.reception import LOUD
from simulator.locale import Message
from simulator.propagation import MessageAttributes, half_volume, outrage_index
from simulator.study.pool import workers
from simulator.study.what_if.estimate import Estimate, estimated
from simulator.study.what_if.storm import Answer, Course, Storm, felt, live

SILENCE = "silence"

_MOST_STORMS = 12
_MOST_USERS = 1 << 26
"""Side by side in one process."""

Volumes = NDArray[np.float64]


@dataclass(frozen=True)
class Outcome:
    """What became of the storms with one answer.

    `volume_low`, `volume_median`, `volume_high`: quartiles of the posts of the last hour, one a minute. `posts`,
    `activated` (users outraged) and `peaks` (highest volume): one a seed, in the order of the seeds. `left`: the
    posts as a share of silence's, seed by seed. `peak_outrage`: 0 to 100, 80 being silence's median. `loud_hours`:
    with outrage above 50. `messages`: each with its minute, and with the arousal of the crowd that hears it.
    """

    label: Message
    messages: tuple[tuple[int, MessageAttributes], ...]
    volume_low: Volumes
    volume_median: Volumes
    volume_high: Volumes
    posts: tuple[int, ...]
    activated: tuple[int, ...]
    peaks: tuple[int, ...]
    left: Estimate
    peak_outrage: Estimate
    loud_hours: Estimate

    @property
    def minute(self) -> int | None:
        """That of the first message, None in silence."""
        return min((minute for minute, _ in self.messages), default=None)


@dataclass(frozen=True)
class Comparison:
    """The outcomes by name, silence first, of the storms with these seeds, in rising order.

    A volume of `half_volume` posts an hour is outrage 50, so that silence's median peak is 80.
    """

    storm: Storm
    seeds: tuple[int, ...]
    half_volume: int
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True)
class _Batch:
    storm: Storm
    seeds: tuple[int, ...]
    answer: Answer


_Run = Callable[[list[_Batch]], Iterable[list[Course]]]


def compare(
    storm: Storm, answers: Mapping[str, Answer], seeds: Iterable[int], processes: int | None = None
) -> Comparison:
    """The storms of `seeds` in silence and with each of `answers`, in `processes` (None: as many as cores).

    As in a run, a message's arousal is that of the storm when it appears, whatever its attributes say: here of the
    median silent storm. Answers that act alike on transmission share one course. The result does not depend on the
    processes or on the order of the seeds. ValueError without seeds, or for a message outside the storm's minutes.
    """
    ordered = tuple(sorted(set(seeds)))
    if not ordered:
        raise ValueError("a comparison needs at least one seed")
    for name, answer in answers.items():
        if not all(0 <= minute < storm.minutes for minute, _ in answer.messages):
            raise ValueError(f"a message of {name!r} is not within the storm's {storm.minutes} minutes")
    if processes == 1:
        return _compared(storm, answers, ordered, partial(map, _lived))
    with workers(processes) as pool:
        return _compared(storm, answers, ordered, partial(pool.map, _lived))


def _lived(batch: _Batch) -> list[Course]:
    return live(batch.storm, batch.seeds, batch.answer)


def _all_lived(run: _Run, storm: Storm, seeds: tuple[int, ...], answers: Sequence[Answer]) -> list[list[Course]]:
    """The storms of all seeds with each answer, as many side by side as is fast and fits into memory."""
    most = min(max(_MOST_USERS // storm.users, 1), _MOST_STORMS)
    together = -(-len(seeds) // -(-len(seeds) // most))
    parts = [seeds[first : first + together] for first in range(0, len(seeds), together)]
    courses = iter(run([_Batch(storm, part, answer) for answer in answers for part in parts]))
    return [[course for _ in parts for course in next(courses)] for _ in answers]


def _compared(storm: Storm, answers: Mapping[str, Answer], seeds: tuple[int, ...], run: _Run) -> Comparison:
    silence = Answer(Message("model.silence"))
    (silent,) = _all_lived(run, storm, seeds, [silence])
    half = half_volume([_peak(course) for course in silent])
    loudness = [outrage_index(int(volume), half) for volume in np.median([course.volume for course in silent], axis=0)]
    others = {name: _heard(answer, loudness) for name, answer in answers.items() if name != SILENCE}
    multipliers = {name: felt(storm, answer) for name, answer in others.items()}
    lived = {felt(storm, silence): silent}
    unlived = {multipliers[name]: answer for name, answer in others.items() if multipliers[name] not in lived}
    lived.update(zip(unlived, _all_lived(run, storm, seeds, list(unlived.values())), strict=True))
    outcomes = {SILENCE: _outcome(silence, silent, silent, half)}
    for name, answer in others.items():
        outcomes[name] = _outcome(answer, lived[multipliers[name]], silent, half)
    return Comparison(storm, seeds, half, outcomes)


def _heard(answer: Answer, loudness: Sequence[int]) -> Answer:
    """The answer to a crowd whose outrage, minute by minute, is `loudness`."""
    heard = []
    for minute, attributes in answer.messages:
        is_loud = minute > 0 and loudness[minute - 1] >= LOUD
        heard.append((minute, replace(attributes, arousal="high" if is_loud else "low")))
    return replace(answer, messages=tuple(heard))


def _outcome(answer: Answer, courses: Sequence[Course], silent: Sequence[Course], half: int) -> Outcome:
    low, middle, high = np.quantile(np.array([course.volume for course in courses]), [0.25, 0.5, 0.75], axis=0)
    peaks = tuple(_peak(course) for course in courses)
    return Outcome(
        label=answer.label,
        messages=answer.messages,
        volume_low=low,
        volume_median=middle,
        volume_high=high,
        posts=tuple(course.posts for course in courses),
        activated=tuple(course.activated for course in courses),
        peaks=peaks,
        left=estimated([own.posts / without.posts for own, without in zip(courses, silent, strict=True)]),
        peak_outrage=estimated([outrage_index(peak, half) / 10 for peak in peaks]),
        loud_hours=estimated([int((course.volume > half).sum()) / 60 for course in courses]),
    )


def _peak(course: Course) -> int:
    return int(course.volume.max())
