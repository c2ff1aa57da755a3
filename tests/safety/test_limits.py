"""However a story is made up, it is read and shown in a blink, or refused with a sentence that says why."""

from __future__ import annotations

import os
import shutil
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.profiles.making import HERE, TODAY, read, smallest, write_profile

from showcase.cache.cache import Results
from showcase.cards.story import creator_cleaner, story_parts
from showcase.content import collection, documents, read_content, read_region
from showcase.content import folders as files
from showcase.diagnostics.collector import MOST_FAULTS, DiagnosticCollector
from showcase.diagnostics.registry import template_of
from showcase.profiles.story import LONGEST_STORY
from showcase.profiles.story_shape import deeper_than, shape_faults

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
    assert any(said in template_of(message) for _line, message, _count, _most in shape_faults(story))
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
    assert not deeper_than(depth).match(line)
    assert not depth or deeper_than(depth - 1).match(line)


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


def crowd(content: Path, count: int, text: str) -> None:
    """So many profiles of the same text, which lies on the disk once."""
    first = write_profile(content, text, "uji")
    for number in range(count):
        folder = content / "kreator" / f"uji-{number}"
        folder.mkdir()
        os.link(first / "index.md", folder / "index.md")


def held(content: Path) -> int:
    """The most memory that reading needs of Python, bytes."""
    tracemalloc.start()
    read(content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_many_large_profiles_do_not_fill_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_HELD", 1_000_000)
    crowd(tmp_path, 150, "---\n" + "x" * 900_000)
    assert held(tmp_path) < 15_000_000


@pytest.mark.long
def test_ten_thousand_hostile_profiles_leave_room_for_others(tmp_path):
    crowd(tmp_path, 10_000, "---\n" + "x" * 900_000)
    assert held(tmp_path) < 250_000_000


def test_what_memory_has_no_room_for_is_read_all_the_same(tmp_path, monkeypatch):
    for name in ("satu", "dua"):
        write_profile(tmp_path, smallest(account=f"uji.{name}"), name)
    memory = Results(tmp_path / "ingatan", b"")
    before = read_content(tmp_path, tmp_path, TODAY, results=memory)
    monkeypatch.setattr(files, "MOST_HELD", 0)
    assert read_content(tmp_path, tmp_path, TODAY, results=memory) == before
    assert {one.slug for one in before.creators} == {"satu", "dua"}


def spoilt(count: int, name: str = "uji") -> str:
    """A profile with so many keys that nobody knows, and works that lead nowhere."""
    works = "".join(f"  - tautan: javascript:{number}\n    kunci: x\n" for number in range(count))
    return smallest(f"Contoh {name}", name, more=f"karya:\n{works}")


def test_of_one_file_so_many_faults_are_told_and_no_more(tmp_path):
    write_profile(tmp_path, spoilt(400), "uji")
    found = read(tmp_path)
    told = [fault for fault in found.faults if fault.path == "kreator/uji/index.md"]
    assert len(told) == MOST_FAULTS + 1
    assert [fault.message for fault in told if fault.code == "P018"] == [
        f"masih ada lagi; hanya {MOST_FAULTS} hal pertama yang disebut. Perbaiki dahulu yang itu."
    ]
    assert found.held_back == ("uji",)


def test_a_fault_behind_many_suggestions_counts():
    diagnostics = DiagnosticCollector("kreator/uji/index.md")
    for number in range(MOST_FAULTS * 2):
        diagnostics.add("P010", (number + 1, 1))
    assert not diagnostics.has_faults
    diagnostics.add("P129", (9, 1))
    assert diagnostics.has_faults
    assert len(diagnostics.faults) == MOST_FAULTS + 2


def test_of_many_faulty_profiles_one_fault_each_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(collection, "MOST_FAULTS", 3)
    for number in range(5):
        write_profile(tmp_path, spoilt(2, f"uji.{number}"), f"uji-{number}")
    found = read(tmp_path)
    assert found.held_back == tuple(f"uji-{number}" for number in range(5))
    assert [sum(fault.path.startswith(f"kreator/uji-{n}/") for fault in found.faults) for n in (1, 4)] == [1, 1]


def test_news_are_so_many_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "MOST_FILES", 2)
    (tmp_path / "kabar").mkdir()
    for day in (1, 2, 3):
        text = f"---\njudul: Kabar {day}\n---\n\nIsi.\n"
        (tmp_path / f"kabar/2026-01-0{day}-kabar-{day}.md").write_text(text, encoding="utf-8")
    found = read(tmp_path)
    assert len(found.news) == 2
    assert [fault.message for fault in found.faults] == ["3 berkas, paling banyak 2; sisanya tidak dibaca."]


@pytest.mark.parametrize("name", ["tempat.csv", "peta.svg", "logo.svg"])
def test_a_file_of_the_region_is_not_read_in_part(tmp_path, name):
    shutil.copytree(HERE / "wilayah", tmp_path / "wilayah")
    with (tmp_path / "wilayah" / name).open("ab") as file:
        file.write(b"\n" * 3_000_000)
    _region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert [fault.code for fault in faults if fault.path == f"wilayah/{name}"] == ["P001"]


@pytest.mark.parametrize("where", ["\nCerita: {}\n", "ringkasan: {}"])
def test_thousands_of_numbers_are_refused_soon(tmp_path, where):
    numbers = where.format("08 " * 63_000)
    text = smallest() + numbers if where[0] == "\n" else smallest(more=f"{numbers}\n")
    write_profile(tmp_path, text, "tetangga")
    began = time.process_time()
    assert read(tmp_path).held_back == ("tetangga",)
    assert time.process_time() - began < SECONDS
