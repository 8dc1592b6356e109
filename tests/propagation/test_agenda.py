"""Events come out at their minute, in the order in which they were put in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulator.propagation.agenda import EVENT, Agenda

dues = st.lists(st.integers(min_value=1, max_value=400), max_size=40)


@given(batches=st.lists(dues, max_size=6))
def test_events_come_at_their_minute_in_order(batches: list[list[int]]) -> None:
    agenda, planned, serial = Agenda(), [], 0
    for batch in batches:
        events = np.zeros(len(batch), EVENT)
        for place, due in enumerate(batch):
            events[place]["due"], events[place]["user"] = due, serial
            planned.append((due, serial))
            serial += 1
        agenda.put(events)
    taken = [(minute, user) for minute in range(401) for user in agenda.take(minute)["user"].tolist()]
    assert taken == sorted(planned)


def test_events_put_in_while_time_passes_come_at_their_minute() -> None:
    agenda = Agenda()
    for minute in range(200):
        assert agenda.take(minute)["user"].tolist() == [minute - wait for wait in (70, 1) if minute >= wait]
        later = np.zeros(2, EVENT)
        later["due"], later["user"] = (minute + 1, minute + 70), minute
        agenda.put(later)
