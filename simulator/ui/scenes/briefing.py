"""The briefing: who you are, what is expected, who is with you; then the crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.scenario.library import UnknownScenario
from simulator.scenario.problem import ScenarioProblems
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Pop, Replace, Scene, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.grading import GradingDialog
from simulator.ui.scenes.practice import PracticeDialog
from simulator.ui.scenes.sentence import SentenceScene
from simulator.ui.theme import MARGIN
from simulator.ui.widgets import art, briefing_cards
from simulator.ui.widgets.controls import button, button_width, pill, severity
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_FOOT = 76
_TWO_COLUMNS = 800


def brief(game: Game, scenario_id: str, seed: int) -> Scene:
    """The briefing of a scenario, or the sentence of why it cannot be had."""
    try:
        return BriefingScene(game, scenario_id, seed)
    except UnknownScenario as error:
        return SentenceScene(game, game.look.say.say(error.message))
    except ScenarioProblems as error:
        return SentenceScene(game, problem_sentence(game, error))


def problem_sentence(game: Game, error: ScenarioProblems) -> str:
    """The first problem of a scenario, and where it stands."""
    first = error.problems[0]
    return game.look.say("ui.broken_scenario", place=str(first.place), problem=first.message)


class BriefingScene(PanelScene):
    """One page, and one button that counts."""

    first_focus = "start"

    def __init__(self, game: Game, scenario_id: str, seed: int) -> None:
        super().__init__(game)
        self.scenario_id = scenario_id
        self.seed = seed
        self.starting = 0
        """Frames shown since the start was asked for: the window says so before it works."""
        self._turn = game.turn
        self.view = game.desk.briefing(scenario_id, seed)

    def compose(self) -> None:
        look = self.game.look
        if self._turn != self.game.turn:
            self._turn = self.game.turn
            self.view = self.game.desk.briefing(self.scenario_id, self.seed)
        width, height = look.size
        head = max(look.px(122), min(look.px(176), height // 4))
        foot = look.px(_FOOT)
        shown = (self.view, look.settings.language)
        self.show("picture", pygame.Rect(0, 0, width, head), shown, self._picture, look.theme.ink)
        middle = pygame.Rect(0, head, width, height - head - foot)
        self.show("cards", middle, shown, self._cards, look.theme.ink, True)
        below = pygame.Rect(0, height - foot, width, foot)
        self.show("foot", below, (shown, self.starting > 0), self._foot, look.theme.card)

    def _picture(self, painter: Painter) -> None:
        theme, say, view = painter.look.theme, painter.look.say, self.view
        accent = theme.scenario(view.accent)
        size = painter.surface.get_size()
        painter.paste(art.network(size, view.accent, accent, theme.ink, painter.look.scale), (0, 0))
        left = painter.px(2 * MARGIN)
        room = painter.width - 2 * left
        title = painter.height - painter.px(70)
        painter.text(left, title, view.title, room, "display", "bold", max_lines=1)
        x, y = left, title - painter.px(36)
        for tag in view.tags:
            x += pill(painter, x, y, tag, theme.text, theme.text, theme.ink) + painter.px(8)
        if view.severity:
            label = say("ui.severity")
            width = painter.text_width(label, "small") + painter.px(68)
            painter.box(pygame.Rect(x, y, width, painter.px(26)), theme.ink, theme.text, 13)
            painter.text(x + painter.px(11), y + painter.px(3), label, width, "small")
            severity(painter, x + width - painter.px(48), y + painter.px(13), view.severity)
        close = say("ui.back")
        wide = button_width(painter, close, say("ui.escape"))
        area = pygame.Rect(painter.width - left - wide, painter.px(22), wide, painter.px(30))
        painter.box(area, theme.ink, None, 15)
        button(painter, area, close, "back", Pop, key=say("ui.escape"))

    def _cards(self, painter: Painter) -> None:
        view = self.view
        left, gap, top = painter.px(2 * MARGIN), painter.px(16), painter.px(20)
        room = painter.width - 2 * left
        if painter.look.points[0] < _TWO_COLUMNS:
            bottom = briefing_cards.left_column(painter, view, left, top, room, self.grading)
            briefing_cards.right_column(painter, view, left, bottom, room)
        else:
            wide = round((room - gap) * 0.556)
            briefing_cards.left_column(painter, view, left, top, wide, self.grading)
            briefing_cards.right_column(painter, view, left + wide + gap, top, room - wide - gap)
        painter.reach(painter.bottom + painter.px(8))

    def _foot(self, painter: Painter) -> None:
        theme, say, view = painter.look.theme, painter.look.say, self.view
        painter.rule(0, 0, painter.width)
        left = painter.px(2 * MARGIN)
        label = say("ui.start")
        wide = max(painter.px(190), button_width(painter, label, say("ui.enter")))
        area = pygame.Rect(painter.width - left - wide, painter.px(16), wide, painter.px(44))
        if self.starting:
            painter.text(
                left, painter.px(27), say("ui.starting"), painter.width - 2 * left, "body", "semibold", align="right"
            )
            return
        other = say("ui.practice")
        other_wide = button_width(painter, other, painter.look.cap("practice"), "tune_variant")
        room = area.x - left - other_wide - painter.px(24)
        painter.text(left, painter.px(17), view.mode, room, "small", colour=theme.muted, max_lines=1)
        seed = painter.text(
            left, painter.px(37), say("ui.seed", seed=str(view.seed)), room, "small", colour=theme.muted, max_lines=1
        )
        change = pygame.Rect(
            max(seed.right, left + min(room, painter.text_width(view.mode, "small"))) + painter.px(18),
            painter.px(24),
            other_wide,
            painter.px(28),
        )
        button(
            painter,
            change,
            other,
            "practice",
            self.practise,
            key=painter.look.cap("practice"),
            icon="tune_variant",
            tip=say("ui.practice_tip"),
        )
        button(painter, area, label, "start", self._start, key=say("ui.enter"), kind="primary")

    def practise(self) -> Transition:
        """Choose the draw and how one practises."""
        return self.open(PracticeDialog(self, self.seed, self._offered, self._draw))

    def _offered(self, seed: int) -> int:
        return self.game.desk.offered_seed(self.scenario_id, after=seed)

    def _draw(self, seed: int) -> None:
        self.seed = seed
        self._turn = -1

    def _start(self) -> Transition:
        self.starting = max(1, self.starting)
        return None

    def update(self, seconds: float) -> Transition:
        super().update(seconds)
        if not self.starting:
            return None
        self.starting += 1
        if self.starting < 3:
            return None
        from simulator.ui.scenes.crisis import CrisisScene

        try:
            session = self.game.desk.start(self.scenario_id, self.seed)
        except UnknownScenario as error:
            return Replace(SentenceScene(self.game, self.game.look.say.say(error.message)))
        except ScenarioProblems as error:
            return Replace(SentenceScene(self.game, problem_sentence(self.game, error)))
        self.game.session = session
        scene = CrisisScene(self.game, session)
        scene.tell_problem()
        return Replace(scene)

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        match self.game.look.keys.act(pressed(event), "briefing"):
            case "grading":
                return True, self.grading()
            case "practice":
                return True, self.practise()
        return False, None

    def grading(self) -> Transition:
        """Lay *How I am graded* over the briefing."""
        return self.open(GradingDialog(self))

    def back(self) -> Transition:
        return Pop()
