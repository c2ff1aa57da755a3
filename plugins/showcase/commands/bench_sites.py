"""The same invented creators, written for this project and for each peer of the benchmark."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

WORDS = tuple(
    "pantai laut pulau granit warung kopi ikan budaya tari wisata kampung nelayan perahu mercusuar sekolah cerita "  # noqa: SIM905
    "video kamera senja pasir hutan danau pasar usaha kriya musik dan di dengan untuk yang dari warga muda".split()
)
TOPICS = ("pariwisata", "umkm", "seni-budaya", "pembangunan")
DISTRICTS = ("tanjungpandan", "sijuk", "badau", "membalong", "selat-nasik")
SEED = 4  # the same creators in every run
JPEG_START = b"\xff\xd8"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented creator. words: four paragraphs."""

    slug: str
    name: str
    topics: tuple[str, ...]
    district: str
    words: str


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to build the same site.

    write(folder, people, photos): makes the site's sources. command: run in `folder`. made: what a cold build starts
    without. output: where the pages lie. edited: glob of the files one of which is edited.
    """

    name: str
    write: Callable[[Path, Sequence[Person], Sequence[bytes]], None]
    command: tuple[str, ...]
    made: tuple[str, ...]
    output: str
    edited: str
    photos: bool = False


def invent(count: int) -> list[Person]:
    """`count` creators, the same in every run."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark, not a secret
    people = []
    for number in range(count):
        paragraphs = [" ".join(chance.choices(WORDS, k=45)).capitalize() + "." for _ in range(4)]
        topics = tuple(chance.sample(TOPICS, chance.randint(1, 3)))
        name = f"Contoh {chance.choice(WORDS).capitalize()} {number}"
        people.append(Person(f"contoh-{number:05d}", name, topics, chance.choice(DISTRICTS), "\n\n".join(paragraphs)))
    return people


def different(photo: bytes, number: int) -> bytes:
    """The same picture as other bytes: a JPEG comment keeps the cache from taking two for one."""
    text = str(number).encode()
    return JPEG_START + b"\xff\xfe" + (len(text) + 2).to_bytes(2, "big") + text + photo.removeprefix(JPEG_START)


def contenders(root: Path) -> list[Contender]:
    """This project, with and without photos, and every peer that is installed."""
    module = (sys.executable, "-m", "pelican", "-s", "benchconf.py", "--fatal", "errors")
    ours = ("output", "cache")
    profiles = "content/kreator/*/index.md"
    found = [
        Contender("situs ini", _ours(root), module, ours, "output", profiles, photos=True),
        Contender("situs ini, tanpa foto", _ours(root), module, ours, "output", profiles),
        Contender("Pelican polos, tanpa foto", _pelican, module, ("output",), "output", "content/*.md"),
    ]
    hugo = shutil.which("hugo")
    if hugo:
        command = (hugo, "--quiet")
        found.append(Contender("Hugo, tanpa foto", _hugo, command, ("public", "resources"), "public", "content/*/*.md"))
    return found


def _ours(root: Path) -> Callable[[Path, Sequence[Person], Sequence[bytes]], None]:
    def write(folder: Path, people: Sequence[Person], photos: Sequence[bytes]) -> None:
        settings = f"""import sys
sys.path.insert(0, {str(root)!r})
from pelicanconf import *
PATH, OUTPUT_PATH = "content", "output"
SHOWCASE = {{**SHOWCASE, "cache": {str(folder / "cache")!r}, "share_images": False, "search": False}}
"""
        _put(folder / "benchconf.py", settings)
        source = cycle(photos)
        for number, person in enumerate(people):
            place = folder / "content" / "kreator" / person.slug
            front = [
                f"nama: {person.name}",
                f"kecamatan: {person.district}",
                f"topik: {', '.join(person.topics)}",
                f"akun: https://www.tiktok.com/@contoh{number}",
                "persetujuan:\n  tanggal: 2024-06-08\n  formulir: 1\n  dewasa: ya",
            ]
            if photos:
                front.append("foto: potret.jpg")
                front.append("karya:\n  - judul: Foto karya\n    foto: karya.jpg\n    keterangan: Foto karya")
            _put(place / "index.md", "---\n" + "\n".join(front) + f"\n---\n\n{person.words}\n")
            for offset, name in enumerate(("potret.jpg", "karya.jpg") if photos else ()):
                (place / name).write_bytes(different(next(source), 2 * number + offset))

    return write


def _pelican(folder: Path, people: Sequence[Person], _photos: Sequence[bytes]) -> None:
    settings = """SITENAME, SITEURL, TIMEZONE, PATH, THEME = "Contoh", "", "UTC", "content", "simple"
PLUGINS = []
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_DOMAIN = "https://contoh.test"
"""
    _put(folder / "benchconf.py", settings)
    for person in people:
        front = [f"Title: {person.name}", "Date: 2024-06-08", f"Category: {person.district}", f"Slug: {person.slug}"]
        front.append(f"Tags: {', '.join(person.topics)}")
        _put(folder / "content" / f"{person.slug}.md", "\n".join([*front, "", person.words, ""]))


def _hugo(folder: Path, people: Sequence[Person], _photos: Sequence[bytes]) -> None:
    settings = 'baseURL = "https://contoh.test/"\ntitle = "Contoh"\n[taxonomies]\ntag = "tags"\nplace = "places"\n'
    _put(folder / "hugo.toml", settings)
    page = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
    _put(folder / "layouts" / "_default" / "single.html", page + "{{ .Content }}")
    listing = "{{ range .Paginator.Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ .Summary }}{{ end }}"
    _put(folder / "layouts" / "_default" / "list.html", page + listing)
    for person in people:
        front = [f"title: {person.name}", "date: 2024-06-08", f"places: [{person.district}]"]
        front.append(f"tags: [{', '.join(person.topics)}]")
        path = folder / "content" / "kreator" / f"{person.slug}.md"
        _put(path, "\n".join(["---", *front, "---", "", person.words, ""]))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
