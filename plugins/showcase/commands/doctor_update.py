"""A region's own repository, which calls this program's workflows by tag: for `doctor`, what an update asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .doctor_files import Item

# By tag, or by commit with the tag behind it: `@v1.1.0`, `@3d3c42e… # v1.1.0`.
CALL = re.compile(
    r"(?m)^ +uses: [\w.-]+/[\w.-]+/\.github/workflows/[\w.-]+@(?:[0-9a-f]{40} +# *(?=v\d))?(\S+)(?: +#.*)?$"
)
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
        yield Item("unknown", _what_to_read(called[0], version or "", changelog), "8.3")


def _what_to_read(called: str, version: str, changelog: str) -> str:
    """The sections above that of the version called; one that has none is newer than this clone."""
    sections = SECTION.findall(changelog)
    for at, name in enumerate(sections):
        if called.removeprefix("v") in (word.removeprefix("v") for word in name.split()):
            newer = ", ".join(sections[: max(at, 1)])
            text = f"Alur kerja memanggil {called}, program ini {version}. Baca {CHANGELOG}, bagian {newer}"
            return f"{text}; yang keliru menurut versi ini sudah dihitung di atas"
    return f"Program di komputer ini, {version}, tidak mengenal {called}. Jalankan `git pull` di foldernya."
