"""Cards in a list as it is laid out: whose pictures are seen before scrolling, and how large each card is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .model import CreatorCard, WorkCard

LONG = 24  # from more creators than this on, a browser may leave undrawn what is out of sight


@dataclass(frozen=True, slots=True)
class CreatorList:
    """Creators in a grid. first: seen before scrolling. large: few enough for large cards. long: see `LONG`."""

    first: tuple[CreatorCard, ...]
    rest: tuple[CreatorCard, ...]
    large: bool
    long: bool

    @property
    def cards(self) -> tuple[CreatorCard, ...]:
        """All of them, in order."""
        return self.first + self.rest


@dataclass(frozen=True, slots=True)
class Gallery:
    """Works in rows. first: seen before scrolling. plays: one of them plays on the page."""

    first: tuple[WorkCard, ...]
    rest: tuple[WorkCard, ...]
    plays: bool

    @property
    def cards(self) -> tuple[WorkCard, ...]:
        """All of them, in order."""
        return self.first + self.rest


def creator_list(cards: Sequence[CreatorCard], *, seen: int = 0, large: bool = False) -> CreatorList | None:
    """The list of some creators, None for nobody. seen: how many of them are seen before scrolling."""
    if not cards:
        return None
    return CreatorList(tuple(cards[:seen]), tuple(cards[seen:]), large, len(cards) > LONG)


def gallery(cards: Sequence[WorkCard], *, seen: int = 0) -> Gallery | None:
    """The gallery of some works, None for none. seen: how many of them are seen before scrolling."""
    if not cards:
        return None
    return Gallery(tuple(cards[:seen]), tuple(cards[seen:]), any(work.player for work in cards))
