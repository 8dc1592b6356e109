"""What each segment of the audience thinks of the organisation: apart from how loud it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.propagation.audience import SEGMENTS
from simulator.propagation.described import DESIGN, Described, constant
from simulator.propagation.indices import TENTHS
from simulator.propagation.interventions import MessageAttributes

Cluster = Literal["rumour", "victim", "accidental", "preventable"]

TRUSTING = tuple(name for name in SEGMENTS if name != "bots")
"""The segments that can trust: a bot does not."""

FULL = 100_000
"""A trust of 100 points, in thousandths of one."""

_SCALE = "22 points of trust are one standard deviation (design)"


@dataclass(frozen=True)
class TrustParameters(Described):
    """How trust is lost and won: `1/1000` of a point of 0 to 100, or of the whole for the shares."""

    start: int = constant(60_000, 0, FULL, "1/1000", DESIGN, "trust before the crisis")
    responsibility: int = constant(
        28_160, 0, FULL, "1/1000", f"attributed responsibility d = -1.28; {_SCALE}",
        "most that being held responsible costs",
    )  # fmt: skip
    rumour: int = constant(150, 0, 1000, "1/1000", "order: Coombs 2007; size: design", "of that, for a rumour")
    victim: int = constant(250, 0, 1000, "1/1000", "order: Coombs 2007; size: design", "as a victim")
    accidental: int = constant(600, 0, 1000, "1/1000", "order: Coombs 2007; size: design", "for an accident")
    preventable: int = constant(1000, 0, 1000, "1/1000", "order: Coombs 2007; size: design", "for a preventable crisis")
    minutes_to_lose: int = constant(
        180, 10, 1440, "min", DESIGN, "of full outrage and silence in which all of that is lost"
    )
    answered: int = constant(200, 0, 1000, "1/1000", DESIGN, "of the loss that remains right after a message")
    cadence: int = constant(180, 10, 1440, "min", DESIGN, "until a message is forgotten and silence is full")
    matched: int = constant(
        10_340, 0, FULL, "1/1000", f"matched strategy d = .47; {_SCALE}", "a strategy that matches the crisis"
    )
    discloses_first: int = constant(
        4_000, 0, FULL, "1/1000", "direction: Arpan and Roskos-Ewoldsen 2005; size: design",
        "telling a fact before others do (stealing thunder)",
    )  # fmt: skip
    overheard: int = constant(
        250, 0, 1000, "1/1000", DESIGN, "of a message's effect on segments for whom it is not meant"
    )
    human_voice: int = constant(
        700, 0, FULL, "1/1000", "direction: Kelleher 2009; size: design", "each degree of empathy"
    )
    valid_holding: int = constant(1_500, 0, FULL, "1/1000", DESIGN, "a valid holding statement")
    disproved: int = constant(-10_000, -FULL, 0, "1/1000", DESIGN, "a denial or claim that proves false")
    leak: int = constant(
        -4_000, -FULL, 0, "1/1000", DESIGN, "a withheld fact that leaks; each further one half of the one before"
    )
    deletion_or_threat: int = constant(-8_000, -FULL, 0, "1/1000", DESIGN, "deleted posts or threats")


class Trust:
    """The trust of each segment, from the first minute of a crisis of `cluster`.

    Outrage costs trust for as long as the organisation is held responsible, most of all in silence; what it says
    wins or loses some, each attribute once in each segment, in proportion to reach. `levels` are thousandths of
    a point: 0 to 100,000.
    """

    def __init__(self, cluster: Cluster, parameters: TrustParameters | None = None) -> None:
        self.parameters = parameters or TrustParameters()
        self.levels = dict.fromkeys(TRUSTING, self.parameters.start)
        share = {row.name: int(row.value) for row in self.parameters.describe()}[cluster]
        self._most_lost = self.parameters.responsibility * share // 1000
        self._lost = dict.fromkeys(TRUSTING, 0)
        self._owed = dict.fromkeys(TRUSTING, 0)
        self._heard: dict[str, tuple[int, int]] = {}
        self._gained: dict[tuple[str, str], int] = {}
        self._leaks = 0

    def step(self, minute: int, outrage: Mapping[str, int]) -> None:
        """Lives through `minute`, with each segment's outrage in tenths (0 to 1000)."""
        whole = TENTHS * 1000 * self.parameters.minutes_to_lose
        for name in TRUSTING:
            if not (loud := outrage.get(name, 0)):
                continue
            owed = self._owed[name] + self._most_lost * self._silence(minute, name) * loud
            lost, self._owed[name] = divmod(owed, whole)
            if lost:
                lost = min(lost, self._most_lost - self._lost[name])
                self._lost[name] += lost
                self._change(name, -lost)

    def publish(self, minute: int, attributes: MessageAttributes, recipient: str | None = None) -> None:
        """Lets a message act from `minute` on: on everybody, or on a segment it is meant for and others overhear.

        A message of reach 0 acts on nobody. ValueError for a recipient that is no trusting segment.
        """
        if recipient is not None and recipient not in TRUSTING:
            raise ValueError(f"a message cannot be meant for {recipient}")
        p, a = self.parameters, attributes
        gains = {
            "matched": p.matched * a.matched,
            "discloses_first": p.discloses_first * a.discloses_first,
            "human_voice": p.human_voice * a.empathy,
            "valid_holding": p.valid_holding * a.valid_holding,
            "deletion_or_threat": p.deletion_or_threat * a.deletion_or_threat,
        }
        for name in TRUSTING:
            heard = self._share_heard(a.channel_reach, name, recipient)
            for attribute, gain in gains.items():
                self._gain_once(name, attribute, gain * heard // 1000)
            relief = (1000 - p.answered) * heard // 1000
            if not (a.denial or a.deletion_or_threat) and relief >= 1000 - self._silence(minute, name):
                self._heard[name] = (minute, relief)
        if a.denial and a.disproved and a.channel_reach:
            self.disprove()

    def disprove(self) -> None:
        """Something that the organisation denied or asserted proves false: this counts once."""
        for name in TRUSTING:
            self._gain_once(name, "disproved", self.parameters.disproved)

    def leak(self) -> None:
        """A fact that the organisation withheld becomes public."""
        for name in TRUSTING:
            self._change(name, -(-self.parameters.leak >> self._leaks))
        self._leaks += 1

    def _share_heard(self, reach: int, name: str, recipient: str | None) -> int:
        if recipient is None:
            return 10 * reach
        return 1000 * (reach > 0) if recipient == name else reach * self.parameters.overheard // 100

    def _silence(self, minute: int, name: str) -> int:
        """How silent the organisation is to a segment, in thousandths: full silence comes back after a message."""
        if name not in self._heard:
            return 1000
        since, relief = self._heard[name]
        return 1000 - relief + relief * min(minute - since, self.parameters.cadence) // self.parameters.cadence

    def _gain_once(self, name: str, attribute: str, gain: int) -> None:
        before = self._gained.get((name, attribute), 0)
        if abs(gain) > abs(before):
            self._gained[name, attribute] = gain
            self._change(name, gain - before)

    def _change(self, name: str, gain: int) -> None:
        self.levels[name] = min(max(self.levels[name] + gain, 0), FULL)
