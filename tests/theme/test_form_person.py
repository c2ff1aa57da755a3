"""Nothing of one person reaches another on the form page: any order of pasting, opening, choosing and downloading."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.support.browser_visit import FORM_READY
from tests.support.photos import saved as picture_bytes

WHO = ("arwana", "belida", "cupang", "dugong")  # each stands in all that is that person's, and nowhere else
COLOURS = ((220, 30, 30), (30, 180, 60), (40, 60, 220), (230, 200, 40))
PUBLISHED = {
    f"contoh-{who}": {
        "name": f"Contoh {who}",
        "old": [f"{who}-lama"],
        "accounts": [f"instagram:www.instagram.com/{who}.contoh"],
    }
    for who in WHO[:2]
}
MESSAGE = """[10.12, 23/11/2026] {who}: nama: Contoh {who}
ringkasan: Ringkasan {who}
kecamatan: sijuk
desa: Keciput
topik: pariwisata
akun: https://www.instagram.com/{who}.contoh/
karya: https://www.youtube.com/watch?v={who}-0000 | Judul {who}
persetujuan tanggal: 2025-01-02
persetujuan formulir: {who}/2025
persetujuan dewasa: ya
cerita:
Cerita {who}.
"""
PROFILE = """---
# catatan {who}
nama: Contoh {who}
foto: {who}.jpg
fokus: kiri atas
topik: umkm
kata_kunci: {who}
akun: https://www.instagram.com/{who}.contoh/
karya:
  - foto: {who}-lama.jpg
    keterangan: Foto {who}
persetujuan:
  tanggal: 2025-01-02
  formulir: {who}/2025
  dewasa: ya
asing_{who}: {who}
---

