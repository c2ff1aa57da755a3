"""What front matter is made of, before anybody asks what it means: lines, the tree of them, and texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: always the text that was typed. line, column: 1-based, of its first character.

    quoted: it stood in quotation marks, so it is one value whatever is in it.
    """

    text: str
    line: int
    column: int
    quoted: bool = False


class Pair(NamedTuple):
    """`name: value`. column: of the name; value_column: of the value. block: text of a `|` or `>` block below it.

    value: as typed; with line breaks where its brackets are closed on a later line.
    """

    name: str
    value: str
    column: int
    value_column: int
    block: str | None = None


class Line(NamedTuple):
    """One line of text or comment, and all that can be said of it without knowing a key.

    number: 1-based. indent: columns before the text, a tab counting two. column: 1-based, of the text.
    pair: the name and value on it. dash: how an item of a list begins, "" without one; item: the line behind it.
    after_blank: empty lines stand before it.
    """

    number: int
    indent: int
    column: int
    text: str
    after_blank: bool = False
    pair: Pair | None = None
    dash: str = ""
    item: Line | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of its text."""
        return self.number, self.column

    @property
    def is_comment(self) -> bool:
        """True for a line that says nothing, or no more than a hashtag."""
        return self.text[0] == "#"

    @property
    def whole(self) -> str:
        """The text with what goes on in the lines below."""
        line = self.item or self
        if line.pair is None:
            return self.text[: line.column - self.column] + line.text if self.item else self.text
        value = line.pair.value if line.pair.block is None else line.pair.block
        return self.text[: line.pair.value_column - self.column] + value

    def is_item_of(self, line: Line) -> bool:
        """True for an item as deep as the line whose list it is in."""
        return bool(self.dash) and self.indent == line.indent and (self.text[0] == "-" or not line.indent)


class Node(NamedTuple):
    """A line with the lines that belong to it, in order: the deeper ones, and the items of its list."""

    line: Line
    below: tuple[Node, ...]
