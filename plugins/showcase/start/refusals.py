"""Whether `content/` is as this project brings it: what an office has put there is never overwritten."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..content.folders import is_litter
from ..content.site_file import FILE as SITE_FILE
from ..content.site_file import read_site
from ..content.tables import AREAS
from .git import git
from .make import STARTER
from .register import REGENCY

OWN_REGION = "19.02"  # whose content this project brings
SAMPLE = "contoh-"
OF_AN_OFFICE = ("agenda", "panggilan", "koleksi", "laporan", "statis")
TEXTS = (("halaman", "halaman sudah disunting"), ("kabar", "ada kabar sendiri"))
BROUGHT = Path(__file__).parent / "bawaan.txt"  # the texts that this project brings, as `seals` lists them
MOST_NAMED = 3


def reasons_to_refuse(content: Path) -> tuple[str, ...]:
    """What shows that an office works here, in words; nothing if the content may be replaced."""
    checks = (_region, _people, _contacts, _activities, _texts, _uncommitted)
    return tuple(reason for check in checks for reason in check(content))


def _region(content: Path) -> Iterator[str]:
    try:
        rows = csv.DictReader(io.StringIO((content / "wilayah" / AREAS.name).read_text(encoding="utf-8-sig")))
        codes = {(row.get("kode") or "")[:REGENCY] for row in rows}
    except (OSError, UnicodeDecodeError, csv.Error):
        codes = set()
    if codes != {OWN_REGION}:
        yield "wilayah/ sudah diganti"


def _people(content: Path) -> Iterator[str]:
    folder = content / "kreator"
    entries = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    own = [f"kreator/{name}" for name in entries if not name.startswith((SAMPLE, "."))]
    if own:
        yield f"ada profil sendiri ({_some(own)})"


def _contacts(content: Path) -> Iterator[str]:
    site, _ = read_site(content / "wilayah", date.max)
    filled = {
        "dinas_whatsapp": site.office.whatsapp, "dinas_surel": site.office.email, "dinas_alamat": site.office.address,
        "repositori": site.repository,
    }  # fmt: skip
    if keys := [key for key, value in filled.items() if value]:
        yield f"{', '.join(keys)} di wilayah/situs.md terisi"


def _activities(content: Path) -> Iterator[str]:
    own = [
        one.relative_to(content).as_posix()
        for name in OF_AN_OFFICE
        if (content / name).is_dir()
        for one in sorted((content / name).iterdir())
        if SAMPLE not in one.name and not one.name.startswith(".")
    ]
    if own:
        yield f"ada {_some(own)}"


def _texts(content: Path) -> Iterator[str]:
    """Pages and news that are neither this project's nor those that `start` writes."""
    known = {*BROUGHT.read_text(encoding="utf-8").splitlines(), *seals(STARTER)}
    own = [line.partition("  ")[2] for line in seals(content) if line not in known]
    for folder, found in TEXTS:
        if names := [name for name in own if name.startswith(f"{folder}/")]:
            yield f"{found} ({_some(names)})"


def seals(content: Path) -> tuple[str, ...]:
    """The pages and news as `sha256sum` lists them, whatever line ends Git has given them."""
    return tuple(
        f"{_digest(path)}  {path.relative_to(content).as_posix()}"
        for folder, _ in TEXTS
        for path in sorted((content / folder).rglob("*"))
        if path.is_file() and not is_litter(path.name)
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _uncommitted(content: Path) -> Iterator[str]:
    if changed := git(content, "status", "--porcelain", "--untracked-files=all", "--", "."):
        paths = [line[3:] for line in changed.splitlines()]
        yield f"ada perubahan yang belum di-commit ({_some(paths)})"


def kept_by_git(content: Path) -> bool:
    """Whether Git still has all of the content when it is replaced; what it ignores it has not."""
    tracked = git(content, "ls-files", "--error-unmatch", f"wilayah/{SITE_FILE}")
    unkept = git(content, "status", "--porcelain", "--ignored", "--untracked-files=all", "--", ".")
    return tracked is not None and unkept == ""


def _some(names: list[str]) -> str:
    rest = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f", dan {rest} lagi" if rest > 0 else "")
