"""Reading the feed in the window: search, filter, pin, hide, look up, follow a thread; by keyboard and by mouse."""

from __future__ import annotations

import pygame
import pytest

from simulator.play.presenters.post_rows import FeedFilter
from simulator.ui.app import Game
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.dialogs.post import PostDialog
from simulator.ui.scenes.dialogs.profile import ProfileDialog
from simulator.ui.scenes.feed_search import FIELD
from tests.ui.feed_samples import many, of_every_look
from tests.ui.screens import FRAME, click, new_game, press, type_text, wait
from tests.ui.standins import SampleSession


@pytest.fixture
def crisis() -> tuple[Game, CrisisScene, SampleSession]:
    game, desk = new_game(last_minute=1000)
    game.brief("rappel-tardif", 4821)
    press(game, pygame.K_RETURN)
    wait(game, 0.2)
    scene = game.stack[-1]
    assert isinstance(scene, CrisisScene) and desk.session is not None
    return game, scene, desk.session


Crisis = tuple[Game, CrisisScene, SampleSession]


def focus_post(game: Game, scene: CrisisScene, post_id: str) -> None:
    scene.focus = f"post {post_id}"
    scene.by_keyboard = True
    game.step([], FRAME)


def shown(scene: CrisisScene) -> list[str]:
    return list(scene.feed.order.ids)


def texts_of(scene: CrisisScene) -> str:
    return " | ".join(text for _, text in scene.panels["body"].written)


def test_a_slash_opens_the_search_and_types_nothing(crisis: Crisis) -> None:
    game, scene, session = crisis
    before = len(shown(scene))
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SLASH, unicode="/", mod=0)
    game.step([down, pygame.event.Event(pygame.TEXTINPUT, text="/")], FRAME)
    game.step([pygame.event.Event(pygame.KEYUP, key=pygame.K_SLASH, unicode="", mod=0)], FRAME)
    assert (scene.focus, scene.reader.words) == (FIELD, "")
    type_text(game, "malade")
    wait(game, 0.2)
    assert 0 < len(shown(scene)) < before
    assert all("malade" in row.text for row in scene.feed.rows)
    press(game, pygame.K_n, "n")
    assert session.told == [], "a letter typed is no command"
    press(game, pygame.K_ESCAPE)
    wait(game, 0.2)
    assert len(shown(scene)) == before and scene.dialog is None and scene.focus is None


def test_ctrl_f_searches_too_and_enter_goes_to_what_was_found(crisis: Crisis) -> None:
    game, scene, _ = crisis
    press(game, pygame.K_f, "\x06", pygame.KMOD_CTRL)
    type_text(game, "pediatre")
    press(game, pygame.K_BACKSPACE)
    wait(game, 0.2)
    press(game, pygame.K_RETURN)
    assert scene.focus == f"post {shown(scene)[0]}"
    assert scene.focused_post is not None and "pédiatre" in scene.focused_post.text


def test_a_search_that_finds_nothing_says_so_and_leads_back(crisis: Crisis) -> None:
    game, scene, _ = crisis
    click(game, "search")
    type_text(game, "zzzz")
    wait(game, 0.2)
    assert shown(scene) == []
    assert "Aucun message ne passe ce filtre." in [text for _, text in scene.panels["no post"].written]
    click(game, "show all")
    wait(game, 0.2)
    assert len(shown(scene)) > 5


def test_a_trend_filters_the_feed_and_lets_it_go_again(crisis: Crisis) -> None:
    game, scene, _ = crisis
    before = len(shown(scene))
    click(game, "trend #Babilune")
    wait(game, 0.2)
    assert 0 < len(shown(scene)) < before and scene.reader.words == "#Babilune"
    click(game, "trend #Babilune")
    wait(game, 0.2)
    assert len(shown(scene)) == before


def test_a_rumour_tells_that_it_is_none_of_the_facts(crisis: Crisis) -> None:
    game, scene, _ = crisis
    game.resize(pygame.Surface((1800, 800)))
    wait(game, 0.2)
    rumour = next(spot for spot in scene.spots if spot.key == "trend hôpital")
    assert "Rumeur" in rumour.tip


def test_people_are_filtered_by_keyboard(crisis: Crisis) -> None:
    game, scene, _ = crisis
    press(game, pygame.K_f, "f")
    assert scene.dialog is not None
    scene.focus_on("who journalist")
    press(game, pygame.K_RETURN)
    wait(game, 0.2)
    assert {row.badge_kind for row in scene.feed.rows} == {"journalist"} and scene.dialog is None
    click(game, "show all")
    wait(game, 0.2)
    assert len({row.badge_kind for row in scene.feed.rows}) > 1


