"""A story that Markdown can read in no time: few marks, short paragraphs, nothing nested out of sight.

Python-Markdown goes through the rest of a paragraph for every open bracket, copies it for every
heading, and calls itself for every level of a list; 20,000 characters of `[` take it minutes, and
1,000 levels are more than Python can. No story of a person comes near these limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

MOST_MARKS = 120
MOST_LINES = 200
MOST_LINKS = 60
DEEPEST = 6

MARKS = (("[", "P125.brackets"), ("<", "P125.angles"), ("`", "P125.backticks"))
URL = re.compile(r"https?://")
# What may open a line inside a quotation or a list; a line of nothing else is a rule across the page.
LEVEL = r"[ \t]*(?:>|(?:[*+-]|\d{1,9}\.)(?=[ \t]|$))"
RULE = r"[ \t*_-]+$"
INDENT = r"(?=[ \t]+(?:[*+>-]|\d{1,9}\.|:)(?:[ \t]|$))"
STEP = r"(?: {4}| {0,3}\t)"  # of an indent, as far as one level is


@cache
def deeper_than(most: int) -> re.Pattern[str]:
    """Matches the beginning of a line that says that it stands deeper in lists and quotations, by signs or indent."""
    steps = "|".join(f"{STEP}{{{count}}}(?:{LEVEL}){{{most + 1 - count}}}" for count in range(1, most + 1))
    by_signs = f"(?!{RULE})(?:(?:{LEVEL}){{{most + 1}}}|{INDENT}(?:{steps}))" if steps else f"(?!{RULE}){LEVEL}"
    return re.compile(f"^(?:{by_signs}|{INDENT}{STEP}{{{most + 1}}})", re.MULTILINE)


Finding = tuple[int, str, int, int]  # line, counted from 0; message; how many there are, and may be at most


def shape_faults(story: str) -> Iterator[Finding]:
    """What of a story's make-up goes beyond the limits; each kind once, at its first place."""
    lines = story.split("\n")
    for mark, message in MARKS:
        if (count := story.count(mark)) > MOST_MARKS:
            yield _line_of(lines, mark), message, count, MOST_MARKS
    if (count := len(URL.findall(story))) > MOST_LINKS:
        yield 0, "P125.links", count, MOST_LINKS
    run = 0
    for number, line in enumerate(lines):
        run = run + 1 if line.strip() else 0
        if run > MOST_LINES:
            yield number, "P125.lines", run, MOST_LINES
            break
    too_deep = deeper_than(DEEPEST)
    for number, line in enumerate(lines):
        if too_deep.match(line):
            yield number, "P125.nested", DEEPEST + 1, DEEPEST
            break


def _line_of(lines: list[str], mark: str) -> int:
    return next(number for number, line in enumerate(lines) if mark in line)
