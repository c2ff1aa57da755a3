"""The new content in place of the old one, in one step: a program that is killed leaves the one or the other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..publish.tree import Tree

KEPT = "{}-lama"  # the old content, where no Git keeps it


def replace_content(content: Path, files: Mapping[str, bytes]) -> None:
    """Write all files as `content`. Raises OSError or ToolFailure; the old content stands then."""
    tree = Tree(content)
    tree.open()
    try:
        for path, data in files.items():
            tree.put(path, data)
        tree.settle(files)
        tree.swap()
    finally:
        tree.abandon()
        shutil.rmtree(tree.staging, ignore_errors=True)
        with suppress(OSError):
            content.with_name(f".{content.name}.lock").unlink()


def keep_copy(content: Path) -> Path:
    """A copy of the old content beside it, under a name that is free."""
    free = (content.with_name(KEPT.format(content.name) + (f"-{number}" if number else "")) for number in range(1000))
    place = next(path for path in free if not path.exists())
    shutil.copytree(content, place)
    return place
