"""Rules across profiles: the fault lands on the one that came later, and on nobody else."""

from __future__ import annotations

from tests.profiles.making import read, smallest, write_profile

COMMUNITY = "jenis: komunitas\njumlah_anggota: 12\n"


def rows(tmp_path):
    return [(fault.path, fault.line, fault.column, fault.code) for fault in read(tmp_path).faults]


def test_an_account_belongs_to_one_profile(tmp_path):
    write_profile(tmp_path, smallest("Contoh Satu", "sama", "terdaftar: 2026-10-02\n"), "a-baru")
    write_profile(tmp_path, smallest("Contoh Dua", "SAMA", "terdaftar: 2026-08-02\n"), "b-lama")
    assert rows(tmp_path) == [("kreator/a-baru/index.md", 4, 7, "P601")]
    assert [creator.slug for creator in read(tmp_path).creators] == ["b-lama"]


def test_a_sample_gives_way_to_a_person(tmp_path):
    write_profile(tmp_path, smallest("Contoh Satu", "sama", "status: contoh\n"), "a-contoh")
    write_profile(tmp_path, smallest("Contoh Dua", "sama"), "b-orang")
    assert rows(tmp_path) == [("kreator/a-contoh/index.md", 4, 7, "P601")]


def test_the_same_work_may_stand_in_two_profiles(tmp_path):
    work = "karya: https://www.youtube.com/watch?v=aqz-KE-bpKQ\n"
    write_profile(tmp_path, smallest("Contoh Satu", "satu", work), "satu")
    write_profile(tmp_path, smallest("Contoh Dua", "dua", work), "dua")
    assert rows(tmp_path) == []


def test_a_community_is_there_and_is_one(tmp_path):
    write_profile(tmp_path, smallest("Contoh Sanggar", "sanggar", COMMUNITY), "sanggar-contoh")
    write_profile(tmp_path, smallest("Contoh Satu", "satu", "komunitas: sanggar-contoh\n"), "satu")
    assert rows(tmp_path) == []
    write_profile(tmp_path, smallest("Contoh Dua", "dua", "komunitas: [sanggar-conto, satu, lain]\n"), "dua")
    content = read(tmp_path)
    assert [(fault.column, fault.code, fault.fix) for fault in content.faults] == [
        (13, "P602", "sanggar-contoh"),
        (28, "P602", ""),
        (34, "P602", ""),
    ]
    assert content.held_back == ("dua",)


def test_a_community_that_is_held_back_does_not_take_its_members_along(tmp_path):
    write_profile(tmp_path, smallest("Contoh Sanggar", "sanggar", COMMUNITY + "barter: mungkin\n"), "sanggar")
    write_profile(tmp_path, smallest("Contoh Satu", "satu", "komunitas: sanggar\n"), "satu")
    content = read(tmp_path)
    assert content.held_back == ("sanggar",)
    assert [creator.slug for creator in content.creators] == ["satu"]


def test_a_community_that_has_withdrawn_is_no_community(tmp_path):
    write_profile(tmp_path, "---\nstatus: ditarik\ntanggal: 2026-10-02\n---\n", "sanggar")
    write_profile(tmp_path, smallest("Contoh Satu", "satu", "komunitas: sanggar\n"), "satu")
    assert rows(tmp_path) == [("kreator/satu/index.md", 9, 12, "P602")]


def test_an_old_address_is_free_and_has_one_owner(tmp_path):
    write_profile(tmp_path, smallest("Contoh Satu", "satu", "alamat_lama: lama, dua\n"), "satu")
    write_profile(tmp_path, smallest("Contoh Dua", "dua", "alamat_lama: lama\n"), "dua")
    assert rows(tmp_path) == [
        ("kreator/satu/index.md", 9, 14, "P603"),
        ("kreator/satu/index.md", 9, 20, "P603"),
    ]
