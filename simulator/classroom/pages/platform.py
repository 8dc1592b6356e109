"""Coming from a learning platform (LTI 1.3): the login that it begins, the launch that it signs, what is found here."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from simulator.classroom.api.callers import COOKIE, TheHouse, ThePlace
from simulator.classroom.api.envelope import framed_policy
from simulator.classroom.declined import Declined
from simulator.classroom.limits import LINKS
from simulator.classroom.pages.addresses import class_link
from simulator.classroom.pages.visitor import AVisitor, Visitor
from simulator.classroom.people.classes import classes_of
from simulator.classroom.people.codes import shown_code
from simulator.classroom.people.links import is_good, use_link
from simulator.classroom.people.secret import digest
from simulator.classroom.people.teachers import session_of
from simulator.classroom.people.tokens import LIVES
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.systems import Platform
from simulator.classroom.store.work import Assignment
from simulator.classroom.systems.lti.courses import course_of, place
from simulator.classroom.systems.lti.launched import Launched, launched
from simulator.classroom.systems.lti.logins import LIVES as LOGIN_LIVES
from simulator.classroom.systems.lti.logins import keep_login, use_login
from simulator.classroom.systems.lti.platforms import add_platform, origin_of, platform_of
from simulator.classroom.systems.lti.seats import door_for, seat_of, word_for
from simulator.classroom.systems.lti.speaking import toolkit_of
from simulator.classroom.work.assignments import assignments_of

router = APIRouter(include_in_schema=False)
LAUNCH = "/lti/launch"
_MOST_FIELDS = 40
_ANYWHERE = ("http:", "https:")
"""Who may frame a page that says what went wrong: nothing can be done on it."""


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
def login(visitor: AVisitor, params: TheParams) -> Response:
    """A platform sends somebody's browser, which is sent back to be vouched for."""
    house = visitor.house
    try:
        toolkit, now = toolkit_of(house), house.clock.now()
        wanted = params.get("client_id")
        platform = house.database.read(lambda session: platform_of(session, params.get("iss", ""), wanted))
        url, state, nonce = toolkit.login(platform, params, f"{visitor.base}{LAUNCH}")
        house.database.write(lambda session: keep_login(session, platform, state, nonce, now))
    except Declined as declined:
        return _refused(visitor, declined)
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
        return _refused(visitor, declined)


@router.get("/lti/register/{token}")
def register(
    token: str, visitor: AVisitor, place: ThePlace, openid_configuration: str = "", registration_token: str = ""
) -> Response:
    """A platform enters itself, by a link that is good once."""
    house, now = visitor.house, visitor.house.clock.now()
    try:
        toolkit_of(house)
        from simulator.classroom.systems.lti.registering import register as registered

        house.limits.check(LINKS, place, now)
        if not house.database.read(lambda session: is_good(session, token, "platform", now)):
            house.limits.failed(LINKS, place, now)
            raise Declined("link_over", 410)
        found = registered(visitor.base, openid_configuration, registration_token)

        def work(session: Session) -> Platform:
            use_link(session, token, "platform", now)
            return add_platform(session, found, now)

        platform = house.database.write(work)
    except Declined as declined:
        return _refused(visitor, declined)
    response = visitor.page("platform_registered.html", issuer=platform.issuer)
    origins = [one for one in (origin_of(platform.issuer), origin_of(platform.login_url)) if one]
    response.headers["Content-Security-Policy"] = framed_policy(origins)
    return response


@router.get("/lti/door/{token}")
def door(token: str, visitor: AVisitor, assignment: str = "", prepare: bool = False) -> Response:
    """Out of a frame: a session by a link that is good once."""
    now = visitor.house.clock.now()

    def work(session: Session) -> tuple[Teacher, str]:
        teacher = session.get_one(Teacher, use_link(session, token, "session", now).teacher_id)
        found = session.get(Assignment, assignment) if assignment else None
        mine = classes_of(session, teacher)
        if found is not None and found.class_id in [one.id for one in mine]:
            return teacher, f"/assignments/{found.id}"
        if not mine:
            return teacher, "/"
        return teacher, f"/classes/{mine[0].id}" + ("/assignments/new" if prepare else "")

    return _let_in(visitor, *visitor.house.database.write(work))


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
        return _let_in(visitor, teacher, f"/assignments/{assignment}" if assignment else f"/classes/{school_class.id}")
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


def _refused(visitor: Visitor, declined: Declined) -> Response:
    """A page that says why not, in a frame too."""
    visitor.request.scope["declined"] = declined.code
    response = visitor.page("platform_refused.html", status=declined.status, message=declined.message)
    response.headers["Content-Security-Policy"] = framed_policy(_ANYWHERE)
    return response


def _let_in(visitor: Visitor, teacher: Teacher, to: str) -> Response:
    token, _ = visitor.house.tokens.signed(session_of(teacher), visitor.house.clock.now())
    response = visitor.away(to)
    visitor.set_cookie(response, COOKIE, token, int(LIVES["teacher"].total_seconds()))
    return response


def login_cookie(state: str) -> str:
    """The name of the cookie of one login; several tabs may log in at once."""
    return f"badbuzz_lti_{digest(state)[:16]}"
