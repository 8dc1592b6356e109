"""Who did what to somebody else's data."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.classroom.store.keeping import Audit


def note(session: Session, now: datetime, what: str, *, teacher: str | None = None, **about: object) -> None:
    """Enter `what` was done (`teacher` None: by the command line), with ids and figures in `about`, never names."""
    session.add(Audit(at=now, teacher_id=teacher, what=what, about=about))
