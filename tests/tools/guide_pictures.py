"""Takes the guide's pictures of our own pages anew.

    PYTHONPATH=.:plugins .venv/bin/python -m tests.tools.guide_pictures

A site of the samples is built, opened in Chromium and photographed; what `check` says is asked of `check` itself. The
clock stands still, so that the same code gives the same pictures. The wireframes of GitHub's screens (the `.svg` beside
them) are drawn by hand. `tests/repository/test_guide.py` compares what the guide names with SHOTS.
"""

from __future__ import annotations

import html
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.conftest import find_chromium
from tests.support.browser_sites import DAY
from tests.support.browser_visit import FORM_READY
from tests.support.region import CONTENT
from tests.support.serving import serving
from tests.support.sites import build

from showcase import settings
from showcase.commands import check

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = PROJECT / "docs" / "gambar"
CACHE = PROJECT / ".cache" / "tests" / "samples"  # the samples' pictures, shared with the browser tests
NOON = "2026-11-24T05:00:00Z"
DESK, NARROW, PHONE = 1024, 720, 360
PHOTO = CONTENT / "kreator" / "contoh-kreator-pantai" / "dermaga.jpg"
# What the office fills in before the site goes public: the buttons and quiet links follow from it.
OFFICE = {
    "repositori:": "repositori: https://github.com/contoh/kreator",
    "dinas_whatsapp:": "dinas_whatsapp: 62812345678",
}
LINKS = "instagram.com/contoh.rina?igsh=abc\nhttps://www.tiktok.com/@contohrina\nhttps://vt.tiktok.com/ZSabc123/"
# A profile with the mistakes that are made most, and what `check` says of them.
MISTAKEN = """---
nama: Contoh Rina
kecamatan: Sijukk
topik: wisata
akun: "@contohrina"
persetujuan:
  tanggal: 2026-11-20
  formulir: 12/2026
  dewasa: ya
---
Saya merekam pantai.
"""
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 20px 24px; background: #fff; color: #1f2328; font: 15px/1.6 monospace; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
</style><pre>$ python3 tasks.py check
%s</pre>"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what is opened how wide, what is done there, and the parts that the picture holds."""

    path: str
    parts: str
    width: int = DESK
    prepare: Callable[[Any], None] | None = None
    most: int = 900  # px: what is lower is left off


def fill_links(page: Any) -> None:
    """Three accounts as they are pasted, the last of them a short link that cannot be used."""
    page.get_by_label("Akun (wajib)").fill(LINKS)
    page.get_by_label("Akun (wajib)").blur()


def fill_photo(page: Any) -> None:
    """A photo, ready, with the part of it that must be seen."""
    page.locator("#foto-berkas").set_input_files(PHOTO)
    page.get_by_text("Siap:").wait_for()
    crop = page.locator('[data-part="crop"]')
    box = crop.bounding_box()
    crop.click(position={"x": box["width"] * 0.5, "y": box["height"] * 0.6})


def fill_all(page: Any) -> None:
    """All that is needed, so that the files can be taken."""
    page.get_by_label("Nama (wajib)").fill("Contoh Rina")
    page.get_by_label("Kecamatan", exact=True).select_option("sijuk")
    page.get_by_label("Pariwisata", exact=True).check()
    page.get_by_label("Akun (wajib)").fill(LINKS.rpartition("\n")[0])
    page.get_by_label("Berusia 18 tahun ke atas").select_option("ya")
    if number := page.get_by_label("Formulir (wajib)").all():
        number[0].fill("12/2026")


def fill_all_with_photo(page: Any) -> None:
    """The same with a photo: two files to take."""
    fill_all(page)
    fill_photo(page)


def unfold_manage(page: Any) -> None:
    """The quiet links of a profile, opened."""
    page.get_by_text("Untuk pengelola", exact=True).first.click()


SHOTS = {
    "formulir-tautan": Shot("kelola/", "[data-where='akun']", prepare=fill_links),
    "formulir-foto": Shot("kelola/", "[data-part='photo']", prepare=fill_photo),
    "formulir-hasil": Shot("kelola/", ".kelola__out", prepare=fill_all_with_photo),
    "formulir-hp": Shot("kelola/?mode=kreator", ".kelola__out", width=PHONE, prepare=fill_all),
    "periksa": Shot("periksa.html", "pre", width=NARROW),
    "profil-pengelola": Shot("kreator/contoh-kreator-pantai/", "footer.fine", width=NARROW, prepare=unfold_manage),
    "pemberitahuan": Shot("kreator/contoh-ditarik/", "main", width=NARROW, most=680),
}


def main(folder: Path = PICTURES) -> int:
    """Take all pictures into a folder and tell their sizes."""
    with site_of_samples() as address, steady_browser() as browser:
        for name, shot in SHOTS.items():
            path = folder / f"{name}.webp"
            path.write_bytes(packed(taken(shot, address, browser)))
            print(f"{path.name}: {path.stat().st_size // 1000} kB")
    return 0


@contextmanager
def site_of_samples() -> Iterator[str]:
    """The address of a served site of the samples, as a public office would have it."""
    with tempfile.TemporaryDirectory() as base:
        content, output = Path(base) / "content", Path(base) / "site"
        shutil.copytree(CONTENT, content)
        about = content / "wilayah" / "situs.md"
        lines = about.read_text(encoding="utf-8").splitlines()
        about.write_text("\n".join(OFFICE.get(line, line) for line in lines) + "\n", encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", DAY)
            patch.setenv("SITEURL", "https://contoh.example")
            patch.setitem(settings.DEFAULTS, "cache", str(CACHE))
            patch.setitem(settings.DEFAULTS, "share_images", False)
            build(content, output)
            (output / "periksa.html").write_text(TERMINAL % html.escape(said_by_check(Path(base))), encoding="utf-8")
        with serving(output) as address:
            yield address


@contextmanager
def steady_browser() -> Iterator[Any]:
    """Chromium that draws letters alike on every screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        args = ["--no-sandbox", "--font-render-hinting=none"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=args)
        yield browser
        browser.close()


def said_by_check(base: Path) -> str:
    """What `check` answers to the mistaken profile."""
    folder = base / "keliru" / "kreator" / "contoh-rina"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(MISTAKEN, encoding="utf-8")
    answer = io.StringIO()
    check.run(base / "keliru", CONTENT, "text", answer)
    return answer.getvalue().strip()


def taken(shot: Shot, address: str, browser: Any) -> Image.Image:
    """The screen of one shot, cut to its parts."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": 900}, locale="id-ID", timezone_id="Asia/Jakarta",
        color_scheme="light", reduced_motion="reduce", device_scale_factor=1.5,
    )  # fmt: skip
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    page.goto(address + shot.path)
    if shot.path.startswith("kelola/"):
        page.wait_for_selector(FORM_READY)
    if shot.prepare:
        shot.prepare(page)
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    page.evaluate("document.fonts.ready")
    box = page.locator(shot.parts).last.bounding_box()
    height = min(box["height"], shot.most)
    edge = 12 if box["x"] >= 12 else 0
    clip = {"x": box["x"] - edge, "y": box["y"] - edge, "width": box["width"] + 2 * edge, "height": height + 2 * edge}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip)))
    context.close()
    return picture.convert("RGB")


def packed(picture: Image.Image) -> bytes:
    """A small file that still shows letters sharply."""
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=80, method=6)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
