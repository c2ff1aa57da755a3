"""The region's names, however a person writes them."""

from __future__ import annotations

import pytest

from showcase.region.vocabulary import fold

ONE = ["Tanjung Pandan", "tanjungpandan", "tanjung-pandan", "Kec. Tanjungpandan", "KECAMATAN TANJUNGPANDAN"]
ONE += ["Distrik Tanjungpandan", "Desa Tanjung Pandan", "Kelurahan Tanjungpandan"]


@pytest.mark.parametrize("text", ONE)
def test_kind_and_spaces_are_not_part_of_a_name(text):
    assert fold(text) == "tanjungpandan"
