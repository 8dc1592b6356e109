"""The briefing: who you are, what is expected, who is with you; then the crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.hindsight import GuideView
from simulator.play.presenters.pages import BriefingView
from simulator.scenario.library import UnknownScenario
from simulator.scenario.problem import ScenarioProblems
from simulator.ui.contract import Session
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Pop, Replace, Scene, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.grading import GradingDialog
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.practice import PracticeDialog
from simulator.ui.scenes.sentence import SentenceScene
from simulator.ui.theme import MARGIN
from simulator.ui.widgets import art, briefing_cards, shapes
from simulator.ui.widgets.controls import button, button_width, pill, severity
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_FOOT = 76
_TWO_COLUMNS = 800
_CALM = 0.62
"""The share of the picture, from the left, that fades into the ground so that the title stands on something calm."""


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
        self._turn = game.turn
        self.view = self.asked()

    # what a subclass asks elsewhere

    may_draw_again = True
    """Whether another seed can be had."""

    def asked(self) -> BriefingView:
        """What the page shows."""
        return self.game.desk.briefing(self.scenario_id, self.seed)

    def guide(self) -> GuideView:
        """How the play is graded."""
        return self.game.desk.guide(self.scenario_id)

    def begin(self) -> Session:
        """The play. Raises UnknownScenario, ScenarioProblems."""
        return self.game.desk.start(self.scenario_id, self.seed)

    # the scene

    def compose(self) -> None:
        look = self.game.look
        if self._turn != self.game.turn:
            self._turn = self.game.turn
            self.view = self.asked()
        width, height = look.size
        head = max(look.px(122), min(look.px(176), height // 4))
        foot = look.px(_FOOT)
        shown = (self.view, look.settings.language)
        self.show("picture", pygame.Rect(0, 0, width, head), shown, self._picture, look.theme.ink)
        middle = pygame.Rect(0, head, width, height - head - foot)
        self.show("cards", middle, shown, self._cards, look.theme.ink, True)
        below = pygame.Rect(0, height - foot, width, foot)
        self.show("foot", below, shown, self._foot, look.theme.card)

    def _picture(self, painter: Painter) -> None:
        theme, say, view = painter.look.theme, painter.look.say, self.view
        size = painter.surface.get_size()
        left = painter.px(2 * MARGIN)
        room = painter.width - 2 * left
        title = painter.height - painter.px(70)
        close, key = say("ui.back"), say("ui.escape")
        wide = button_width(painter, close, key)
        reach = left + painter.text_width(view.title, "display", "bold")
        picture = art.banner(size, view.scenario_id, view.art, view.accent, theme, theme.ink, painter.look.scale,
                             left + wide + painter.px(24), reach)  # fmt: skip
        painter.paste(picture, (0, 0))
        painter.paste(shapes.receding((round(size[0] * _CALM), size[1]), theme.ink), (0, 0))
        painter.text(left, title, view.title, room, "display", "bold", max_lines=1)
        area = pygame.Rect(painter.width - left - wide, painter.px(22), wide, painter.px(30))
        painter.box(area.inflate(painter.px(8), painter.px(8)), theme.ink, None, 19)
        button(painter, area, close, "back", Pop, key=key)
        y = title - painter.px(36)
        beside = y < area.bottom + painter.px(8)
        self._facts(painter, left, y, area.x - painter.px(16) if beside else left + room)

    def _facts(self, painter: Painter, x: int, y: int, right: int) -> None:
        """Type, severity and length as pills, as far as there is room up to `right`."""
        theme, view = painter.look.theme, self.view
        for rank, tag in enumerate(view.tags):
            if x + painter.text_width(tag, "small") + painter.px(22) > right:
                continue
            x += pill(painter, x, y, tag, theme.text, theme.line, theme.ink) + painter.px(8)
            if rank == 0 and view.severity:
                x += self._severity(painter, x, y, right) + painter.px(8)

    def _severity(self, painter: Painter, x: int, y: int, right: int) -> int:
        """Its width in pixels; the word goes first where there is no room."""
        theme, height = painter.look.theme, painter.px(26)
        label = painter.look.say("ui.severity")
        worded = painter.text_width(label, "small") + painter.px(68)
        width = worded if x + worded <= right else painter.px(58)
        painter.box(pygame.Rect(x, y, width, height), theme.ink, theme.line, 13)
        if width == worded:
            painter.text(x + painter.px(11), y + painter.px(3), label, width, "small")
        severity(painter, x + width - painter.px(48), y + height // 2, self.view.severity)
        return width

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
        other = say("ui.practice")
        other_wide = button_width(painter, other, painter.look.cap("practice"), "tune_variant")
        room = area.x - left - other_wide - painter.px(36)
        mode = painter.text(left, painter.px(17), view.mode, room, "small", colour=theme.muted, max_lines=1)
        drawn = say("ui.seed", seed=str(view.seed))
        seed = painter.text(left, painter.px(37), drawn, room, "small", colour=theme.muted, max_lines=1)
        start = max(mode.right, seed.right) + painter.px(18)
        change = pygame.Rect(start, painter.px(24), other_wide, painter.px(28))
        if self.may_draw_again:
            button(painter, change, other, "practice", self.practise, key=painter.look.cap("practice"),
                   icon="tune_variant", tip=say("ui.practice_tip"))  # fmt: skip
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
        return Replace(LoadingScene(self.game, self.game.look.say("ui.starting"), self._begin))

    def _begin(self) -> Outcome:
        """Start the play: the outcome is the crisis, or the sentence of why it cannot be played."""
        game = self.game
        try:
            session = self.begin()
        except UnknownScenario as error:
            sentence = game.look.say.say(error.message)
            return lambda: Replace(SentenceScene(game, sentence))
        except ScenarioProblems as error:
            sentence = problem_sentence(game, error)
            return lambda: Replace(SentenceScene(game, sentence))

        def show() -> Transition:
            from simulator.ui.scenes.crisis import CrisisScene

            game.session = session
            scene = CrisisScene(game, session)
            scene.tell_problem()
            return Replace(scene)

        return show

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
