"""Keys: every action has one, none another's, and a key that cannot be given is told in a sentence."""

from __future__ import annotations

from itertools import combinations

import pytest

from simulator.locale import phrasebook
from simulator.play.keys import ACTS, SPACE, CannotBind, Keys, is_free
from simulator.play.presenters.cell_rows import ACTION_KEYS


def test_a_game_begins_with_a_key_for_every_action_and_no_conflict() -> None:
    assert Keys().are_usable()
    assert {act.name for act in ACTS} >= set(ACTION_KEYS)
    assert len({act.name for act in ACTS}) == len(ACTS)


def test_a_key_that_was_chosen_takes_the_action_and_the_old_one_does_not() -> None:
    keys = Keys().with_key("next_event", "É").with_key("pause", "F9")
    assert keys.act("É", "crisis") == "next_event"
    assert keys.act("N", "crisis") == ""
    assert (keys.of("pause"), keys.act(SPACE, "crisis")) == ("F9", "")
    assert keys.chosen == (("pause", "F9"), ("next_event", "É"))
    assert Keys(keys.chosen).of("pause") == "F9"
    assert keys.with_key("pause", SPACE).with_key("next_event", "N").chosen == ()


def test_a_key_that_is_taken_is_refused_with_the_action_that_has_it() -> None:
    with pytest.raises(CannotBind) as refused:
        Keys().with_key("verify", "N")
    assert phrasebook("en").say(refused.value.message).startswith("N already does “go to the next event”")


def test_the_same_key_may_do_different_things_where_only_one_can_be_meant() -> None:
    assert Keys().of("export") == Keys().of("dossier")
    assert Keys().act("E", "debrief") == "export"
    assert Keys().act("E", "crisis") == "dossier"


def test_what_is_done_everywhere_clashes_with_every_place() -> None:
    with pytest.raises(CannotBind):
        Keys().with_key("export", "F6")
    with pytest.raises(CannotBind):
        Keys().with_key("theme", "F3")


def test_the_preview_s_keys_are_apart_from_those_of_the_crisis_that_it_shows() -> None:
    with pytest.raises(CannotBind):
        Keys().with_key("bot", "V")


def test_what_is_done_while_writing_needs_a_key_that_types_nothing() -> None:
    with pytest.raises(CannotBind) as refused:
        Keys().with_key("language", "K")
    assert refused.value.message.code == "keys.needs_function_key"


@pytest.mark.parametrize("key", ["", "1", "0", "+", "-", "v", "VV", " ", "\t", "F13", "Escape"])
def test_a_key_that_moves_answers_or_is_none_cannot_be_given(key: str) -> None:
    assert not is_free(key)
    with pytest.raises(CannotBind):
        Keys().with_key("verify", key)


def test_an_action_of_a_later_version_is_left_out() -> None:
    assert Keys([("fly", "K")]).chosen == ()


def test_two_actions_that_swap_keys_are_usable_and_two_with_one_key_are_not() -> None:
    assert Keys([("verify", "N"), ("next_event", "V")]).are_usable()
    assert not Keys([("verify", "N")]).are_usable()


def test_no_two_actions_that_can_be_meant_at_once_share_a_key() -> None:
    for one, other in combinations(ACTS, 2):
        if one.place == other.place:
            assert one.key != other.key, (one.name, other.name)
