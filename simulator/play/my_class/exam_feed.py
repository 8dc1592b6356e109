"""The posts of an exam's feed that its reader wants to see: chosen here, among those that the server shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.play.presenters.post_rows import FeedFilter, FeedRow
from simulator.play.presenters.sieve import plain


def sifted(rows: Sequence[FeedRow], wanted: FeedFilter) -> tuple[FeedRow, ...]:
    """Those of `rows` that pass `wanted`, at most its limit, with what the reader pinned marked."""
    words = plain(wanted.words).split()
    found = (row for row in rows if _passes(row, wanted, words))
    kept = [replace(row, pinned=True) if row.post_id in wanted.pinned else row for row in found]
    return tuple(kept[: wanted.limit])


def _passes(row: FeedRow, wanted: FeedFilter, words: list[str]) -> bool:
    if wanted.channel and row.channel_id != wanted.channel:
        return False
    if wanted.who and (row.badge_kind or "public") != wanted.who:
        return False
    if wanted.shelf == "pinned" and row.post_id not in wanted.pinned:
        return False
    if wanted.shelf == "awaiting" and not row.deadline:
        return False
    if (row.post_id in wanted.hidden) != (wanted.shelf == "hidden") and wanted.shelf in ("", "hidden"):
        return False
    said = plain(f"{row.author} {row.handle} {row.text}")
    return all(word in said for word in words)
