"""`statis/`: files that are published as they are, such as a verification file or `.well-known/`.

Nothing is taken out of them, so what must not be public is a fault here: a position in a picture, and any picture or
recording that could hold one unseen.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..diagnostics.collector import Notes, quoted
from ..diagnostics.fault import Fault
from ..pictures import PictureError, inspect
from ..profiles.model import Document, StaticFile
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, same_name
from .documents import TAKEN
from .folders import FORBIDDEN, POINTER, UNUSABLE, is_litter

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
    notes = Notes(FOLDER)
    root = content / FOLDER
    if root.is_symlink():
        notes.fault("P022", None, f"folder {FOLDER} {POINTER}")
    elif root.exists() and not root.is_dir():
        notes.fault("D110", None, f"{FOLDER} bukan folder. Hapus berkas itu.")
    if notes.faults or not root.is_dir():
        return (), notes.faults
    faults: list[Fault] = []
    found: list[StaticFile] = []
    total = 0
    taken = {f"{page.slug}/index.html": page.source for page in pages}
    seen: dict[str, str] = {}
    for path, entry in _files(root, ""):
        if len(found) >= MOST_FILES:
            notes.fault("D112", None, f"lebih dari {MOST_FILES} berkas; sisanya tidak terbit. Simpan di tempat lain.")
            break
        own = Notes(f"{FOLDER}/{path}")
        size = _check(path, entry, own, taken)
        first = seen.setdefault(same_name(path), path)
        if first != path:
            own.fault("P026", None, f"{quoted(path)} dan {quoted(first)} satu nama di komputer lain. Ganti satu.")
        total += size
        if not own.has_faults:
            found.append(StaticFile(path, Path(entry.path)))
        faults += own.faults
    if total > MOST_BYTES:
        notes.fault(
            "D112",
            None,
            f"isi {FOLDER} {_megabytes(total)}, paling banyak {_megabytes(MOST_BYTES)}; tidak ada yang terbit.",
        )
        found = []
    return tuple(found), [*notes.faults, *faults]


def _files(folder: Path, above: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder but what is hidden or left behind by a system; folders of their own are walked."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        hidden = entry.name.startswith(".") and (above or entry.name != WELL_KNOWN)
        if hidden or is_litter(entry.name) or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False) and not FORBIDDEN.search(entry.name):
            yield from _files(Path(entry.path), f"{above}{entry.name}/")
        else:
            yield above + entry.name, entry


def _check(path: str, entry: os.DirEntry[str], notes: Notes, taken: dict[str, str]) -> int:
    """Note what is wrong with one file; its size."""
    name = entry.name
    if entry.is_symlink():
        notes.fault("P022", None, f"{quoted(name)} {POINTER}")
        return 0
    if FORBIDDEN.search(name) or name != name.strip() or name.endswith("."):
        notes.fault("P027", None, UNUSABLE.format(quoted(name)))
        return 0
    seen = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(seen.st_mode):
        notes.fault("D110", None, f"{quoted(name)} bukan berkas biasa. Hapus.")
        return 0
    top = path.partition("/")[0]
    if same_name(top) in OWN_NAMES:
        what = "berkas ini" if top == path else f"folder {top}/"
        notes.fault("D111", None, f"{what} dibuat situs sendiri, dan akan tertimpa oleh statis/{path}. Ganti namanya.")
    for page, source in taken.items():
        if page == path or page.startswith(f"{path}/"):
            notes.fault(
                "D111", None, f"alamat {quoted(path)} sudah dipakai halaman {source}. Ganti nama salah satunya."
            )
    if seen.st_size > LARGEST_BYTES:
        size = _megabytes(seen.st_size)
        notes.fault("D112", None, f"berkas {size}, paling besar {_megabytes(LARGEST_BYTES)}. Simpan di tempat lain.")
    else:
        _check_position(Path(entry.path), notes)
    return seen.st_size


def _check_position(path: Path, notes: Notes) -> None:
    """A picture is published with all that is in it."""
    suffix = path.suffix.lower()
    if suffix in UNCHECKED:
        notes.fault(
            "D113",
            None,
            f"berkas {suffix} terbit apa adanya, dan tidak dapat diperiksa apakah memuat letak pengambilan (GPS). "
            "Pakai JPEG, PNG, atau WebP.",
        )
        return
    try:
        gps = inspect(path).gps
    except PictureError as error:
        if suffix in PICTURE_SUFFIXES:
            notes.fault(error.code, None, str(error), found=path.name)
        return
    if gps:
        notes.fault(
            "P305",
            None,
            "foto ini memuat letak pengambilan (GPS), dan terbit apa adanya. Kirim ulang sebagai foto biasa di "
            "WhatsApp, lalu simpan yang diterima.",
            found=path.name,
        )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",").replace(",0 MB", " MB")
