"""Bringing a database to the tables of this release."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from simulator.classroom.store.database import Database

_LOCK = 0x62616462  # any number, the same in every release: "badb"


def upgrade(database: Database) -> None:
    """Apply every migration that is missing; two servers that start at once wait for each other."""
    with database.engine.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        settings = Config()
        settings.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
