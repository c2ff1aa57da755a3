"""A build after any change gives the tree that a clean build gives, byte for byte."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command

PROJECT = Path(__file__).resolve().parent.parent
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
    if "ditarik" not in file.read_text():  # a withdrawn profile holds nothing else
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


def speak_of_a_place(content: Path, dice: random.Random) -> None:
    file = content / "wilayah/tempat.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = dice.randrange(1, len(lines))
    lines[line] = lines[line].rstrip() + f" {dice.randrange(100)}" if lines[line][-1:].isalnum() else lines[line]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rename_the_site(content: Path, dice: random.Random) -> None:
    file = content / "wilayah/situs.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^nama: .*$", f"nama: Kreator Contoh {dice.randrange(9)}", text), encoding="utf-8")


def rewrite_a_page(content: Path, dice: random.Random) -> None:
    file = dice.choice(sorted((content / "halaman").glob("*.md")))
    file.write_text(file.read_text(encoding="utf-8") + f"\nKalimat {dice.randrange(1000)}.\n", encoding="utf-8")


def drop_a_news_item(content: Path, dice: random.Random) -> None:
    if news := sorted((content / "kabar").glob("*.md")):
        dice.choice(news).unlink()


def edit_unseen(content: Path, dice: random.Random) -> None:
    """Another text of the same size, the time of the file as before."""
    file = somebody(content, dice) / "index.md"
    seen = file.stat()
    file.write_text(file.read_text().replace("Cerita", "CERITA") if dice.random() < 0.7 else file.read_text())
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def swap_photos_unseen(content: Path, dice: random.Random) -> None:
    """Another photo of the same size in the same file, the time of the file as before."""
    photos = sorted((content / "kreator").rglob("foto.jpg"))
    if photos:
        photo = dice.choice(photos)
        seen, data = photo.stat(), photo.read_bytes()
        other = other_colour(data)
        photo.write_bytes(other)
        os.utime(photo, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def other_colour(data: bytes) -> bytes:
    """The same picture in another colour, in as many bytes: red and blue change places, a comment fills up."""
    with Image.open(io.BytesIO(data)) as image:
        red, green, blue = image.convert("RGB").split()
    target = io.BytesIO()
    Image.merge("RGB", (blue, green, red)).save(target, "JPEG", quality=60, optimize=True)
    made = target.getvalue()
    room = len(data) - len(made) - 4
    if not 0 <= room < 60_000:
        return data
    return made[:2] + b"\xff\xfe" + (room + 2).to_bytes(2, "big") + bytes(room) + made[2:]


def turn_back_the_clock(content: Path, dice: random.Random) -> None:
    """Every file as of last year, and one of them with another text."""
    edit_a_word(content, dice)
    for path in content.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def touch_everything(content: Path, _dice: random.Random) -> None:
    for path in content.rglob("*"):
        path.touch()


def replace_by_a_copy(content: Path, dice: random.Random) -> None:
    """The same files in other places of the disk, as `git checkout` leaves them."""
    folder = somebody(content, dice)
    copy = folder.with_name("salinan-sementara")
    shutil.copytree(folder, copy)
    shutil.rmtree(folder)
    copy.rename(folder)


def change_nothing(_content: Path, _dice: random.Random) -> None:
    pass


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
    drop_a_news_item,
    speak_of_a_place,
    rename_the_site,
    rewrite_a_page,
    edit_unseen,
    swap_photos_unseen,
    turn_back_the_clock,
    touch_everything,
    replace_by_a_copy,
    change_nothing,
)


def tamper(output: Path, dice: random.Random) -> None:
    """What a person may do to the finished site by hand, between two builds."""
    files = sorted(path for path in output.rglob("*") if path.is_file())
    file = dice.choice(files)
    match dice.randrange(6):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(file.read_bytes() + b"<!-- titipan -->")
        case 2:
            file.unlink()
            file.write_bytes(b"palsu")
        case 3:
            (file.parent / "titipan.html").write_text("titipan")
        case 4:
            shutil.rmtree(file.parent if file.parent != output else output / "kreator")
        case 5:
            file.rename(file.with_name("pindah"))


SURROUNDINGS: tuple[dict[str, str], ...] = (
    {},
    {},
    {"SITEURL": "https://lain.example"},
    {"SITEURL": ""},
    {"SOURCE_DATE_EPOCH": "1795604800"},
    {"SOURCE_DATE_EPOCH": "1798110400", "TZ": "America/Lima"},
)
OPTIONS: tuple[dict[str, bool], ...] = (
    {},
    {},
    {},
    {"public": True},
    {"demo": True},
    {"public": True, "hold_back": True},
)
SETTINGS: tuple[dict[str, object], ...] = (
    {},
    {},
    {"page_size": 2, "one_page": 3},
    {"few": 2},
    {"search": False},
    {"share_images": False},
    {"pictures": {"quality": {"avif": 40}}},
    {"jobs": 1},
)
USUAL = {"SOURCE_DATE_EPOCH": "1795518400", "SITEURL": "https://contoh.example/repo"}


def walk(tmp_path: Path, steps: int, seed: int, after: Callable[[Path, random.Random], None] | None = None) -> None:
    """Change and build again `steps` times; `after` each, do something to the cache. Every tree equals a clean one."""
    dice = random.Random(seed)
    content, usual = tmp_path / "content", dict(showcase_settings.DEFAULTS)
    for name in ("wilayah", "halaman"):
        shutil.copytree(PROJECT / "content" / name, content / name)
    for number in range(5):
        write_profile(content, f"uji-{number}", photo=number % 2 == 0)
    told = ""
    for step in range(steps):
        change = dice.choice(CHANGES)
        change(content, dice)
        options, settings = dice.choice(OPTIONS), dice.choice(SETTINGS)
        os.environ |= USUAL | dice.choice(SURROUNDINGS)
        told += f"\n{step}: {change.__name__} {options} {settings} {os.environ['SITEURL']}"
        trees = []
        for output, cache in (("out", "cache"), ("clean", f"clean-{step}")):
            showcase_settings.DEFAULTS.update(usual | settings | {"cache": str(tmp_path / cache)})
            build(content, tmp_path / output, **options)
            trees.append(tree_of(tmp_path / output))
        assert trees[0] == trees[1], told
        shutil.rmtree(tmp_path / "clean")
        shutil.rmtree(tmp_path / f"clean-{step}")
        if after:
            after(tmp_path / "cache", dice)
        if dice.random() < 0.3:
            tamper(tmp_path / "out", dice)


@pytest.fixture
def _cache_setting(monkeypatch):
    """Defaults and surroundings are put back afterwards."""
    for key, value in showcase_settings.DEFAULTS.items():
        monkeypatch.setitem(showcase_settings.DEFAULTS, key, value)
    monkeypatch.setenv("TZ", os.environ.get("TZ", "UTC"))


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


@pytest.fixture
def theme(tmp_path, monkeypatch) -> Path:
    """A theme of one's own, a copy of ours, that the command uses."""
    folder = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", folder)
    settings_of = command.settings_of

    def with_theme(*places: object, **options: bool) -> dict[str, object]:
        return {**settings_of(*places, **options), "THEME": str(folder)}

    monkeypatch.setattr(command, "settings_of", with_theme)
    return folder


