"""What lies beside the folders of the content and was surely meant for one of them: nobody is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..diagnostics.collector import fault_at
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
    entries = sorted(content.iterdir(), key=lambda entry: entry.name) if content.is_dir() else []
    seen = (one for one in entries[:MOST_FILES] if one.name not in HOMES and not one.name.startswith("."))
    return [fault for entry in seen if not entry.is_symlink() for fault in _faults(entry)]


def _faults(entry: Path) -> Iterator[Fault]:
    name = entry.name
    if entry.is_dir():
        meant = MEANT.get(entry.name.strip().casefold(), "")
        if meant and (any(entry.glob("*.md")) or any(entry.glob("*/*.md"))):
            yield fault_at("P023.folder_name", name, name=name, fix=meant)
        elif (entry / INDEX).is_file():
            place = f"kreator/{slugify(entry.name) or 'nama-kreator'}"
            yield fault_at("P023.profile", name, name=name, fix=place)
    elif entry.name.casefold() == INDEX:
        yield fault_at("P023.index", name, name=name)
    elif entry.suffix.lower() in PICTURE_SUFFIXES:
        yield fault_at("P023.photo", name, name=name)
