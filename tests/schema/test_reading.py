"""Front matter is read as the person wrote it: every text keeps its letters, every YAML trap is sprung."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles.making import GOOD, as_rows, read_text, smallest

from showcase.diagnostics.collector import DiagnosticCollector
from showcase.frontmatter.nodes import Text
from showcase.schema.entries import Items, Table, Value
from showcase.schema.keys import DOCUMENT, PROFILE
from showcase.schema.reading import read_front_matter
from showcase.text.invisible import HIDDEN


def plain(node: Value) -> object:
    """A node as strings, lists and dicts."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {entry.key.name if entry.key else entry.name: plain(entry.value) for entry in node.entries}


def read(text: str, keys=PROFILE) -> tuple[Table, DiagnosticCollector]:
    diagnostics = DiagnosticCollector("index.md")
    return read_front_matter(text.split("\n"), 2, keys, diagnostics), diagnostics


def value_of(text: str) -> object:
    table, _ = read(text)
    return plain(table.entries[0].value)


# What YAML would refuse, or turn into something else without a word.
@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("nama: No", "No"),
        ("nama: ya", "ya"),
        ("nama: null", "null"),
        ("nama: ~", "~"),
        ("nama: 2024", "2024"),
        ("nama: 0x1F", "0x1F"),
        ("nama: 1e3", "1e3"),
        ("nama: 12:30", "12:30"),
        ("nama: 2026-11-20", "2026-11-20"),
        ("nama: @rina", "@rina"),
        ("nama: *Budi", "*Budi"),
        ("nama: %persen", "%persen"),
        ("nama: `kutip`", "`kutip`"),
        ("nama: !Budi dan Ani", "!Budi dan Ani"),
        ("nama: ? tanya", "? tanya"),
        ("nama: - strip", "- strip"),
        ("nama: | pipa", "| pipa"),
        ("nama: > lebih", "> lebih"),
        ("nama: [Budi] Santoso", "[Budi] Santoso"),
        ("nama: {Budi}", "{Budi}"),
        ("nama: Kopi: Asli", "Kopi: Asli"),
        ("nama: Kopi : Asli", "Kopi : Asli"),
        ("nama: Kopi:", "Kopi:"),
        ("nama: Budi #1", "Budi #1"),
        ("nama: #belitung", "#belitung"),
        ("nama: Budi, Ani & Co.", "Budi, Ani & Co."),
        ('nama: "Budi" Santoso', '"Budi" Santoso'),
        ('nama: "Kopi" dan "Teh"', '"Kopi" dan "Teh"'),
        ("nama: 90'an", "90'an"),
        ("nama: 'Jum'at Kliwon'", "Jum'at Kliwon"),
        ("nama: 'Jum''at'", "Jum'at"),
        ('nama: "Budi: \\"Raja\\" \\u00e9"', 'Budi: "Raja" é'),
        ('nama: "C:\\foto"', "C:\\foto"),
        ("nama: “Budi”", "Budi"),
        ("nama: Kopi “asli” Belitung", "Kopi “asli” Belitung"),
        ("nama: „Budi“", "Budi"),
        ("nama: »Budi«", "Budi"),
        ('nama: »Budi"', '»Budi"'),
        ("nama: “Kopi” dan “teh”", "“Kopi” dan “teh”"),
        ("nama:Budi", None),
        ("nama:\tBudi", "Budi"),
        ("nama:   Budi   ", "Budi"),
        ("nama: Budi\n  Santoso", "Budi Santoso"),
        ("nama:\n  Budi\n  Santoso", "Budi Santoso"),
        ("nama: >\n  Budi\n  Santoso", "Budi Santoso"),
        ("nama: |-\n  Budi\n  Santoso", "Budi\nSantoso"),
        ('nama: "Budi\n  Santoso"', "Budi Santoso"),
        ("nama: Anak Pulau 🏝️ dan 🙌🏽", "Anak Pulau 🏝️ dan 🙌🏽"),
        ("whatsapp: 081234567890", "081234567890"),
        ("whatsapp: +6281234567890", "+6281234567890"),
        ("foto: WhatsApp Image 2026-10-02 at 10.11.12 (1).jpeg", "WhatsApp Image 2026-10-02 at 10.11.12 (1).jpeg"),
        ("foto: IMG_20261002, hasil #2.jpg", "IMG_20261002, hasil #2.jpg"),
        ("tarif_mulai: 150.000", "150.000"),
        ("tarif_mulai: 012", "012"),
        ("status: terbit # sementara", "terbit"),
        ("status: # nanti", ""),
        ("topik: [umkm, 'seni-budaya']", ["umkm", "seni-budaya"]),
        ("topik: [umkm,\n  pariwisata,\n]", ["umkm", "pariwisata"]),
        ("topik:\n- umkm\n- pariwisata", ["umkm", "pariwisata"]),
        ("topik:\n    - umkm\n    - pariwisata", ["umkm", "pariwisata"]),
        ("topik:\n  umkm\n  pariwisata", ["umkm", "pariwisata"]),
        ("topik:\n  • umkm\n  • pariwisata", ["umkm", "pariwisata"]),
        ("topik: umkm, pariwisata", "umkm, pariwisata"),
        ("akun:\n  instagram: https://a.id/\n  tiktok: https://b.id/", ["instagram: https://a.id/", "tiktok: https://b.id/"]),
        ("nama_lain:\n  - Kopi: asli\n  - Teh #1", ["Kopi: asli", "Teh #1"]),
        ("karya:\n  - judul: A: b #c\n    tautan: https://a.id/#d", [{"judul": "A: b #c", "tautan": "https://a.id/#d"}]),
        ("karya:\n- https://a.id\n- judul: B", ["https://a.id", {"judul": "B"}]),
        ("karya:\n  judul: A\n  tautan: https://a.id", [{"judul": "A", "tautan": "https://a.id"}]),
        ("karya: [{judul: A, foto: [b.jpg, c.jpg]}, https://a.id]", [{"judul": "A", "foto": ["b.jpg", "c.jpg"]}, "https://a.id"]),
        ("karya:\n  - https://a.id\n    judul: A", [{"tautan": "https://a.id", "judul": "A"}]),
        ("karya:\n  -\n    judul: A\n    foto:\n      - b.jpg", [{"judul": "A", "foto": ["b.jpg"]}]),
        ("persetujuan: {tanggal: 2026-11-20, lingkup: [foto]}", {"tanggal": "2026-11-20", "lingkup": ["foto"]}),
        ("persetujuan:\ntanggal: 2026-11-20\ndewasa: ya", {"tanggal": "2026-11-20", "dewasa": "ya"}),
    ],
)  # fmt: skip
def test_a_value_is_the_text_that_was_typed(line, value):
    assert value_of(line) == ("Budi" if value is None else value)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("nama: Kopi: asli #1", []),
        ("nama:Budi", ["P011"]),
        ("nama = Budi", ["P011"]),
        ("Nama: Budi", ["P104"]),
        ("Kata Kunci: a", ["P104"]),
        ("kelurahan: Kota", []),
        ("nama: “Budi”", ["P015"]),
        ("\tnama: Budi", ["P010", "P017"]),
        ("status: terbit # nanti", ["P014"]),
        ("topik:\n  * umkm", ["P013"]),
        ("topik:\n  -umkm", ["P013"]),
        ("topik:\n  umkm\n  pariwisata", ["P013"]),
        ("persetujuan:\ndewasa: ya", ["P017"]),
        ("karya:\n  judul: A", ["P013"]),
        ("karya:\n  - judul: A\n   topik: umkm", ["P017"]),  # three blanks where four are meant
        ("karya:\n  - judul: A\n    topik: umkm", []),
        ("karya:\n-   judul: A\n    topik: umkm", []),
    ],
)
def test_what_is_understood_is_a_suggestion_never_a_fault(line, codes):
    _, diagnostics = read(line)
    assert [(fault.code, fault.severity) for fault in diagnostics.faults] == [(code, "suggestion") for code in codes]


