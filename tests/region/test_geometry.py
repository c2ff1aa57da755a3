"""A line loses the points that nobody misses, and keeps its corners and its ends."""

from __future__ import annotations

import pytest

from showcase.region.geometry import simplified

LINES = [
    ([(0, 0), (1, 0.1), (2, 0)], [(0, 0), (2, 0)]),
    ([(0, 0), (1, 0.6), (2, 0)], [(0, 0), (1, 0.6), (2, 0)]),
    ([(0, 0), (4, 0), (4, 4), (0, 0)], [(0, 0), (4, 0), (4, 4), (0, 0)]),
    ([(0, 0), (1, 3), (2, 0), (3, 3), (4, 0)], [(0, 0), (1, 3), (2, 0), (3, 3), (4, 0)]),
    ([(0, 0)], [(0, 0)]),
    ([(0, 0), (0, 0)], [(0, 0), (0, 0)]),
]


@pytest.mark.parametrize(("line", "rest"), LINES)
def test_a_line_keeps_what_bends_it(line, rest):
    assert list(simplified(line, 0.5)) == rest
