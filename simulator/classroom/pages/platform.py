"""Coming from a learning platform (LTI 1.3): the login that it begins, the launch that it signs, what is found here."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import TheHouse, ThePlace
from simulator.classroom.api.envelope import framed_policy
from simulator.classroom.declined import Declined
from simulator.classroom.limits import LAUNCHES
from simulator.classroom.pages.addresses import class_link
from simulator.classroom.pages.platform_doors import let_in, refused
from simulator.classroom.pages.visitor import AVisitor, Visitor
from simulator.classroom.people.codes import shown_code
from simulator.classroom.people.secret import digest
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.systems import Platform
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.lti.courses import course_of, place
from simulator.classroom.systems.lti.launched import Launched, launched
from simulator.classroom.systems.lti.logins import LIVES as LOGIN_LIVES
from simulator.classroom.systems.lti.logins import keep_login, use_login
from simulator.classroom.systems.lti.platforms import origin_of, platform_of
from simulator.classroom.systems.lti.seats import door_for, seat_of, word_for
from simulator.classroom.systems.lti.speaking import toolkit_of
from simulator.classroom.work.assignments import assignments_of

router = APIRouter(include_in_schema=False)
LAUNCH = "/lti/launch"
_MOST_FIELDS = 40


async def the_params(request: Request) -> Mapping[str, str]:
    """What a platform sends, by GET or by POST; who sent it is known by its signature, and by nothing else."""
    if request.method == "GET":
        return dict(request.query_params)
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        return {name: value for name, value in sent.items() if isinstance(value, str)}


TheParams = Annotated[Mapping[str, str], Depends(the_params)]


@router.get("/lti/keys")
def keys(house: TheHouse) -> Response:
    """What platforms verify our signatures with."""
    return JSONResponse(toolkit_of(house).public_keys, headers={"Cache-Control": "max-age=3600"})


@router.api_route("/lti/login", methods=["GET", "POST"])
def login(visitor: AVisitor, params: TheParams, address: ThePlace) -> Response:
    """A platform sends somebody's browser, which is sent back to be vouched for."""
    house = visitor.house
    try:
        toolkit, now = toolkit_of(house), house.clock.now()
        wanted = params.get("client_id")
        platform = house.database.read(lambda session: platform_of(session, params.get("iss", ""), wanted))
        house.limits.check(LAUNCHES, address, now)
        house.limits.failed(LAUNCHES, address, now)
        url, state, nonce = toolkit.login(platform, params, f"{visitor.base}{LAUNCH}")
        house.database.write(lambda session: keep_login(session, platform, state, nonce, now))
    except Declined as declined:
        return refused(visitor, declined)
    response = RedirectResponse(url, 302, {"Cache-Control": "no-store"})
    seconds = int(LOGIN_LIVES.total_seconds())
    secure = visitor.base.startswith("https://")  # without TLS no cookie may say that it goes across sites
    response.set_cookie(
        login_cookie(state),
        state,
        seconds,
        path="/lti",
        httponly=True,
        secure=secure,
        samesite="none" if secure else None,
    )
    if secure:  # in a frame, browsers that keep no foreign cookies keep one that is the frame's own
        response.headers["Set-Cookie"] += "; Partitioned"
    return response


@router.post(LAUNCH)
def launch(visitor: AVisitor, params: TheParams) -> Response:
    """Somebody comes, vouched for."""
    try:
        return _launched(visitor, params)
    except Declined as declined:
        return refused(visitor, declined)


def _launched(visitor: Visitor, params: Mapping[str, str]) -> Response:
    house = visitor.house
    toolkit, now = toolkit_of(house), house.clock.now()
    state = params.get("state", "")
    if not state or visitor.request.cookies.get(login_cookie(state)) != state:
        raise Declined("lti_cookie", 400)
    platform, nonce = house.database.write(lambda session: use_login(session, state, now))
    claims = toolkit.launch(platform, params, state, nonce)
    said = launched(claims, platform.id, platform.issuer, platform.login_url)
    if said.deep_linking is not None:
        response = _choosing(visitor, platform, said)
    elif said.role == "teacher":
        response = _teaching(visitor, said)
    else:
        response = _learning(visitor, said)
    response.delete_cookie(login_cookie(state), path="/lti")
    return response


