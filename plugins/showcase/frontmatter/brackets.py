"""`[a, b]` and `{a: b}`: from their text to nodes."""

from __future__ import annotations

import re

from ..diagnostics.collector import DiagnosticCollector
from ..schema.key import Key, fold_key, index
from ..schema.key_names import settle
from .cursor import Cursor
from .flow import DEEPEST, Span, depth_of, pieces
from .lines import Line, named
from .nodes import Entry, Items, Node, Table, Text
from .scalars import read_scalar


def read_brackets(cursor: Cursor, key: Key | None, rest: str, line: Line, column: int) -> Items | Table:
    """A value in brackets that begins with `rest` of a line, and may go on over the lines below."""
    span = cursor.bracketed(rest, line, column)
    name = key.name if key else ""
    if span is None:
        shut = "]" if rest[0] == "[" else "}"
        place = (line.number, column)
        cursor.diagnostics.add("P020.open", place, key=name, found=rest, fix=rest + shut, mark=rest[0])
        span = Span(rest + shut, line.number, column)
    if depth_of(span.text) > DEEPEST:
        flat = f"[{' '.join(re.sub(r'[][{}]', ' ', span.text).split())}]"
        fix = "" if (key and key.keys) or "\n" in span.text else flat
        cursor.diagnostics.add("P019.deep", (line.number, column), key=name, found=rest, fix=fix)
        span = Span(flat, line.number, column)
    return _node(cursor, key, span)


def _node(cursor: Cursor, key: Key | None, span: Span) -> Items | Table:
    if span.text[0] == "{" and key and key.keys:
        return _table(cursor, key, span)
    items: list[Text | Items | Table] = []
    for piece in pieces(span):
        if piece.text[0] == "{" and key and key.kind == "tables":
            items.append(_table(cursor, key, piece))
        else:
            items.append(_item(cursor.diagnostics, key, piece))
    return Items(tuple(items), span.line, span.column)


def _item(diagnostics: DiagnosticCollector, key: Key | None, piece: Span) -> Text:
    """One value between commas. A list inside of a list is no value here."""
    if piece.text[0] in "[{":
        inner = piece.text.strip("[]{} ")
        name, fix = (key.name, "" if key.keys else inner) if key else ("", "")
        diagnostics.add("P019.list", (piece.line, piece.column), key=name, found=piece.text, fix=fix)
        piece = Span(inner, piece.line, piece.column + 1)
    text = piece.text.replace("\n", " ")
    return read_scalar(text, piece.line, piece.column, diagnostics, name=key.name if key else "", whole_line=False)


def _table(cursor: Cursor, key: Key, span: Span) -> Table:
    """`{a: b, c: [d, e]}` for a key that holds keys."""
    entries: list[Entry] = []
    for piece in pieces(span):
        flat = piece.text.replace("\n", " ")
        line = Line(piece.line, 0, piece.column, flat)
        pair = named(line, key.keys, cursor.diagnostics)
        if pair is None:
            cursor.unreadable(line)
            continue
        sub = index(key.keys).get(fold_key(pair.name))
        rest = piece.part(len(flat) - len(pair.rest), len(flat))
        value: Node = Text("", piece.line, pair.rest_column)
        if rest.text[:1] == "[" and rest.text.endswith("]"):
            value = _node(cursor, sub, rest)
        elif rest.text:
            value = _item(cursor.diagnostics, sub, rest)
        entries.append(Entry(pair.name, sub, value, piece.line, pair.column))
    return Table(settle(entries, key.keys, cursor.diagnostics, inside=key.name), span.line, span.column)
