"""Which key does what: where a game begins, and what the player chose instead.

A key is told by what it types ("V", "É", "/"), so that it is the same letter on every keyboard, or by a name ("Space",
"F3"). Keys that move and confirm (Tab, arrows, Enter, Escape, digits) are fixed and never asked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.locale import Message
from simulator.play.presenters.cell_rows import ACTION_KEYS

Place = Literal["everywhere", "library", "briefing", "crisis", "holding", "preview", "debrief"]

SPACE = "Space"
FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 13))
_FIXED = frozenset("0123456789+-=")
"""Signs that answer, count or set: they mean the same whatever the player chose."""
_WITHIN: Mapping[Place, tuple[Place, ...]] = {
    "everywhere": (),
    "library": (),
    "briefing": (),
    "crisis": (),
    "holding": (),
    "preview": ("crisis",),
    "debrief": (),
}
"""The places whose actions can be taken too; what can be done everywhere goes without saying."""


@dataclass(frozen=True)
class Act:
    """Something a key does. `key` is its key until the player chooses another; `code` the sentence that names it."""

    name: str
    place: Place
    key: str
    code: str


ACTS: tuple[Act, ...] = (
    Act("help", "everywhere", "F1", "keys.help"),
    Act("language", "everywhere", "F2", "keys.language"),
    Act("theme", "everywhere", "F6", "keys.theme"),
    Act("continue", "library", "F9", "keys.continue"),
    Act("speech", "everywhere", "F7", "keys.speech"),
    Act("grading", "briefing", "G", "keys.grading"),
    Act("practice", "briefing", "O", "keys.practice"),
    Act("pause", "crisis", SPACE, "keys.pause"),
    Act("next_event", "crisis", "N", "keys.next_event"),
    Act("wait_minute", "crisis", "W", "keys.wait_minute"),
    Act("other_card", "crisis", "D", "keys.other_card"),
    Act("messages", "crisis", "M", "keys.messages"),
    Act("dossier", "crisis", "E", "keys.dossier"),
    Act("network", "crisis", "X", "keys.network"),
    Act("cell", "crisis", "Y", "keys.cell"),
    Act("search", "crisis", "/", "keys.search"),
    Act("filter", "crisis", "F", "keys.filter"),
    Act("pin", "crisis", "K", "keys.pin"),
    Act("hide", "crisis", "T", "keys.hide"),
    Act("profile", "crisis", "Q", "keys.profile"),
    *(Act(name, "crisis", key, f"play.action_{name}") for name, key in ACTION_KEYS.items()),
    Act("column_feed", "crisis", "F3", "keys.column_feed"),
    Act("column_decisions", "crisis", "F4", "keys.column_decisions"),
    Act("column_measures", "crisis", "F5", "keys.column_measures"),
    Act("keep_ready", "holding", "G", "keys.keep_ready"),
    Act("bot", "preview", "B", "keys.bot"),
    Act("play_again", "debrief", "R", "keys.play_again"),
    Act("new_seed", "debrief", "N", "keys.new_seed"),
    Act("export", "debrief", "E", "keys.export"),
)
"""Everything that has a key of its own, in the order in which it is shown."""
_BY_NAME = {act.name: act for act in ACTS}


class CannotBind(Exception):
    """A key that an action cannot have; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


class Keys:
    """The key of each action."""

    def __init__(self, chosen: Iterable[tuple[str, str]] = ()) -> None:
        """`chosen` are the (action, key) that the player changed; those of actions unknown here are left out."""
        self._keys = {act.name: act.key for act in ACTS}
        self._keys.update({name: key for name, key in chosen if name in self._keys})

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The (action, key) that are not as a game begins with, as settings keep them."""
        return tuple((act.name, self._keys[act.name]) for act in ACTS if self._keys[act.name] != act.key)

    def of(self, name: str) -> str:
        """The key of the action `name`. Raises KeyError."""
        return self._keys[name]

    def act(self, key: str, *places: Place) -> str:
        """The name of the action that `key` takes at `places`, the first that has one; "" for none."""
        for place in places:
            for act in ACTS:
                if act.place == place and self._keys[act.name] == key:
                    return act.name
        return ""

    def with_key(self, name: str, key: str) -> Keys:
        """These keys with `key` for the action `name`. Raises CannotBind with the sentence of why not."""
        act = _BY_NAME[name]
        if not is_free(key):
            raise CannotBind(Message("keys.is_fixed", {"key": key}))
        if act.place == "everywhere" and key not in FUNCTION_KEYS:
            raise CannotBind(Message("keys.needs_function_key"))
        taken = next((other for other in ACTS if other is not act and self._clashes(act, other, key)), None)
        if taken is not None:
            raise CannotBind(Message("keys.is_taken", {"key": key, "action": Message(taken.code)}))
        return Keys((*((other, kept) for other, kept in self._keys.items() if other != name), (name, key)))

    def are_usable(self) -> bool:
        """Whether every action has a key that it can have, and none another's."""
        for act in ACTS:
            try:
                self.with_key(act.name, self._keys[act.name])
            except CannotBind:
                return False
        return True

    def _clashes(self, act: Act, other: Act, key: str) -> bool:
        return self._keys[other.name] == key and _meet(act.place, other.place)


def is_free(key: str) -> bool:
    """Whether `key` may be given to an action: Space, a function key, or one sign that is typed and not fixed."""
    if key == SPACE or key in FUNCTION_KEYS:
        return True
    return len(key) == 1 and key.isprintable() and not key.isspace() and key == key.upper() and key not in _FIXED


def _meet(one: Place, other: Place) -> bool:
    """Whether the actions of two places can be taken at the same moment."""
    if "everywhere" in (one, other):
        return True
    return one == other or other in _WITHIN[one] or one in _WITHIN[other]
