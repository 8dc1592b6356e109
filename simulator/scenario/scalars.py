"""What an unquoted YAML value means: a text, a whole number, a decimal number, true or false; nothing is guessed."""

from __future__ import annotations

import re

from simulator.locale import Message
from simulator.scenario.problem import hint

FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, line separators that editors do not count, marks that turn the direction of a text."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_BOOLEANS = {"true": True, "false": False}

_BOOLEAN_LIKE = re.compile(r"(?i:yes|no|on|off|y|n|true|false)")
_QUOTED_BADLY = re.compile(r"“.*|.*\"")
"""What a word processor writes for a straight mark, and a mark that closes a text which none has opened."""
_NOTHING = re.compile(r"~|(?i:null)|")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9_]*)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")
_NUMBER_LIKE = re.compile(
    r"[-+]?(0[xXoObB][0-9a-fA-F_]+|[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?i:inf)|\.(?i:nan)"
)
_UNCLEAR = (
    (_NOTHING, "S027", "leave_out"),
    (_BOOLEAN_LIKE, "S024", "boolean"),
    (_SEXAGESIMAL, "S025", "time"),
    (_DATE, "S026", "quote"),
    (_NUMBER_LIKE, "S028", "plain_number"),
    (_QUOTED_BADLY, "S013", "quote_sign"),
)
"""What is unclear, the problem it is, the hint that goes with it."""


class Unclear(ValueError):
    """An unquoted value that different readers of YAML take for different things; `code` names the problem."""

    def __init__(self, code: str, advice: Message) -> None:
        super().__init__(code)
        self.code = code
        self.advice = advice


def meaning(written: str) -> str | int | float | bool:
    """The value of the unquoted scalar `written`. Raises Unclear where YAML itself would guess."""
    if written in _BOOLEANS:
        return _BOOLEANS[written]
    if _INTEGER.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    for pattern, code, advice in _UNCLEAR:
        if pattern.fullmatch(written):
            raise Unclear(code, hint(advice, written=written))
    return written
