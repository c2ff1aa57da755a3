"""A clone with the line ends of Windows makes the same site, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pelican import Pelican
from tests.support.region import CONTENT
from tests.support.sites import tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.hooks.once import settings_of

TEXTS = {".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt"}


@pytest.fixture
def clone(tmp_path, project, monkeypatch) -> Path:
    """Content, region and theme, as Git leaves them where LF is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    for name in ("wilayah", "halaman"):
        shutil.copytree(CONTENT / name, tmp_path / "lf/content" / name)
    shutil.copytree(project / "theme", tmp_path / "lf/theme")
    write_profile(tmp_path / "lf/content", "contoh-satu", photo=True)
    news = tmp_path / "lf/content/kabar/2026-01-02-pertemuan.md"
    news.parent.mkdir()
    news.write_text("---\njudul: Pertemuan\n---\n\nSatu\nbaris.\n\n- dua\n- tiga\n", encoding="utf-8", newline="\n")
    return tmp_path / "lf"


def built(root: Path) -> dict[str, str]:
    """The tree of a clone's site."""
    settings = settings_of(root / "content", root / "output", public=False, hold_back=False, demo=False)
    settings["THEME"] = str(root / "theme")
    Pelican(settings).run()
    return tree_of(root / "output")


def test_a_clone_with_other_line_ends_makes_the_same_site(clone, tmp_path):
    other = shutil.copytree(clone, tmp_path / "crlf")
    for path in other.rglob("*"):
        if path.suffix in TEXTS:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert built(other) == built(clone)
    pages = [path for path in (other / "output").rglob("*") if path.suffix in TEXTS]
    assert len(pages) > 10
    # A CSV is read by programs that want the line ends that it was made with.
    assert [path.name for path in pages if b"\r" in path.read_bytes() and path.suffix != ".csv"] == []


ATTRIBUTES = {
    "theme/templates/base.html": {"text": "auto", "eol": "lf"},
    "content/wilayah/situs.md": {"text": "auto", "eol": "lf"},
    "content/kreator/contoh/foto.jpg": {"text": "unset", "diff": "unset"},
    "theme/static/fonts/huruf.woff2": {"text": "unset"},
    "content/statis/google1234.html": {"text": "unset"},
}


@pytest.mark.parametrize(("path", "expected"), ATTRIBUTES.items())
def test_git_gives_every_clone_the_same_line_ends(project, tmp_path, path, expected):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    shutil.copy(project / ".gitattributes", tmp_path)
    run = subprocess.run(["git", "check-attr", "--all", path], cwd=tmp_path, capture_output=True, text=True, check=True)
    found = dict(line.split(": ")[1:] for line in run.stdout.splitlines())
    assert {name: found.get(name) for name in expected} == expected