Cerita {who}.
"""
# A photo is ready only when the gate is open.
GATE = """(() => {
  let open = Promise.resolve(), let_go = () => {};
  const real = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (...told) { open.then(() => real.apply(this, told)); };
  globalThis.gate = { hold() { open = new Promise((done) => { let_go = done; }); }, release() { let_go(); } };
})()"""
SEEN = """async () => {
  const form = document.querySelector("[data-kelola]");
  const fields = [...form.querySelectorAll("input, textarea:not([data-part=open-text]), select")];
  const colour = (image) => {
    const canvas = document.createElement("canvas"), brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const images = [...form.querySelectorAll("img")];
  await Promise.all(images.map((image) => image.decode()));
  return {
    text: document.querySelector("[data-part=file]").textContent,
    all: [document.querySelector("main").textContent, ...fields.map((one) => one.value),
      ...images.map((one) => one.alt)].join("\\n"),
    portrait: images.filter((one) => one.matches("[data-photo]")).map(colour)[0] ?? null,
    others: images.filter((one) => !one.matches("[data-photo]")).map(colour),
    asks: !document.querySelector("[data-part=whose]").hidden,
  };
}"""


def photo(who: int) -> bytes:
    return picture_bytes(Image.new("RGB", (600, 400), COLOURS[who]))


def owner(colour: Any) -> int | None:
    """Whose photo has this colour."""
    if colour is None:
        return None
    return min(range(len(WHO)), key=lambda one: sum(abs(a - b) for a, b in zip(COLOURS[one], colour, strict=True)))


@dataclass
class Desk:
    """The page, and what should be on it. pending: whose photo is not ready yet. files: how many were downloaded."""

    page: Any
    person: int | None = None
    portrait: int | None = None
    held: bool = False
    pending: int | None = None
    files: int = 0
    trace: list[str] = field(default_factory=list)

    def fill(self, text: str, person: int, chance: random.Random) -> None:
        """Paste a text; answer the question, if there is one."""
        self.page.locator("#buka-teks").fill(text)
        self.page.get_by_role("button", name="Isi formulir dari teks ini").click()
        whose = self.page.locator('[data-part="whose"]')
        if whose.is_visible():
            labels = whose.get_by_role("button").all_inner_texts()
            if person != self.person:  # nobody says that two persons are one
                labels = [label for label in labels if "isi yang masih kosong" not in label]
            label = chance.choice(labels)
            self.trace.append(label)
            whose.get_by_role("button", name=label, exact=True).click()
            if label == "Batal" or "isi yang masih kosong" in label:
                return
        self.person, self.portrait, self.pending = person, None, None

    def choose(self) -> None:
        """The photo of who is on the page."""
        assert self.person is not None
        file = {"name": f"{WHO[self.person]}.jpg", "mimeType": "image/jpeg", "buffer": photo(self.person)}
        self.page.locator("#foto-berkas").set_input_files(file)
        if self.held:
            self.pending = self.person
        else:
            self.page.locator('[data-part="photo-says"]', has_text="Siap").wait_for()
            self.portrait = self.person

    def album(self) -> None:
        """A work of photos, added at the end."""
        assert self.person is not None
        self.page.get_by_role("button", name="Tambah karya").click()
        work = self.page.locator(".karya > li").last
        file = {"name": f"{WHO[self.person]}-baru.jpg", "mimeType": "image/jpeg", "buffer": photo(self.person)}
        work.locator('input[type="file"]').first.set_input_files(file)
        if not self.held:
            work.locator("img").wait_for()

    def parse_url(self) -> None:
        """What was held back becomes ready."""
        self.page.evaluate("gate.release()")
        self.held = False
        says = self.page.locator("[role=status]", has_text="Menyiapkan foto")
        says.first.wait_for(state="detached")
        self.portrait = self.pending if self.pending is not None else self.portrait
        self.pending = None

    def download(self) -> None:
        """Every file, as far as the page gives any, is that person's."""
        for name in self.page.eval_on_selector_all("[data-part=files] button", "all => all.map((b) => b.dataset.file)"):
            with self.page.expect_download() as given:
                self.page.locator(f'[data-part="files"] [data-file="{name}"]').click()
            data = Path(given.value.path()).read_bytes()
            self.files += 1
            if name == "index.md":
                assert others(self.person, data.decode()) == []
            else:
                with Image.open(io.BytesIO(data)) as picture:
                    assert owner(picture.getpixel((300, 200))) == self.person, name

    def check(self) -> None:
        """What is seen and would be written is of the one person."""
        seen = self.page.evaluate(SEEN)
        assert others(self.person, seen["text"]) == []
        assert others(self.person, seen["all"]) == []
        assert owner(seen["portrait"]) == self.portrait
        assert {owner(colour) for colour in seen["others"]} <= {self.person}
        if self.person is not None:
            assert f"nama: Contoh {WHO[self.person]}" in seen["text"]


def others(person: int | None, text: str) -> list[str]:
    """Who else is named in a text."""
    return [who for at, who in enumerate(WHO) if at != person and who in text]


def act(desk: Desk, chance: random.Random) -> None:
    """One thing that staff do, chosen by chance."""
    person = chance.randrange(len(WHO))
    free = ["paste", "open", "hold"] + (["release"] * 3 if desk.held else [])
    ours = ["photo", "photo", "album", "type", "remove", "download", "empty"] if desk.person is not None else []
    what = chance.choice(free + ours)
    desk.trace.append(f"{what} {WHO[person]}")
    page = desk.page
    if what == "paste":
        desk.fill(MESSAGE.format(who=WHO[person]), person, chance)
    elif what == "open":
        desk.fill(PROFILE.format(who=WHO[person]), person, chance)
    elif what == "hold" and not desk.held:
        page.evaluate("gate.hold()")
        desk.held = True
    elif what == "release":
        desk.parse_url()
    elif what == "photo":
        desk.choose()
    elif what == "album":
        desk.album()
    elif what == "type":
        page.get_by_label("Cerita", exact=True).fill(f"Diketik untuk {WHO[desk.person]}.")
    elif what == "remove" and page.get_by_role("button", name="Keluarkan foto").is_visible():
        page.get_by_role("button", name="Keluarkan foto").click()
        desk.portrait = desk.pending = None
    elif what == "empty":
        page.get_by_role("button", name="Kosongkan untuk orang lain").click()
        if page.locator('[data-part="whose"]').is_visible():
            page.get_by_role("button", name="Kosongkan formulir").click()
        desk.person = desk.portrait = desk.pending = None
    elif what == "download" and not desk.held:
        page.get_by_label("Nama folder").fill(f"contoh-{WHO[desk.person]}")
        if not page.evaluate("(kelola.refresh(), kelola.told().length)"):
            desk.download()


@pytest.fixture
def page(chromium, sites):
    """The page of a site on which two of the people are published."""
    context = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta", accept_downloads=True)
    page = context.new_page()
    page.route("**/kelola/tayang.json", lambda route: route.fulfill(json=PUBLISHED))
    page.add_init_script(GATE)
    page.address = f"{sites('samples').address}kelola/"
    visit(page)
    yield page
    context.close()


def visit(page: Any) -> None:
    page.goto(page.address)
    page.wait_for_selector(FORM_READY)
    page.locator('[data-part="open-box"]').evaluate("box => { box.open = true; }")


@pytest.mark.browser
@pytest.mark.parametrize("seeds", [range(10), pytest.param(range(10, 300), marks=pytest.mark.long)], ids=["10", "300"])
def test_nothing_of_one_person_reaches_another(page, seeds):
    files = 0
    for seed in seeds:
        visit(page)
        desk, chance = Desk(page), random.Random(seed)
        try:
            for _step in range(8):
                act(desk, chance)
                desk.check()
            desk.parse_url()
            desk.check()
        except BaseException as wrong:
            wrong.add_note(f"seed {seed}: {'; '.join(desk.trace)}")
            raise
        files += desk.files
    assert files >= len(seeds) // 10, "enough was downloaded to show something"


@pytest.mark.browser
@pytest.mark.parametrize("back", [False, True], ids=["reload", "back"])
def test_a_browser_that_remembers_fields_fills_in_nobody(page, back):
    Desk(page).fill(PROFILE.format(who=WHO[0]), 0, random.Random(0))
    page.get_by_label("Nama folder").fill("contoh-arwana")
    page.get_by_label("Cerita", exact=True).fill("Diketik untuk arwana.")
    page.locator("#foto-berkas").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(0)})
    page.locator('[data-part="photo-says"]', has_text="Siap").wait_for()
    if back:
        page.goto(page.address.removesuffix("kelola/"))
        page.go_back()
    else:
        page.reload()
    page.wait_for_selector(FORM_READY)
    seen = page.evaluate(SEEN)
    assert others(None, seen["all"]) == []
    assert page.locator("#buka-teks").input_value() == ""
    assert page.evaluate("document.querySelector('#foto-berkas').files.length") == 0
    assert (seen["portrait"], seen["others"]) == (None, [])


