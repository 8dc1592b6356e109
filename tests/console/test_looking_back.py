"""After a play: one's own words first, then the debrief and whatever one asks for; it ends with the input."""

from __future__ import annotations

import json
import re
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from simulator.console.game import play_all
from simulator.console.lines import Lines
from simulator.console.looking_back import LookingBack
from simulator.engine.events import DecisionMade
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.settings import SettingsFile
from simulator.play.words import Words
from simulator.scenario.library import Library
from tests.play.conftest import SCENARIOS

pytestmark = pytest.mark.slow

DECISIONS = ("w 0:20", "1", "v", "1", "w 0:46", "v", "1", "w 2:00")
SKIP = ("q",)
MENU = {
    "fr": ("Et si", "Les points", "Les faits", "en toutes lettres", "liste de contrôle", "Comment je suis noté",
           "Vos mots", "rapport", "Reprendre", "même tirage", "autre tirage", "Relire"),
    "en": ("What if", "The points", "The facts", "in words", "checklist", "How I am graded",
           "Your words", "report", "Play on", "same seed", "another seed", "Read the debrief"),
}  # fmt: skip


def play(desk: Desk, *lines: str, seed: int = 1) -> str:
    """The small scenario with some decisions to its end, then `lines`; what was written."""
    out = StringIO()
    typed = "".join(line + "\n" for line in ("", *DECISIONS, *lines))
    play_all(desk, desk.start("minimal", seed), Lines(StringIO(typed), out, echo=True))
    return out.getvalue()


def number(said: str, entry: str) -> str:
    """The number of the last line of a list that holds `entry`."""
    *_, found = re.finditer(rf"^(\d+)\. .*{re.escape(entry)}", said, re.MULTILINE)
    return found[1]


def last(data: Path) -> Words:
    return History(data / "plays").plays()[0].words


def test_the_three_questions_come_before_the_grades_and_are_kept(desk: Desk, data: Path) -> None:
    said = play(desk, "Répondre", "", "Vérifier avant", "q")
    view = desk.review(desk.history()[0].play_id).view()
    places = [said.index(text) for text in (*view.questions, view.rings[0].sentence)]
    assert places == sorted(places)
    assert last(data) == Words("Répondre", "", "Vérifier avant")


def test_the_questions_can_be_skipped_and_nothing_is_then_written(desk: Desk, data: Path) -> None:
    said = play(desk, "Répondre", "q", "q")
    assert last(data) == Words("Répondre")
    said = play(desk, "q", "q")
    assert last(data).is_empty
    assert "sont gardés" not in said


def test_who_types_no_more_hears_the_whole_debrief_at_once(desk: Desk) -> None:
    said = play(desk)
    view = desk.review(desk.history()[0].play_id).view()
    assert all(row.text in said for row in view.evidence)
    assert all(text in said for text in view.takeaways)
    assert "Relire le bilan" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_the_debrief_can_be_read(desk: Desk, language: Language) -> None:
    desk.set_language(language)
    menu = play(desk, *SKIP)
    entries = MENU[language]
    assert [entry for entry in entries if not re.search(rf"^\d+\. .*{entry}", menu, re.MULTILINE)] == []
    by_number = {entry: number(menu, entry) for entry in entries}
    read = [by_number[entry] for entry in (entries[2], entries[3], entries[4], entries[5], entries[11])]
    points = [by_number[entries[1]], "1", "2", "3", "4", "q"]
    said = play(desk, *SKIP, *read, *points, by_number[entries[6]], "q", "?", "99", "zzz", "", "q")
    view = desk.review(desk.history()[0].play_id).view()
    assert view.guide is not None
    told = [row.text for row in view.checklist] + [row.text for row in view.facts]
    told += [row.exact for one in view.dimensions for rule in one.criteria for row in rule.rows]
    told += [one.sum for one in view.dimensions] + [section.text for section in view.guide.sections]
    told += [row.share for group in view.guide.groups for row in group.rows] + list(view.takeaways)
    assert [text for text in told if text not in said] == []
    assert not re.search(r"\{\w*\}|console\.\w|None", said)


def test_words_are_noted_at_a_decision_changed_and_erased(desk: Desk, data: Path) -> None:
    words = number(play(desk, *SKIP), "Vos mots")
    said = play(desk, *SKIP, words, "4", "2", "Trop tôt", "1", "À temps", "1", "", "2", "-", "q", "1", "Parler", "q")
    assert last(data) == Words("Parler").with_note(0, "À temps")
    assert "«\u202fÀ temps\u202f»" in said


def test_a_disk_that_refuses_words_is_told_and_the_debrief_goes_on(desk: Desk, data: Path) -> None:
    (data / "plays").write_text("in the way")
    said = play(desk, "Répondre", "", "", "q")
    assert "n’ont pas pu être enregistrés" in said
    assert "Relire le bilan" in said


