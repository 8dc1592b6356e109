"""`badbuzz join LINK`: into a class, by its link, or by the server's address and the class's code."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, language_option
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `join`."""

    def run(
        link: str,
        code: str | None,
        name: str | None,
        student_number: str | None,
        rejoin: str | None,
        listed: bool,
        ca_file: Path | None,
        lang: str | None,  # noqa: ARG001
    ) -> int:
        if not name and not rejoin:
            raise Failure.of("cli.missing", name="--name")
        if ca_file is not None and not ca_file.is_file():
            raise Failure.of("cli.no_such_path", path=str(ca_file))
        _join(say, link, code or "", name or "", student_number or "", rejoin or "", ca_file, listed=listed)
        return 0

    return Speaking(
        "join",
        say,
        callback=run,
        params=[
            click.Argument(["link"], metavar=say("cli.link_metavar")),
            click.Argument(["code"], metavar="CODE", required=False),
            click.Option(["--name"], metavar=say("cli.pseudonym_metavar"), help=say("cli.option_name")),
            click.Option(["--student-number"], metavar="N", help=say("cli.option_student_number")),
            click.Option(["--rejoin"], metavar=say("cli.word_metavar"), help=say("cli.option_rejoin")),
            click.Option(["--listed"], is_flag=True, help=say("cli.option_listed")),
            click.Option(["--ca-file"], type=Path, metavar=say("cli.file_metavar"), help=say("cli.option_ca_file")),
            language_option(say),
        ],
    )


def _join(
    say: Phrasebook,
    link: str,
    code: str,
    name: str,
    student_number: str,
    rejoin: str,
    ca_file: Path | None,
    *,
    listed: bool,
) -> None:
    from simulator.places import data_folder
    from simulator.play.history import History
    from simulator.play.my_class import MyClass
    from simulator.play.my_class.errands import AtOnce
    from simulator.play.presenters.class_page import class_view

    mine = MyClass(data_folder() / "class", History.of_user(), lambda: say.language, AtOnce())
    if mine.membership is not None:
        raise Failure.of("cli.in_a_class", name=mine.membership.class_name)
    authority = str(ca_file.resolve()) if ca_file is not None else ""
    mine.join(link, code, name, roster_number=student_number, rejoin=rejoin, listed=listed, ca_file=authority)
    mine.poll()
    if mine.problem is not None:
        raise Failure(mine.problem)
    mine.poll()
    view = class_view(mine, {}, say)
    write_line(say("cli.joined", name=view.name))
    write_line(f"  {view.who}")
    write_line(f"  {view.connection}")
    for row in view.assignments:
        write_line(f"  {row.title} · {row.standing}")
    write_line(say("cli.joined_next"))