def test_a_value_that_only_one_profile_knows_is_offered_to_nobody_else(page):
    odd = PROFILE.replace("topik: umkm", "topik: umkm\nkeahlian: arwana-aneh\nkecamatan: arwana\nhubungi: arwana")
    desk = Desk(page)
    desk.fill(odd.format(who=WHO[0]), 0, random.Random(0))
    assert "arwana-aneh" in page.evaluate(SEEN)["all"]
    desk.fill(MESSAGE.format(who=WHO[2]), 2, random.Random(0))
    desk.check()


def test_a_paste_over_typing_asks_whose_it_is(page):
    typed = {"Nama (wajib)": "Contoh arwana ketik", "Formulir (wajib)": "77/2026"}
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
    paste, ask = page.get_by_role("button", name="Isi formulir dari teks ini"), page.locator('[data-part="whose"]')
    page.locator("#buka-teks").fill(MESSAGE.format(who=WHO[0]))
    paste.click()
    assert "Contoh arwana ketik" in ask.inner_text()
    ask.get_by_role("button", name="Batal").click()
    assert page.get_by_label("Nama (wajib)").input_value() == typed["Nama (wajib)"]
    assert page.get_by_label("Akun (wajib)").input_value() == ""
    paste.click()
    ask.get_by_role("button", name="Contoh arwana ketik: isi yang masih kosong saja").click()
    for label, text in typed.items():
        assert page.get_by_label(label).input_value() == text
    assert page.get_by_label("Akun (wajib)").input_value() == "https://www.instagram.com/arwana.contoh/"
    assert page.get_by_label("Desa", exact=True).input_value() == "Keciput"
    assert page.get_by_label("Cerita", exact=True).input_value() == "Cerita arwana."
    says = page.locator('[data-part="open-says"]').inner_text()
    assert "yang sudah terisi tidak diganti: Nama, Persetujuan." in says
    page.locator("#buka-teks").fill(PROFILE.format(who=WHO[1]))
    paste.click()
    ask.get_by_role("button", name="Buka profil ini, buang ketikan tadi").click()
    assert page.get_by_label("Nama (wajib)").input_value() == "Contoh belida"
    assert page.get_by_label("Formulir (wajib)").input_value() == "belida/2025"


