"""Sentences as they are typeset once their parts are in: quotes within quotes, and one stop at the end."""

from __future__ import annotations

import re

EXCERPT = 60
"""Characters of a text that is quoted in passing."""

_CLOSING = {"«": "»", "“": "”"}
_WITHIN = {"«": ("“", "”"), "“": ("‘", "’")}
"""The marks that quote within a quotation, by the mark that opens the one around it."""
_SPACES = " \u202f\u00a0"
_TWO_STOPS = re.compile(rf"([?!…][{_SPACES}]?[»”’]?|\.[{_SPACES}]?[»”’]|(?<!\.)\.)\.(?!\.)")


def typeset(text: str) -> str:
    """`text` with “ ” inside « », ‘ ’ inside “ ”, and no full stop after what ends a sentence already."""
    return _TWO_STOPS.sub(r"\1", _nested(text))


def unquoted(text: str) -> str:
    """`text` without the marks around it, where one pair holds it all."""
    bare = text.strip(_SPACES)
    closing = _CLOSING.get(bare[:1])
    return bare[1:-1].strip(_SPACES) if closing and bare.find(closing) == len(bare) - 1 else bare


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """The beginning of `text`, cut at a word."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.!?\u202f\u00a0") + "…"


def balanced(text: str) -> str:
    """`text`, cut short, with the quotations closed that it leaves open."""
    for opening, closing in _CLOSING.items():
        space = "\u202f" if opening == "«" else ""
        text += (space + closing) * (text.count(opening) - text.count(closing))
    return text


def _nested(text: str) -> str:
    if text.count("«") + text.count("“") < 2:
        return text
    told: list[str] = []
    still_open: list[str] = []
    for mark in text:
        if mark in _CLOSING:
            told.append(_WITHIN[still_open[0]][0] if still_open else mark)
            still_open.append(mark)
        elif still_open and mark == _CLOSING[still_open[-1]]:
            inner = mark == "»" and len(still_open) > 1
            if inner and told[-1] in _SPACES:
                told.pop()
            still_open.pop()
            told.append(_WITHIN[still_open[0]][1] if still_open else mark)
        elif not (len(still_open) > 1 and still_open[-1] == "«" and told[-1] == "“" and mark in _SPACES):
            told.append(mark)
    return "".join(told)
