"""What is offered to paste where a value cannot be read: only the one thing that was clearly meant."""

from __future__ import annotations

import pytest
from tests.profiles.making import GOOD, read_text, smallest

from showcase.diagnostics.fault import Fault
from showcase.schema.guesses import likely_phone


def fault_of(tmp_path, more: str) -> Fault:
    """The only fault of a small profile with these lines."""
    (fault,) = read_text(tmp_path, smallest(more=more + "\n"), pictures=()).faults
    return fault


@pytest.mark.parametrize(
    ("line", "code", "fix"),
    [
        ("terdaftar: 02/10/26", "P108", "2026-10-02"),
        ("terdaftar: 10-20-2026", "P108", "2026-10-20"),
        ("terdaftar: 8 Juni 2026 (Senin)", "P108", "2026-06-08"),
        ("terdaftar: sejak 08-06-2026", "P108", "2026-06-08"),
        ("terdaftar: 2 Oktobre 2026", "P108", "2026-10-02"),
        ("terdaftar: 2 Xyz 2026", "P108", ""),
        ("terdaftar: 8 Juni 2026 sampai 9 Juni 2026", "P108", ""),
        ("terdaftar: kira-kira 8 Juni 2027", "P108", ""),  # a day to come would be the next fault
        ("terdaftar: 32 Oktober 2026", "P108", ""),
        ("barter: ya.", "P110", "ya"),
        ("barter: Ya, boleh", "P110", "ya"),
        ("barter: tdak", "P110", "tidak"),
        ("barter: yaaa", "P110", "ya"),
        ("barter: belum tahu", "P110", ""),
        ("barter: mungkin", "P110", ""),
        ("tarif_mulai: mulai 150rb", "P111", "150000"),
        ("tarif_mulai: Rp 1.500.000 per hari", "P111", "1500000"),
        ("tarif_mulai: 150", "P111", "150000"),
        ("tarif_mulai: 1.500rb", "P111", ""),
        ("tarif_mulai: 1,500 ribu", "P111", ""),
        ("tarif_mulai: 1.500rb - 2jt", "P111", ""),
        ("tarif_mulai: 1.250jt", "P111", ""),
        ("tarif_mulai: Rp350.000,-/hari", "P111", "350000"),
        ("jenis: perusahaan", "P106", ""),
        ("kecamatan: Keciput", "P205", "sijuk"),
        ("desa: Kecipuut", "P201", "Keciput"),
        ("desa: Selat Nasik", "P204", ""),
        ("tarif_mulai: 100-200 ribu", "P111", ""),
        ("tarif_mulai: 5000000000", "P111", ""),
        ("tarif_mulai: murah", "P111", ""),
        ("jenis: komunitas\njumlah_anggota: 24 orang", "P111", "24"),
        ("jenis: komunitas\njumlah_anggota: 20 sampai 30", "P111", ""),
        ("kecamatan: Sijuk, Pulau Contoh", "P201", "sijuk"),
        ("melayani: semua kecamatan", "P201", "semua"),
        ("jasa: buat foto-produk", "P201", "foto-produk"),
        ("bahasa: Bahasa Indonesia dan Inggris", "P106", "indonesia, inggris"),
        ("bahasa: indonesia dan klingon", "P106", ""),
        ("status: terbit dan sembunyi", "P106", ""),
    ],
)
def test_the_fix_is_what_was_clearly_meant(tmp_path, line, code, fix):
    fault = fault_of(tmp_path, line)
    assert (fault.code, fault.fix) == (code, fix)


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("whatsapp: 0812-0000-0000", "whatsapp: 0812-0000-0000 (Rina)", "0812-0000-0000"),
        ("whatsapp: 0812-0000-0000", "whatsapp: 0812-0000-0000 atau 0813-0000-0000", ""),
        ("surel: halo@contoh.id", "surel: <halo@contoh.id>", "halo@contoh.id"),
        ("surel: halo@contoh.id", "surel: halo@contoh.id.", "halo@contoh.id"),
        ("surel: halo@contoh.id", "surel: halo at contoh.id", "halo@contoh.id"),
        ("surel: halo@contoh.id", "surel: halo@contoh,id", "halo@contoh.id"),
        ("surel: halo@contoh.id", "surel: a@contoh.id / b@contoh.id", ""),
        ("whatsapp: 0812-0000-0000", "whatsapp: +62 (0) 812-0000-0000", "+62 812-0000-0000"),
        ("desa: Keciput", "desa: Keciput, Sijuk", "Keciput"),
        ("barter: ya", "- barter: ya", "barter: ya"),
        ("barter: ya", "3. barter: ya", "barter: ya"),
        ("barter: ya", "barter; ya", "barter: ya"),
        ("barter: ya", "**barter:** ya", "barter: ya"),
        ("barter: ya", "*catatan*: ya", ""),
        ("topik: [pariwisata, umkm]", "topik: [pariwisata, [umkm]]", "umkm"),
        ("topik: [pariwisata, umkm]", "topik: [[[[pariwisata]]]]", "pariwisata"),
        ("nama: Contoh Rina", "nama: Contoh \u202eRina", "Rina"),
    ],
)
def test_what_stands_around_it_is_left_out(tmp_path, old, new, fix):
    assert GOOD.count(old) == 1
    (fault,) = read_text(tmp_path, GOOD.replace(old, new)).faults
    assert fault.fix == fix


