"""The pages of an assignment once students play: board, choices, figures, plays, what hangs on the wall."""

from __future__ import annotations

from simulator.classroom.pages.board import choices, figures, live, one_play, replay, taking, wall

ROUTERS = (live.router, wall.router, choices.router, figures.router, taking.router, one_play.router, replay.router)
