"""Every word that a reader sees can be found for a catalogue of another language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

import showcase
from showcase.links import PLATFORMS
from showcase.schema import choices

PLUGIN = Path(showcase.__file__).parent
KEYWORDS = {**DEFAULT_KEYWORDS, "Choice": (3,)}  # as in pyproject.toml
SAID = ("_", "N_", "ngettext")
LISTS = (choices.TOPICS, choices.CRAFTS, choices.TRAININGS)


def in_catalogue(path: Path) -> set[str]:
    """The texts that Babel finds in a module."""
    found: set[str] = set()
    for _line, text, _notes, _context in extract_from_file("python", path, keywords=KEYWORDS):
        found |= {text} if isinstance(text, str) else set(text)
    return found


def texts_said(path: Path) -> Iterator[str | None]:
    """What `_` and its like are handed in a module: a text, None for one that is put together on the way."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID:
            said = node.args[0]
            if isinstance(said, ast.Constant):
                yield str(said.value)
            elif isinstance(said, (ast.JoinedStr, ast.BinOp)):
                yield None


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_what_is_said_is_found(path: Path) -> None:
    assert set(texts_said(path)) <= in_catalogue(path)


def test_what_tables_hold_is_found() -> None:
    found = {text for path in PLUGIN.rglob("*.py") for text in in_catalogue(path)}
    held = {text for row in PLATFORMS.values() for text in (row.channel_hint, row.number_hint, row.action)} - {""}
    assert held | {choice.label for known in LISTS for choice in known} <= found
