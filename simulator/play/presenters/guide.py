"""*How I am graded*, on one page: what counts, how much, and what does not count."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.locale import Phrasebook
from simulator.play.presenters.addition import apportioned
from simulator.play.presenters.hindsight import GuideView, WeightGroup, WeightRow
from simulator.play.presenters.pages import Criterion, SectionRow
from simulator.play.presenters.rings import CRITERION_CODES
from simulator.scenario.model import Scenario
from simulator.scoring import RULES, Record
from simulator.scoring.bands import EXCELLENT, FAIR, GOOD
from simulator.scoring.clock import cadence
from simulator.scoring.overall import MARGIN
from simulator.scoring.tone import MEAN, WORST
from simulator.scoring.transparency.limits import LIE_CAP, RESTRICTED_CAP
from simulator.scoring.transparency.publications import CRITICISM, RESTRICTED, SILENT_ERROR
from simulator.scoring.transparency.statements import CONTRADICTION, FALSE, FALSE_CORRECTED, UNVERIFIED
from simulator.scoring.weights import changed_weights, weights_of

_GROUPS: Mapping[Criterion, str] = {"overall": "O", "reactivity": "R", "transparency": "T", "tone": "S"}
"""The letter with which the rules of a dimension begin."""
_NAMES: Mapping[str, str] = {
    "O.R": CRITERION_CODES["reactivity"],
    "O.T": CRITERION_CODES["transparency"],
    "O.S": CRITERION_CODES["tone"],
}
_TEXTS: Mapping[str, str] = {
    "O.R": "play.guide_reactivity",
    "O.T": "play.guide_transparency",
    "O.S": "play.guide_tone",
    "R.A": "play.guide_acknowledgement",
    "R.U": "play.guide_updates",
    "R.P": "play.guide_priorities",
    "R.K": "play.guide_promises",
    "R.V": "play.guide_veille",
    "T.I": "play.guide_information",
    "T.Acc": "play.guide_accountability",
    "T.Part": "play.guide_participation",
    "T.Open": "play.guide_openness",
    "S.empathy": "play.guide_empathy",
    "S.stance": "play.guide_stance",
    "S.voice": "play.guide_voice",
    "S.fit": "play.guide_fit",
    "S.apology": "play.guide_apology",
}


def guide_of(scenario: Scenario, phrases: Phrasebook) -> GuideView:
    """The page for `scenario`: its weights at its severity, and what its rubric changed of the usual ones."""
    return GuideView(
        title=phrases("play.guide_title"),
        lead=phrases("play.guide_lead"),
        groups=tuple(_group(scenario, phrases, criterion) for criterion in _GROUPS),
        sections=_sections(phrases),
        changed=changed_sentence(scenario, phrases),
    )


def changed_sentence(scenario: Scenario, phrases: Phrasebook) -> str:
    """What the scenario's rubric changed of the usual weights, "" for nothing."""
    changed = changed_weights(scenario.rubric, scenario.severity)
    if not changed:
        return ""
    each = (
        phrases(
            "play.guide_change",
            name=_name(phrases, one.rule),
            now=_share(phrases, one.now),
            usual=_share(phrases, one.usual),
        )
        for one in changed
    )
    return phrases("play.guide_changed", changes=", ".join(each))


def _group(scenario: Scenario, phrases: Phrasebook, criterion: Criterion) -> WeightGroup:
    letter = _GROUPS[criterion]
    weights = {
        rule: weight
        for rule, weight in weights_of(scenario.rubric, scenario.severity).items()
        if rule.startswith(f"{letter}.")
    }
    usual = {one.rule: one.usual for one in changed_weights(scenario.rubric, scenario.severity)}
    shares = apportioned([100.0 * weight for weight in weights.values()], 100)
    record = Record(scenario.severity, scenario.cluster, scenario.crisis_begins, scenario.length)
    silence = phrases("play.guide_hours", count=cadence(record) // 60)
    return WeightGroup(
        criterion=criterion,
        name=phrases(CRITERION_CODES[criterion]),
        text=phrases(
            f"play.guide_group_{criterion}",
            severity=scenario.severity,
            margin=round(MARGIN),
            silence=silence,
            mean=round(MEAN),
            worst=round(WORST),
        ),
        rows=tuple(
            WeightRow(
                name=_name(phrases, rule),
                share=phrases("play.percent", percent=str(share)),
                text=phrases(_TEXTS[rule], silence=silence),
                changed=phrases("play.guide_usual", percent=_share(phrases, usual[rule])) if rule in usual else "",
            )
            for rule, share in zip(weights, shares, strict=True)
        ),
    )


def _sections(phrases: Phrasebook) -> tuple[SectionRow, ...]:
    def points(value: float) -> str:
        return phrases.number(value, 0 if value == round(value) else 1)

    penalties = phrases(
        "play.guide_penalties",
        false=points(FALSE),
        corrected=points(FALSE_CORRECTED),
        unverified=points(UNVERIFIED),
        contradiction=points(CONTRADICTION),
        criticism=points(CRITICISM),
        error=points(SILENT_ERROR),
        restricted=points(RESTRICTED),
        restricted_cap=points(RESTRICTED_CAP),
        lie_cap=points(LIE_CAP),
    )
    bands = phrases("play.guide_bands", fair=points(FAIR), good=points(GOOD), excellent=points(EXCELLENT))
    return (
        SectionRow(phrases("play.guide_penalties_title"), penalties),
        SectionRow(phrases("play.guide_ungraded_title"), phrases("play.guide_ungraded")),
        SectionRow(phrases("play.guide_useless_title"), phrases("play.guide_useless")),
        SectionRow(phrases("play.guide_judgment_title"), f"{phrases('play.guide_judgment')} {bands}"),
    )


def _name(phrases: Phrasebook, rule: str) -> str:
    return phrases(_NAMES[rule]) if rule in _NAMES else phrases.say(RULES[rule].name)


def _share(phrases: Phrasebook, weight: float) -> str:
    tenths = round(1000 * weight)
    return phrases.number(tenths / 10, 1 if tenths % 10 else 0)
