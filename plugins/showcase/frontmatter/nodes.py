"""What stands in front matter: texts, lists and tables, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema.key import Key


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: always the text that was typed. line, column: 1-based, of its first character.

    quoted: it stood in quotation marks, so it is one value whatever is in it.
    """

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in order. line, column: where it begins."""

    items: tuple[Text | Items | Table, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`name: value` in a table. key: what the name means, None if nothing known. line, column: of the name."""

    name: str
    key: Key | None
    value: Text | Items | Table
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


Node = Text | Items | Table