def add_to(name: str, text: str) -> Callable[[Path], None]:
    def edit(theme: Path) -> None:
        path = theme / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


@pytest.mark.usefixtures("_cache_setting")
def test_an_edited_theme_makes_pages_again(theme, tmp_path):
    write_profile(tmp_path / "content", "uji-satu")
    trees = []
    templates = sorted(path.relative_to(theme).as_posix() for path in (theme / "templates").glob("*.html"))
    styles = sorted(path.relative_to(theme).as_posix() for path in (theme / "static").rglob("*.css"))
    for name, text in (
        (templates[0], "{# lain #}"),
        ("templates/base.html", "\n<!-- lain -->"),
        (styles[0], "a{top:1px}"),
    ):
        add_to(name, text)(theme)
        for output, cache in (("out", "cache"), (f"clean-{len(trees)}", f"cache-{len(trees)}")):
            showcase_settings.DEFAULTS["cache"] = str(tmp_path / cache)
            build(tmp_path / "content", tmp_path / output)
        trees.append(tree_of(tmp_path / "out"))
        assert trees[-1] == tree_of(tmp_path / f"clean-{len(trees) - 1}"), name
    assert trees[0] != trees[1] != trees[2]


@pytest.mark.usefixtures("_cache_setting")
def test_the_cache_of_another_checkout_is_no_wrong_page(tmp_path):
    """The same paths inside, other content: what was remembered of one site must not show in the other."""
    for name in ("satu", "dua"):
        write_profile(tmp_path / name / "content", "uji-sama", name=f"Contoh {name}", photo=True)
        photo = tmp_path / name / "content/kreator/uji-sama/foto.jpg"
        if name == "dua":
            photo.write_bytes(other_colour(photo.read_bytes()))
        os.utime(photo, (1_700_000_000, 1_700_000_000))
    clean = {}
    for name in ("satu", "dua"):
        showcase_settings.DEFAULTS["cache"] = str(tmp_path / name / "cache")
        build(tmp_path / name / "content", tmp_path / name / "out")
        clean[name] = tree_of(tmp_path / name / "out")
    assert clean["satu"] != clean["dua"]
    shutil.rmtree(tmp_path / "satu" / "cache")
    shutil.copytree(tmp_path / "dua" / "cache", tmp_path / "satu" / "cache")
    shutil.rmtree(tmp_path / "satu" / "out")
    shutil.copytree(tmp_path / "dua" / "out", tmp_path / "satu" / "out")
    showcase_settings.DEFAULTS["cache"] = str(tmp_path / "satu" / "cache")
    build(tmp_path / "satu" / "content", tmp_path / "satu" / "out")
    assert tree_of(tmp_path / "satu" / "out") == clean["satu"]


