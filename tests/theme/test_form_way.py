"""The whole way: a form filled in a browser, its files in a content folder, checked, built, and the page opened."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from tests.support.form_page import CONSENTED, PROJECT, fill, opening, phone_photo, saved
from tests.support.photos import saved as picture_bytes
from tests.support.photos import scene
from tests.support.serving import serving
from tests.support.sites import build

SLUG = "contoh-rina-pantai"
WHATSAPP = ("IMG-20260512-WA0007.jpg", "WhatsApp Image 2026-05-12 at 10.11.12.jpeg")
NAMES = ("img-20260512-wa0007.jpg", "whatsapp-image-2026-05-12-at-10-11-12.jpg")


@pytest.fixture
def opened(chromium, sites):
    """Opens the page; a script that fails, or a rule of the policy that is broken, fails the test."""
    with opening(chromium, sites("samples").address) as open_page:
        yield open_page


def picked(name: str, data: bytes) -> dict[str, object]:
    """A file as somebody picks it."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def add_album(page) -> None:
    """A second work, made of two photos that came by WhatsApp, and a cover for the first."""
    first = page.locator('[data-where="karya.0.sampul"]')
    page.locator(".karya > li").first.locator("summary").click()
    first.locator("input").set_input_files(picked(WHATSAPP[0], picture_bytes(scene(900, 600))))
    first.locator("img").wait_for()
    page.get_by_role("button", name="Tambah karya").click()
    album = page.locator('[data-where="karya.1.foto"]')
    album.locator("input").set_input_files(
        [picked(WHATSAPP[0], phone_photo()), picked(WHATSAPP[1], picture_bytes(scene(700, 700)))]
    )
    album.locator("img").nth(1).wait_for()
    page.locator(".karya > li").nth(1).locator("summary").click()
    page.locator('[data-where="karya.1.judul"] input').fill("Pagi di pantai")
    page.locator('[data-where="karya.1.keterangan"] input').fill("Perahu di pantai pada pagi hari")


def portrait(page) -> None:
    """The creator's photo, chosen and ready."""
    page.locator("#foto-berkas").set_input_files(picked(WHATSAPP[0], phone_photo()))
    page.get_by_text("Siap: 1536×2048").wait_for()


def offered(page) -> list[str]:
    """The files that the page offers, in order."""
    return [button.removeprefix("Unduh ") for button in page.locator('[data-part="files"] button').all_inner_texts()]


def put_files(page, content: Path) -> Path:
    """All files of the page in the creator's folder, as after the upload."""
    folder = content / "kreator" / SLUG
    folder.mkdir(parents=True)
    for name in offered(page):
        (folder / name).write_bytes(saved(page, f"Unduh {name}"))
    return folder


def segments(data: bytes) -> set[int]:
    """The markers of a JPEG before its pixels."""
    at, found = 2, set()
    while data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return found


