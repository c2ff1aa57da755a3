"""Cheap tests stand before dear ones, so that ten thousand profiles are read in seconds: none of them may miss."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.diagnostics.collector import DiagnosticCollector
from showcase.frontmatter.lines import read_lines
from showcase.links import read_link
from showcase.links.platforms import HOSTS, ROWS
from showcase.links.url_parser import Address, decode, has_blank, parse_url
from showcase.profiles.story import AT_OR_DIGIT, WORTH_A_LOOK
from showcase.schema.key import fold_key
from showcase.text.invisible import HIDDEN, PERHAPS_HIDDEN

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


def test_whatever_hides_is_looked_at():
    # Between Latin letters even a joiner hides.
    hiding = {char for found in HIDDEN.findall("a".join(EVERY_CHARACTER)) for char in found}
    assert len(hiding) > 400
    assert [hex(ord(char)) for char in hiding if not PERHAPS_HIDDEN.fullmatch(char)] == []


def test_a_blank_is_what_python_calls_one():
    assert {char for char in EVERY_CHARACTER if has_blank(char)} == {char for char in EVERY_CHARACTER if char.isspace()}


@given(st.from_regex(WORTH_A_LOOK))
def test_whatever_may_be_a_number_or_an_address_is_looked_at(text: str):
    assert AT_OR_DIGIT.search(text)


def test_every_digit_is_looked_at():
    assert [char for char in re.findall(r"\d", EVERY_CHARACTER) if not AT_OR_DIGIT.match(char)] == []


@given(st.text("aB _-ıßİ09é.", max_size=12) | st.text(max_size=12))
def test_a_key_is_folded_alike_on_both_ways(name: str):
    assert fold_key(name) == "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


@given(st.text(" \t\x0b\u2003a:-", max_size=12))
def test_the_column_of_a_line_is_where_its_text_begins(raw: str):
    lines = list(read_lines([raw], 1, DiagnosticCollector("index.md")))
    assert bool(lines) == bool(raw.strip())
    for line in lines:
        assert raw[line.column - 1 :].strip() == line.text == raw.strip()
        assert line.indent == len(raw[: line.column - 1].expandtabs(2))


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="%\\"), max_size=20))
def test_plain_text_decodes_to_itself_as_its_codes_do(text: str):
    assert decode(text) == text == decode("".join(f"%{ord(char):02X}" for char in text))


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_a_host_that_was_sound_once_is_still_asked_for_what_stands_behind_it(host: str):
    for _ in range(2):
        assert isinstance(parse_url(f"https://{host}/contoh"), Address)
        assert not isinstance(parse_url(f"https://{host}?@evil.example/contoh"), Address)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_what_a_host_was_asked_before_changes_no_answer(row):
    addresses = [case.url for case in row.accepts] + [url for url, _ in row.refuses]
    forth = {url: read_link(url) for url in addresses}
    assert {url: read_link(url) for url in reversed(addresses)} == forth
