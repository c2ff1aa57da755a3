"""However a story is made up, it is read and shown in a blink, or refused with a sentence that says why."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.profiles.making import read, smallest, write_profile

from showcase.cards.story import creator_cleaner, story_parts
from showcase.profiles.story import LONGEST_STORY
from showcase.profiles.story_shape import depth_of, shape_faults

SECONDS = 15  # of one story, on a slow and busy computer; without the limits these take minutes


def filled(piece: str) -> str:
    """A story of the greatest length, of one piece."""
    return (piece * LONGEST_STORY)[:LONGEST_STORY]


def shown_in(story: str) -> float:
    """Seconds of processor time until a story is parts."""
    began = time.process_time()
    story_parts(story, clean=creator_cleaner, link=lambda *_: None, picture=lambda *_: None)
    return time.process_time() - began


@pytest.mark.parametrize(
    ("story", "said"),
    [
        (filled("["), "kurung siku"),
        (filled("![a]("), "kurung siku"),
        (filled("[](<"), "kurung siku"),
        (filled("[a][b]"), "kurung siku"),
        (filled("<![CDATA["), "tanda <"),
        (filled("<a "), "tanda <"),
        (filled("``a`"), "tanda `"),
        (filled("a\n=\n"), "paragraf"),
        (filled("# a\n"), "paragraf"),
        (filled("1. "), "bertingkat"),
        (filled("> "), "bertingkat"),
        (filled(">"), "bertingkat"),
        (filled("- > "), "bertingkat"),
        ("\n".join("\t" * depth + "- a" for depth in range(190)), "bertingkat"),
        ("\n".join("    " * depth + "1. a" for depth in range(90)), "bertingkat"),
        (filled("https://t.me/contoh_saya\n\n"), "tautan"),
    ],
)
def test_what_markdown_would_brood_over_is_refused(tmp_path, story, said):
    assert any(said in message for _line, message in shape_faults(story))
    write_profile(tmp_path, smallest().rstrip("\n") + f"\n\n{story}\n", "tetangga")
    content = read(tmp_path)
    assert content.held_back == ("tetangga",)
    assert [fault.code for fault in content.faults if fault.code == "P125"]


@pytest.mark.parametrize(
    "story",
    [
        "Satu *dua* [tiga](https://contoh.example/) `empat`.",
        "- a\n    - b\n        - c\n",
        "> kutipan\n> > di dalam kutipan\n",
        "* * * * * * * * * *",
        "\n\n".join(f"Paragraf {number}." for number in range(500)),
        "\n".join(f"baris {number}" for number in range(200)),
        "\n\n".join(f"[karya {number}](https://contoh.example/{number})" for number in range(60)),
    ],
)
def test_what_people_write_is_not(story):
    assert list(shape_faults(story)) == []


@pytest.mark.parametrize(("line", "depth"), [("a", 0), ("> a", 1), (">> a", 2), ("1. - > a", 3), ("    - a", 2)])
def test_the_depth_of_a_line(line, depth):
    assert depth_of(line) == depth


PIECES = (*"[]()<>!*_`#=-|:&\\\n a", "    ", "1.")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_any_piece_repeated_is_refused_or_quick(piece):
    story = filled(piece)
    if not any(shape_faults(story)):
        assert shown_in(story) < SECONDS


@pytest.mark.parametrize("mark", ["[", "![a](<", "<a ", "<![", "`", "``a`"])
def test_as_many_marks_as_are_allowed_are_quick(mark):
    story = (mark * 120)[: 120 * len(mark)] + "a " * LONGEST_STORY
    assert shown_in(story[:LONGEST_STORY]) < SECONDS


def test_a_file_of_fifty_megabytes_is_not_even_read(tmp_path):
    folder = write_profile(tmp_path, smallest(), "tetangga")
    (folder / "index.md").write_bytes(b"---\n" + b"x" * 50_000_000)
    tracemalloc.start()
    content = read(tmp_path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000
    assert [fault.code for fault in content.faults] == ["P001"]


@pytest.mark.parametrize("where", ["\nCerita: {}\n", "ringkasan: {}"])
def test_thousands_of_numbers_are_refused_soon(tmp_path, where):
    numbers = where.format("08 " * 63_000)
    text = smallest() + numbers if where[0] == "\n" else smallest(more=f"{numbers}\n")
    write_profile(tmp_path, text, "tetangga")
    began = time.process_time()
    assert read(tmp_path).held_back == ("tetangga",)
    assert time.process_time() - began < SECONDS
