"""Works as cards: the place that a photo takes in a row of a gallery."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.support.making import card_context, creator, work

from showcase.cards.model import Image, WorkCard
from showcase.cards.works import creator_works
from showcase.pictures.model import Picture, Variant


def card(width: int, height: int) -> WorkCard:
    """A work whose cover is so large and keeps its own ratio."""
    maker = creator(works=(work("https://www.youtube.com/watch?v=aqz-KE-bpKQ"),))
    (made,) = creator_works(maker, card_context())
    picture = Picture(sources=(), fallback=Variant("gambar/a.jpg", width, height), width=width, height=height)
    return replace(made, shape="own", cover=Image(picture, alt="", sizes=""))


@pytest.mark.parametrize(
    ("size", "tenths"),
    [
        ((1200, 1200), 10), ((1000, 1100), 9), ((1000, 900), 11), ((1600, 1000), 15), ((1920, 1080), 18),
        ((900, 1600), 6), ((200, 1600), 5), ((2000, 1000), 21), ((4000, 500), 30),
    ],
)  # fmt: skip
def test_a_photo_takes_the_nearest_ratio_that_is_laid_out(size, tenths):
    assert card(*size).tenths == tenths


def test_a_cover_that_is_cropped_or_drawn_has_no_ratio_of_its_own():
    assert [replace(card(9, 9), shape="wide").tenths, replace(card(9, 9), cover=None).tenths] == [0, 0]
