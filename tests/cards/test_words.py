"""Text as an Indonesian reader expects it, and the fair order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.cards.creators import monogram
from showcase.cards.order import shuffled
from showcase.text.formats import folded, listed, long_date, rupiah, shortened


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (long_date(date(2026, 6, 12), "id"), "12 Juni 2026"),
        (long_date(None, "id"), ""),
        (rupiah(150000, "id"), "Rp150.000"),
        (listed(["a"], "id"), "a"),
        (listed(["a", "b"], "id"), "a dan b"),
        (listed(["a", "b", "c"], "id"), "a, b, dan c"),
        (folded("Tanjung  Pandan", "", "Café"), "tanjung pandan cafe"),
        (shortened("satu dua tiga empat", 12), "satu dua…"),
        (shortened("pendek", 12), "pendek"),
    ],
)
def test_words(made, expected):
    assert made == expected


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Contoh Rina Laut", "CL"), ("rina", "R"), ("@rina", "R"), ("🌊 Ombak", "O"), ("黄 文", "黄文"), ("!!!", "!")],
)
def test_monogram_takes_the_first_and_last_word(name, initials):
    assert monogram(name, "slug").initials == initials


@given(st.text(max_size=300), st.integers(2, 200))
def test_shortened_text_never_passes_its_limit(text, limit):
    assert len(shortened(text, limit)) <= limit


def test_the_order_changes_with_the_day_and_with_nothing_else():
    names = [f"kreator-{n}" for n in range(40)]
    day = date(2026, 11, 20)
    first = shuffled(names, day, str)
    assert first == shuffled(reversed(names), day, str)
    assert first != shuffled(names, day + timedelta(days=1), str)
    assert sorted(first) == sorted(names)


def test_somebody_who_leaves_does_not_reorder_the_others():
    names = [f"kreator-{n}" for n in range(40)]
    day = date(2026, 11, 20)
    without = [name for name in shuffled(names, day, str) if name != "kreator-7"]
    assert shuffled([n for n in names if n != "kreator-7"], day, str) == tuple(without)


def test_everybody_comes_first_sooner_or_later():
    names = [f"kreator-{n}" for n in range(5)]
    firsts = {shuffled(names, date(2026, 1, 1) + timedelta(days=n), str)[0] for n in range(120)}
    assert firsts == set(names)
