"""The work that a decision about the lines means: what waits, and is not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.decision import Prioritise, Withdraw
from simulator.engine.refusal import Refusal
from simulator.engine.state import Task

if TYPE_CHECKING:
    from simulator.engine.run import Run


def waiting_work(run: Run, decision: Prioritise) -> Task:
    """The task that is to be put first. Refusal where nothing like it waits, or where it is first already."""
    work = next((work for work in run.state.benches if work == decision.work), None)
    task = None if work is None else run.cell.waiting(work, decision.about)
    if task is None:
        raise Refusal("nothing_waits")
    if run.state.benches[task.work].waiting[0] is task:
        raise Refusal("first_in_line")
    return task


def waiting_message(run: Run, decision: Withdraw) -> Task:
    """The task of a message that waits to be written or read. Refusal where none does."""
    task = run.cell.waiting("writing", decision.response) or run.cell.waiting("legal", decision.response)
    if task is None or not decision.response:
        raise Refusal("nothing_waits")
    return task
