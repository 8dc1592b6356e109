"""What published messages do to transmission, by what they are and not by who wrote them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from simulator.propagation import tables
from simulator.propagation.described import DESIGN, Described, constant
from simulator.propagation.tables import ONE

Arousal = Literal["high", "low"]

_HERHAUSEN = "Herhausen et al. 2019 (472,995 posts): right responses cut virality by up to 11 %"
_DIRECTION = "direction: Herhausen et al. 2019; size: design"
_MOST_EMPATHY = 3
_HIGHEST_STANCE = 7


@dataclass(frozen=True)
class MessageEffects(Described):
    """What each attribute of a message multiplies transmission by, in the end and at full reach."""

    amends: float = constant(0.89, 0.5, 1, "x", _HERHAUSEN, "apology or corrective action that matches the crisis")
    explanation: float = constant(0.92, 0.5, 1, "x", _DIRECTION, "an explanation while arousal is high")
    empathy: float = constant(0.92, 0.5, 1, "x", _DIRECTION, "full empathy while arousal is low; less in proportion")
    channel_change: float = constant(0.94, 0.5, 1, "x", _DIRECTION, "an early invitation to another channel")
    holding: float = constant(0.93, 0.5, 1, "x", DESIGN, "a valid holding statement")
    early_compensation: float = constant(1.05, 1, 1.5, "x", _DIRECTION, "public compensation too early")
    bare_sympathy: float = constant(1.05, 1, 1.5, "x", DESIGN, "sympathy alone in a crisis of social responsibility")
    denial: float = constant(1.0, 0.5, 1.5, "x", DESIGN, "a denial while it stands")
    disproved_denial: float = constant(1.10, 1, 1.5, "x", DESIGN, "a denial once it is disproved")
    suppression: float = constant(1.10, 1, 1.5, "x", DESIGN, "deleted posts or threats")
    lowest: float = constant(0.75, 0.5, 1, "x", DESIGN, "all messages together, at least")
    highest: float = constant(1.25, 1, 1.25, "x", DESIGN, "all messages together, at most")

    def fixed(self, name: str) -> int:
        """One effect in 2^-16."""
        multiplier: float = getattr(self, name)
        return round(multiplier * ONE)


EFFECTS = MessageEffects()


@dataclass(frozen=True)
class MessageAttributes:
    """What a message is, as far as the crowd is concerned.

    `stance` 0 (attack) to 7 (full apology), `empathy` 0 to 3, `arousal` of the crisis at that minute,
    `channel_reach` 0 to 100 (a private reply has 0); `disproved`: the denial is known to be false already;
    `discloses_first`: the organisation tells what others would have told ("stealing thunder").
    ValueError for a number outside its range.
    """

    stance: int = 0
    matched: bool = False
    corrective: bool = False
    apology: bool = False
    explanation: bool = False
    empathy: int = 0
    arousal: Arousal = "high"
    channel_change_early: bool = False
    compensation_too_early: bool = False
    sympathy_alone: bool = False
    denial: bool = False
    disproved: bool = False
    deletion_or_threat: bool = False
    valid_holding: bool = False
    discloses_first: bool = False
    channel_reach: int = 100

    def __post_init__(self) -> None:
        for name, highest in (("stance", _HIGHEST_STANCE), ("empathy", _MOST_EMPATHY), ("channel_reach", 100)):
            if not 0 <= getattr(self, name) <= highest:
                raise ValueError(f"{name} is {getattr(self, name)}, outside 0..{highest}")


def factor(attributes: MessageAttributes, effects: MessageEffects = EFFECTS) -> dict[str, int]:
    """The effects the message has, by the name they have in MessageEffects: factors in 2^-16 at full reach."""
    a = attributes
    present = {
        "amends": a.matched and (a.corrective or a.apology),
        "explanation": a.explanation and a.arousal == "high",
        "channel_change": a.channel_change_early,
        "holding": a.valid_holding,
        "early_compensation": a.compensation_too_early,
        "bare_sympathy": a.sympathy_alone,
        "denial": a.denial and not a.disproved,
        "disproved_denial": a.denial and a.disproved,
        "suppression": a.deletion_or_threat,
    }
    found = {name: effects.fixed(name) for name, is_present in present.items() if is_present}
    if a.empathy and a.arousal == "low":
        found["empathy"] = ONE + (effects.fixed("empathy") - ONE) * a.empathy // _MOST_EMPATHY
    return found


@dataclass(frozen=True)
class _Pull:
    minute: int
    change: int


class Transmission:
    """What all messages published so far multiply transmission by.

    Each attribute acts once: of several messages that have it, the one whose effect has come furthest counts, so
    that a repetition changes nothing and a wider channel adds only its wider reach. Effects come within an hour
    or so, 1 - exp(-t / 60 min). Silence is 1.
    """

    def __init__(self, effects: MessageEffects = EFFECTS) -> None:
        self._effects = effects
        self._lowest, self._highest = effects.fixed("lowest"), effects.fixed("highest")
        self._pulls: dict[str, list[_Pull]] = {known.name: [] for known in fields(effects)}
        self._denial_reach = 0

    def publish(self, minute: int, attributes: MessageAttributes) -> None:
        """Lets a message act from `minute` on."""
        for name, multiplier in factor(attributes, self._effects).items():
            self._pull(minute, name, multiplier, attributes.channel_reach)
        if attributes.denial:
            self._denial_reach = max(self._denial_reach, attributes.channel_reach)

    def disprove(self, minute: int) -> None:
        """Turns every denial published so far against its author from `minute` on."""
        if self._denial_reach:
            self._pull(minute, "disproved_denial", self._effects.fixed("disproved_denial"), self._denial_reach)

    def at(self, minute: int) -> int:
        """The multiplier of `minute`, in 2^-16: 65,536 leaves transmission as it is."""
        settling = tables.load().settling
        product = ONE
        for pulls in filter(None, self._pulls.values()):
            changes = [
                pull.change * (ONE - settling.item(min(minute - pull.minute, len(settling) - 1))) // ONE
                for pull in pulls
                if pull.minute <= minute
            ]
            product = product * (ONE + max(changes, key=abs, default=0)) // ONE
        return min(max(product, self._lowest), self._highest)

    def _pull(self, minute: int, name: str, multiplier: int, reach: int) -> None:
        self._pulls[name].append(_Pull(minute, (multiplier - ONE) * reach // 100))
