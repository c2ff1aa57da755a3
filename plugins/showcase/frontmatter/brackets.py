"""`[a, b]` and `{a: b}`: from their text to nodes."""

from __future__ import annotations

import re

from ..diagnostics.collector import Notes, quoted
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
        message = f"kurung {rest[0]} dibuka tetapi tidak ditutup."
        cursor.notes.fault("P020", (line.number, column), message, key=name, found=rest, fix=rest + shut)
        span = Span(rest + shut, line.number, column)
    if depth_of(span.text) > DEEPEST:
        message = f"{quoted(rest)} bersarang terlalu dalam."
        flat = f"[{' '.join(re.sub(r'[][{}]', ' ', span.text).split())}]"
        fix = "" if (key and key.keys) or "\n" in span.text else flat
        cursor.notes.fault("P019", (line.number, column), message, key=name, found=rest, fix=fix)
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
            items.append(_item(cursor.notes, key, piece))
    return Items(tuple(items), span.line, span.column)


def _item(notes: Notes, key: Key | None, piece: Span) -> Text:
    """One value between commas. A list inside of a list is no value here."""
    if piece.text[0] in "[{":
        message = f"{quoted(piece.text)} bersarang terlalu dalam: daftar di dalam daftar tidak dipakai."
        inner = piece.text.strip("[]{} ")
        name, fix = (key.name, "" if key.keys else inner) if key else ("", "")
        notes.fault("P019", (piece.line, piece.column), message, key=name, found=piece.text, fix=fix)
        piece = Span(inner, piece.line, piece.column + 1)
    text = piece.text.replace("\n", " ")
    return read_scalar(text, piece.line, piece.column, notes, name=key.name if key else "", whole_line=False)


def _table(cursor: Cursor, key: Key, span: Span) -> Table:
    """`{a: b, c: [d, e]}` for a key that holds keys."""
    entries: list[Entry] = []
    for piece in pieces(span):
        flat = piece.text.replace("\n", " ")
        line = Line(piece.line, 0, piece.column, flat)
        pair = named(line, key.keys, cursor.notes)
        if pair is None:
            cursor.unreadable(line)
            continue
        sub = index(key.keys).get(fold_key(pair.name))
        rest = piece.part(len(flat) - len(pair.rest), len(flat))
        value: Node = Text("", piece.line, pair.rest_column)
        if rest.text[:1] == "[" and rest.text.endswith("]"):
            value = _node(cursor, sub, rest)
        elif rest.text:
            value = _item(cursor.notes, sub, rest)
        entries.append(Entry(pair.name, sub, value, piece.line, pair.column))
    return Table(settle(entries, key.keys, cursor.notes, inside=key.name), span.line, span.column)
