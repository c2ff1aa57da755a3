"""Real proposals: a repository whose last commit is main, and changes that a test makes to it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.region import CONTENT
from tests.support.sites import write_profile

from showcase.github import review
from showcase.github.report import ReviewReport, load_report


def git(folder: Path, *command: str) -> str:
    """What Git says, in the name of nobody."""
    given = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example", *command]
    return subprocess.run(given, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def repository(folder: Path) -> Path:
    """The content of a repository with two profiles on main; what a test then changes is the proposal."""
    content = folder / "repo/content"
    for slug in ("contoh-lama", "contoh-tetap"):
        write_profile(content, slug)
    git(folder / "repo", "init", "-q")
    commit(content)
    return content


def commit(content: Path) -> None:
    """Everything as it lies there."""
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-q", "-m", "Usul")


def reviewed(content: Path) -> ReviewReport:
    """The report on what changed since the last commit."""
    commit(content)
    path = content.parent.parent / "tinjauan.json"
    assert review.run(content, CONTENT, "HEAD^", path) == 0
    return load_report(path)


def add(content: Path, slug: str, change: dict[str, str]) -> str:
    """A profile with some words changed; its text."""
    write_profile(content, slug, photo=True)
    return edit(content, slug, change)


def edit(content: Path, slug: str, change: dict[str, str]) -> str:
    """A profile that is there, with some words changed; its text."""
    file = content / "kreator" / slug / "index.md"
    text = file.read_text()
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)
    return text
