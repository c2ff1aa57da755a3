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
from tests.support.region import CONTENT
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command
from showcase.diagnostics.fault import ContentFaults
from showcase.hooks import once

PROJECT = Path(__file__).resolve().parents[2]
Change = Callable[[Path, random.Random], None]


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")


def everybody(content: Path) -> list[Path]:
    """The folders of the profiles that can be read."""
    return sorted(path.parent for path in (content / "kreator").glob("*/index.md") if path.is_file())


def somebody(content: Path, dice: random.Random) -> Path:
    """The folder of one profile that can be read."""
    return dice.choice(everybody(content))


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
    if len(everybody(content)) > 2:
        shutil.rmtree(somebody(content, dice))


def add(content: Path, dice: random.Random) -> None:
    write_profile(content, f"uji-{dice.randrange(10**6)}", photo=dice.random() < 0.5)


def drop_the_photo(content: Path, dice: random.Random) -> None:
    for photo in somebody(content, dice).glob("foto.*"):
        remove_any(photo)


def copy_a_photo(content: Path, dice: random.Random) -> None:
    photos = sorted(path for path in (content / "kreator").rglob("foto.jpg") if path.is_file())
    folder = somebody(content, dice)
    if photos and not (folder / "foto.jpg").is_dir() and "ditarik" not in (folder / "index.md").read_text():
        (folder / "foto.jpg").write_bytes(dice.choice(photos).read_bytes())


def withdraw(content: Path, dice: random.Random) -> None:
    folder = somebody(content, dice)
    for photo in folder.glob("foto.*"):
        remove_any(photo)
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
    photos = sorted(path for path in (content / "kreator").rglob("foto.jpg") if path.is_file())
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


def sign_until(content: Path, dice: random.Random) -> None:
    """Consent that ends on a day: long past, just past, today's, to come."""
    file = somebody(content, dice) / "index.md"
    text = re.sub(r"  berlaku_sampai: .*\n", "", file.read_text())
    day = dice.choice(["2026-02-01", "2026-11-23", "2026-11-24", "2026-12-20", "2028-01-01"])
    file.write_text(text.replace("  dewasa: ya\n", f"  dewasa: ya\n  berlaku_sampai: {day}\n"))


def narrow_the_consent(content: Path, dice: random.Random) -> None:
    """Without a photo in it: one that is shown becomes a fault."""
    file = somebody(content, dice) / "index.md"
    text = file.read_text()
    wider = text.replace("  lingkup: karya\n", "")
    file.write_text(wider if wider != text else text.replace("formulir: 7\n", "formulir: 7\n  lingkup: karya\n"))


def hide(content: Path, dice: random.Random) -> None:
    file = somebody(content, dice) / "index.md"
    text = file.read_text()
    if "ditarik" not in text:
        shown = text.replace("status: sembunyi\n", "")
        file.write_text(shown if shown != text else text.replace("nama: ", "status: sembunyi\nnama: ", 1))


def make_a_mistake(content: Path, dice: random.Random) -> None:
    """A topic that there is not; the next one who changes this topic mends it."""
    file = somebody(content, dice) / "index.md"
    file.write_text(re.sub(r"topik: .*", "topik: ikan", file.read_text()))


def mend_everything(content: Path, _dice: random.Random) -> None:
    """What no build can publish goes, so that a walk does not end among faults."""
    for folder in sorted((content / "kreator").iterdir()):
        if not folder.is_dir() or not (folder / "index.md").is_file():
            remove_any(folder)
        elif "ditarik" not in (folder / "index.md").read_text():
            file = folder / "index.md"
            file.write_text(file.read_text().replace("topik: ikan", "topik: umkm").replace("  lingkup: karya\n", ""))
            for path in folder.iterdir():
                if path.name not in ("index.md", "foto.jpg") or path.is_dir():
                    remove_any(path)


