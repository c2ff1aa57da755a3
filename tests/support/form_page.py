"""The form page as tests use it: opened in a browser, its fillings generated, its files checked as staff would."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from PIL import Image
from tests.support.browser_visit import FORM_READY
from tests.support.region import CONTENT

from showcase.content import read_content
from showcase.content.region_day import region_day
from showcase.diagnostics.fault import Fault
from showcase.schema import PROFILE, Key

CONSENTED = "Saya setuju data dalam pesan ini ditampilkan"  # how the sentence of consent begins
PROJECT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 24)  # of the built site; a browser's clock may be later, so generated days are earlier
CHANNELS = (
    "instagram.com/contoh.{n}?igsh=x", "https://www.tiktok.com/@contoh{n}?_t=1", "https://youtube.com/@Contoh{n}",
    "https://www.facebook.com/contoh{n}", "contoh{n}.example/toko?utm_source=ig",
)  # fmt: skip
WORKS = (
    "https://youtu.be/contoh{n:05d}?si=x", "https://www.instagram.com/reel/Contoh{n:05d}/?igsh=x",
    "https://www.tiktok.com/@contoh/video/70000000000000{n:05d}?_r=1", "https://contoh.example/karya/{n}",
)  # fmt: skip
VILLAGES = {"tanjungpandan": "Parit", "sijuk": "Keciput", "membalong": "Simpang Rusa"}

# What people type, and what would mean something in YAML, Markdown or a regular expression.
CHARACTERS = st.one_of(
    st.sampled_from(string.ascii_letters + " " * 8 + "0123456789"),
    st.sampled_from("\"'#:&*!|>@`%{}[],-=?\\~“”‘’«»—…é√ñ✨👩🏽‍🌾\u200b\u00a0\u202e\ufe0f\tпя"),
    st.characters(exclude_categories=["Cs"]),
)
LINE = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=60),
    st.sampled_from(
        ["Kopi: asli Belitung #1", "@rina", "Jum'at Kliwon", "'kutip'", '"dua"', "“melengkung”", "- tanda", "*bintang",
         "&jangkar isi", "!seru", "| pipa", "> lebih", "[kurung]", "{kurawal}", "# pagar", "No", "2024", "12:30",
         "nama: Budi", "status: ditarik", "---", "a,b", "%persen", "? tanya", "~", "null", "\\n", "'", '"', "''", "x'"]
    ),
)  # fmt: skip


def days() -> st.SearchStrategy[str]:
    """ISO days before the tests' own."""
    return st.dates(date(2020, 1, 1), date(2025, 12, 31)).map(date.isoformat)


def _choices(key: Key) -> st.SearchStrategy[Any]:
    regional = {
        "service": ("foto-produk", "foto-acara"),
        "serves": ("semua", "sijuk"),
        "language": ("indonesia", "inggris"),
    }
    values = key.values or regional[key.source]
    return st.lists(st.sampled_from(values), min_size=1, max_size=key.limits[1], unique=True)


def _number(key: Key) -> st.SearchStrategy[str]:
    return st.integers(*key.limits).map(str)


