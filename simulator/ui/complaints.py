"""What the game lacks on this machine, each in one sentence: it goes on without."""

from __future__ import annotations

from simulator.locale import Message, damaged_catalogues
from simulator.places import shipped
from simulator.scenario import emoji
from simulator.ui import typeface


def complaints() -> tuple[Message, ...]:
    """Fonts, drawings and catalogues that are missing or damaged, as far as is known by now."""
    found = [typeface.complaint()]
    assets = shipped("assets")
    if not (assets / "art").is_dir() or not emoji.complete():
        found.append(Message("ui.drawings_missing", {"folder": str(assets)}))
    if damaged := damaged_catalogues():
        found.append(Message("ui.texts_damaged", {"files": ", ".join(damaged)}))
    return tuple(message for message in found if message is not None)
