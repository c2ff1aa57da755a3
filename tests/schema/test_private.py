"""Private facts under any name: named, never moved into the open, and no number is repeated in a message."""

from __future__ import annotations

import re

import pytest
from tests.profiles.making import GOOD, read_text

from showcase.schema import PROFILE
from showcase.schema.key import index
from showcase.schema.key_names import look_up
from showcase.schema.keys import CONSENT, DOCUMENT, OFFICE, SITE, WORK
from showcase.schema.private import FACTS, private_fact
from showcase.text.masking import masked, without_identity

NUMBER = "1902011234567890"
TYPED = [
    "tanggal_lahir", "tgl lahir", "Tempat Tanggal Lahir", "TTL", "lahir", "dob", "Birth-Date", "tangal lahri", "umur",
    "usia", "agama", "Agamaa", "alamat rumah", "alamat_lengkap", "no rumah", "RT RW", "kode pos", "no_ktp", "No. KTP",
    "NIK", "nomor kk", "paspor", "no SIM", "NPWP", "no rek", "Rekening BCA", "nama ibu", "nama ayah", "nama_orang_tua",
    "hp ortu", "telepon rumah", "kontak darurat", "kelas", "sekolah", "golongan darah", "riwayat penyakit",
    "status pernikahan", "jenis kelamin", "gender", "suku", "gaji", "password", "nama asli", "nama sesuai KTP",
]  # fmt: skip


@pytest.mark.parametrize("name", TYPED)
def test_a_private_fact_is_named_and_nothing_is_offered_in_its_place(tmp_path, name):
    text = GOOD.replace("barter: ya", f"barter: ya\n{name}: RAHASIA {NUMBER}")
    (fault,) = read_text(tmp_path, text).faults
    assert (fault.code, fault.fix, fault.allowed) == ("P127", "", ())
    assert "Hapus" in fault.message
    assert "riwayat Git" in fault.message
    assert "Maksudnya" not in fault.message
    assert not any(word in f"{fault.message} {fault.found}" for word in ("RAHASIA", NUMBER))


@pytest.mark.parametrize("name", [name for names in FACTS.values() for name in names])
def test_no_name_of_a_private_fact_leads_to_a_key_of_a_profile(name):
    key, how = look_up(name, PROFILE)
    assert (key, how) == (None, "private")


def test_no_key_is_a_private_fact():
    for keys in (PROFILE, WORK, CONSENT, DOCUMENT, SITE, OFFICE):
        assert [name for name in index(keys) if private_fact(name)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Tempat/Tgl. Lahir: Contoh, 1 Januari 2000", "Tempat, tanggal lahir: Contoh, 1 Januari 2000",
        "NIK 1902011234567890", "*Agama*: Contoh", "- Golongan darah = O", "nama ibu (kandung): Contoh Januari 2000",
    ],
)  # fmt: skip
def test_a_line_that_sets_no_key_is_not_repeated_either(tmp_path, line):
    (fault,) = read_text(tmp_path, GOOD.replace("barter: ya", f"barter: ya\n{line}")).faults
    assert (fault.code, fault.fix) == ("P127", "")
    assert "Januari" not in fault.message + fault.found
    assert NUMBER not in fault.message + fault.found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("whatsapp: 0812-0000-0000", f"whatsapp: {NUMBER}"),
        ("surel: halo@contoh.id", f"surel: {NUMBER}"),
        ("tarif_mulai: 150000", f"tarif_mulai: {NUMBER}"),
        ("kecamatan: Sijuk", "kecamatan: 1902 0112 3456 7890"),
        ("barter: ya", f"barter: {NUMBER}"),
        ("barter: ya", f"barter: ya\ncatatan {NUMBER}"),
        ("nama: Contoh Rina Wulandari", f"nama: '{NUMBER}"),
        ("  formulir: 12/2026", f"  no: {NUMBER}"),
        ("Rina merekam", f"{NUMBER} Rina merekam"),
    ],
)
def test_an_identity_number_is_never_repeated(tmp_path, old, new):
    faults = read_text(tmp_path, GOOD.replace(old, new)).faults
    assert faults
    for fault in faults:
        written = f"{fault.as_text()} {fault.found} {fault.fix}".replace(" ", "")
        assert NUMBER not in written, fault


def test_a_street_is_a_home_address_and_a_village_is_none(tmp_path):
    (fault,) = read_text(tmp_path, GOOD.replace("barter: ya", "barter: ya\nalamat: Jl. Contoh No. 5 RT 02/03")).faults
    assert (fault.code, fault.fix) == ("P127", "")
    (fault,) = read_text(tmp_path, GOOD.replace("desa: Keciput", "alamat: Keciput")).faults
    assert (fault.code, fault.fix) == ("P101", "desa")


def test_only_the_ends_of_a_number_are_shown():
    assert masked("1902 0112-3456.7890") == "19•• ••••-••••.••90"
    assert without_identity(f"a {NUMBER} b") == "a 19••••••••••••90 b"
    address = "https://www.facebook.com/contoh/posts/1234567890123456"
    assert without_identity(address) == address, "a number in an address is a post's"


@pytest.mark.parametrize(
    "way",
    [
        "kata_kunci: kopi, 081234567890", "kata_kunci:\n  - kopi\n  - 081234567890", "kata_kunci: [kopi, 081234567890]",
        "nama_lain: [Bud, 081234567890]", "nama_lain:\n  - 081234567890",
    ],
)  # fmt: skip
def test_a_number_is_found_however_the_list_is_written(tmp_path, way):
    key = way.partition(":")[0]
    text = re.sub(rf"(?m)^{key}:.*\n(?:  .*\n)*", "", GOOD).replace("barter: ya", f"barter: ya\n{way}")
    assert [fault.code for fault in read_text(tmp_path, text).faults] == ["P121"]


def test_a_number_is_found_in_a_work_that_is_a_table_of_one_line(tmp_path):
    text = re.sub(r"(?m)^karya:.*\n(?:  .*\n)*", "", GOOD)
    work = "karya: {tautan: https://youtu.be/contoh00001, judul: Telepon 081234567890}"
    assert "P121" in [
        fault.code for fault in read_text(tmp_path, text.replace("barter: ya", f"barter: ya\n{work}")).faults
    ]
