"""A content folder as it lies on disk: profiles, strays, names that other computers cannot hold."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import UNPRINTABLE, Fault
from ..frontmatter.source import LARGEST_FILE
from ..profiles.copies import TEXTS, index_again, newest_index
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, same_name
from ..profiles.profile import Folder
from ..runtime.atomic_write import LEFT
from ..text.similarity import slugify
from .filenames import is_portable, misnamed, slug_faults

INDEX = "index.md"
# Left by file managers and Git; never published, never anybody's mistake.
LITTER = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".gitkeep", ".gitignore", "readme.md"})
LITTER_STARTS = ("._", "~$", ".~lock.")  # macOS beside every file of a stick, word processors beside an open one
MOST_HELD = 100_000_000  # bytes of all profiles kept in memory; the others are read again when their turn comes
MOST_PICTURES = 100
MOST_FILES = 1_000  # of any kind in one folder; what lies beyond is not even looked at
MOST_PROFILES = 20_000


def read_folders(content: Path) -> tuple[list[Folder], list[Fault]]:
    """Every profile folder under `kreator/`, in order, and what is wrong with names and strays."""
    root = content / "kreator"
    faults: list[Fault] = []
    folders: list[Folder] = []
    if root.is_symlink():
        faults.append(fault_at("P022.folder", "kreator", name="kreator"))
    elif root.is_dir():
        entries = _entries(root)
        faults += _clashes(entries, "kreator")
        if len(entries) > MOST_PROFILES:
            faults.append(fault_at("P018.profiles", "kreator", count=len(entries), most=MOST_PROFILES))
        room = MOST_HELD
        for entry in entries[:MOST_PROFILES]:
            found, folder = _read_entry(entry)
            faults += found
            if folder:
                room -= len(folder.held or b"")
                folders.append(folder if room >= 0 else replace(folder, held=None))
    elif root.exists():
        faults.append(fault_at("P023.no_folder", "kreator"))
    return folders, faults


def is_litter(name: str) -> bool:
    """Whether a file was left there by a program and is no part of the content."""
    return name.casefold() in LITTER or name.startswith(LITTER_STARTS) or LEFT.fullmatch(name) is not None


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder, by name; each knows already whether it is a folder, without another look at the disk."""
    with os.scandir(folder) as found:
        return sorted(found, key=attrgetter("name"))


def _read_entry(entry: os.DirEntry[str]) -> tuple[list[Fault], Folder | None]:
    """One entry of `kreator/`: a profile, or a fault."""
    path = Path(entry.path)
    where = f"kreator/{path.name}"
    if is_litter(path.name):
        return [], None
    if entry.is_symlink():
        return [fault_at("P022.file", where, name=path.name)], None
    if not entry.is_dir():
        slug = slugify(path.stem)
        if path.suffix.lower() in TEXTS and slug and not path.with_name(slug).exists():
            return [fault_at("P023.text", where, name=path.name, slug=slug)], None
        return [fault_at("P023.stray", where, name=path.name)], None
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
        return [*faults, fault_at("P024.unreadable", f"{where}/{INDEX}")], None
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
        return fault_at("P022.index", f"{where}/{INDEX}")
    if entry:
        return fault_at("P023.no_index", f"{where}/{INDEX}")
    nearly = (
        next((n for n in names if n.casefold() == INDEX), "")
        or newest_index(names)
        or next((n for n in names if n.lower().endswith(TEXTS)), "")
    )
    if nearly:
        return fault_at("P024.rename", f"{where}/{nearly}", found=nearly, fix=INDEX)
    return fault_at("P024.missing", where)


def _pictures(entries: Sequence[os.DirEntry[str]], where: str) -> tuple[dict[str, Path], list[Fault]]:
    """The pictures of a folder, and a fault for everything that does not belong there."""
    pictures: dict[str, Path] = {}
    faults = _clashes(entries[:MOST_FILES], where)
    if len(entries) > MOST_FILES:
        faults.append(fault_at("P018.files", where, count=len(entries), most=MOST_FILES))
    for entry in entries[:MOST_FILES]:
        name, at = entry.name, f"{where}/{entry.name}"
        if is_litter(name) or name.casefold() == INDEX:
            continue
        suffix = Path(name).suffix.lower()
        if entry.is_symlink():
            faults.append(fault_at("P022.file", at, name=name))
        elif entry.is_dir():
            faults.append(fault_at("P025", at, name=name, folder=where))
        elif not is_portable(name):
            faults.append(fault_at("P027", at, name=name))
        elif not entry.is_file():
            faults.append(fault_at("P023.no_file", at, name=name))
        elif suffix in PICTURE_SUFFIXES or suffix in OTHER_PICTURES or not suffix:
            pictures[name] = Path(entry.path)
        elif suffix not in TEXTS or any(other.name == INDEX and other.is_file() for other in entries):
            names = [one.name for one in entries]
            known = index_again(name, at) or misnamed(Path(entry.path), at, names)
            faults += known or [fault_at("P023.no_photo", at, name=name)]
    if len(pictures) > MOST_PICTURES:
        faults.append(fault_at("P018.photos", where, count=len(pictures), most=MOST_PICTURES))
        pictures = dict(list(pictures.items())[:MOST_PICTURES])
    return pictures, faults


def _clashes(entries: Sequence[os.DirEntry[str]], where: str) -> list[Fault]:
    """Names that are one name on another computer."""
    seen: dict[str, str] = {}
    faults: list[Fault] = []
    for entry in entries:
        key = same_name(entry.name)
        if key in seen:
            same = unicodedata.normalize("NFC", entry.name) == unicodedata.normalize("NFC", seen[key])
            at = f"{where}/{entry.name}"
            faults.append(fault_at("P026.unicode" if same else "P026.case", at, name=entry.name, other=seen[key]))
        seen.setdefault(key, entry.name)
    return faults
