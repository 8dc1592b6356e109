"""Texts of a page: sentences that have yet to find their language, and words that no language changes."""

from __future__ import annotations

import re

from simulator.locale import Message, Phrasebook

Text = Message | str
"""A sentence, or words as they are."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither a page nor a PDF may hold, whoever typed them."""


def worded(text: Text, say: Phrasebook) -> str:
    """`text` as it is read, without what cannot be written."""
    return _UNWRITABLE.sub("", say.say(text) if isinstance(text, Message) else text)


def shortened(text: str, longest: int) -> str:
    """`text` in at most `longest` characters, an ellipsis in place of what is cut from its end."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
