"""Consent governs everything: what is kept, what is shown, what is gone."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from itertools import product

import pytest
from tests.profiles.making import (
    GOOD,
    HERE,
    INDEX,
    PICTURES,
    TODAY,
    as_rows,
    read,
    read_text,
    smallest,
    spoil,
    write_picture,
)
from tests.profiles.making import write_profile as write

from showcase.content import for_audience
from showcase.content.homes import NEEDED_PAGES

LAST_DAY = "  berlaku_sampai: 2028-06-08"


def shown(tmp_path, text, today=TODAY, *, samples=False):
    return for_audience(read_text(tmp_path, text), samples=samples, today=today)


@pytest.mark.parametrize(("photo", "contact", "works"), list(product([True, False], repeat=3)))
def test_what_lies_outside_the_consent_is_a_fault_for_each_part(tmp_path, photo, contact, works):
    words = [word for word, inside in (("foto", photo), ("kontak", contact), ("karya", works)) if inside]
    text = spoil("  lingkup: foto, kontak, karya", f"  lingkup: [{', '.join(words)}]").text
    text = text.replace("hubungi: whatsapp", "hubungi: instagram")
    expected = set()
    if not photo:
        expected |= {"foto"}
    if not contact:
        expected |= {"whatsapp", "surel"}
    if not works:
        expected |= {"karya"}
    found = read_text(tmp_path, text).faults
    assert {(fault.code, fault.key) for fault in found} == {("P507", key) for key in expected}


def test_a_number_among_the_accounts_is_a_contact_too(tmp_path):
    text = smallest(more="").replace("akun: ", "akun: https://wa.me/6281200000000, ")
    assert as_rows(read_text(tmp_path, text, pictures=()).faults) == [("P507", 4, 1, "fault")]
    text = text.replace("  dewasa", "  lingkup: kontak\n  dewasa")
    assert read_text(tmp_path, text, pictures=()).faults == ()


def test_without_a_word_about_it_the_scope_is_photo_and_works(tmp_path):
    text = spoil("  lingkup: foto, kontak, karya\n", "").text
    assert {fault.key for fault in read_text(tmp_path, text).faults} == {"whatsapp", "surel"}


def test_a_picture_without_a_key_is_outside_too(tmp_path):
    folder = write(tmp_path, smallest().replace("  dewasa", "  lingkup: karya\n  dewasa"), "tetangga")
    write_picture(folder / "foto.jpg")
    assert [(fault.path, fault.line, fault.code) for fault in read(tmp_path).faults] == [
        ("kreator/tetangga/index.md", 5, "P507")
    ]


@pytest.mark.parametrize("status", ["terbit", "sembunyi"])
def test_nobody_without_consent_drafts_neither(tmp_path, status):
    text = smallest(more=f"status: {status}\n").replace(
        "persetujuan:\n  tanggal: 2026-06-08\n  formulir: 1\n  dewasa: ya\n", ""
    )
    content = read_text(tmp_path, text, pictures=())
    assert as_rows(content.faults) == [("P501", None, None, "fault")]
    assert content.creators == ()


def test_a_sample_needs_no_consent_and_is_shown_only_as_one(tmp_path):
    text = "---\nnama: Contoh Data\ntopik: umkm\nakun: https://www.instagram.com/contoh/\nstatus: contoh\n---\n"
    content = read_text(tmp_path, text, pictures=())
    assert content.faults == ()
    assert for_audience(content, samples=False, today=TODAY).creators == ()
    assert [one.is_sample for one in for_audience(content, samples=True, today=TODAY).creators] == [True]


@pytest.mark.parametrize("samples", [True, False])
def test_a_hidden_profile_is_never_shown(tmp_path, samples):
    text = spoil("status: terbit", "status: sembunyi").text
    assert shown(tmp_path, text, samples=samples).creators == ()


@pytest.mark.parametrize(
    ("line", "guardian"),
    [("  dewasa: ya", False), ("  wali: ya", True), ("  dewasa: tidak\n  wali: ya", True)],
)
def test_a_minor_only_with_a_guardian(tmp_path, line, guardian):
    content = read_text(tmp_path, GOOD.replace("  dewasa: ya", line))
    assert content.faults == ()
    assert content.creators[0].consent.guardian is guardian


# days left: what staff are told, and whether the contact and the profile are still shown; the region grants 30 days
STAGES = [
    (61, "", "", True, True),
    (60, "P505", "60 hari lagi. Mintalah perpanjangan", True, True),
    (59, "P505", "59 hari lagi. Mintalah", True, True),
    (15, "P505", "15 hari lagi. Mintalah", True, True),
    (14, "P508", "14 hari lagi. Hubungi kreator sekarang", True, True),
    (13, "P508", "13 hari lagi. Hubungi", True, True),
    (1, "P508", "1 hari lagi. Hubungi", True, True),
    (0, "P508", "berakhir hari ini. Hubungi", True, True),
    (-1, "P509", "kontak tidak ditampilkan lagi", False, True),
    (-29, "P509", "seluruh profil hilang sesudah", False, True),
    (-30, "P509", "seluruh profil hilang sesudah 2026-11-23", False, True),
    (-31, "P510", "profil ini tidak ditampilkan lagi", False, False),
    (-32, "P510", "profil ini tidak ditampilkan lagi", False, False),
]


@pytest.mark.parametrize(("days", "code", "words", "has_contact", "is_there"), STAGES)
def test_the_end_of_a_consent_day_by_day(tmp_path, days, code, words, has_contact, is_there):
    """Announced at 60 and 14 days; then the contact goes at once, and the profile after the days of grace."""
    last = TODAY + timedelta(days=days)
    content = read_text(tmp_path, GOOD.replace(LAST_DAY, f"  berlaku_sampai: {last}"))
    assert [(fault.code, fault.severity) for fault in content.faults] == ([(code, "suggestion")] if code else [])
    assert all(words in fault.message for fault in content.faults)
    seen = for_audience(content, samples=False, today=TODAY)
    assert len(seen.creators) == is_there
    for creator in seen.creators:
        assert bool(creator.whatsapp) == bool(creator.email) == (creator.contact == "whatsapp") == has_contact
        assert creator.works
    assert [(gone.slug, gone.since, gone.old_slugs) for gone in seen.gone] == (
        [] if is_there else [("contoh-rina", last, ("contoh-rina-lama",))]
    )


@pytest.mark.parametrize("grace", [0, 1, 45])
@pytest.mark.parametrize("beyond", [0, 1])
def test_the_days_of_grace_are_the_regions(tmp_path, grace, beyond):
    """On the last of them the profile is there, a day later it is not; without any, that is the day after the end."""
    last = TODAY - timedelta(days=grace + beyond)
    write(tmp_path, GOOD.replace(LAST_DAY, f"  berlaku_sampai: {last}"), pictures=PICTURES)
    shutil.copytree(HERE / "wilayah", tmp_path / "wilayah")
    (tmp_path / "halaman").mkdir()
    for slug in NEEDED_PAGES:
        (tmp_path / "halaman" / f"{slug}.md").write_text("---\njudul: Contoh\n---\n\nContoh.\n")
    site = tmp_path / "wilayah/situs.md"
    site.write_text(site.read_text().replace("masa_tenggang_hari: 30", f"masa_tenggang_hari: {grace}"))
    content = read(tmp_path)
    expected = "P510" if beyond else "P509" if grace else "P508"
    assert [fault.code for fault in content.faults] == [expected]
    seen = for_audience(content, samples=False, today=TODAY)
    assert (len(seen.creators), len(seen.gone)) == ((0, 1) if beyond else (1, 0))


@pytest.mark.parametrize(
    "scope", [set(), {"photo"}, {"contact"}, {"works"}, {"photo", "works"}, {"photo", "contact", "works"}]
)
def test_nothing_outside_the_scope_is_shown_even_if_its_fault_was_overlooked(tmp_path, scope):
    from dataclasses import replace

    content = read_text(tmp_path, GOOD)
    creator = content.creators[0]
    narrowed = replace(creator, consent=replace(creator.consent, scope=frozenset(scope)))
    seen = for_audience(replace(content, creators=(narrowed,)), samples=False, today=TODAY).creators[0]
    assert bool(seen.whatsapp or seen.email) == ("contact" in scope)
    assert bool(seen.portrait or seen.pictures) == ("photo" in scope)
    assert bool(seen.works) == ("works" in scope)
    if "photo" not in scope:
        assert not any(work.photos or work.cover for work in seen.works)


WAYS_TO_WITHDRAW = [
    "---\nstatus: ditarik\n---\n",
    "---\nstatus: ditarik\ntanggal: 2026-10-02\n---\n",
    "---\nstatus: 'ditarik'\n---\n",
    "---\nSTATUS : Ditarik\n---\n",
    "---\n  status: ditarik\n---\n",
    "---\nstatus:ditarik\n---\n",
    "---\nstatus = ditarik\n---\n",
    "---\n- status: ditarik\n---\n",
    "---\nstatus: “ditarik”\n---\n",
    "---\nstatus: ditarik # atas permintaan\n---\n",
    "---\nstatus: ditarik 2 Oktober 2026\n---\n",
    "status: ditarik",
    "---\nstatus: ditarik",
    "\ufeff---\r\nstatus: ditarik\r\n---\r\n",
    '---\nnama: "rusak\ntopik: [\nstatus: ditarik\n---\n',
    "---\nstatus: terbit\nstatus: ditarik\n---\n",
    "nama: x\n\nstatus: ditarik\n",
    "**status: ditarik**",
]


@pytest.mark.parametrize("text", WAYS_TO_WITHDRAW)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_withdrawal_counts_however_it_is_written(tmp_path, text, encoding):
    content = read_text(tmp_path, text.encode(encoding), pictures=())
    assert [gone.slug for gone in content.gone] == ["contoh-rina"]
    assert content.creators == ()
    assert content.held_back == ()


@pytest.mark.parametrize(
    ("more", "since"),
    [
        ("tanggal: 2026-10-02\n", date(2026, 10, 2)),
        ("ditarik: 2 Oktober 2026\n", date(2026, 10, 2)),
        ("", None),
    ],
)
def test_a_withdrawn_file_holds_the_day_and_nothing_else(tmp_path, more, since):
    content = read_text(tmp_path, f"---\nstatus: ditarik\n{more}alamat_lama: contoh-lama\n---\n", pictures=())
    assert content.faults == ()
    assert [(gone.since, gone.old_slugs) for gone in content.gone] == [(since, ("contoh-lama",))]


@pytest.mark.parametrize(
    "old", ["contoh-lama", "https://situs.example/kreator/contoh-lama/", "kreator/contoh-lama", "\n  - contoh-lama/"]
)
def test_an_old_address_is_kept_however_it_is_written(tmp_path, old):
    content = read_text(tmp_path, f"---\nstatus: ditarik\nalamat_lama: {old}\n---\n", pictures=())
    assert [gone.old_slugs for gone in content.gone] == [("contoh-lama",)]


@pytest.mark.parametrize(("line", "is_sample"), [("contoh: ya\n", True), ("contoh: tidak\n", False), ("", False)])
def test_only_a_marked_withdrawal_is_a_sample(tmp_path, line, is_sample):
    """A folder's name marks nothing: somebody real may be called Contoh."""
    content = read_text(tmp_path, f"---\nstatus: ditarik\n{line}---\n", pictures=())
    assert content.faults == ()
    assert [one.slug for one in for_audience(content, samples=True, today=TODAY).gone] == ["contoh-rina"]
    public = for_audience(content, samples=False, today=TODAY)
    assert [one.slug for one in public.gone] == ([] if is_sample else ["contoh-rina"])


