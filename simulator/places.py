"""Where things are: what ships with the game, and the user's own folder."""

import os
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Folder `name` ("scenarios" or "assets") of the checkout, or of the wheel where it lies inside the package."""
    inside_wheel = _PACKAGE / "shipped" / name
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / name


def catalogues() -> Path:
    """Folder of the interface's message catalogues, one folder a language."""
    return _PACKAGE / "locales"


def data_folder() -> Path:
    """The user's data folder; `BADBUZZ_DATA` moves it. It is named, not made."""
    moved = os.environ.get("BADBUZZ_DATA")
    return Path(moved) if moved else user_data_path("badbuzz", appauthor=False)


def reports_folder() -> Path:
    """Where reports are written: among the user's documents where there are any, else in the data folder; not made."""
    if not os.environ.get("BADBUZZ_DATA"):
        documents = user_documents_path()
        if documents.is_dir():
            return documents / "Bad Buzz"
    return data_folder() / "reports"