@pytest.mark.parametrize("opening", ["---", "--- ", "----", "—", "– –", "--"])
@pytest.mark.parametrize("closing", ["---", "---  ", "----", "—", "..."])
def test_phones_rewrite_three_hyphens(tmp_path, opening, closing):
    text = smallest().replace("---\nnama", f"{opening}\nnama").removesuffix("---\n") + f"{closing}\n\nCerita.\n"
    if opening == "– –":
        text = text.replace("– –", "–--")
    content = read_text(tmp_path, text, pictures=())
    assert [fault.code for fault in content.faults if fault.severity == "fault"] == []
    assert content.creators[0].story == "Cerita."


WRITTEN_BY_PEOPLE = [
    ("comma lists", GOOD.replace("topik: [pariwisata, umkm]", "topik: pariwisata, umkm")),
    ("lists with dashes", GOOD.replace("topik: [pariwisata, umkm]", "topik:\n- pariwisata\n- umkm")),
    ("one value for a list", GOOD.replace("topik: [pariwisata, umkm]", "topik: pariwisata")),
    ("and between values", GOOD.replace("topik: [pariwisata, umkm]", "topik: pariwisata dan umkm")),
    ("capitals", GOOD.replace("topik: [pariwisata, umkm]", "topik: Pariwisata, UMKM")),
    ("blanks for hyphens", GOOD.replace("topik: [pariwisata, umkm]", "topik: seni budaya")),
    ("the other name of a village", GOOD.replace("desa: Keciput", "kelurahan: keciput")),
    ("an alias of a district", GOOD.replace("Sijuk\ndesa: Keciput", "Tanjung Pandan\ndesa: Aik Merbau")),
    ("a district in words", GOOD.replace("kecamatan: Sijuk", "kecamatan: Kecamatan Sijuk")),
    ("a village alone", GOOD.replace("kecamatan: Sijuk\n", "")),
    ("elsewhere", GOOD.replace("kecamatan: Sijuk\ndesa: Keciput", "kecamatan: luar")),
    ("dates in words", GOOD.replace("2026-06-10", "Rabu, 10 Juni 2026").replace("20-10-2026", "20 Okt 2026")),
    ("dates with slashes", GOOD.replace("2026-06-10", "10/6/2026").replace("20-10-2026", "20.10.2026")),
    ("money as spoken", GOOD.replace("tarif_mulai: 150000", "tarif_mulai: Rp150.000,-")),
    ("money in thousands", GOOD.replace("tarif_mulai: 150000", "tarif_mulai: 150rb")),
    ("money in millions", GOOD.replace("tarif_mulai: 150000", "tarif_mulai: Rp 1,5 juta")),
    ("a number with a country code", GOOD.replace("0812-0000-0000", "+62 812 0000 0000")),
    ("a number as a link", GOOD.replace("whatsapp: 0812-0000-0000", "whatsapp: https://wa.me/6281200000000")),
    ("yes in capitals", GOOD.replace("barter: ya", "barter: YA").replace("kerja_sama: ya", "kerja_sama: iya")),
    ("links without a scheme", GOOD.replace("https://www.instagram.com/contoh.rina/", "instagram.com/contoh.rina")),
    ("links with trackers", GOOD.replace("/contoh.rina/", "/contoh.rina?igsh=abc123")),
    ("links with labels", GOOD.replace("- https://www.instagram", "- instagram: https://www.instagram")),
    ("a sentence from a share button", GOOD.replace("- https://www.tiktok", "- Lihat: https://www.tiktok")),
    ("accounts on one line", GOOD.replace("""akun:
  - https://www.youtube.com/@contohrina
  - https://www.instagram.com/contoh.rina/
  - https://www.tiktok.com/@contohrina
""", "akun: https://www.youtube.com/@contohrina, https://www.instagram.com/contoh.rina/\n")),
    ("accounts in brackets", GOOD.replace("""akun:
  - https://www.youtube.com/@contohrina
  - https://www.instagram.com/contoh.rina/
  - https://www.tiktok.com/@contohrina
""", "akun: [https://www.youtube.com/@contohrina, https://www.instagram.com/contoh.rina/]\n")),
    ("two pictures on a line", GOOD.replace("foto: karya.jpg", "foto: karya.jpg, sampul.jpg")),
    ("no blank after the colon", GOOD.replace("barter: ya", "barter:ya")),
    ("a comment line", GOOD.replace("barter: ya", "# barter dulu\nbarter: ya")),
    ("blank lines between", GOOD.replace("barter: ya", "\n\nbarter: ya\n")),
    ("tabs", GOOD.replace("  dewasa: ya", "\tdewasa: ya").replace("  formulir", "\tformulir")),
    ("deep indentation", GOOD.replace("  dewasa: ya", "    dewasa: ya")),
    ("hashtags and colons", GOOD.replace("Video pantai: dari", "Kopi: 100% asli #belitung @rina & co, dari")),
    ("a title in quotes", GOOD.replace("judul: Sehari di pulau", 'judul: "Sehari: di pulau"')),
    ("a heart", GOOD.replace("judul: Sehari di pulau", "judul: Sehari di pulau ❤️")),
    ("the focus the other way round", GOOD.replace("kiri atas", "atas kiri")),
    ("a guardian", GOOD.replace("  dewasa: ya", "  wali: ya")),
    ("consent in braces", GOOD.replace("""persetujuan:
  tanggal: 2026-06-08
  formulir: 12/2026
  lingkup: foto, kontak, karya
  dewasa: ya
  berlaku_sampai: 2028-06-08
""", "persetujuan: {tanggal: 8 Juni 2026, formulir: 12/2026, lingkup: [foto, kontak, karya], dewasa: ya}\n")),
    ("an old address as a path", GOOD.replace("contoh-rina-lama", "/kreator/contoh-rina-lama/")),
    ("a story with numbers", GOOD.replace("2019", "2019, 1.250.000 kali, https://www.facebook.com/reel/1234567890123456")),
    ("a short story", GOOD.replace("Rina merekam pantai sejak 2019.", "").replace("Rumahnya di Keciput", "")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), WRITTEN_BY_PEOPLE, ids=[name for name, _ in WRITTEN_BY_PEOPLE])