@pytest.mark.parametrize(
    "text", ['nama: "' + "x" * 190_000, "topik: [" + "umkm " * 30_000, "nama: " + "Kopi " * 30_000]
)
def test_a_wall_of_text_is_no_fix_and_does_not_fill_the_report(tmp_path, text):
    found = read_text(tmp_path, f"---\n{text}\n---\n", pictures=()).faults
    assert found
    assert max(len(fault.fix) for fault in found) <= 500
    assert max(len(fault.found) for fault in found) <= 2000
    assert max(len(fault.message) for fault in found) <= 600


def test_of_several_where_one_is_wanted_each_is_asked_about(tmp_path):
    fault = fault_of(tmp_path, "hubungi: instagram, whatsapp")
    assert fault.fix == ""
    assert fault.message.endswith("Maksudnya instagram atau whatsapp?")


def test_accounts_by_name_on_one_line_are_each_answered(tmp_path):
    text = smallest().replace("https://www.instagram.com/contoh.tetangga/", "Instagram @contoh, TikTok: @contoh")
    assert [(fault.column, fault.fix) for fault in read_text(tmp_path, text, pictures=()).faults] == [
        (7, "https://www.instagram.com/contoh/"),
        (26, "https://www.tiktok.com/@contoh"),
    ]


def test_a_link_with_words_before_it_is_a_work(tmp_path):
    work = "karya:\n  - Kopi pagi: https://youtu.be/aqz-KE-bpKQ\n"
    content = read_text(tmp_path, smallest(more=work), pictures=())
    assert [(fault.code, fault.severity) for fault in content.faults] == [("P404", "suggestion")]
    assert [work.link.id for work in content.creators[0].works] == ["aqz-KE-bpKQ"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0812-3456-7890 (Contoh)", "0812-3456-7890"),
        ("WA: 0812-3456-7890", "0812-3456-7890"),
        ("+62 (0) 812\u20113456\u20117890", "+62 812-3456-7890"),
        ("+62812-3456-789O", ""),
        ("+62 812-34567-89O", ""),
        ("0812 3456 789 O", ""),
        ("0812 3456 789 l0", ""),
        ("O812-3456-7890", ""),
        ("0812-3456-78g0", ""),
        ("0812-3456-7890/0813-3456-7890", ""),
    ],
)
def test_a_letter_in_a_number_is_a_digit_mistyped_and_not_dropped(text, number):
    assert likely_phone(text) == number


def test_marks_around_a_number_turn_nothing(tmp_path):
    copied = smallest().replace("topik:", "whatsapp: \u202a+62 812\u20113456\u20117890\u202c\ntopik:", 1)
    assert [
        (one.code, one.severity) for one in read_text(tmp_path, copied, pictures=()).faults if one.code[:2] != "P5"
    ] == [("P005", "suggestion")]
    turned = smallest().replace("topik:", "whatsapp: \u202e0812-3456-7890\u202c\ntopik:", 1)
    assert "P004" in {one.code for one in read_text(tmp_path, turned, pictures=()).faults}
