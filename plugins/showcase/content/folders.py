"""A content folder as it lies on disk: profiles, strays, names that other computers cannot hold."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from ..diagnostics.collector import Notes, quoted
from ..diagnostics.fault import UNPRINTABLE, Fault
from ..frontmatter.source import LARGEST_FILE
from ..profiles.copies import index_again, newest_index
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, same_name
from ..profiles.profile import Folder
from ..text.similarity import slugify
from .filenames import RESERVED, misnamed, slug_faults

INDEX = "index.md"
POINTER = "hanya penunjuk ke tempat lain (symlink) dan tidak diikuti. Taruh aslinya di sini."
UNUSABLE = "nama berkas {} tidak dapat dipakai di semua komputer. Ganti namanya, misalnya foto.jpg."
# Left by file managers and Git; never published, never anybody's mistake.
LITTER = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".gitkeep", ".gitignore", "readme.md"})
LITTER_STARTS = ("._", "~$", ".~lock.")  # macOS beside every file of a stick, word processors beside an open one
MOST_HELD = 100_000_000  # bytes of all profiles kept in memory; the others are read again when their turn comes
MOST_PICTURES = 100
MOST_FILES = 1_000  # of any kind in one folder; what lies beyond is not even looked at
MOST_PROFILES = 20_000
# Characters that some system forbids in a file name, or that hide what a name is.
FORBIDDEN = re.compile(rf"{UNPRINTABLE.pattern}|[\\:*?\"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_folders(content: Path) -> tuple[list[Folder], list[Fault]]:
    """Every profile folder under `kreator/`, in order, and what is wrong with names and strays."""
    root = content / "kreator"
    faults: list[Fault] = []
    folders: list[Folder] = []
    if root.is_symlink():
        faults += _whole(
            "kreator",
            "P022",
            f"folder kreator {POINTER}",
        )
    elif root.is_dir():
        entries = _entries(root)
        faults += _clashes(entries, "kreator")
        if len(entries) > MOST_PROFILES:
            message = f"{len(entries)} profil, paling banyak {MOST_PROFILES}; sisanya tidak dibaca."
            faults += _whole("kreator", "P018", message)
        room = MOST_HELD
        for entry in entries[:MOST_PROFILES]:
            found, folder = _read_entry(entry)
            faults += found
            if folder:
                room -= len(folder.held or b"")
                folders.append(folder if room >= 0 else replace(folder, held=None))
    elif root.exists():
        faults += _whole(
            "kreator", "P023", "kreator bukan folder. Hapus berkas itu; setiap profil adalah folder kreator/<nama>."
        )
    return folders, faults


def is_litter(name: str) -> bool:
    """Whether a file was left there by a program and is no part of the content."""
    return name.casefold() in LITTER or name.startswith(LITTER_STARTS)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, in order. What each entry is, the disk told on the way, so that nobody asks it again."""
    with os.scandir(folder) as found:
        return sorted(found, key=attrgetter("name"))


def _read_entry(entry: os.DirEntry[str]) -> tuple[list[Fault], Folder | None]:
    """One entry of `kreator/`: a profile, or a fault."""
    path = Path(entry.path)
    where = f"kreator/{path.name}"
    if is_litter(path.name):
        return [], None
    if entry.is_symlink():
        return list(_whole(where, "P022", f"{quoted(path.name)} {POINTER}")), None
    if not entry.is_dir():
        slug = slugify(path.stem)
        advice = (
            f"Pindahkan ke kreator/{slug}/{INDEX}."
            if path.suffix.lower() in (".md", ".markdown", ".txt") and slug and not path.with_name(slug).exists()
            else "Pindahkan ke folder profilnya."
        )
        return list(_whole(where, "P023", f"{quoted(path.name)} bukan folder profil. {advice}")), None
    faults = list(slug_faults(path, where))
    if UNPRINTABLE.search(path.name):
        return faults, None  # no text, and so no memory, can hold such a name
    entries = _entries(path)
    pictures, found = _pictures(entries, where)
    faults += found
    index = _index(path, entries, where)
    if isinstance(index, Fault):
        return [*faults, index], None
    data = _bytes(index)
    if data is None:
        return [
            *faults,
            *_whole(f"{where}/{INDEX}", "P024", f"{INDEX} tidak dapat dibaca. Periksa izin berkasnya."),
        ], None
    return faults, Folder(path.name, path, f"{where}/{INDEX}", data, pictures)


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError:
        return None


