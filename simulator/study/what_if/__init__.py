"""The same storms with other messages: what a stance, a tone and a minute do to volume, as the model has it.

    storm = Storm(severity=2, users=100_000, hours=24)
    message = message_of(stance=7, empathy=2, cluster="preventable", holding=False, mismatched=False)
    answers = {**timing(message), **matching(message, minute=60), **stances(minute=60)}   # name -> Answer
    comparison = compare(storm, answers, seeds=range(1, 21), processes=None)
    comparison.outcomes["minute 30"].left.median                         # of silence's posts, paired by seed
    [volume_chart(comparison), effect_chart(comparison), stance_chart(comparison)]

`compare` adds silence under the name SILENCE, first. Names stay the same in every language; `label` is for people.
"""

from simulator.study.what_if.charts import effect_chart, stance_chart, volume_chart
from simulator.study.what_if.comparison import SILENCE, Comparison, Outcome, compare
from simulator.study.what_if.estimate import Estimate, estimated
from simulator.study.what_if.questions import STANCES, TIMES, matching, message_of, span, stances, timing
from simulator.study.what_if.storm import Answer, Course, Storm, felt, live

__all__ = [
    "SILENCE",
    "STANCES",
    "TIMES",
    "Answer",
    "Comparison",
    "Course",
    "Estimate",
    "Outcome",
    "Storm",
    "compare",
    "effect_chart",
    "estimated",
    "felt",
    "live",
    "matching",
    "message_of",
    "span",
    "stance_chart",
    "stances",
    "timing",
    "volume_chart",
]
