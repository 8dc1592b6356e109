"""S214, S215: a condition on what was said names a wording, one on what was sent a scheduled post."""

from collections.abc import Iterator

from simulator.scenario.condition import Condition
from simulator.scenario.problem import Problem
from simulator.scenario.story import ScheduledPost, Wording
from simulator.scenario.survey import Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at wordings and posts that there are not."""
    wordings = {wording.id for _, wording in survey.all(Wording)}
    posts = {post.id for _, post in survey.all(ScheduledPost)}
    for path, condition in survey.all(Condition):
        yield from survey.unknown("S214", (*path, "said"), condition.said, wordings)
        yield from survey.unknown("S215", (*path, "sent"), condition.sent, posts)
