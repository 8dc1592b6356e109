"""From findings to rows: a dimension is its criteria, each with its share of a hundred points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def weighed(criteria: Iterable[tuple[str, str, Findings]], weights: Mapping[str, float]) -> list[Evidence]:
    """The rows of `criteria` (name of the weight, rule, findings), those that do not apply leaving their weight."""
    seen = [(name, rule, findings) for name, rule, findings in criteria if findings is not None]
    shares = shared(weights, {name for name, _, _ in seen})
    return [
        row(rule, finding, 100.0 * shares[name])
        for name, rule, findings in seen
        if name in shares
        for finding in findings
    ]
