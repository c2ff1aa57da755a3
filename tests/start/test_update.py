"""An update, rehearsed with local clones: two releases of this project, and a region that changed all its texts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.start.making import person, shipped_content

pytestmark = pytest.mark.posix  # symbolic links, and a shell

PROJECT = Path(__file__).resolve().parents[2]
OLD, NEW = "v1.0.0", "v1.1.0"
PERSON = person("rina-contoh")


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.test", "-c", "protocol.file.allow=always")
    done = subprocess.run(("git", "-C", str(folder), *identity, *words), check=True, capture_output=True, text=True)
    return done.stdout


def task(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A task of that clone's own code, with this environment's libraries."""
    around = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SHOWCASE_CONTENT")}
    if not (program / ".venv").exists():
        (program / ".venv").symlink_to(Path(sys.prefix))
    command = (str(program / ".venv/bin/python"), str(program / "tasks.py"), *words)
    return subprocess.run(command, cwd=program, env=around, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """Two releases of this project: the second changes its workflows, program, theme and every text of its own."""
    there = tmp_path_factory.mktemp("pusat") / "kreator"
    subprocess.run(("git", "init", "-q", "-b", "main", str(there)), check=True)
    for name in git(PROJECT, "ls-files", "-co", "--exclude-standard").splitlines():
        if not name.startswith(("tests/", "docs/", "content/")) and (PROJECT / name).is_file():
            (there / name).parent.mkdir(parents=True, exist_ok=True)
            (there / name).write_bytes((PROJECT / name).read_bytes())
    shipped_content(there / "content")
    log = there / "CHANGELOG.md"
    log.write_text(log.read_text(encoding="utf-8").replace("## Belum dirilis", f"## {OLD}"), encoding="utf-8")
    git(there, "add", "-A")
    git(there, "commit", "-qm", OLD)
    git(there, "tag", OLD)
    for path in [*(there / "content/halaman").glob("*.md"), *(there / "content/kreator").glob("*/index.md")]:
        path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n\nDiubah di pusat.\n", encoding="utf-8")
    for path in (there / ".github/workflows").glob("*.yml"):
        path.write_text(f"# {NEW}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    footer = there / "theme/templates/partials/footer.html"
    footer.write_text(f"{footer.read_text(encoding='utf-8')}<!-- {NEW} -->\n", encoding="utf-8")
    log.write_text(log.read_text(encoding="utf-8").replace("## ", f"## {NEW}\n\nBaru.\n\n## ", 1), encoding="utf-8")
    git(there, "add", "-A")
    git(there, "commit", "-qm", NEW)
    git(there, "tag", NEW)
    return there


@pytest.fixture(scope="module")
def clones(program, tmp_path_factory) -> tuple[Path, Path]:
    """The two releases as a workflow checks them out, and as an office has them beside its repository."""
    places = []
    for tag in (OLD, NEW):
        place = tmp_path_factory.mktemp("salinan") / "program"
        git(place.parent, "clone", "-q", "-c", "advice.detachedHead=false", "--branch", tag, str(program), str(place))
        git(place, "remote", "set-url", "origin", "https://github.com/pusat/kreator.git")
        places.append(place)
    return places[0], places[1]


def change_every_text(content: Path) -> None:
    """What an office does in its first months: all texts, a person, no sample."""
    for path in (content / "halaman").iterdir():
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\nKata kami.\n", encoding="utf-8")
    situs = content / "wilayah/situs.md"
    text = situs.read_text(encoding="utf-8").replace("Kreator", "Pencipta")
    situs.write_text(text.replace("dinas_surel:", "dinas_surel: kantor@contoh.id"), encoding="utf-8")
    for sample in (content / "kreator").glob("contoh-*"):
        shutil.rmtree(sample)
    (content / "kreator/rina-contoh").mkdir()
    (content / "kreator/rina-contoh/index.md").write_text(PERSON, encoding="utf-8")


def raise_version(region: Path) -> None:
    """What Dependabot proposes."""
    for path in (region / ".github/workflows").glob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace(f"@{OLD}", f"@{NEW}"), encoding="utf-8")


def published(program: Path, region: Path, output: Path) -> set[str]:
    """The pages of a public site, built as Terbit builds it."""
    done = task(
        program, "build", "--public", "--hold-back", "--content", str(region / "content"), "--output", str(output)
    )
    assert done.returncode == 0, done.stderr
    return {path.relative_to(output).as_posix() for path in output.rglob("index.html")}


def test_an_update_touches_no_text_and_loses_nobody(clones, tmp_path):
    (old, new), region = clones, tmp_path / "kreator-makassar"
    done = task(old, "start", "Kota Makassar", "--repository", str(region))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Alur kerjanya memanggil pusat/kreator v1.0.0;" in done.stdout
    git(region, "init", "-q", "-b", "main")
    git(region, "add", "-A")
    git(region, "commit", "-qm", "Isi pertama")
    git(region, "switch", "-qc", "dependabot")
    raise_version(region)
    git(region, "commit", "-qam", "Bump")
    git(region, "switch", "-q", "main")
    change_every_text(region / "content")
    git(region, "add", "-A")
    git(region, "commit", "-qm", "Semua teks diganti")
    before = published(old, region, tmp_path / "lama")
    assert "kreator/rina-contoh/index.html" in before
    told = task(new, "doctor", "--content", str(region / "content")).stdout
    assert f"Alur kerja memanggil {OLD}, program ini {NEW}. Baca CHANGELOG.md, bagian {NEW};" in told

    ours = git(region, "rev-parse", "HEAD:content")
    git(region, "merge", "-q", "--no-edit", "dependabot")
    assert git(region, "rev-parse", "HEAD:content") == ours
    changed = git(region, "diff", "--numstat", "HEAD^1", "HEAD").splitlines()
    assert [re.sub(r"\t\S+/", "\t", line) for line in changed] == [
        f"1\t1\t{name}.yml"
        for name in ("besar", "bulanan", "harian", "komentar", "periksa", "pratinjau", "tautan", "terbit")
    ]

    checked = task(new, "check", "--content", str(region / "content"))
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "1 profil diperiksa: tidak ada kesalahan.")
    assert published(new, region, tmp_path / "baru") == before
    home = (tmp_path / "baru/index.html").read_text(encoding="utf-8")
    assert "Pencipta Makassar" in home
    assert "Diubah di pusat" not in (tmp_path / "baru/tentang/index.html").read_text(encoding="utf-8")
    assert "Kata kami." in (tmp_path / "baru/tentang/index.html").read_text(encoding="utf-8")
    told = task(new, "doctor", "--content", str(region / "content")).stdout
    assert f"Alur kerja memanggil versi program ini, {NEW}" in told


