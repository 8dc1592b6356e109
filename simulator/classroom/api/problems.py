"""Every refusal as RFC 9457 says: a code for programs, and a sentence in the language asked for.

A person with a browser gets the same sentence as a page.
"""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from simulator.classroom.api.languages import language_of
from simulator.classroom.declined import Declined
from simulator.classroom.pages.failing import asks_for_a_page, page_of
from simulator.classroom.serving.logs import LOG
from simulator.locale import phrasebook
from simulator.submission.wire.problem import PROBLEM_TYPE, Problem

_BY_STATUS = {400: "request_bad", 401: "token_missing", 404: "nothing_here", 405: "method_wrong", 413: "body_too_long"}


def answer_with_problems(app: FastAPI) -> None:
    """Let `app` answer so to whatever goes wrong."""
    app.add_exception_handler(Declined, _declined)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failed)


def answered(request: Request, declined: Declined) -> Response:
    """The answer that says why not, as whoever asks can read it."""
    if asks_for_a_page(request):
        return page_of(request, declined)
    return problem_response(declined, request.headers.get("accept-language"))


def problem_response(declined: Declined, accept_language: str | None) -> Response:
    """The answer that says why not."""
    title = HTTPStatus(declined.status).phrase
    problem = Problem(
        title=title,
        status=declined.status,
        detail=phrasebook(language_of(accept_language)).say(declined.message),
        code=declined.code,
        retry_after=declined.retry_after,
    )
    headers = {"Cache-Control": "no-store"}
    if declined.retry_after is not None:
        headers["Retry-After"] = str(declined.retry_after)
    if declined.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    body = problem.model_dump_json(exclude_none=True)
    return Response(body, declined.status, headers, PROBLEM_TYPE)


async def _declined(request: Request, error: Exception) -> Response:
    assert isinstance(error, Declined)
    request.scope["declined"] = error.code
    return answered(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    if asks_for_a_page(request):  # forms are read by pages themselves: what does not fit is the address
        return await _declined(request, Declined("nothing_here", 404))
    first = next(iter(error.errors()), None)
    place = ".".join(str(part) for part in first["loc"][1:]) if first else ""
    shown = "".join(sign for sign in place if sign.isprintable())[:80]
    declined = Declined("request_key", place=shown) if shown else Declined("request_bad", 422)
    return await _declined(request, declined)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _BY_STATUS.get(error.status_code, "request_bad")
    response = await _declined(request, Declined(code, error.status_code))
    response.headers.update(error.headers or {})
    return response


async def _failed(request: Request, error: Exception) -> Response:
    LOG.error("request failed", exc_info=error)
    return await _declined(request, Declined("server_error", 500))
