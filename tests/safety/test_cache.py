"""The cache of a build knows nobody but those whom that build has published, whoever else is in the content."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.build.test_build import write_broken_photo
from tests.support.sites import build, write_profile

from showcase import settings as showcase_settings
from showcase.cache.cache import FOLDER, Cache, begun

PROJECT = Path(__file__).parents[2]
# What each of them has that no public page may tell; `lulus` is the one that is published.
WORD = "Kata{}rahasia"
NUMBER = "62812345678{:02}"


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")  # 24 November 2026
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")


def person(content: Path, number: int, more: str = "", consent: str = "", *, photo: bool = True) -> Path:
    """Somebody with a word and a number of their own in name, story and contact."""
    word, slug = WORD.format(number), f"uji-{number}"
    lines = f"  lingkup: foto, kontak, karya\n{consent}whatsapp: {NUMBER.format(number)}\nhubungi: whatsapp\n{more}"
    folder = write_profile(content, slug, name=f"Contoh {word}", more=lines, photo=photo)
    with (folder / "index.md").open("a", encoding="utf-8") as file:
        file.write(f"\nDi sini {word} bercerita.\n")
    return folder


# Why somebody is not seen: what their profile says. All of them lie beside the same good neighbours.
UNSEEN = {
    "hidden": ("status: sembunyi\n", ""),
    "hidden community": ("status: sembunyi\njenis: komunitas\n", ""),
    "withdrawn, the rest still there": ("status: ditarik\n", ""),
    "a key that is none, with an identity number": ("nik: 1901010101900001\n", ""),
    "consent ran out, days of grace over": ("", "  berlaku_sampai: 2026-09-30\n"),
    "hidden and run out": ("status: sembunyi\n", "  berlaku_sampai: 2026-09-30\n"),
    "a topic that is none": ("topik: ikan\n", ""),
    "shares an account with one who is published": ("", ""),
    "a photo that is none": ("", ""),
    "a photo that breaks when it is drawn": ("", ""),
}


def fill(content: Path, *, breaking: bool = True) -> None:
    """Three who are published, and everybody of the table. breaking: with a photo that only the encoder finds bad,
    for which a build plans twice."""
    person(content, 20)
    person(content, 21)
    share_account(person(content, 22))
    for number, (more, consent) in enumerate(UNSEEN.values(), 30):
        person(content, number, more, consent)
    share_account(content / "kreator/uji-37")
    (content / "kreator/uji-38/foto.jpg").write_bytes(b"bukan foto")
    (content / "kreator/uji-39/foto.jpg").unlink()
    if breaking:
        write_broken_photo(content / "kreator/uji-39")
    else:
        shutil.rmtree(content / "kreator/uji-39")


def share_account(folder: Path) -> None:
    index = folder / "index.md"
    index.write_text(re.sub(r"(?m)^akun: .*$", "akun: https://www.instagram.com/akun.bersama/", index.read_text()))


def said(data: bytes) -> Iterator[bytes]:
    """All that bytes say: as they are, unpacked, and unpacked again what lies in them."""
    yield data
    for skip in (0, 20):  # a memory begins with the hash of itself
        try:
            yield from spread(msgspec.msgpack.decode(data[skip:]))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    for start in (found.start() for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[start:])
        except zlib.error:
            continue


def spread(value: object) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield from said(value) if len(value) > 20 else [value]
    elif isinstance(value, str):
        yield value.encode()
    elif isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from spread(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from spread(one)


def known_to(cache: Path) -> set[int]:
    """Numbers of all who are told of by word, number, address or account anywhere in a cache."""
    told = rb"Kata(\d\d)rahasia|62812345678(\d\d)|uji-(\d\d)|uji\.(\d\d)"
    found = set()
    for path in cache.rglob("*"):
        if path.is_file():
            for text in (path.name.encode(), *said(path.read_bytes())):
                found |= {int(next(filter(None, groups))) for groups in re.findall(told, text)}
    return found


@pytest.mark.parametrize("breaking", [True, False])
def test_a_public_build_keeps_nobody_whom_it_does_not_publish(tmp_path, breaking):
    fill(tmp_path / "isi", breaking=breaking)
    outcome = build(tmp_path / "isi", tmp_path / "situs", public=True, hold_back=True)
    published = {path.parent.name for path in (tmp_path / "situs/kreator").glob("*/index.html")}
    assert {"uji-20", "uji-21", "uji-22"} <= published
    assert set(outcome.held_back) == {f"uji-{number}" for number in (33, 36, 37, 38, 39)[: 4 + breaking]}
    assert known_to(tmp_path / "cache") == {20, 21, 22}
    raw = b"".join(path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file())
    assert b"1901010101900001" not in raw


def test_what_one_build_knows_spares_the_next_one_the_reading(tmp_path, monkeypatch):
    """The published ones are remembered: else this file would prove nothing."""
    for number in range(20, 23):
        person(tmp_path / "isi", number)
    build(tmp_path / "isi", tmp_path / "situs", public=True, hold_back=True)
    assert known_to(tmp_path / "cache") == {20, 21, 22}


def test_the_number_of_a_consent_that_has_ended_is_not_kept(tmp_path):
    """Within the days of grace the profile is shown, without its contact."""
    person(tmp_path / "isi", 20)
    person(tmp_path / "isi", 21, consent="  berlaku_sampai: 2026-11-20\n")
    build(tmp_path / "isi", tmp_path / "situs", public=True)
    assert (tmp_path / "situs/kreator/uji-21/index.html").is_file()
    raw = b"".join(path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file())
    assert NUMBER.format(20).encode() in raw
    assert NUMBER.format(21).encode() not in raw


def test_every_picture_in_the_cache_is_one_of_the_site(tmp_path):
    """So the folder of pictures may be saved by a workflow, and nothing else may."""
    fill(tmp_path / "isi")
    build(tmp_path / "isi", tmp_path / "situs", public=True, hold_back=True)
    public = {path.read_bytes() for path in (tmp_path / "situs/gambar").iterdir()}
    kept = [path for path in (tmp_path / "cache/gambar").rglob("*") if path.is_file()]
    assert kept
    assert [path.name for path in kept if not path.name.endswith("-sums") and path.read_bytes() not in public] == []


# --- builds that were killed ---

KILLED = """
import os, sys; sys.path[:0] = [sys.argv[1] + '/plugins', sys.argv[1]]
from pathlib import Path
from showcase import settings
from showcase.commands import build
settings.DEFAULTS['cache'] = sys.argv[4]
moment, after = sys.argv[5].rsplit('#', 1)
module, _, name = moment.rpartition('.')
import importlib
owner, _, kind = module.partition(':')
owner = importlib.import_module(owner)
owner = getattr(owner, kind) if kind else owner
real, left = getattr(owner, name), [int(after)]
def last(*given, **options):
    if not left[0]:
        os.kill(os.getpid(), 9)
    left[0] -= 1
    return real(*given, **options)
