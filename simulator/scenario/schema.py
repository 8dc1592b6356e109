"""The format as a JSON Schema (draft 2020-12), for editors that check and complete while one writes."""

from __future__ import annotations

import json
from typing import Any

from simulator.scenario.keys import key_description
from simulator.scenario.model import Scenario


def scenario_schema() -> dict[str, Any]:
    """The schema of `scenario.yaml`, with a description of every key."""
    schema = Scenario.model_json_schema()
    for name, part in (("Scenario", schema), *schema["$defs"].items()):
        part["description"] = " ".join(part["description"].split())
        for key, value in part.get("properties", {}).items():
            value.pop("title", None)
            value["description"] = key_description(name, key, part["description"])
            _write_default_as_time(value)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "scenario.schema.json", **schema}


def schema_text() -> str:
    """The schema as the text of `scenarios/scenario.schema.json`."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=2) + "\n"


def _write_default_as_time(key: dict[str, Any]) -> None:
    if key.get("type") == "string" and isinstance(minute := key.get("default"), int):
        key["default"] = f"H+{minute // 60}:{minute % 60:02d}"
