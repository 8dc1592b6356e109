"""Where the parts of the crisis stand in a window of any size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from simulator.ui.look import Look
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.header import HEIGHT

Column = Literal["feed", "decisions", "measures"]
_THREE_COLUMNS, _TWO_COLUMNS = 960, 680
_GAP = 12
_STRIP = 100
_NOTICES = 28
"""A line above the actions, beside the feed, where notices come, so that they cover nothing."""
HEADER, MEASURES, STRIP, ACTIONS, FEED, FEED_HEAD = range(1, 7)
"""Frames by which each part follows what the session tells, so that no frame paints everything: the decisions first."""
LATEST = FEED_HEAD


@dataclass(frozen=True)
class Layout:
    """Rectangles in pixels; `columns` holds those that are in sight; what is None is part of a column, or not there."""

    header: pygame.Rect
    columns: dict[Column, pygame.Rect]
    switch: pygame.Rect | None
    actions: pygame.Rect | None
    timeline: pygame.Rect | None
    cell: pygame.Rect | None
    notices: pygame.Rect
    foot: pygame.Rect | None = None
    """What a scene keeps free at the bottom, instead of the actions, the timeline and the cell."""


def columns_in_sight(look: Look, shown: Column) -> tuple[Column, ...]:
    """Which columns there is room for; `shown` is the one that the player asked for."""
    wide = look.points[0]
    if wide >= _THREE_COLUMNS:
        return ("feed", "decisions", "measures")
    if wide >= _TWO_COLUMNS:
        return ("measures" if shown == "measures" else "feed", "decisions")
    return (shown,)


def layout(look: Look, shown: Column, actions_height: int, foot_height: int = 0) -> Layout:
    """`actions_height` is what the standing actions take over the whole width, `foot_height` a foot, in pixels."""
    width, height = look.size
    foot = pygame.Rect(0, height - foot_height, width, foot_height) if foot_height else None
    height -= foot_height
    margin, gap = look.px(MARGIN), look.px(_GAP)
    header = pygame.Rect(0, 0, width, look.px(HEIGHT))
    inner = width - 2 * margin
    seen = columns_in_sight(look, shown)
    top = header.bottom + gap
    bottom = height - gap
    if len(seen) == 3 and foot is not None:
        body = pygame.Rect(margin, top, inner, bottom - top)
        columns, notices = _three(body, gap, look)
        return Layout(header, columns, None, None, None, None, notices, foot)
    if len(seen) == 3:
        strip = look.px(_STRIP)
        side = round(inner * 0.3)
        cell = pygame.Rect(margin + inner - side, bottom - strip, side, strip)
        timeline = pygame.Rect(margin, bottom - strip, inner - side - gap, strip)
        actions = pygame.Rect(0, timeline.top - gap - actions_height - look.px(4), width, actions_height + look.px(8))
        body = pygame.Rect(margin, top, inner, actions.top - look.px(4) - top)
        columns, notices = _three(body, gap, look)
        return Layout(header, columns, None, actions, timeline, cell, notices)
    switch = pygame.Rect(0, header.bottom, width, look.px(44))
    notices = pygame.Rect(margin, height - look.px(_NOTICES + 4), inner, look.px(_NOTICES))
    body = pygame.Rect(margin, switch.bottom, inner, notices.top - look.px(4) - switch.bottom)
    if len(seen) == 2:
        left = round((body.width - gap) * 0.45)
        columns = {
            seen[0]: pygame.Rect(body.x, body.y, left, body.height),
            seen[1]: pygame.Rect(body.x + left + gap, body.y, body.width - left - gap, body.height),
        }
        return Layout(header, columns, switch, None, None, None, notices, foot)
    return Layout(header, {seen[0]: body}, switch, None, None, None, notices, foot)


def _three(body: pygame.Rect, gap: int, look: Look) -> tuple[dict[Column, pygame.Rect], pygame.Rect]:
    """The three columns, and the line of notices under two of them: the feed has the whole height."""
    room = body.width - 2 * gap
    feed, measures = round(room * 0.335), round(room * 0.24)
    decisions = room - feed - measures
    left, strip = body.x + feed + gap, look.px(_NOTICES)
    height = body.height - strip
    columns: dict[Column, pygame.Rect] = {
        "feed": pygame.Rect(body.x, body.y, feed, body.height),
        "decisions": pygame.Rect(left, body.y, decisions, height),
        "measures": pygame.Rect(body.right - measures, body.y, measures, height),
    }
    return columns, pygame.Rect(left, body.bottom - strip, body.right - left, strip)
