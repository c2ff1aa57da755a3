"""`[a, b]` and `{a: b}`: from their text to values."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.flow import Span, end_of, pieces
from ..frontmatter.nodes import Text
from ..frontmatter.scalars import read_scalar
from .entries import Items, Table
from .key import Key


def read_brackets(
    key: Key | None, span: Span, diagnostics: DiagnosticCollector, table: Callable[[Key, Span], Table]
) -> Items | Table:
    """A list; or a table, which `table` reads, for a key that holds keys. span: from its opening bracket on."""
    name, text, end = key.name if key else "", span.text, end_of(span.text)
    if end is None:
        text += "]" if text[0] == "[" else "}"
        diagnostics.add("P020.open", span.place(0), key=name, found=span.text, fix=text, mark=text[0])
    elif (tail := span.part(end + 1, len(text))).text and tail.text[0] != "#":
        diagnostics.add("P020.tail", tail.place(0), found=tail.text)
    span = Span(text if end is None else text[: end + 1], span.line, span.column)
    if text[0] == "{" and key and key.keys:
        return table(key, span)
    items = tuple(
        table(key, piece) if piece.text[0] == "{" and key and key.keys else _item(key, piece, diagnostics)
        for piece in pieces(span)
    )
    return Items(items, span.line, span.column)


def _item(key: Key | None, piece: Span, diagnostics: DiagnosticCollector) -> Text:
    """One value between commas. A list inside of a list is no value here."""
    name = key.name if key else ""
    if piece.text[0] in "[{":
        inner = piece.text.strip("[]{} ")
        fix = "" if key is None or key.keys else inner
        diagnostics.add("P019.list", piece.place(0), key=name, found=piece.text, fix=fix)
        piece = Span(inner, piece.line, piece.column + 1)
    typed = piece.text.replace("\n", " ")
    return read_scalar(typed, piece.line, piece.column, diagnostics, name=name, whole_line=False)
