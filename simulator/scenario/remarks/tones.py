"""S612: what is published to people says its stance and its tone, else it is graded as neutral."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.response import Response
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Messages without `stance` or without `tone`. What an authority is told has none."""
    for path, response in survey.all(Response):
        if response.channel is None or response.recipient == "authority" or response.deletes is not None:
            continue
        for key, value in (("stance", response.stance), ("tone", response.tone)):
            if value is None:
                yield survey.problem("S612", (*path, "id"), hint("add_key", key=key), name=response.id, key=key)
