"""What makes two files the same scenario: the digest of its structure, whatever its texts and language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import BaseModel

from simulator.scenario.model import Audience, Outbreak, Scenario
from simulator.scenario.shape import text_fields
from simulator.scenario.story import Inject, ScheduledPost, Signal

_NO_PART: Mapping[type[BaseModel], frozenset[str]] = {
    Scenario: frozenset({"language", "notes", "authors", "licence"}),
    Outbreak: frozenset({"offered_seeds"}),
    Audience: frozenset({"customers_are"}),
    **{shown: frozenset({"picture"}) for shown in (Inject, Signal, ScheduledPost)},
}


def scenario_digest(scenario: Scenario) -> str:
    """32 hexadecimal digits, of everything in `scenario` that a run can depend on.

    Texts that a translation may replace, notes, authors, licence, pictures, how customers are called, language and
    offered seeds are no part of it; neither is a key that says its default, so that the format can gain keys without
    changing the digest of what is already written.
    """
    canonical = json.dumps(_structure(scenario), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode("ascii"), digest_size=16).hexdigest()


def _structure(value: object) -> object:
    if isinstance(value, BaseModel):
        model = type(value)
        left_out = text_fields(model) | _NO_PART.get(model, frozenset())
        return {
            name: _structure(part)
            for name, field in model.model_fields.items()
            if name not in left_out and (part := getattr(value, name)) != field.default
        }
    if isinstance(value, tuple):
        return [_structure(part) for part in value]
    return value
