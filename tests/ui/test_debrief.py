"""The debrief in the window: one's own words first, then its pages; each thing that can be asked of a play."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from simulator.play.review import CannotReview
from simulator.play.words import LONGEST, Words
from simulator.ui.app import Game
from simulator.ui.scenes.briefing import BriefingScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.history import HistoryScene
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.self_debrief import SelfDebriefScene, look_back
from tests.ui.screens import click, new_game, press, scene_of, type_text, wait
from tests.ui.standins import SampleReview


def after_a_play(review: SampleReview) -> Game:
    game, _ = new_game()
    game.stack.append(look_back(game, review))
    game.step([], 0.0)
    return game


def debriefing(review: SampleReview | None = None) -> tuple[Game, SampleReview, DebriefScene]:
    game, _ = new_game()
    review = review or SampleReview("fr")
    scene = DebriefScene(game, review)
    game.stack.append(scene)
    game.step([], 0.0)
    return game, review, scene


def texts(game: Game) -> list[str]:
    scene = scene_of(game)
    return [text for name in scene.order for _, text in scene.panels[name].written]


# one's own words first


def test_no_grade_shows_before_ones_own_words() -> None:
    game = after_a_play(SampleReview("fr"))
    assert isinstance(scene_of(game), SelfDebriefScene)
    assert not {"71", "68", "61", "88", "Bien"} & set(texts(game))
    press(game, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert isinstance(scene_of(game), DebriefScene)
    assert "71" in texts(game)


def test_three_answers_are_written_by_keyboard_and_kept() -> None:
    review = SampleReview("fr")
    game = after_a_play(review)
    for answer in ("Le rappel.", "La peur d’affirmer.", "Parler à 14 h."):
        type_text(game, answer)
        press(game, pygame.K_TAB)
    press(game, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert review.words == Words("Le rappel.", "La peur d’affirmer.", "Parler à 14 h.")


def test_skipping_loses_nothing_that_was_written() -> None:
    review = SampleReview("fr")
    game = after_a_play(review)
    type_text(game, "Rien encore")
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), DebriefScene)
    assert review.words.decided == "Rien encore"


def test_skipping_without_a_word_writes_nothing() -> None:
    review = SampleReview("fr")
    game = after_a_play(review)
    click(game, "skip")
    assert review.told_of == []


def test_two_minutes_run_down_and_cut_nothing_off() -> None:
    game = after_a_play(SampleReview("fr"))
    assert "2:00" in texts(game)
    for _ in range(300):
        game.step([], 0.25)
    assert "0:45" in texts(game)
    for _ in range(300):
        game.step([], 0.25)
    assert isinstance(scene_of(game), SelfDebriefScene)
    assert "Prenez le temps qu’il vous faut." in texts(game)


def test_words_that_cannot_be_kept_are_said_and_stay_to_be_seen() -> None:
    review = SampleReview("fr")
    review.refusal = "Le disque est plein."
    game = after_a_play(review)
    type_text(game, "Le rappel")
    press(game, pygame.K_ESCAPE)
    assert scene_of(game).notices.waiting[-1].text == "Le disque est plein."


def test_a_play_of_the_past_is_shown_at_once() -> None:
    game, _ = new_game()
    click(game, "page history")
    click(game, "play a")
    assert isinstance(scene_of(game), DebriefScene)


def test_a_play_without_questions_is_shown_at_once() -> None:
    review = SampleReview("fr")
    review.questions = False
    assert isinstance(scene_of(after_a_play(review)), DebriefScene)


def test_a_play_that_cannot_be_looked_back_on_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    game, desk = new_game()

    def refuse(play_id: str) -> SampleReview:
        raise CannotReview(f"La partie {play_id} est d’une version plus récente.")

    monkeypatch.setattr(desk, "review", refuse)
    click(game, "page history")
    click(game, "play a")
    assert isinstance(scene_of(game), HistoryScene)
    assert scene_of(game).notices.waiting[-1].text == "La partie a est d’une version plus récente."


def test_the_language_changes_while_one_writes_and_the_words_stay() -> None:
    review = SampleReview("fr")
    game = after_a_play(review)
    type_text(game, "Le rappel")
    press(game, pygame.K_F2)
    assert review.language == "en"
    assert {"Before you see the result", "Le rappel"} <= set(texts(game))


def test_without_motion_the_time_left_is_a_figure_alone() -> None:
    game = after_a_play(SampleReview("fr"))
    clock = scene_of(game).panels["clock"]

    def drawn() -> int:
        return pygame.mask.from_surface(clock.tile().surface).count()

    with_ring = drawn()
    game.change_settings(replace(game.desk.settings, reduced_motion=True))
    game.step([], 0.0)
    assert drawn() < with_ring / 2
    assert "2:00" in texts(game)


# pages


def test_every_page_is_reached_by_digits_and_by_arrows() -> None:
    game, _, scene = debriefing()
    names = ["overview", "what_if", "evidence", "facts", "remember", "guide", "network"]
    for rank, name in enumerate(names, 1):
        press(game, pygame.K_0 + rank, str(rank))
        assert scene.page.name == name
    press(game, pygame.K_RIGHT)
    assert scene.page.name == "overview"
    press(game, pygame.K_LEFT)
    assert (scene.page.name, scene.focus) == ("network", "tab network")
    click(game, "tab facts")
    assert scene.page.name == "facts"


def test_the_key_left_of_one_on_a_french_keyboard_is_no_digit() -> None:
    game, _, scene = debriefing()
    press(game, pygame.K_BACKQUOTE, "²")
    assert scene.page.name == "overview"


def test_a_score_opens_where_it_comes_from() -> None:
    game, review, scene = debriefing()
    click(game, "ring tone")
    assert scene.page.name == "evidence"
    tone = next(one for one in review.view().dimensions if one.criterion == "tone")
    assert tone.sum in texts(game)
    assert {criterion.name for criterion in tone.criteria[:2]} <= set(texts(game))
    press(game, pygame.K_1, "1")
    click(game, "ring overall")
    assert scene.page.name == "guide"


def test_the_page_of_evidence_holds_every_row_of_a_dimension() -> None:
    game, review, scene = debriefing()
    for dimension in review.view().dimensions:
        press(game, pygame.K_3, "3")
        click(game, f"dimension {dimension.criterion}")
        seen: set[str] = set()
        panel = scene.panels["page evidence"]
        for _ in range(40):
            game.step([], 0.0)
            seen |= {text for _, text in panel.written}
            panel.scroll(300)
        rows = [row for criterion in dimension.criteria for row in criterion.rows]
        assert {row.text for row in rows} | {row.exact for row in rows} <= seen
        panel.scrolled = 0


def test_a_row_that_stands_for_several_messages_tells_them_when_asked() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_3, "3")
    criteria = review.view().dimensions[0].criteria
    rule, rank, row = next(
        (criterion.rule, rank, row) for criterion in criteria for rank, row in enumerate(criterion.rows) if row.detail
    )
    for shows in (True, False):
        scene.focus_on(f"row {rule} {rank}")
        press(game, pygame.K_RETURN)
        game.step([], 0.0)
        assert (row.detail[0] in texts(game)) is shows


def test_an_unscored_play_has_no_page_of_grades() -> None:
    review = SampleReview("fr")
    review.scored = False
    game, _, scene = debriefing(review)
    assert [page.name for page in scene.pages] == ["overview", "what_if", "facts", "remember", "network"]
    assert "Sans note." in texts(game)
    press(game, pygame.K_4, "4")
    assert scene.page.name == "remember"


def test_the_language_changes_on_every_page() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_6, "6")
    press(game, pygame.K_F2)
    assert review.language == "en"
    assert "How I am graded" in texts(game) and scene.page.name == "guide"


# what if


def test_another_choice_is_asked_for_once_and_its_curve_is_spoken_of() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_2, "2")
    click(game, "choice 1")
    click(game, "ask instead:1:sorry")
    assert review.told_of == [("ask", "instead:1:sorry")]
    review.live(1.0)
    wait(game, 0.6)
    drawn = scene.curves.drawn(scene.view.curves)
    assert drawn.spoken == "instead:1:sorry" and drawn.spoken in drawn.keys
    click(game, "ask instead:1:sorry")
    assert len(review.told_of) == 1


def test_what_unfolds_under_the_last_decision_comes_into_sight() -> None:
    game, _, scene = debriefing()
    press(game, pygame.K_2, "2")
    last = scene.view.choices[-1].place
    scene.focus_on(f"choice {last}")
    press(game, pygame.K_RETURN)
    game.step([], 0.0)
    unfolded = [spot for spot in scene.spots if spot.group == f"others {last}"]
    assert unfolded
    assert all(spot.seen == spot.area for spot in unfolded)


def test_how_far_the_worlds_are_lived_is_told() -> None:
    game, review, _ = debriefing()
    review.ask("without:1")
    for share, told in ((0.0, "68"), (0.5, "78"), (1.0, "88")):
        review.live(share)
        wait(game, 0.6)
        assert any(text.startswith("Le modèle revit la partie") and told in text for text in texts(game))


def test_a_curve_is_brought_forward_then_hidden_then_shown() -> None:
    game, _, scene = debriefing()

    def drawn(key: str) -> tuple[bool, bool]:
        now = scene.curves.drawn(scene.view.curves)
        return key in now.keys, now.spoken == key

    assert drawn("silence") == (True, False)
    click(game, "curve silence")
    assert drawn("silence") == (True, True)
    click(game, "curve silence")
    assert drawn("silence") == (False, False)
    click(game, "curve silence")
    assert drawn("silence") == (True, True)
    click(game, "curve play")
    assert drawn("play") == (False, False)


def test_playing_on_from_a_decision_comes_back_to_the_debrief() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_2, "2")
    scene.focus_on("choice 3")
    press(game, pygame.K_RETURN)
    scene.focus_on("branch 3")
    press(game, pygame.K_RETURN)
    assert review.told_of == [("branch", 3)]
    assert isinstance(scene_of(game), CrisisScene)
    press(game, pygame.K_ESCAPE)
    click(game, "leave")
    assert scene_of(game) is scene


def test_a_decision_that_cannot_be_played_on_from_offers_no_way_back() -> None:
    game, _, scene = debriefing()
    press(game, pygame.K_2, "2")
    scene.focus_on("choice 4")
    press(game, pygame.K_RETURN)
    game.step([], 0.0)
    keys = [spot.key for spot in scene.spots]
    assert "ask without:4" in keys and "branch 4" not in keys


# words, report, ways out


def test_words_at_a_decision_are_kept_when_another_page_comes() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_5, "5")
    scene.focus_on("choice 2")
    press(game, pygame.K_RETURN)
    type_text(game, "Trop tôt.")
    press(game, pygame.K_ESCAPE)
    assert review.words.note(2) == "Trop tôt."
    press(game, pygame.K_1, "1")
    assert scene.page.name == "overview"


def test_words_are_kept_while_they_are_being_written() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_5, "5")
    click(game, "words why")
    type_text(game, "Par prudence")
    wait(game, 2)
    assert review.words.why == "Par prudence"
    assert scene.focus == "words why"


def test_letters_and_digits_are_words_where_a_field_is_written_in() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_5, "5")
    click(game, "words decided")
    for letter in "ren1":
        press(game, ord(letter), letter)
        type_text(game, letter)
    assert scene.page.name == "remember"
    press(game, pygame.K_ESCAPE)
    assert review.words.decided == "ren1"
    assert not [told for told in review.told_of if told[0] == "export"]


def test_a_report_is_asked_for_and_where_it_went_stays_until_put_away() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_e, "e")
    assert review.told_of == [("export", ".pdf")]
    review.tell("", 0.4)
    wait(game, 0.6)
    assert any("40" in text and text.startswith("Rapport") for text in texts(game))
    press(game, pygame.K_e, "e")
    assert len(review.told_of) == 1, "one report at a time"
    review.tell("Le rapport est dans le dossier.", None)
    wait(game, 12)
    assert "Le rapport est dans le dossier." in texts(game)
    click(game, "told")
    game.step([], 0.0)
    assert "Le rapport est dans le dossier." not in texts(game)
    press(game, pygame.K_5, "5")
    scene.focus_on("report html")
    press(game, pygame.K_RETURN)
    assert review.told_of[-1] == ("export", ".html")


@pytest.mark.parametrize(("letter", "seed"), [("r", 4821), ("n", 4822)])
def test_the_scenario_is_played_again_on_the_same_seed_or_another(letter: str, seed: int) -> None:
    game, review, _ = debriefing()
    press(game, ord(letter), letter)
    briefing = scene_of(game)
    assert isinstance(briefing, BriefingScene) and briefing.seed == seed
    assert review.told_of[-1] == ("close",)


def test_leaving_closes_the_review_once() -> None:
    game, review, _ = debriefing()
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), LibraryScene)
    assert review.told_of == [("close",)]


def test_closing_the_window_closes_the_review_before_and_after_ones_own_words() -> None:
    before, after = SampleReview("fr"), SampleReview("fr")
    for game, review in ((after_a_play(before), before), debriefing(after)[:2]):
        game.step([pygame.event.Event(pygame.QUIT)], 0.0)
        assert review.told_of[-1] == ("close",)


def test_words_that_cannot_be_kept_hold_the_student_back_once() -> None:
    game, review, scene = debriefing()
    press(game, pygame.K_5, "5")
    click(game, "words decided")
    type_text(game, "Le rappel")
    review.refusal = "Le disque est plein."
    click(game, "done")
    assert scene_of(game) is scene
    assert scene.notices.waiting[-1].text == "Le disque est plein."
    click(game, "done")
    assert isinstance(scene_of(game), LibraryScene)


def test_a_still_debrief_draws_nothing() -> None:
    game, _, _ = debriefing()
    wait(game, 0.5)
    assert game.step([], 0.01) == []


def test_a_field_takes_no_more_than_its_limit() -> None:
    game, review, _ = debriefing()
    press(game, pygame.K_5, "5")
    click(game, "words decided")
    game.step([pygame.event.Event(pygame.TEXTINPUT, text="a" * (LONGEST + 50))], 0.0)
    press(game, pygame.K_ESCAPE)
    assert review.words.decided == "a" * LONGEST
