"""Every mistake is found where it was made, alone, and said so that it can be mended."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image
from tests.profiles.making import GOOD, HERE, INDEX, PICTURES, as_rows, read, read_text, smallest, spoil, write_picture
from tests.profiles.single_faults import ALL, SUGGESTIONS

from showcase.diagnostics.fault import Fault


def faults_of(tmp_path: Path, text: str | bytes) -> list[Fault]:
    return [fault for fault in read_text(tmp_path, text).faults if fault.severity == "fault"]


def test_the_good_profile_is_good(tmp_path):
    content = read_text(tmp_path, GOOD)
    assert content.faults == ()
    assert [creator.slug for creator in content.creators] == ["contoh-rina"]


@pytest.mark.parametrize(("old", "new", "code"), ALL, ids=[f"{code} {new[:40]!r}" for _, new, code in ALL])
def test_a_single_mistake_is_the_only_fault(tmp_path, old, new, code):
    spoiled = spoil(old, new)
    found = faults_of(tmp_path, spoiled.text)
    assert [(fault.code, fault.line, fault.column) for fault in found] == [(code, spoiled.line, spoiled.column)]
    assert found[0].path == INDEX


@pytest.mark.parametrize(
    ("old", "new", "code"), SUGGESTIONS, ids=[f"{code} {new[:40]!r}" for _, new, code in SUGGESTIONS]
)
def test_what_is_understood_is_one_suggestion_at_its_place(tmp_path, old, new, code):
    spoiled = spoil(old, new)
    assert as_rows(read_text(tmp_path, spoiled.text).faults) == [(code, spoiled.line, spoiled.column, "suggestion")]


def test_every_fault_holds_back_its_profile(tmp_path):
    content = read_text(tmp_path, spoil("barter: ya", "barter: mungkin").text)
    assert content.creators == ()
    assert content.held_back == ("contoh-rina",)


def test_an_awful_profile_gets_every_message_in_order(tmp_path):
    found = read_text(tmp_path, (HERE / "awful.md").read_text(), pictures=("foto.jpg", "lain.jpg"))
    assert [fault.as_text().removeprefix("kreator/contoh-rina/") for fault in found.faults] == (
        (HERE / "awful.txt").read_text().splitlines()
    )


def test_a_letter_of_another_encoding_is_found_and_the_rest_is_read(tmp_path):
    text = GOOD.replace("nama: Contoh Rina", "nama: Contoh Andr\xe9 Rina").replace("barter: ya", "barter: mungkin")
    assert as_rows(read_text(tmp_path, text.encode("latin-1")).faults) == [
        ("P002", 2, 18, "fault"),
        ("P110", 33, 9, "fault"),
    ]


def test_a_column_counts_the_characters_that_nobody_sees(tmp_path):
    text = GOOD.replace("topik: [pariwisata, umkm]", "topik: \u200bpari\u200c\u200cwisata, umkn\u200b")
    assert as_rows(read_text(tmp_path, text).faults) == [("P005", 10, 8, "suggestion"), ("P106", 10, 23, "fault")]
    assert text.split("\n")[9][22:] == "umkn\u200b"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path, encoding, end):
    assert read_text(tmp_path, GOOD.replace("\n", end).encode(encoding)).faults == ()


def test_utf_16_is_named_once(tmp_path):
    assert as_rows(read_text(tmp_path, GOOD.encode("utf-16")).faults) == [("P002", None, None, "fault")]


def test_a_megabyte_is_refused_without_reading_it(tmp_path):
    found = read_text(tmp_path, GOOD + "x" * 1_000_000)
    assert [fault.code for fault in found.faults if fault.path == INDEX] == ["P001"]


def test_a_file_without_front_matter_is_one_fault(tmp_path):
    for text in ("", "Halo.\n", "# Judul\n\nHalo.\n", "\n\n\n"):
        assert [fault.code for fault in read_text(tmp_path, text, pictures=()).faults] == ["P006"], text


def test_more_works_and_accounts_than_allowed(tmp_path):
    accounts = "".join(f"  - https://www.instagram.com/contoh{number}/\n" for number in range(10))
    text = spoil(
        "  - https://www.youtube.com/@contohrina\n", accounts + "  - https://www.youtube.com/@contohrina\n"
    ).text
    assert [(fault.code, fault.line) for fault in faults_of(tmp_path, text)] == [("P116", 26)]
    works = "".join(f"  - https://www.youtube.com/watch?v=aqz-KE-b{number:03}\n" for number in range(58))
    text = spoil("karya:\n", "karya:\n" + works).text
    assert [(fault.code, fault.line) for fault in faults_of(tmp_path, text)] == [("P116", 86)]


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("fokus: tengah\nkredit_foto: Contoh\n", [("P118", 9, 1), ("P118", 10, 1)]),
        ("jenis: komunitas\nkomunitas: lain\n", [("P118", 10, 1), ("P602", 10, 12)]),
        ("jenis: komunitas\njumlah_anggota: 12\n", []),
    ],
)
def test_what_does_not_go_together_is_named(tmp_path, more, rows):
    found = read_text(tmp_path, smallest(more=more), pictures=()).faults
    assert [(fault.code, fault.line, fault.column) for fault in found] == rows


def test_a_list_without_end_is_cut(tmp_path):
    text = spoil("karya:\n", "karya:\n" + "  - https://contoh.id/\n" * 600).text
    assert ("P018", 518) in [(fault.code, fault.line) for fault in faults_of(tmp_path, text)]


LONG = 30_000


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("barter: ya", "barter: " + "ya " * LONG),
        GOOD.replace("tarif_mulai: 150000", "tarif_mulai: 1" + " " * LONG + "x"),
        GOOD.replace("tarif_mulai: 150000", "tarif_mulai: " + "1." * LONG),
        GOOD.replace("20-10-2026", "Senin, " + " " * LONG + "x"),
        GOOD.replace("topik: [pariwisata, umkm]", "topik: " + "wisataa, " * LONG),
        GOOD.replace("topik: [pariwisata, umkm]", "topik: " + "[" * LONG),
        GOOD.replace("topik: [pariwisata, umkm]", "topik: [" + "\n  [" * LONG),
        GOOD.replace("topik: [pariwisata, umkm]", "topik: [" + "'," * LONG),
        GOOD.replace("topik: [pariwisata, umkm]", "topik: " + "a " * LONG + "# b"),
        GOOD.replace("nama: Contoh", 'nama: "' + "\n  'x" * LONG + "Contoh"),
        GOOD.replace("surel: halo@contoh.id", "surel: " + "a" * LONG + "@"),
        GOOD.replace("surel: halo@contoh.id", "surel: " + "a@a." * LONG),
        GOOD.replace("  - https://www.tiktok.com/@contohrina\n", "  - " + "http://a, " * 5000 + "\n"),
        GOOD.replace("foto: karya.jpg", "foto: " + "a.jpg, " * 5000),
        GOOD.replace("persetujuan:\n", "persetujuan:\n" + "  x: y\n" * LONG),
        GOOD.replace("Rina merekam", "![" * LONG + "Rina merekam"),
        GOOD.replace("Rina merekam", "![a](" * LONG + "Rina merekam"),
        GOOD.replace("Rina merekam", "![a](" + "(" * LONG + "Rina merekam"),
        GOOD.replace("Rina merekam", "a" * LONG + "@Rina merekam"),
        GOOD.replace("Rina merekam", "08" + " 1" * LONG + "Rina merekam"),
        GOOD.replace("Rina merekam", "1" * LONG + "Rina merekam"),
        "---\n" + "status" + " " * LONG + "ditarik\n---\n",
        "---" + " " * LONG + "x\n",
        "\n" * LONG + "---\n",
    ],
    ids=range(24),
)
def test_no_text_takes_long_to_refuse(tmp_path, text):
    began = time.process_time()
    assert read_text(tmp_path, text, pictures=()).held_back
    assert time.process_time() - began < 2


def test_thousands_of_keys_do_not_take_long(tmp_path):
    text = "---\n" + "".join(f"kunci{number}: x\n" for number in range(9000)) + "---\n"
    found = faults_of(tmp_path, text)
    assert sum(fault.code == "P101" for fault in found) == 20
    assert any(fault.code == "P018" for fault in found)


@pytest.mark.parametrize(
    ("name", "make", "code", "severity"),
    [
        ("kecil.jpg", lambda path: write_picture(path, (150, 400)), "P306", "fault"),
        ("buram.jpg", lambda path: write_picture(path, (400, 300)), "P308", "suggestion"),
        ("lebar.jpg", lambda path: write_picture(path, (2600, 900)), "P304", "fault"),
        ("teks.jpg", lambda path: path.write_text("bukan foto"), "G101", "fault"),
        ("kosong.jpg", lambda path: path.write_bytes(b""), "G101", "fault"),
        ("gambar.svg", lambda path: path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "G103", "fault"),
        ("iphone.heic", lambda path: path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(64)), "G102", "fault"),
        (
            "besar.png",
            lambda path: write_picture(path).write_bytes(path.read_bytes() + bytes(3_000_001)),
            "P303",
            "fault",
        ),
    ],
)
def test_a_picture_that_cannot_stay_is_named(tmp_path, name, make, code, severity):
    read_text(tmp_path, GOOD)
    make(tmp_path / "kreator/contoh-rina" / name)
    (tmp_path / INDEX).write_text(spoil("    foto: karya.jpg", f"    foto:\n      - karya.jpg\n      - {name}").text)
    found = read(tmp_path).faults
    assert [(fault.path, fault.code, fault.severity, fault.line) for fault in found] == [
        (f"kreator/contoh-rina/{name}", code, severity, None)
    ]


def test_a_cut_picture_and_one_with_a_position_are_named(tmp_path):
    read_text(tmp_path, GOOD)
    folder = tmp_path / "kreator/contoh-rina"
    whole = (folder / "foto.jpg").read_bytes()
    (folder / "foto.jpg").write_bytes(whole[: len(whole) // 2])
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (2.0, 45.0, 0.0), 3: "E", 4: (107.0, 40.0, 0.0)})
    write_picture(folder / "karya.jpg", exif=exif)
    assert [(fault.path, fault.code) for fault in read(tmp_path).faults] == [
        ("kreator/contoh-rina/foto.jpg", "G104"),
        ("kreator/contoh-rina/karya.jpg", "P305"),
    ]


def test_a_picture_that_nothing_uses_is_a_fault_of_that_picture(tmp_path):
    found = read_text(tmp_path, GOOD, pictures=(*PICTURES, "lain.jpg")).faults
    assert [(fault.path, fault.code) for fault in found] == [("kreator/contoh-rina/lain.jpg", "P307")]


def test_the_only_unused_picture_is_the_portrait(tmp_path):
    content = read_text(tmp_path, GOOD.replace("\nfoto: foto.jpg\n", "\n"))
    assert content.faults == ()
    assert content.creators[0].portrait is not None
    assert content.creators[0].portrait.path.name == "foto.jpg"
    assert content.creators[0].portrait.line is None


def test_a_name_that_differs_in_case_is_understood(tmp_path):
    content = read_text(tmp_path, GOOD.replace("foto: karya.jpg", "foto: Karya.JPG"))
    assert as_rows(content.faults) == [("P302", 20, 11, "suggestion")]
    assert content.creators[0].works[1].photos[0].path.name == "karya.jpg"
