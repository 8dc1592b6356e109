"""S614: nobody real is put into a crisis: no name of the list of brands, media and networks stands in the texts."""

from collections.abc import Iterator

from simulator.scenario.brands import brands_in
from simulator.scenario.positions import Path
from simulator.scenario.problem import Problem, hint
from simulator.scenario.shape import texts
from simulator.scenario.story import Persona
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Real names in the texts, and in the handles of who posts."""
    for path, text in _said(survey):
        for name in brands_in(text):
            yield survey.problem("S614", path, hint("invent"), name=name)


def _said(survey: Survey) -> Iterator[tuple[Path, str]]:
    yield from texts(survey.scenario)
    yield ("organisation", "handle"), survey.scenario.organisation.handle
    for path, persona in survey.all(Persona):
        yield (*path, "handle"), persona.handle
