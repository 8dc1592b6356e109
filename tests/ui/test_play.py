"""From the library to the debrief, by keyboard alone and by mouse alone; and each command on the way."""

from __future__ import annotations

import pygame
import pytest

from simulator.play.presenters.dialogs import HoldingChoice
from simulator.ui.app import Game
from simulator.ui.scenes.briefing import BriefingScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from tests.ui.screens import click, new_game, press, scene_of, type_text, wait
from tests.ui.standins import SampleDesk, SampleSession


def test_the_keyboard_alone_goes_from_the_library_to_the_debrief() -> None:
    game, desk = new_game(last_minute=109)
    game.step([], 0.0)
    press(game, pygame.K_RIGHT)
    assert scene_of(game).focus == "scenario rappel-tardif"
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game), BriefingScene)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    assert isinstance(scene_of(game), CrisisScene)
    press(game, pygame.K_2, "2")
    press(game, pygame.K_RETURN)
    assert session_of(desk).told == [("choose", "mother", "private")]
    wait(game, 13)
    assert isinstance(scene_of(game), SelfDebriefScene)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), DebriefScene)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), LibraryScene)
    press(game, pygame.K_TAB)
    press(game, pygame.K_ESCAPE)
    assert game.running


def test_the_mouse_alone_goes_from_the_library_to_the_debrief() -> None:
    game, desk = new_game(last_minute=109)
    click(game, "scenario rappel-tardif")
    click(game, "start")
    wait(game, 0.1)
    click(game, "response private")
    assert session_of(desk).told == [], "a first click only chooses"
    click(game, "response private")
    assert session_of(desk).told == [("choose", "mother", "private")]
    wait(game, 13)
    click(game, "see")
    click(game, "done")
    assert isinstance(scene_of(game), LibraryScene)
    click(game, "leave")
    assert not game.running


def session_of(desk: SampleDesk) -> SampleSession:
    assert desk.session is not None
    return desk.session


@pytest.fixture
def crisis() -> tuple[Game, SampleSession]:
    game, desk = new_game(last_minute=1000)
    game.brief("rappel-tardif", 4821)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    return game, session_of(desk)