def test_another_world_is_asked_for_by_numbers_that_stay_what_they_were(desk: Desk) -> None:
    worlds = number(play(desk, *SKIP), "Et si")
    shown = play(desk, *SKIP, worlds)
    change = number(shown, "Changer une décision")
    said = play(desk, *SKIP, worlds, change, "1", "1", "q", "q")
    assert "Le calcul est lancé" in said
    assert said.count("Votre partie, après coup") == 2, "one is back at the list of worlds"
    assert number(said, "Changer une décision") == change
    assert number(said, "Attendre la fin") > number(said, "sans «") > change


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_curve_is_told_in_hours_of_the_day_every_half_hour(desk: Desk, language: Language) -> None:
    desk.set_language(language)
    curve = number(play(desk, *SKIP), MENU[language][3])
    said = play(desk, *SKIP, curve, "q")
    view = desk.review(desk.history()[0].play_id).view()
    heard = said[said.rindex(MENU[language][-1]) :].splitlines()
    clock = phrasebook(language).clock
    for hour, minute in ((9, 0), (9, 30), (10, 0), (10, 30), (11, 0)):
        assert any(line.startswith(clock(datetime(2026, 3, 10, hour, minute))) for line in heard), (hour, minute)
    assert sum(view.curves[0].peak_clock in line and str(view.curves[0].peak) in line for line in heard) == 1
    assert all(any(mark.clock in line and mark.label in line for line in heard) for mark in view.decisions)


@pytest.mark.slow
def test_one_can_wait_for_a_world_and_read_its_curve(desk: Desk) -> None:
    worlds = number(play(desk, *SKIP), "Et si")
    said = play(desk, *SKIP, worlds, "1", "1", "1", "3", "", "2", "q", "q")
    assert "Les calculs sont finis" in said
    after = said[said.index("Les calculs sont finis") :]
    assert "publics" in after and "Indignation" in after


def test_one_plays_on_from_a_decision_and_it_is_not_ranked(desk: Desk, data: Path) -> None:
    branch = number(play(desk, *SKIP), "Reprendre")
    said = play(desk, *SKIP, branch, "2", "", "w 0:25", "a", "1", "w 2:00", "q", "q")
    (file,) = [file for file in (data / "plays").glob("*.json") if "branched" in json.loads(file.read_text())["play"]]
    decisions = History(data / "plays").replay(file.stem).decisions
    assert [decision.do for decision in decisions] == ["respond", "alert"]
    after = said[said.index("Vous reprenez") :]
    assert "n’est pas classée" in after
    assert "Une cliente brûlée" in after
    assert after.count("La lampe qui chauffe") == 1, "the briefing is not read again"


def test_one_plays_again_the_same_draw_or_another(desk: Desk) -> None:
    menu = play(desk, *SKIP)
    play(desk, *SKIP, number(menu, "même tirage"), "", "w 2:00")
    play(desk, *SKIP, number(menu, "autre tirage"), "", "w 2:00")
    assert sorted(row.seed for row in desk.history()) == ["tirage 1"] * 4 + ["tirage 2"]


@pytest.mark.parametrize(("broken", "said"), [("format: 1\n", "scenario.yaml"), (None, "pas de scénario")])
def test_a_scenario_that_was_changed_meanwhile_is_a_sentence(data: Path, broken: str | None, said: str) -> None:
    """Its file is broken, or gone, between the play and the wish to play once more."""
    file = data / "mine" / "minimal" / "scenario.yaml"
    file.parent.mkdir(parents=True)
    file.write_text((SCENARIOS / "minimal" / "scenario.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    desk = Desk(Library([data / "mine"]), History(data / "plays"), SettingsFile(data / "settings.json"), "fr")
    out = StringIO()
    session = desk.start("minimal", 1)
    session.play_until(10_000)
    review = session.review()
    looking = LookingBack(desk, review, Lines(StringIO("10\n11\nq\n"), out, echo=True))
    if broken is None:
        file.unlink()
    else:
        file.write_text(broken, encoding="utf-8")
    assert looking.of_the_past() is None
    assert "même tirage" in out.getvalue()
    assert out.getvalue().count(said) == 2


def test_the_language_changes_on_the_way(desk: Desk) -> None:
    said = play(desk, *SKIP, "g en", "g", "q")
    assert "How I am graded" in said


def test_the_report_is_written_and_its_place_told(desk: Desk, data: Path) -> None:
    report = number(play(desk, *SKIP), "rapport")
    said = play(desk, *SKIP, report, "1", "q", "q")
    (file,) = (data / "reports").iterdir()
    assert str(file) in said
    assert file.read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_only_a_play_from_the_start_is_saved_by_the_command(desk: Desk) -> None:
    """`play_all` leaves the session that it was given as it ended, whatever is played after it."""
    session = desk.start("minimal", 1)
    lines = "".join(line + "\n" for line in ("", *DECISIONS, *SKIP, "10", "", "w 0:05"))
    play_all(desk, session, Lines(StringIO(lines), StringIO()))
    assert session.finished and not session.run.state.abandoned
    assert sum(isinstance(event, DecisionMade) for event in session.run.events) == 3
