"""`badbuzz class lti`: the platforms that may send people here."""

from __future__ import annotations

from importlib.util import find_spec

import click

from simulator.cli.commands.class_.place import common, opened
from simulator.cli.failure import Failure
from simulator.cli.shape import Speaking, SpeakingGroup, language_option
from simulator.cli.streams import write_line
from simulator.locale import Phrasebook


def command(say: Phrasebook) -> click.Command:
    """The command `class lti` and those below it; alone, it says what they are."""

    @click.pass_context
    def run(context: click.Context, lang: str | None) -> int:  # noqa: ARG001
        if context.invoked_subcommand is None:
            write_line(context.get_help())
        return 0

    group = SpeakingGroup(
        "lti", say, callback=run, help=say("cli.help_class_lti"), invoke_without_command=True,
        params=[language_option(say)],
    )  # fmt: skip
    for made in (_add(say), _invite(say), _list(say), _remove(say)):
        group.add_command(made)
    return group


def _add(say: Phrasebook) -> click.Command:
    def run(
        issuer: str,
        client_id: str,
        moodle: bool,
        login_url: str | None,
        token_url: str | None,
        keys_url: str | None,
        audience: str | None,
        deployment: tuple[str, ...],
        database: str | None,
        lang: str | None,  # noqa: ARG001
    ) -> int:
        _check_extra()
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.declined import Declined
        from simulator.classroom.systems.lti.platforms import NewPlatform, add_platform
        from simulator.classroom.systems.lti.platforms import moodle as of_moodle

        if moodle:
            new = of_moodle(issuer, client_id, deployment)
        elif login_url and token_url and keys_url:
            new = NewPlatform(issuer, client_id, login_url, token_url, keys_url, audience, deployment)
        else:
            raise Failure.of("cli.lti_urls")
        try:
            opened(database).write(lambda session: add_platform(session, new, MachineClock().now()))
        except Declined as declined:
            raise Failure(declined.message) from None
        write_line(say("cli.lti_added", issuer=new.issuer))
        return 0

    params = [
        click.Argument(["issuer"], metavar="URL"),
        click.Option(["--client-id"], required=True, metavar="ID", help=say("cli.option_client_id")),
        click.Option(["--moodle"], is_flag=True, help=say("cli.option_moodle")),
        click.Option(["--login-url"], metavar="URL", help=say("cli.option_login_url")),
        click.Option(["--token-url"], metavar="URL", help=say("cli.option_token_url")),
        click.Option(["--keys-url"], metavar="URL", help=say("cli.option_keys_url")),
        click.Option(["--audience"], metavar="URL", help=say("cli.option_audience")),
        click.Option(["--deployment"], multiple=True, metavar="ID", help=say("cli.option_deployment")),
        *common(say),
    ]
    return Speaking("add", say, callback=run, help=say("cli.help_lti_add"), params=params)


def _invite(say: Phrasebook) -> click.Command:
    def run(database: str | None, lang: str | None) -> int:  # noqa: ARG001
        _check_extra()
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.people.links import new_link

        now = MachineClock().now()
        token = opened(database).write(lambda session: new_link(session, "platform", now))
        write_line(say("cli.lti_link", link=f"/lti/register/{token}"))
        return 0

    return Speaking("invite", say, callback=run, help=say("cli.help_lti_invite"), params=common(say))


def _list(say: Phrasebook) -> click.Command:
    def run(database: str | None, lang: str | None) -> int:  # noqa: ARG001
        _check_extra()
        from simulator.classroom.systems.lti.platforms import platforms

        for one in opened(database).read(platforms):
            deployments = ", ".join(one.deployments) or "*"
            write_line(say("cli.lti_line", issuer=one.issuer, client=one.client_id, deployments=deployments))
        return 0

    return Speaking("list", say, callback=run, help=say("cli.help_lti_list"), params=common(say))


def _remove(say: Phrasebook) -> click.Command:
    def run(issuer: str, client_id: str | None, database: str | None, lang: str | None) -> int:  # noqa: ARG001
        _check_extra()
        from simulator.classroom.clock import MachineClock
        from simulator.classroom.systems.lti.platforms import remove_platform

        now = MachineClock().now()
        gone = opened(database).write(lambda session: remove_platform(session, issuer, client_id, now))
        if not gone:
            raise Failure.of("cli.lti_unknown", issuer=issuer)
        write_line(say("cli.lti_removed", issuer=issuer))
        return 0

    params = [
        click.Argument(["issuer"], metavar="URL"),
        click.Option(["--client-id"], metavar="ID", help=say("cli.option_client_id")),
        *common(say),
    ]
    return Speaking("remove", say, callback=run, help=say("cli.help_lti_remove"), params=params)


def _check_extra() -> None:
    """Raise Failure, with how to get it, where LTI cannot be spoken."""
    if find_spec("pylti1p3") is None:
        raise Failure.of("cli.serve_needs", extra="lms")
