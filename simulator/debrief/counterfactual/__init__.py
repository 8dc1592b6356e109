"""What if: the same world, one decision changed.

    what_if(run, Change("earlier_holding"))       # the same people, the holding statement earlier: a WhatIf
    what_if(run, Change("without", 3), crowd=7)   # the same crisis among other people, without the decision 3
    usual_changes(run)                            # what every debrief asks
    alternatives(run, 3)                          # what else could be decided at place 3

A what-if lives the same seed again with other decisions. Each keeps its minute; one that no longer holds (its inject
did not come, its condition is not met) is skipped and counted. It is the model's estimate, not what would have been.
"""

from simulator.debrief.counterfactual.best import best_at_worst
from simulator.debrief.counterfactual.change import Change, Kind, NoSuchChange, WhatIf
from simulator.debrief.counterfactual.holding import PROMPT_MINUTES
from simulator.debrief.counterfactual.lived import lived, replayed
from simulator.debrief.counterfactual.plan import Plan
from simulator.debrief.counterfactual.planned import alternatives, planned, usual_changes, what_if

__all__ = [
    "PROMPT_MINUTES",
    "Change",
    "Kind",
    "NoSuchChange",
    "Plan",
    "WhatIf",
    "alternatives",
    "best_at_worst",
    "lived",
    "planned",
    "replayed",
    "usual_changes",
    "what_if",
]
