"""Rows of a long feed are made when they are asked for, and once."""

from simulator.play.presenters.feed_rows import FeedRows, ids_of
from simulator.play.presenters.post_rows import FeedRow

IDS = [f"p{number}" for number in range(5000)]


def row(post_id: str) -> FeedRow:
    return FeedRow(post_id, "A", "@a", "A", "a", "1 min", "c", "text")


def test_only_the_rows_asked_for_are_made_and_each_once() -> None:
    made: list[str] = []

    def make(post_id: str) -> FeedRow:
        made.append(post_id)
        return row(post_id)

    rows = FeedRows(IDS, make)
    assert len(rows) == 5000 and made == []
    assert [one.post_id for one in rows[10:13]] == ["p10", "p11", "p12"]
    assert rows[11] is rows[10:13][1] and rows[-1].post_id == "p4999"
    assert made == ["p10", "p11", "p12", "p4999"]


def test_leaving_posts_out_makes_none_twice() -> None:
    made: list[str] = []
    rows = FeedRows(IDS, lambda post_id: made.append(post_id) or row(post_id))
    first = rows[1]
    rest = rows.without({"p0", "p2"})
    assert (len(rest), rest[0], made) == (4998, first, ["p1"])
    assert rest[1].post_id == "p3" and rows[3] is rest[1]


def test_ids_are_told_for_any_rows() -> None:
    assert ids_of(FeedRows(IDS, row)) is IDS
    assert ids_of((row("a"), row("b"))) == ("a", "b")
