"""`start` puts a whole new region in place of the project's own, once, and never in place of an office's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.start.making import CONTACT, shipped_content, write_lists
from tests.support.region import CONTENT
from tests.support.sites import tree_of

from showcase.content import read_content
from showcase.content.region_day import region_day
from showcase.diagnostics.fault import ToolFailure
from showcase.profiles import Content
from showcase.publish.tree import Tree
from showcase.start import command
from showcase.start.make import STARTER
from showcase.start.refusals import BROUGHT, seals

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def lists(tmp_path):
    return write_lists(tmp_path / "daftar")


@pytest.fixture
def content(tmp_path):
    """A project's content as nobody has touched it yet, without Git."""
    return shipped_content(tmp_path / "proyek" / "content")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def read(content: Path) -> Content:
    return read_content(content, content, region_day(content, content))


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.test")
    subprocess.run(("git", "-C", str(folder), *identity, *words), check=True, capture_output=True)


def test_a_region_is_made_and_said(content, lists, capsys):
    assert command.run("kota umpama", content, lists) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kota Umpama (99.71), Tanah Umpama: 2 kecamatan, 3 kelurahan, waktu WITA.",
        "Ditulis ke content/: peta; daftar kecamatan, kelurahan, jasa, bahasa; 7 halaman; 6 profil contoh.",
        "Kreator, kabar, dan gambar daerah sebelumnya tidak ada lagi di content/; salinannya di content-lama/.",
        "",
        "Masih kosong di content/wilayah/situs.md: dinas_whatsapp atau dinas_surel, dinas_alamat, repositori.",
        "Periksa dan lengkapi:",
        '- content/wilayah/situs.md: dinas_nama ditulis "Dinas Komunikasi dan Informatika Kota Umpama"; '
        "perbaiki bila nama resminya lain",
        "- content/wilayah/situs.md: warna dipilihkan; ganti dengan warna daerah Anda",
        '- content/wilayah/bahasa.csv: ganti "Bahasa daerah" dengan nama bahasanya',
        "- content/wilayah/tempat.csv: masih kosong; isi tempat yang sering muncul dalam karya",
        "- content/halaman/: bacalah, terutama formulir-persetujuan.md bersama Bagian Hukum",
        "",
        "Selanjutnya:",
        "  python3 tasks.py check   memeriksa isi",
        "  python3 tasks.py serve   memperlihatkan situs dengan contoh di http://localhost:8000",
        "  python3 tasks.py doctor  menyebutkan yang belum siap untuk terbit",
    ]
    made = read(content)
    assert made.faults == ()
    assert {creator.status for creator in made.creators} == {"sample"}
    assert (made.region.site.short_name, made.region.site.timezone) == ("Kota Umpama", "Asia/Makassar")
    assert sorted(path.name for path in content.parent.iterdir()) == ["content", "content-lama"]
    assert sorted(path.name for path in content.iterdir()) == ["SUMBER-FOTO.md", "halaman", "kreator", "wilayah"]


def test_a_district_without_a_boundary_is_said(content, lists, capsys):
    command.run("99.01", content, lists)
    assert "- peta: garis Tanpa Garis tidak ada di data nasional; kecamatan itu tetap ada di daftar" in (
        capsys.readouterr().out
    )


UNCLEAR = [
    (
        "Umpama",
        'ada 2 daerah bernama "Umpama": Kabupaten Umpama (99.01, Tanah Umpama), Kota Umpama (99.71, Tanah Umpama). '
        "Tulis nama lengkap atau kodenya.",
    ),
    (
        "kota umpma",
        '"kota umpma" bukan nama kabupaten atau kota. Mungkin maksudnya: Kabupaten Umpama (99.01, Tanah Umpama), '
        "Kota Umpama (99.71, Tanah Umpama).",
    ),
    (
        "Wakanda",
        '"Wakanda" bukan nama kabupaten atau kota. Tulis seperti "Kota Makassar", atau kodenya seperti 73.71.',
    ),
]


