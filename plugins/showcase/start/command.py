"""`start`: fills the project in for another kabupaten or kota, from the national lists."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..diagnostics.fault import ToolFailure, one_line
from ..settings import PROJECT, build_day
from .make import make, without_boundary
from .questions import ask
from .refusals import kept_by_git, reasons_to_refuse
from .register import DATA, Regency, find, nearest, read_register
from .repository import CONTENT, program_of, repository_files, require_empty, write_repository
from .site import Answers, likely
from .topology import read_boundaries
from .write import keep_copy, replace_content

KINDS = ("desa", "kelurahan")
ZONES = MappingProxyType({"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"})
BY_HAND = "Tidak ada yang diubah. Untuk daerah lain, ambil salinan baru proyek ini di folder lain, lalu ulangi di sana."
NEXT = (
    ("check", "memeriksa isi"),
    ("serve", "memperlihatkan situs dengan contoh di http://localhost:8000"),
    ("doctor", "menyebutkan yang belum siap untuk terbit"),
)
UPLOAD = (
    "git init -b main",
    "git add .",
    'git commit -m "Isi pertama"',
    "git remote add origin https://github.com/PEMILIK/REPOSITORI",
    "git push -u origin main",
)


def run(
    name: str, content: Path, data: Path = DATA, *,
    repository: Path | None = None, source: str | None = None, project: Path = PROJECT,
) -> int:  # fmt: skip
    """Replace `content` by that of the region that `name` means. Exit code 0. Raises ToolFailure, nothing changed.

    repository: a new folder for a repository of the region's own; `content` stays as it is. source: `OWNER/REPO@TAG` of
    this project on GitHub, where the clone in `project` does not know it.
    """
    regency = _chosen(name, read_register(data))
    if repository is not None:
        return _run_apart(regency, repository, source, project, data)
    if reasons := reasons_to_refuse(content):
        raise ToolFailure(f"{content.name}/ sudah dipakai: {one_line('; '.join(reasons))}. {BY_HAND}")
    today = build_day(None, regency.timezone)
    answers = _answers(regency, today)
    boundaries = read_boundaries(regency.code, data)
    files = make(regency, boundaries, answers, today)
    kept = None if kept_by_git(content) else keep_copy(content)
    replace_content(content, files)
    lines = (
        *_made(regency, content.name, files), *_old(content.name, kept), "",
        *_open(regency, answers, content.name, [one.name for one in without_boundary(regency, boundaries)]), "",
        "Selanjutnya:", *(f"  python3 tasks.py {task:<8}{what}" for task, what in NEXT),
    )  # fmt: skip
    print("\n".join(lines))
    return 0


def _run_apart(regency: Regency, folder: Path, source: str | None, project: Path, data: Path) -> int:
    """A repository of the region's own in `folder`."""
    require_empty(folder, project)
    program = program_of(source, project)
    today = build_day(None, regency.timezone)
    answers = _answers(regency, today)
    boundaries = read_boundaries(regency.code, data)
    content = make(regency, boundaries, answers, today)
    write_repository(folder, repository_files(content, regency.name, program))
    place = f"{one_line(folder.resolve().name)}/{CONTENT}"
    lines = (
        *_made(regency, place, content),
        f"Alur kerjanya memanggil {program.repository} {program.tag}; Dependabot mengusulkan versi berikutnya.", "",
        *_open(regency, answers, place, [one.name for one in without_boundary(regency, boundaries)]), "",
        "Selanjutnya: unggah folder itu sebagai repositori baru, lalu ikuti README.md di dalamnya.",
        f'  cd "{one_line(str(folder))}"', *(f"  {line}" for line in UPLOAD),
    )  # fmt: skip
    print("\n".join(lines))
    return 0


def _answers(regency: Regency, today: date) -> Answers:
    return ask(regency, today) if sys.stdin is not None and sys.stdin.isatty() else Answers()


def _chosen(name: str, regencies: Sequence[Regency]) -> Regency:
    """The one region that is meant. Raises ToolFailure that names those that may be."""
    found = find(name, regencies)
    if len(found) == 1:
        return found[0]
    shown = one_line(" ".join(name.split()))
    if found:
        raise ToolFailure(
            f'ada {len(found)} daerah bernama "{shown}": {_listed(found)}. Tulis nama lengkap atau kodenya.'
        )
    if near := nearest(name, regencies):
        raise ToolFailure(f'"{shown}" bukan nama kabupaten atau kota. Mungkin maksudnya: {_listed(near)}.')
    raise ToolFailure(
        f'"{shown}" bukan nama kabupaten atau kota. Tulis seperti "Kota Makassar", atau kodenya seperti 73.71.'
    )


def _listed(regencies: Sequence[Regency]) -> str:
    return ", ".join(f"{one.name} ({one.code}, {one.province})" for one in regencies)


def _made(regency: Regency, folder: str, files: Iterable[str]) -> Iterator[str]:
    kinds = Counter(village.kind for district in regency.districts for village in district.villages)
    counts = [
        f"{len(regency.districts)} kecamatan",
        *(f"{kinds[kind]} {kind}" for kind in KINDS if kinds[kind]),
    ]
    yield f"{regency.name} ({regency.code}), {regency.province}: {', '.join(counts)}, waktu {ZONES[regency.timezone]}."
    texts = [path.partition("/")[0] for path in files if path.endswith(".md")]
    pages, samples = texts.count("halaman"), texts.count("kreator")
    lists = ", ".join(("kecamatan", *(kind for kind in KINDS if kinds[kind]), "jasa", "bahasa"))
    yield f"Ditulis ke {folder}/: peta; daftar {lists}; {pages} halaman; {samples} profil contoh."


def _old(folder: str, kept: Path | None) -> Iterator[str]:
    where = f"salinannya di {kept.name}/" if kept else "riwayat Git menyimpannya"
    yield f"Kreator, kabar, dan gambar daerah sebelumnya tidak ada lagi di {folder}/; {where}."


def _open(regency: Regency, answers: Answers, folder: str, without: Sequence[str]) -> Iterator[str]:
    """What is still to be said or to be looked at by a person."""
    guess, region = likely(regency), f"{folder}/wilayah"
    empty = {
        "dinas_whatsapp atau dinas_surel": answers.whatsapp or answers.email,
        "dinas_alamat": answers.address,
        "repositori": answers.repository,
    }
    if keys := [key for key, value in empty.items() if not value]:
        yield f"Masih kosong di {region}/situs.md: {', '.join(keys)}."
    yield "Periksa dan lengkapi:"
    if not answers.office:
        yield f'- {region}/situs.md: dinas_nama ditulis "{guess.office}"; perbaiki bila nama resminya lain'
    yield f"- {region}/situs.md: warna dipilihkan; ganti dengan warna daerah Anda"
    yield f'- {region}/bahasa.csv: ganti "Bahasa daerah" dengan nama bahasanya'
    yield f"- {region}/tempat.csv: masih kosong; isi tempat yang sering muncul dalam karya"
    yield f"- {folder}/halaman/: bacalah, terutama formulir-persetujuan.md bersama Bagian Hukum"
    if without:
        yield f"- peta: garis {', '.join(without)} tidak ada di data nasional; kecamatan itu tetap ada di daftar"