def test_a_good_profile_written_by_people_has_no_fault(tmp_path, name, text):
    content = read_text(tmp_path, text)
    assert [fault.as_text() for fault in content.faults if fault.severity == "fault"] == []
    assert len(content.creators) == 1


def test_positions_are_those_of_the_file(tmp_path):
    table, _ = read("nama: Budi\ntopik: [umkm,  'seni-budaya']\nkarya:\n  - judul: A\n    foto: b.jpg")
    topics = table.entries[1].value
    assert [(item.line, item.column) for item in topics.items] == [(3, 9), (3, 17)]
    work = table.entries[2].value.items[0]
    assert [(entry.line, entry.column, entry.value.line, entry.value.column) for entry in work.entries] == [
        (5, 5, 5, 12),
        (6, 5, 6, 11),
    ]


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"], exclude_characters="\xa0"),
    max_size=40,
).filter(
    # Marks that enclose a text are no part of it; what nobody sees is a fault of its own.
    lambda text: text.strip()[:1] not in set("“”„‟«»‘’‚‛") and not HIDDEN.search(f"a{text}a")
)


@given(st.dictionaries(st.sampled_from(["judul", "ringkasan", "penulis", "sumber"]), TEXTS.map(str.strip), min_size=1),
       st.sampled_from(["'", '"', "|", ">", None]))  # fmt: skip
