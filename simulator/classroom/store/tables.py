"""Every table, in one import."""

from simulator.classroom.store import exams, keeping, people, systems, work
from simulator.classroom.store.base import Base

METADATA = Base.metadata

__all__ = ["METADATA", "exams", "keeping", "people", "systems", "work"]
