"""Laws that hold for every text: reading ends, in a fault or in a value, and what is shown is inert.

The normal run tries the seeds and the same few hundred texts every time; `--all` goes on for ten minutes
each. A text that breaks a law belongs into `seeds/`.
"""

from __future__ import annotations

import re
import tempfile
import time
from html import unescape
from pathlib import Path

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.texts import FRONT, LINKS, QUICK, STORY, go_on, mixed, seeds
from tests.profiles.making import GOOD, read, write_profile

from showcase.cards.story import TAGS, creator_cleaner, office_cleaner, story_parts
from showcase.links import Refusal, find_links, read_link
from showcase.profiles.story import LONGEST_STORY
from showcase.profiles.story_shape import shape_faults
from showcase.text.invisible import BIDI, CONTROL

SECONDS_A_TEXT = 5
TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r'\s([\w:-]+)="([^"]*)"')
LINES = GOOD.split("\n")


def profile_is_read(text: str) -> None:
    """Reading a profile never raises; it gives a creator, a withdrawal, or a fault that can be found in the file."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        path = write_profile(Path(folder), text.encode("utf-8", "surrogatepass"))
        content = read(path.parent.parent)
    assert time.process_time() - began < SECONDS_A_TEXT
    bad = [fault for fault in content.faults if fault.severity == "fault"]
    assert len(content.creators) + len(content.gone) <= 1
    assert bool(content.creators) != bool(bad) or content.gone
    lines = re.split(r"\r\n|\r|\n", text)
    for fault in content.faults:
        assert "\n" not in fault.as_text()
        assert fault.line is None or 1 <= fault.line <= len(lines) + 1, fault
    for creator in content.creators:
        shown = (creator.name, creator.tagline, *creator.other_names, *(work.title for work in creator.works))
        assert not [one for one in shown if BIDI.search(one) or CONTROL.search(one)]
        assert creator.consent or creator.is_sample


def story_is_inert(text: str) -> None:
    """A story is refused, or becomes nothing but the elements that are allowed, soon."""
    text = text[:LONGEST_STORY]
    if any(shape_faults(text)):
        return
    for clean, schemes in (
        (creator_cleaner, ("https:", "mailto:")),
        (office_cleaner("../"), ("https:", "mailto:", "../")),
    ):
        began = time.process_time()
        parts = story_parts(text, clean=clean, link=lambda *_: None, picture=lambda *_: None)
        assert time.process_time() - began < SECONDS_A_TEXT
        for part in parts:
            only_allowed(part.html, schemes)


def only_allowed(html: str, schemes: tuple[str, ...]) -> None:
    """No element, attribute or address but the allowed ones."""
    for tag, attributes in TAG.findall(html):
        assert tag in TAGS, tag
        given = dict(ATTRIBUTE.findall(attributes))
        assert set(given) <= {"a": {"href", "rel"}, "ol": {"start"}, "li": {"value"}, "table": {"tabindex"}}.get(
            tag, set()
        ), attributes
        assert not ATTRIBUTE.sub("", attributes).strip(" /"), attributes
        if "href" in given:
            assert unescape(given["href"]).startswith(schemes), attributes


def link_is_known_or_refused(text: str) -> None:
    """A link is refused, or leads for a browser to where we say that it leads."""
    read_now = read_link(text)
    assert isinstance(find_links(text), tuple)
    if isinstance(read_now, Refusal):
        assert read_now.message
        return
    again = read_link(read_now.canonical)
    assert not isinstance(again, Refusal)
    assert (again.canonical, again.platform) == (read_now.canonical, read_now.platform)
    seen = ada_url.URL(read_now.canonical)
    assert seen.protocol == "https:"
    assert not seen.username
    assert not seen.port
    assert read_now.canonical.startswith(f"https://{seen.hostname}/")


def near_good() -> st.SearchStrategy[str]:
    """A good profile with some of its lines changed, lost or doubled."""
    edits = st.lists(st.tuples(st.integers(0, len(LINES) - 1), mixed(FRONT, most=4)), min_size=1, max_size=4)
    return edits.map(spoiled)


def spoiled(edits: list[tuple[int, str]]) -> str:
    """The good profile with some lines put in the place of others."""
    lines = list(LINES)
    for number, text in edits:
        before, colon, after = lines[number].partition(":")
        lines[number] = f"{before}{colon} {text}" if len(text) % 2 else text + after
    return "\n".join(lines)


PROFILES = st.one_of(near_good(), mixed(FRONT).map(lambda text: f"---\n{text}"), mixed(FRONT))
STORIES = mixed(STORY)
ADDRESSES = mixed(LINKS, most=12)


@pytest.mark.parametrize("text", seeds("profile"))
def test_kept_profiles(text):
    profile_is_read(text)


@pytest.mark.parametrize("text", seeds("story"))
def test_kept_stories(text):
    story_is_inert(text)


@pytest.mark.parametrize("text", seeds("links"))
def test_kept_links(text):
    link_is_known_or_refused(text)


@QUICK
@given(PROFILES)
def test_a_profile_is_read_or_refused(text):
    profile_is_read(text)


@QUICK
@given(STORIES)
def test_a_story_is_inert_or_refused(text):
    story_is_inert(text)


@QUICK
@given(ADDRESSES)
def test_a_link_is_known_or_refused(text):
    link_is_known_or_refused(text)


@pytest.mark.long
@pytest.mark.parametrize(
    ("law", "texts"),
    [(profile_is_read, PROFILES), (story_is_inert, STORIES), (link_is_known_or_refused, ADDRESSES)],
    ids=["profiles", "stories", "links"],
)
def test_for_ten_minutes(law, texts):
    assert go_on(law, texts) > 100
