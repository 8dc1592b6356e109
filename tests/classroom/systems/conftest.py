"""A server on SQLite: what goes to the school's systems does not depend on the database, but for the outbox."""

from tests.classroom.pages.conftest import empty, quick_passwords, school, teacher

__all__ = ["empty", "quick_passwords", "school", "teacher"]
