"""Whether a build may replace an output folder: only if nothing lies there but what a build has made.

A marker file beside the folder names what lies at the top of our tree. It is not published with the tree and does not
depend on the cache. A folder that holds anything else belongs to somebody, and nothing in it is touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.fault import ToolFailure, one_line
from ..runtime.atomic_write import write_atomically

HEADING = "# Folder di sebelah ini dibuat oleh tasks.py build, yang juga menggantinya. Isinya:"
# Left by file managers in every folder that was opened.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
NAMED = 3  # of the files that are not ours
TREE = frozenset({"404.html", "index.html", "kelola", "kreator"})  # what every tree of ours holds
UNTOUCHED = "Tidak ada yang diubah."


@dataclass(frozen=True, slots=True)
class Claim:
    """An output folder that a build may replace. marker: the file beside it; None where none is needed."""

    marker: Path | None
    names: frozenset[str]

    def record(self, added: Iterable[str] = ()) -> None:
        """Write into the marker that these names are ours too, before they are put in place. Raises ToolFailure."""
        names = self.names.union(added)
        if self.marker is None or (names == self.names and self.marker.is_file()):
            return
        try:
            write_atomically(self.marker, "\n".join((HEADING, *sorted(names), "")).encode())
        except OSError as broken:
            raise ToolFailure(f"Tidak dapat menulis di {self.marker.parent}: {broken.strerror}.") from broken


def claim(output: Path, content: Path, project: Path) -> Claim:
    """The right to build into `output`. Raises ToolFailure for a folder that is not ours, and touches nothing.

    All paths are absolute, links followed. The project's own `output/` is ours whatever lies in it.
    """
    own = project / "output"
    is_own = not own.is_symlink() and _same(output, own)
    _keep_apart(output, content, "folder isi")
    if not is_own:
        _keep_apart(output, project, "folder proyek ini")
    try:
        entries = _entries(output)
    except OSError as broken:
        raise _refused(output, f"tidak dapat dibaca ({broken.strerror})") from broken
    if is_own:
        return Claim(None, frozenset())
    marker = output.with_name(f".{output.name}.made")
    names = _names(marker)
    _refuse_foreign(output, entries - (names or frozenset()), known=names is not None)
    return Claim(marker, names or frozenset())


def _keep_apart(output: Path, folder: Path, what: str) -> None:
    """Neither holds the other."""
    if _within(folder, output):
        raise _refused(output, f"memuat {what}" if not _same(output, folder) else f"adalah {what}")
    if _within(output, folder):
        raise _refused(output, f"ada di dalam {what}")


def _refuse_foreign(output: Path, foreign: frozenset[str], *, known: bool) -> None:
    """What we did not make stays. known: there is a marker, so the folders beside the output are ours."""
    if foreign:
        first = sorted(foreign)[:NAMED]
        more = f" dan {len(foreign) - NAMED} lainnya" if len(foreign) > NAMED else ""
        older = ", atau situs buatan versi lama, yang harus Anda hapus sendiri" if not known and foreign >= TREE else ""
        named = ", ".join(map(one_line, first)) + more
        raise _refused(output, f"berisi yang bukan buatan perintah ini: {named}{older}")
    beside = [output.with_name(f".{output.name}.{part}") for part in ("staging", "old")]
    if not known and (taken := [path for path in beside if os.path.lexists(path)]):
        raise _refused(output, f"tidak dapat dipakai: {taken[0]} sudah ada dan akan tertimpa")


def _refused(output: Path, why: str) -> ToolFailure:
    advice = "Pakai folder baru atau yang kosong, misalnya --output ../situs."
    return ToolFailure(f"Folder hasil {one_line(str(output))} {why}. {advice} {UNTOUCHED}")


def _entries(output: Path) -> frozenset[str]:
    """What lies in the output folder; nothing if it is not there. Raises OSError, ToolFailure for what is no folder."""
    if not os.path.lexists(output):
        return frozenset()
    if not output.is_dir():
        raise _refused(output, "bukan folder")
    if os.path.ismount(output):  # Path.is_mount of Python 3.11 raises on Windows
        raise _refused(output, "adalah tempat sebuah disk terpasang, yang tidak dapat ditukar")
    return frozenset(entry.name for entry in output.iterdir()) - LITTER


def _names(marker: Path) -> frozenset[str] | None:
    """What a marker says lies in our tree; None if it is not there or not ours."""
    try:
        lines = marker.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return frozenset(lines[1:]) if lines[:1] == [HEADING] else None


def _within(inner: Path, outer: Path) -> bool:
    """Whether a path is a folder or lies below it."""
    return any(_same(place, outer) for place in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one place, also where case makes no difference and through a second mount."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
