"""Lines of front matter, and what a line can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics.collector import DiagnosticCollector
from ..schema.key import Key, fold_key, index, wrong_names
from ..schema.private import private_line

NAMED = re.compile(
    r"(?P<quote>[\"'])?(?P<name>[^\W\d_][\w .+-]{0,39}?)(?(quote)(?P=quote))[ \t]*[:：](?:[ \t]+|$)(?P<rest>.*)"
)
# `nama:Budi`, `nama = Budi`, `nama Budi`: taken for a key only where the name is one.
TIGHT = re.compile(r"(?P<name>[^\W\d_]\w*)[ \t]*[:：](?!//)(?P<rest>\S.*)")
EQUALS = re.compile(r"(?P<name>[^\W\d_][\w -]{0,39}?)[ \t]*=[ \t]*(?P<rest>.*)")
BARE = re.compile(r"(?P<name>[^\W\d_]\w*)[ \t]+(?P<rest>\S.*)")
DASH = re.compile(r"(?P<dash>[-*•·–—+‣])(?:[ \t]+|$)(?P<rest>.*)")
TIGHT_DASH = re.compile(r"(?P<dash>[-•·–—‣])(?P<rest>[^\s-].*)")
BLOCK = re.compile(r"(?P<style>[|>])[+\-0-9]{0,2}(?:[ \t]+#.*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. number: 1-based. indent: columns before the text, a tab counting two. column: 1-based, of the text."""

    number: int
    indent: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """`name: rest` on a line. column: of the name; rest_column: of the rest."""

    name: str
    rest: str
    column: int
    rest_column: int


def lines_of(texts: Sequence[str], first: int, diagnostics: DiagnosticCollector) -> tuple[Line, ...]:
    """Every line with its indentation; a tab before the text is named once."""
    found = []
    told = False
    for number, raw in enumerate(texts, first):
        text = raw.strip()
        if text and raw[0] == text[0]:
            found.append(Line(number, 0, 1, text))
            continue
        column = len(raw) - len(raw.lstrip()) + 1
        lead = raw[: column - 1]
        if "\t" in lead and text and not told:
            told = True
            word = text.split()[0]
            diagnostics.add("P010", (number, 1), found=lead + word, fix=lead.replace("\t", "  ") + word)
        found.append(Line(number, len(lead.expandtabs(2)), column, text))
    return tuple(found)


def is_blank(line: Line) -> bool:
    """True for an empty line or a comment."""
    return not line.text or line.text[0] == "#"


def is_known(name: str, keys: tuple[Key, ...]) -> bool:
    """True for a key, or a name that is known to mean one."""
    folded = fold_key(name)
    return folded in index(keys) or folded in wrong_names(keys)


def named(line: Line, keys: tuple[Key, ...], diagnostics: DiagnosticCollector | None = None) -> Named | None:
    """The key that a line sets. With `diagnostics`, near misses are understood too, and named."""
    text, column = line.text, line.column
    if match := NAMED.fullmatch(text):
        if not match["rest"].startswith("//"):
            return Named(
                match["name"].strip(), match["rest"], column + match.start("name"), column + match.start("rest")
            )
        return None
    if diagnostics is None or private_line(text)[1]:
        return None
    for pattern in (TIGHT, EQUALS, BARE):
        match = pattern.fullmatch(text)
        if match and is_known(match["name"], keys) and (pattern is not BARE or fold_key(match["name"]) in index(keys)):
            fix = f"{match['name'].strip()}: {match['rest']}"
            if pattern is BARE:
                diagnostics.add("P009.colon", (line.number, column), found=text, fix=fix)
            else:
                diagnostics.add("P011", (line.number, column), found=text, fix=fix)
            return Named(match["name"].strip(), match["rest"], column, column + match.start("rest"))
    return None


def dashed(line: Line) -> tuple[str, int, bool] | None:
    """Item of a list on a line: text behind the dash, its column, whether the dash is a plain one; or None."""
    match = DASH.fullmatch(line.text) or TIGHT_DASH.fullmatch(line.text)
    if not match:
        return None
    plain = match["dash"] == "-" and match.re is DASH
    return match["rest"].strip(), line.column + match.start("rest"), plain
