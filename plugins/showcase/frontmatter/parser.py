"""Front matter as the person wrote it: lines -> nodes, each with its place.

YAML's block and flow forms are read as YAML reads them, with two differences: a value is always
the text that was typed, and a one-line text takes the rest of its line. Everything that is not
YAML but has one clear meaning is understood and named as a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..diagnostics.collector import DiagnosticCollector
from ..schema.key import Key, Kind, fold_key, index
from ..schema.key_names import look_up, settle
from .brackets import read_brackets
from .cursor import Cursor
from .lines import BLOCK, NAMED, TIGHT, Line, Named, dashed, is_known, named
from .nodes import Entry, Items, Node, Table, Text
from .scalars import read_scalar

LISTS: frozenset[Kind] = frozenset({"lines", "choices", "slugs", "links", "pictures", "tables"})
WHOLE_LINE: frozenset[Kind] = frozenset({"line", "lines", "picture", "pictures", "colour"})
# Values that may begin with a hashtag; what follows a # is a comment in the others.
HASHTAGS: frozenset[Kind] = WHOLE_LINE | {"choices"}
# Values that may begin with a bracket as text: a title, a file name, a colour.
PLAIN_TEXT: frozenset[Kind] = frozenset({"line", "picture", "colour"})
TITLED = re.compile(r"\[[^\]]*\]\((https?://[^\s()]+)\)")  # a link as Markdown writes it
MOST_ENTRIES = 200
MOST_ITEMS = 500


def read_front_matter(
    texts: Sequence[str], first: int, keys: tuple[Key, ...], diagnostics: DiagnosticCollector
) -> Table:
    """The table that front matter is. texts: its lines; first: line number of the first."""
    return _table(Cursor(texts, first, keys, diagnostics), keys, -1, (first, 1), inside="")


def _table(
    cursor: Cursor,
    keys: tuple[Key, ...],
    parent: int,
    place: tuple[int, int],
    *,
    inside: str,
    begun: Sequence[Entry] = (),
    level: int | None = None,
    flat: bool = False,
) -> Table:
    """Entries of lines deeper than `parent`. level: how deep, if the first does not tell. flat: of one not indented."""
    entries = list(begun)
    level = 0 if parent < 0 else level
    while line := cursor.peek():
        if line.indent <= parent and not flat and not cursor.is_astray(line, parent):
            break
        pair = named(line, keys, cursor.diagnostics)
        if flat and not (pair and fold_key(pair.name) in index(keys)):
            break
        cursor.at += 1
        if pair is None:
            cursor.unreadable(line)
            continue
        level = line.indent if level is None else level
        if line.indent != level:
            cursor.diagnostics.add("P017.uneven", (line.number, 1), key=pair.name)
        if len(entries) == MOST_ENTRIES:
            cursor.diagnostics.add("P018.entries", (line.number, 1), most=MOST_ENTRIES)
            cursor.end()
            break
        entries.append(_entry(cursor, pair, line, keys))
    settled = settle(entries, keys, cursor.diagnostics, inside=inside, elsewhere=cursor.keys if inside else ())
    return Table(settled, *place)


def _entry(cursor: Cursor, pair: Named, line: Line, keys: tuple[Key, ...]) -> Entry:
    """One `name: value`, with all the lines that belong to it."""
    key, _ = look_up(pair.name, keys)
    return Entry(pair.name, key, _value(cursor, key, pair, line, keys), line.number, pair.column)


def _value(cursor: Cursor, key: Key | None, pair: Named, line: Line, keys: tuple[Key, ...]) -> Node:
    """What stands behind a key, on its line and below."""
    kind: Kind = key.kind if key else "line"
    rest, column = pair.rest, pair.rest_column
    if rest.startswith("#") and (kind not in HASHTAGS or rest[1:2] in ("", " ")):
        rest = ""
    if BLOCK.fullmatch(rest) and (block := cursor.block(rest[0], line.indent)) is not None:
        return Text(block, line.number + 1, 1, quoted=True)
    if not rest:
        return _below(cursor, key, line, column, keys)
    if rest[0] in "[{" and kind not in PLAIN_TEXT:
        return read_brackets(cursor, key, rest, line, column)
    text = _scalar(cursor, key, cursor.quoted_text(rest, line.indent), line, column)
    if key and kind == "tables" and _goes_on_as_table(cursor, line.indent, key):
        return Items((_begun_table(cursor, key, text, line.indent),), line.number, column)
    if key and kind == "table" and (after := cursor.peek()) and (below := _table_below(cursor, key, after, line, keys)):
        cursor.diagnostics.add("P115.beside", (line.number, column), key=key.name, found=rest)
        return below
    return _continued(cursor, text, line.indent, keys, key)


def _scalar(cursor: Cursor, key: Key | None, raw: str, line: Line, column: int) -> Text:
    name, whole = (key.name, key.kind in WHOLE_LINE) if key else ("", True)
    return read_scalar(raw, line.number, column, cursor.diagnostics, name=name, whole_line=whole)


def _below(cursor: Cursor, key: Key | None, line: Line, column: int, keys: tuple[Key, ...]) -> Node:
    """A value that begins on the next line."""
    following = cursor.peek()
    empty = Text("", line.number, column)
    if following is None:
        return empty
    deeper = following.indent > line.indent
    if key and key.kind == "table" and (table := _table_below(cursor, key, following, line, keys)):
        return table
    if dashed(following) and (
        deeper or (following.indent == line.indent and (following.text[0] == "-" or not line.indent))
    ):
        return _items(cursor, key, following.indent)
    if not deeper:
        return empty
    if key and key.kind == "tables" and (pair := named(following, key.keys)) and is_known(pair.name, key.keys):
        place = (following.number, following.column)
        cursor.diagnostics.add("P013.table", place, key=key.name, first=pair.name)
        return Items((_table(cursor, key.keys, line.indent, place, inside=key.name),), *place)
    if key and key.kind in LISTS:
        return _undashed(cursor, key, line.indent)
    cursor.at += 1
    start = _scalar(cursor, key, cursor.quoted_text(following.text, line.indent), following, following.column)
    return _continued(cursor, start, line.indent, keys, key)


def _table_below(cursor: Cursor, key: Key, following: Line, line: Line, keys: tuple[Key, ...]) -> Table | None:
    """The table of a key, indented as it should be or not at all; None if the next line is not of it."""
    place = (following.number, following.column)
    if following.indent > line.indent and not dashed(following):
        return _table(cursor, key.keys, line.indent, place, inside=key.name)
    pair = named(following, key.keys)
    if pair and fold_key(pair.name) in index(key.keys) and fold_key(pair.name) not in index(keys):
        cursor.diagnostics.add("P017.flat", (following.number, 1), key=key.name)
        return _table(cursor, key.keys, -1, place, inside=key.name, flat=True)
    return None


def _continued(cursor: Cursor, text: Text, indent: int, keys: tuple[Key, ...], key: Key | None) -> Text:
    """A text with the deeper lines that go on with it, as YAML folds them."""
    words = [text.text]
    while cursor.at < len(cursor.lines):
        line = cursor.lines[cursor.at]
        comment = line.text[:1] == "#" and key is not None and key.kind not in WHOLE_LINE
        if not line.text or line.indent <= indent or comment:
            break
        pair = NAMED.fullmatch(line.text) or TIGHT.fullmatch(line.text)
        if pair and key and (is_known(pair["name"], keys) or is_known(pair["name"], cursor.keys)):
            break
        cursor.at += 1
        if key and (text.quoted or line.text.startswith("- ")):
            cursor.unreadable(line)
        else:
            words.append(line.text)
    return text if len(words) == 1 else Text(" ".join(words), text.line, text.column)


def _items(cursor: Cursor, key: Key | None, indent: int) -> Items:
    """The dashed lines from here on, each with the deeper lines that belong to it."""
    first = cursor.lines[cursor.at]
    name = key.name if key else ""
    items: list[Text | Items | Table] = []
    while (line := cursor.peek()) and line.indent >= indent and (item := dashed(line)):
        rest, column, plain = item
        cursor.at += 1
        place = (line.number, line.column)
        if not plain:
            cursor.diagnostics.add("P013.dash", place, key=name, found=line.text, fix=f"- {rest}")
        if len(items) >= MOST_ITEMS:
            cursor.diagnostics.add("P018.items", place, key=name, most=MOST_ITEMS)
            cursor.end()
        elif rest:
            items.append(_item(cursor, key, rest, line, column))
        elif (below := cursor.peek()) and below.indent > line.indent:
            cursor.at += 1
            items.append(_item(cursor, key, below.text, below, below.column))
        else:
            cursor.diagnostics.add("P013.empty", place, key=name, found="-")
    return Items(tuple(items), first.number, first.column)


def _item(cursor: Cursor, key: Key | None, rest: str, line: Line, column: int) -> Text | Items | Table:
    """One item of a list."""
    if key and key.kind == "tables":
        # A key behind the dash stands as deep as the keys below it.
        inner = Line(line.number, line.indent + column - line.column, column, rest)
        pair = named(inner, key.keys)
        if pair and "/" not in pair.name and not _is_titled_link(pair, key.keys):
            begun = (_entry(cursor, pair, inner, key.keys),)
            parent = line.indent if inner.indent > line.indent else line.indent - 1
            place = (line.number, column)
            return _table(cursor, key.keys, parent, place, inside=key.name, begun=begun, level=inner.indent)
        if rest[0] == "{":
            return read_brackets(cursor, key, rest, line, column)
    if rest.startswith("- ") or (rest[0] in "[{" and (key is None or key.kind not in WHOLE_LINE)):
        fix = titled[1] if (titled := TITLED.fullmatch(rest)) else ""
        cursor.diagnostics.add("P019.list", (line.number, column), key=key.name if key else "", found=rest, fix=fix)
        return Items((), line.number, column)
    text = _scalar(cursor, key, cursor.quoted_text(rest, line.indent), line, column)
    if key and key.kind == "tables" and _goes_on_as_table(cursor, line.indent, key):
        return _begun_table(cursor, key, text, line.indent)
    return _continued(cursor, text, line.indent, key.keys if key and key.keys else cursor.keys, key)


def _is_titled_link(pair: Named, keys: tuple[Key, ...]) -> bool:
    """`Kopi pagi: https://…`: words before a link, and no key."""
    key, how = look_up(pair.name, keys)
    return pair.rest.startswith("http") and how in ("near", "unknown") and not (key and key.kind == "link")


def _goes_on_as_table(cursor: Cursor, indent: int, key: Key) -> bool:
    """True if deeper lines set keys of the item that began with a bare value."""
    line = cursor.peek()
    if line is None or line.indent <= indent:
        return False
    pair = named(line, key.keys)
    return bool(pair and is_known(pair.name, key.keys))


def _begun_table(cursor: Cursor, key: Key, text: Text, indent: int) -> Table:
    """A work that was begun with its bare link and goes on with keys."""
    link = index(key.keys)["tautan"]
    cursor.diagnostics.add("P013.link", text, key=key.name, found=text.text, fix=f"tautan: {text.text}")
    begun = (Entry("tautan", link, text, text.line, text.column),)
    return _table(cursor, key.keys, indent, (text.line, text.column), inside=key.name, begun=begun)


def _undashed(cursor: Cursor, key: Key, indent: int) -> Items:
    """Deeper lines where a list is meant, each an item though it has no dash."""
    first = cursor.lines[cursor.at]
    place = (first.number, first.column)
    items: list[Text | Items | Table] = []
    while (line := cursor.peek()) and line.indent > indent:
        cursor.at += 1
        items.append(_scalar(cursor, key, line.text, line, line.column))
    if len(items) > 1:
        cursor.diagnostics.add("P013.lines", place, key=key.name)
    return Items(tuple(items), *place)
