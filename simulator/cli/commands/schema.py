"""`badbuzz schema`: the JSON Schema of a scenario, for editors."""

from __future__ import annotations

import sys

import click

from simulator.cli.shape import Speaking, language_option
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `schema`."""

    def run(lang: str | None) -> int:  # noqa: ARG001
        from simulator.scenario.schema import schema_text

        sys.stdout.write(schema_text())
        return 0

    return Speaking("schema", say, callback=run, params=[language_option(say)])
