"""A minute's posts come in one after the other, each at its share of the minute, none after it."""

from __future__ import annotations

from dataclasses import replace

from simulator.play.presenters.feed_rows import FeedRows, ids_of
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.scenes.reader import Arrivals, Reader
from tests.ui.feed_samples import many, of_every_look

OLD = many(of_every_look("fr"), 40)
LENS = ("", "", "", "")


def coming(*shares: float) -> tuple[FeedRow, ...]:
    """New posts over the old ones, the first the newest."""
    new = tuple(replace(OLD[0], post_id=f"new{rank}", arrives=share) for rank, share in enumerate(shares))
    return (*new, *OLD)


def seen(arrivals: Arrivals, rows: tuple[FeedRow, ...], minute: float = 6.0) -> list[str]:
    ids = ids_of(arrivals.shown(rows, LENS, minute))
    return [name for name in ids if name.startswith("new")]


def begun() -> Arrivals:
    arrivals = Arrivals()
    assert len(arrivals.shown(OLD, LENS, 6.0)) == 40
    return arrivals


def test_the_crowd_trickles_in_and_the_story_comes_on_the_minute() -> None:
    arrivals, rows = begun(), coming(0.5, 0.0, 0.2)
    assert seen(arrivals, rows) == ["new1"]
    arrivals.pass_time(1.3)
    assert seen(arrivals, rows) == ["new1", "new2"]
    arrivals.pass_time(1.8)
    assert seen(arrivals, rows) == ["new0", "new1", "new2"]


def test_posts_come_in_the_order_in_which_they_stand() -> None:
    arrivals, rows = begun(), coming(0.1, 0.8)
    arrivals.shown(rows, LENS, 6.0)
    arrivals.pass_time(0.7)
    assert seen(arrivals, rows) == ["new1"]


def test_none_comes_after_the_next_minute() -> None:
    arrivals, rows = begun(), coming(0.84, 0.83)
    assert seen(arrivals, rows) == []
    later = (replace(OLD[0], post_id="newest", arrives=0.5), *rows)
    assert seen(arrivals, later) == ["new0", "new1"]


def test_a_decision_in_the_middle_of_a_minute_hurries_nothing() -> None:
    arrivals, rows = begun(), coming(0.5)
    assert seen(arrivals, rows) == []
    assert seen(arrivals, tuple(rows)) == [] == seen(arrivals, coming(0.5))


def test_while_time_stands_still_everything_shows() -> None:
    arrivals, rows = begun(), coming(0.5, 0.6)
    assert seen(arrivals, rows) == []
    assert seen(arrivals, rows, 0.0) == ["new0", "new1"]


def test_a_leap_of_many_minutes_shows_all_at_once() -> None:
    arrivals = begun()
    assert len(seen(arrivals, coming(*([0.5] * 30)))) == 30


def test_rows_made_on_demand_stay_so() -> None:
    arrivals, rows = Arrivals(), coming(0.5)
    known = {row.post_id: row for row in rows}
    made: list[str] = []

    def make(post_id: str) -> FeedRow:
        made.append(post_id)
        return known[post_id]

    arrivals.shown(FeedRows([row.post_id for row in OLD], make), LENS, 6.0)
    shown = arrivals.shown(FeedRows([row.post_id for row in rows], make), LENS, 6.0)
    assert isinstance(shown, FeedRows) and len(shown) == 40 and made == ["new0"]


def test_pinning_and_hiding_are_taken_back_by_doing_them_again() -> None:
    reader = Reader()
    assert reader.pin("p1") and not reader.pin("p1")
    assert reader.hide("p1") and reader.filter.hidden == {"p1"} and not reader.hide("p1")
    assert reader.filter is reader.filter


def test_showing_everything_keeps_the_channel_and_what_is_laid_apart() -> None:
    reader = Reader()
    reader.channel, reader.who, reader.shelf, reader.searching = "video", "journalist", "pinned", True
    reader.pin("p1")
    reader.type("lot 2214")
    reader.erase(whole_word=True)
    assert reader.filter.words == "lot"
    reader.show_all()
    assert (reader.channel, reader.who, reader.shelf, reader.words) == ("video", "", "", "")
    assert reader.filter.pinned == {"p1"} and not reader.searching
