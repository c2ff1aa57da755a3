"""`statis/`: files that are published as they are, such as a verification file or `.well-known/`.

Nothing is taken out of them, so what must not be public is a fault here: a position in a picture, and any picture or
recording that could hold one unseen.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..pictures import PictureError, inspect
from ..profiles.model import Document, StaticFile
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, same_name
from ..text.numbers import megabytes
from .documents import TAKEN
from .filenames import is_portable
from .folders import is_litter

FOLDER = "statis"
WELL_KNOWN = ".well-known"  # RFC 8615: the one hidden folder that is meant to be public
# The whole site has 1 GB on GitHub Pages, and Git keeps every version for ever: what is larger belongs elsewhere.
LARGEST_BYTES = 5_000_000
MOST_BYTES = 25_000_000
MOST_FILES = 500
UNCHECKED = (OTHER_PICTURES - {".svg", ".bmp"}) | {".mp4", ".mov", ".m4v", ".3gp", ".avi", ".mkv", ".webm"}
# What the site itself puts at its top, besides the addresses that no page may take.
OWN_NAMES = TAKEN | {
    "index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", ".nojekyll", "aset", "pagefind",
    "en", "agenda", "agenda.ics", "panggilan", "koleksi",
}  # fmt: skip


def read_static(content: Path, pages: Iterable[Document]) -> tuple[tuple[StaticFile, ...], list[Fault]]:
    """Every sound file of `content/statis`, by path, and what is wrong with the others. pages: of `halaman/`."""
    diagnostics = DiagnosticCollector(FOLDER)
    root = content / FOLDER
    if root.is_symlink():
        diagnostics.add("P022.folder", None, name=FOLDER)
    elif root.exists() and not root.is_dir():
        diagnostics.add("D110.folder", None, name=FOLDER)
    if diagnostics.faults or not root.is_dir():
        return (), diagnostics.faults
    faults: list[Fault] = []
    found: list[StaticFile] = []
    total = 0
    taken = {f"{page.slug}/index.html": page.source for page in pages}
    seen: dict[str, str] = {}
    for path, entry in _files(root, ""):
        if len(found) >= MOST_FILES:
            diagnostics.add("D112.files", None, most=MOST_FILES)
            break
        own = DiagnosticCollector(f"{FOLDER}/{path}")
        size = _check(path, entry, own, taken)
        first = seen.setdefault(same_name(path), path)
        if first != path:
            own.add("P026.static", None, name=path, other=first)
        total += size
        if not own.has_faults:
            found.append(StaticFile(path, Path(entry.path)))
        faults += own.faults
    if total > MOST_BYTES:
        diagnostics.add("D112.total", None, size=_size(total), most=_size(MOST_BYTES))
        found = []
    return tuple(found), [*diagnostics.faults, *faults]


def _files(folder: Path, above: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder but what is hidden or left behind by a system; folders of their own are walked."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        hidden = entry.name.startswith(".") and (above or entry.name != WELL_KNOWN)
        if hidden or is_litter(entry.name) or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False) and is_portable(entry.name):
            yield from _files(Path(entry.path), f"{above}{entry.name}/")
        else:
            yield above + entry.name, entry


def _check(path: str, entry: os.DirEntry[str], diagnostics: DiagnosticCollector, taken: dict[str, str]) -> int:
    """Note what is wrong with one file; its size."""
    name = entry.name
    if entry.is_symlink():
        diagnostics.add("P022.file", None, name=name)
        return 0
    if not is_portable(name):
        diagnostics.add("P027", None, name=name)
        return 0
    seen = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(seen.st_mode):
        diagnostics.add("D110.file", None, name=name)
        return 0
    top = path.partition("/")[0]
    if same_name(top) in OWN_NAMES:
        diagnostics.add("D111.own_file" if top == path else "D111.own_folder", None, path=path, folder=top)
    for page, source in taken.items():
        if page == path or page.startswith(f"{path}/"):
            diagnostics.add("D111.page", None, path=path, source=source)
    if seen.st_size > LARGEST_BYTES:
        diagnostics.add("D112.file", None, size=_size(seen.st_size), most=_size(LARGEST_BYTES))
    else:
        _check_position(Path(entry.path), diagnostics)
    return seen.st_size


def _check_position(path: Path, diagnostics: DiagnosticCollector) -> None:
    """A picture is published with all that is in it."""
    suffix = path.suffix.lower()
    if suffix in UNCHECKED:
        diagnostics.add("D113", None, suffix=suffix)
        return
    try:
        gps = inspect(path).gps
    except PictureError as error:
        if suffix in PICTURE_SUFFIXES:
            diagnostics.add_worded(error.code, None, str(error), found=path.name)
        return
    if gps:
        diagnostics.add("P305.static", None, found=path.name)


def _size(size: int) -> str:
    return megabytes(size, 1).replace(",0 MB", " MB")
