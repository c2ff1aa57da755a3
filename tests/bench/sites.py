"""This project as a contender of the benchmark, and what a contender is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.pictures import DEFAULT_RECIPE, Recipe, recipe_from

from .people import Person

OURS = "situs-ini"
OURS_DEFAULT = "situs-ini-resep-bawaan"
PHOTO_NAMES = ("potret.jpg", "karya.jpg")
PHOTO_USES = ("portrait", "work")
# What the peers make of a photo: WebP of three widths and one JPEG.
_USE = {"widths": [320, 640, 960], "ratio": None}
PEER_PICTURES: dict[str, object] = {
    "formats": ["webp", "jpeg"],
    "quality": {"webp": 75, "jpeg": 75},
    "uses": {"portrait": _USE, "card": _USE, "work": _USE},
}

Write = Callable[[Path, Sequence[Person], Sequence[Path]], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """Roughly how many seconds a cold build takes, on two cores: to start, a creator, a photo."""

    start: float
    creator: float
    photo: float

    def cold(self, creators: int, photos: int, cores: int) -> float:
        """Seconds from nothing."""
        return self.warm(creators) + self.photo * photos * 2 / cores

    def warm(self, creators: int) -> float:
        """Seconds with all pictures there."""
        return self.start + self.creator * creators


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to build the same site.

    write(folder, people, photos): makes the site's sources, two photos a person or none. command: run in `folder`.
    made: what a cold build starts without. output: where the pages lie. page, edited: a person's page in it and
    source, `{}` for the slug. cold_only: of interest for its first build alone.
    """

    key: str
    name: str
    version: str
    write: Write
    command: tuple[str, ...]
    made: tuple[str, ...]
    output: str
    page: str
    edited: str
    pace: Pace
    cold_only: bool = False


def ours(root: Path, version: str) -> Contender:
    """This project, asked for the same pictures as its peers, without what they do not make."""
    return _ours(root, OURS, "situs ini", version, PEER_PICTURES, Pace(0.7, 0.002, 0.08))


def ours_by_default(root: Path, version: str) -> Contender:
    """This project with the pictures that it makes unless told otherwise; only its cold build is of interest."""
    return _ours(root, OURS_DEFAULT, "situs ini, resep bawaan", version, {}, Pace(0.7, 0.002, 0.16), cold_only=True)


def recipe_of(contender: Contender) -> Recipe:
    """What one of our two contenders makes of a photo."""
    return DEFAULT_RECIPE if contender.cold_only else recipe_from(PEER_PICTURES)


def _ours(
    root: Path, key: str, name: str, version: str, pictures: dict[str, object], pace: Pace, *, cold_only: bool = False
) -> Contender:
    return Contender(
        key=key,
        name=name,
        version=version,
        write=lambda folder, people, photos: _write(folder, people, photos, root, pictures),
        command=(sys.executable, "-m", "pelican", "-s", "benchconf.py", "--fatal", "errors"),
        made=("output", "cache"),
        output="output",
        page="kreator/{}/index.html",
        edited="content/kreator/{}/index.md",
        pace=pace,
        cold_only=cold_only,
    )


def _write(
    folder: Path, people: Sequence[Person], photos: Sequence[Path], root: Path, pictures: dict[str, object]
) -> None:
    settings = f"""import sys
sys.path.insert(0, {str(root)!r})
from pelicanconf import *
PATH, OUTPUT_PATH, SITEURL = "content", "output", "https://contoh.test"
SHOWCASE = {{"pictures": {pictures!r}, "cache": {str(folder / "cache")!r}, "share_images": False, "search": False}}
"""
    put(folder / "benchconf.py", settings)
    for empty in ("kabar", "halaman"):  # else the project's own news and pages would be built too
        (folder / "content" / empty).mkdir(parents=True, exist_ok=True)
    for number, person in enumerate(people):
        own = photos[2 * number : 2 * number + 2]
        place = folder / "content" / "kreator" / person.slug
        put(place / "index.md", _profile(person, bool(own)))
        for name, photo in zip(PHOTO_NAMES, own, strict=False):
            put_photo(photo, place / name)


def _profile(person: Person, photos: bool) -> str:
    front = [
        f"nama: {person.name}",
        f"ringkasan: {person.tagline[:90]}",
        f"kecamatan: {person.district}",
        f"topik: {', '.join(person.topics)}",
        "akun:",
        *(f"  - {url}" for _platform, url in person.channels),
        "karya:",
    ]
    for number, url in enumerate(person.works, start=1):
        front += [f"  - judul: Karya {number}", f"    tautan: {url}"]
    if photos:
        front += ["  - judul: Foto karya", f"    foto: {PHOTO_NAMES[1]}", "    keterangan: Foto karya"]
        front += [f"foto: {PHOTO_NAMES[0]}"]
    front += [
        "persetujuan:",
        "  tanggal: 2024-06-08",
        "  formulir: 1",
        "  dewasa: ya",
        "  lingkup: foto, kontak, karya",
    ]
    return "---\n" + "\n".join(front) + f"\n---\n\n{person.story}\n"


def put(path: Path, text: str) -> None:
    """Write a source, unless it is there already: what is kept from an earlier run stays untouched."""
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def put_photo(photo: Path, path: Path) -> None:
    """The same file at another place, without a copy where the disk allows it."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(photo, path)
    except OSError:
        shutil.copyfile(photo, path)
