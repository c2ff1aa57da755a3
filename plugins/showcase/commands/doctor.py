"""`doctor`: a checklist of what this computer and the first publication still need."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from ..content import read_content
from ..content.region_day import region_day
from ..profiles import Content
from ..publish.limits import SITE_LIMIT
from ..settings import PROJECT
from ..text.numbers import megabytes
from . import doctor_files as files
from .doctor_files import Item, Readiness
from .doctor_update import CHANGELOG, called_versions, update

MARKS: dict[Readiness, str] = {"ready": "✓", "missing": "✗", "unknown": "–"}

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
UNNAMED_LANGUAGE = "Bahasa daerah"  # as plugins/showcase/start/isi/wilayah/bahasa.csv calls it


# How each item of the first publication is answered; the numbers stand in PANDUAN.md, section 8, and beside ours.
HERE, ASKING, BY_EYE = "doctor", "doctor dengan gh", "sendiri"
ITEMS = {
    "8.1": ASKING,  # an organisation's account
    "8.2": HERE,  # two owners
    "8.3": HERE,  # the repository and its branch
    "8.4": ASKING,  # Pages
    "8.5": ASKING,  # the ruleset
    "8.6": ASKING,  # private content
    "8.7": HERE,  # the address
    "8.8": HERE,  # the office's contacts
    "8.9": BY_EYE,  # lawyers
    "8.10": BY_EYE,  # staff
    "8.11": BY_EYE,  # the head
    "8.12": HERE,  # a first profile
    "8.13": ASKING,  # what GitHub keeps
}


def run(root: Path, content: Path | None = None) -> int:
    """Print the list; 1 where something is missing, else 0. Asks the network only through an installed `gh`.

    root: of this project, or of a region's own repository. content: by default its `content/`.
    """
    of_content = [item for check in CONTENT_CHECKS for item in check(content or root / files.CONTENT)]
    items = [*_computer(), *of_content, *(item for check in CHECKS for item in check(root))]
    for item in items:
        print(f"{MARKS[item.state]} {item.text}{f' [{item.item}]' if item.item else ''}")
    missing = sum(item.state == "missing" for item in items)
    print("\nAngka dalam kurung: butir PANDUAN bagian 8.")
    print(f"{missing} hal belum siap." if missing else "Semua yang dapat diperiksa dari sini sudah siap.")
    return 1 if missing else 0


def _computer() -> Iterator[Item]:
    yield Item("ready", f"Python {platform.python_version()}")
    if any(map(shutil.which, CHROMIUM)):
        yield Item("ready", "Chromium untuk uji peramban")
    else:
        yield Item("unknown", "Chromium tidak ada; hanya uji peramban yang memerlukannya")


@cache
def _content(folder: Path) -> Content:
    return read_content(folder, folder, region_day(folder, folder))


def _profiles(folder: Path) -> Iterator[Item]:
    content = _content(folder)
    faults = sum(fault.severity == "fault" for fault in content.faults)
    if faults:
        elsewhere = "" if folder == PROJECT / files.CONTENT else f" --content {_typed(folder)}"
        yield Item("missing", f"{faults} kesalahan isi. Lihat: python3 tasks.py check{elsewhere}")
    else:
        yield Item("ready", "Isi tanpa kesalahan")
    own = sum(creator.status == "published" for creator in content.creators)
    yield (
        Item("ready", f"{own} profil siap tayang", "8.12")
        if own
        else Item("unknown", "Belum ada profil sendiri; situs tetap terbit dan mengundang kreator bergabung", "8.12")
    )
    yield from files.form_numbers(content.creators)


def _typed(path: Path) -> str:
    """A path as one argument of a command line."""
    return f'"{path}"' if " " in str(path) else str(path)


def _office(folder: Path) -> Iterator[Item]:
    site = _content(folder).region.site
    file = f"{folder.name}/wilayah/situs.md"
    filled = {
        "dinas_whatsapp atau dinas_surel": site.office.whatsapp or site.office.email,
        "repositori": site.repository,
        "dinas_alamat": site.office.address,
        "dinas_jam": site.office.hours,
    }
    for key, value in filled.items():
        yield Item("ready", f"{key} terisi", "8.8") if value else Item("missing", f"Isi {key} di {file}", "8.8")


def _region(folder: Path) -> Iterator[Item]:
    """What a region that `start` made still lacks."""
    region = _content(folder).region
    if not region.places:
        yield Item("unknown", f"{folder.name}/wilayah/tempat.csv kosong; isi tempat yang sering muncul dalam karya")
    if any(language.name == UNNAMED_LANGUAGE for language in region.languages):
        yield Item("unknown", f'{folder.name}/wilayah/bahasa.csv: ganti "{UNNAMED_LANGUAGE}" dengan nama bahasanya')


def _git(root: Path) -> Iterator[Item]:
    branch = _output_of("git", "-C", str(root), "branch", "--show-current")
    if branch is None:
        yield Item("missing", "Folder ini bukan repositori Git, atau Git belum terpasang", "8.3")
        return
    remote = _output_of("git", "-C", str(root), "remote", "get-url", "origin")
    if remote and "github.com" in remote:
        yield Item("ready", f"Terhubung ke {remote.removesuffix('.git')}", "8.3")
    else:
        text = "Belum terhubung ke GitHub. Buat repositori di github.com, lalu: git remote add origin …"
        yield Item("missing", text, "8.3")
    if branch == "main":
        yield Item("ready", "Cabang main", "8.3")
    else:
        yield Item("unknown", f"Cabang {branch or 'tanpa nama'}; yang tayang adalah main", "8.3")


def _workflows(root: Path) -> Iterator[Item]:
    if not called_versions(root):
        yield from files.workflows(root)
        return
    version = _output_of("git", "-C", str(PROJECT), "describe", "--tags", "--abbrev=0")
    yield from update(root, version, (PROJECT / CHANGELOG).read_text(encoding="utf-8"))


def _ruleset(root: Path) -> Iterator[Item]:
    yield from files.ruleset(root, files.CALLED_CHECK if called_versions(root) else files.CHECK_NAME)


# The guide's item -> what `gh` is asked, what a good answer means, what to do on a bad one.
ASKED = {
    "8.4": (
        "repos/{owner}/{repo}/pages",
        "GitHub Pages menyala",
        "GitHub Pages mati. Settings → Pages → Source: GitHub Actions",
    ),
    "8.1": (
        "orgs/{owner}",
        "Pemilik repositori adalah organisasi",
        "Repositori di akun pribadi. Buat organisasi dinas, lalu Settings → Transfer ownership",
    ),
    "8.5": (
        "repos/{owner}/{repo}/rules/branches/main",
        "main dijaga aturan",
        f"main belum dijaga. Settings → Rules → Rulesets → Import a ruleset: {files.RULESET}",
    ),
}


def _github(root: Path) -> Iterator[Item]:
    if _output_of("gh", "auth", "status") is None:
        for item, (_, good, _) in ASKED.items():
            yield Item("unknown", f"{good}: tidak dapat diperiksa tanpa gh; lihat sendiri di Settings", item)
        yield from files.retained_data(None, None)
        yield from files.private_content(None, None)
        return
    for item, (address, good, bad) in ASKED.items():
        answer = _output_of("gh", "api", address, folder=root)
        yield Item("ready", good, item) if answer not in (None, "", "[]") else Item("missing", bad, item)
        if answer and item == "8.4":
            yield from files.pages(answer)
    retention = "repos/{owner}/{repo}/actions/permissions/artifact-and-log-retention"
    yield from files.retained_data(
        *(_output_of("gh", "api", address, folder=root) for address in ("repos/{owner}/{repo}", retention))
    )
    yield from files.private_content(*(_output_of("gh", kind, "list", folder=root) for kind in ("variable", "secret")))


# What no program can see from here: the guide's item, what it is, where to look.
BY_HAND = (
    ("8.2", "Dua pemilik organisasi: Organization → People, saring Owner"),
    ("8.2", "Pemilik memakai two-factor authentication: Organization → People, saring 2FA"),
    ("8.9", "Bagian Hukum sudah membaca formulir persetujuan dan prosedur: tanyakan"),
    ("8.10", "Petugas dan penggantinya sudah mencoba PANDUAN bagian 1 dan 5: tanyakan"),
    ("8.11", "Kepala dinas sudah membaca nota satu lembar: tanyakan"),
)


def _by_hand(_root: Path) -> Iterator[Item]:
    for item, text in BY_HAND:
        yield Item("unknown", f"{text} (tidak dapat diperiksa dari sini)", item)


def _size(root: Path) -> Iterator[Item]:
    output = root / "output"
    if not output.is_dir():
        return
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    text = f"Ukuran situs {megabytes(size)} dari batas {megabytes(SITE_LIMIT)}"
    yield Item("ready" if size < SITE_LIMIT else "missing", text)


# What a content folder is asked, and what the folder of its repository is.
CONTENT_CHECKS: tuple[Callable[[Path], Iterator[Item]], ...] = (_profiles, _office, _region)
CHECKS: tuple[Callable[[Path], Iterator[Item]], ...] = (
    _git, _workflows, _ruleset, files.owners, files.address, _github, _size, _by_hand,
)  # fmt: skip


def _output_of(*command: str, folder: Path | None = None) -> str | None:
    """What a program prints; None where it is missing, fails or hangs."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
