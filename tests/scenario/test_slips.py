"""Slips of the pen in a good scenario, as authors make them: each is told, at its line, and nothing unrelated is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.places import shipped
from simulator.scenario.inspection import problems_in
from tests.scenario.editing import replace

RECALL = shipped("scenarios") / "rappel-tardif"
SLIPS: list[tuple[str, str, str, str, int]] = [
    # what the author meant to do, what stood there, what was written, the code, lines below the first one written
    ("key renamed", "people_at_risk: true", "people_at_riks: true", "S101", 0),
    ("key renamed deep inside", "    settles_responsibility: true", "    settle_responsibility: true", "S101", 0),
    ("key left out", 'summary: "Des nourrissons', 'summery: "Des nourrissons', "S101", 0),
    ("key twice", "severity: 3\n", "severity: 3\nseverity: 2\n", "S020", 1),
    ("word not in the list", "cluster: preventable", "cluster: preventible", "S104", 0),
    ("language unknown", "language: fr", "language: de", "S104", 0),
    ("number too large", "severity: 3\n", "severity: 5\n", "S105", 0),
    ("number as text", "minutes_of_play: 20", 'minutes_of_play: "20"', "S103", 0),
    ("yes for true", "people_at_risk: true", "people_at_risk: yes", "S024", 0),
    ("time without H", "crisis_begins: H+1:00", "crisis_begins: 1:00", "S025", 0),
    ("time that is none", "opens: H+2:28 }", "opens: H+2:88 }", "S110", 0),
    ("date impossible", 'start: "2026-03-10 12:45"', 'start: "2026-02-30 12:45"', "S111", 0),
    ("date without quotes", 'start: "2026-03-10 12:45"', "start: 2026-03-10", "S026", 0),
    ("after the end", "    at: H+5:22\n", "    at: H+6:22\n", "S222", 0),
    ("tab", "length: 345\n", "length: 345\n\tx: 1\n", "S012", 1),
    ("quote forgotten", 'title: "Rappel tardif"', 'title: "Rappel tardif', "S018", 0),
    ("opening quote forgotten", 'title: "Rappel tardif"', 'title: Rappel tardif"', "S013", 0),
    ("curly quotes", 'title: "Rappel tardif"', "title: “Rappel tardif”", "S013", 0),
    ("colon in a plain text", 'title: "Rappel tardif"', "title: Rappel: tardif", "S013", 0),
    (
        "persona unknown",
        '    sender: lola\n    channel: video\n    title: "Lola s’étonne"',
        '    sender: lila\n    channel: video\n    title: "Lola s’étonne"',
        "S202",
        0,
    ),
    (
        "channel unknown",
        '    channel: statement\n    title: "Rappel ordonné"',
        '    channel: statment\n    title: "Rappel ordonné"',
        "S203",
        0,
    ),
    ("fact unknown", "    reveals: [swab]", "    reveals: [swap]", "S204", 0),
    (
        "outcome unknown",
        "claims: [{ fact: origin, says: supplier }]",
        "claims: [{ fact: origin, says: suplier }]",
        "S205",
        0,
    ),
    ("truth unknown", "id: dryer, truth: dryer", "id: dryer, truth: dryers", "S206", 0),
    ("member unknown", "verification: { by: samira, minutes: 40", "verification: { by: samir, minutes: 40", "S207", 0),
    ("question unknown", "    asks: [hotline]", "    asks: [hotlines]", "S208", 0),
    (
        "acknowledgement unknown",
        "        owns: [harm, controls, late]\n        answers: [ceo, cause",
        "        owns: [harm, control, late]\n        answers: [ceo, cause",
        "S209",
        0,
    ),
    ("response unknown", "when: { chosen: swab-thief }", "when: { chosen: swab-theif }", "S210", 0),
    (
        "reason unknown",
        "watch: { reason: provocation, threshold: 60 }",
        "watch: { reason: provocations, threshold: 60 }",
        "S211",
        0,
    ),
    ("topic unknown", "    topics: [hospital]", "    topics: [hospitals]", "S212", 0),
    ("id twice", "  - id: inquiry\n", "  - id: inspection\n", "S201", 0),
    ("id with a capital", "  - id: inquiry\n", "  - id: Inquiry\n", "S108", 0),
    ("one slot too few", "H+1:29, H+2:22, H+2:58, H+3:32]", "H+1:29, H+2:22, H+2:58]", "S221", 0),
    (
        "two times for one inject",
        "    kind: news\n    at: H+4:20\n",
        "    kind: news\n    at: H+4:20\n    free: true\n",
        "S113",
        -1,
    ),
    (
        "braces that nothing fills",
        "« Babilune ne commente pas les rumeurs. »",
        "« {name} ne commente pas les rumeurs. »",
        "S228",
        0,
    ),
    ("promise without its hour", "Écrivez-nous ici ; prochain point à {time}.", "Écrivez-nous ici.", "S227", 0),
    ("anchor", "claims: [{ fact: swab, says: negative }]", "claims: &bad [{ fact: swab, says: negative }]", "S021", 0),
    (
        "two tests in one condition",
        "when: { chosen: ceo-scapegoat }",
        "when: { chosen: ceo-scapegoat, after: H+4:00 }",
        "S112",
        0,
    ),
    ("leak backwards", "between: [H+3:10, H+3:42]", "between: [H+3:42, H+3:10]", "S115", 0),
    (
        "condition that never holds",
        "when: { chosen: ceo-scapegoat }",
        "when: { every: [{ chosen: ceo-scapegoat }, { chosen: ceo-video }] }",
        "S601",
        0,
    ),
    ("verification too late", "minutes: 40, opens: H+3:04", "minutes: 40, opens: H+5:30", "S604", 0),
    (
        "deadline too short",
        'question: "Que décide Babilune ?"\n    deadline: 30',
        'question: "Que décide Babilune ?"\n    deadline: 8',
        "S606",
        1,
    ),
    ("deadline after the end", "    at: H+4:42\n", "    at: H+5:20\n", "S607", 6),
    (
        "reason missing",
        "Neuf abonnés l’auraient lu ; la réponse de la marque le montre à tout le monde.",
        "Non.",
        "S613",
        0,
    ),
    ("real brand", "Le biberon du soir, moment câlin", "Le biberon Gallia du soir, moment câlin", "S614", 0),
    ("picture without words", ', alt: "Affiche du jeu', ', x: "Affiche du jeu', "S101", 0),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RECALL, tmp_path / "rappel-tardif"))


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("old", "new", "code", "below"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_at_its_line(folder: Path, old: str, new: str, code: str, below: int) -> None:
    file = folder / "scenario.yaml"
    file.write_text(plain(file.read_text("utf-8")), encoding="utf-8")
    line = replace(folder, plain(old), plain(new)) + below
    problems = problems_in(folder)
    found = [(one.code, one.place.line) for one in problems if one.place.file.endswith("scenario.yaml")]
    assert [place for name, place in found if name.startswith(code)] == [line], found
    for problem in problems:
        for language in LANGUAGES:
            say = phrasebook(language)
            assert say.say(problem.message) and (problem.hint is None or say.say(problem.hint))


def test_there_are_forty_and_none_touches_what_is_whole(folder: Path) -> None:
    assert len({slip[0] for slip in SLIPS}) >= 40
    assert problems_in(folder) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "advice"),
    [
        ('    title: "Témoignage d’une mère"', '     title: "Témoignage d’une mère"', "S014", "align"),
        (
            'reason: "Le danger, le geste à faire et les familles tiennent en quatre phrases, sans adjectif."',
            "reason: Le danger, le geste à faire et les familles tiennent en quatre phrases",
            "S027",
            "comma",
        ),
        ('phrases, sans adjectif."', "phrases, sans adjectif.", "S018", "close_quote"),
        ("  r0: 3.3", "  r0: 3,3", "S103", "decimal_point"),
    ],
    ids=["a space too many", "a comma in a plain text", "quote forgotten in braces", "decimal comma"],
)
def test_the_advice_is_of_what_was_meant(folder: Path, old: str, new: str, code: str, advice: str) -> None:
    line = replace(folder, old, new)
    problem = problems_in(folder)[0]
    assert (problem.code, problem.place.line) == (code, line)
    assert problem.hint is not None and problem.hint.code == f"scenario.hint.{advice}"
