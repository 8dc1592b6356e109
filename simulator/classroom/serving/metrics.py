"""Figures for whoever runs the server, in Prometheus' text format."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.store.keeping import Outbox
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Play

_BOUNDS = (0.005, 0.02, 0.1, 0.5, 2.0)


class Metrics:
    """What one worker counted since it started."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, int]] = Counter()
        self._slower: list[int] = [0] * (len(_BOUNDS) + 1)
        self._seconds = 0.0

    def count(self, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests[route, status] += 1
        self._slower[bisect_left(_BOUNDS, seconds)] += 1
        self._seconds += seconds

    def text(self, session: Session, listeners: int, now: datetime) -> str:
        """Everything: what this worker counted, and how the database stands, which is the same in each worker."""
        worker = os.getpid()
        lines = ["# TYPE badbuzz_requests_total counter"]
        for (route, status), count in sorted(self._requests.items()):
            lines.append(f'badbuzz_requests_total{{worker="{worker}",route="{route}",status="{status}"}} {count}')
        lines.append("# TYPE badbuzz_request_seconds histogram")
        below = 0
        for bound, count in zip((*map(str, _BOUNDS), "+Inf"), self._slower, strict=True):
            below += count
            lines.append(f'badbuzz_request_seconds_bucket{{worker="{worker}",le="{bound}"}} {below}')
        lines.append(f'badbuzz_request_seconds_sum{{worker="{worker}"}} {self._seconds:.6f}')
        lines.append(f'badbuzz_request_seconds_count{{worker="{worker}"}} {below}')
        lines += ["# TYPE badbuzz_listeners gauge", f'badbuzz_listeners{{worker="{worker}"}} {listeners}']
        lines += _standing(session, now)
        return "\n".join(lines) + "\n"


def _standing(session: Session, now: datetime) -> list[str]:
    lines = ["# TYPE badbuzz_plays gauge"]
    counted = session.execute(select(Play.state, func.count()).group_by(Play.state))
    states = dict(counted.all())
    lines += [
        f'badbuzz_plays{{state="{state}"}} {states.get(state, 0)}' for state in ("waiting", "verified", "refused")
    ]
    oldest = session.scalar(select(func.min(Play.received)).where(Play.state == "waiting"))
    waited = max(0.0, (now - oldest).total_seconds()) if oldest is not None else 0.0
    lines += ["# TYPE badbuzz_oldest_waiting_seconds gauge", f"badbuzz_oldest_waiting_seconds {waited:.3f}"]
    for state in ("waiting", "dead"):
        count = session.scalar(select(func.count()).where(Outbox.state == state)) or 0
        lines += [f"# TYPE badbuzz_outbox_{state} gauge", f"badbuzz_outbox_{state} {count}"]
    for name, table in (("classes", SchoolClass), ("students", Student)):
        count = session.scalar(select(func.count()).select_from(table)) or 0
        lines += [f"# TYPE badbuzz_{name} gauge", f"badbuzz_{name} {count}"]
    return lines
