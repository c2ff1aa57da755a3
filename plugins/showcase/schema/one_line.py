"""Texts of one line: neither too long nor too short, and each letter what it looks like."""

from __future__ import annotations

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..text.confusables import VERIFIED, fancy, look_alike, plain_letters
from ..text.invisible import PILED
from .key import Key

NAMES = frozenset({"nama", "nama_lain"})


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
        diagnostics.add("P126.fancy", node, key=key, found=node.text, fix=plain_letters(text), word=word)
    elif key in NAMES and VERIFIED.search(text):
        fix = " ".join(VERIFIED.sub(" ", text).split())
        diagnostics.add("P128", node, key=key, found=node.text, fix=fix)
    elif PILED.search(text):
        diagnostics.add("P126.piled", node, key=key, found=node.text)


def _cut(text: str, limit: int) -> str:
    """The text cut between words so that it fits."""
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.-")[:limit]
