"""Small real sites for tests: write profiles, build them with real Pelican, look at the files."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from PIL import Image
from tests.support.region import CONTENT

from showcase.build.outcome import Outcome
from showcase.commands import build as command

PROFILE = """---
nama: {name}
kecamatan: Sijuk
topik: pariwisata
akun: https://www.instagram.com/{handle}/
persetujuan:
  tanggal: 2026-01-02
  formulir: 7
  dewasa: ya
{more}---

Cerita tentang {name}.
"""


def write_profile(content: Path, slug: str, *, name: str = "", more: str = "", photo: bool = False) -> Path:
    """A good profile in a content folder; `more` are further lines of front matter."""
    folder = content / "kreator" / slug
    folder.mkdir(parents=True)
    text = PROFILE.format(name=name or f"Contoh {slug}", handle=slug.replace("-", "."), more=more)
    (folder / "index.md").write_text(text, encoding="utf-8")
    if photo:
        shade = hashlib.sha256(slug.encode()).digest()
        Image.new("RGB", (640, 640), tuple(shade[:3])).save(folder / "foto.jpg", quality=80)
    return folder


def office_of(content: Path) -> None:
    """The tests' region and pages in a content folder of its own."""
    for part in ("wilayah", "halaman", "kabar"):
        shutil.copytree(CONTENT / part, content / part)


def build(content: Path, output: Path, **options: bool) -> Outcome:
    """Build with real Pelican; the day is fixed by the caller's environment."""
    return command.build(content=content, output=output, **options)


def tree_of(output: Path) -> dict[str, str]:
    """Hash by path of every file of a site."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def soup(output: Path, path: str) -> BeautifulSoup:
    """One page of a site."""
    return BeautifulSoup((output / path / "index.html").read_text(encoding="utf-8"), "html.parser")


def addresses(page: Path) -> Iterator[str]:
    """Every address that a page names for the browser."""
    html = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    for tag in html.find_all(True):
        for attribute in ("href", "src", "data-icons"):
            if value := tag.get(attribute):
                yield str(value)
        for attribute in ("srcset", "data-srcset"):
            for candidate in str(tag.get(attribute, "")).split(","):
                if candidate.strip():
                    yield candidate.split()[0]
    for search in html.find_all(attrs={"data-index": True}):
        yield f"{search['data-index']}pagefind.js"
    refresh = html.find("meta", attrs={"http-equiv": "refresh"})
    if refresh:
        yield str(refresh["content"]).partition("url=")[2]


def broken_links(output: Path, base: str = "/") -> list[str]:
    """`page -> address` for every internal address that leads nowhere. base: the folder of the site on its host."""
    broken = []
    for page in output.rglob("*.html"):
        for address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            if not leads_somewhere(output, page, parts.path, parts.fragment, base):
                broken.append(f"{page.relative_to(output)} -> {address}")
    return broken


def leads_somewhere(output: Path, page: Path, path: str, fragment: str, base: str) -> bool:
    """Whether a path from a page is a file of the site, and its fragment an element there."""
    path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(base):
            return False
        target = output / path.removeprefix(base)
    else:
        target = (page.parent / path).resolve() if path else page
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.resolve().is_relative_to(output.resolve()):
        return False
    if fragment and target.suffix == ".html":
        return bool(BeautifulSoup(target.read_text(encoding="utf-8"), "html.parser").find(id=fragment))
    return not fragment or target.suffix == ".svg"
