"""How things stand: outrage and trust, the audiences, the facts, the people at work."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame

from simulator.play.presenters.cell_rows import TaskRow
from simulator.play.presenters.curve_rows import GaugeView, Point, SegmentRow
from simulator.play.presenters.fact_rows import FactRow
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import button, button_width, keycap
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

Content = Callable[[Painter, int, int, int], int]


def gauge_card(view: GaugeView, figure: int) -> Content:
    """Outrage as `figure`, arrow and word; trust beside it; the last hours as a curve."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, say = on.look.theme, on.look.say
        ink = theme.heat(view.outrage)
        trust_ink = theme.trust(view.trust)
        label, value = say("ui.trust"), str(view.trust)
        side = on.px(11)
        spans = (
            Span("\u200a".join(label.upper()) + "\u00a0\u00a0", "semibold", theme.muted),
            Span(value, "bold", trust_ink),
        )
        on.text(left, top, spans, room - side - on.px(5), "small", align="right", max_lines=1)
        on.arrow(left + room - side, top + on.px(4), view.trust_arrow, side, trust_ink)
        on.caption(left, top, say("ui.outrage"), room)
        top += on.px(20)
        big = on.text(left, top, str(figure), room, "display", "bold", ink)
        beside = big.right + on.px(10)
        on.arrow(beside, top + on.px(12), view.arrow, on.px(12), ink)
        on.text(
            beside + on.px(18),
            top + on.px(7),
            view.change,
            left + room - beside - on.px(18),
            "small",
            "semibold",
            ink,
            1,
        )
        on.text(beside, top + on.px(25), view.word, left + room - beside, "small", colour=theme.text, max_lines=1)
        top += on.line_height("display") + on.px(2)
        height = on.px(44)
        if len(view.history) > 1:
            on.paste(_small_curve(view.history, (room, height), ink, on.look.scale), (left, top))
        top += height + on.px(3)
        on.rule(left, top - on.px(3), room)
        reach = (Span(say("ui.reach") + " "), Span(view.reach, "semibold", theme.text))
        on.text(left, top, reach, room, "small", colour=theme.muted, max_lines=1)
        pace = (Span(say("ui.posts_per_minute") + " "), Span(view.posts_per_minute, "semibold", theme.text))
        on.text(left, top, pace, room, "small", colour=theme.muted, max_lines=1, align="right")
        return top + on.line_height("small")

    return content


@lru_cache(maxsize=2)
def _small_curve(history: tuple[Point, ...], size: tuple[int, int], colour: Colour, scale: float) -> pygame.Surface:
    """The last hours; drawn once, for a card measures itself before it is painted."""
    first, last = history[0][0], history[-1][0]
    highest = max(30.0, max(value for _, value in history))
    margin = 2 * scale
    points = [
        (
            (minute - first) / max(1.0, last - first) * (size[0] - 2 * margin) + margin,
            size[1] - margin - value / highest * (size[1] - 2 * margin),
        )
        for minute, value in history
    ]
    return shapes.curve(size, points, colour, 2 * scale, 110)


def segments_card(rows: tuple[SegmentRow, ...], key: str, network: Command) -> Content:
    """One bar a segment, with its figure and where it is going; `key` shows all of them on the map, by `network`."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, say = on.look.theme, on.look.say
        label = say("ui.network_open")
        wide = button_width(on, label, key)
        button(on, pygame.Rect(left + room - wide, top - on.px(4), wide, on.px(26)), label, "network", network, key=key,
               tip=say("ui.network_tip"))  # fmt: skip
        top = on.caption(left, top, say("ui.audiences"), room - wide - on.px(8)).bottom + on.px(8)
        names = min(room * 2 // 5, max((on.text_width(row.name, "small") for row in rows), default=0) + 2)
        figures, side = on.text_width("100", "small", "semibold"), on.px(9)
        for row in rows:
            ink = theme.heat(row.outrage)
            on.text(left, top, row.name, names, "small", max_lines=1)
            start = left + names + on.px(12)
            end = left + room - figures - side - on.px(8)
            height = max(4, on.px(7))
            middle = top + on.line_height("small") // 2
            on.bar(pygame.Rect(start, middle - height // 2, end - start - on.px(6), height), row.outrage / 100, ink)
            on.text(end, top, str(row.outrage), figures + 2, "small", "semibold", align="right")
            on.arrow(left + room - side, middle - side // 2, row.arrow, side, ink)
            top += on.px(22)
        return top - on.px(3)

    return content


def fact_sign(theme: Theme, state: str) -> tuple[str, Colour]:
    """The icon and the colour of a fact's state."""
    return {
        "unknown": ("help_circle_outline", theme.faint),
        "verifying": ("progress_clock", theme.warm),
        "verified": ("check_circle_outline", theme.accent),
        "published": ("check_decagram", theme.good),
        "leaked": ("water_alert", theme.hot),
        "restricted": ("lock_outline", theme.notable),
    }[state]


