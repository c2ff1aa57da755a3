"""Front matter with the keys known: entries, lists and tables, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from ..frontmatter.nodes import Text
from .key import Key


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in order. line, column: where it begins."""

    items: tuple[Value, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`name: value` in a table. key: what the name means, None if nothing known. line, column: of the name."""

    name: str
    key: Key | None
    value: Value
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """Entries, in order. line, column: where it begins."""

    entries: tuple[Entry, ...]
    line: int
    column: int

    def get(self, name: str) -> Entry | None:
        """The entry of a key, by the key's own name."""
        return next((entry for entry in self.entries if entry.key and entry.key.name == name), None)


Value = Text | Items | Table
