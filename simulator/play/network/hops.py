"""One reshare on the map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hop:
    """Somebody is outraged by somebody's post: one of the run's own reshares.

    `node` is who, `source` whose post it was; None for an account that is not on the map itself. `community` and
    `source_community` are the places of theirs; the latter is None where it was no user's post, but an event that
    everybody could see.
    """

    community: int
    node: int | None
    source_community: int | None
    source: int | None