def _teaching(visitor: Visitor, said: Launched) -> Response:
    house, now, token = visitor.house, visitor.house.clock.now(), secrets.token_urlsafe(24)
    framed = visitor.request.headers.get("sec-fetch-dest") in ("iframe", "frame", "embed", "object")

    def work(session: Session) -> tuple[Teacher, SchoolClass, str | None]:
        course = course_of(session, said, now)
        assignment = place(session, course, said, now)
        school_class = session.get_one(SchoolClass, course.class_id)
        teacher = session.get_one(Teacher, school_class.teacher_id)
        if framed:
            door_for(session, teacher, token, now)
        return teacher, school_class, assignment.id if assignment else None

    teacher, school_class, assignment = house.database.write(work)
    if not framed:
        return let_in(visitor, teacher, f"/assignments/{assignment}" if assignment else f"/classes/{school_class.id}")
    way = f"/lti/door/{token}" + (f"?assignment={assignment}" if assignment else "")
    return _framed(visitor, said, "platform_teacher.html", name=school_class.name, way=way)


def _learning(visitor: Visitor, said: Launched) -> Response:
    house, now = visitor.house, visitor.house.clock.now()

    def work(session: Session) -> tuple[SchoolClass, str | None, str, str]:
        course = course_of(session, said, now)
        assignment = place(session, course, said, now)
        school_class = session.get_one(SchoolClass, course.class_id)
        student = seat_of(session, school_class, said.issuer, said.subject, now)
        word = word_for(session, student, now)
        return school_class, assignment.title if assignment else None, student.pseudonym, word

    school_class, title, pseudonym, word = house.database.write(work)
    if school_class.code is None:
        raise Declined("lti_no_code", 409)
    code = shown_code(school_class.code, visitor.language)
    link = class_link(visitor.request, house.settings, code)
    return _framed(
        visitor,
        said,
        "platform_student.html",
        name=school_class.name,
        title=title,
        pseudonym=pseudonym,
        link=link,
        word=word,
    )


def _choosing(visitor: Visitor, platform: Platform, said: Launched) -> Response:
    from simulator.classroom.systems.lti.choosing import choice, return_address

    if said.role != "teacher" or said.deep_linking is None:
        raise Declined("lti_role", 403)
    house, now, token = visitor.house, visitor.house.clock.now(), secrets.token_urlsafe(24)
    address, toolkit, url = return_address(said.deep_linking), toolkit_of(house), f"{visitor.base}{LAUNCH}"

    def work(session: Session) -> tuple[str, list[Assignment]]:
        course = course_of(session, said, now)
        school_class = session.get_one(SchoolClass, course.class_id)
        door_for(session, session.get_one(Teacher, school_class.teacher_id), token, now)
        return school_class.name, list(assignments_of(session, school_class.id))

    name, found = house.database.write(work)
    settings = said.deep_linking
    choices = [(one, choice(toolkit, platform, said.deployment, settings, one, url)) for one in found]
    forms = [one for one in (origin_of(address),) if one]
    values: dict[str, Any] = {
        "name": name,
        "choices": choices,
        "address": address,
        "way": f"/lti/door/{token}?prepare=1",
    }
    return _framed(visitor, said, "platform_choose.html", forms, **values)


def _framed(visitor: Visitor, said: Launched, template: str, forms: list[str] | None = None, **values: Any) -> Response:
    response = visitor.page(template, **values)
    response.headers["Content-Security-Policy"] = framed_policy(said.origins, forms or ())
    return response


def login_cookie(state: str) -> str:
    """The name of the cookie of one login; several tabs may log in at once."""
    return f"badbuzz_lti_{digest(state)[:16]}"
