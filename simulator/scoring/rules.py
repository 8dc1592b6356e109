"""The rules of the grade: an id, a name and the paper behind each; every row of a score card names one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.locale import Message
from simulator.scoring.evidence import Dimension

_COOMBS = "Coombs (2007)"
_RAWLINS = "Rawlins (2009)"
_KELLEHER = "Kelleher (2009)"
_LEWICKI = "Lewicki, Polin & Lount (2016)"
_THUNDER = "Arpan & Roskos-Ewoldsen (2005)"
_CERC = "Reynolds & Seeger (2005)"
_TIMELY = "Huang & Su (2009)"
_WARNINGS = "Coombs & Holladay (2012)"


@dataclass(frozen=True)
class Rule:
    """A rule of the grade; `source` names the paper, None where it is the game's own judgment."""

    id: str
    dimension: Dimension
    name: Message
    source: str | None = None


_ALL = (
    Rule("R.A", "reactivity", Message("scoring.rule_acknowledgement"), _TIMELY),
    Rule("R.U", "reactivity", Message("scoring.rule_updates"), _CERC),
    Rule("R.P", "reactivity", Message("scoring.rule_priorities"), _TIMELY),
    Rule("R.K", "reactivity", Message("scoring.rule_promises"), _CERC),
    Rule("R.V", "reactivity", Message("scoring.rule_veille"), _WARNINGS),
    Rule("R.silence", "reactivity", Message("scoring.rule_silence")),
    Rule("T.I", "transparency", Message("scoring.rule_information"), _THUNDER),
    Rule("T.Acc", "transparency", Message("scoring.rule_accountability"), _RAWLINS),
    Rule("T.Part", "transparency", Message("scoring.rule_participation"), _RAWLINS),
    Rule("T.Open", "transparency", Message("scoring.rule_openness"), _RAWLINS),
    Rule("T.owed", "transparency", Message("scoring.rule_nothing_owed")),
    Rule("T.false", "transparency", Message("scoring.rule_false")),
    Rule("T.unverified", "transparency", Message("scoring.rule_unverified"), _CERC),
    Rule("T.contradiction", "transparency", Message("scoring.rule_contradiction"), _TIMELY),
    Rule("T.restricted", "transparency", Message("scoring.rule_restricted")),
    Rule("T.criticism", "transparency", Message("scoring.rule_criticism"), _RAWLINS),
    Rule("T.error", "transparency", Message("scoring.rule_error")),
    Rule("T.floor", "transparency", Message("scoring.rule_floor")),
    Rule("T.restricted_cap", "transparency", Message("scoring.rule_restricted_cap")),
    Rule("T.lie_cap", "transparency", Message("scoring.rule_lie_cap")),
    Rule("T.silence", "transparency", Message("scoring.rule_silence")),
    Rule("S.empathy", "tone", Message("scoring.rule_empathy"), _COOMBS),
    Rule("S.stance", "tone", Message("scoring.rule_stance"), _COOMBS),
    Rule("S.voice", "tone", Message("scoring.rule_voice"), _KELLEHER),
    Rule("S.fit", "tone", Message("scoring.rule_fit")),
    Rule("S.apology", "tone", Message("scoring.rule_apology"), _LEWICKI),
    Rule("S.worst", "tone", Message("scoring.rule_worst")),
    Rule("S.repeat", "tone", Message("scoring.rule_repeat")),
    Rule("S.watch", "tone", Message("scoring.rule_watch"), _WARNINGS),
    Rule("S.none", "tone", Message("scoring.rule_no_tone")),
    Rule("S.silence", "tone", Message("scoring.rule_silence")),
    Rule("O.R", "overall", Message("scoring.rule_overall_reactivity")),
    Rule("O.T", "overall", Message("scoring.rule_overall_transparency")),
    Rule("O.S", "overall", Message("scoring.rule_overall_tone")),
    Rule("O.cap", "overall", Message("scoring.rule_overall_cap")),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}
"""Every rule by its id."""
