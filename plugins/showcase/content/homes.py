"""Where each part of the content lies: in the folder that was named, or in the project's own content."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import Fault, ToolFailure, one_line

PEOPLE = "kreator"
# Pages that the site itself leads to: whom to ask, how to join, what was agreed to. Nobody else's can stand in.
CONTACT_PAGE = "kontak"
NEEDED_PAGES = (CONTACT_PAGE, "gabung", "hak-dan-persetujuan", "formulir-persetujuan")


def has_own_region(content: Path) -> bool:
    """Whether the content is of an office of its own: then nothing of the project's is published under its name."""
    return os.path.lexists(content / "wilayah")


def home_of(part: str, content: Path, project_content: Path) -> Path:
    """The content folder that a part is read from: what this region's content lacks, the project's own has."""
    if os.path.lexists(content / part) or has_own_region(content):
        return content
    return project_content


def require_people(content: Path, *, may_lack: bool = False) -> None:
    """Raises ToolFailure unless `content` holds the people's folder: a name that was mistyped is no empty region.

    may_lack: a folder without anybody, which Git does not keep, may be missing, but nothing else may stand there.
    """
    folder = content / PEOPLE
    if folder.is_dir() or (may_lack and content.is_dir()):
        return
    where = one_line(str(content))
    if not os.path.lexists(content):
        why = f"folder isi {where} tidak ada"
    elif not content.is_dir():
        why = f"{where} bukan folder"
    else:
        why = f"folder isi {where} tidak memuat folder {PEOPLE}"
    raise ToolFailure(f"{why}. Periksa --content: di dalamnya harus ada {PEOPLE}/.")


def missing_pages(content: Path) -> Iterable[Fault]:
    """A fault for each needed page that an office's own content lacks."""
    for slug in NEEDED_PAGES if has_own_region(content) else ():
        if not os.path.lexists(content / "halaman" / f"{slug}.md"):
            yield fault_at("D106", f"halaman/{slug}.md")
