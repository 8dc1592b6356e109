"""Pictures that take longer to draw than a frame has: drawn aside, one after the other, and kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

import pygame

from simulator.ui.theme import RADIUS

if TYPE_CHECKING:
    from simulator.ui.widgets.painter import Painter

Asked = ParamSpec("Asked")
Drawn = TypeVar("Drawn")


class Aside(Generic[Asked, Drawn]):
    """`draw`, whose latest `most` results are kept: at once for who calls it, on a thread of its own for who can wait.

    `draw` touches nothing that is shown, and most of its work is SDL's, which leaves the other threads alone.
    """

    def __init__(self, draw: Callable[Asked, Drawn], most: int) -> None:
        self._draw = draw
        self._most = most
        self._kept: dict[object, Future[Drawn]] = {}
        self._pool: ThreadPoolExecutor | None = None

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Drawn:
        """The result, drawn now unless it is there; what is being drawn is waited for."""
        future = self._kept.get(asked)
        if future is None:
            future = Future()
            future.set_result(self._draw(*asked, **named))
            self._keep(asked, future)
        return future.result()

    def is_ready(self, *asked: Asked.args, **named: Asked.kwargs) -> bool:
        """Whether the result is there; if nobody has asked for it yet, it is begun."""
        future = self._kept.get(asked)
        if future is None:
            self._pool = self._pool or ThreadPoolExecutor(1, "pictures")
            future = self._pool.submit(self._draw, *asked, **named)
            self._keep(asked, future)
        return future.done()

    def is_here(self, painter: Painter, area: pygame.Rect, *asked: Asked.args, **named: Asked.kwargs) -> bool:
        """Whether `painter` can show the result now; if it comes later, its `area` is painted."""
        if not painter.patient or self.is_ready(*asked, **named):
            return True
        painter.awaited.append(lambda: self.is_ready(*asked, **named))
        painter.box(area, painter.look.theme.sunken, None, RADIUS)
        return False

    def _keep(self, asked: object, future: Future[Drawn]) -> None:
        self._kept[asked] = future
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