@pytest.mark.usefixtures("_cache_setting")
def test_another_python_or_pillow_trusts_no_old_memory(tmp_path, monkeypatch):
    write_profile(tmp_path / "content", "uji-satu", photo=True)
    showcase_settings.DEFAULTS["cache"] = str(tmp_path / "cache")
    assert build(tmp_path / "content", tmp_path / "out").encoded
    tree = tree_of(tmp_path / "out")
    monkeypatch.setattr("PIL.__version__", "99.0")
    (tmp_path / "out/index.html").unlink()  # else nothing would be looked at
    assert build(tmp_path / "content", tmp_path / "out").encoded
    assert tree.keys() != tree_of(tmp_path / "out").keys(), "pictures of other libraries have other names"


@pytest.mark.usefixtures("_cache_setting")
def test_content_that_is_a_link_is_followed_by_every_build(tmp_path):
    for name in ("satu", "dua"):
        write_profile(tmp_path / name, "uji-sama", name=f"Contoh {name}")
    showcase_settings.DEFAULTS["cache"] = str(tmp_path / "cache")
    link = tmp_path / "content"
    for name in ("satu", "dua", "satu"):
        link.unlink(missing_ok=True)
        link.symlink_to(tmp_path / name)
        build(link, tmp_path / "out")
        assert f"Contoh {name}" in (tmp_path / "out/kreator/uji-sama/index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_cache_setting")
def test_another_photo_of_the_same_size_and_time_is_seen(tmp_path):
    photo = write_profile(tmp_path / "content", "uji-satu", photo=True) / "foto.jpg"
    showcase_settings.DEFAULTS["cache"] = str(tmp_path / "cache")
    build(tmp_path / "content", tmp_path / "out")
    seen, data = photo.stat(), photo.read_bytes()
    photo.write_bytes(other_colour(data))
    os.utime(photo, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert photo.stat().st_size == len(data)
    assert photo.read_bytes() != data
    assert build(tmp_path / "content", tmp_path / "out").encoded
