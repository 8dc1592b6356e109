"""What went wrong, as a page with a sentence and a way on; programs get the same as problem+json."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from fastapi.responses import Response

from simulator.classroom.declined import Declined
from simulator.classroom.pages.visitor import visitor_without_account
from simulator.submission.wire.base import API


def asks_for_a_page(request: Request) -> bool:
    """Whether a person with a browser asks."""
    return not request.url.path.startswith(f"{API}/") and "text/html" in request.headers.get("accept", "")


def page_of(request: Request, declined: Declined) -> Response:
    """The page that says why not; the log-in for somebody who has to log in."""
    visitor = visitor_without_account(request, request.app.state.house)
    if declined.status == 401 and request.method == "GET":
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        told = declined.message.code if declined.code == "log_in_again" else None
        return visitor.away(f"/login?next={quote(here, safe='/')}", told)
    title = f"classpages.error_{declined.status}" if declined.status in _TITLED else "classpages.error_other"
    response = visitor.page("error.html", status=declined.status, title=title, message=declined.message)
    if declined.retry_after is not None:
        response.headers["Retry-After"] = str(declined.retry_after)
    return response


_TITLED = (401, 403, 404, 413, 429, 500)
