"""`doctor`: what still keeps this computer or the first publication from being ready, as a list of ticks."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from ..profiles import Content, read_content

State = Literal["ready", "missing", "unknown"]
MARKS: dict[State, str] = {"ready": "✓", "missing": "✗", "unknown": "–"}

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAGES_LIMIT = 1_000_000_000  # bytes; GitHub Pages takes no larger site
CHECK_NAME = "Periksa profil"  # the job of .github/workflows/periksa.yml
REGION_FILE = "content/wilayah/situs.md"


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the list: what was found, and for something missing what to do."""

    state: State
    text: str


def run(root: Path) -> int:
    """Print the list; 1 where something is missing, else 0. Asks the network only through an installed `gh`."""
    ticks = [tick for check in CHECKS for tick in check(root)]
    for tick in ticks:
        print(f"{MARKS[tick.state]} {tick.text}")
    missing = sum(tick.state == "missing" for tick in ticks)
    print(f"\n{missing} hal belum siap." if missing else "\nSemua yang dapat diperiksa dari sini sudah siap.")
    return 1 if missing else 0


def _computer(_root: Path) -> Iterator[Tick]:
    yield Tick("ready", f"Python {platform.python_version()}")
    if any(map(shutil.which, CHROMIUM)):
        yield Tick("ready", "Chromium untuk uji peramban")
    else:
        yield Tick("unknown", "Chromium tidak ada; hanya uji peramban yang memerlukannya")


@cache
def _content(root: Path) -> Content:
    folder = root / "content"
    return read_content(folder, folder, datetime.now(UTC).date())


def _profiles(root: Path) -> Iterator[Tick]:
    content = _content(root)
    faults = sum(fault.severity == "fault" for fault in content.faults)
    if faults:
        yield Tick("missing", f"{faults} kesalahan isi. Lihat: python3 tasks.py check")
    else:
        yield Tick("ready", "Isi tanpa kesalahan")
    own = sum(creator.status == "published" for creator in content.creators)
    yield (
        Tick("ready", f"{own} profil siap tayang")
        if own
        else Tick("unknown", "Belum ada profil sendiri; situs tetap terbit dan mengundang kreator bergabung")
    )


def _office(root: Path) -> Iterator[Tick]:
    region = _content(root).region
    if region.site.office.whatsapp or region.site.office.email:
        yield Tick("ready", "Kontak kantor")
    else:
        yield Tick("missing", f"Kontak kantor kosong. Isi dinas_whatsapp atau dinas_surel di {REGION_FILE}")
    if region.site.repository:
        yield Tick("ready", f"Repositori: {region.site.repository}")
    else:
        yield Tick("missing", f"Alamat repositori kosong. Isi repositori di {REGION_FILE}")
    for key, filled in (("dinas_alamat", region.site.office.address), ("dinas_jam", region.site.office.hours)):
        yield Tick("ready", f"{key} terisi") if filled else Tick("missing", f"Isi {key} di {REGION_FILE}")


def _git(root: Path) -> Iterator[Tick]:
    branch = _said("git", "-C", str(root), "branch", "--show-current")
    if branch is None:
        yield Tick("missing", "Folder ini bukan repositori Git, atau Git belum terpasang")
        return
    remote = _said("git", "-C", str(root), "remote", "get-url", "origin")
    if remote and "github.com" in remote:
        yield Tick("ready", f"Terhubung ke {remote.removesuffix('.git')}")
    else:
        yield Tick("missing", "Belum terhubung ke GitHub. Buat repositori di github.com, lalu: git remote add origin …")
    if branch == "main":
        yield Tick("ready", "Cabang main")
    else:
        yield Tick("unknown", f"Cabang {branch or 'tanpa nama'}; yang tayang adalah main")


def _workflows(root: Path) -> Iterator[Tick]:
    for name in ("periksa", "terbit", "harian"):
        if not (root / ".github" / "workflows" / f"{name}.yml").is_file():
            yield Tick("missing", f".github/workflows/{name}.yml tidak ada. Ambil ulang proyek ini selengkapnya")
            return
    yield Tick("ready", "Alur kerja periksa, terbit, dan harian")


