"""What a stranger wrote stays words in our comments: no link, no mention, no Markdown, whatever stands around it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from showcase.text.markdown import TURNING, code_span, unlinked

# What GitHub makes a link of by itself: GFM 6.9 as its own program has it (an address after any sign that is no letter
# of ASCII, `www.` after few, e-mail), then names, numbers and commits. A bare host name is made one by mail programs.
HOST = r"[^\s!-,/:-@\[-`{-~]"
AUTOLINKS = {
    "address": re.compile(rf"(?<![A-Za-z])(?:https?|ftp)://{HOST}", re.IGNORECASE),
    "www": re.compile(rf"(?:^|(?<=[\s*_~(]))www\.{HOST}", re.IGNORECASE),
    "scheme": re.compile(r"(?:mailto|xmpp|javascript|data|tel):[A-Za-z0-9]", re.IGNORECASE),
    "e-mail": re.compile(r"[A-Za-z0-9.+_-]+@[A-Za-z0-9]"),
    "mention": re.compile(r"@[A-Za-z0-9]"),
    "number": re.compile(r"#\d|GH-\d", re.IGNORECASE),
    "commit": re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])"),
    "host": re.compile(r"[A-Za-z0-9]\.[A-Za-z]{2}"),
}
BEFORE = (
    "",
    "_",
    "1",
    "\u00e9",
    "\u3042",
    "*",
    "**",
    "~",
    "(",
    "Masuk",
    "Masuk_",
    "Masuk1",
    "-",
    "\u201c",
    ":",
    "/",
    "\\",
)
LINKS = (
    "https://evil.tld/dinas",
    "HTTP://evil.tld",
    "ftp://evil.tld",
    "www.evil.tld",
    "WWW.evil.tld",
    "mailto:a@evil.tld",
    "xmpp:a@evil.tld/x",
    "javascript:alert(1)",
    "a.b-c_d@evil.tld",
    "evil.tld/dinas",
    "@dinas",
    "@dinas/tim",
    "#123",
    "dinas/kreator#123",
    "GH-1",
    "gh-1",
    "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "a5c3785",
    "dinas@a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "[a](https://evil.tld)",
    "[a][b]",
    "![a](https://evil.tld/a.gif)",
    "<https://evil.tld>",
    "<a href=https://evil.tld>a</a>",
    "<img src=x>",
    "&#104;ttps://evil.tld",
    "&commat;dinas",
    "`https://evil.tld`",
    "$a$",
    "| a |",
)


def shown(markdown: str) -> BeautifulSoup:
    """What a reader of Markdown makes of it, tables included."""
    return BeautifulSoup(
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"A: {markdown} z"), "html.parser"
    )


def links_in(text: str) -> set[str]:
    return {kind for kind, pattern in AUTOLINKS.items() if pattern.search(text)}


def assert_only_words(text: str) -> None:
    quoted = unlinked(text)
    page = shown(quoted)
    assert {tag.name for tag in page.find_all(True)} == {"p"}
    assert links_in(quoted) | links_in(page.get_text()) == set()
    words = " ".join(TURNING.sub("\ufffd", text).replace("`", "'").split())
    assert page.get_text().replace("\u200b", "").split() == ["A:", *words.split(), "z"]


@pytest.mark.parametrize("link", LINKS[:19])
def test_what_is_looked_for_is_what_github_links(link: str) -> None:
    assert links_in(link)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("link", LINKS)
def test_nothing_of_a_stranger_becomes_a_link(before: str, link: str) -> None:
    assert_only_words(f"Lihat {before}{link} ini")
    assert_only_words(f"{before}{link}{before}{link}")


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from((*BEFORE, *LINKS, " ", ".", "://")), st.text(max_size=4)), max_size=8).map(
        "".join
    )
)
def test_no_text_becomes_anything_but_words(text: str) -> None:
    assert_only_words(text.replace("\u200b", "").replace("\x00", ""))


def test_a_stranger_cannot_turn_the_words_that_follow() -> None:
    assert unlinked("Budi \u202e \u2066") == "Budi \ufffd \ufffd"
    assert code_span("a\u202eb") == "`a\ufffdb`"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("https://www.instagram.com/budi/?a=1&b=2", "`https://www.instagram.com/budi/?a=1&b=2`"),
        ("a`b", "`` a`b ``"),
        ("a``` b\nc", "```` a``` b c ````"),
        ("", "` `"),
        ("a | b", "`a | b`"),
    ],
)
def test_what_is_to_be_copied_stays_as_it_is(text: str, span: str) -> None:
    assert code_span(text) == span


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from((*LINKS, "`", "``", "|", "\\", " ")), st.text(max_size=4)), max_size=8).map(
        "".join
    )
)
def test_nothing_leaves_its_code_span_nor_its_cell(text: str) -> None:
    inside = TURNING.sub("\ufffd", text.replace("\x00", ""))
    page = shown(code_span(inside))
    assert [tag.name for tag in page.find_all(True)] == ["p", "code"]
    assert page.code.get_text().split() == inside.split()
    row = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(f"| a | b |\n|---|---|\n| {code_span(inside, cell=True)} | b |\n")
    )
    assert len(BeautifulSoup(row, "html.parser").find_all("td")) == 2
