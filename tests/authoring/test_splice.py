"""An edit changes what it names and not a character more."""

from __future__ import annotations

import pytest
import yaml

from simulator.authoring.splice import Append, Drop, Edit, Put, spliced

TEXT = """\
# what this is
title: "Lamp"   # a comment
items:
  # the first
  - id: one
    text: "Hot"
    tags: { empathy: 2, voice: 1 }

  - { id: two, text: 'Cold', last: [1, 2] }

  - id: three
    text: >
      folded
      words
    end: x
tail: 1
"""


def without(*edits: Edit) -> tuple[list[str], list[str]]:
    """(lines that went, lines that came)."""
    before, after = TEXT.splitlines(), spliced(TEXT, edits).splitlines()
    assert yaml.safe_load("\n".join(after)) is not None
    return [line for line in before if line not in after], [line for line in after if line not in before]


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Put(("title",), 'A "new" one'), ['title: "Lamp"   # a comment'], ['title: "A \\"new\\" one"   # a comment']),
        (Put(("items", 0, "text"), "H+1:05"), ['    text: "Hot"'], ['    text: "H+1:05"']),
        (Put(("items", 0, "id"), "uno"), ["  - id: one"], ["  - id: uno"]),
        (Put(("items", 0, "id"), "no"), ["  - id: one"], ['  - id: "no"']),
        (Put(("items", 0, "at"), "H+0:20", ("id",)), [], ["    at: H+0:20"]),
        (Put(("items", 0, "note"), "Voilà : oui", ("text", "id")), [], ['    note: "Voilà : oui"']),
        (
            Put(("items", 1, "note"), "x y"),
            ["  - { id: two, text: 'Cold', last: [1, 2] }"],
            ["  - { id: two, text: 'Cold', last: [1, 2], note: \"x y\" }"],
        ),
        (
            Put(("items", 2, "text"), "plain now"),
            ["    text: >", "      folded", "      words"],
            ['    text: "plain now"'],
        ),
        (Drop(("items", 0, "text")), ['    text: "Hot"'], []),
        (
            Drop(("items", 1, "text")),
            ["  - { id: two, text: 'Cold', last: [1, 2] }"],
            ["  - { id: two, last: [1, 2] }"],
        ),
        (
            Drop(("items", 1, "last")),
            ["  - { id: two, text: 'Cold', last: [1, 2] }"],
            ["  - { id: two, text: 'Cold' }"],
        ),
        (Drop(("items", 1)), ["  - { id: two, text: 'Cold', last: [1, 2] }"], []),
        (Append(("items",), ["id: four", "text: new"]), [], ["  - id: four", "    text: new"]),
    ],
)
def test_one_edit(edit: Edit, gone: list[str], come: list[str]) -> None:
    assert without(edit) == (gone, come)


def test_many_edits_at_once_are_those_one_after_the_other() -> None:
    edits = [Put(("title",), "T"), Drop(("items", 1)), Put(("items", 0, "text"), "t"), Append(("items",), ["id: four"])]
    after = yaml.safe_load(spliced(TEXT, edits))
    assert after["title"] == "T"
    assert [item["id"] for item in after["items"]] == ["one", "three", "four"]
    assert after["items"][0]["text"] == "t"
    assert after["tail"] == 1


def test_the_last_item_and_a_file_without_a_last_newline() -> None:
    assert spliced("a:\n  - b: 1", [Append(("a",), ["b: 2"])]) == "a:\n  - b: 1\n\n  - b: 2"
    assert yaml.safe_load(spliced("a:\n  - b: 1\n  - b: 2", [Drop(("a", 1))])) == {"a": [{"b": 1}]}


def test_a_path_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        spliced(TEXT, [Put(("nothing", "here"), "x")])