def remove_any(path: Path) -> None:
    """A file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def file_becomes_folder(content: Path, dice: random.Random) -> None:
    path = dice.choice(sorted(somebody(content, dice).iterdir()))
    path.unlink()
    path.mkdir()


def folder_becomes_file(content: Path, dice: random.Random) -> None:
    folder = somebody(content, dice)
    shutil.rmtree(folder)
    folder.write_text("bukan folder")


def change_the_case(content: Path, dice: random.Random) -> None:
    """Of a folder or of a photo: another name where the disk tells them apart."""
    folder = somebody(content, dice)
    path = dice.choice([folder, *folder.glob("foto.*")])
    path.rename(path.with_name(path.name.swapcase()))


def edit_a_template(content: Path, dice: random.Random) -> None:
    file = dice.choice(sorted((content.parent / "theme/templates").glob("*.html")))
    file.write_text(file.read_text(encoding="utf-8") + f"{{# {dice.randrange(1000)} #}}\n", encoding="utf-8")


def change_what_every_page_shows(content: Path, dice: random.Random) -> None:
    file = content.parent / "theme/templates/base.html"
    file.write_text(file.read_text(encoding="utf-8") + f"<!-- {dice.randrange(1000)} -->\n", encoding="utf-8")


def restyle(content: Path, dice: random.Random) -> None:
    file = dice.choice(sorted((content.parent / "theme/static").rglob("*.css")))
    file.write_text(file.read_text(encoding="utf-8") + f"a{{top:{dice.randrange(1000)}px}}\n", encoding="utf-8")


def rename_a_service(content: Path, dice: random.Random) -> None:
    file = content / "wilayah/jasa.csv"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^foto-acara,[^,]*", f"foto-acara,Foto acara {dice.randrange(9)}", text)
    file.write_text(text, encoding="utf-8")


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
    sign_until,
    narrow_the_consent,
    hide,
    make_a_mistake,
    file_becomes_folder,
    folder_becomes_file,
    change_the_case,
    edit_a_template,
    change_what_every_page_shows,
    restyle,
    rename_a_service,
)


def tamper(output: Path, dice: random.Random) -> None:
    """What a person may do to the finished site by hand, between two builds."""
    # At its top, a file that no build made keeps every build from writing there (tests/publish/test_claim.py).
    files = sorted(path for path in output.glob("*/**/*") if path.is_file())
    file = dice.choice(files)
    match dice.randrange(7):
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
        case 6:
            edit_in_place(file)


def edit_in_place(file: Path) -> None:
    """One byte of a finished file is another, in the same file, its time as before."""
    seen, data = file.stat(), file.read_bytes()
    with file.open("r+b") as open_file:
        open_file.write(bytes([data[0] ^ 1]) if data else b"")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))


SURROUNDINGS: tuple[dict[str, str], ...] = (
    {},
    {},
    {"SITEURL": "https://lain.example"},
    {"SITEURL": ""},
    {"SOURCE_DATE_EPOCH": "1795604800"},
    {"SOURCE_DATE_EPOCH": "1798110400", "TZ": "America/Lima"},
    {"SOURCE_DATE_EPOCH": "1795453200"},  # the same day still, as the region counts
)
OPTIONS: tuple[dict[str, bool], ...] = (
    {},
    {},
    {},
    {"public": True},
    {"demo": True},
    {"public": True, "hold_back": True},
)
BARE = {"share_images": False, "search": False}  # most of the time of a small site's build goes into these
SETTINGS: tuple[dict[str, object], ...] = (
    {},
    {"share_images": False},
    BARE,
    BARE,
    BARE | {"page_size": 2, "one_page": 3},
    {"share_images": False, "few": 2},  # from so many on there is a search index
    BARE | {"pictures": {"quality": {"avif": 40}}},
    BARE | {"pictures": {"formats": ["webp", "jpeg"], "uses": {"portrait": {"widths": [96, 200]}}}},
    BARE | {"budget": 3},
    BARE | {"jobs": 1},
)
USUAL = {"SOURCE_DATE_EPOCH": "1795518400", "SITEURL": "https://contoh.example/repo"}


def walk(tmp_path: Path, steps: int, seed: int, after: Callable[[Path, random.Random], None] | None = None) -> None:
    """Change and build again `steps` times; `after` each, do something to the cache. Every tree equals a clean one."""
    dice = random.Random(seed)
    content, usual = tmp_path / "content", dict(showcase_settings.DEFAULTS)
    for name in ("wilayah", "halaman"):
        shutil.copytree(CONTENT / name, content / name)
    for number in range(5):
        write_profile(content, f"uji-{number}", photo=number % 2 == 0)
    told = ""
    for step in range(steps):
        change = dice.choice(CHANGES) if everybody(content) else add  # the others want somebody to change
        change(content, dice)
        options, settings = dice.choice(OPTIONS), dice.choice(SETTINGS)
        os.environ |= USUAL | dice.choice(SURROUNDINGS)
        told += f"\n{step}: {change.__name__} {options} {settings} {os.environ['SITEURL']}"
        before, ends = tree_of(tmp_path / "out"), []
        for output, cache in (("out", "cache"), ("clean", "clean-cache")):
            showcase_settings.DEFAULTS.update(usual | settings | {"cache": str(tmp_path / cache)})
            ends.append(end_of_build(content, tmp_path / output, **options))
        assert ends[0] == ends[1], told
        if ends[0]:
            assert tree_of(tmp_path / "out") == before, told
            mend_everything(content, dice)
        else:
            assert tree_of(tmp_path / "out") == tree_of(tmp_path / "clean"), told
        for name in ("clean", "clean-cache"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        if after:
            after(tmp_path / "cache", dice)
        if (tmp_path / "out").exists() and dice.random() < 0.3:
            tamper(tmp_path / "out", dice)


def end_of_build(content: Path, output: Path, **options: bool) -> tuple[str, ...]:
    """The faults that stopped it; none if it came to its end."""
    try:
        build(content, output, **options)
    except ContentFaults as wrong:
        return tuple(fault.as_text() for fault in wrong.faults)
    return ()


@pytest.fixture
def _cache_setting(monkeypatch):
    """Defaults and surroundings are put back afterwards."""
    for key, value in showcase_settings.DEFAULTS.items():
        monkeypatch.setitem(showcase_settings.DEFAULTS, key, value)
    monkeypatch.setenv("TZ", os.environ.get("TZ", "UTC"))


def damage(cache: Path, dice: random.Random) -> None:
    """Zero, cut, flip, swap, empty or remove a few files, forge one, put a folder there, or forbid to write."""
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    if dice.random() < 0.1:
        shutil.rmtree(dice.choice(sorted(path for path in cache.rglob("*") if path.is_dir())))
        return
    for file in dice.sample(files, min(3, len(files))):
        data = bytearray(file.read_bytes())
        kind = dice.choice(["zero", "cut", "flip", "swap", "empty", "forge", "gone", "folder", "forbid"])
        if kind in ("gone", "folder"):
            file.unlink()
            if kind == "folder":
                (file / "titipan").mkdir(parents=True)
            continue
        if kind == "zero":
            data[:] = bytes(len(data))
        elif kind == "cut":
            del data[len(data) // 2 :]
        elif kind == "flip" and data:
            data[dice.randrange(len(data))] ^= 1
        elif kind == "swap":
            other = dice.choice(files)
            data = bytearray(other.read_bytes() if other.is_file() else b"")
        elif kind == "empty":
            data.clear()
        elif kind == "forge":
            data = bytearray(dice.randbytes(300))
        file.write_bytes(bytes(data))
        if kind == "forbid":  # to whoever is not root
            file.chmod(0o444)


@pytest.mark.usefixtures("_cache_setting", "theme")
def test_a_few_changes(tmp_path):
    walk(tmp_path, 6, seed=1)


@pytest.mark.usefixtures("_cache_setting", "theme")
def test_a_walk_goes_on_when_everybody_has_gone(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "CHANGES", (folder_becomes_file,))
    walk(tmp_path, 7, seed=1)


@pytest.mark.posix
@pytest.mark.usefixtures("_cache_setting", "theme")
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path):
    walk(tmp_path, 5, 3, after=damage)


@pytest.mark.posix
@pytest.mark.long
@pytest.mark.usefixtures("_cache_setting", "theme")
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
    """A theme of one's own, a copy of ours, that the command uses, and the pictures that the defaults ask for."""
    folder = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", folder)
    settings_of = once.settings_of

    def with_theme(*places: object, **options: bool) -> dict[str, object]:
        settings = settings_of(*places, **options)
        pictures = {"pictures": showcase_settings.DEFAULTS["pictures"]}  # pelicanconf.py has some of its own
        return {**settings, "THEME": str(folder), "SHOWCASE": {**settings["SHOWCASE"], **pictures}}

    monkeypatch.setattr(once, "settings_of", with_theme)
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


@pytest.mark.posix
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


@pytest.mark.posix
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


@pytest.mark.posix
@pytest.mark.usefixtures("_cache_setting")
def test_a_finished_file_edited_unseen_is_made_again(tmp_path):
    """A page, a file of the search index, a picture: the time of writing can be set back, that of the change cannot."""
    write_profile(tmp_path / "content", "uji-satu", photo=True)
    showcase_settings.DEFAULTS |= {"cache": str(tmp_path / "cache"), "few": 0}  # from `few` on there is a search
    output = tmp_path / "out"
    for _time in range(2):  # the second time every file has links in both trees
        build(tmp_path / "content", output)
        tree = tree_of(output)
        patterns = ("index.html", "*.css", "*.pf_index", "*.avif")
        names = [min(output.rglob(pattern)) for pattern in patterns]
        for file in names:
            edit_in_place(file)
        assert sum(one != other for one, other in zip(tree.items(), tree_of(output).items(), strict=True)) == len(names)
        build(tmp_path / "content", output)
        assert tree_of(output) == tree
