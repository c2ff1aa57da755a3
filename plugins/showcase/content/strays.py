"""What lies beside the folders of the content and was surely meant for one of them: nobody is left out in silence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ..diagnostics.collector import Notes, quoted
from ..diagnostics.fault import Fault
from ..profiles.photos import PICTURE_SUFFIXES
from ..text.similarity import slugify
from .folders import INDEX, MOST_FILES

HOMES = ("kreator", "kabar", "halaman", "wilayah", "laporan", "statis")
# Other words for them; in another case they are the same folder on some computers and not on GitHub's.
MEANT: Mapping[str, str] = MappingProxyType(
    {"creator": "kreator", "creators": "kreator", "profil": "kreator", "profile": "kreator", "berita": "kabar",
     "news": "kabar", "pages": "halaman", **{name: name for name in HOMES}}
)  # fmt: skip


def read_strays(content: Path) -> list[Fault]:
    """A fault for each profile that lies in the wrong place, and a word about photos that nobody reads."""
    faults: list[Fault] = []
    entries = sorted(content.iterdir(), key=lambda entry: entry.name) if content.is_dir() else []
    for entry in entries[:MOST_FILES]:
        if entry.name in HOMES or entry.name.startswith(".") or entry.is_symlink():
            continue
        notes = Notes(entry.name)
        _note(entry, notes)
        faults += notes.faults
    return faults


def _note(entry: Path, notes: Notes) -> None:
    name = quoted(entry.name)
    if entry.is_dir():
        meant = MEANT.get(entry.name.strip().casefold(), "")
        if meant and (any(entry.glob("*.md")) or any(entry.glob("*/*.md"))):
            notes.fault("P023", None, f"folder {name} tidak dibaca. Ganti namanya menjadi {meant}.", fix=meant)
        elif (entry / INDEX).is_file():
            place = f"kreator/{slugify(entry.name) or 'nama-kreator'}"
            notes.fault("P023", None, f"profil di {name} tidak dibaca. Pindahkan foldernya ke {place}.", fix=place)
    elif entry.name.casefold() == INDEX:
        notes.fault("P023", None, f"{name} tidak dibaca di sini. Pindahkan ke folder profilnya, kreator/<nama>.")
    elif entry.suffix.lower() in PICTURE_SUFFIXES:
        notes.suggest(
            "P023", None, f"foto {name} tidak dipakai di sini, tetapi terbuka untuk umum. Pindahkan atau hapus."
        )