def test_a_sample_whose_consent_has_ended_is_no_loss_to_a_public_site(tmp_path):
    text = GOOD.replace(LAST_DAY, "  berlaku_sampai: 2026-07-01").replace("status: terbit", "status: contoh")
    content = read_text(tmp_path, text)
    assert len(for_audience(content, samples=True, today=TODAY).gone) == 1
    assert for_audience(content, samples=False, today=TODAY).gone == ()


def test_what_is_left_of_a_withdrawn_profile_is_named_and_it_is_gone_all_the_same(tmp_path):
    text = "---\nstatus: ditarik\nnama: Contoh Rina\nakun: https://www.instagram.com/x/\n---\n\nCerita lama.\n"
    content = read_text(tmp_path, text, pictures=("foto.jpg",))
    assert [(fault.path, fault.line, fault.code) for fault in content.faults] == [
        ("kreator/contoh-rina/foto.jpg", None, "P506"),
        (INDEX, 3, "P506"),
        (INDEX, 4, "P506"),
        (INDEX, 7, "P506"),
    ]
    assert [gone.slug for gone in content.gone] == ["contoh-rina"]


def test_a_day_that_is_none_is_named(tmp_path):
    content = read_text(tmp_path, "---\nstatus: ditarik\ntanggal: kemarin\n---\n", pictures=())
    assert as_rows(content.faults) == [("P108", 3, 10, "fault")]
    assert [gone.since for gone in content.gone] == [None]


def test_a_story_about_withdrawing_withdraws_nobody(tmp_path):
    assert read_text(tmp_path, GOOD + "\nstatus: ditarik\n", PICTURES).gone == ()
