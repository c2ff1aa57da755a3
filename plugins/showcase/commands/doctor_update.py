"""A region's own repository, which calls this program's workflows by tag: for `doctor`, what an update asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .doctor_files import Item

CALL = re.compile(r"(?m)^ +uses: [\w.-]+/[\w.-]+/\.github/workflows/[\w.-]+@(\S+)$")
SECTION = re.compile(r"(?m)^## (.+)$")
CHANGELOG = "CHANGELOG.md"


def called_versions(root: Path) -> tuple[str, ...]:
    """The tags by which the repository's workflows call a program; none where it has workflows of its own."""
    files = sorted((root / ".github" / "workflows").glob("*.yml"))
    return tuple(sorted({tag for path in files for tag in CALL.findall(path.read_text(encoding="utf-8"))}))


def update(root: Path, version: str | None, changelog: str) -> Iterator[Item]:
    """Whether the repository calls the version that is here, and what to read before it does.

    version: the newest tag of this program's clone; None: not known. changelog: its text, newest section first.
    """
    called = called_versions(root)
    if len(called) > 1:
        yield Item("missing", f"Alur kerja memanggil lebih dari satu versi: {', '.join(called)}. Samakan", "8.3")
    elif called and version is None:
        yield Item("unknown", f"Alur kerja memanggil {called[0]}; versi program ini tidak diketahui Git", "8.3")
    elif called and called[0] == version:
        yield Item("ready", f"Alur kerja memanggil versi program ini, {version}", "8.3")
    elif called:
        newer = ", ".join(_newer(called[0], changelog))
        text = f"Alur kerja memanggil {called[0]}, program ini {version}. Baca {CHANGELOG}, bagian {newer}"
        yield Item("unknown", f"{text}; yang keliru menurut versi ini sudah dihitung di atas", "8.3")


def _newer(tag: str, changelog: str) -> list[str]:
    """The sections above that of a tag; the first alone where it has none."""
    sections = SECTION.findall(changelog)
    at = next(
        (
            at
            for at, name in enumerate(sections)
            if tag.removeprefix("v") in (word.removeprefix("v") for word in name.split())
        ),
        0,
    )
    return sections[: max(at, 1)]
