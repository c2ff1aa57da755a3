"""A story that Markdown can read in no time: few marks, short paragraphs, nothing nested out of sight.

Python-Markdown goes through the rest of a paragraph for every open bracket, copies it for every
heading, and calls itself for every level of a list; 20,000 characters of `[` take it minutes, and
1,000 levels are more than Python can. No story of a person comes near these limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_MARKS = 120
MOST_LINES = 200
MOST_LINKS = 60
DEEPEST = 6

MARKS = (("[", "P125.brackets"), ("<", "P125.angles"), ("`", "P125.backticks"))
URL = re.compile(r"https?://")
# What may open a line inside a quotation or a list; a line of nothing else is a rule across the page.
LEVEL = re.compile(r"[ \t]*(?:>|(?:[*+-]|\d{1,9}\.)(?=[ \t]|$))")
RULE = re.compile(r"[ \t*_-]+")
INDENT = re.compile(r"[ \t]+(?=(?:[*+>-]|\d{1,9}\.|:)(?:[ \t]|$))")

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
    for number, line in enumerate(lines):
        if (depth := depth_of(line)) > DEEPEST:
            yield number, "P125.nested", depth, DEEPEST
            break


def depth_of(line: str) -> int:
    """How deep in lists and quotations the beginning of a line says that it stands."""
    depth, at = 0, 0
    while match := LEVEL.match(line, at):
        depth, at = depth + 1, match.end()
    if RULE.fullmatch(line):
        depth = 0
    indent = INDENT.match(line)
    return depth + (len(indent[0].expandtabs(4)) // 4 if indent else 0)


def _line_of(lines: list[str], mark: str) -> int:
    return next(number for number, line in enumerate(lines) if mark in line)
