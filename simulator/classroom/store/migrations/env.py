"""How Alembic runs a migration: on the connection that `migrate` gives it, in its transaction."""

from typing import Any, Literal

from alembic import context

from simulator.classroom.store.base import Instant
from simulator.classroom.store.tables import METADATA


def _written(kind: str, item: object, _: Any) -> str | Literal[False]:
    """A migration names no type of ours, which may change after it."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_written,
)
context.run_migrations()
