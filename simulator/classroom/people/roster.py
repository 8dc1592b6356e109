"""A class list, pasted or from a CSV file, as schools export them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import touch_class
from simulator.classroom.people.animals import invented_name, plain
from simulator.classroom.people.joining import MOST_STUDENTS
from simulator.classroom.people.names import folded
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.locale import Message

MOST_CHARACTERS = 300_000
_MOST = {"name": 200, "email": 254, "number": 60}
_HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("nom", "name", "fullname", "nomcomplet", "student", "etudiant", "eleve"), "name"),
    **dict.fromkeys(("prenom", "firstname", "givenname"), "first"),
    **dict.fromkeys(("nomdefamille", "lastname", "surname", "familyname"), "name"),
    **dict.fromkeys(("email", "mail", "courriel", "emailaddress", "adressedecourriel", "adresseemail"), "email"),
    **dict.fromkeys(("numero", "number", "id", "idnumber", "numeroetudiant", "studentnumber", "matricule"), "number"),
}


@dataclass(frozen=True)
class Entry:
    """Somebody on a list; what it does not say is empty."""

    name: str = ""
    email: str = ""
    number: str = ""


@dataclass(frozen=True)
class Reading:
    """What a list says, and what of it cannot be taken, a sentence a line."""

    entries: tuple[Entry, ...]
    problems: tuple[Message, ...] = ()


def read_roster(text: str) -> Reading:
    """The people in `text`: one a line; separated by tabs, semicolons or commas, with headings or without.

    Raises Declined where it is far too long to be a class.
    """
    if len(text) > MOST_CHARACTERS:
        raise Declined("roster_long", 413, most=MOST_STUDENTS)
    rows = [row for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=_separator(text)) if any(row)]
    headings = _headings(rows[0]) if rows else None
    entries, problems = [], []
    seen: set[str] = set()
    for line, row in enumerate(rows[1:] if headings else rows, start=2 if headings else 1):
        entry = _entry(row, headings)
        problem = _problem(entry, seen)
        if problem is not None:
            problems.append(Message(f"classroom.{problem}", {"line": str(line)}))
        else:
            entries.append(entry)
            seen.add(entry.number)
    return Reading(tuple(entries), tuple(problems))


def add_roster(
    session: Session, school_class: SchoolClass, entries: Sequence[Entry], now: datetime, teacher: str | None = None
) -> int:
    """Enter people on the class's list, each under an invented pseudonym until they join; how many were new.

    Somebody who is there already stays as they are. Raises Declined.
    """
    known = known_of_roster(session, school_class.id)
    new = [one for one in entries if not is_known(one, known)]
    count = session.scalar(select(func.count()).where(Student.class_id == school_class.id)) or 0
    if count + len(new) > MOST_STUDENTS:
        raise Declined("class_full", 409, most=MOST_STUDENTS)
    names = set(session.scalars(select(Student.folded).where(Student.class_id == school_class.id)))
    for entry in new:
        pseudonym = free_name(school_class.language, names)
        student = Student(class_id=school_class.id, pseudonym=pseudonym, folded=folded(pseudonym), created=now)
        session.add(student)
        session.flush()
        session.add(
            Identity(
                student_id=student.id,
                name=entry.name or None,
                email=entry.email or None,
                roster_number=entry.number or None,
            )
        )
    note(session, now, "roster", teacher=teacher, school_class=school_class.id, added=len(new))
    touch_class(session, school_class.id)
    return len(new)


def known_of_roster(session: Session, class_id: str) -> set[str]:
    """What people on a class's list are told apart by: numbers, e-mail addresses, names."""
    there = session.execute(
        select(Identity.roster_number, Identity.email, Identity.name)
        .join(Student, Student.id == Identity.student_id)
        .where(Student.class_id == class_id)
    ).all()
    return {value for row in there for value in row if value}


def is_known(entry: Entry, known: set[str]) -> bool:
    """Whether somebody is on the list already: by number or address, by name alone where they have neither."""
    if entry.number or entry.email:
        return entry.number in known or entry.email in known
    return entry.name in known


def free_name(language: str, names: set[str]) -> str:
    """An invented pseudonym whose folded form is not among `names`, and is from then on. Raises Declined."""
    for number in range(10_000):
        name = invented_name(language) + (f" {number}" if number >= 20 else "")
        if folded(name) not in names:
            names.add(folded(name))
            return name
    raise Declined("class_full", 409, most=MOST_STUDENTS)


def _separator(text: str) -> str:
    first = text.lstrip("\ufeff").partition("\n")[0]
    return max("\t;,", key=first.count)


def _headings(row: Sequence[str]) -> tuple[str, ...] | None:
    """What each column is, None where the first line is somebody already."""
    found = tuple(_HEADINGS.get("".join(sign for sign in plain(cell) if sign.isalnum()), "") for cell in row)
    return found if any(found) else None


def _entry(row: Sequence[str], headings: tuple[str, ...] | None) -> Entry:
    cells = [" ".join(cell.split()) for cell in row]
    if headings is None:
        email = next((cell for cell in cells if "@" in cell), "")
        number = next((cell for cell in cells if any(sign.isdigit() for sign in cell) and cell != email), "")
        words = [cell for cell in cells if cell and cell not in (email, number)]
        return Entry(" ".join(words), email, number)
    by = {name: cell for name, cell in zip(headings, cells, strict=False) if name}
    name = " ".join(part for part in (by.get("first", ""), by.get("name", "")) if part)
    return Entry(name, by.get("email", ""), by.get("number", ""))


def _problem(entry: Entry, seen: set[str]) -> str | None:
    values = {"name": entry.name, "email": entry.email, "number": entry.number}
    if not any(values.values()):
        return "roster_empty_line"
    if any(len(value) > _MOST[name] or not value.isprintable() for name, value in values.items() if value):
        return "roster_bad_line"
    if entry.email and ("@" not in entry.email or " " in entry.email):
        return "roster_bad_email"
    return "roster_twice" if entry.number and entry.number in seen else None