# What `gh` is asked -> what a good answer means, what to do on a bad one.
ASKED = (
    (
        "repos/{owner}/{repo}/pages",
        "GitHub Pages menyala",
        "GitHub Pages mati. Settings → Pages → Source: GitHub Actions",
    ),
    (
        "orgs/{owner}",
        "Pemilik repositori adalah organisasi",
        "Repositori di akun pribadi. Buat organisasi dinas, lalu Settings → Transfer ownership",
    ),
    (
        "repos/{owner}/{repo}/rules/branches/main",
        "main dijaga aturan",
        "main belum dijaga. Settings → Rules → Rulesets: wajibkan pull request dan pemeriksaan profil",
    ),
)


def _github(root: Path) -> Iterator[Tick]:
    if _said("gh", "auth", "status") is None:
        for _, good, _ in ASKED:
            yield Tick("unknown", f"{good}: tidak dapat diperiksa tanpa gh; lihat sendiri di Settings")
        return
    for address, good, bad in ASKED:
        answer = _said("gh", "api", address, folder=root)
        yield Tick("ready", good) if answer not in (None, "", "[]") else Tick("missing", bad)


def _address(_root: Path) -> Iterator[Tick]:
    """The site's own address, as the public build gets it."""
    address = os.environ.get("SITEURL", "")
    parts = urlsplit(address)
    if not address:
        yield Tick("unknown", "SITEURL tidak ada di komputer ini; di GitHub alamatnya diambil dari Settings → Pages")
    elif parts.scheme == "https" and parts.hostname and not parts.query and not parts.fragment:
        yield Tick("ready", f"Alamat situs: {address}")
    else:
        yield Tick("missing", f"SITEURL {address!r} bukan alamat https. Contoh: https://kreator.contoh.id")


def _ruleset(root: Path) -> Iterator[Tick]:
    """The rules that can be imported must demand the check by the name that the check has."""
    wanted = root / ".github" / "ruleset-main.json"
    try:
        rules = json.loads(wanted.read_text(encoding="utf-8"))["rules"]
        demanded = {
            check["context"]
            for rule in rules
            if rule["type"] == "required_status_checks"
            for check in rule["parameters"]["required_status_checks"]
        }
        by_request = any(rule["type"] == "pull_request" for rule in rules)
    except (OSError, ValueError, KeyError, TypeError):
        yield Tick("missing", ".github/ruleset-main.json tidak ada atau rusak. Ambil ulang proyek ini selengkapnya")
        return
    if by_request and CHECK_NAME in demanded:
        yield Tick("ready", "Aturan main siap diimpor: Settings → Rules → Rulesets → Import a ruleset")
    else:
        yield Tick("missing", f".github/ruleset-main.json harus mewajibkan pull request dan {CHECK_NAME}")


# What no program can see from here -> where to look.
BY_HAND = (
    "Dua pemilik organisasi: Organization → People, saring Owner",
    "Pemilik memakai two-factor authentication: Organization → Settings → Authentication security",
    "Bagian Hukum sudah membaca formulir persetujuan: tanyakan",
    "Petugas dan penggantinya sudah mencoba PANDUAN bagian 1 dan 5: tanyakan",
)


def _by_hand(_root: Path) -> Iterator[Tick]:
    for text in BY_HAND:
        yield Tick("unknown", f"{text} (tidak dapat diperiksa dari sini)")


def _size(root: Path) -> Iterator[Tick]:
    output = root / "output"
    if not output.is_dir():
        return
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    text = f"Ukuran situs {size / 1_000_000:.0f} MB dari batas {PAGES_LIMIT / 1_000_000:.0f} MB"
    yield Tick("ready" if size < PAGES_LIMIT else "missing", text)


CHECKS: tuple[Callable[[Path], Iterator[Tick]], ...] = (
    _computer, _profiles, _office, _git, _workflows, _ruleset, _address, _github, _size, _by_hand,
)  # fmt: skip


def _said(*command: str, folder: Path | None = None) -> str | None:
    """What a program prints; None where it is missing, fails or hangs."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
