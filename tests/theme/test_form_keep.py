"""A profile that is opened in the form and changed there loses nothing: no value, no comment, nothing unknown."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.profiles.good_profiles import Profile, good_profiles
from tests.profiles.making import GOOD, read, write_profile
from tests.support.browser_visit import FORM_READY
from tests.support.region import CONTENT

from showcase.profiles import Content

ASIDE = ("line", "story_line", "url")  # where something stands, and how a link was typed

# Sets every changed key as somebody at the page would; a work is known by its number.
CHANGE = """([text, slug, changes]) => {
  const file = () => { kelola.refresh(); return document.querySelector("[data-part=file]").textContent; };
  kelola.openText(text);
  document.querySelector("[data-part=slug]").value = slug;
  const opened = file(), before = kelola.told();
  for (const [key, number, inner, value] of changes) {
    const field = kelola.fields.get(key), now = field.get();
    if (number !== null && !now[number]) continue;
    if (number !== null) now[number][inner] = value;
    else if (inner) now[inner] = value;
    field.set(inner ? now : value);
  }
  return { opened, told: before, written: file(), says: document.querySelector("[data-part=open-says]").textContent };
}"""
# What is changed: key, number of the work, key inside, new value.
CHANGES = (
    ("nama", None, "", "Contoh Nama Baru"),
    ("ringkasan", None, "", "Ringkasan: yang baru #1"),
    ("topik", None, "", ["pembangunan"]),
    ("keahlian", None, "", ["videografi"]),
    ("barter", None, "", "tidak"),
    ("diperiksa", None, "", "2026-11-20"),
    ("persetujuan", None, "formulir", "99/2026"),
    ("karya", 0, "judul", "Judul: yang baru"),
    ("karya", 1, "judul", "Karya kedua"),
)
SOME = st.sets(st.integers(0, len(CHANGES) - 1), max_size=5).map(lambda chosen: tuple(CHANGES[at] for at in chosen))


@pytest.fixture(scope="module")
def form(chromium, sites):
    """The page, open. Shared: every test opens its own profile in it."""
    page = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta").new_page()
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    yield page
    page.context.close()


def changed(form: Any, text: str, slug: str = "contoh-isian", changes: tuple = ()) -> dict[str, Any]:
    """What the page tells of a profile that was opened, and writes after the changes."""
    return form.evaluate(CHANGE, [text, slug, list(map(list, changes))])


def plain(value: Any) -> Any:
    """A value without the places of its parts, its links in one form."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value) if one.name not in ASIDE}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def read_one(folder: Path, profile: Profile, text: str) -> Content:
    """What `check` reads, with the profile's pictures beside it."""
    shutil.rmtree(folder / "kreator", ignore_errors=True)
    write_profile(folder, text, profile.slug, profile.pictures)
    return read(folder)


@pytest.mark.parametrize("profile", good_profiles(), ids=lambda one: one.slug)
def test_a_good_profile_that_is_only_opened_is_written_as_it_was(form, profile):
    assert changed(form, profile.data.decode(), profile.slug)["opened"].rstrip() == profile.text.rstrip()


def test_every_sample_that_is_only_opened_is_written_as_it_was_and_may_leave(form):
    for path in sorted(CONTENT.glob("kreator/*/index.md")):
        text = path.read_text(encoding="utf-8")
        made = changed(form, text, path.parent.name)
        assert (made["opened"], made["told"]) == (text, []), path


