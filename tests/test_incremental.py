"""A build after any change gives the tree that a clean build gives, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command

Change = Callable[[Path, random.Random], None]


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")


def somebody(content: Path, dice: random.Random) -> Path:
    """The folder of one profile."""
    return dice.choice(sorted((content / "kreator").iterdir()))


def edit_a_word(content: Path, dice: random.Random) -> None:
    file = somebody(content, dice) / "index.md"
    file.write_text(file.read_text() + f"\nKata {dice.randrange(1000)}.\n")


def change_the_district(content: Path, dice: random.Random) -> None:
    file = somebody(content, dice) / "index.md"
    text = file.read_text()
    file.write_text(text.replace("Sijuk", "Badau") if "Sijuk" in text else text.replace("Badau", "Sijuk"))


def change_the_topic(content: Path, dice: random.Random) -> None:
    file = somebody(content, dice) / "index.md"
    file.write_text(file.read_text().replace("topik: pariwisata", f"topik: {dice.choice(['umkm', 'pariwisata'])}"))


def rename(content: Path, dice: random.Random) -> None:
    folder = somebody(content, dice)
    folder.rename(folder.with_name(f"uji-{dice.randrange(10**6)}"))


def remove(content: Path, dice: random.Random) -> None:
    if len(list((content / "kreator").iterdir())) > 2:
        shutil.rmtree(somebody(content, dice))


def add(content: Path, dice: random.Random) -> None:
    write_profile(content, f"uji-{dice.randrange(10**6)}", photo=dice.random() < 0.5)


def drop_the_photo(content: Path, dice: random.Random) -> None:
    (somebody(content, dice) / "foto.jpg").unlink(missing_ok=True)


def copy_a_photo(content: Path, dice: random.Random) -> None:
    photos = sorted((content / "kreator").rglob("foto.jpg"))
    folder = somebody(content, dice)
    if photos and "ditarik" not in (folder / "index.md").read_text():
        (folder / "foto.jpg").write_bytes(dice.choice(photos).read_bytes())


def withdraw(content: Path, dice: random.Random) -> None:
    folder = somebody(content, dice)
    (folder / "foto.jpg").unlink(missing_ok=True)
    (folder / "index.md").write_text("---\nstatus: ditarik\n---\n")


def tell_news(content: Path, dice: random.Random) -> None:
    (content / "kabar").mkdir(exist_ok=True)
    day = dice.randrange(1, 29)
    text = f"---\njudul: Kabar {day}\ntanggal: 2026-01-{day:02d}\n---\n\nIsi.\n"
    (content / f"kabar/2026-01-{day:02d}-kabar-{day}.md").write_text(text)


CHANGES: tuple[Change, ...] = (
    edit_a_word,
    change_the_district,
    change_the_topic,
    rename,
    remove,
    add,
    drop_the_photo,
    copy_a_photo,
    withdraw,
    tell_news,
)


def walk(tmp_path: Path, steps: int, seed: int, after: Callable[[Path, random.Random], None] | None = None) -> None:
    """Change and build again `steps` times; `after` each, do something to the cache. Every tree equals a clean one."""
    dice = random.Random(seed)
    content = tmp_path / "content"
    for number in range(5):
        write_profile(content, f"uji-{number}", photo=number % 2 == 0)
    for step in range(steps):
        change = dice.choice(CHANGES)
        change(content, dice)
        public = {"public": dice.random() < 0.2}
        showcase_settings.DEFAULTS["cache"] = str(tmp_path / "cache")
        build(content, tmp_path / "out", **public)
        showcase_settings.DEFAULTS["cache"] = str(tmp_path / f"clean-{step}")
        build(content, tmp_path / "clean", **public)
        assert tree_of(tmp_path / "out") == tree_of(tmp_path / "clean"), f"step {step}: {change.__name__}"
        shutil.rmtree(tmp_path / "clean")
        shutil.rmtree(tmp_path / f"clean-{step}")
        if after:
            after(tmp_path / "cache", dice)


@pytest.fixture
def _cache_setting(monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", showcase_settings.DEFAULTS["cache"])


def damage(cache: Path, dice: random.Random) -> None:
    """Zero, cut, flip or swap a few files."""
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    for file in dice.sample(files, min(3, len(files))):
        data = bytearray(file.read_bytes())
        kind = dice.choice(["zero", "cut", "flip", "swap"])
        if kind == "zero":
            data[:] = bytes(len(data))
        elif kind == "cut":
            del data[len(data) // 2 :]
        elif kind == "flip" and data:
            data[dice.randrange(len(data))] ^= 1
        elif kind == "swap":
            data = bytearray(dice.choice(files).read_bytes())
        file.write_bytes(bytes(data))


@pytest.mark.usefixtures("_cache_setting")
def test_a_few_changes(tmp_path):
    walk(tmp_path, 6, seed=1)


@pytest.mark.usefixtures("_cache_setting")
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path):
    walk(tmp_path, 5, 3, after=damage)


@pytest.mark.long
@pytest.mark.usefixtures("_cache_setting")
@pytest.mark.parametrize("seed", range(10))
def test_three_hundred_changes(tmp_path, seed):
    walk(tmp_path, 30, seed, after=damage if seed % 2 else None)


@pytest.mark.usefixtures("_cache_setting")
def test_changed_settings_make_pages_again(tmp_path, monkeypatch):
    content = tmp_path / "content"
    write_profile(content, "uji-satu")
    showcase_settings.DEFAULTS["cache"] = str(tmp_path / "cache")
    build(content, tmp_path / "out", public=True)
    monkeypatch.setenv("SITEURL", "https://lain.example")
    command.build(content=content, output=tmp_path / "out", public=True)
    page = (tmp_path / "out/kreator/uji-satu/index.html").read_text()
    assert "https://lain.example/kreator/uji-satu/" in page
    assert "contoh.example" not in page
