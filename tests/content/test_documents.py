"""News and pages of the office."""

from __future__ import annotations

from datetime import date

import pytest
from tests.profiles.making import TODAY, write_picture
from tests.support.making import SITE

from showcase.content.documents import read_documents

NEWS = "---\njudul: Pertemuan kreator\nringkasan: Diskusi\nsumber: Contoh\ntautan_sumber: https://contoh.id/berita?id=1\n---\n\nIsi.\n"
PAGE = "---\njudul: Tentang\nmenu: Tentang\nurutan: 1\n---\n\nIsi halaman, hubungi dinas@contoh.id.\n"


def write(content, name, text, kind="kabar"):
    folder = content / kind
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(content, kind="kabar"):
    return [(fault.path, fault.line, fault.code) for fault in read_documents(content, kind, TODAY, SITE)[1]]


def test_news_take_their_day_from_the_file_name(tmp_path):
    write(tmp_path, "2026-06-08-pertemuan.md", NEWS)
    write(tmp_path, "2026-07-01-lagi.md", NEWS)
    documents, faults = read_documents(tmp_path, "kabar", TODAY, SITE)
    assert faults == []
    assert [(document.slug, document.published) for document in documents] == [
        ("lagi", date(2026, 7, 1)),
        ("pertemuan", date(2026, 6, 8)),
    ]
    assert documents[0].source_url == "https://contoh.id/berita?id=1"
    assert (documents[0].story, documents[0].story_line) == ("Isi.", 8)


def test_two_news_of_one_address_are_named(tmp_path):
    write(tmp_path, "2026-06-08-lomba.md", NEWS)
    write(tmp_path, "2027-06-08-lomba.md", NEWS)
    documents, faults = read_documents(tmp_path, "kabar", TODAY, SITE)
    assert [(fault.path, fault.code) for fault in faults] == [("kabar/2027-06-08-lomba.md", "D105")]
    assert "2026-06-08-lomba.md" in faults[0].message
    assert [document.slug for document in documents] == ["lomba"]


def test_pages_stand_in_menu_order_and_may_name_the_office(tmp_path):
    write(tmp_path, "tentang.md", PAGE, "halaman")
    write(tmp_path, "aturan.md", PAGE.replace("urutan: 1", "urutan: 0"), "halaman")
    documents, faults = read_documents(tmp_path, "halaman", TODAY, SITE)
    assert faults == []
    assert [(document.slug, document.order) for document in documents] == [("tentang", 1), ("aturan", 0)]


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("2026-06-08-a.md", NEWS, None, "D102"),
        ("2026-06-08-Pertemuan Kita.md", NEWS, None, "D102"),
        ("pertemuan.md", NEWS, None, "D103"),
        ("2026-06-08-pertemuan.md", NEWS.replace("judul: Pertemuan kreator\n", ""), None, "P102"),
        ("2026-06-08-pertemuan.md", NEWS.replace("judul:", "title:"), 2, "P101"),
        ("2026-06-08-pertemuan.md", NEWS.replace("https://contoh", "javascript://contoh"), 5, "L103"),
        ("2026-06-08-pertemuan.md", NEWS.replace("Isi.\n", ""), None, "D104"),
        ("2026-06-08-pertemuan.md", NEWS.replace("Isi.", "![Laut](laut.jpg)"), 8, "P301"),
        ("2026-06-08-pertemuan.md", NEWS.replace("---\njudul", "---\ntanggal: 2027-01-01\njudul"), 2, "P109"),
        ("pertemuan.docx", "x", None, "D101"),
        ("aux.md", NEWS, None, "P027"),
    ],
)
def test_a_single_mistake_is_the_only_fault(tmp_path, name, text, line, code):
    write(tmp_path, name, text)
    assert rows(tmp_path) == [(f"kabar/{name}", line, code)]


@pytest.mark.parametrize("slug", ["kreator", "karya", "data", "404"])
def test_a_page_cannot_take_the_address_of_the_site_itself(tmp_path, slug):
    write(tmp_path, f"{slug}.md", PAGE, "halaman")
    assert rows(tmp_path, "halaman") == [(f"halaman/{slug}.md", None, "D102")]


def test_pictures_of_news_are_checked_and_used(tmp_path):
    folder = write(tmp_path, "2026-06-08-pertemuan.md", NEWS.replace("ringkasan", "foto: laut.jpg\nringkasan"))
    write_picture(folder / "laut.jpg")
    documents, faults = read_documents(tmp_path, "kabar", TODAY, SITE)
    assert faults == []
    assert documents[0].photo.path.name == "laut.jpg"
    write_picture(folder / "lain.jpg")
    assert rows(tmp_path) == [("kabar/lain.jpg", None, "P307")]


@pytest.mark.posix
def test_symlinks_are_not_followed(tmp_path):
    folder = write(tmp_path, "2026-06-08-pertemuan.md", NEWS)
    (folder / "2026-06-09-lain.md").symlink_to(folder / "2026-06-08-pertemuan.md")
    assert rows(tmp_path) == [("kabar/2026-06-09-lain.md", None, "D101")]


def test_words_in_braces_say_what_the_site_file_says(tmp_path):
    text = "---\njudul: Di {nama}\nringkasan: Dari {daerah}\n---\n\n{dinas_nama}, {dinas_singkat}, {daerah_lengkap}"
    write(tmp_path, "tentang.md", text, "halaman")
    (page,), faults = read_documents(tmp_path, "halaman", TODAY, SITE)
    assert not faults
    assert (page.title, page.summary) == ("Di Kreator Contoh", "Dari Contoh")
    assert page.story.strip() == "Dinas Contoh, Diskominfo, Kabupaten Contoh"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\njudul: Tentang {daera}\n---\n\nIsi.\n", (2, 16)),
        ("---\njudul: Tentang\n---\n\nIsi.\nDari {dinas}.\n", (6, 6)),
        ("---\njudul: Tentang\n---\n\n[Aturan]({filename}/halaman/aturan.md)\n", None),
        ("---\njudul: Tentang\n---\n\nMasukan {1, 2} dan { }.\n", None),
    ],
)
def test_a_word_in_braces_that_is_none_is_a_fault(tmp_path, text, place):
    write(tmp_path, "tentang.md", text, "halaman")
    faults = read_documents(tmp_path, "halaman", TODAY, SITE)[1]
    assert [(fault.code, (fault.line, fault.column)) for fault in faults] == ([("D107", place)] if place else [])
