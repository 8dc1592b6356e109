"""A new scenario's folder, begun from a commented template or from a scenario that exists."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

from simulator.locale import Language

TEMPLATES = ("service-problem", "ethical-breach", "security-breach", "defamation", "paracrisis")
"""One for each type of crisis, and one for a false alarm that answering makes worse; the first is the default."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 48
SCHEMA = "scenario.schema.json"
"""Lies beside a new scenario: an editor that reads it completes keys and underlines slips while one writes."""
_MODELINE = "# yaml-language-server: $schema="


class AlreadyThere(Exception):
    """The folder that would be made exists."""


def is_an_id(name: str) -> bool:
    """Whether a scenario may be called `name`."""
    return len(name) <= LONGEST_ID and _ID.fullmatch(name) is not None


def template_folder(name: str, language: Language) -> Path:
    """Where the template `name`, one of `TEMPLATES`, commented in `language`, lies."""
    return Path(__file__).with_name("templates") / name / language


def begin(folder: Path, source: Path) -> tuple[Path, ...]:
    """Make the scenario `folder`, whose name is the id, from the folder `source`; the files made, sorted.

    All of them or none: the folder is filled beside and then put in its place. Raises AlreadyThere, or OSError where
    the disk refuses.
    """
    if folder.exists():
        raise AlreadyThere
    folder.parent.mkdir(parents=True, exist_ok=True)
    from simulator.scenario.schema import schema_text

    beside = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        (beside / SCHEMA).write_text(schema_text(), encoding="utf-8")
        for file in _files(source):
            if file.suffix == ".yaml":
                (beside / file.name).write_text(_called(file, folder.name), encoding="utf-8")
            else:
                shutil.copyfile(file, beside / file.name)
        beside.chmod(0o755)
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return tuple(sorted(folder.iterdir()))


def _files(source: Path) -> Iterator[Path]:
    yield from (file for file in sorted(source.iterdir()) if file.is_file() and not file.name.startswith("."))


def _called(file: Path, name: str) -> str:
    """A file's text with the scenario's new id in the place of its own; editors find the format's schema beside it."""
    text = re.sub(r"(?m)^(id|translates|plays): *\S+", rf"\1: {name}", file.read_text("utf-8"), count=1)
    if file.name != "scenario.yaml":
        return text
    return f"{_MODELINE}{SCHEMA}\n" + re.sub(rf"(?m)^{re.escape(_MODELINE)}.*\n", "", text)
