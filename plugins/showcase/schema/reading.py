"""The tree with the keys at hand: which key each line sets, and whether it holds a text, a list or a table.

YAML's block and flow forms are read as YAML reads them, with two differences: a value is always
the text that was typed, and a one-line text takes the rest of its line. Everything that is not
YAML but has one clear meaning is understood and named as a suggestion.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.flow import Span, pieces
from ..frontmatter.lines import line_of, one_line
from ..frontmatter.nodes import Line, Node, Pair, Text
from ..frontmatter.scalars import read_scalar
from ..frontmatter.tree import read_tree
from .brackets import read_brackets
from .entries import Entry, Items, Table, Value
from .key import HASHTAGS, LISTS, PLAIN_TEXT, WHOLE_LINE, Key, Kind, fold_key, index, is_known
from .key_names import look_up, settle
from .odd_lines import is_titled_link, name_on, near_pair, note_unreadable

TITLED = re.compile(r"\[[^\]]*\]\((https?://[^\s()]+)\)")  # a link as Markdown writes it
MOST_ENTRIES = 200
MOST_ITEMS = 500

# Nodes that are still to be read, in order. Whoever reads takes what belongs to it and leaves the others.
Nodes = deque[Node]


def read_front_matter(
    texts: Sequence[str], first: int, keys: tuple[Key, ...], diagnostics: DiagnosticCollector
) -> Table:
    """The table that front matter is. texts: its lines; first: line number of the first."""
    return _Reader(keys, diagnostics).table(deque(read_tree(texts, first, diagnostics)), (first, 1))


class _At(NamedTuple):
    """Where a value stands. keys: of its table. below: nodes under its line; after: nodes behind these."""

    line: Line
    keys: tuple[Key, ...]
    below: Nodes
    after: Nodes


class _Reader:
    """Reads nodes as the values of keys. keys: of the whole file. is_full: there was too much; the rest is left."""

    def __init__(self, keys: tuple[Key, ...], diagnostics: DiagnosticCollector) -> None:
        self.keys = keys
        self.diagnostics = diagnostics
        self.is_full = False

    def table(
        self, nodes: Nodes, place: tuple[int, int], key: Key | None = None, *, parent: int = -1, flat: bool = False,
        begun: Sequence[Entry] = (), level: int | None = None,
    ) -> Table:  # fmt: skip
        """The table of a key, or of the file. parent: a pair as deep as this belongs to another one. flat: it ends with
        the first name that is none of its keys. begun: what comes first. level: how deep, if the first does not tell.
        """
        keys = key.keys if key else self.keys
        entries, level = list(begun), 0 if parent < 0 else level
        while (line := _next(nodes)) and not self.is_full:
            if line.indent <= parent and (line.pair or line.dash):
                break
            pair = line.pair or near_pair(line, keys, self.diagnostics)
            if flat and not (pair and fold_key(pair.name) in index(keys)):
                break
            at = _At(line, keys, deque(nodes.popleft().below), nodes)
            if pair:
                level = line.indent if level is None else level
                if line.indent != level:
                    self.diagnostics.add("P017.uneven", (line.number, 1), key=pair.name)
                if self._has_room("P018.entries", (line.number, 1), entries, MOST_ENTRIES):
                    entries.append(self._entry(pair, at))
            else:
                note_unreadable(line, self.keys, self.diagnostics)
            if at.below:
                nodes.extendleft(reversed(at.below))
        inside, elsewhere = (key.name, self.keys) if key else ("", ())
        return Table(settle(entries, keys, self.diagnostics, inside=inside, elsewhere=elsewhere), *place)

    def _has_room(self, code: str, place: tuple[int, int], found: Sequence[object], most: int, key: str = "") -> bool:
        self.is_full = len(found) >= most
        if self.is_full:
            self.diagnostics.add(code, place, key=key, most=most)
        return not self.is_full

    def _entry(self, pair: Pair, at: _At) -> Entry:
        """One `name: value`, with all the nodes that belong to it."""
        key, _ = look_up(pair.name, at.keys)
        return Entry(pair.name, key, self._value(key, pair, at), at.line.number, pair.column)

    def _value(self, key: Key | None, pair: Pair, at: _At) -> Value:
        """What stands behind a name, on its line and below."""
        kind: Kind = key.kind if key else "line"
        typed, number, column = pair.value, at.line.number, pair.value_column
        if typed.startswith("#") and (kind not in HASHTAGS or typed[1:2] in ("", " ")):
            typed = ""
        if pair.block is not None:
            return Text(pair.block, number + 1, 1, quoted=True)
        if not typed:
            return self._below(key, column, at)
        span = Span(typed, number, column)
        if typed[0] in "[{" and kind not in PLAIN_TEXT:
            return read_brackets(key, span, self.diagnostics, self._braces)
        if key and kind == "table" and (table := self._table_below(key, at)):
            self._scalar(key, span)  # read for its faults alone
            self.diagnostics.add("P115.beside", (number, column), key=key.name, found=typed)
            return table
        text = self._text(key, span, at)
        return Items((text,), number, column) if isinstance(text, Table) else text

    def _below(self, key: Key | None, column: int, at: _At) -> Value:
        """A value that begins on the next line."""
        if key and key.kind == "table" and (table := self._table_below(key, at)):
            return table
        first, indent = _next(at.below), at.line.indent
        if first and first.dash and (first.indent > indent or first.is_item_of(at.line)):
            return self._items(key, at.below)
        if first is None or first.indent <= indent:
            return Text("", at.line.number, column)
        if key and key.kind == "tables" and first.pair and is_known(first.pair.name, key.keys):
            self.diagnostics.add("P013.table", first.place, key=key.name, first=first.pair.name)
            return Items((self.table(at.below, first.place, key, parent=indent),), *first.place)
        if key and key.kind in LISTS:
            return self._undashed(key, first, at)
        _take(at.below)
        return self._text(key, Span(first.whole, *first.place), at)

    def _table_below(self, key: Key, at: _At) -> Table | None:
        """The table of a key, indented as it should be or not at all; None if what follows is not of it."""
        if first := _next(at.below):
            if first.indent <= at.line.indent or first.dash:
                return None
            return self.table(at.below, first.place, key, parent=at.line.indent)
        first = _next(at.after)
        name = fold_key(first.pair.name) if first and first.pair else ""
        if first is None or name not in index(key.keys) or name in index(at.keys):
            return None
        self.diagnostics.add("P017.flat", (first.number, 1), key=key.name)
        return self.table(at.after, first.place, key, flat=True)

    def _scalar(self, key: Key | None, typed: Span) -> Text:
        name, whole = (key.name, key.kind in WHOLE_LINE) if key else ("", True)
        return read_scalar(
            one_line(typed.text), typed.line, typed.column, self.diagnostics, name=name, whole_line=whole
        )

    def _text(self, key: Key | None, typed: Span, at: _At) -> Text | Table:
        """A text with the deeper lines that go on with it, as YAML folds them; or a work that begins with its link."""
        text = self._scalar(key, typed)
        first = _next(at.below) if key and key.kind == "tables" else None
        if key and first and first.indent > at.line.indent and first.pair and is_known(first.pair.name, key.keys):
            return self._begun_table(key, text, at)
        words = [text.text]
        while at.below:
            line = at.below[0].line
            comment = line.is_comment and key is not None and key.kind not in WHOLE_LINE
            if line.after_blank or line.indent <= at.line.indent or comment:
                break
            name = name_on(line)
            if name and key and (is_known(name, at.keys) or is_known(name, self.keys)):
                break
            _take(at.below)
            if key and (text.quoted or line.text.startswith("- ")):
                note_unreadable(line, self.keys, self.diagnostics)
            else:
                words.append(line.whole)
        return text if len(words) == 1 else Text(" ".join(words), text.line, text.column)

    def _begun_table(self, key: Key, text: Text, at: _At) -> Table:
        self.diagnostics.add("P013.link", text, key=key.name, found=text.text, fix=f"tautan: {text.text}")
        begun = (Entry("tautan", index(key.keys)["tautan"], text, text.line, text.column),)
        return self.table(at.below, (text.line, text.column), key, parent=at.line.indent, begun=begun)

    def _items(self, key: Key | None, nodes: Nodes) -> Items:
        """The dashed nodes from here on."""
        first, name = nodes[0].line, key.name if key else ""
        keys = key.keys if key and key.keys else self.keys
        items: list[Value] = []
        while not self.is_full and (line := _next(nodes)) and line.indent >= first.indent and (inner := line.item):
            at = _At(line, keys, deque(nodes.popleft().below), Nodes())
            if line.dash != "-":
                fix = f"- {line.text[inner.column - line.column :]}"
                self.diagnostics.add("P013.dash", line.place, key=name, found=line.text, fix=fix)
            if not inner.text and (below := _next(at.below)) and below.indent > line.indent:
                _take(at.below)
                at, inner = at._replace(line=below), below
            if not self._has_room("P018.items", line.place, items, MOST_ITEMS, name):
                break
            if inner.text:
                items.append(self._item(key, inner, at))
            else:
                self.diagnostics.add("P013.empty", line.place, key=name, found="-")
            nodes.extendleft(reversed(at.below))
        return Items(tuple(items), *first.place)

    def _item(self, key: Key | None, line: Line, at: _At) -> Value:
        """One item of a list. line: what stands behind its dash, or below it."""
        typed, pair = line.text, line.pair
        if key and key.kind == "tables":
            if pair and "/" not in pair.name and not is_titled_link(pair, key.keys):
                begun = (self._entry(pair, at._replace(line=line)),)
                parent = min(at.line.indent, line.indent - 1)
                return self.table(at.below, line.place, key, parent=parent, begun=begun, level=line.indent)
            if typed[0] == "{":
                return read_brackets(key, Span(typed, *line.place), self.diagnostics, self._braces)
        if typed.startswith("- ") or (typed[0] in "[{" and (key is None or key.kind not in WHOLE_LINE)):
            fix = titled[1] if (titled := TITLED.fullmatch(typed)) else ""
            self.diagnostics.add("P019.list", line.place, key=key.name if key else "", found=typed, fix=fix)
            return Items((), *line.place)
        return self._text(key, Span(line.whole, *line.place), at)

    def _undashed(self, key: Key, first: Line, at: _At) -> Items:
        """Deeper lines where a list is meant, each an item though it has no dash."""
        items: list[Value] = []
        while (line := _next(at.below)) and line.indent > at.line.indent:
            _take(at.below)
            items.append(self._scalar(key, Span(line.whole, *line.place)))
        if len(items) > 1:
            self.diagnostics.add("P013.lines", first.place, key=key.name)
        return Items(tuple(items), *first.place)

    def _braces(self, key: Key, span: Span) -> Table:
        lines = [line_of(piece.text, piece.line, piece.column) for piece in pieces(span)]
        return self.table(deque(Node(line, ()) for line in lines), (span.line, span.column), key)


def _next(nodes: Nodes) -> Line | None:
    """The line of the next node; comments before it are left behind."""
    while nodes and nodes[0].line.is_comment:
        nodes.popleft()
    return nodes[0].line if nodes else None


def _take(nodes: Nodes) -> None:
    """Leave the next line behind, but not what belongs to it."""
    nodes.extendleft(reversed(nodes.popleft().below))
