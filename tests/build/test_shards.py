"""`build --shard 3/8` makes one part of the pictures; the parts, copied together, are the whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command

PEOPLE = 9
PARTS = 3


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Some creators with a photo each."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    for number in range(PEOPLE):
        write_profile(tmp_path / "content", f"uji-{number}", photo=True)
    return tmp_path / "content"


def use_cache(monkeypatch, folder: Path) -> None:
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(folder))


def fill(content: Path, folder: Path, shard: str, monkeypatch) -> int:
    """One machine's part of a public build, share images included, into a cache of its own."""
    use_cache(monkeypatch, folder)
    return command.run(content=content, output=folder.parent / "out", public=True, shard=shard)


def test_the_parts_copied_together_are_the_whole(content, tmp_path, monkeypatch, capsys):
    whole = build(content, tmp_path / "whole", public=True)
    for number in range(1, PARTS + 1):
        assert fill(content, tmp_path / f"cache-{number}", f"{number}/{PARTS}", monkeypatch) == 0
    assert not (tmp_path / "out").exists(), "a part writes no tree"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".out")], "and nothing beside it"
    names = [{path.name for path in (tmp_path / f"cache-{n}/gambar").rglob("*-sums")} for n in range(1, PARTS + 1)]
    assert all(names)
    assert sum(map(len, names)) == len(set.union(*names)) == whole.encoded, "each picture is made once"
    said = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in said] == [f"Bagian {n} dari {PARTS}" for n in range(1, PARTS + 1)]

    for number in range(1, PARTS + 1):
        shutil.copytree(tmp_path / f"cache-{number}/gambar", tmp_path / "merged/gambar", dirs_exist_ok=True)
    use_cache(monkeypatch, tmp_path / "merged")
    merged = build(content, tmp_path / "out", public=True)
    assert (merged.encoded, merged.reused) == (0, whole.encoded)
    assert tree_of(tmp_path / "out") == tree_of(tmp_path / "whole")


def test_a_part_is_the_same_on_every_machine(content, tmp_path, monkeypatch):
    """Which part a picture is in follows from its bytes, not from where the content lies or who comes first."""
    fill(content, tmp_path / "here", "2/3", monkeypatch)
    elsewhere = tmp_path / "jauh" / "isi"
    for folder in sorted((content / "kreator").iterdir(), reverse=True):
        shutil.copytree(folder, elsewhere / "kreator" / folder.name)
    fill(elsewhere, tmp_path / "there", "2/3", monkeypatch)
    assert tree_of(tmp_path / "here/gambar") == tree_of(tmp_path / "there/gambar")


def test_a_part_leaves_the_other_parts_in_the_cache(content, tmp_path, monkeypatch):
    for number in range(1, PARTS + 1):
        fill(content, tmp_path / "one", f"{number}/{PARTS}", monkeypatch)
    use_cache(monkeypatch, tmp_path / "one")
    assert build(content, tmp_path / "out", public=True).encoded == 0


def test_a_fault_stops_a_part_as_it_stops_a_build(content, tmp_path, monkeypatch, capsys):
    write_profile(content, "uji-keliru", more="topik: ikan\n")
    assert fill(content, tmp_path / "one", "1/1", monkeypatch) == 1
    assert "topik" in capsys.readouterr().err
    use_cache(monkeypatch, tmp_path / "two")
    assert command.run(content=content, output=tmp_path / "out", public=True, hold_back=True, shard="1/1") == 0


@pytest.mark.parametrize("shard", ["9/8", "0/8", "a/b", "", "3", "1/0", "-1/8", "1/257", "٣/8", " 1/2", "1/2/3"])
def test_a_wrong_part_is_one_line(content, tmp_path, capsys, shard):
    assert command.run(content=content, output=tmp_path / "out", shard=shard) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--shard 3/8" in said
    assert not (tmp_path / "out").exists()
