"""A storm's setting is checked, and a seed is one storm."""

import pytest

from simulator.locale import Message
from simulator.study.what_if import Answer, Storm, live
from tests.study.what_if.storms import SMALL

SILENT = Answer(Message("model.silence"))


@pytest.mark.parametrize(
    "setting", [{"severity": 0}, {"severity": 4}, {"users": 999}, {"hours": 0}, {"seed_users": 0}, {"start": 1440}]
)
def test_a_setting_outside_its_range_is_refused(setting: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(setting))):
        Storm(**setting)


def test_a_seed_is_one_storm() -> None:
    first, again, other = live(SMALL, [3, 3, 4], SILENT)
    assert (first.volume == again.volume).all()
    assert (first.posts, first.activated) == (again.posts, again.activated)
    assert (first.volume != other.volume).any()


def test_a_more_severe_crisis_outrages_more() -> None:
    mild, severe = (
        sum(course.posts for course in live(Storm(severity, 2000, 5, 10), [1, 2, 3], SILENT)) for severity in (1, 3)
    )
    assert mild < severe
