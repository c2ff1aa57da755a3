"""A story becomes text, platform cards and pictures; whatever else it holds is inert."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import Markdown
from tests.support.making import card_context, creator, document

from showcase.cache.cache import Results
from showcase.cards.creators import creator_card, creator_page
from showcase.cards.documents import document_card
from showcase.cards.markup import AsTyped
from showcase.cards.opened import StoryPicture, StoryText
from showcase.cards.story import PLAIN, TAGS, creator_cleaner, office_cleaner, render, story_parts


def parts(text: str, clean=creator_cleaner) -> list[object]:
    """Parts with links and pictures as plain tuples, so that they compare at a glance."""
    return [
        part.html if isinstance(part, StoryText) else part
        for part in story_parts(
            text,
            clean=clean,
            link=lambda link, label: ("link", link.platform, link.id, label),
            picture=lambda name, alt, title: ("picture", name, alt, title) if name == "pantai.jpg" else None,
        )
    ]


VIDEO = "https://www.youtube.com/watch?v=contoh00001"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halo *semua*.", ["<p>Halo <em>semua</em>.</p>"]),
        (f"Awal.\n\n{VIDEO}\n\nAkhir.", ["<p>Awal.</p>", ("link", "youtube", "contoh00001", ""), "<p>Akhir.</p>"]),
        (f"<{VIDEO}>", [("link", "youtube", "contoh00001", "")]),
        (f"[Senja di pantai]({VIDEO})", [("link", "youtube", "contoh00001", "Senja di pantai")]),
        (f"{VIDEO}\n{VIDEO}", [("link", "youtube", "contoh00001", "")] * 2),
        ("![Perahu](pantai.jpg)", [("picture", "pantai.jpg", "Perahu", "")]),
        ('![Perahu](pantai.jpg "Foto: Dinas")', [("picture", "pantai.jpg", "Perahu", "Foto: Dinas")]),
    ],
)
def test_what_stands_alone_becomes_a_part(text, expected):
    assert parts(text) == expected


def test_a_link_among_words_stays_a_link_marked_as_foreign():
    [html] = parts(f"Lihat [video]({VIDEO}) ini.")
    assert html == f'<p>Lihat <a href="{VIDEO}" rel="ugc nofollow noopener">video</a> ini.</p>'


def test_a_website_alone_stays_text():
    [html] = parts("[Situs saya](https://contoh.example/)")
    assert "contoh.example" in html


def test_a_picture_that_is_not_in_the_folder_is_not_shown():
    assert parts("![x](https://lain.example/a.gif)") == []


def test_a_table_too_wide_for_a_phone_is_within_reach_of_the_keyboard():
    [part] = parts("| Hari | Jam |\n|---|---|\n| Senin | 08.00 |")
    assert part.startswith('<table tabindex="0">')


def test_headings_start_below_the_page_s_own():
    assert parts("# A\n\n## B\n\n##### C") == ["<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>"]


@pytest.mark.parametrize(
    ("given_href", "expected"),
    [
        ("gabung/", "../gabung/"),
        ("/gabung/", "../gabung/"),
        ("https://mediacenter.belitung.go.id/", "https://mediacenter.belitung.go.id/"),
    ],
)
def test_the_office_may_link_into_the_site(given_href, expected):
    [html] = parts(f"[x]({given_href})", office_cleaner("../"))
    assert f'href="{expected}"' in html


def test_the_office_s_text_is_rendered_once_and_cleaned_for_each_depth(tmp_path, monkeypatch):
    """In a later build too; a page deep in the site leads back further, and a creator's text not at all."""
    text = document(story="[x](gabung/)")
    for build in ("first", "next"):
        kept = replace(card_context(), results=Results(tmp_path / "cerita", b""))
        for root in ("", "../"):
            [part] = document_card(text, kept, root=root).story
            assert f'href="{root}gabung/"' in part.html, build
        kept.results.save()
        monkeypatch.setattr("showcase.cards.documents.render", None)
    author, kept = creator(story=text.story), replace(card_context(), results=Results(tmp_path / "cerita", b""))
    cards = {author.slug: creator_card(author, kept)}
    [part] = creator_page(author, (), cards, (), kept).story
    assert "href" not in part.html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](//jahat.example/a)",
        "[x](/a)",
        "<a href='vbscript:x'>x</a>",
        "<iframe src=https://jahat.example></iframe>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<form action=https://jahat.example><input></form>",
        "<p style='position:fixed' onclick=alert(1) class=x id=y>teks</p>",
        "Halo {: onclick='alert(1)' }",
        "<base href=https://jahat.example>",
        "<meta http-equiv=refresh content='0;url=https://jahat.example'>",
        "<a href=https://aman.example target=_blank ping=https://jahat.example>x</a>",
    ],
)
def test_an_attack_leaves_nothing_that_runs(attack):
    assert_inert("".join(str(part) for part in parts(attack)))


