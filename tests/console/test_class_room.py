"""The class as lines: joined, played for, looked at and left, against a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from simulator.classroom.store.people import Student
from simulator.classroom.work.assignments import Plan
from simulator.console.lines import Lines
from simulator.console.lobby import Lobby
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from tests.submission.pupil import server
from tests.submission.server_process import SEED, Server, await_that

__all__ = ["server"]
pytestmark = pytest.mark.slow


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    made = Desk(Library([]), History(tmp_path / "plays"), SettingsFile(tmp_path / "settings.json"), "fr")
    yield made
    made.my_class.close()


class Typist:
    """Types what a text says; a line that is a function is worked out from what was read so far."""

    def __init__(self, out: StringIO, lines: tuple[str | Callable[[str], str], ...]) -> None:
        self._out = out
        self._lines = list(lines)

    def readline(self) -> str:
        if not self._lines:
            return ""
        line = self._lines.pop(0)
        return (line if isinstance(line, str) else line(self._out.getvalue())) + "\n"


def stay(desk: Desk, *lines: str | Callable[[str], str]) -> str:
    out = StringIO()
    Lobby(desk, Lines(Typist(out, lines), out)).stay()  # type: ignore[arg-type]
    return out.getvalue().replace("\u202f", " ")


def number_of(text: str) -> Callable[[str], str]:
    """The number before the last line that was read with `text` in it."""

    def found(said: str) -> str:
        lines = said.replace("\u202f", " ").splitlines()
        line = next(line for line in reversed(lines) if text in line and line.strip()[:1].isdigit())
        return line.strip().split(".")[0]

    return found


def once_verified(desk: Desk, then: Callable[[str], str]) -> Callable[[str], str]:
    """The line that `then` gives, typed once the server has judged every play."""

    def are_settled() -> bool:
        desk.my_class.poll()
        return all(parcel.is_settled for parcel in desk.my_class.parcels()[0])

    def typed(said: str) -> str:
        await_that(are_settled, "the plays to be judged")
        return then(said)

    return typed


def joining(server: Server, name: str, listed: str = "oui") -> tuple[str, ...]:
    return ("m", "1", server.address, server.code, name, "", listed)


def test_a_class_is_joined_played_for_and_looked_at(server: Server, desk: Desk) -> None:
    own = server.assign(Plan(title="En lignes", seed=SEED, students_see="names"))
    assert own
    said = stay(
        desk,
        *joining(server, "Console"),
        number_of("Jouer : En lignes"),
        "",
        "w 24:00",
        "q",
        "q",
        once_verified(desk, number_of("Actualiser")),
        number_of("Voir la classe : En lignes"),
        "q",
        "q",
    )
    assert "M2 Com · groupe B" in said and "Vous êtes « Console »" in said
    assert "Classement" in said and "1. Console (vous)" in said
    assert "Vérifiée" in said


def test_an_exam_is_sat_line_by_line(server: Server, desk: Desk) -> None:
    server.assign(Plan(title="Épreuve en lignes", seed=SEED, mode="exam"))
    said = stay(
        desk,
        *joining(server, "Ligne"),
        number_of("Passer l’épreuve : Épreuve en lignes"),
        "non",
        number_of("Passer l’épreuve : Épreuve en lignes"),
        "oui",
        "",
        "e lampe",
        "pause",
        "x",
        "n",
        "q",
        number_of("Rendre l’épreuve"),
        "q",
        "q",
    )
    assert "La carte de l’audience ne se montre pas" in said
    assert "on n’avance pas au prochain événement" in said
    assert "Si la connexion se perd, l’horloge continue." in said
    assert "et son horloge ne s’arrête pas pour autant" in said
    assert "L’épreuve est rendue." in said


def test_what_cannot_be_joined_is_a_sentence_and_a_class_is_left(server: Server, desk: Desk) -> None:
    said = stay(
        desk,
        "m",
        "1",
        "deux mots",
        "x",
        "y",
        "",
        "non",
        "99",
        "?",
        "q",
        *joining(server, "Partant", "non"),
        number_of("Quitter la classe"),
        "non",
        number_of("Quitter la classe"),
        "oui",
        "q",
        "q",
    )
    assert "Ce n’est pas une adresse" in said and "Tapez le numéro" in said
    assert "Vous avez quitté la classe." in said
    assert not desk.class_view().name
    found = server.read(lambda session: session.query(Student).filter(Student.pseudonym == "Partant").one())
    assert not found.listed


def test_a_play_for_the_class_goes_by_the_clock(server: Server, desk: Desk) -> None:
    server.assign(Plan(title="Minutée", seed=SEED))
    said = stay(desk, *joining(server, "Pressée"), number_of("Jouer : Minutée"), "", "w 5", "q")
    assert "Arrêter et rendre" in said and "sans note" not in said
    assert desk.class_view().assignments[0].deed == "resume"
    session = desk.resume(desk.class_view().assignments[0].play_id)
    assert session.for_class and not session.pace.untimed
