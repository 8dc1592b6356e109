"""S604, S605: a fact that counts can be verified before the end, and then be told."""

from collections.abc import Iterator

from simulator.scenario.problem import Problem, hint
from simulator.scenario.survey import Survey


def remark(survey: Survey) -> Iterator[Problem]:
    """Facts of some weight that nobody can verify in time, or that no message ever makes public."""
    for index, fact in enumerate(survey.scenario.facts):
        if fact.restricted or not fact.weight:
            continue
        if fact.id not in survey.reachable.verified:
            where = ("facts", index, "id") if fact.verification is None else ("facts", index, "verification")
            yield survey.problem("S604", where, hint("verification"), name=fact.id)
        elif fact.id not in survey.reachable.published:
            yield survey.problem("S605", ("facts", index, "id"), hint("disclosure"), name=fact.id)