def test_the_counts_of_a_month_lie_with_the_content(clones, tmp_path):
    """As the script of bulanan.yml runs in a region's own repository."""
    there = clones[0]
    task(there, "start", "73.71", "--repository", str(tmp_path / "isi"))
    shutil.move(tmp_path / "isi", there / "isi")
    around = {**os.environ, "SHOWCASE_CONTENT": "isi/content"}
    command = (str(there / ".venv/bin/python"), "tasks.py", "report", "--month", "2026-10", "--content", "isi/content")
    done = subprocess.run(command, cwd=there, env=around, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert (there / "isi/content/laporan/2026-10.csv").is_file()
    assert not (there / "content/laporan/2026-10.csv").exists()


def test_a_fork_takes_a_release_and_keeps_its_content(program, tmp_path):
    """By the commands of the guide; a merge alone conflicts, and mixes this project's sentences into the office's."""
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "-q", "-c", "advice.detachedHead=false", "--branch", OLD, str(program), str(fork))
    git(fork, "switch", "-qc", "main")
    assert task(fork, "start", "Kota Makassar").returncode == 0
    git(fork, "add", "-A", "content")
    git(fork, "commit", "-qm", "Isi pertama")
    ours = git(fork, "rev-parse", "HEAD:content")
    guide = (PROJECT / "docs/daerah-lain.md").read_text(encoding="utf-8")
    script = guide[guide.index("git merge --no-commit") : guide.index("Bila `git commit` menyebut")].partition("```")[0]
    subprocess.run(
        ("bash", "-c", script), cwd=fork, check=True, capture_output=True,
        env={**os.environ, "GIT_AUTHOR_NAME": "Uji", "GIT_AUTHOR_EMAIL": "uji@contoh.test", "GIT_COMMITTER_NAME": "Uji",
             "GIT_COMMITTER_EMAIL": "uji@contoh.test"},
    )  # fmt: skip
    assert git(fork, "rev-parse", "HEAD:content") == ours
    assert git(fork, "diff", "--stat", NEW, "HEAD", "--", ".", ":!content") == ""
