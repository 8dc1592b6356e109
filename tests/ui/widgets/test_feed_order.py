"""Heights: guessed, then measured, and always adding up."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.widgets.feed_order import FeedOrder


def order_of(count: int, guess: int = 100) -> FeedOrder:
    order = FeedOrder(guess)
    order.take([f"p{number}" for number in range(count)])
    return order


@given(st.lists(st.tuples(st.integers(0, 49), st.integers(1, 900)), max_size=80))
def test_rows_stand_one_under_the_other_whatever_was_measured(measured: list[tuple[int, int]]) -> None:
    order = order_of(50)
    for place, height in measured:
        assert order.measure(place, height) == height - order.height(place) or order.is_measured(place)
    y = 0
    for place in range(50):
        assert order.top(place) == y
        assert order.at(y) == place == order.at(y + order.height(place) - 1)
        y += order.height(place)
    assert order.total == y


def test_what_was_measured_is_kept_when_posts_come() -> None:
    order = order_of(3)
    order.measure(1, 40)
    order.take(["new", "p0", "p1", "p2"])
    assert [order.height(place) for place in range(4)] == [100, 100, 40, 100]
    assert (order.place("p1"), order.place("gone")) == (2, None)


@given(
    st.lists(st.integers(0, 130), max_size=6), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 400)), max_size=20)
)
def test_rows_that_come_on_top_leave_all_as_if_it_was_taken_whole(
    more: list[int], measured: list[tuple[int, int]]
) -> None:
    ids = [f"p{number}" for number in range(30)]
    grown = order_of(30)
    for place, height in measured:
        grown.measure(place, height)
    for rank, count in enumerate(more):
        ids = [*(f"n{rank}-{number}" for number in range(count)), *ids]
        grown.take(ids)
    whole = FeedOrder(100)
    whole.take(ids)
    for place, height in measured:
        whole.measure(place + len(ids) - 30, height)
    assert [grown.top(place) for place in range(len(ids))] == [whole.top(place) for place in range(len(ids))]
    assert [grown.place(name) for name in ids] == list(range(len(ids)))
    assert grown.total == whole.total


def test_rows_that_go_have_no_place_any_more() -> None:
    order = order_of(4)
    order.take(["p1", "p3"])
    assert [order.place(f"p{number}") for number in range(4)] == [None, 0, None, 1]
    order.take(["new", "p3"])
    assert (order.place("p1"), order.place("p3"), order.place("new")) == (None, 1, 0)


def test_pixels_beyond_belong_to_the_first_and_the_last_row() -> None:
    order = order_of(3)
    assert (order.at(-5), order.at(10_000)) == (0, 2)
    order.take([])
    assert (order.total, order.at(0)) == (0, 0)
