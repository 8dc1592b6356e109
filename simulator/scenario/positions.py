"""Where every key and value of a file stands."""

from __future__ import annotations

from simulator.scenario.problem import Place

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a file to a value."""


class Places:
    """The places of one file. A path that is not in the file has the place of the nearest part around it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._values: dict[Path, tuple[int, int]] = {}
        self._keys: dict[Path, tuple[int, int]] = {}

    def put_value(self, path: Path, line: int, column: int) -> None:
        """The value at `path` begins here."""
        self._values[path] = (line, column)

    def put_key(self, path: Path, line: int, column: int) -> None:
        """The key that holds the value at `path` begins here."""
        self._keys[path] = (line, column)

    def of(self, path: Path) -> Place:
        """The place of the value at `path`."""
        while path and path not in self._values:
            path = path[:-1]
        return Place(self.file, *self._values.get(path, (1, 1)))

    def of_key(self, path: Path) -> Place:
        """The place of the key that holds the value at `path`; of an item of a list, the item's own place."""
        return Place(self.file, *self._keys[path]) if path in self._keys else self.of(path)

    def keys_in(self, path: Path) -> dict[str, int]:
        """The keys of the mapping at `path`, each with the line on which it stands."""
        length = len(path)
        return {
            str(found[length]): line
            for found, (line, _) in self._keys.items()
            if len(found) == length + 1 and found[:length] == path
        }