def facts_card(rows: tuple[FactRow, ...], summary: str, command: Callable[[FactRow], Command]) -> Content:
    """The fact ledger: verified and published are two marks."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, say = on.look.theme, on.look.say
        on.text(left, top, summary, room, "small", colour=theme.muted, align="right", max_lines=1)
        taken = on.text_width(summary, "small")
        top = on.caption(left, top, say("ui.facts"), room - taken - on.px(8)).bottom + on.px(4)
        if not rows:
            return on.text(left, top, say("ui.no_fact_yet"), room, "small", colour=theme.muted).bottom
        for rank, row in enumerate(rows):
            if rank:
                on.rule(left, top, room)
            top += on.px(6)
            icon, ink = fact_sign(theme, row.state)
            on.icon(icon, left, top + on.px(1), 18, ink)
            text = (Span(row.text), Span(f" · {row.state_text}" if row.state_text else "", None, theme.muted))
            area = on.text(left + on.px(26), top, text, room - on.px(26), "small")
            whole = pygame.Rect(left - on.px(6), top - on.px(3), room + on.px(12), area.height + on.px(6))
            on.spot(f"fact {row.fact_id}", whole, command(row), "", "facts", 6)
            top = area.bottom + on.px(6)
        return top - on.px(4)

    return content


def cell_card(rows: tuple[TaskRow, ...], command: Command) -> Content:
    """Who is busy until when, and what waits; it opens the lines."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, say, begin = on.look.theme, on.look.say, top
        label = on.look.cap("cell")
        key = keycap(on, 0, 0, label, draw=False)
        keycap(on, left + room - key, top + on.px(7), label)
        top = on.caption(left, top, say("ui.cell"), room - key).bottom + on.px(1)
        names = max((on.text_width(row.name, "small", "semibold") for row in rows), default=0) + 2
        for row in rows:
            busy = bool(row.doing)
            side = on.px(8)
            on.paste(shapes.disc(side, theme.solid(theme.warm if busy else theme.good)), (left, top + on.px(6)))
            on.text(left + on.px(14), top, row.name, names, "small", "semibold", max_lines=1)
            start = left + on.px(14) + names + on.px(8)
            doing = f"{row.until} · {row.doing}" if busy else say("ui.free")
            waiting = say("ui.waiting", count=len(row.waiting)) if row.waiting else ""
            end = left + room
            if waiting and on.text_width(f"{doing}{waiting}", "small", "semibold") + on.px(8) > end - start:
                waiting = f"+{len(row.waiting)}"
            if waiting:
                wide = on.text_width(waiting, "small", "semibold")
                on.text(end - wide, top, waiting, wide + 2, "small", "semibold", theme.hot, 1)
                end -= wide + on.px(8)
            on.text(start, top, doing, end - start, "small", colour=theme.text if busy else theme.muted, max_lines=1)
            top += on.px(19)
            if busy:
                on.bar(pygame.Rect(start, top, left + room - start, max(2, on.px(3))), row.fraction, theme.warm)
            top += on.px(3)
        whole = pygame.Rect(left - on.px(6), begin - on.px(3), room + on.px(12), top - begin + on.px(3))
        on.spot("cell", whole, command, say("ui.cell_tip"), "", 6)
        return top

    return content
