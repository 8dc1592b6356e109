"""S613: every tone has a reason of its own, since the debrief shows it to the student."""

from collections.abc import Iterator

from simulator.scenario.positions import Path
from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey
from simulator.scenario.tags import Tone

FEWEST_WORDS = 3


def remark(survey: Survey) -> Iterator[Problem]:
    """Reasons of less than three words, and those that stand elsewhere already."""
    first: dict[str, Path] = {}
    for path, tone in survey.all(Tone):
        where = (*path, "reason")
        if len(tone.reason.split()) < FEWEST_WORDS:
            yield survey.problem("S613", where, hint("say_why"))
        elif tone.reason in first:
            line = str(survey.places.of(first[tone.reason]).line)
            yield survey.problem("S613", where, hint("first_at", line=line))
        first.setdefault(tone.reason, where)
