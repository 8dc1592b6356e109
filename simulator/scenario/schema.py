"""The format as a JSON Schema (draft 2020-12), for editors that check and complete while one writes."""

from __future__ import annotations

import json
import re
from typing import Any

from simulator.scenario.model import Scenario

_FILE = "scenario.schema.json"
_SENTENCE = re.compile(r"(?<=[.;:])\s+")


def scenario_schema() -> dict[str, Any]:
    """The schema of `scenario.yaml`. A key's description is the sentence of its part's documentation that names it."""
    schema = Scenario.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        _describe(part)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _FILE, **schema}


def schema_text() -> str:
    """The schema as the text of `scenarios/scenario.schema.json`."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=2) + "\n"


def _describe(part: dict[str, Any]) -> None:
    documentation = " ".join(str(part.get("description", "")).split())
    sentences = _SENTENCE.split(documentation)
    for name, key in part.get("properties", {}).items():
        key.pop("title", None)
        _write_default_as_time(key)
        naming = [sentence for sentence in sentences if f"`{name}`" in sentence]
        if naming and "description" not in key:
            key["description"] = " ".join(naming)


def _write_default_as_time(key: dict[str, Any]) -> None:
    if key.get("type") == "string" and isinstance(minute := key.get("default"), int):
        key["default"] = f"H+{minute // 60}:{minute % 60:02d}"