@pytest.mark.parametrize(("name", "sentence"), UNCLEAR)
def test_an_unclear_name_changes_nothing(content, lists, name, sentence):
    before = tree_of(content)
    with pytest.raises(ToolFailure) as failure:
        command.run(name, content, lists)
    assert str(failure.value) == sentence
    assert tree_of(content) == before


def person(content: Path) -> None:
    (content / "kreator" / "rina").mkdir()


def region(content: Path) -> None:
    edit(content / "wilayah" / "wilayah.csv", "19.02.", "99.71.")


def contacts(content: Path) -> None:
    edit(content / "wilayah" / "situs.md", "dinas_whatsapp:", CONTACT)
    edit(content / "wilayah" / "situs.md", "dinas_alamat:", "dinas_alamat: Jalan Contoh 1")


def report(content: Path) -> None:
    (content / "laporan").mkdir()
    (content / "laporan" / "2026-11.csv").write_text("jenis,jumlah\n", encoding="utf-8")


def news(content: Path) -> None:
    (content / "kabar" / "2026-11-02-lomba-foto.md").write_text("---\njudul: Lomba foto\n---\n", encoding="utf-8")


def page(content: Path) -> None:
    edit(content / "halaman" / "kontak.md", "---\n", "---\n\n")


def brought_news(content: Path) -> None:
    edit(next((content / "kabar").glob("*.md")), "2024", "2025")


def everything(content: Path) -> None:
    for change in (person, contacts, report):
        change(content)


OF_AN_OFFICE = [
    (person, "ada profil sendiri (kreator/rina)"),
    (region, "wilayah/ sudah diganti"),
    (contacts, "dinas_whatsapp, dinas_alamat di wilayah/situs.md terisi"),
    (report, "ada laporan/2026-11.csv"),
    (news, "ada kabar sendiri (kabar/2026-11-02-lomba-foto.md)"),
    (brought_news, "ada kabar sendiri (kabar/2024-06-08-audiensi-konten-kreator.md)"),
    (page, "halaman sudah disunting (halaman/kontak.md)"),
    (
        everything,
        "ada profil sendiri (kreator/rina); dinas_whatsapp, dinas_alamat di wilayah/situs.md terisi; "
        "ada laporan/2026-11.csv",
    ),
]


@pytest.mark.parametrize(("change", "reason"), OF_AN_OFFICE)
def test_nothing_of_an_office_is_overwritten(content, lists, change, reason):
    change(content)
    before = tree_of(content)
    with pytest.raises(ToolFailure) as failure:
        command.run("Kota Umpama", content, lists)
    assert str(failure.value) == (
        f"content/ sudah dipakai: {reason}. Tidak ada yang diubah. Untuk daerah lain, ambil salinan baru proyek ini di "
        "folder lain, lalu ulangi di sana."
    )
    assert tree_of(content) == before


def test_texts_that_the_project_brings_are_known(content, lists, capsys):
    """In content/: `sha256sum halaman/*.md kabar/*.md > ../plugins/showcase/start/bawaan.txt`."""
    assert BROUGHT.read_text(encoding="utf-8").splitlines() == list(seals(CONTENT))
    for path in (content / "halaman").glob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (content / "halaman/aturan.md").write_bytes((STARTER / "halaman/aturan.md").read_bytes())
    (content / "kabar/Thumbs.db").write_bytes(b"gambar kecil")
    assert command.run("Kota Umpama", content, lists) == 0


def test_a_second_start_is_refused(content, lists, capsys):
    command.run("Kota Umpama", content, lists)
    before = tree_of(content)
    with pytest.raises(ToolFailure, match=r"wilayah/ sudah diganti"):
        command.run("Kabupaten Umpama", content, lists)
    assert tree_of(content) == before