def test_what_a_yaml_library_writes_is_read_back(entries, style):
    """Whatever style a program chooses, the text comes back (blanks between words aside, as one line has them)."""
    dumped = yaml.safe_dump(entries, default_style=style, allow_unicode=True, width=30, sort_keys=False)
    table, diagnostics = read(dumped, DOCUMENT)
    assert {key: " ".join(text.split()) for key, text in plain(table).items() if text} == {
        key: " ".join(text.split()) for key, text in entries.items() if text
    }, dumped
    assert not diagnostics.has_faults


LETTERS = string.ascii_lowercase + " \t:#-[]{}\"'|>&*!%@,?~=\\.0123456789\n\r—“”é🏝\x00\u202e"
LINES = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=30),
        st.builds("{}: {}".format, st.sampled_from([key.name for key in PROFILE]), st.text(LETTERS, max_size=30)),
        st.sampled_from(GOOD.split("\n")),
        st.builds("  - {}".format, st.text(LETTERS, max_size=20)),
    ),
    max_size=30,
)


@given(LINES)
def test_nothing_that_is_typed_raises(tmp_path_factory, lines):
    folder = tmp_path_factory.getbasetemp() / "typed"
    content = read_text(folder, "\n".join(lines).encode("utf-8", "replace"), pictures=())
    assert content.creators or content.gone or content.held_back


@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory, data):
    content = read_text(tmp_path_factory.getbasetemp() / "bytes", data, pictures=())
    assert content.gone or content.held_back


def test_every_suggestion_of_the_good_ways_stays_yellow(tmp_path):
    text = GOOD.replace("barter: ya", "barter:ya").replace("  dewasa: ya", "\tdewasa: ya")
    rows = as_rows(read_text(tmp_path, text).faults)
    assert {severity for _, _, _, severity in rows} == {"suggestion"}
