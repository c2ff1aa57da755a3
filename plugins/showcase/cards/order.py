"""The fair order: a shuffle of the day, the same for everybody, and never by followers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def shuffled(things: Iterable[T], day: date, key: Callable[[T], str]) -> tuple[T, ...]:
    """Things in the order of `day`. Each thing's place depends on its own key and the day alone."""
    return tuple(sorted(things, key=lambda thing: (sha256(f"{day}/{key(thing)}".encode()).digest(), key(thing))))
