"""S615: a picture is also said in words, for who cannot see it."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.story import Picture
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Pictures without `alt`."""
    for path, picture in survey.all(Picture):
        if picture.alt is None:
            yield survey.problem("S615", (*path, "file"), hint("alt"), name=picture.file)