def test_a_photo_that_is_taken_out_leaves_the_one_of_the_profile(page):
    desk = Desk(page)
    desk.fill(PROFILE.format(who=WHO[0]), 0, random.Random(0))
    text = page.locator('[data-part="file"]').text_content()
    desk.choose()
    assert "foto: foto.jpg" in page.locator('[data-part="file"]').text_content()
    page.get_by_role("button", name="Keluarkan foto").click()
    assert page.locator('[data-part="file"]').text_content() == text
    assert page.locator('[data-part="files"] button').all_inner_texts() == ["Unduh index.md"]


@pytest.mark.parametrize(
    ("opened", "typed", "told"),
    [
        (None, {"Nama folder": "contoh-arwana"}, {"slug": "Contoh arwana (kreator/contoh-arwana)"}),
        (None, {"Nama folder": "arwana-lama"}, {"slug": "Contoh arwana (kreator/contoh-arwana)"}),
        (None, {"Akun (wajib)": "instagram.com/Arwana.Contoh?igsh=x"}, {"akun": "kreator/contoh-arwana"}),
        (None, {"Nama folder": "contoh-baru", "Akun (wajib)": "instagram.com/arwana.contoh.baru"}, {}),
        (0, {}, {}),  # what is opened keeps its own folder and accounts
        (0, {"Nama folder": "contoh-belida"}, {"slug": "Contoh belida (kreator/contoh-belida)"}),
        (0, {"Nama folder": "contoh-pindah"}, {"slug": "Tulis contoh-arwana"}),
        (0, {"Akun (wajib)": "instagram.com/belida.contoh"}, {"akun": "kreator/contoh-belida"}),
        (2, {"Nama folder": "contoh-cupang"}, {}),  # not published
    ],
)
def test_a_folder_or_account_of_somebody_else_is_told_while_typing(page, opened, typed, told):
    if opened is not None:
        Desk(page).fill(PROFILE.format(who=WHO[opened]), opened, random.Random(0))
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
    found = {one["key"]: one["message"] for one in page.evaluate("kelola.told()") if one.get("taken")}
    assert set(found) == set(told)
    notice = page.locator('[data-part="taken"]')
    assert notice.is_visible() == bool(told)
    for key, words in told.items():
        assert words in found[key]
        assert found[key] in notice.inner_text()
        assert page.locator(f'[data-where="{key}"] :is([data-wrong], [data-bad])', has_text=words).count()


def test_without_the_list_of_the_published_the_page_works_and_says_so(chromium, sites):
    context = chromium.new_context(locale="id-ID")
    page = context.new_page()
    page.route("**/kelola/tayang.json", lambda route: route.abort())
    page.address = f"{sites('samples').address}kelola/"
    visit(page)
    assert page.get_by_text("Daftar profil yang tayang gagal dimuat").is_visible()
    context.close()


PRIVATE = """cerita: Saya merekam pantai.
Agama: contoh rahasia
NIK 1902 rahasia
Tanggal lahir : 1 rahasia
Persetujuan: lain"""
FACT = r"(?i)(?:^|[^\p{L}\p{N}])(?:alamat[^\p{L}\p{N}]+rumah|agama|lahir|ttl|nik)(?![\p{L}\p{N}])"


@pytest.mark.parametrize(
    "text",
    [
        f"Nama: Contoh Rina\nTTL: Contoh, rahasia\nalamat rumah = rahasia\nNIK: rahasia\n{PRIVATE}",
        "---\nnama: Contoh Rina\n# catatan\ntanggal_lahir: rahasia\nAlamat Rumah: rahasia\n  rahasia\n---\nCerita.\n",
    ],
    ids=["message", "profile"],
)
def test_a_private_fact_in_a_text_is_put_nowhere(page, text):
    page.evaluate("fact => { kelola.DATA.rules.fact = fact; }", FACT)
    page.locator("#buka-teks").fill(text)
    page.get_by_role("button", name="Isi formulir dari teks ini").click()
    says = page.locator('[data-part="open-says"]').inner_text()
    assert "Data pribadi, tidak ikut ditulis: " in says
    assert "rahasia" not in page.evaluate(SEEN)["all"]
    assert "nama: Contoh Rina" in page.locator('[data-part="file"]').text_content()
