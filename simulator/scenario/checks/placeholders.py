"""S227, S228: `{time}` stands in every wording that promises the next update; nothing else stands in braces."""

import re
from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.shape import texts
from simulator.scenario.story import Wording
from simulator.scenario.survey import Survey

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at promises without an hour, and at braces that nothing fills."""
    fillable = set()
    for path, wording in survey.all(Wording):
        fillable.add((*path, "text"))
        if "next_update" in wording.holding and "{time}" not in wording.text:
            yield survey.problem("S227", (*path, "text"), hint("put_time"))
    for path, text in texts(survey.scenario):
        for found in _BRACES.findall(text):
            if found != "{time}" or path not in fillable:
                yield survey.problem("S228", path, hint("no_braces"), written=found)