def test_channels_without_room_are_behind_one_tab_and_all_in_the_filter(crisis: Crisis) -> None:
    game, scene, _ = crisis
    tabs = {tab.channel_id for tab in scene.view.tabs}
    game.resize(pygame.Surface((1024, 640)))
    wait(game, 0.2)
    seen = {spot.key.removeprefix("channel ") for spot in scene.spots if spot.group == "channels"} & tabs
    (more,) = [spot for spot in scene.spots if spot.key == "more channels"]
    left_over = tabs - seen
    assert left_over and all(tab.name in more.tip for tab in scene.view.tabs if tab.channel_id in left_over)
    click(game, "more channels")
    wanted = sorted(left_over)[0]
    assert {f"on {channel}" for channel in tabs} <= {spot.key for spot in scene.spots}
    scene.focus_on(f"on {wanted}")
    press(game, pygame.K_RETURN)
    wait(game, 0.2)
    assert scene.dialog is None and scene.reader.channel == wanted
    assert {row.channel_id for row in scene.feed.rows} <= {wanted}
    assert f"channel {wanted}" in {spot.key for spot in scene.spots}, "the chosen one always has its tab"


def test_a_post_is_pinned_and_read_again_among_the_pins(crisis: Crisis) -> None:
    game, scene, session = crisis
    focus_post(game, scene, "p3")
    press(game, pygame.K_k, "k")
    wait(game, 0.2)
    assert scene.reader.pinned == {"p3"} and session.told == []
    click(game, "pins")
    wait(game, 0.2)
    assert shown(scene) == ["p3"]
    click(game, "pins")
    wait(game, 0.2)
    assert len(shown(scene)) > 1


def test_a_hidden_post_leaves_and_is_found_again_on_its_shelf(crisis: Crisis) -> None:
    game, scene, session = crisis
    focus_post(game, scene, "p2")
    press(game, pygame.K_t, "t")
    wait(game, 0.2)
    assert "p2" not in shown(scene) and scene.focus == "post p3", "the focus goes on to the next post"
    press(game, pygame.K_f, "f")
    click(game, "shelf hidden")
    wait(game, 0.2)
    assert shown(scene) == ["p2"] and session.told == []
    focus_post(game, scene, "p2")
    press(game, pygame.K_t, "t")
    click(game, "show all")
    wait(game, 0.2)
    assert "p2" in shown(scene)


def test_a_key_that_needs_a_post_says_so(crisis: Crisis) -> None:
    game, scene, _ = crisis
    scene.focus = None
    press(game, pygame.K_k, "k")
    assert scene.notices.waiting[-1].text == "Choisissez d’abord un message du fil."


def test_the_mouse_pins_and_hides_where_it_points(crisis: Crisis) -> None:
    game, scene, _ = crisis
    for rank, wanted in enumerate(("pinned", "hidden")):
        place = scene.feed.order.place("p3")
        assert place is not None
        bottom = scene.feed.order.top(place) + scene.feed.order.height(place) - scene.feed.shown_at
        tool = scene.feed.tool_places(bottom)[rank].move(scene.feed.area.topleft)
        if not scene.feed.area.collidepoint(tool.center):
            scene.feed.scroll(200)
            wait(game, 1)
            bottom = scene.feed.order.top(place) + scene.feed.order.height(place) - scene.feed.shown_at
            tool = scene.feed.tool_places(bottom)[rank].move(scene.feed.area.topleft)
        game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=tool.center, button=1)], FRAME)
        wait(game, 0.2)
        assert getattr(scene.reader, wanted) == {"p3"} and scene.dialog is None


def test_a_click_on_a_face_opens_the_account(crisis: Crisis) -> None:
    game, scene, _ = crisis
    spot = next(spot for spot in scene.spots if spot.key == "post p1")
    face = (scene.feed.area.x + 30, spot.seen.y + 30)
    game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=face, button=1)], FRAME)
    assert isinstance(scene.dialog, ProfileDialog)
    game.step([], FRAME)
    assert "Maman de deux enfants" in texts_of(scene) and "Abonnés" in texts_of(scene)


def test_the_account_of_the_chosen_post_opens_by_its_key(crisis: Crisis) -> None:
    game, scene, _ = crisis
    focus_post(game, scene, "p1")
    press(game, pygame.K_q, "q")
    assert isinstance(scene.dialog, ProfileDialog)


