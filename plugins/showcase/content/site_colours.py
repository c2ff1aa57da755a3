"""The colours in `situs.md`: one accent, and single tokens of the theme in its place. What cannot be read is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..palette import HEX, Palette, faint_pairs, nearest, oklch, palette_of
from ..schema.fields import Fields
from ..schema.key import Key
from ..schema.keys import COLOUR_PREFIX
from ..settings import OWN_THEME
from ..text.numbers import decimal
from ..text.similarity import perhaps

ACCENT = "warna"


def colour_keys(lines: Iterable[str]) -> tuple[Key, ...]:
    """A key for every `warna_…` in the file: which there are is the theme's matter."""
    names = dict.fromkeys(name for line in lines for name in re.findall(rf"^({COLOUR_PREFIX}[a-z0-9_-]+)\s*:", line))
    return tuple(Key(name, name, "colour", "warna aksen", "#9b5a00") for name in names)


def read_accent(fields: Fields, diagnostics: DiagnosticCollector) -> str:
    """The accent, or "" for the theme's own."""
    node = fields.node(ACCENT)
    return _colour(node, ACCENT, diagnostics) if node else ""


def read_colours(fields: Fields, accent: str, diagnostics: DiagnosticCollector) -> tuple[tuple[str, str], ...]:
    """Colours by the theme's token. One that the theme lacks is named, and one that cannot be read."""
    nodes = {
        entry.key.name: entry.value
        for entry in fields.table.entries
        if entry.key and entry.key.name.startswith(COLOUR_PREFIX) and isinstance(entry.value, Text)
    }
    if not nodes:
        return ()
    known = {token for token, value in palette_of(OWN_THEME).light.items() if HEX.fullmatch(value)}
    found: dict[str, tuple[str, Text]] = {}
    for name, node in nodes.items():
        token = name.removeprefix(COLOUR_PREFIX).replace("_", "-")
        if token not in known:
            keys = sorted(map(_key, known))
            diagnostics.add("W120", node, key=name, allowed=keys, guess=perhaps(name, keys))
        elif colour := _colour(node, name, diagnostics):
            found[token] = (colour, node)
    chosen = tuple((token, colour) for token, (colour, _node) in found.items())
    palette = palette_of(OWN_THEME, accent, chosen)
    for token, (_chosen, node) in found.items():
        _check(token, node, palette, diagnostics)
    return chosen


def _check(token: str, node: Text, palette: Palette, diagnostics: DiagnosticCollector) -> None:
    """Name the pair in which a colour is read worst."""
    faint = [pair for pair in faint_pairs(palette.light) if token in (pair.front, pair.back)]
    if faint:
        worst = min(faint, key=lambda pair: pair.ratio / pair.least)
        fix = nearest(token, oklch(palette.light[token]), palette.light)
        ratio, least = decimal(worst.ratio), decimal(worst.least)
        front, back, key = worst.front, worst.back, _key(token)
        diagnostics.add(
            "W121", node, key=key, found=node.text, fix=fix, front=front, back=back, ratio=ratio, least=least
        )


def _colour(node: Text, name: str, diagnostics: DiagnosticCollector) -> str:
    if HEX.fullmatch(node.text):
        return node.text.lower()
    diagnostics.add("W113", node, key=name, found=node.text)
    return ""


def _key(token: str) -> str:
    return COLOUR_PREFIX + token.replace("-", "_")