@given(st.text(alphabet=st.sampled_from("<>\"'/=:;()&#!-[]`*_ \n\tajhrefonclickscriptdta:"), max_size=200))
def test_no_text_yields_anything_but_the_allowed_elements(text):
    assert_inert("".join(part for part in parts(text) if isinstance(part, str)))


def assert_inert(html: str) -> None:
    for tag, attributes in re.findall(r"<([a-zA-Z][\w-]*)([^>]*)>", html):
        assert tag in TAGS
        names = set(re.findall(r'([\w-]+)="', attributes))
        assert names <= (
            {"href", "rel"} if tag == "a" else {"start"} if tag == "ol" else {"value"} if tag == "li" else set()
        )
    for href in re.findall(r'href="([^"]*)"', html):
        assert href.startswith(("https:", "mailto:"))


def test_parts_are_the_values_templates_know():
    made = story_parts(
        "a\n\n![b](pantai.jpg)", clean=creator_cleaner, link=lambda *_: None, picture=lambda *_: StoryPicture(None)
    )
    assert [type(part) for part in made] == [StoryText, StoryPicture]


WORDS = st.text(st.sampled_from("aAñ漢9 ,.;?!()/'\"–-%\n*_#:=+>`&<[]|\\~1"), max_size=60)


@given(WORDS)
def test_a_plain_story_is_what_markdown_makes_of_it(text: str):
    """The quick way for stories without a sign of Markdown is never another way."""
    whole = Markdown(extensions=["tables", "sane_lists", "def_list", AsTyped()], output_format="html")
    assert render(text) == whole.convert(text)


@pytest.mark.parametrize(
    ("text", "quick"),
    [
        ('Halo. Saya (Rina) - dari "Sijuk", 100% asli!\nBaris dua.\n\nAlinea dua', True),
        ("Akhir dua spasi  \nbaris", False),
        ("1. satu", False),
        ("- satu", False),
        ("Judul\n===", False),
        ("Judul\n---", False),
        ("Pendek\nlagi", True),
        ("Kata\n: arti", False),
        ("Halo *semua*", False),
        ("a & b", False),
        ("a\n\n\nb", False),
        (" a", False),
        ("", False),
    ],
)
def test_which_stories_are_plain(text: str, quick: bool):
    assert bool(PLAIN.fullmatch(text)) is quick


def words_of(text: str) -> str:
    """What a visitor reads of a story: its words, a line for each break."""
    html = "".join(part for part in parts(text) if isinstance(part, str))
    return unescape(re.sub(r"<[^>]*>", "", html.replace("<br>", ""))).strip()


LONG = "Kalimat yang panjang sekali sampai penyunting teks harus melanjutkannya di baris"


