"""Lines that are not written as `key: value`: understood where the name is a key, refused otherwise."""

from __future__ import annotations

import re

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.lines import PAIR
from ..frontmatter.nodes import Line, Pair
from .key import Key, fold_key, index, is_known
from .key_names import look_up
from .private import note_private, private_line

# `nama:Budi`, `nama = Budi`, `nama Budi`: taken for a key only where the name is one.
TIGHT = re.compile(r"(?P<name>[^\W\d_]\w*)[ \t]*[:：](?!//)(?P<rest>\S.*)")
EQUALS = re.compile(r"(?P<name>[^\W\d_][\w -]{0,39}?)[ \t]*=[ \t]*(?P<rest>.*)")
BARE = re.compile(r"(?P<name>[^\W\d_]\w*)[ \t]+(?P<rest>\S.*)")

# What stands before and around a key where it was copied from a chat or a list.
ORNAMENT = re.compile(r"^(?:[-•·]|\d{1,2}[.)])[ \t]+|\*")
CHAT = re.compile(r"^\[\d[^\]]{3,30}\][ \t]+[^:]{1,60}:[ \t]+")  # `[10.12, 23/11/2026] Rina: `
REMARK = re.compile(r"<!--[ \t]*(?P<html>.*?)[ \t]*-->|//[ \t]*(?P<slashes>.*)")  # notes of other languages
SEMICOLON = re.compile(r"^(\w+)[ \t]*;[ \t]*")


def name_on(line: Line) -> str:
    """The name that a line seems to set, "" if it sets none."""
    if line.pair:
        return line.pair.name
    match = None if line.dash else PAIR.fullmatch(line.text) or TIGHT.fullmatch(line.text)
    return match["name"].strip() if match else ""


def near_pair(line: Line, keys: tuple[Key, ...], diagnostics: DiagnosticCollector) -> Pair | None:
    """The key that a line sets without a colon and a blank; it is noted."""
    text = line.text
    if line.dash or private_line(text)[1]:
        return None
    for pattern in (TIGHT, EQUALS, BARE):
        match = pattern.fullmatch(text)
        if match and is_known(match["name"], keys) and (pattern is not BARE or fold_key(match["name"]) in index(keys)):
            name = match["name"].strip()
            fix = f"{name}: {match['rest']}"
            place = (line.number, line.column)
            if pattern is BARE:
                diagnostics.add("P009.colon", place, found=text, fix=fix)
            else:
                diagnostics.add("P011", place, found=text, fix=fix)
            return Pair(name, match["rest"], line.column, line.column + match.start("rest"))
    return None


def note_unreadable(line: Line, keys: tuple[Key, ...], diagnostics: DiagnosticCollector) -> None:
    """Note a line that sets nothing; a private fact in it is not repeated. keys: of the whole file."""
    name, fact = private_line(CHAT.sub("", line.text).lstrip("*_-• "))
    if fact:
        note_private(diagnostics, (line.number, line.column), name, fact)
        return
    plain = SEMICOLON.sub(r"\1: ", ORNAMENT.sub("", CHAT.sub("", line.text)))
    pair = PAIR.fullmatch(plain)
    fix = plain if pair and plain != line.text and is_known(pair["name"], keys) else ""
    if note := REMARK.fullmatch(line.text):
        fix = f"# {note['html'] or note['slashes']}"
    diagnostics.add("P009.line", line.place, found=line.text, fix=fix)


def is_titled_link(pair: Pair, keys: tuple[Key, ...]) -> bool:
    """`Kopi pagi: https://…`: words before a link, and no key."""
    key, how = look_up(pair.name, keys)
    return pair.value.startswith("http") and how in ("near", "unknown") and not (key and key.kind == "link")