setattr(owner, name, last)
build.run(content=Path(sys.argv[2]), output=Path(sys.argv[3]), public=True, hold_back=True)
"""
# Where a build is killed: before such a call, so many calls later.
MOMENTS = [
    "pathlib:Path.replace#0",  # a picture is written and has not its name yet
    "pathlib:Path.replace#3",
    "showcase.pictures.store.write_atomically#2",  # a picture is made
    "showcase.cache.cache.write_atomically#0",  # results are there to be saved
    "showcase.cache.cache:Path.unlink#0",  # results are written and have not their name yet
    "showcase.outputs.search._run_pagefind#0",  # the indexer's own copies of all texts lie ready
    "showcase.publish.tree:Tree.settle#0",
    "showcase.publish.tree:Tree.swap#0",
    "showcase.publish.reuse:ReusableFiles.save#0",  # the site is in place, and what is known of it is not
    "showcase.cache.cache:Results.save#2",
]


def killed_build(tmp_path: Path, moment: str) -> None:
    command = [sys.executable, "-c", KILLED, *map(str, (PROJECT, tmp_path / "isi", tmp_path / "situs"))]
    around = {**os.environ, "TMPDIR": str(tmp_path / "sementara")}
    run = subprocess.run([*command, str(tmp_path / "cache"), moment], env=around, capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()


def withdraw(content: Path) -> None:
    (content / "kreator/uji-50/foto.jpg").unlink()
    (content / "kreator/uji-50/index.md").write_text("---\nstatus: ditarik\n---\n", encoding="utf-8")


def delete(content: Path) -> None:
    shutil.rmtree(content / "kreator/uji-50")


@pytest.mark.posix
@pytest.mark.parametrize("leave", [withdraw, delete])
@pytest.mark.parametrize("moment", MOMENTS)
def test_one_build_forgets_whoever_left_after_a_killed_one(tmp_path, moment, leave):
    content, site, cache = (tmp_path / name for name in ("isi", "situs", "cache"))
    (tmp_path / "sementara").mkdir()
    person(content, 20)
    for number in range(12 if "pagefind" in moment else 0):  # below that there is no search
        write_profile(content, f"tetangga-{number}")
    build(content, site, public=True, hold_back=True)
    person(content, 50)
    killed_build(tmp_path, moment)
    leave(content)
    build(content, site, public=True, hold_back=True)
    assert known_to(cache) == {20}
    assert known_to(tmp_path / ".situs.staging") <= {20}
    assert known_to(tmp_path / "sementara") == set()
    assert begun(cache) == ()
    assert [path.name for path in (cache / "gambar").rglob(".*")] == []


def test_a_build_that_failed_is_followed_by_a_whole_one(tmp_path):
    """Content that is again as it was does not hide what a build in between has kept."""
    content, site = tmp_path / "isi", tmp_path / "situs"
    person(content, 20)
    build(content, site, public=True)
    person(content, 50)
    (content / "kreator/uji-50/index.md").rename(content / "kreator/uji-50/lain.md")
    with pytest.raises(showcase_settings.ToolFailure.__base__):
        build(content, site, public=True)
    assert begun(tmp_path / "cache")
    delete(content)
    build(content, site, public=True)
    assert begun(tmp_path / "cache") == ()


def test_what_others_left_is_cleared_whatever_their_number(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    keep = ["profil.0", "halaman-0f.a"]
    for name in [*keep, ".profil.3.0a1b2c3d.part", "profil.3.12345", "belum-selesai.7", ".sesuatu"]:
        (folder / name).write_bytes(b"x")
    cache = Cache(tmp_path, b"")
    cache.begin()
    assert {path.name for path in folder.iterdir()} == {*keep, "belum-selesai.7", f"belum-selesai.{os.getpid()}"}
    cache.end()
    assert {path.name for path in folder.iterdir()} == set(keep)


# --- what other commands left ---


def test_a_report_that_names_somebody_who_left_goes_with_the_next_build(tmp_path):
    person(tmp_path / "isi", 20)
    person(tmp_path / "isi", 50)
    folder = tmp_path / ".cache"
    folder.mkdir()
    reports = {"tautan.md": "uji-50", "tautan.json": "uji-20", ".tautan.md.0a1b2c3d.part": "uji-20"}
    for name, slug in reports.items():
        (folder / name).write_text(f"`https://contoh.example/` (kreator/{slug}/index.md:5)", encoding="utf-8")
    build(tmp_path / "isi", tmp_path / "situs")
    assert {path.name for path in folder.iterdir()} == {"tautan.md", "tautan.json"}, "both are shown"
    delete(tmp_path / "isi")
    build(tmp_path / "isi", tmp_path / "situs")
    assert [path.name for path in folder.iterdir()] == ["tautan.json"]
