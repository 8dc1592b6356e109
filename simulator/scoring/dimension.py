"""From findings to rows: a dimension is its criteria, each with its share of a hundred points."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scoring.evidence import Evidence, Finding
from simulator.scoring.rules import RULES
from simulator.scoring.sharing import shared

Findings = tuple[Finding, ...] | None
"""What a criterion saw; None where it does not apply."""


def row(rule: str, finding: Finding, points: float = 100.0) -> Evidence:
    """The row of a finding of `rule` whose whole criterion is worth `points`."""
    known = RULES[rule]
    return Evidence(
        finding.minute,
        known.dimension,
        rule,
        finding.subject,
        points * finding.earned,
        points * finding.possible,
        finding.message,
        known.source,
    )


def weighed(criteria: Mapping[str, Findings], weights: Mapping[str, float]) -> list[Evidence]:
    """The rows of `criteria`, findings by rule, those that do not apply leaving their weight to the others."""
    seen = {rule: findings for rule, findings in criteria.items() if findings is not None}
    shares = shared(weights, seen)
    return [row(rule, finding, 100.0 * shares[rule]) for rule, findings in seen.items() for finding in findings]
