"""Commands that speak the interface's language: help pages, option types, and sentences for wrong usage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click

from simulator.cli.failure import Failure
from simulator.locale import LANGUAGES, Phrasebook

_PAGE_OPTIONS = ("--report", "--output", "-o")


class Speaking(click.Command):
    """A command whose help page is in the language of `say`."""

    def __init__(self, name: str, say: Phrasebook, **settings: object) -> None:
        self.say = say
        if "help" not in settings:
            settings["help"] = say(f"cli.help_{name}")
        super().__init__(name, options_metavar=say("cli.options_metavar"), **settings)  # type: ignore[arg-type]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx  # click's parser does not say whose option it was
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=self.say("cli.usage_prefix") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row is not None]
        with formatter.section(self.say("cli.options_heading")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.say("cli.help_option")
        return option


class SpeakingGroup(Speaking, click.Group):
    """A group of such commands; an unknown one is answered with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if near:
                raise Failure.of("cli.unknown_command_near", command=args[0], meant=near[0])
            raise Failure.of("cli.unknown_command", command=args[0], group=ctx.command_path)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Speaking.format_options(self, ctx, formatter)
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(self.say("cli.commands_heading")):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in named if command])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [self.say("cli.options_metavar"), self.say("cli.command_metavar")]


def seed_option(say: Phrasebook, help_code: str = "cli.option_seed") -> click.Option:
    """`--seed N`: a whole number that a run can be drawn from, 0 to 2**32 - 1; `help_code` says what it is for."""

    highest = 2**32 - 1

    def converted(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if not (value.isascii() and value.isdecimal()) or len(value) > 10 or int(value) > highest:
            raise Failure.of("cli.bad_seed", seed=value, highest=highest)
        return int(value)

    return click.Option(["--seed"], metavar="N", callback=converted, help=say(help_code))


def whole_option(
    say: Phrasebook, name: str, low: int, high: int, help_code: str | None = None, **settings: Any
) -> click.Option:
    """The option `--name N`, a whole number from `low` to `high`, or several with `multiple`."""

    def converted(value: str) -> int:
        value = re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", value)  # as people write thousands
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal()) or len(digits) > 10 or not low <= int(value) <= high:
            shown = int(value) if digits.isascii() and digits.isdecimal() and len(digits) <= 10 else value
            raise Failure.of("cli.no_whole_number", option=f"--{name}", value=shown, low=low, high=high)
        return int(value)

    def checked(_: click.Context, __: click.Parameter, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(converted(one) for one in value)
        return converted(value) if isinstance(value, str) else value

    help_text = say(help_code or f"cli.option_{name}")
    return click.Option([f"--{name}"], metavar="N", type=str, callback=checked, help=help_text, **settings)


def choice_option(
    say: Phrasebook, name: str, allowed: Sequence[str], failure: str, default: str | None = None
) -> click.Option:
    """The option `--name` that takes one of the words `allowed`; `failure` names the sentence for another."""

    def checked(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in allowed:
            raise Failure.of(failure, value=value, allowed=", ".join(allowed))
        return value

    return click.Option(
        [f"--{name}"], metavar="|".join(allowed), default=default, callback=checked, help=say(f"cli.option_{name}")
    )


def language_option(say: Phrasebook) -> click.Option:
    """`--lang`: read before anything is parsed, and checked here."""
    return choice_option(say, "lang", LANGUAGES, "cli.bad_language")


def scenarios_option(say: Phrasebook) -> click.Option:
    """`--scenarios PATH`, as often as one likes."""
    return click.Option(["--scenarios"], multiple=True, metavar="PATH", help=say("cli.option_scenarios"))


def json_option(say: Phrasebook) -> click.Option:
    """`--json`: for machines."""
    return click.Option(["--json", "as_json"], is_flag=True, help=say("cli.option_json"))


def usage_failure(error: click.UsageError) -> Failure:
    """What click found wrong, as our sentence."""
    match error:
        case click.NoSuchOption():
            near = (error.possibilities or [])[:1]
            if near:
                return Failure.of("cli.unknown_option_near", option=error.option_name, meant=near[0])
            return Failure.of("cli.unknown_option", option=error.option_name)
        case click.MissingParameter():
            param = error.param
            return Failure.of("cli.missing", name=param.human_readable_name.rstrip(".") if param is not None else "?")
        case click.BadOptionUsage():
            return _option_failure(error)
        case _:
            return _words_failure(error)


def _words_failure(error: click.UsageError) -> Failure:
    """Words too many where a command takes one, or any other usage that is none."""
    params = error.ctx.command.params if error.ctx else []
    arguments = [param for param in params if isinstance(param, click.Argument)]
    command = error.ctx.command_path if error.ctx else "badbuzz"
    if type(error) is click.UsageError and [one.nargs for one in arguments] == [1]:
        return Failure.of("cli.one_word", command=command, name=arguments[0].human_readable_name)
    return Failure.of("cli.usage", command=command)


def _option_failure(error: click.BadOptionUsage) -> Failure:
    """An option without the value that it needs, or with one that it does not take."""
    params = error.ctx.command.params if error.ctx else []
    option = next((param for param in params if error.option_name in param.opts), None)
    if option is None or getattr(option, "is_flag", False):
        return Failure.of("cli.option_takes_no_value", option=error.option_name)
    metavar = option.metavar or ""
    if metavar == "N":
        return Failure.of("cli.option_needs_number", option=error.option_name)
    if error.option_name in _PAGE_OPTIONS:
        return Failure.of("cli.option_needs_page", option=error.option_name)
    if error.option_name == "--cluster":
        return Failure.of("cli.option_needs_address", option=error.option_name)
    if "|" in metavar:
        return Failure.of("cli.option_needs_word", option=error.option_name, allowed=metavar.replace("|", ", "))
    return Failure.of("cli.option_needs_path", option=error.option_name)
