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


def test_pixels_beyond_belong_to_the_first_and_the_last_row() -> None:
    order = order_of(3)
    assert (order.at(-5), order.at(10_000)) == (0, 2)
    order.take([])
    assert (order.total, order.at(0)) == (0, 0)
