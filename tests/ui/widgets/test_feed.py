"""The feed of thousands: the reader's place is kept, every post can be reached, and little is painted."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from simulator.play.presenters.feed_rows import FeedRows
from simulator.play.presenters.pages import Settings
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.spots import after_arrow, by_key
from simulator.ui.widgets.feed import Feed
from tests.ui.feed_samples import many, of_every_look

FRAME = 1 / 60
AREA = pygame.Rect(20, 150, 404, 420)
ROWS = many(of_every_look("fr"), 5000)


class Shown:
    """A feed in a window, frame by frame."""

    def __init__(self, rows: object = ROWS, still: bool = False) -> None:
        self.look = Look((1280, 800), Settings(reduced_motion=still))
        self.feed = Feed()
        self.rows = rows
        self.focus: str | None = None
        self.opened: list[str] = []
        self.frames(1)

    def frames(self, count: int) -> None:
        for _ in range(count):
            self.feed.pass_time(FRAME)
            self.feed.show_rows(self.look, AREA, self.rows, "", self.open, self.focus)  # type: ignore[arg-type]

    def open(self, row: FeedRow):  # type: ignore[no-untyped-def]
        return lambda: self.opened.append(row.post_id)

    def top_of(self, post_id: str) -> int:
        """Where a post stands in the panel."""
        place = self.feed.order.place(post_id)
        assert place is not None
        return self.feed.order.top(place) - self.feed.shown_at

    @property
    def in_sight(self) -> list[str]:
        return [spot.key.removeprefix("post ") for spot in self.feed.spots if spot.seen.height > 0]


def test_little_of_a_long_feed_is_made_and_painted() -> None:
    made: list[str] = []
    known = {row.post_id: row for row in ROWS}
    shown = Shown(FeedRows([row.post_id for row in ROWS], lambda name: made.append(name) or known[name]))
    shown.feed.scroll(100_000)
    shown.frames(120)
    assert len(made) < 120 and len(shown.feed.pictures.made) < 60
    assert len(shown.feed.spots) < 40


def test_the_place_is_kept_when_posts_come_above() -> None:
    shown = Shown()
    shown.feed.scroll(7000)
    shown.frames(90)
    post = shown.in_sight[2]
    before = shown.top_of(post)
    shown.rows = (*many(of_every_look("en"), 5012)[:12], *ROWS)
    shown.frames(30)
    assert shown.top_of(post) == before
    assert shown.feed.fresh == 12
    shown.feed.to_top()
    shown.frames(120)
    assert (shown.feed.scrolled, shown.feed.fresh) == (0, 0)


def test_at_the_top_posts_glide_in_and_none_is_missed() -> None:
    shown = Shown()
    new = many(of_every_look("en"), 5003)[:3]
    shown.rows = (*new, *ROWS)
    shown.frames(1)
    assert 0 < shown.feed.shown_at <= AREA.height
    shown.frames(120)
    assert shown.feed.shown_at == 0 and shown.in_sight[0] == new[0].post_id and shown.feed.fresh == 0


def test_without_motion_everything_stands_at_once() -> None:
    shown = Shown(still=True)
    shown.rows = (*many(of_every_look("en"), 5003)[:3], *ROWS)
    shown.frames(1)
    assert shown.feed.scrolled == 0
    shown.feed.scroll(900)
    shown.frames(1)
    assert shown.feed.scrolled == 900 and not shown.feed.moving


def test_who_reads_a_post_by_keyboard_keeps_it_in_place_at_the_top_too() -> None:
    shown = Shown()
    shown.focus = f"post {ROWS[1].post_id}"
    before = shown.top_of(ROWS[1].post_id)
    shown.rows = (*many(of_every_look("en"), 5002)[:2], *ROWS)
    shown.frames(20)
    assert shown.top_of(ROWS[1].post_id) == before and shown.feed.fresh == 2


def test_arrows_reach_every_post_in_order() -> None:
    shown = Shown(ROWS[:120], still=True)
    reached = []
    shown.focus = f"post {ROWS[0].post_id}"
    while True:
        reached.append(shown.focus)
        spot = after_arrow(shown.feed.spots, shown.focus, 0, 1)
        if spot is None:
            break
        shown.focus = spot.key
        shown.feed.reveal(spot, 10)
        shown.frames(1)
        focused = by_key(shown.feed.spots, shown.focus)
        assert focused is not None and focused.seen.height > 0
    assert reached == [f"post {row.post_id}" for row in ROWS[:120]]


def test_a_post_that_has_the_focus_stays_reachable_far_out_of_sight() -> None:
    shown = Shown(still=True)
    shown.focus = f"post {ROWS[0].post_id}"
    shown.feed.scroll(50_000)
    shown.frames(2)
    assert by_key(shown.feed.spots, shown.focus) is not None


def test_the_end_is_the_last_post_and_the_bar_stands_low() -> None:
    shown = Shown()
    shown.feed.scroll_to(shown.feed.order.total)
    shown.frames(240)
    assert shown.in_sight[-1] == ROWS[-1].post_id
    bar = shown.feed.bar(shown.look)
    assert bar is not None and bar.bottom == AREA.bottom


def test_measured_rows_do_not_move_what_is_read() -> None:
    """Scrolling up into rows of unknown height, nothing jumps: each frame moves everything alike."""
    shown = Shown()
    shown.feed.scroll_to(30_000, at_once=True)
    shown.frames(5)
    for _ in range(60):
        shown.feed.scroll(-40)
        before = {post: shown.top_of(post) for post in shown.in_sight}
        shown.frames(1)
        moves = {shown.top_of(post) - before[post] for post in shown.in_sight if post in before}
        assert len(moves) == 1, moves


def test_a_row_that_grew_is_painted_again_and_its_figures_roll() -> None:
    shown = Shown(ROWS[:6])
    shown.rows = (replace(ROWS[0], likes="97", thread="8 réponses"), *ROWS[1:6])
    shown.frames(3)
    picture = shown.feed.pictures.made[ROWS[0].post_id]
    assert picture.row.likes == "97"
    place = shown.feed.order.place(ROWS[0].post_id)
    assert place is not None and picture.surface.get_height() == shown.feed.order.height(place)


@pytest.mark.parametrize("text_scale", [100, 200])
def test_another_look_keeps_the_top_post(text_scale: int) -> None:
    shown = Shown(still=True)
    shown.feed.scroll(9000)
    shown.frames(2)
    top = shown.in_sight[0]
    shown.look = Look((1280, 800), Settings(reduced_motion=True, text_scale=text_scale))
    shown.frames(3)
    assert shown.in_sight[0] == top


def test_another_filter_begins_at_the_top() -> None:
    shown = Shown(still=True)
    shown.feed.scroll(9000)
    shown.frames(2)
    shown.feed.show_rows(shown.look, AREA, ROWS[40:60], "another", shown.open, None)
    assert shown.feed.scrolled == 0 and shown.in_sight[0] == ROWS[40].post_id


def test_what_is_written_stands_where_its_post_does_also_while_the_feed_glides() -> None:
    """A voice reads what stands inside a post's place: `written` moved up by `scrolled`."""
    shown = Shown()
    shown.feed.scroll(700)
    for _ in range(12):
        shown.frames(1)
        for spot in shown.feed.spots:
            row = next(row for row in ROWS[:40] if f"post {row.post_id}" == spot.key)
            if spot.seen.height < spot.area.height:
                continue
            inside = [
                text
                for area, text in shown.feed.written
                if spot.area.contains(area.move(AREA.x, AREA.y - shown.feed.scrolled).inflate(-4, -4))
            ]
            assert row.age in " ".join(inside) and row.initials[:2] in inside


