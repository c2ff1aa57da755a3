"""What a key is. The keys themselves stand in `keys.py`, once; everybody else asks here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

# How a value is read. "line" takes the rest of the line as it was typed; the others leave out
# a comment behind it. "table" holds keys of its own, "tables" is a list of such tables.
Kind = Literal[
    "line", "lines", "choice", "choices", "slugs", "place", "yes", "date", "number", "money",
    "picture", "pictures", "link", "links", "phone", "email", "colour", "table", "tables",
]  # fmt: skip

LISTS: frozenset[Kind] = frozenset({"lines", "choices", "slugs", "links", "pictures", "tables"})
WHOLE_LINE: frozenset[Kind] = frozenset({"line", "lines", "picture", "pictures", "colour"})
# Values that may begin with a hashtag; what follows a # is a comment in the others.
HASHTAGS: frozenset[Kind] = WHOLE_LINE | {"choices"}
# Values that may begin with a bracket as text: a title, a file name, a colour.
PLAIN_TEXT: frozenset[Kind] = frozenset({"line", "picture", "colour"})

# Lists that are not ours but the region's: `Key.source` names one.
Source = Literal["", "district", "village", "service", "place", "serves", "language"]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One allowed value. value: as typed. code: what the code calls it. label: what a visitor reads."""

    value: str
    code: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """One key of the front matter.

    name: as typed (Indonesian). field: of the model, which its value fills. help: one Indonesian line.
    example: a good value in any region. limits: characters of a text, or entries of a list, (least, most).
    also: other spellings that are this same key. wrong: names that people type, answered with this one.
    choices: a closed list. source: a list of the region instead. keys: what a table holds. future: of a day to come.
    """

    name: str
    field: str
    kind: Kind
    help: str
    example: str = ""
    needed: bool = False
    limits: tuple[int, int] = (1, 80)
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    source: Source = ""
    keys: tuple[Key, ...] = ()
    future: bool = False

    def code_of(self, value: str) -> str:
        """What the code calls an allowed value; "" if it is not one."""
        return next((choice.code for choice in self.choices if choice.value == value), "")

    @property
    def values(self) -> tuple[str, ...]:
        """The allowed values as typed."""
        return tuple(choice.value for choice in self.choices)


def words(text: str) -> tuple[str, ...]:
    """Words between blanks, for the tables of keys."""
    return tuple(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Entries between commas, for the tables of values."""
    return tuple(part.strip() for part in text.split(","))


def fold_key(name: str) -> str:
    """A key as people vary it, made one: case, blanks and hyphens do not matter."""
    if name.isascii() and name.isalpha() and name.islower():
        return name  # as nearly every key is typed
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


@cache
def index(keys: tuple[Key, ...]) -> Mapping[str, Key]:
    """Folded name or other spelling -> key."""
    return {fold_key(name): key for key in keys for name in (key.name, *key.also)}


@cache
def wrong_names(keys: tuple[Key, ...]) -> Mapping[str, Key]:
    """Folded wrong name -> the key that was meant."""
    return {fold_key(name): key for key in keys for name in key.wrong}


def is_known(name: str, keys: tuple[Key, ...]) -> bool:
    """True for a key, or a name that is known to mean one."""
    folded = fold_key(name)
    return folded in index(keys) or folded in wrong_names(keys)
