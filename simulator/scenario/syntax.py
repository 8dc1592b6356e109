"""The YAML reader's complaints as problems: where the text stops making sense, and what usually causes it."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from simulator.scenario.problem import Place, Problem, hint

_KEY = re.compile(r"\s*(- )?[a-z_]+:?")
"""All that stands before the colon of a key; where it does not fit, the line is not in line with those above."""
_QUOTE = re.compile(r'(?<!\\)"')

_LONGEST_OPEN = 12
"""Lines after which the next quotation mark closes a text that nobody closed, at the most that is looked at."""

MAX_DEPTH = 40
"""Of lists and mappings inside each other; the reader has a bound of its own far above."""

_CAUSES: tuple[tuple[str, str, str], ...] = (
    # what the C or the pure Python reader says, the problem's code, the hint
    ("end of stream", "S010", "close"),
    ("<stream end>", "S010", "close"),
    ("'\\t'", "S012", "spaces"),
    ("tab character", "S012", "spaces"),
    ("mapping values are not allowed", "S013", "quote_colon"),
    ("cannot start any token", "S013", "quote_sign"),
    ("alphabetic or numeric character", "S013", "quote_sign"),
    ("could not find expected ':'", "S014", "colon"),
    ("could not found expected ':'", "S014", "colon"),
    ("did not find expected key", "S014", "align"),
    ("expected <block end>", "S014", "align"),
    ("did not find expected '-' indicator", "S014", "align"),
    ("expected ',' or ", "S014", "close"),
    ("block sequence entries are not allowed", "S014", "align"),
    ("block collections are not allowed", "S014", "align"),
    ("escape", "S016", "backslash"),
)


def syntax_problem(error: MarkedYAMLError, file: str, text: str) -> Problem:
    """The problem behind `error`, which the YAML reader met in `text`."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    written = lines[line] if line < len(lines) else ""
    if "nesting depth" in str(error.problem):
        return Problem.of("S030", Place(file, line + 1, column + 1), limit=MAX_DEPTH)
    code, advice = _cause(f"{error.problem} {error.context}")
    if written[: column + 1].strip(" ") == "\t":
        code, advice = "S012", "spaces"
    elif code == "S013" and _KEY.fullmatch(written[:column]) and line:
        code, advice = "S014", "align"
    elif code == "S014" and written[:column].rstrip().endswith(('"', "'")):
        code, advice = "S017", "inner_quote"
    elif code in ("S011", "S014") and line >= len(lines) - 1 and not written[column:].strip():
        code, advice = "S010", "close"
    if code in ("S013", "S014", "S017") and (opened := _open_quote(lines, line)) is not None:
        code, advice = "S018", "close_quote"
        line, column = opened
    if code == "S010" and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    return Problem.of(code, Place(file, line + 1, column + 1), hint(advice))


def _open_quote(lines: list[str], line: int) -> tuple[int, int] | None:
    """Where a text between double quotes begins that was not closed on its line, shortly before `line`; else None."""
    for above in range(line - 1, max(-1, line - _LONGEST_OPEN), -1):
        quotes = [found.start() for found in _QUOTE.finditer(lines[above])]
        if len(quotes) % 2:
            return above, quotes[-1]
    return None


def _cause(said: str) -> tuple[str, str]:
    return next(((code, advice) for words, code, advice in _CAUSES if words in said), ("S011", "quote_sign"))