def test_what_was_searched_for_is_marked_and_the_rows_fit_it() -> None:
    shown = Shown(still=True)
    plain_picture = pygame.image.tobytes(shown.feed.pictures.made[ROWS[0].post_id].surface, "RGB")
    shown.feed.show_rows(shown.look, AREA, ROWS, "search", shown.open, None, ("lot",))
    marked = shown.feed.pictures.made[ROWS[0].post_id].surface
    assert pygame.image.tobytes(marked, "RGB") != plain_picture
    place = shown.feed.order.place(ROWS[0].post_id)
    assert place is not None and marked.get_height() == shown.feed.order.height(place)


def test_no_posts_at_all_is_no_trouble() -> None:
    shown = Shown(())
    shown.feed.scroll(50)
    shown.frames(3)
    assert (shown.feed.scrolled, shown.feed.spots, shown.feed.first_aimed_at()) == (0, [], None)


def test_a_feed_that_comes_bit_by_bit_ends_as_one_that_is_there_at_once() -> None:
    at_once, gradual = Shown(), Shown(())
    for shown in (at_once, gradual):
        shown.rows = ROWS
        for _ in range(90):
            shown.look.text.left = 0.002 if shown is gradual else None
            shown.frames(1)
    for _ in range(2000):
        if not any(gradual.feed.pictures.awaits(post_id) for post_id in gradual.in_sight):
            break
        gradual.look.text.left = 0.002
        gradual.frames(1)
    shots = [pygame.image.tobytes(shown.feed.tile().surface, "RGB") for shown in (at_once, gradual)]
    assert shots[0] == shots[1]
