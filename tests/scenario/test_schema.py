"""The exported schema: it is the file that editors read, and it says what every key is for."""

from __future__ import annotations

from pathlib import Path

from simulator.scenario import keys
from simulator.scenario.schema import scenario_schema, schema_text

COMMITTED = Path(__file__).parents[2] / "scenarios" / "scenario.schema.json"


def test_the_committed_schema_is_the_one_that_is_made() -> None:
    assert COMMITTED.read_text("utf-8") == schema_text(), "write schema_text() to scenarios/scenario.schema.json"


def test_every_key_is_described_and_every_description_used() -> None:
    schema = scenario_schema()
    parts = {"Scenario": schema, **schema["$defs"]}
    described = {name: part["properties"] for name, part in parts.items()}
    assert [
        (name, key) for name, part in described.items() for key, value in part.items() if not value["description"]
    ] == []
    assert [(name, key) for name, part in keys.OF_A_PART.items() for key in part if key not in described[name]] == []
    assert keys.EVERYWHERE.keys() <= {key for part in described.values() for key in part}


def test_unknown_keys_are_refused_by_the_schema_too() -> None:
    schema = scenario_schema()
    assert all(part["additionalProperties"] is False for part in (schema, *schema["$defs"].values()))


def test_a_time_and_its_default_are_written_as_an_author_writes_them() -> None:
    opens = scenario_schema()["$defs"]["Verification"]["properties"]["opens"]
    assert (opens["type"], opens["default"]) == ("string", "H+0:00")