def expected(creator: dict[str, Any], changes: tuple) -> dict[str, Any]:
    """The creator with the changes, as `check` should read it."""
    names = {"nama": "name", "ringkasan": "tagline", "topik": "topics", "keahlian": "crafts"}
    for key, number, _inner, value in changes:
        if key in names:
            creator[names[key]] = value
        elif key == "barter":
            creator["barter"] = False
        elif key == "diperiksa":
            creator["checked"] = date.fromisoformat(value)
        elif key == "persetujuan":
            creator["consent"]["form"] = value
        elif number < len(creator["works"]):
            creator["works"][number]["title"] = value
    return creator


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(profile=st.sampled_from(good_profiles()), changes=SOME)
def test_what_is_not_changed_is_read_as_before(form, tmp_path_factory, profile, changes):
    folder = tmp_path_factory.mktemp("isi")
    before = read_one(folder, profile, profile.text)
    written = changed(form, profile.text, profile.slug, changes)["written"]
    after = read_one(folder, profile, written)
    assert [fault.as_text() for fault in after.faults if fault.severity == "fault"] == [], written
    assert plain(after.creators[0]) == expected(plain(before.creators[0]), changes), written
    notes = re.findall(r"(?m)^\s*(#(?: .*)?)$", profile.text.split("\n---\n")[0])
    assert [note for note in notes if note not in written] == []


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def with_strangers(text: str, places: set[int]) -> tuple[str, list[str]]:
    """The profile with a line that nobody knows before each of these lines, a note where a key would break it."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    strangers = []
    for at in sorted({1 + place % end for place in places}, reverse=True):
        before, line = lines[at - 1], lines[at]
        opens = indent_of(line) > indent_of(before) or line.lstrip().startswith("- ")
        strangers.append(" " * indent_of(line) + (f"# catatan {at}" if opens else f"asing_{at}: apa: saja #{at}"))
        lines.insert(at, strangers[-1])
    return "\n".join(lines), strangers


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(places=st.sets(st.integers(0, 60), max_size=8), changes=SOME)
def test_a_line_that_nobody_knows_stays_and_changes_nothing_else(form, places, changes):
    text, strangers = with_strangers(GOOD, places)
    alone = changed(form, GOOD, changes=changes)["written"]
    made = changed(form, text, changes=changes)
    left = made["written"].split("\n")
    for stranger in strangers:
        assert stranger in left, made["written"]
        left.remove(stranger)
    assert "\n".join(left) == alone
    unknown = [stranger.strip() for stranger in strangers if "asing_" in stranger]
    assert [one for one in unknown if f'"{one}"' not in made["says"]] == []


STRANGE = """---
nama: Contoh Rina
nama: Contoh Kembar
topik: umkm
akun: https://www.instagram.com/contoh.rina/
karya:
  # yang terbaik
  - https://www.youtube.com/watch?v=contoh00001
  -   judul: Kedua
      kamera: Contoh X100
      # lensa lama
      tautan: https://www.youtube.com/watch?v=contoh00002
  - {judul: Ketiga, tautan: https://www.youtube.com/watch?v=contoh00003, drone: ya}
  # sampai sini
persetujuan: {tanggal: 2025-01-02, formulir: 7, saksi: Contoh Budi, lingkup: [foto, karya], dewasa: ya}
baris tanpa titik dua
---
"""


def test_strange_things_inside_of_a_work_and_of_a_consent_stay_when_it_is_changed(form):
    changes = (("karya", 0, "judul", "Satu"), ("karya", 1, "judul", "Dua"), ("karya", 2, "judul", "Tiga"),
               ("persetujuan", None, "formulir", "8"))  # fmt: skip
    made = changed(form, STRANGE, changes=changes)
    assert (
        made["written"]
        == """---
nama: Contoh Rina
nama: Contoh Kembar
topik: umkm
akun: https://www.instagram.com/contoh.rina/
karya:
  # yang terbaik
  - judul: Satu
    tautan: https://www.youtube.com/watch?v=contoh00001
  -   judul: Dua
      tautan: https://www.youtube.com/watch?v=contoh00002
      kamera: Contoh X100
      # lensa lama
  - judul: Tiga
    tautan: https://www.youtube.com/watch?v=contoh00003
    drone: ya
  # sampai sini
persetujuan:
  tanggal: 2025-01-02
  formulir: 8
  lingkup: foto, karya
  dewasa: ya
  saksi: Contoh Budi
baris tanpa titik dua
---
"""
    )
    for line in ("nama: Contoh Kembar", "kamera: Contoh X100", "drone: ya", "saksi: Contoh Budi", "baris tanpa"):
        assert line in made["says"]


def test_a_work_that_is_taken_out_goes_with_its_notes_alone(form):
    written = form.evaluate("""text => {
      kelola.openText(text);
      const works = kelola.fields.get("karya");
      works.set(works.get().slice(1));
      kelola.refresh();
      return document.querySelector("[data-part=file]").textContent;
    }""", STRANGE)  # fmt: skip
    gone = "  # yang terbaik\n  - https://www.youtube.com/watch?v=contoh00001\n"
    assert written == STRANGE.replace(gone, "")


def test_a_withdrawal_that_is_opened_again_keeps_its_day(form):
    text = "---\nstatus: ditarik\ntanggal: 2026-09-01\nnama: Contoh Rina\n---\n"
    assert changed(form, text)["opened"] == "---\nstatus: ditarik\ntanggal: 2026-09-01\n---\n"


@pytest.mark.parametrize(("kind", "typed", "read"), [
    ("diperiksa", "Senin, 2 Oktober 2026", "2026-10-02"), ("diperiksa", "02/10/2026", "2026-10-02"),
    ("diperiksa", "2 Agt 2026", "2026-08-02"), ("diperiksa", "31/02/2026", "31/02/2026"),
    ("diperiksa", "July 5, 2026", "2026-07-05"), ("tarif_mulai", "Rp 1,5 juta", "1500000"),
    ("tarif_mulai", "150rb", "150000"), ("tarif_mulai", "murah", "murah"), ("barter", "Boleh", "ya"),
    ("whatsapp", "https://wa.me/6281200000000?text=a", "6281200000000"),
    ("kecamatan", "Kec. Tanjong Pandan", "tanjungpandan"), ("topik", "pariwisata dan umkm", ["pariwisata", "umkm"]),
    ("jasa", "Reels & Foto menu", ["video-pendek", "foto-produk"]), ("topik", "umkm # nanti", ["umkm"]),
    ("topik", "[\n  pariwisata,\n  umkm,\n]", ["pariwisata", "umkm"]),
    ("ringkasan", "Cerita\n  panjang", "Cerita panjang"), ("ringkasan", "“Kopi”", "Kopi"),
    ("ringkasan", "*Kopi: asli*", "Kopi: asli"),
])  # fmt: skip
def test_a_value_stands_in_its_field_however_it_was_written(kind, typed, read, form):
    value = form.evaluate("""([key, text]) => {
      kelola.openText(`---\n${key}: ${text}\n---\n`);
      return kelola.normal(kelola.DATA.keys, { [key]: kelola.fields.get(key).get() })[key];
    }""", [kind, typed])  # fmt: skip
    assert value == read
