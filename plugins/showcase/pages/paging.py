"""Long lists in pages with real addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..cards.layout import Crumb, Pager
from ..text.messages import _

Thing = TypeVar("Thing")
NEAR = 2  # pages named on either side of the one shown


def paged(things: Sequence[Thing], size: int, path: str) -> Iterator[tuple[str, Sequence[Thing], Pager]]:
    """Path, things and pager of every page of `size`; at least one page, which may be empty."""
    last = max(1, -(-len(things) // size))
    for number in range(1, last + 1):
        pager = Pager(
            number=number,
            last=last,
            previous=_path(path, number - 1) if number > 1 else "",
            next=_path(path, number + 1) if number < last else "",
            pages=tuple(_named(path, number, last)),
        )
        yield _path(path, number), things[(number - 1) * size : number * size], pager


def numbered(title: str, pager: Pager) -> str:
    """The title of one page of a list."""
    if pager.number == 1:
        return title
    return _("%(title)s, halaman %(number)s") % {"title": title, "number": pager.number}


def _path(path: str, number: int) -> str:
    return path if number == 1 else f"{path}halaman-{number}/"


def _named(path: str, number: int, last: int) -> Iterator[Crumb]:
    """The first page, the last, those near, and a gap where some are left out. The page itself has no path."""
    before = 0
    near = range(max(1, number - NEAR), min(last, number + NEAR) + 1)
    for other in sorted({1, *near, last}):
        if other - before > 1:
            yield Crumb("…", "")
        yield Crumb(str(other), "" if other == number else _path(path, other))
        before = other