def test_git_keeps_the_old_content(content, lists, capsys):
    git(content.parent, "init", "-q")
    git(content.parent, "add", "-A")
    git(content.parent, "commit", "-qm", "awal")
    (content / "halaman" / "tentang.md").write_text("disunting", encoding="utf-8")
    with pytest.raises(ToolFailure, match=r"belum di-commit \(content/halaman/tentang\.md\)"):
        command.run("Kota Umpama", content, lists)
    git(content.parent, "checkout", ".")
    command.run("Kota Umpama", content, lists)
    assert "riwayat Git menyimpannya" in capsys.readouterr().out
    assert sorted(path.name for path in content.parent.iterdir()) == [".git", "content"]


@pytest.mark.parametrize("ignored", ["content/", "*.xlsx"])
def test_what_git_ignores_is_kept_beside(content, lists, capsys, ignored):
    git(content.parent, "init", "-q")
    (content.parent / ".gitignore").write_text(f"{ignored}\n", encoding="utf-8")
    (content / "wilayah" / "daftar.xlsx").write_bytes(b"milik dinas")
    git(content.parent, "add", "-A")
    git(content.parent, "commit", "-qm", "awal")
    command.run("Kota Umpama", content, lists)
    assert "salinannya di content-lama/" in capsys.readouterr().out
    assert (content.parent / "content-lama/wilayah/daftar.xlsx").read_bytes() == b"milik dinas"


def test_a_git_that_cannot_say_keeps_nothing(content, lists, capsys):
    git(content.parent, "init", "-q")
    git(content.parent, "add", "-A")
    git(content.parent, "commit", "-qm", "awal")
    git(content.parent, "config", "status.showUntrackedFiles", "rusak")
    command.run("Kota Umpama", content, lists)
    assert "salinannya di content-lama/" in capsys.readouterr().out


def test_a_full_disk_leaves_the_old_content(content, lists, monkeypatch):
    before = tree_of(content)
    monkeypatch.setattr(Tree, "put", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        command.run("Kota Umpama", content, lists)
    assert tree_of(content) == before
    assert sorted(path.name for path in content.parent.iterdir()) == ["content", "content-lama"]


KILLED = """
import os, signal, sys
from pathlib import Path
from showcase.profiles import Content
from showcase.publish.tree import Tree
from showcase.start import command
name, after = sys.argv[1], int(sys.argv[2])
method, count = getattr(Tree, name), 0
def dying(*given):
    global count
    count += 1
    if count > after:
        os.kill(os.getpid(), signal.SIGKILL)
    return method(*given)
setattr(Tree, name, dying)
command.run("Kota Umpama", Path(sys.argv[3]), Path(sys.argv[4]))
"""
# Where it is killed, and whether the new content stands then.
MOMENTS = [("put", 0, False), ("put", 12, False), ("settle", 0, False), ("swap", 0, False), ("_reduce", 0, True)]


@pytest.mark.posix
@pytest.mark.parametrize(("name", "after", "is_new"), MOMENTS)
def test_a_kill_leaves_the_old_content_or_the_new(content, lists, capsys, name, after, is_new):
    before = tree_of(content)
    arguments = (name, str(after), str(content), str(lists))
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    killed = subprocess.run(
        (sys.executable, "-c", KILLED, *arguments), env=environment, check=False, capture_output=True
    )
    assert killed.returncode == -signal.SIGKILL
    if is_new:
        assert read(content).region.site.full_name == "Kota Umpama"
        return
    assert tree_of(content) == before
    assert command.run("Kota Umpama", content, lists) == 0
    assert read(content).faults == ()


def test_the_task_answers_in_one_line(content):
    environment = {**os.environ, "SHOWCASE_CONTENT": str(content)}
    ran = subprocess.run(
        (sys.executable, "tasks.py", "start", "Bogor"),
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith('Gagal: ada 2 daerah bernama "Bogor": Kabupaten Bogor (32.01, Jawa Barat), Kota Bogor')
    assert ran.stderr.count("\n") == 1
