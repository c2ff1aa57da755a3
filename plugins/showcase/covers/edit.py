"""Editing the front matter of a profile: adds title and cover to a work, and changes no other byte.

A way of writing `karya` that is not understood is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Only these end a line; `str.splitlines` knows more.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_DASH = re.compile(r"(?P<indent>\s*)-(?P<gap>\s+)(?P<rest>.*)")
_KEY = re.compile(r"(?P<indent>\s*)(?:-\s+)?karya(?P<colon>\s*:\s*)(?P<rest>\S.*)")
_TITLE_KEY = re.compile(r"\s*(?:-\s+)?(?:judul|title|nama|name)\s*:", re.IGNORECASE)
_COVER_KEY = re.compile(r"\s*(?:-\s+)?(?:sampul|cover|thumbnail|thumb)\s*:", re.IGNORECASE)
_LINK_KEY = re.compile(r"(?P<lead>\s*(?:-\s+)?)(?:tautan|link|url|alamat|href|video)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addition:
    """What to add to the work at `line` (1-based). url: its link as typed. title, cover: "" adds nothing."""

    line: int
    url: str
    title: str
    cover: str


def add(text: str, additions: list[Addition]) -> tuple[str, list[Addition]]:
    """The text with the additions in it, and those that found no place.

    From the last line up, so that the line numbers of the rest stay right.
    """
    lines = _LINE.findall(text)
    upwards = sorted(additions, key=lambda one: one.line, reverse=True)
    left = [addition for addition in upwards if not _add_one(lines, addition)]
    return "".join(lines), left[::-1]


def _add_one(lines: list[str], addition: Addition) -> bool:
    at = addition.line - 1
    if not 0 <= at < len(lines):
        return False
    line, ending = _split(lines[at])
    alone = _KEY.fullmatch(line)
    if alone and _is(alone["rest"], addition.url):
        lines[at : at + 1] = [f"{alone['indent']}karya:{ending}", *_item(alone["indent"] + "  ", addition, ending)]
        return True
    dash = _DASH.fullmatch(line)
    if dash and _is(dash["rest"], addition.url):
        lines[at : at + 1] = _item(dash["indent"], addition, ending)
        return True
    return _add_to_table(lines, at, addition)


def _item(indent: str, addition: Addition, ending: str) -> list[str]:
    """A bare link as a list item with keys of its own."""
    written = [f"judul: {addition.title}"] if addition.title else []
    written += [f"tautan: {addition.url}"]
    written += [f"sampul: {addition.cover}"] if addition.cover else []
    return [f"{indent}{'- ' if number == 0 else '  '}{piece}{ending}" for number, piece in enumerate(written)]


def _add_to_table(lines: list[str], at: int, addition: Addition) -> bool:
    """New keys after the line of the link, in its column."""
    end = _end_of_item(lines, at)
    places = [number for number in range(at, end) if (_LINK_KEY.match(lines[number]) and addition.url in lines[number])]
    if len(places) != 1:
        return False
    line, ending = _split(lines[places[0]])
    found = _LINK_KEY.match(line)
    column = " " * len(found["lead"]) if found else ""
    item = lines[at:end]
    new = []
    if addition.title and not any(_TITLE_KEY.match(one) for one in item):
        new.append(f"{column}judul: {addition.title}{ending}")
    if addition.cover and not any(_COVER_KEY.match(one) for one in item):
        new.append(f"{column}sampul: {addition.cover}{ending}")
    if not lines[places[0]].endswith(("\n", "\r")):
        lines[places[0]] = line + ending
    lines[places[0] + 1 : places[0] + 1] = new
    return bool(new)


def _end_of_item(lines: list[str], at: int) -> int:
    """Index after the last line of the list item that starts at `at`."""
    depth = len(lines[at]) - len(lines[at].lstrip())
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            return number
    return len(lines)


def _is(rest: str, url: str) -> bool:
    """True if this is the link alone, with quotes or brackets around it at most."""
    return rest.strip().strip("\"'<>[]").strip() == url


def _split(line: str) -> tuple[str, str]:
    body = line.rstrip("\r\n")
    return body, line[len(body) :] or "\n"