def test_a_thread_is_followed_back_and_forth(crisis: Crisis) -> None:
    game, scene, _ = crisis
    focus_post(game, scene, "p1")
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    assert isinstance(scene.dialog, PostDialog) and scene.dialog.post.post_id == "p1"
    before = next(spot.key for spot in scene.spots if spot.key.startswith("before "))
    scene.focus_on(before)
    press(game, pygame.K_RETURN)
    game.step([], FRAME)
    assert isinstance(scene.dialog, PostDialog) and f"before {scene.dialog.post.post_id}" == before
    answers = [spot.key for spot in scene.spots if spot.key.startswith("answer ")]
    assert len(answers) == 2


def test_what_is_laid_apart_is_kept_while_one_plays_and_never_replayed(crisis: Crisis) -> None:
    game, scene, session = crisis
    scene.reader.pin("p1")
    scene.reader.hide("p2")
    press(game, pygame.K_ESCAPE)
    press(game, pygame.K_ESCAPE)
    wait(game, 0.2)
    assert scene.reader.pinned == {"p1"} and "p2" not in shown(scene)
    assert session.told == []


def test_posts_above_what_is_read_are_announced_and_one_key_leads_there(crisis: Crisis) -> None:
    game, scene, session = crisis
    session.posts = many(of_every_look("fr"), 300)
    session.changes += 1
    wait(game, 0.3)
    scene.feed.scroll(4000)
    wait(game, 1.5)
    session.posts = (*many(of_every_look("en"), 305)[:5], *session.posts)
    session.changes += 1
    wait(game, 0.3)
    pill = [text for _, text in scene.panels["pill"].written]
    assert pill == ["5 nouveaux messages"]
    scene.focus = None
    press(game, pygame.K_HOME)
    wait(game, 1.5)
    assert scene.feed.scrolled == 0 and "pill" not in scene.order


def test_home_end_and_pages_move_the_feed_and_the_focus(crisis: Crisis) -> None:
    game, scene, session = crisis
    session.posts = many(of_every_look("fr"), 300)
    session.changes += 1
    wait(game, 0.3)
    focus_post(game, scene, "m300")
    press(game, pygame.K_PAGEDOWN)
    wait(game, 1)
    assert scene.feed.scrolled > 100 and scene.focus not in (None, "post m300")
    press(game, pygame.K_END)
    wait(game, 1.5)
    assert scene.focus is not None and scene.feed.content - scene.feed.scrolled == scene.feed.area.height
    press(game, pygame.K_HOME)
    wait(game, 1.5)
    assert (scene.feed.scrolled, scene.focus) == (0, "post m300")


def test_a_post_far_off_takes_the_focus_and_comes_into_sight(crisis: Crisis) -> None:
    game, scene, session = crisis
    session.posts = many(of_every_look("fr"), 300)
    session.changes += 1
    wait(game, 0.3)
    for post_id in ("m12", "m299"):
        scene.focus_on(f"post {post_id}")
        game.step([], 0.0)
        spot = next(spot for spot in scene.spots if spot.key == f"post {post_id}")
        assert scene.focus == spot.key and spot.seen.height >= spot.area.height // 3


def test_the_scroll_bar_is_dragged(crisis: Crisis) -> None:
    game, scene, session = crisis
    session.posts = many(of_every_look("fr"), 300)
    session.changes += 1
    wait(game, 0.3)
    bar = scene.feed.bar(game.look)
    assert bar is not None
    game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=bar.center, button=1)], FRAME)
    middle = (bar.centerx, scene.feed.area.centery)
    game.step([pygame.event.Event(pygame.MOUSEMOTION, pos=middle, buttons=(1, 0, 0), rel=(0, 9))], FRAME)
    wait(game, 0.2)
    assert 0.4 < scene.feed.scrolled / scene.feed.content < 0.6
    game.step([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=middle, button=1)], FRAME)
    before = scene.feed.scrolled
    game.step([pygame.event.Event(pygame.MOUSEMOTION, pos=bar.center, buttons=(0, 0, 0), rel=(0, -9))], FRAME)
    assert abs(scene.feed.scrolled - before) < 200 and scene.dialog is None


def test_the_samples_know_every_filter() -> None:
    """The stand-in answers as a session does: what the scene asks for is what it gets."""
    session = SampleSession("fr")
    assert [row.post_id for row in session.crisis(FeedFilter(shelf="awaiting")).feed] == ["p2"]
