"""The texts of an entry: one, or several however they were written."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..text.confusables import VERIFIED, fancy, look_alike, undressed
from ..text.invisible import PILED
from .entries import Entry, Items, Value
from .key import Key

# A profile `halaman-2` would take the place of the directory's second page.
SLUG = re.compile(r"(?!halaman-[0-9]+$)[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])")
NAMES = frozenset({"nama", "nama_lain"})
COMMA = re.compile(r"[,;，、]\s*")


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


def check_line(node: Text, key: Key, diagnostics: DiagnosticCollector) -> str:
    """A one-line text, blanks made single; "" and a fault if it is too long or too short."""
    text = " ".join(node.text.split())
    low, high = key.limits
    check_letters(text, node, key.name, diagnostics)
    if len(text) > high:
        length, over = len(text), len(text) - high
        fix = _cut(text, high)
        diagnostics.add("P107.long", node, key=key.name, found=node.text, fix=fix, length=length, most=high, over=over)
    elif len(text) < low:
        diagnostics.add("P107.short", node, key=key.name, found=node.text, least=low)
    return text[:high]


def check_letters(text: str, node: Text, key: str, diagnostics: DiagnosticCollector) -> None:
    """Letters are what they look like, and keep to their own line."""
    if word := look_alike(text):
        diagnostics.add("P126.confusable", node, key=key, found=node.text, word=word)
    elif word := fancy(text):
        diagnostics.add("P126.fancy", node, key=key, found=node.text, fix=undressed(text), word=word)
    elif key in NAMES and VERIFIED.search(text):
        fix = " ".join(VERIFIED.sub(" ", text).split())
        diagnostics.add("P128", node, key=key, found=node.text, fix=fix)
    elif PILED.search(text):
        diagnostics.add("P126.piled", node, key=key, found=node.text)


def _cut(text: str, limit: int) -> str:
    """The text cut between words so that it fits."""
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.-")[:limit]
