"""The map shows every district that has a place; open sea is shortened, what is tiny becomes a dot."""

from __future__ import annotations

import re

import pytest
from tests.start.making import write_lists

from showcase.content.drawings import unsafe_part
from showcase.start.drawings import map_svg, mark_svg
from showcase.start.topology import Boundaries, Boundary, boundaries_of, read_boundaries


@pytest.fixture
def lists(tmp_path):
    return write_lists(tmp_path)


def boxes(svg: str) -> dict[str, tuple[int, int, int, int]]:
    """Code -> left, top, right and bottom of its path; "" where a path has no code."""
    found = {}
    for path in re.findall(r"<path [^>]*>", svg):
        xs, ys = [], []
        for ring in re.findall(r"M[^z]*", re.search(r'\bd="([^"]*)"', path)[1]):
            x = y = 0
            for dx, dy in re.findall(r"(-?\d+) (-?\d+)", ring):
                x, y = x + int(dx), y + int(dy)
                xs.append(x)
                ys.append(y)
        code = re.search(r'data-kode="([^"]*)"', path)
        found[code[1] if code else ""] = (min(xs), min(ys), max(xs), max(ys))
    return found


def test_neighbours_share_their_border_and_it_is_none_of_the_whole(lists):
    boundaries = read_boundaries("99.71", lists)
    first, second = boundaries.districts
    assert set(first.rings[0]) & set(second.rings[0]) == {(110.6, -0.5), (110.6, -0.4)}
    (border,) = boundaries.border
    assert border[0] == border[-1]
    assert len(set(border)) == 6


def test_the_map_of_a_city_fills_its_box_and_names_its_districts(lists):
    svg = map_svg("Kota Umpama", read_boundaries("99.71", lists), {"99.71.01": "Lembah Ka'u", "99.71.02": "Hulu/Hilir"})
    assert unsafe_part(svg) == ""
    assert boxes(svg) == {"99.71.01": (27, 27, 300, 300), "99.71.02": (300, 27, 573, 300)}
    assert 'viewBox="0 0 600 327"' in svg
    assert "<title>Lembah Ka&#x27;u</title>" in svg


def test_a_far_island_leaves_the_land_large_and_a_lone_centre_is_a_dot(lists):
    names = {"99.01.01": "Tanjungratu", "99.01.02": "Kep. Sunyi", "99.01.03": "Titik", "99.01.04": "Tanpa Garis"}
    found = boxes(map_svg("Kabupaten Umpama", read_boundaries("99.01", lists), names))
    assert list(found) == ["99.01.01", "99.01.02", "99.01.03"]
    left, _, right, _ = found["99.01.01"]
    assert right - left > 300  # of 600, though it is an eighth of the way to the island
    island, dot = found["99.01.02"], found["99.01.03"]
    assert right < dot[0] < dot[2] < island[0]
    assert 6 <= dot[2] - dot[0] <= 10


@pytest.mark.parametrize(
    ("wide", "high", "box"), [(1.0, 10.0, "600 760"), (10.0, 1.0, "600 300"), (1.0, 1.0, "600 600")]
)
def test_a_long_region_keeps_the_page_s_measure(wide, high, box):
    ring = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high), (0.0, 0.0))
    svg = map_svg("Panjang", Boundaries((Boundary("1", None, (ring,)),), (ring,)), {"1": "Satu"})
    assert f'viewBox="0 0 {box}"' in svg


def test_the_mark_is_one_shape_in_the_colour_of_the_text(lists):
    svg = mark_svg(read_boundaries("99.71", lists))
    assert unsafe_part(svg) == ""
    assert svg.count("<path") == 1
    assert 'd="M32.0 17.0L2.0 17.0L2.0 47.0L32.0 47.0L62.0 47.0L62.0 17.0z"' in svg


def test_no_boundaries_make_an_empty_map():
    assert boundaries_of(None) == Boundaries((), ())
    assert boxes(map_svg("Kosong", Boundaries((), ()), {})) == {}
    assert 'd=""' in mark_svg(Boundaries((), ()))
