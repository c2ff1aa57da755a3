"""Pasting a fix clears its fault and makes no new one: a law over every fault of the corpus that has a fix."""

from __future__ import annotations

import pytest
from tests.profiles.making import GOOD, read, read_text, spoil
from tests.profiles.mending import appeared, mend, mend_file, told
from tests.profiles.single_faults import ALL, SUGGESTIONS
from tests.profiles.spoiling import spoiled_profiles, write_spoiled

SINGLE = [*ALL, *SUGGESTIONS]


@pytest.mark.parametrize(("old", "new", "code"), SINGLE, ids=[f"{code} {new[:40]!r}" for _, new, code in SINGLE])
def test_the_fix_of_a_single_mistake_clears_it_and_nothing_new_appears(tmp_path, old, new, code):
    text = spoil(old, new).text
    before = read_text(tmp_path, text).faults
    for fault in before:
        if fault.fix:
            after = read_text(tmp_path, mend(text, fault)).faults
            assert told([fault]) <= told(before) - told(after)
            assert appeared(before, after) == []


@pytest.mark.posix
@pytest.mark.parametrize("profile", spoiled_profiles(), ids=lambda profile: profile.slug)
def test_each_fix_in_a_profile_with_many_clears_its_own(tmp_path, profile):
    write_spoiled(tmp_path, [profile])
    index = tmp_path / "kreator" / profile.slug / "index.md"
    before, data = read(tmp_path).faults, index.read_bytes()
    for fault in before:
        if fault.fix:
            mend_file(tmp_path, fault)
            after = read(tmp_path).faults
            assert told([fault]) <= told(before) - told(after)
            assert appeared(before, after) == []
            index.write_bytes(data)


@pytest.mark.posix
@pytest.mark.parametrize("profile", spoiled_profiles(), ids=lambda profile: profile.slug)
def test_pasting_fix_after_fix_comes_to_an_end(tmp_path, profile):
    """The last fault first, as one works upwards through a list: no fix moves the place of another."""
    write_spoiled(tmp_path, [profile])
    before = [fault for fault in read(tmp_path).faults if fault.fix]
    for fault in reversed(before):
        mend_file(tmp_path, fault)
    assert [fault for fault in read(tmp_path).faults if fault.fix] == []


def test_the_good_profile_needs_no_fix(tmp_path):
    assert [fault.fix for fault in read_text(tmp_path, GOOD).faults] == []
