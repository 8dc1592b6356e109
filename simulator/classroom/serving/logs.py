"""One JSON object a line, and nothing in it that tells who somebody is: no address, no name, no token."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

LOG = logging.getLogger("badbuzz")
FIELDS = (
    "request",
    "method",
    "route",
    "status",
    "ms",
    "code",
    "play",
    "outcome",
    "error",
    "reason",
    "worker",
    "count",
    "what",
)
"""What a line may say beside time, level and event; anything else is left out."""


class JsonLines(logging.Formatter):
    """A record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line |= {name: record.__dict__[name] for name in FIELDS if name in record.__dict__}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record)
        return json.dumps(line, ensure_ascii=False, default=str)


def log_as_json(level: int = logging.INFO) -> None:
    """Let this process log so; libraries only what is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    LOG.setLevel(level)


def _where(record: logging.LogRecord) -> list[str]:
    """File and line of each call, without the values that a whole traceback may quote."""
    assert record.exc_info is not None
    trace, places = record.exc_info[2], []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-12:]
