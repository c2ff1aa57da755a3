"""Front matter with the keys known: entries, lists and tables, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
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


def texts_below(table: Table) -> Iterator[tuple[Key, Text]]:
    """Every text behind a known key of a table and of the tables in it, however it was written."""
    for entry in table.entries:
        for node in entry.value.items if isinstance(entry.value, Items) else (entry.value,):
            if isinstance(node, Table):
                yield from texts_below(node)
            elif entry.key and isinstance(node, Text):
                yield entry.key, node
