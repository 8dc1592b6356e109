"""A class to look at: its page, its board, and a stand-in that remembers what it was asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.locale import Language
from simulator.play.my_class import ExamReady, PlayReady
from simulator.play.my_class.exam_session import ExamSession
from simulator.play.presenters.class_rows import (
    AssignmentRow,
    BoardLine,
    ClassBadge,
    ClassBoardView,
    ClassDebriefView,
    ClassView,
    InjectShares,
    QueueRow,
    ShareRow,
    SpreadRow,
)


def _either(language: Language, french: str, english: str) -> str:
    return french if language == "fr" else english


OUT: dict[Language, ClassView] = {
    "fr": ClassView("", "", "Aucune classe", "off", "", "", "", ""),
    "en": ClassView("", "", "No class", "off", "", "", "", ""),
}


def badge(language: Language) -> ClassBadge:
    line = _either(language, "Code TIGRE-4821 · 2 parties à envoyer", "Code TIGER-4821 · 2 plays to send")
    state = _either(language, "Hors ligne. Le serveur ne répond pas.", "Offline. The server does not answer.")
    return ClassBadge("M2 Com · groupe B", line, "bad", state)


def class_view(language: Language) -> ClassView:
    """Everything that a class page can have at once."""

    def say(french: str, english: str) -> str:
        return _either(language, french, english)

    return ClassView(
        name="M2 Communication de crise · groupe B · deuxième semestre",
        who=say("Vous êtes « Renard bleu »", "You are “Blue fox”"),
        state=say(
            "Hors ligne. Le serveur 192.168.1.12 ne répond pas. Ce qui est joué est gardé et partira tout seul.",
            "Offline. The server 192.168.1.12 does not answer. What you play is kept and will go out by itself.",
        ),
        tone="bad",
        connection=say(
            "192.168.1.12 · réseau local, connexion non chiffrée : d’autres peuvent lire vos décisions",
            "192.168.1.12 · local network, not encrypted: others can read your decisions",
        ),
        box="Code TIGRE-4821",
        said=say("Tous les essais sont faits.", "All attempts are used."),
        doing=say("Préparation du devoir : le scénario est vérifié…", "Preparing: the scenario is checked…"),
        notice=say("L’enseignant a mis la classe en pause.", "Your teacher has paused the class."),
        is_listed=True,
        assignments=(
            AssignmentRow(
                "A1",
                say("Rappel tardif, premier passage avec toute la promotion", "The late recall, with the whole year"),
                say("Rappel tardif · Entraînement", "The late recall · Practice"),
                say("Ouvert jusqu’au 30 nov., 18 h 00", "Open until Nov 30, 18:00"),
                "good",
                say("1 essai sur 3 · le meilleur compte", "1 attempt of 3 · the best counts"),
                say("Rang 3 sur 24", "Place 3 of 24"),
                "play",
                say("Nouvel essai", "Another attempt"),
                grade="71",
                can_debrief=True,
            ),
            AssignmentRow(
                "A2",
                say("Épreuve", "Exam"),
                "",
                say("Pas encore ouvert", "Not open yet"),
                "news",
                say("0 essai sur 1", "0 attempts of 1"),
                "",
                "exam",
                say("Passer l’épreuve", "Sit the exam"),
                refusal=say("Pas encore ouvert", "Not open yet"),
            ),
            AssignmentRow(
                "A3",
                say("Écrans noirs", "Black screens"),
                "",
                say("Ouvert", "Open"),
                "good",
                say("2 essais, sans limite", "2 attempts, no limit"),
                "",
                "resume",
                say("Reprendre", "Resume"),
                play_id="p3",
            ),
            AssignmentRow(
                "A4",
                say("Épreuve blanche", "Mock exam"),
                "",
                say("Ouvert", "Open"),
                "good",
                say("0 essai sur 1", "0 attempts of 1"),
                "",
                "exam",
                say("Passer l’épreuve", "Sit the exam"),
                rules=(
                    say(
                        "L’horloge appartient au serveur : elle tourne jusqu’au bout, sans pause.",
                        "The clock belongs to the server: it runs to the end, without a pause.",
                    ),
                    say(
                        "Si la connexion se perd, l’horloge s’arrête au bout de vingt secondes et vous attend.",
                        "If the connection is lost, the clock stops after twenty seconds and waits for you.",
                    ),
                ),
            ),
            AssignmentRow(
                "A5",
                say("Partiel de crise", "Midterm"),
                say("Rappel tardif · Épreuve", "The late recall · Exam"),
                say("Ouvert", "Open"),
                "good",
                say("0 essai sur 1", "0 attempts of 1"),
                say("Épreuve commencée", "Exam begun"),
                "exam",
                say("Reprendre l’épreuve", "Go on with the exam"),
                has_begun=True,
            ),
        ),
        queue=(
            QueueRow(
                "q1",
                "Rappel tardif",
                say("Jouée le 29 nov., 18 h 02 · essai 2", "Played Nov 29 · attempt 2"),
                say("À envoyer", "To be sent"),
                "news",
                say("Le serveur ne répond pas. Nouvel essai dans 12 s.", "No answer. Again in 12 s."),
                done=0.1,
                can_export=True,
            ),
            QueueRow(
                "q2",
                "Rappel tardif",
                say("Jouée le 29 nov., 17 h 02 · essai 1", "Played Nov 29 · attempt 1"),
                say("Vérifiée · 71", "Verified · 71"),
                "good",
                done=1.0,
            ),
            QueueRow(
                "q3",
                "rappel-tardif-21",
                "",
                say("Fichier modifié", "Changed file"),
                "bad",
                say("q3.parcel a été modifié depuis qu’il a été scellé.", "q3.parcel was changed."),
                can_export=True,
            ),
        ),
        unsent=2,
    )


def board_view(language: Language) -> ClassBoardView:
    """A board with all its parts."""

    def say(french: str, english: str) -> str:
        return _either(language, french, english)

    names = ("Loutre calme", "Comète verte", "Renard bleu, Érable vif, Mésange 7", "—")
    lines = tuple(
        BoardLine(str(place), name, str(95 - 8 * place), (0.9, 0.8, None), is_mine=place == 3)
        for place, name in enumerate(names, 1)
    )
    tens = (0, 0, 1, 1, 2, 4, 7, 5, 3, 1)
    return ClassBoardView(
        title=say("Rappel tardif, premier passage", "The late recall"),
        subtitle=say("24 sur 27 ont joué · 2 en vérification", "24 of 27 have played · 2 being verified"),
        mine=say("Vous êtes 3e sur 24, avec 71.", "You are number 3 of 24, with 71."),
        comments=(say("Belle prise de parole, un peu tardive.", "Well said, a little late."),),
        lines=lines,
        no_lines="",
        distribution=tuple(
            ShareRow(str(10 * rank), str(count or ""), count / 7, is_mine=rank == 7) for rank, count in enumerate(tens)
        ),
        distribution_note=say("Moyenne 62 (24 parties)", "Mean 62 (24 plays)"),
        firsts=(2.0, 5.0, 9.0, 31.0, 44.0, 95.0),
        firsts_note=say("Votre première prise de parole : T+0:31", "You first spoke at T+0:31"),
        my_first=31.0,
        injects=(
            InjectShares(
                say("Témoignage d’une mère", "A mother’s story"),
                (
                    ShareRow(say("Réponse personnalisée, lot et consigne", "A personal answer"), "46 %", 0.46, True),
                    ShareRow(say("Renvoi en message privé", "Asked to write in private"), "37 %", 0.37),
                    ShareRow(say("Aucune réponse avant l’échéance", "No answer before the deadline"), "17 %", 0.17),
                ),
            ),
        ),
        no_injects="",
        said="",
    )


def debrief_view(language: Language, *, revealed: bool = True) -> ClassDebriefView:
    """A debrief with all its parts."""

    def say(french: str, english: str) -> str:
        return _either(language, french, english)

    board = board_view(language)
    marks = (
        ("overall", say("Note globale", "Overall grade"), 71, 62, 3),
        ("reactivity", say("Réactivité", "Reactivity"), 88, 64, 1),
        ("transparency", say("Transparence", "Transparency"), 41, 55, 19),
        ("tone", say("Ton", "Tone"), 76, 70, 6),
    )
    exemplary = replace(board.injects[0].rows[0], is_mine=False, is_recommended=revealed)
    own = replace(board.injects[0].rows[1], is_mine=True)
    first = replace(board.injects[0], rows=(exemplary, own, board.injects[0].rows[2]), is_revealed=revealed)
    second = InjectShares(
        say("Un journaliste demande si le lot a été testé", "A reporter asks whether the batch was tested"),
        (
            ShareRow(say("Dire ce qui est su et quand viendra la suite", "Say what is known and when more comes"),
                     "58 %", 0.58, is_mine=True, is_recommended=revealed),
            ShareRow(say("Surveiller, sans répondre", "Watch, without answering"), "42 %", 0.42),
        ),
        revealed,
    )  # fmt: skip
    return ClassDebriefView(
        title=board.title,
        subtitle=say("24 parties comptent", "24 plays count"),
        mine=board.mine,
        comments=board.comments,
        spreads=tuple(
            SpreadRow(
                criterion,
                name,
                str(mine),
                say(f"Médiane de la classe : {median}", f"Class median: {median}"),
                say(f"Rang {place} sur 24", f"Place {place} of 24"),
                mine / 100,
                median / 100,
            )
            for criterion, name, mine, median, place in marks
        ),
        injects=(first, second),
        injects_note=say(
            "L’enseignant a dévoilé la réponse du joueur exemplaire, celui qui fait en temps voulu ce que le métier "
            "recommande.",
            "Your teacher has revealed what the exemplary player answers, who does in time what the trade recommends.",
        ),
    )


class SampleClass:
    """Remembers what it was asked in `told_of`; `is_in` whether one is in the class."""

    def __init__(self) -> None:
        self.revision = 0
        self.busy = ""
        self.is_in = False
        self.told_of: list[tuple[object, ...]] = []
        self.refuses = False

    def poll(self) -> None:
        """Nothing comes."""

    def clock(self) -> float:
        return 0.0

    def look(self, *, now: bool = False) -> None:
        if now:
            self.told_of.append(("look",))

    def watch_board(self, assignment_id: str | None) -> None:
        """Nothing comes."""

    def join(
        self,
        typed: str,
        code: str,
        pseudonym: str,
        *,
        roster_number: str = "",
        rejoin: str = "",
        listed: bool = False,
        ca_file: str = "",
    ) -> None:
        self.told_of.append(("join", typed, code, pseudonym, roster_number, rejoin, listed, ca_file))
        self.is_in = True
        self.revision += 1

    def leave(self) -> Path | None:
        if self.refuses:
            raise OSError(28, "No space left on device")
        self.told_of.append(("leave",))
        self.is_in = False
        self.revision += 1
        return None

    def be_listed(self, listed: bool) -> None:
        self.told_of.append(("listed", listed))

    def prepare(self, assignment_id: str, team: tuple[str, ...] = ()) -> None:
        self.told_of.append(("prepare", assignment_id, team))

    def take_ready(self) -> PlayReady | ExamReady | None:
        return None

    def sit(self, ready: ExamReady) -> ExamSession:
        raise NotImplementedError

    def export(self, name: str) -> Path:
        if self.refuses:
            raise OSError(28, "No space left on device")
        self.told_of.append(("export", name))
        return Path("/reports") / f"{name}.badbuzz-play.json"
