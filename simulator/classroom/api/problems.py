"""Every refusal as RFC 9457 says: a code for programs, and a sentence in the language asked for."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from simulator.classroom.api.languages import language_of
from simulator.classroom.declined import Declined
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


def _asked_in(request: Request) -> str | None:
    return request.headers.get("accept-language")


async def _declined(request: Request, error: Exception) -> Response:
    assert isinstance(error, Declined)
    request.scope["declined"] = error.code
    return problem_response(error, _asked_in(request))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
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
