"""The game as it is measured: a crisis of many users with a long feed, played and drawn as a student would see it."""

from __future__ import annotations

import gc
import re
import shutil
from itertools import count
from pathlib import Path
from time import perf_counter, thread_time

import pygame

from simulator.engine.expert import Expert
from simulator.engine.post import Post
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.session import Session
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.ui.app import TEXT_SECONDS, Game, settle
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene

SCENARIO = "rappel-tardif"
FRAME = 1 / 60
_LOUD = 100
"""The minute at which measuring begins: the storm is up."""
_SCROLL = 16
"""Pixels a frame: a wheel turned briskly, a screenful in two thirds of a second."""
_COARSE = 0.1
"""Seconds a frame where only memory is looked at: an hour of play is then lived in some minutes."""
_EARLY = 20 * 60
"""Seconds after which what is kept (set lines, drawn text, the reach of posts) is nearly all that ever is."""


class Waiting(PanelScene):
    """Gives way to another scene in its first frame."""

    def __init__(self, game: Game, following: PanelScene) -> None:
        super().__init__(game)
        self._following = following

    def update(self, seconds: float) -> Transition:  # noqa: ARG002 - the scene protocol
        return Replace(self._following)


class Stage:
    """A crisis among `users` people with `posts` posts, in a window of `size`."""

    def __init__(self, room: Path, size: tuple[int, int], users: int, posts: int, seed: int) -> None:
        larger(shipped("scenarios") / SCENARIO, room / "scenarios" / SCENARIO, users)
        pygame.display.init()
        pygame.font.init()
        self.window = pygame.display.set_mode(size)
        self._desk = Desk(Library([room / "scenarios"]), History(room / "plays"), SettingsFile(room / "settings.json"))
        self._posts, self._seed = posts, seed
        self.game = Game(self._desk, self.window)
        self.game.text_seconds = TEXT_SECONDS
        self._way = 1
        self._scrolls = False
        self._begin()

    def scroll_feed(self) -> None:
        """From now on the feed is scrolled each frame, down and up again."""
        self._scrolls = True
        if self._scene.mapped:
            self._scene.toggle_map()

    def show_map(self) -> None:
        """From now on the map is shown."""
        self._scrolls = False
        if not self._scene.mapped:
            self._scene.toggle_map()

    def frames(self, number: int, seconds: float = FRAME) -> tuple[list[float], list[float], list[float]]:
        """Milliseconds of each of `number` frames, those that this thread worked in it, and those of each minute lived.

        `seconds` pass from one frame to the next, as far as the game knows: nobody waits for them.
        Somebody decides as soon as there is something to decide, so that the clock goes as fast as it does in a play.
        """
        times: list[float] = []
        works: list[float] = []
        self._ticks.clear()
        for _ in range(number):
            if self._scrolls:
                self._scroll()
            time, work = self._frame(seconds)
            times.append(time)
            works.append(work)
            self._decide()
            if self._session.run.minute > self._session.run.scenario.length - 2:
                self._begin()
        return times, works, list(self._ticks)

    def look_back(self, number: int) -> tuple[list[float], list[float]]:
        """As `frames`, of the `number` in which the debrief of this play fades in, as it does for who watches."""
        self._session.abandon()
        self.game.watched = True
        self.game.stack[:] = [Waiting(self.game, DebriefScene(self.game, self._session.review()))]
        times: list[float] = []
        works: list[float] = []
        settle()
        for _ in range(number):
            time, work = self._frame(FRAME)
            times.append(time)
            works.append(work)
        return times, works

    def _frame(self, seconds: float) -> tuple[float, float]:
        """One frame: milliseconds of it, and those that this thread worked in it."""
        began, worked = perf_counter(), thread_time()
        changed = self.game.step(pygame.event.get(), seconds)
        if changed:
            pygame.display.update(changed)
        return 1000 * (perf_counter() - began), 1000 * (thread_time() - worked)

    def hour(self) -> tuple[float, float]:
        """MiB after twenty minutes of play, and after an hour: the feed and the map in turn, play after play."""
        begun = 0.0
        for second in count():
            if second % 20 == 0:
                (self.scroll_feed if second // 20 % 2 == 0 else self.show_map)()
            self.frames(round(1 / _COARSE), _COARSE)
            if second == _EARLY:
                begun = resident()
            if second == 3600:
                return begun, resident()
        raise AssertionError

    def close(self) -> None:
        """Leave the screen before it goes."""
        self.game.leave()
        pygame.quit()

    def _begin(self) -> None:
        """A play of its own, its feed as long as asked for, at its loudest."""
        self._session = self._desk.start(SCENARIO, self._seed)
        self.game.session = self._session
        self._ticks: list[float] = []
        fill(self._session.run, self._posts)
        self._session.play_until(_LOUD)
        self._player, self._decided = Expert(self._session.run), -1
        self._watch(self._session)
        self._scene = CrisisScene(self.game, self._session)
        self._scene.mapped = not self._scrolls
        for scene in self.game.stack:
            scene.leave()
        self.game.stack[:] = [self._scene]
        settle()

    def _decide(self) -> None:
        """What the exemplary player would do now, one thing a minute at most."""
        run = self._session.run
        if run.minute == self._decided:
            return
        self._decided = run.minute
        decision = next((one for one in self._player.due(run) if run.can_decide(one)), None)
        if decision is not None:
            run.decide(decision)
            self._session.revision += 1

    def _watch(self, session: Session) -> None:
        """Time every minute that the run lives on this thread."""
        run, ticks = session.run, self._ticks
        play = run.advance_to

        def timed(minute: int) -> None:
            before, worked = run.minute, thread_time()
            play(minute)
            ticks.append(1000 * (thread_time() - worked) / max(1, run.minute - before))

        run.advance_to = timed  # type: ignore[method-assign]

    def _scroll(self) -> None:
        panel = self._scene.panels.get("feed")
        if panel is None:
            return
        if panel.scrolled <= 0:
            self._way = 1
        elif not panel.has_more:
            self._way = -1
        panel.scroll(self._way * _SCROLL)


def larger(source: Path, target: Path, users: int) -> None:
    """The scenario `source` with an audience of `users`, everything that counts people grown with it."""
    shutil.copytree(source, target)
    file = target / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    size = int(re.search(r"^  size: (\d+)", text, re.MULTILINE)[1])  # type: ignore[index]
    grown = users // size

    def times(found: re.Match[str]) -> str:
        return re.sub(r"\d+", lambda number: str(int(number[0]) * grown), found[0])

    for pattern in (r"^  size: \d+", r"^  segments: \{[^}]*\}", r"^  seed_users: \d+", r"^  v_half: \d+"):
        text, found = re.subn(pattern, times, text, count=1, flags=re.MULTILINE)
        assert found == 1, pattern
    file.write_text(text, encoding="utf-8")


def fill(run: Run, posts: int) -> None:
    """Give the feed of `run` as many posts as if the crisis had gone on for days."""
    channels = [channel.id for channel in run.scenario.channels if channel.kind in ("microblog", "reviews", "video")]
    for number in range(posts - len(run.feed.posts)):
        run.feed.show(
            Post(f"b{number}", 0, "crowd", channels[number % len(channels)], ("customers", "public")[number % 2],
                 author=str(number % 900), mood=("outraged", "worried", "mocking")[number % 3], serial=number // 6)
        )  # fmt: skip


def plain_frames(window: pygame.Surface, posts: int, number: int) -> list[float]:
    """Milliseconds of frames that draw as much in the plainest way: text once drawn, pasted; dots, pasted."""
    font = pygame.font.Font(None, 20)
    width, height = window.get_size()
    lines = [font.render(f"Post {place}: une publication comme il y en a tant", True, "white") for place in range(200)]
    spot = pygame.Surface((7, 7), pygame.SRCALPHA)
    pygame.draw.circle(spot, "red", (3, 3), 3)
    dots = [(spot, (width // 3 + place * 37 % (width // 2), place * 53 % (height - 20))) for place in range(2_000)]
    times = []
    for frame in range(number):
        began = perf_counter()
        pygame.event.get()
        window.fill("black")
        first = frame * _SCROLL % (posts * 24)
        for row in range(height // 24 + 2):
            window.blit(lines[(first // 24 + row) % len(lines)], (20, row * 24 - first % 24))
        window.fblits(dots)
        pygame.display.flip()
        times.append(1000 * (perf_counter() - began))
    return times


def resident() -> float:
    """MiB that this process holds now; nan where the system does not tell."""
    gc.collect()
    status = Path("/proc/self/status")
    if not status.is_file():
        return float("nan")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text())
    return int(found[1]) / 1024 if found else float("nan")