def _links(shapes: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(lambda shape, n: shape.format(n=n), st.sampled_from(shapes), st.integers(1, 99999))


KINDS: dict[str, Any] = {
    "line": lambda _key: LINE,
    "lines": lambda key: st.lists(LINE, min_size=1, max_size=key.limits[1]).map(", ".join),
    "choice": lambda key: st.sampled_from([value for value in key.values if value not in ("ditarik", "contoh")]),
    "choices": _choices,
    "slugs": lambda _key: st.just([]),  # other profiles are not there
    "place": lambda key: st.sampled_from({"place": ["tanjung-kelayang"], "service": ["foto-produk"]}[key.source]),
    "yes": lambda _key: st.sampled_from(["ya", "tidak"]),
    "date": lambda _key: days(),
    "number": _number,
    "money": _number,
    "picture": lambda _key: st.just(""),
    "pictures": lambda _key: st.just([]),
    "link": lambda _key: _links(WORKS),
    "links": lambda _key: st.lists(_links(CHANNELS), min_size=1, max_size=5),
    "phone": lambda _key: st.sampled_from(["0812-0000-0000", "+62 812 3456 789", "62812345678"]),
    "email": lambda _key: st.sampled_from(["halo@contoh.id", "Toko.Kopi+1@Contoh.co.id"]),
    "licence": lambda _key: LINE,
    "table": lambda key: fillings(key.keys),
    "tables": lambda key: st.lists(fillings(key.keys), max_size=4),
}


def fillings(keys: tuple[Key, ...] = PROFILE) -> st.SearchStrategy[dict[str, Any]]:
    """Values as the fields of the page give them; what is needed is there, the rest may be."""
    needed = {key.name: KINDS[key.kind](key) for key in keys if key.needed}
    free = {
        key.name: KINDS[key.kind](key) for key in keys if not key.needed and (key.source not in ("district", "village"))
    }
    return st.fixed_dictionaries(needed, optional=free)


def profiles(*, albums: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Fillings whose parts mostly go together: an adult, a village of its district. albums: works of photos too."""

    def together(filled: dict[str, Any], district: str) -> dict[str, Any]:
        filled["persetujuan"] |= {"dewasa": "ya", "lingkup": ["foto", "kontak", "karya"]}
        filled["persetujuan"].pop("berlaku_sampai", None)
        for name in ("fokus", "kredit_foto", "diperiksa", "hubungi"):
            filled.pop(name, None)
        for number, work in enumerate(filled.get("karya", [])):
            work.setdefault("tautan", WORKS[0].format(n=number))
            if albums and number % 2:
                del work["tautan"]
                work["foto"] = [f"album-{number}-{photo}.jpg" for photo in range(number)]
        if filled.get("jenis") != "komunitas":
            filled.pop("jumlah_anggota", None)
        return filled | ({"kecamatan": district, "desa": VILLAGES[district]} if district else {})

    return st.builds(together, fillings(), st.sampled_from(["", *VILLAGES]))


STORIES = st.one_of(
    st.text(CHARACTERS, max_size=200),
    st.lists(LINE, max_size=8).map("\n".join),
    st.sampled_from(["", "## Judul\n\n- satu\n- dua\n\nhttps://www.youtube.com/watch?v=contoh00004", "a\n---\nb",
                     "&shy;", "![](x.jpg)", "> " * 9 + "dalam", "[" * 200, "0812 3456 7890", "surel@contoh.id"]),
)  # fmt: skip


def faults_of(content: Path, slug: str, text: str) -> list[Fault]:
    """What `check` finds in a profile's text. content: an empty folder, or one of an earlier call."""
    folder = content / "kreator" / slug
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(sorted(set(re.findall(r"album-\d-\d\.jpg", text)))):
        Image.new("RGB", (600, 400), (40 * number, 90, 160)).save(folder / name)
    (folder / "index.md").write_text(text, encoding="utf-8", newline="\n")
    home = CONTENT
    return list(read_content(content, home, region_day(content, home)).faults)


@contextmanager
def opening(chromium: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the page at a size; a script that fails, or a rule of the policy that is broken, is an error at the end."""
    contexts, complaints = [], []

    def open_page(query: str = "", width: int = 1280, change: Callable[[Any], Any] | None = None) -> Any:
        context = chromium.new_context(
            locale="id-ID", timezone_id="Asia/Jakarta", viewport={"width": width, "height": 800}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        if change:
            page.route("**/kelola/data.json", lambda route: route.fulfill(json=change(route.fetch().json())))
        page.goto(f"{address}kelola/{query}")
        page.wait_for_selector(FORM_READY)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def fill(page: Any, *, form_number: str = "12/2026") -> None:
    """What everybody fills in."""
    page.get_by_label("Nama (wajib)").fill("Contoh Rina: pantai")
    page.get_by_label("Kecamatan", exact=True).select_option("sijuk")
    page.get_by_label("Desa", exact=True).select_option("Keciput")
    page.get_by_label("Pariwisata", exact=True).check()
    page.get_by_label("Akun (wajib)").fill(
        "instagram.com/contoh.rina.form?igsh=abc\nhttps://www.tiktok.com/@contohrinaform?_t=1"
    )
    page.get_by_role("button", name="Tambah karya").click()
    page.locator('[data-where="karya.0.tautan"] input').fill("https://youtu.be/contoh90001?si=abc")
    page.get_by_label("Berusia 18 tahun ke atas").select_option("ya")
    if form_number:
        page.get_by_label("Formulir (wajib)").fill(form_number)
    page.get_by_label("Cerita", exact=True).fill("Saya merekam pantai.\n\nSetiap pagi.")


def saved(page: Any, button: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()


def phone_photo() -> bytes:
    """A 12-megapixel photo lying on its side, with a place and a camera in it; its top is red once it is upright."""
    picture = Image.new("RGB", (4000, 3000), (30, 90, 160))
    picture.paste((220, 30, 30), (0, 0, 1000, 3000))  # left as stored is the top after a quarter turn
    exif = picture.getexif()
    exif[274], exif[271] = 6, "Contoh"
    exif.get_ifd(0x8825).update({1: "S", 2: (2.0, 33.0, 0.0), 3: "E", 4: (107.0, 40.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, exif=exif, comment=b"rahasia")
    return out.getvalue()
