"""Thirty profiles with three to eight slips each: all are found, where they are, and nothing besides."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.profiles.making import read
from tests.profiles.slips import AREAS, Slip
from tests.profiles.spoiling import FEWEST, HOW_MANY, MOST, Expected, Spoiled, spoil, spoiled_profiles, write_spoiled

from showcase.diagnostics.fault import Fault

IN_TOKEN = 0.95


@pytest.fixture(scope="module")
def faults(tmp_path_factory) -> dict[str, list[Fault]]:
    """What is said about each of the thirty, by folder."""
    content = tmp_path_factory.mktemp("banyak")
    write_spoiled(content, spoiled_profiles())
    found: dict[str, list[Fault]] = {}
    for fault in read(content).faults:
        found.setdefault(fault.path.split("/")[1], []).append(fault)
    return found


def pairs(profile: Spoiled, faults: list[Fault]) -> list[tuple[Expected, Fault | None]]:
    """Each fault that was made with the one that was found for it; the found ones are used up."""
    return [
        (one, next((faults.pop(at) for at, fault in enumerate(faults) if one.is_found_by(fault)), None))
        for one in profile.expected
    ]


@pytest.mark.posix
@pytest.mark.parametrize("profile", spoiled_profiles(), ids=lambda profile: profile.slug)
def test_every_slip_is_found_in_its_line_and_nothing_else_is_said(profile, faults):
    left = list(faults[profile.slug])
    missed = [one for one, fault in pairs(profile, left) if fault is None]
    assert missed == []
    assert [fault.as_text() for fault in left] == []


@pytest.mark.posix
def test_columns_are_inside_the_wrong_token(faults, capsys):
    found = [pair for profile in spoiled_profiles() for pair in pairs(profile, list(faults[profile.slug]))]
    inside = sum(fault is not None and one.holds(fault.column) for one, fault in found)
    with capsys.disabled():
        print(f" {inside} of {len(found)} columns are inside their token ", end="")
    assert inside / len(found) >= IN_TOKEN


def test_the_thirty_are_enough_and_every_slip_is_among_them():
    profiles = spoiled_profiles()
    assert len(profiles) == HOW_MANY
    assert {len(profile.expected) for profile in profiles} == set(range(FEWEST, MOST + 1))
    every = Counter((slip.code, slip.key) for slips in AREAS.values() for slip in slips)
    assert every - Counter((one.code, one.key) for profile in profiles for one in profile.expected) == Counter()


@pytest.mark.posix
@pytest.mark.parametrize("slips", AREAS.values(), ids=AREAS)
def test_each_area_has_slips_and_each_alone_is_the_only_fault(slips: tuple[Slip, ...], tmp_path):
    # Profiles of different numbers, so that all of them fit into one folder.
    numbers = [number for number in range(200) if number % 4 and number % 10 > 1]
    profiles = [spoil(number, [slip]) for number, slip in zip(numbers, slips, strict=False)]
    write_spoiled(tmp_path, profiles)
    found = [(fault.path, fault.line, fault.code, fault.key) for fault in read(tmp_path).faults]
    assert sorted(found, key=str) == sorted(
        ((one.path, one.line, one.code, one.key) for profile in profiles for one in profile.expected), key=str
    )
