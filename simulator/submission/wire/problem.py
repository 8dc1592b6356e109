"""Why a server does not do what it was asked: RFC 9457, with a code for programs and a sentence for people."""

from __future__ import annotations

from simulator.submission.wire.base import Answer

PROBLEM_TYPE = "application/problem+json"


class Problem(Answer):
    """`detail` is a whole sentence in the language asked for; `code` stays the same in every language and release.

    `retry_after`: seconds after which the same request may succeed; None: never as it stands.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    retry_after: int | None = None