def test_tab_and_enter_reach_a_response(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    for _ in range(20):
        press(game, pygame.K_TAB)
        if (scene_of(game).focus or "").startswith("response"):
            break
    press(game, pygame.K_DOWN)
    press(game, pygame.K_RETURN)
    assert session.told == [("choose", "mother", "private")]


def test_a_refused_response_says_why_and_publishes_nothing(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_4, "4")
    press(game, pygame.K_RETURN)
    assert session.told == []
    assert [notice.text for notice in scene_of(game).notices.waiting][-1].startswith("Le lot")


def test_a_refusal_of_the_session_is_shown(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    session.refusal = "La rédaction est prise."
    press(game, pygame.K_1, "1")
    press(game, pygame.K_RETURN)
    assert scene_of(game).notices.waiting[-1].text == "La rédaction est prise."


def test_the_key_that_opens_a_window_is_not_typed_into_it(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_l, unicode="l", mod=0)
    letter = pygame.event.Event(pygame.TEXTINPUT, text="l")
    game.step([down, letter, letter, pygame.event.Event(pygame.KEYUP, key=pygame.K_l, unicode="l", mod=0)], 0.01)
    type_text(game, "lot")
    press(game, pygame.K_RETURN)
    assert session.told == [("listen", "lot")]


def test_a_held_key_decides_once(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_1, "1")
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_n, unicode="n", mod=0)
    for _ in range(5):
        game.step([down], 0.01)
    assert session.told == [("next",)]


def test_the_space_bar_pauses_and_resumes(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_SPACE, " ")
    assert session.paused
    press(game, pygame.K_SPACE, " ")
    assert not session.paused


def test_the_menu_pauses_while_it_is_open(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_ESCAPE)
    assert session.paused
    press(game, pygame.K_ESCAPE)
    assert not session.paused


def test_giving_up_is_asked_twice(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_ESCAPE)
    click(game, "give up")
    assert session.told == []
    click(game, "give up")
    assert session.told == [("abandon",)]
    assert isinstance(scene_of(game), LibraryScene)


def test_leaving_gives_nothing_up(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_ESCAPE)
    click(game, "leave")
    assert session.told == [("leave",)]
    assert isinstance(scene_of(game), LibraryScene)


def test_facts_are_verified_and_made_public(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_v, "v")
    click(game, "verify cases")
    click(game, "publish advice")
    assert session.told == [("verify", "cases"), ("disclose", "advice")]


def test_a_post_is_answered_and_the_cell_alerted(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    click(game, "post p1")
    press(game, pygame.K_1, "1")
    press(game, pygame.K_RETURN)
    click(game, "post p3")
    press(game, pygame.K_a, "a")
    press(game, pygame.K_RETURN)
    assert session.told == [("publish", "care", "p1"), ("alert", "p3")]


def test_a_typed_search_is_made(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_l, "l")
    type_text(game, "lots")
    press(game, pygame.K_BACKSPACE)
    press(game, pygame.K_RETURN)
    click(game, "word Vitré")
    press(game, pygame.K_RETURN)
    assert session.told == [("listen", "lot"), ("listen", "Vitré")]


def test_typed_letters_are_words_and_not_actions(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_l, "l")
    press(game, pygame.K_n, "n")
    press(game, pygame.K_SPACE, " ")
    assert session.told == [] and not session.paused


def test_a_holding_statement_is_composed_by_keys(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_h, "h")
    press(game, pygame.K_4, "4")
    press(game, pygame.K_1, "1")
    press(game, pygame.K_2, "2")
    press(game, pygame.K_2, "2")
    press(game, pygame.K_RIGHT)
    press(game, pygame.K_PLUS, "+")
    press(game, pygame.K_RETURN)
    choice = HoldingChoice((("doing", 1), ("known", 0), ("advice", 0)), 180)
    assert session.told == [("publish holding", choice)]


def test_a_holding_statement_is_kept_ready(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_h, "h")
    press(game, pygame.K_g, "g")
    assert session.told[0][0] == "keep"
    assert scene_of(game).dialog is None


def test_scheduled_posts_messages_people_and_watching(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_p, "p")
    click(game, "suspend s1")
    click(game, "keep s2")
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_u, "u")
    press(game, pygame.K_RETURN)
    press(game, pygame.K_s, "s")
    press(game, pygame.K_UP)
    press(game, pygame.K_RETURN)
    press(game, pygame.K_o, "o")
    click(game, "reason soon")
    click(game, "threshold 60")
    click(game, "confirm")
    assert session.told == [
        ("schedule", "s1", False),
        ("schedule", "s2", True),
        ("publish", "dgs", None),
        ("spokesperson", "paul"),
        ("watch", None, "soon", 60),
    ]


def test_a_channel_filters_the_feed(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    click(game, "channel video")
    game.step([], 0.0)
    posts = [spot.key for spot in scene_of(game).spots if spot.key.startswith("post ")]
    assert "post p4" in posts and "post p1" not in posts


def test_the_other_open_inject_is_shown(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_d, "d")
    press(game, pygame.K_1, "1")
    press(game, pygame.K_RETURN)
    assert session.told == [("choose", "press", "care")]


def test_open_injects_are_told_apart_by_their_whole_names(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    game.resize(pygame.Surface((1024, 640)))
    wait(game, 0.2)
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    written = [text for _, text in scene.panels["decisions"].written]
    assert all(card.name in written for card in scene.view.cards)


def test_a_narrow_header_still_tells_the_stage(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    game.resize(pygame.Surface((640, 800)))
    wait(game, 0.2)
    assert "Réactivité" in [text for _, text in scene_of(game).panels["header"].written]


def test_a_dialog_opens_at_its_top_wherever_the_one_before_was_left(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    game.resize(pygame.Surface((1024, 640)))
    press(game, pygame.K_ESCAPE)
    wait(game, 0.2)
    scene = scene_of(game)
    scene.panels["body"].scroll(400)
    assert scene.panels["body"].scrolled > 0
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_ESCAPE)
    wait(game, 0.2)
    assert scene.panels["body"].scrolled == 0


def test_the_language_changes_at_any_moment(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_F2)
    assert session.language == "en"
    texts = [text for _, text in scene_of(game).panels["header"].written]
    assert "Late recall" in texts


def test_a_broken_scenario_says_so_and_is_not_played() -> None:
    game, _ = new_game()
    click(game, "scenario casse")
    assert isinstance(scene_of(game), LibraryScene)
    assert "ligne 41" in scene_of(game).notices.waiting[-1].text


def test_a_consequence_is_told_once(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    told = [notice.text for notice in scene_of(game).notices.waiting]
    wait(game, 1)
    press(game, pygame.K_n, "n")
    assert [notice.text for notice in scene_of(game).notices.waiting] == told
    assert len(told) == 1


def test_another_seed_can_be_drawn_before_the_start() -> None:
    game, _ = new_game()
    game.brief("rappel-tardif", 4821)
    click(game, "practice")
    click(game, "seed other")
    press(game, pygame.K_ESCAPE)
    game.step([], 0.0)
    assert "Tirage 4822" in [text for _, text in scene_of(game).panels["foot"].written]


def test_a_seed_can_be_typed_and_practice_set_before_the_start() -> None:
    game, desk = new_game()
    game.brief("rappel-tardif", 4821)
    press(game, pygame.K_o, "o")
    type_text(game, "77")
    press(game, pygame.K_BACKSPACE)
    click(game, "start_paused yes")
    click(game, "stop_at_events yes")
    click(game, "tempo 2.0")
    settings = desk.settings
    assert (settings.start_paused, settings.stop_at_events, settings.tempo) == (True, True, 2.0)
    press(game, pygame.K_ESCAPE)
    game.step([], 0.0)
    assert "Tirage 7" in [text for _, text in scene_of(game).panels["foot"].written]


def test_a_minute_passes_by_key_and_by_click(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_SPACE, " ")
    press(game, pygame.K_w, "w")
    click(game, "minute")
    assert session.told == [("wait", 1), ("wait", 1)]
    assert session.paused


def test_what_waits_goes_first_or_is_taken_back(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    click(game, "cell")
    assert scene_of(game).focus == "first verification shelves"
    press(game, pygame.K_RETURN)
    assert session.told == [("prioritise", "verification", "shelves")]


def test_the_board_verifies_and_makes_public(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_v, "v")
    click(game, "publish advice")
    click(game, "verify cases")
    assert session.told == [("disclose", "advice"), ("verify", "cases")]


def test_a_threshold_is_set_where_the_cell_is_alerted(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    press(game, pygame.K_a, "a")
    click(game, "threshold 65")
    click(game, "threshold ")
    assert session.told == [("threshold", 65), ("threshold", None)]


def test_how_one_is_graded_is_told_before_a_play() -> None:
    game, desk = new_game()
    press(game, pygame.K_RETURN)
    click(game, "grading")
    game.step([], 0.0)
    guide = desk.guide("rappel-tardif")
    written = [text for _, text in scene_of(game).panels["body"].written]
    assert guide.groups[0].rows[0].name in written
    press(game, pygame.K_F2)
    game.step([], 0.0)
    assert desk.guide("rappel-tardif").groups[0].rows[0].name in [
        text for _, text in scene_of(game).panels["body"].written
    ]
    press(game, pygame.K_g, "g")
    assert scene_of(game).dialog is None
    press(game, pygame.K_g, "g")
    assert scene_of(game).dialog is not None


def test_a_card_being_read_is_not_replaced_by_a_more_urgent_one(crisis: tuple[Game, SampleSession]) -> None:
    game, session = crisis
    before = scene_of(game)
    assert isinstance(before, CrisisScene) and before.card is not None
    session.reversed_cards = True
    session.changes += 1
    game.step([], 0.0)
    assert before.card.inject_id == "mother"


def test_notices_have_a_line_of_their_own(crisis: tuple[Game, SampleSession]) -> None:
    game, _ = crisis
    wait(game, 1)
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene) and scene.parts is not None
    parts = scene.parts
    needed = [*parts.columns.values(), *(area for area in (parts.actions, parts.timeline, parts.cell) if area)]
    assert not any(parts.notices.colliderect(area) for area in needed)
    shown = [tile for tile in scene.tiles() if tile.name.startswith("notice")]
    assert shown and all(parts.notices.contains(tile.area.inflate(-24, -24)) for tile in shown)


def test_what_the_journal_shows_is_not_told_again() -> None:
    game, desk = new_game(last_minute=1000)
    game.brief("rappel-tardif", 4821)
    start = desk.start

    def quietly(scenario_id: str, seed: int) -> SampleSession:
        session = start(scenario_id, seed)
        session.quiet = True
        return session

    desk.start = quietly  # type: ignore[method-assign]
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene) and scene.view.notices and scene.card is None
    assert scene.notices.waiting == []
