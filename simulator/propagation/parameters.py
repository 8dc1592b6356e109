"""The constants of the model, each with its value, range, unit and source in one place."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.propagation.described import DESIGN, Described, constant

_KWAK = "Kwak et al. 2010, fitted below 100,000 followers"
_SEISMIC = "Zhao et al. 2015 (SEISMIC)"
_CASCADES = "computed from real cascades"
_BRADY = "Brady et al., meta-analysis of 27 studies: ratio 1.13 [1.06, 1.20] a word"

HOURLY_SHARES = (
    *(0.009, 0.008, 0.012, 0.015, 0.025, 0.033, 0.042, 0.053, 0.063, 0.069, 0.066, 0.067),
    *(0.056, 0.061, 0.063, 0.054, 0.050, 0.052, 0.051, 0.046, 0.041, 0.029, 0.020, 0.013),
)
"""Share of a day's posts in each hour from midnight (computed from real cascades)."""

REPRODUCTION_BY_SEVERITY = {1: 2.7, 2: 3.3, 3: 4.0}
"""Reproduction number of a mild, a serious and a severe crisis (design)."""


@dataclass(frozen=True)
class SpreadParameters(Described):
    """How outrage spreads: the constants of the audience, of the crisis and of each minute."""

    follower_exponent: float = constant(
        2.276, 2.1, 3.0, "-", _KWAK, "exponent of the power law of follower counts", tabulated=True
    )
    follower_minimum: int = constant(
        6, 1, 50, "followers", DESIGN, "fewest followers of a user: gives a mean of 26", tabulated=True
    )
    follower_cap: float = constant(0.2, 0.01, 1, "of audience", DESIGN, "most followers of a user")
    following_sigma: float = constant(
        1.0, 0.1, 2, "-", DESIGN, "log-normal spread of how much a user follows", tabulated=True
    )
    community_size: int = constant(500, 20, 100_000, "users", DESIGN, "users in a community")
    homophily: float = constant(
        0.3, 0, 1, "probability", DESIGN, "that a follower comes from the author's own community"
    )
    susceptibility_shape: int = constant(
        3, 1, 10, "-", DESIGN, "b of the Beta(1, b) from which susceptibility is drawn", tabulated=True
    )
    activity_mu: float = constant(-0.72, -3, 0, "-", _CASCADES, "log-mean of activity", tabulated=True)
    activity_sigma: float = constant(
        1.2, 0.1, 2, "-", _CASCADES, "log-spread of activity; with the log-mean, activity is 1 on average",
        tabulated=True,
    )  # fmt: skip
    repeats: float = constant(0.9, 0, 3, "posts", _CASCADES, "further posts of an outraged user of activity 1")
    reproduction: float = constant(3.3, 0, 8, "users", DESIGN, "users outraged by one early user and its repeats (R0)")
    onward_exponent: float = constant(
        0.90, 0.2, 1.2, "-", _CASCADES, "onward activations grow as followers to this power", tabulated=True
    )
    root_exponent: float = constant(
        0.23, 0, 1, "-", _CASCADES, "first authors are drawn as followers to this power", tabulated=True
    )
    repeat_weight: float = constant(
        0.83, 0, 1, "-", _CASCADES, "a repeat's onward activations beside the first post's (eta)"
    )
    post_rate: float = constant(
        0.0083, 0, 0.1, "reshares", _CASCADES, "direct reshares of an ordinary post whose author has one follower"
    )
    reshare_weight: float = constant(
        0.83, 0, 1, "-", _CASCADES, "a reshare's onward reshares beside an original post's (eta)"
    )
    quality_sigma: float = constant(
        0.54, 0, 0.6, "-", _CASCADES, "log-normal spread of the quality of ordinary posts, 1 on average",
        tabulated=True,
    )  # fmt: skip
    sceptic_share: float = constant(
        0.15, 0, 1, "probability", DESIGN, "that a user who is not convinced turns sceptic for good"
    )
    kernel_flat: int = constant(300, 30, 3600, "s", _SEISMIC, "reaction times are level up to here", tabulated=True)
    kernel_theta: float = constant(
        0.2314843, 0.05, 1, "-", _SEISMIC, "and fall as a power law 1 + theta from here", tabulated=True
    )
    kernel_cut: int = constant(7, 1, 30, "days", DESIGN, "no reaction comes later", tabulated=True)
    novelty_minutes: int = constant(
        793, 60, 10_000, "min", _CASCADES, "time scale of lost novelty exp(-(t / scale)^power)", tabulated=True
    )
    novelty_power: float = constant(0.5, 0.1, 1, "-", _CASCADES, "its stretching power", tabulated=True)
    word_ratio: float = constant(
        1.13, 1.0, 1.5, "a word", _BRADY, "more reshares for a moral-emotional word", tabulated=True
    )
    journalist_threshold: int = constant(
        100, 0, 10_000, "posts/h/10,000 users", DESIGN,
        "volume at which journalists take the story up, and again at each doubling; 0: never",
    )  # fmt: skip
    journalist_seeds: int = constant(5, 0, 1000, "users", DESIGN, "journalists who take the story up")
    journalist_delay: int = constant(45, 1, 1440, "min", DESIGN, "time they need to publish")

    @classmethod
    def for_severity(cls, severity: int) -> SpreadParameters:
        """The constants of a crisis of `severity` 1 to 3; KeyError for another."""
        return cls(reproduction=REPRODUCTION_BY_SEVERITY[severity])
