"""Events come out at their minute, in the order in which they were put in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulator.propagation.agenda import DUE, USER, Agenda

dues = st.lists(st.integers(min_value=1, max_value=400), max_size=40)


@given(batches=st.lists(dues, max_size=6))
def test_events_come_at_their_minute_in_order(batches: list[list[int]]) -> None:
    agenda, planned, serial = Agenda(2), [], 0
    for batch in batches:
        users = range(serial, serial + len(batch))
        agenda.put(np.array([batch, users], np.int32).T)
        planned += zip(batch, users, strict=True)
        serial += len(batch)
    assert agenda.planned == len(planned)
    taken = [(minute, user) for minute in range(401) for user in agenda.take(minute)[:, USER].tolist()]
    assert taken == sorted(planned)
    assert agenda.planned == 0


def test_events_put_in_while_time_passes_come_at_their_minute() -> None:
    agenda = Agenda(3)
    for minute in range(200):
        events = agenda.take(minute)
        assert events[:, USER].tolist() == [minute - wait for wait in (70, 1) if minute >= wait]
        assert (events[:, 2] == 7 * events[:, USER]).all()
        later = np.empty((2, 3), np.int32)
        later[:, DUE], later[:, USER], later[:, 2] = (minute + 1, minute + 70), minute, 7 * minute
        agenda.put(later)
