"""Size limits of GitHub Pages and of Git, checked before a site is published, since the upload would be refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..cache.digests import size_in
from ..diagnostics.fault import ToolFailure, one_line
from ..text.numbers import GB, MB, file_size

SITE_LIMIT = GB  # a published site; more is refused
REPOSITORY_LIMIT = GB  # recommended for a repository that Pages is built from
REPOSITORY_MOST = 5 * GB  # beyond this GitHub asks to shrink it
FILE_LIMIT = 100 * MB  # of one file in Git; more is refused
NEARLY = 0.8  # of a limit: time to say so
NAMED = 3  # of the largest files


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes and files of a site, and bytes of the content it was made from (0: not looked at).

    largest: the largest files of the content in words, where it is nearly too much.
    """

    site: int = 0
    files: int = 0
    content: int = 0
    largest: str = ""

    def lines(self) -> list[str]:
        """What staff should know: the numbers, and a warning for what is nearly full."""
        lines = [
            f"Ukuran: situs {file_size(self.site)} dalam {self.files} berkas ({share(self.site, SITE_LIMIT)} dari "
            f"batas GitHub Pages, 1 GB); isi {file_size(self.content)} ({share(self.content, REPOSITORY_LIMIT)} "
            "dari 1 GB)."
        ]
        if self.site > NEARLY * SITE_LIMIT:
            lines.append(f"Perhatian: situs hampir penuh. {ADVICE_SITE}")
        return lines + self.content_lines()

    def content_lines(self) -> list[str]:
        """A warning if the content is nearly too much for a repository, with what to make smaller first."""
        if self.content <= NEARLY * REPOSITORY_LIMIT:
            return []
        return [
            f"Perhatian: isi hampir atau sudah melewati yang disarankan untuk repositori: {file_size(self.content)} "
            f"dari 1 GB. {self.largest}{ADVICE_CONTENT}"
        ]


ADVICE_SITE = (
    "Kurangi lebar gambar di SHOWCASE pictures pada pelicanconf.py, atau pakai penyedia lain untuk output/ "
    "(docs/besar.md)."
)
ADVICE_CONTENT = "Kecilkan foto terbesar (lebar 2560 piksel cukup), atau simpan isi di repositori lain (docs/besar.md)."


def weigh(present: Mapping[str, bytes], content: Path) -> Weight:
    """The weight of a settled tree and of its content. present: stamps of the tree's files by path."""
    return replace(weigh_content(content), site=sum(map(size_in, present.values())), files=len(present))


def weigh_content(content: Path) -> Weight:
    """The weight of content alone."""
    found = _sizes(content)
    total = sum(size for _path, size in found)
    if total <= NEARLY * REPOSITORY_LIMIT:
        return Weight(content=total)
    first = sorted(found, key=lambda one: (-one[1], one[0]))[:NAMED]
    names = (f"{one_line(path.relative_to(content).as_posix())} ({file_size(size)})" for path, size in first)
    return Weight(content=total, largest=f"Yang terbesar: {', '.join(names)}. ")


def check_limits(weight: Weight, content: Path) -> None:
    """Raises ToolFailure for what GitHub would refuse; the old site then stays."""
    if weight.site > SITE_LIMIT:
        raise ToolFailure(
            f"Situs terlalu besar untuk GitHub Pages: {file_size(weight.site)}, batasnya 1 GB. {ADVICE_SITE} "
            "Situs lama tetap utuh."
        )
    if weight.content > REPOSITORY_MOST:
        raise ToolFailure(
            f"Isi terlalu besar untuk GitHub: {file_size(weight.content)}, batasnya 5 GB. {ADVICE_CONTENT} "
            "Situs lama tetap utuh."
        )
    for path, size in _sizes(content):
        if size > FILE_LIMIT:
            name = path.relative_to(content).as_posix()
            raise ToolFailure(
                f"{name} terlalu besar untuk GitHub: {file_size(size)}, batasnya 100 MB. Kecilkan atau hapus. "
                "Situs lama tetap utuh."
            )


def share(size: int, limit: int) -> str:
    """`12 %`; a little is not nothing."""
    percent = 100 * size / limit
    return f"{percent:.0f} %" if percent >= 1 else "kurang dari 1 %"


def _sizes(folder: Path) -> list[tuple[Path, int]]:
    """Every plain file below a folder; what Git itself keeps there is not content."""
    found = []
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            seen = (Path(above) / name).lstat()
            if stat.S_ISREG(seen.st_mode):
                found.append((Path(above) / name, seen.st_size))
    return found
