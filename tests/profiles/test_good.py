"""Two hundred good profiles, written the way people write: nobody is told of a mistake that is none."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.profiles import good_ways as ways
from tests.profiles.good_profiles import HOW_MANY, good_profiles, write_all
from tests.profiles.making import read

from showcase.profiles import Content


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Content:
    folder = tmp_path_factory.mktemp("baik")
    write_all(folder, good_profiles())
    return read(folder)


def test_no_good_profile_has_a_fault(content):
    assert [fault.as_text() for fault in content.faults if fault.severity == "fault"] == []
    assert len(content.creators) == HOW_MANY


def test_only_loose_writing_gets_a_suggestion_and_only_one(content):
    expected = Counter((f"kreator/{one.slug}/index.md", code) for one in good_profiles() for code in one.expected)
    assert Counter((fault.path, fault.code) for fault in content.faults) == expected


def test_every_way_of_writing_is_among_them():
    written = [block.replace(one.slug[7:], "№").strip() for one in good_profiles() for block in one.blocks]
    every = [way.strip() for table in ways.PLAIN for way in table] + [way.strip() for way, _ in ways.PORTRAITS]
    assert [way for way in every if way and not any(block.startswith(way) for block in written)] == []
    assert {code for one in good_profiles() for code in one.expected} == {code for _, code in ways.LOOSE}


@pytest.mark.parametrize(
    "name",
    [
        "Contoh Rina: Cerita Pulau", "Contoh #JelajahPulau", 'Contoh "Bang Ucok" Rahman', "@contoh.rina", "No",
        "Contoh: Kopi Pagi", "Contoh Andi, S.Kom., M.M.", "Contoh Jarak", "Contoh 🏝️ Pulau 👨‍👩‍👧", "12:30 Contoh",
    ],
)  # fmt: skip
def test_a_name_comes_out_as_it_was_written(content, name):
    assert name in {creator.name for creator in content.creators}
