"""The texts of an entry: one, or several however they were written."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from .entries import Entry, Items, Value

SEPARATORS = ",;，、"
COMMA = re.compile(rf"[{SEPARATORS}]\s*")
# Between values of a closed list people also write these, or nothing but a blank; a list of free words may hold them.
OTHER_COMMAS = tuple(map(re.compile, (r"\s*[,;/&+|，、]\s*|\s+dan\s+", r"\s*[,;/&+|，、]\s*|\s+dan\s+|\s+")))


def is_empty(node: Value) -> bool:
    """True for a key with nothing behind it."""
    if isinstance(node, Text):
        return not node.text.strip()
    return not (node.items if isinstance(node, Items) else node.entries)


def single(entry: Entry, diagnostics: DiagnosticCollector) -> Text | None:
    """The text of an entry that holds one value; a list of one is taken for it."""
    node = entry.value
    name = entry.key.name if entry.key else entry.name
    if isinstance(node, Items) and len(node.items) == 1 and isinstance(node.items[0], Text):
        diagnostics.add("P115.single", node, key=name)
        return node.items[0]
    if isinstance(node, Text):
        return node
    diagnostics.add("P115.list", node, key=name)
    return None


def texts_of(entry: Entry, split: Callable[[Text], tuple[Text, ...]]) -> tuple[Text, ...]:
    """The texts of an entry that holds a list. What is no text in it has been refused in reading."""
    node = entry.value
    if isinstance(node, Text):
        return split(node)
    items = node.items if isinstance(node, Items) else ()
    return tuple(part for item in items if isinstance(item, Text) and item.text.strip() for part in split(item))


def split_text(node: Text, pattern: re.Pattern[str]) -> tuple[Text, ...]:
    """The pieces of a text between separators, each with its own column."""
    found: list[Text] = []
    at = 0
    for match in [*pattern.finditer(node.text), None]:
        end = match.start() if match else len(node.text)
        piece = node.text[at:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append(Text(piece.strip(), node.line, node.column + at + lead, node.quoted))
        at = match.end() if match else end
    return tuple(found)


def split_values(node: Text, is_value: Callable[[str], bool] | None = None) -> tuple[Text, ...]:
    """The values of a text. is_value: tells those of a closed list."""
    if node.quoted and "," not in node.text:
        return (node,)
    if is_value and not is_value(node.text):
        for comma in OTHER_COMMAS:
            rough = split_text(node, comma)
            if len(rough) > 1 and all(is_value(part.text) for part in rough):
                return rough
    return split_text(node, COMMA)
