"""The reference of the formats and of the commands, made from the models and from the command line itself.

    python docs/make_reference.py

writes `docs/reference.fr.md` and `docs/reference.en.md`. English descriptions are those of `simulator.scenario.keys`
and of the models; French ones, and the words around the tables, stand in `docs/reference.keys.fr.yaml`. A key without
a description is told by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import click
import yaml
from pydantic import BaseModel

from simulator.cli.root import root
from simulator.engine.decision import KINDS
from simulator.locale import LANGUAGES, Language, phrasebook
from simulator.scenario.condition import Condition, FactTest
from simulator.scenario.facts import Fact, Leak, Outcome, Verification
from simulator.scenario.keys import key_description
from simulator.scenario.model import (
    Audience,
    Briefing,
    DossierPage,
    Organisation,
    Outbreak,
    Pace,
    Scenario,
    Stage,
    Truth,
    Variants,
)
from simulator.scenario.playthrough import PlayedDecision, Playthrough, Reached
from simulator.scenario.response import Response, WatchOrder
from simulator.scenario.rubric import OverallWeights, ReactivityWeights, Rubric, ToneWeights, TransparencyWeights
from simulator.scenario.shape import text_fields
from simulator.scenario.story import (
    Acknowledgement,
    CellMember,
    Channel,
    HoldingBlock,
    HoldingStatement,
    Inject,
    Persona,
    Picture,
    Question,
    ScheduledPost,
    Signal,
    Standing,
    Topic,
    WatchReason,
    Wording,
)
from simulator.scenario.tags import Claim, Promise, Tags, Tone
from simulator.scenario.translation import Translation
from simulator.scenario.voices import After, VoiceGroup, VoicesFile

DOCS = Path(__file__).parent
FRENCH = DOCS / "reference.keys.fr.yaml"

Part = type[BaseModel]

CHAPTERS: Sequence[tuple[str, str, Sequence[Part]]] = (
    ("Le scénario", "The scenario", (Scenario,)),
    ("Le temps", "Time", (Stage, Pace)),
    ("L’organisation", "The organisation", (Organisation, DossierPage, Briefing)),
    ("Les gens et les canaux", "People and channels", (CellMember, Persona, Channel)),
    ("Ce qui est vrai", "What is true", (Fact, Outcome, Verification, Leak)),
    ("Ce que l’on demande, ce que l’on doit", "What is asked and what is owed", (Question, Acknowledgement)),
    ("La veille", "The quiet hour", (Topic, Signal, ScheduledPost, Picture)),
    ("Le message d’attente", "The holding statement", (HoldingStatement, HoldingBlock, Wording)),
    ("Les événements", "Injects", (Inject, Condition, FactTest)),
    (
        "Les réponses et leurs indications",
        "Responses and their tags",
        (Response, Tags, Tone, Claim, Promise, WatchOrder),
    ),
    ("Le tirage", "The draw", (Variants, Truth)),
    ("À tout moment", "At any time", (Standing, WatchReason)),
    ("Le public", "The audience", (Audience, Outbreak)),
    ("Le barème", "The rubric", (Rubric, OverallWeights, ReactivityWeights, TransparencyWeights, ToneWeights)),
    ("La traduction", "The translation", (Translation,)),
    ("Les voix de la foule", "The voices of the crowd", (VoicesFile, VoiceGroup, After)),
    ("Les parties écrites d’avance", "Playthroughs", (Playthrough, Reached, PlayedDecision)),
)
"""(French title, English title, parts), in the order in which an author meets them."""

OTHER_FILES: Mapping[str, Mapping[str, str]] = {
    "Translation": {
        "format": "The version of this format: 1.",
        "translates": "The scenario's id.",
        "language": "The language of the translation.",
        "texts": "Each text by its key, made of the scenario's key names and ids: `injects.lea.title`.",
        "sources": "Kept by `badbuzz translate`: which original each text comes from. Leave it alone.",
    },
    "VoicesFile": {
        "format": "The version of this format: 1.",
        "language": "The language of the texts.",
        "voices": "The groups of texts. At least one depends on no fact.",
    },
    "VoiceGroup": {
        "segment": "Which audience speaks; `any`: customers, employees, influencers or the general public.",
        "mood": "The mood.",
        "arousal": "How high feelings run.",
        "channel": "The kind of channel; `any`: every public one.",
        "after": "The group speaks only in this state of a fact.",
        "stage": "The stage; `any`: all of them.",
        "texts": "The texts, each of them once in the file, without braces.",
    },
    "After": {
        "fact": "Id of the fact.",
        "outcome": "Only where this outcome is the true one.",
        "is": "`published` by the organisation, `leaked` by somebody else, `known` either way, or still `unknown`.",
    },
    "Playthrough": {
        "format": "The version of this format: 1.",
        "plays": "The scenario's id.",
        "seed": "The draw.",
        "title": "What this play shows.",
        "reaches": "The grades that it must reach.",
        "decisions": "The decisions, in the order of time.",
    },
    "Reached": {
        "overall": "The overall grade.",
        "reactivity": "Reactivity.",
        "transparency": "Transparency.",
        "tone": "Tone.",
    },
    "PlayedDecision": {
        "at": "When it is taken.",
        "do": "What is done; which keys go with it stands below.",
        "response": "Id of the response.",
        "inject": "Id of the inject that is answered or watched.",
        "post": 'Id of the scheduled post, or the post in the feed that is answered (`"inject:lea"`).',
        "topic": "Id of the topic listened for.",
        "fact": "Id of the fact.",
        "wordings": "Ids of the wordings chosen, one a block.",
        "promise": "After how many minutes the next update is promised.",
        "publish": "Publish the statement as soon as it is ready.",
        "keep": "`true` keeps it, `false` suspends it.",
        "signal": "Id of the signal one alerts about; without it, the crisis itself.",
        "member": "Id of the member of the cell who will speak.",
        "reason": "Id of the reason for watching.",
        "work": "Whose line is put in another order.",
        "about": "Id of the response or fact that is put first; without it, the holding statement.",
        "threshold": "At which outrage (0..100) it is looked at again.",
    },
}
"""English descriptions of the files beside the scenario, which have no schema of their own."""


class Undescribed(Exception):
    """Keys without a description; `keys` are their names, as `Part.key`."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(f"Not described: {', '.join(keys)}")
        self.keys = tuple(keys)


