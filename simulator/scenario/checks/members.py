"""S207, S223: a fact is verified by a member of the cell whose work that is."""

from collections.abc import Iterator

from simulator.scenario.facts import Verification
from simulator.scenario.problem import Problem
from simulator.scenario.survey import Survey, nearest


def check(survey: Survey) -> Iterator[Problem]:
    """Problems at names of nobody, and at members who do other work."""
    cell = {member.id: member.does for member in survey.scenario.cell}
    verifiers = [name for name, does in cell.items() if does == "verification"]
    for path, verification in survey.all(Verification):
        yield from survey.unknown("S207", (*path, "by"), verification.by, cell)
        if cell.get(verification.by, "verification") != "verification":
            yield survey.problem("S223", (*path, "by"), nearest("", verifiers), name=verification.by)
