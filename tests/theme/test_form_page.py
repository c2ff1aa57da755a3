"""The form page in a browser: a civil servant at a desk, a creator with a phone, a photo that gives nothing away."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from bs4 import BeautifulSoup
from PIL import Image
from tests.support.browser_visit import FORM_READY
from tests.support.form_page import CONSENTED, faults_of, fill, opening, phone_photo, saved
from tests.support.photos import saved as picture_bytes


@pytest.fixture
def opened(chromium, sites):
    """Opens the page at a size; what breaks in it fails the test."""
    with opening(chromium, sites("samples").address) as open_page:
        yield open_page


def test_a_civil_servant_makes_a_profile_that_check_accepts(opened, tmp_path):
    page = opened()
    fill(page)
    page.locator("#foto-berkas").set_input_files({"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()})
    page.get_by_text("Siap: 1536×2048").wait_for()
    assert page.get_by_label("Nama folder").input_value() == "contoh-rina-pantai"
    assert page.locator("[data-name]").inner_text() == "Contoh Rina: pantai"
    assert page.locator("[data-place]").inner_text() == "Keciput, Sijuk"
    text, photo = saved(page, "Unduh index.md"), saved(page, "Unduh foto.jpg")
    folder = tmp_path / "kreator" / "contoh-rina-pantai"
    folder.mkdir(parents=True)
    (folder / "foto.jpg").write_bytes(photo)
    assert faults_of(tmp_path, "contoh-rina-pantai", text.decode()) == []
    assert "https://www.instagram.com/contoh.rina.form/" in text.decode()


def test_a_photo_comes_out_upright_small_and_silent(opened):
    page = opened()
    fill(page)
    page.locator("#foto-berkas").set_input_files({"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()})
    page.get_by_text("Siap:").wait_for()
    data = saved(page, "Unduh foto.jpg")
    assert len(data) < 1_000_000
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (1536, 2048)
        assert dict(picture.getexif()) == {}
        assert not {"comment", "xmp", "photoshop", "icc_profile", "exif"} & set(picture.info)
        top, bottom = picture.getpixel((768, 100)), picture.getpixel((768, 1900))
        assert top[0] > 180 > bottom[0]
    assert b"rahasia" not in data


def test_the_busiest_photo_stays_within_the_limit(opened):
    noise = np.random.default_rng(7).integers(0, 256, (2400, 3000, 3), dtype=np.uint8)
    page = opened()
    fill(page)
    page.locator("#foto-berkas").set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes(Image.fromarray(noise))}
    )
    page.get_by_text("Siap:").wait_for()
    assert len(saved(page, "Unduh foto.jpg")) < 3_000_000


@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.heic", b"\x00\x00\x00\x18ftypheic", "HEIC"),
    ("IMG_1234.jpg", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "Kirim ulang sebagai foto biasa"),
    ("gambar.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>', "bukan foto"),
    ("a.jpg", b"bukan foto", "bukan foto"),
])  # fmt: skip
def test_what_is_no_photo_is_explained(name, data, words, opened):
    page = opened()
    page.locator("#foto-berkas").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": data})
    page.locator('[data-part="photo-says"]', has_text=words).wait_for()


# An older iPhone does not know the option; a device short of memory gives no image of a large canvas, or of none.
NO_OPTION = (
    """window.createImageBitmap = (_file, told) => told ? Promise.reject(new TypeError("enum")) : Promise.reject();"""
)
NO_IMAGE = """(() => {
  const real = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (done, ...told) {
    if (this.width * this.height > LARGEST) done(null); else real.call(this, done, ...told);
  };
})()"""


@pytest.mark.parametrize(
    ("device", "says"),
    [
        (NO_OPTION, "Siap: 1536×2048 piksel"),
        (NO_IMAGE.replace("LARGEST", "2_000_000"), "Siap: 960×1280 piksel"),
        (NO_IMAGE.replace("LARGEST", "0"), "Perangkat ini kehabisan memori"),
    ],
    ids=["no option", "small canvas", "no canvas"],
)
def test_a_weak_device_gets_a_smaller_photo_or_is_told_why(device, says, chromium, sites):
    page = chromium.new_context(locale="id-ID").new_page()
    page.add_init_script(device)
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    page.locator("#foto-berkas").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()})
    page.locator('[data-part="photo-says"]', has_text=says).wait_for()
    page.context.close()


# Safari of iOS 15 reads no pattern that looks behind itself, and lacks what came with iOS 15.4.
OLD = """window.RegExp = new Proxy(RegExp, { construct(kind, [source, flags]) {
  if (/\\(\\?<[=!]/.test(source)) throw new SyntaxError("invalid group specifier name");
  return new kind(source, flags);
} });
for (const kind of [Array, String]) for (const name of ["at", "findLast", "findLastIndex"]) delete kind.prototype[name];
delete Object.hasOwn; delete window.structuredClone;"""


def test_a_browser_of_2021_shows_the_form_and_judges_what_is_typed(chromium, sites):
    page = chromium.new_context(locale="id-ID").new_page()
    page.add_init_script(OLD)
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    fill(page)
    assert page.locator("[data-good]").all_inner_texts()[:2] == [
        "Instagram: @contoh.rina.form",
        "TikTok: @contohrinaform",
    ]
    assert page.evaluate("kelola.told().map((one) => one.message)") == []
    page.context.close()


def test_no_pattern_looks_behind_itself(project, sites):
    texts = [*(project / "theme/static/js").rglob("*.js"), sites("samples").folder / "kelola/data.json"]
    assert [path.name for path in texts if re.search(r"\(\?<[=!]", path.read_text("utf-8"))] == []


def test_nothing_jumps_while_the_form_loads(chromium, sites):
    page = chromium.new_context(locale="id-ID", viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script("""window.shift = 0; new PerformanceObserver((all) => all.getEntries().forEach((one) => {
      window.shift += one.value; })).observe({ type: "layout-shift", buffered: true });""")
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shift") < 0.1
    page.context.close()


def test_a_tap_on_the_photo_sets_the_focus(opened):
    page = opened()
    page.locator("#foto-berkas").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()})
    crop = page.locator('[data-part="crop"] img')
    crop.wait_for()
    size = crop.bounding_box()
    crop.click(position={"x": size["width"] * 0.1, "y": size["height"] * 0.1})
    assert page.get_by_label("Fokus").input_value() == "kiri atas"
    assert "fokus: kiri atas" in page.locator('[data-part="file"]').text_content()


def test_a_creator_s_message_gives_staff_the_same_profile(opened, tmp_path):
    phone = opened("?mode=kreator", width=360)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    fill(phone, form_number="")
    message = phone.locator('[data-part="file"]').text_content()
    assert CONSENTED in message
    phone.get_by_role("button", name="Salin teks").wait_for()
    desk = opened()
    desk.get_by_text("Buka profil yang ada").click()
    desk.get_by_label("Isi index.md atau pesan WhatsApp").fill(f"[10.12, 23/11/2026] Rina: {message}")
    desk.get_by_role("button", name="Isi formulir dari teks ini").click()
    desk.get_by_text("Kalimat persetujuan ada dan utuh").wait_for()
    desk.get_by_label("Formulir (wajib)").fill("12/2026")
    told = saved(desk, "Unduh index.md").decode()
    assert faults_of(tmp_path, "contoh-rina-pantai", told) == []
    direct = opened()
    fill(direct)
    assert saved(direct, "Unduh index.md").decode() == told


def test_a_number_of_the_office_makes_the_whatsapp_button(opened):
    def with_number(data):
        data["office"]["whatsapp"] = "6281200000000"
        return data

    page = opened("?mode=kreator", 360, with_number)
    fill(page, form_number="")
    link = page.get_by_role("link", name="Kirim ke dinas lewat WhatsApp")
    assert link.get_attribute("href").startswith("https://wa.me/6281200000000?text=Halo%20")


def test_the_upload_button_leads_into_the_creator_s_folder(opened):
    def with_repository(data):
        data["site"]["repository"] = "https://github.com/contoh/kreator"
        return data

    page = opened(change=with_repository)
    fill(page)
    link = page.get_by_role("link", name="Buka halaman unggah GitHub")
    assert (
        link.get_attribute("href") == "https://github.com/contoh/kreator/upload/main/content/kreator/contoh-rina-pantai"
    )
    assert opened().get_by_text("Tombol unggah muncul setelah").is_visible()


def test_an_unfinished_form_gives_no_file_but_a_list(opened):
    page = opened()
    page.get_by_role("button", name="Unduh index.md").click()
    wrong = page.locator('[data-part="wrong"]')
    assert "hal perlu dibetulkan" in wrong.inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    wrong.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.matches('input, select, textarea')")


def test_a_refused_link_is_told_at_once_and_mended_with_a_tap(opened):
    page = opened()
    page.get_by_label("Akun (wajib)").fill("@contoh.rina")
    page.get_by_role("button", name="Pakai https://www.instagram.com/contoh.rina/").click()
    assert page.get_by_label("Akun (wajib)").input_value() == "https://www.instagram.com/contoh.rina/"
    assert page.get_by_text("Instagram: @contoh.rina").is_visible()


def test_a_withdrawn_profile_keeps_the_day_and_nothing_else(opened, tmp_path):
    page = opened()
    fill(page)
    page.locator("summary", has_text="Catatan kantor").click()
    page.get_by_label("Status").select_option("ditarik")
    told = saved(page, "Unduh index.md").decode()
    assert "Rina" not in told
    assert faults_of(tmp_path, "contoh-rina-pantai", told) == []


def test_only_this_page_may_show_a_photo_of_the_device(sites):
    folder = sites("samples").folder
    policies = {
        path.relative_to(folder).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser").meta["content"]
        for path in folder.rglob("*.html")
    }
    ours = policies.pop("kelola/index.html")
    assert "img-src 'self' blob:" in ours
    assert ours.replace(" blob:", "") == policies["index.html"]
    assert not any("img-src 'self' blob:" in other for other in policies.values())


def test_search_engines_are_kept_from_the_page(sites):
    folder = sites("public").folder
    assert 'name="robots" content="noindex"' in (folder / "kelola/index.html").read_text("utf-8")
    assert "kelola/" not in (folder / "sitemap.xml").read_text("utf-8")