@dataclass(frozen=True)
class Words:
    """What the pages say around the tables."""

    head: str
    table: str
    required: str
    nothing: str
    empty: str
    see_part: str
    id: str
    text: str
    untranslated: str
    minute: str
    integer: str
    number: str
    number_from: str
    boolean: str
    list_of: str
    items: str
    at_least: str
    pair: str
    by_key: str
    bounds: str
    own_tags: str
    used_in: str
    decisions: str
    optional: str
    characters: str
    pictures: str
    commands: str
    command_table: str
    common: str
    contents: str


@cache
def french() -> Mapping[str, Any]:
    """What `reference.keys.fr.yaml` holds."""
    read: Mapping[str, Any] = yaml.safe_load(FRENCH.read_text("utf-8"))
    return read


@cache
def words_of(language: Language) -> Words:
    """The words of the page in `language`."""
    return Words(**french()["words"][language])


def all_parts() -> tuple[Part, ...]:
    """Every part of the formats, in the reference's order."""
    return tuple(part for _, _, parts in CHAPTERS for part in parts)


def own_keys(part: Part) -> tuple[str, ...]:
    """The keys that the table of `part` tells: those of the tags are told once."""
    taken = set(Tags.model_fields) if issubclass(part, Tags) and part is not Tags else set()
    return tuple(field.alias or name for name, field in part.model_fields.items() if name not in taken)


def parts_of_schema() -> dict[str, Mapping[str, Any]]:
    """The properties of every part that the formats can hold, by the part's name."""
    found: dict[str, Mapping[str, Any]] = {"Tags": Tags.model_json_schema()}
    for whole in (Scenario, Translation, VoicesFile, Playthrough):
        schema = whole.model_json_schema()
        found |= {whole.__name__: schema, **schema.get("$defs", {})}
    return found


def description(part: Part, key: str, language: Language) -> str:
    """What `key` of `part` is for; "" where nothing says so."""
    name = part.__name__
    if language == "fr":
        told = french()["parts"].get(name, {}).get("keys", {}).get(key) or french()["everywhere"].get(key, "")
        return str(told)
    return OTHER_FILES.get(name, {}).get(key) or key_description(name, key, " ".join((part.__doc__ or "").split()))


def undescribed(language: Language) -> list[str]:
    """The keys, and the parts, that lack a description."""
    missing = [part.__name__ for part in all_parts() if not _what_it_is(part, language)]
    missing += sorted(set(parts_of_schema()) - {part.__name__ for part in all_parts()})
    return missing + [
        f"{part.__name__}.{key}"
        for part in all_parts()
        for key in own_keys(part)
        if not description(part, key, language)
    ]