def test_staff_at_a_desk_from_the_form_to_the_page(opened, chromium, tmp_path):
    page = opened()
    fill(page)
    portrait(page)
    add_album(page)
    content = tmp_path / "content"
    folder = put_files(page, content)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["index.md", "foto.jpg", NAMES[0], "img-20260512-wa0007-2.jpg", NAMES[1]]
    )
    checked = subprocess.run(
        [sys.executable, "tasks.py", "check", "--content", str(content)],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (checked.returncode, ": P" in checked.stdout) == (0, False), checked.stdout + checked.stderr
    output = tmp_path / "output"
    build(content, output)
    with serving(output) as address:
        seen = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        seen.goto(f"{address}kreator/{SLUG}/")
        assert seen.locator("h1").inner_text() == "Contoh Rina: pantai"
        seen.wait_for_function("[...document.images].slice(0, 1).every((one) => one.complete && one.naturalWidth)")
        links = seen.eval_on_selector_all("main a", "all => all.map((one) => one.href)")
        assert "https://www.instagram.com/contoh.rina.form/" in links
        assert "https://www.tiktok.com/@contohrinaform" in links
        assert seen.get_by_text("Pagi di pantai").count()
        seen.context.close()


def test_a_creator_on_a_phone_gives_staff_the_same_files(opened, tmp_path):
    phone = opened("?mode=kreator", width=360)
    fill(phone, form_number="")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    message = phone.locator('[data-part="file"]').text_content()
    assert CONSENTED in message
    pasted, direct = opened(), opened()
    pasted.get_by_text("Buka profil yang ada").click()
    pasted.get_by_label("Isi index.md atau pesan WhatsApp").fill(f"[10.12, 23/11/2026] Rina: {message}")
    pasted.get_by_role("button", name="Isi formulir dari teks ini").click()
    pasted.get_by_label("Formulir (wajib)").fill("12/2026")
    fill(direct)
    portrait(pasted)
    portrait(direct)
    folders = [put_files(pasted, tmp_path / "pesan"), put_files(direct, tmp_path / "meja")]
    one, other = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert one == other
    assert set(one) == {"index.md", "foto.jpg"}


def test_a_work_s_photo_is_upright_small_and_silent(opened):
    page = opened()
    fill(page)
    add_album(page)
    data = saved(page, "Unduh img-20260512-wa0007-2.jpg")
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (1536, 2048)
        assert picture.getpixel((768, 100))[0] > 180 > picture.getpixel((768, 1900))[0]
    assert len(data) < 1_000_000
    assert {marker for marker in segments(data) if marker == 0xFE or 0xE1 <= marker <= 0xEF} == set()
    assert {marker for marker in segments(phone_photo()) if marker == 0xFE or 0xE1 <= marker <= 0xEF} == {0xE1, 0xFE}


def test_nothing_is_uploaded_before_every_file_is_saved_as_it_is_now(opened):
    def with_repository(data):
        data["site"]["repository"] = "https://github.com/contoh/kreator"
        return data

    page = opened(change=with_repository)
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="unggah"))
    fill(page)
    portrait(page)
    upload, says = page.get_by_role("link", name="Buka halaman unggah GitHub"), page.locator('[data-part="unsaved"]')
    upload.click()
    assert "index.md, foto.jpg" in says.inner_text()
    saved(page, "Unduh index.md")
    upload.click()
    assert says.inner_text().startswith("Unduh dahulu: foto.jpg.")
    saved(page, "Unduh foto.jpg")
    assert says.inner_text() == ""
    with page.expect_popup() as shown:
        upload.click()
    assert shown.value.url.endswith(f"/upload/main/content/kreator/{SLUG}")
    page.get_by_label("Cerita", exact=True).fill("Berubah.")
    upload.click()
    assert says.inner_text().startswith("Unduh dahulu: index.md.")


@pytest.mark.parametrize(("given", "name"), [
    *zip(WHATSAPP, NAMES, strict=True),
    ("foto.jpg", "karya-foto.jpg"), ("Pantai (1).PNG", "pantai-1.jpg"), ("相片.jpg", "karya.jpg"),
    ("CON.jpg", "karya-con.jpg"), ("sudah-ada.webp", "sudah-ada-2.jpg"),
])  # fmt: skip
def test_any_name_of_a_picture_is_welcome(given, name, opened):
    assert opened().evaluate("given => kelola.pictureName(given, new Set(['sudah-ada.jpg']))", given) == name


KEPT = """---
# dari pertemuan Juni
nama: Contoh Rina
topik: umkm
akun: instagram.com/contoh.rina
makanan_kesukaan: mi
  belitung
karya:
  # yang terbaik
  - foto: pagi.jpg
    keterangan: Pagi
persetujuan:
  tanggal: 2025-01-02
  formulir: 7
  dewasa: ya
# sampai sini
---

Cerita saya.
"""


def test_a_profile_that_is_opened_loses_nothing(opened):
    page = opened()
    page.get_by_text("Buka profil yang ada").click()
    page.get_by_label("Isi index.md atau pesan WhatsApp").fill(KEPT)
    page.get_by_role("button", name="Isi formulir dari teks ini").click()
    assert "makanan_kesukaan: mi" in page.locator('[data-part="open-says"]').inner_text()
    assert "pagi.jpg" in page.locator('[data-part="elsewhere"]').inner_text()
    assert page.locator('[data-part="file"]').text_content() == KEPT
    page.get_by_label("Nama (wajib)").fill("Contoh Rina Baru")
    assert page.locator('[data-part="file"]').text_content() == KEPT.replace("Contoh Rina", "Contoh Rina Baru")
