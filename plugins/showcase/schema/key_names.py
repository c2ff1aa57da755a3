"""Which key a person meant, and what to say if they wrote it otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..text.similarity import nearest_of, perhaps
from .entries import Entry
from .key import Key, fold_key, index, wrong_names
from .private import is_home_address, nearly_private, note_private, private_fact
from .values import read_yes

How = Literal["exact", "folded", "wrong", "near", "private", "unknown"]
Looked = tuple[Entry, Key | None, How]

# More unknown keys than this in one table, and the rest are only counted: it is no table of ours.
MOST_UNKNOWN = 20


@cache
def _names(keys: tuple[Key, ...]) -> dict[str, str]:
    """Every name that leads to a key, to look for the nearest one."""
    names = {name: key.name for name, key in wrong_names(keys).items() if len(name) > 2}
    return names | {name: key.name for name, key in index(keys).items()}


@cache
def _guess(folded: str, keys: tuple[Key, ...]) -> str:
    own = {name: key.name for name, key in index(keys).items()}
    if found := nearest_of(folded, own):
        return found
    found = nearest_of(folded, _names(keys))
    # Another word for a key does not win over a key that may itself have been meant.
    return found if own.get(perhaps(folded, own, closed=False), found) == found else ""


def look_up(name: str, keys: tuple[Key, ...]) -> tuple[Key | None, How]:
    """The key meant by a name, and how sure that is."""
    folded = fold_key(name)
    if key := index(keys).get(folded):
        return key, "exact" if name == key.name or name in key.also else "folded"
    if key := wrong_names(keys).get(folded):
        return key, "wrong"
    if private_fact(name):
        return None, "private"
    if len(folded) <= 40 and (near := _guess(folded, keys)):
        return index(keys)[fold_key(near)], "near"
    return None, "private" if nearly_private(name) else "unknown"


def settle(
    entries: list[Entry],
    keys: tuple[Key, ...],
    diagnostics: DiagnosticCollector,
    *,
    inside: str,
    elsewhere: tuple[Key, ...] = (),
) -> tuple[Entry, ...]:
    """Entries with each key at most once; every name that is not right is noted.

    inside: name of the table, "" for the file. elsewhere: keys that belong outside of this table.
    """
    looked = _public([_look_up(entry, keys) for entry in entries], diagnostics)
    right = {key.name: entry for entry, key, how in reversed(looked) if key and how in ("exact", "folded")}
    taken: dict[str, Entry] = {}
    unknown = 0
    for entry, key, how in looked:
        there = key is not None and (key.name in taken or (how in ("wrong", "near") and key.name in right))
        if key is None or how in ("wrong", "near"):
            unknown += 1
            if unknown <= MOST_UNKNOWN:
                other = taken.get(key.name) or right.get(key.name) if key and there else None
                _unknown(entry, key, keys, diagnostics, inside=inside, elsewhere=elsewhere, taken=other)
        elif there:
            diagnostics.add("P103", entry, key=key.name, found=entry.name, line=taken[key.name].line)
        elif how == "folded" and not re.fullmatch(r"[a-z_]+", entry.name):
            diagnostics.add("P104.value", entry, key=key.name, found=entry.name, fix=key.name)
        if key is not None and not there:
            taken[key.name] = entry if entry.key is key else replace(entry, key=key)
    return tuple(taken.values())


def _look_up(entry: Entry, keys: tuple[Key, ...]) -> Looked:
    # As nearly every key is typed: there is nothing to find out.
    if entry.key and entry.name == entry.key.name:
        return entry, entry.key, "exact"
    return entry, *look_up(entry.name, keys)


def _public(looked: list[Looked], diagnostics: DiagnosticCollector) -> list[Looked]:
    """The entries without those that state a private fact; these are noted."""
    kept = []
    for entry, key, how in looked:
        if fact := _private_fact(entry, key, how):
            note_private(diagnostics, entry, entry.name, fact)
        else:
            kept.append((entry, key, how))
    return kept


def _private_fact(entry: Entry, key: Key | None, how: How) -> str:
    """What private fact an entry states; "" where its name is a key's, or stands for one that it answers."""
    text = entry.value.text if isinstance(entry.value, Text) else ""
    if how == "private" or (how == "wrong" and key and key.kind == "yes" and text and read_yes(text) is None):
        return private_fact(entry.name) or nearly_private(entry.name)
    return "alamat rumah" if how == "wrong" and is_home_address(text) else ""


def _unknown(
    entry: Entry,
    key: Key | None,
    keys: tuple[Key, ...],
    diagnostics: DiagnosticCollector,
    *,
    inside: str,
    elsewhere: tuple[Key, ...],
    taken: Entry | None,
) -> None:
    outer, how = look_up(entry.name, elsewhere) if elsewhere else (None, "unknown")
    allowed = tuple(k.name for k in keys)
    if outer and how == "exact":
        diagnostics.add("P105", entry, key=entry.name, found=entry.name, allowed=allowed, inside=inside)
    elif key and taken:
        name, line = key.name, taken.line
        diagnostics.add("P101.moved", entry, key=name, found=entry.name, allowed=allowed, inside=inside, line=line)
    elif key:
        name = key.name
        diagnostics.add("P101.meant", entry, key=name, found=entry.name, allowed=allowed, fix=name, inside=inside)
    else:
        guess = perhaps(fold_key(entry.name), allowed, closed=False)
        name = entry.name
        diagnostics.add("P101.unknown", entry, key=name, found=name, allowed=allowed, inside=inside, guess=guess)
