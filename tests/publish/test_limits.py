"""What GitHub Pages carries is checked before a site takes its place, and the numbers are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.region import CONTENT
from tests.support.sites import tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command
from showcase.commands import check
from showcase.publish import limits
from showcase.publish.limits import Weight, share
from showcase.text.numbers import MB, file_size


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    write_profile(tmp_path / "content", "uji-satu", photo=True)
    return tmp_path / "content"


@pytest.mark.parametrize(("size", "said"), [(0.5, "kurang dari 1 %"), (25, "25 %"), (130, "130 %")])
def test_a_share_of_a_limit(size: float, said: str):
    assert share(size, 100) == said


@pytest.mark.parametrize(
    ("weight", "warnings"),
    [
        (Weight(800 * MB, 9, 800 * MB), []),
        (Weight(801 * MB, 9, 1), ["Perhatian: situs hampir penuh"]),
        (Weight(1, 9, 801 * MB), ["Perhatian: isi hampir"]),
        (Weight(801 * MB, 9, 2_000 * MB), ["Perhatian: situs hampir penuh", "Perhatian: isi hampir"]),
    ],
)
def test_it_warns_at_four_fifths(weight: Weight, warnings: list[str]):
    first, *more = weight.lines()
    assert first.startswith("Ukuran: situs ")
    assert [line.partition(".")[0].partition(" atau")[0] for line in more] == warnings


def test_content_that_grows_too_large_is_named(content, monkeypatch, capsys):
    """Advice, and no fault: the exit code stays."""
    own = CONTENT
    assert check.run(content, own, "text") == 0
    assert not capsys.readouterr().err
    monkeypatch.setattr(limits, "REPOSITORY_LIMIT", 1000)
    for number, size in enumerate((30_000, 90_000, 60_000)):
        (content / "kreator/uji-satu" / f"{number}.txt").write_bytes(bytes(size))
    check.run(content, own, "text")
    assert "Yang terbesar: kreator/uji-satu/1.txt (90 KB), kreator/uji-satu/2.txt (60 KB), " in capsys.readouterr().err
    check.run(content, own, "json")
    assert not capsys.readouterr().err


def public(content: Path) -> int:
    return command.run(content=content, output=content.parent / "out", public=True)


def test_a_public_build_tells_the_real_numbers(content, capsys):
    assert public(content) == 0
    files = [path for path in (content.parent / "out").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"Ukuran: situs {file_size(size)} dalam {len(files)} berkas (")
    assert public(content) == 0
    assert capsys.readouterr().err.splitlines()[-1] == said, "also where nothing had to be done"


def test_a_local_build_does_not_bother(content, capsys):
    assert command.run(content=content, output=content.parent / "out") == 0
    assert "Ukuran" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        ("SITE_LIMIT", 100, "Situs terlalu besar untuk GitHub Pages"),
        ("REPOSITORY_MOST", 100, "Isi terlalu besar untuk GitHub"),
        ("FILE_LIMIT", 100, "kreator/uji-satu/foto.jpg terlalu besar untuk GitHub"),
    ],
)
def test_over_a_limit_the_old_site_stays(content, monkeypatch, capsys, limit, value, said):
    assert public(content) == 0
    tree = tree_of(content.parent / "out")
    (content / "kreator/uji-satu/index.md").write_text(
        (content / "kreator/uji-satu/index.md").read_text(encoding="utf-8") + "\nLain.\n", encoding="utf-8"
    )
    monkeypatch.setattr(limits, limit, value)
    capsys.readouterr()
    assert public(content) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert line.endswith("Situs lama tetap utuh.")
    assert tree_of(content.parent / "out") == tree


def test_what_git_keeps_is_not_content(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/pack").write_bytes(bytes(1000))
    (tmp_path / "satu.md").write_bytes(bytes(7))
    assert limits.weigh({}, tmp_path).content == 7