@pytest.mark.parametrize(
    "text",
    [
        "#belitung #kuliner #umkm", "Ikuti @_rina_ dan @nama__lain ya.", "Hubungi <Rina> di <kota Contoh> ya.",
        "I <3 laut",
        "[Rina]: bagus", "[Rina](bagus sekali)", "[Rina](fotografer)", "5*3*2 dan 2*3", "Harga 5* dan 3* sama",
        "*) syarat *)",
        "https://contoh.id/a_b_c_d dan https://contoh.id/_x_", "nama_folder_saya", "~coret~ dan ~~lagi~~",
        "&copy tanpa titik",
        "R&D;", ">5 tahun", "1) satu", "08. nol", "Nama\n===", "C:\\foto\\baru", "a < b dan c > d",
        "<script>alert(1)</script>",
        "<b>tebal</b> <br> <center>x</center>", "#1 di pulau", "+62 saja", "Jam 08.00 - 10.00 *",
    ],
)  # fmt: skip
def test_what_was_not_meant_as_a_mark_comes_out_as_typed(text):
    assert words_of(text) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## Judul", "<h3>Judul</h3>"),
        ("## Belajar C#", "<h3>Belajar C#</h3>"),
        ("## Judul ##", "<h3>Judul</h3>"),
        ("*miring* **tebal** _miring_ ***dua***",
         "<p><em>miring</em> <strong>tebal</strong> <em>miring</em> <strong><em>dua</em></strong></p>"),
        ("*kata*nya dan **kata**nya", "<p><em>kata</em>nya dan <strong>kata</strong>nya</p>"),
        ("Layanan:\n- Foto\n- Video", "<p>Layanan:</p>\n<ul>\n<li>Foto</li>\n<li>Video</li>\n</ul>"),
        ("Layanan:\n1. Foto\n2. Video", "<p>Layanan:</p>\n<ol>\n<li>Foto</li>\n<li>Video</li>\n</ol>"),
        ("    Menjorok.\n\n    Lagi.", "<p>Menjorok.</p>\n<p>Lagi.</p>"),
        ("Nama\n---\nlagi", "<p>Nama</p>\n<hr>\n<p>lagi</p>"),
        ("2019. Mulai.\n2021. Pindah.", '<ol start="2019">\n<li>Mulai.</li>\n<li value="2021">Pindah.</li>\n</ol>'),
        ("2019. Mulai.\n\n2021. Pindah.",
         '<ol start="2019">\n<li>\n<p>Mulai.</p>\n</li>\n<li value="2021">\n<p>Pindah.</p>\n</li>\n</ol>'),
        ("1. a\n1. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> kutipan", "<blockquote>\n<p>kutipan</p>\n</blockquote>"),
        ("Baris satu\nBaris dua", "<p>Baris satu<br>\nBaris dua</p>"),
        (f"{LONG}\nberikutnya.", f"<p>{LONG}\nberikutnya.</p>"),
        (f"{LONG}\n\u2022 Foto\n\u2022 Video", f"<p>{LONG}<br>\n\u2022 Foto<br>\n\u2022 Video</p>"),
        (f"{LONG}\n2) Video", f"<p>{LONG}<br>\n2) Video</p>"),
        ("Terlihat.<!-- tidak terlihat -->", "<p>Terlihat.</p>"),
        ("`a_b <c>`", "<p><code>a_b &lt;c&gt;</code></p>"),
        ("- satu\n    - dua", "<ul>\n<li>satu<ul>\n<li>dua</li>\n</ul>\n</li>\n</ul>"),
    ],
)  # fmt: skip
def test_markdown_that_was_meant_still_works(text, html):
    assert parts(text) == [html]


TYPED = st.text(st.sampled_from("abZ9 1é漢.,:;!?'\"()[]<>{}*_#@+-=~|/\\%$^&`•✅\n"), max_size=80)


@given(TYPED)
def test_every_letter_and_digit_of_a_story_is_on_the_page(text: str):
    """Outside of what Markdown takes for an address, an entity or a number of a list."""
    assume(not re.search(r"\]\(|&\w+;|&#|^\s*(?:[>*+-]\s*)*\d{1,9}\.\s|<!--", text, re.MULTILINE))
    assert letters(words_of(text)) == letters(text)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
