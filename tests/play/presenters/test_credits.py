"""The credits tell what is installed, with its licence, and sources that the documentation has."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from simulator.play.presenters.credits import SOURCES, credits_of_game

DOCS = Path(__file__).parents[3] / "docs"


def test_every_library_is_told_with_its_version_and_licence() -> None:
    told = credits_of_game()
    libraries = {work.name.lower(): work for work in told.libraries}
    assert {"pygame-ce", "numpy", "pydantic", "pyyaml"} <= libraries.keys()
    assert "pytest" not in libraries
    assert all(work.version and 0 < len(work.licence) <= 80 for work in (*told.libraries, *told.fonts))
    assert {"Source Sans Pro", "Material Design Icons"} <= {work.name for work in told.fonts}


def test_nothing_is_made_up_where_packages_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("simulator.play.presenters.credits.requires", unknown)
    told = credits_of_game()
    assert (told.libraries, told.fonts) == ((), ())
    assert told.people == "The Bad Buzz maintainers"


def test_every_source_is_one_of_the_documentation() -> None:
    scoring = (DOCS / "scoring.md").read_text(encoding="utf-8").casefold()
    for source in SOURCES:
        authors, _, title = source.partition("), ")
        assert f"{authors})".casefold() in scoring, source
        assert title.removeprefix("The ").casefold() in scoring, source