def _index(path: Path, entries: Sequence[os.DirEntry[str]], where: str) -> Path | Fault:
    """The profile's file, or the fault that it is not there under its name."""
    index = path / INDEX
    names = [entry.name for entry in entries]
    entry = next((entry for entry in entries if entry.name == INDEX), None)
    if entry and entry.is_file(follow_symlinks=False):
        return index
    if entry and entry.is_symlink():
        return next(_whole(f"{where}/{INDEX}", "P022", f"{INDEX} {POINTER}"))
    if entry:
        return next(_whole(f"{where}/{INDEX}", "P023", f"{INDEX} bukan berkas biasa. Hapus, lalu buat sebagai teks."))
    nearly = (
        next((n for n in names if n.casefold() == INDEX), "")
        or newest_index(names)
        or next((n for n in names if n.lower().endswith((".md", ".markdown", ".txt"))), "")
    )
    advice = (
        f" Ganti nama {quoted(nearly)} menjadi {INDEX}."
        if nearly
        else " Setiap profil adalah satu folder dengan berkas itu di dalamnya."
    )
    notes = Notes(f"{where}/{nearly}" if nearly else where)
    notes.fault("P024", None, f"folder ini tanpa {INDEX}.{advice}", found=nearly, fix=INDEX if nearly else "")
    return notes.faults[0]


def _pictures(entries: Sequence[os.DirEntry[str]], where: str) -> tuple[dict[str, Path], list[Fault]]:
    """The pictures of a folder, and a fault for everything that does not belong there."""
    pictures: dict[str, Path] = {}
    faults = _clashes(entries[:MOST_FILES], where)
    if len(entries) > MOST_FILES:
        faults += _whole(where, "P018", f"{len(entries)} berkas dalam satu folder, paling banyak {MOST_FILES}.")
    for entry in entries[:MOST_FILES]:
        name, at = entry.name, f"{where}/{entry.name}"
        if is_litter(name) or name.casefold() == INDEX:
            continue
        suffix = Path(name).suffix.lower()
        if entry.is_symlink():
            faults += _whole(
                at,
                "P022",
                f"{quoted(name)} {POINTER}",
            )
        elif entry.is_dir():
            faults += _whole(
                at, "P025", f"folder di dalam folder profil tidak dipakai. Pindahkan isi {quoted(name)} ke {where}."
            )
        elif (
            FORBIDDEN.search(name)
            or name != name.strip()
            or name.endswith(".")
            or Path(name).stem.casefold() in RESERVED
        ):
            faults += _whole(at, "P027", UNUSABLE.format(quoted(name)))
        elif not entry.is_file():
            faults += _whole(at, "P023", f"{quoted(name)} bukan berkas biasa. Hapus.")
        elif suffix in PICTURE_SUFFIXES or suffix in OTHER_PICTURES or not suffix:
            pictures[name] = Path(entry.path)
        elif suffix not in (".md", ".markdown", ".txt") or any(
            other.name == INDEX and other.is_file() for other in entries
        ):
            names = [one.name for one in entries]
            message = f"{quoted(name)} bukan foto. Folder profil hanya berisi {INDEX} dan foto; hapus atau pindahkan."
            faults += index_again(name, at) or misnamed(Path(entry.path), at, names) or _whole(at, "P023", message)
    if len(pictures) > MOST_PICTURES:
        faults += _whole(where, "P018", f"{len(pictures)} foto dalam satu folder, paling banyak {MOST_PICTURES}.")
        pictures = dict(list(pictures.items())[:MOST_PICTURES])
    return pictures, faults


def _clashes(entries: Sequence[os.DirEntry[str]], where: str) -> list[Fault]:
    """Names that are one name on another computer."""
    seen: dict[str, str] = {}
    faults: list[Fault] = []
    for entry in entries:
        key = same_name(entry.name)
        if key in seen:
            same = (
                "hanya berbeda bentuk Unicode"
                if unicodedata.normalize("NFC", entry.name) == unicodedata.normalize("NFC", seen[key])
                else "hanya berbeda huruf besar kecil"
            )
            faults += _whole(
                f"{where}/{entry.name}",
                "P026",
                f"{quoted(entry.name)} dan {quoted(seen[key])} {same}; di komputer lain keduanya satu. Ganti satu.",
            )
        seen.setdefault(key, entry.name)
    return faults


def _whole(path: str, code: str, message: str) -> Iterator[Fault]:
    notes = Notes(path)
    notes.fault(code, None, message)
    yield from notes.faults