def reference(language: Language) -> str:
    """The whole page. Raises Undescribed where a key has no description."""
    if missing := undescribed(language):
        raise Undescribed(missing)
    words = words_of(language)
    lines = [words.head.rstrip(), "", words.contents, ""]
    titles = [chapter[0 if language == "fr" else 1] for chapter in CHAPTERS]
    for title, (_, _, parts) in zip(titles, CHAPTERS, strict=True):
        links = " · ".join(f"[{_title(part, language)}](#{anchor(part)})" for part in parts)
        lines.append(f"- {title}: {links}" if language == "en" else f"- {title}\u202f: {links}")
    lines += [
        f"- [{_heading(text)}](#{name})" for name, text in (("pictures", words.pictures), ("commands", words.commands))
    ]
    for title, (_, _, parts) in zip(titles, CHAPTERS, strict=True):
        lines += ["", f"## {title}"]
        for part in parts:
            lines += ["", *_section(part, language)]
    lines += ["", '<a id="pictures"></a>', "", words.pictures.rstrip()]
    lines += ["", '<a id="commands"></a>', "", words.commands, "", words.common]
    lines += _commands(language)
    return "\n".join(lines) + "\n"


def anchor(part: Part) -> str:
    """Where the section of `part` is: the same in both languages."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", part.__name__).lower()


def _heading(text: str) -> str:
    return text.partition("\n")[0].removeprefix("## ")


def _title(part: Part, language: Language) -> str:
    if language == "fr":
        return str(french()["parts"][part.__name__]["called"])
    name = part.__name__
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _what_it_is(part: Part, language: Language) -> str:
    if language == "fr":
        return str(french()["parts"].get(part.__name__, {}).get("is", ""))
    return "\n\n".join(" ".join(block.split()) for block in (part.__doc__ or "").split("\n\n"))


def _section(part: Part, language: Language) -> Iterator[str]:
    words = words_of(language)
    yield f'<a id="{anchor(part)}"></a>'
    yield ""
    yield f"### {_title(part, language)}"
    yield ""
    yield _what_it_is(part, language)
    places = list(_places(part, language))
    if places:
        yield ""
        yield words.used_in.format(places=", ".join(places))
    if issubclass(part, Tags) and part is not Tags:
        yield ""
        yield words.own_tags
    yield ""
    yield words.table
    yield "|---|---|---|---|"
    schema = _schema(part)
    names = {field.alias or name: name for name, field in part.model_fields.items()}
    for key in own_keys(part):
        value = schema["properties"][key]
        written = _type(value, words, language, translated=names[key] in text_fields(part))
        default = words.required if key in schema.get("required", ()) else _default(value, words)
        yield f"| `{key}` | {description(part, key, language)} | {written} | {default} |"
    if part is PlayedDecision:
        yield ""
        yield words.decisions
        yield from _decisions(words)


@cache
def _schema(part: Part) -> Mapping[str, Any]:
    """The JSON schema of `part` itself."""
    schema = part.model_json_schema()
    own: Mapping[str, Any] = schema["$defs"][part.__name__] if "$ref" in schema else schema
    return own


def _places(part: Part, language: Language) -> Iterator[str]:
    """Links to the keys that hold `part`."""
    if part is Tags:
        yield from (f"[{_title(heir, language)}](#{anchor(heir)})" for heir in (Response, Wording))
    for holder in all_parts():
        if holder is part and part is not Condition:
            continue
        for key in own_keys(holder):
            if f"#/$defs/{part.__name__}" in _references(_schema(holder)["properties"][key]):
                yield f"[{_title(holder, language)}](#{anchor(holder)}) (`{key}`)"


def _references(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "$ref":
                yield str(inner)
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _type(value: Mapping[str, Any], words: Words, language: Language, *, translated: bool) -> str:
    """What may be written, in words."""
    if "anyOf" in value:
        choices = [choice for choice in value["anyOf"] if choice.get("type") != "null"]
        value = choices[0] if len(choices) == 1 else {"enum": [word for choice in choices for word in _allowed(choice)]}
    if "allOf" in value:
        (value,) = value["allOf"]
    if "$ref" in value:
        part = next(part for part in all_parts() if part.__name__ == value["$ref"].rpartition("/")[2])
        return f"[{_title(part, language)}](#{anchor(part)})"
    if "const" in value or "enum" in value:
        return ", ".join(f"`{_plain(word)}`" for word in _allowed(value))
    match value.get("type"):
        case "boolean":
            return words.boolean
        case "integer":
            return _between(words.integer, value, words)
        case "number":
            return _between(words.number, value, words)
        case "array":
            return _list(value, words, language, translated=translated)
        case "object":
            inner = _type(value["additionalProperties"], words, language, translated=translated)
            keys = value.get("propertyNames", {}).get("enum")
            named = ", ".join(f"`{key}`" for key in keys) if keys else "`…`"
            return words.by_key.format(keys=named, inner=inner)
        case _:
            return _text(value, words, translated=translated)


def _allowed(value: Mapping[str, Any]) -> list[object]:
    return list(value["enum"]) if "enum" in value else [value["const"]]


def _list(value: Mapping[str, Any], words: Words, language: Language, *, translated: bool) -> str:
    if "prefixItems" in value:
        inner = _type(value["prefixItems"][0], words, language, translated=translated)
        return words.pair.format(inner=inner)
    told = words.list_of.format(inner=_type(value["items"], words, language, translated=translated))
    low, high = value.get("minItems"), value.get("maxItems")
    if low is not None and high is not None:
        return f"{told} ({words.items.format(low=low, high=high)})"
    if low is not None:
        return f"{told} ({words.at_least.format(low=low)})"
    return f"{told} ({words.items.format(low=0, high=high)})" if high is not None else told


def _text(value: Mapping[str, Any], words: Words, *, translated: bool) -> str:
    pattern = str(value.get("pattern", ""))
    if pattern.startswith("^H"):
        return words.minute
    if pattern.startswith("^[a-z0-9]+(-[a-z0-9]+)*$"):
        return words.id
    kind = words.text if translated else words.untranslated
    high = value.get("maxLength")
    return f"{kind} ({words.characters.format(high=high)})" if high is not None and high != 2000 else kind


def _between(kind: str, value: Mapping[str, Any], words: Words) -> str:
    low = value.get("minimum")
    high = value.get("maximum", value["exclusiveMaximum"] - 1 if "exclusiveMaximum" in value else None)
    if low is not None and high is not None:
        return f"{kind}, {words.bounds.format(low=_plain(low), high=_plain(high))}"
    return f"{kind}, {words.number_from.format(low=_plain(low))}" if low is not None else kind


def _default(value: Mapping[str, Any], words: Words) -> str:
    default = value.get("default")
    if isinstance(default, Mapping):
        return words.see_part if default else words.empty
    if default is None:
        return words.nothing
    if isinstance(default, list | tuple):
        return words.empty if not default else ", ".join(map(str, default))
    if isinstance(default, int) and not isinstance(default, bool) and value.get("type") == "string":
        return f"`H+{default // 60}:{default % 60:02d}`"
    return f"`{_plain(default)}`"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _decisions(words: Words) -> Iterator[str]:
    for do, kind in KINDS.items():
        own = [part for part in fields(kind) if part.name != "minute"]
        needed = ", ".join(f"`{part.name}`" for part in own if part.default is MISSING) or words.optional
        free = ", ".join(f"`{part.name}`" for part in own if part.default is not MISSING) or words.optional
        yield f"| `{do}` | {needed} | {free} |"


def commands(command: click.Command, typed: str = "badbuzz") -> Iterator[tuple[str, click.Command]]:
    """(what is typed, command) of `command` and of all below it, in the order in which groups hold them."""
    yield typed, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, f"{typed} {name}")


def _commands(language: Language) -> Iterator[str]:
    words = words_of(language)
    for typed, command in commands(root(phrasebook(language))):
        with click.Context(command, info_name=typed) as context:
            arguments = [param for param in command.params if isinstance(param, click.Argument)]
            shown = " ".join([typed, *(argument.make_metavar(context) for argument in arguments)])
        yield from ("", f"### `{shown}`", "", _one_line(command.help or ""))
        if rows := list(_options(command)):
            yield from ("", words.command_table, *rows)


def _one_line(text: str) -> str:
    """`text` without line breaks; spaces that do not break stay what they are."""
    return re.sub(r"[ \n]+", " ", text).strip()


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if not isinstance(option, click.Option) or option.opts[0] in ("--lang", "--scenarios"):
            continue
        value = "" if option.is_flag else f" {option.metavar}"
        names = ", ".join((*option.opts[:-1], option.opts[-1] + value)).replace("|", "\\|")
        names = names.replace("as_json", "")
        yield f"| `{names}` | {_one_line(option.help or '')} |"


def main() -> None:
    """Write both pages."""
    for language in LANGUAGES:
        (DOCS / f"reference.{language}.md").write_text(reference(language), encoding="utf-8")


if __name__ == "__main__":
    main()
