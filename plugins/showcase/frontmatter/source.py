"""The bytes of a file as text, split into front matter and story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..diagnostics.collector import DiagnosticCollector
from ..text.invisible import BLANKS, CONTROL, HIDDEN, LEFTOVER, PERHAPS_HIDDEN, TURNING

LARGEST_FILE = 200_000

# Line ends as editors know them; str.splitlines would also split at U+2028 and form feeds.
LINE_END = re.compile(r"\r\n?|\n")
RULE = re.compile(r"-{3}[ \t]*")
# What phones and word processors make of three hyphens, and what hands make of it.
NEARLY_RULE = re.compile(r"[ \t]*(?:[-‐‑–—―]{2,}|[–—―])[ \t]*")
LOOKS_LIKE_KEY = re.compile(r"[\"']?[^\W\d][\w -]{0,30}[\"']?[ \t]*[:：](?:\s|$)")
FENCE = re.compile(r"```\w*[ \t]*")

# What is saved by a word processor or a browser, and is no plain text.
FOREIGN = (
    (b"{\\rtf", "dokumen RTF"),
    (b"PK\x03\x04", "dokumen Word, Excel, atau OpenDocument"),
    (b"\xd0\xcf\x11\xe0", "dokumen Word atau Excel lama"),
    (b"%PDF", "PDF"),
    (b"<!doctype", "halaman web"),
    (b"<html", "halaman web"),
    (b"<?xml", "XML"),
)

UTF_16 = (b"\xff\xfe", b"\xfe\xff")

# Withdrawal must be found in anything: no indentation, quoting or broken line may hide it.
WITHDRAWN = re.compile(r"^[^\w\n]*status[\"'”’]?[ \t]*[:=：][ \t]*[\"'“‘]?ditarik\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart. head: lines of the front matter; head_line: line number of the first.

    story: the rest, without blank lines around it; story_line: its first line. withdrawn: it says `status: ditarik`.
    """

    head: tuple[str, ...]
    head_line: int
    story: str
    story_line: int
    withdrawn: bool


def decode(data: bytes, diagnostics: DiagnosticCollector) -> str:
    """Text of a file, always: what cannot be decoded is a fault and read as Windows would."""
    if data.startswith(UTF_16):
        diagnostics.add("P002.utf16", None)
        return data.decode("utf-16", errors="replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Positions in `error` do not count a byte order mark.
        body = data.removeprefix(b"\xef\xbb\xbf")
        before = body[: error.start].decode("utf-8", errors="replace")
        lines = LINE_END.split(before)
        letter = body[error.start : error.start + 1].decode("cp1252", errors="replace")
        place = (len(lines), len(lines[-1]) + 1)
        diagnostics.add("P002.letter", place, found=letter)
        return body.decode("cp1252", errors="replace")


def clean(text: str, diagnostics: DiagnosticCollector) -> list[str]:
    """Lines without characters that nobody sees; each kind is named once, where it first stands."""
    if not PERHAPS_HIDDEN.search(text) or not HIDDEN.search(text):
        return LINE_END.split(text if text.isascii() else text.translate(BLANKS))
    lines = LINE_END.split(text)
    for message, pattern in (("P003", CONTROL), ("P004.turning", TURNING), ("P005", LEFTOVER)):
        for number, line in enumerate(lines, 1):
            if match := pattern.search(line):
                character = f"U+{ord(match[0]):04X}"
                # With the rest of its word, so that there is something to paste in its place.
                word = line[match.start() :].split(" ")[0]
                fix = HIDDEN.sub("", word)
                place, found = (number, match.start() + 1), word if fix else match[0]
                diagnostics.add(message, place, found=found, fix=fix, character=character)
                break
    for number, line in enumerate(lines, 1):
        if gone := [at + 1 for match in HIDDEN.finditer(line) for at in range(*match.span())]:
            diagnostics.left_out[number] = gone
    return [HIDDEN.sub("", line).translate(BLANKS) for line in lines]


def split(data: bytes, diagnostics: DiagnosticCollector) -> Parts:
    """Front matter and story of a file."""
    if len(data) > LARGEST_FILE:
        diagnostics.add("P001.text", None, most=LARGEST_FILE // 1000)
        return Parts((), 1, "", 1, WITHDRAWN.search(data[:LARGEST_FILE].decode("utf-8", errors="replace")) is not None)
    if kind := foreign_kind(data):
        diagnostics.add("P028", None, kind=kind, name=diagnostics.path.rpartition("/")[2])
        return Parts((), 1, "", 1, WITHDRAWN.search(data.decode("latin-1")) is not None)
    lines = clean(decode(data, diagnostics), diagnostics)
    start = _opening(lines, diagnostics)
    if start is None:
        return Parts((), 1, "\n".join(lines).strip("\n"), 1, WITHDRAWN.search("\n".join(lines)) is not None)
    end, after = _closing(lines, start, diagnostics)
    # Without sound bounds a withdrawal may stand anywhere; it must not be missed.
    where = lines[start:end] if start and end < after else lines
    while after < len(lines) and not lines[after].strip():
        after += 1
    story = "\n".join(lines[after:]).rstrip()
    return Parts(tuple(lines[start:end]), start + 1, story, after + 1, WITHDRAWN.search("\n".join(where)) is not None)


def foreign_kind(data: bytes) -> str:
    """What kind of file it is if it is no text, "" for text."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((kind for begin, kind in FOREIGN if head.startswith(begin.lower())), "")


def _opening(lines: list[str], diagnostics: DiagnosticCollector) -> int | None:
    """Index of the first line of the front matter; None if there is none."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    line = lines[first]
    if RULE.fullmatch(line):
        return first + 1
    if NEARLY_RULE.fullmatch(line):
        diagnostics.add("P007.opening", (first + 1, 1), found=line, fix="---")
        return first + 1
    if FENCE.fullmatch(line):
        diagnostics.add("P006.fence", (first + 1, 1), found=line, fix="---")
        return first + 1
    diagnostics.add("P006.missing", (1, 1), fix="---\n")
    return first if LOOKS_LIKE_KEY.match(line) else None


def _closing(lines: list[str], start: int, diagnostics: DiagnosticCollector) -> tuple[int, int]:
    """Index after the front matter, index where the story begins. Without a closing line both are the same."""
    for number in range(start, len(lines)):
        line = lines[number]
        if RULE.fullmatch(line) or FENCE.fullmatch(line) or line.rstrip() == "...":
            return number, number + 1
        if NEARLY_RULE.fullmatch(line):
            diagnostics.add("P007.closing", (number + 1, 1), found=line, fix="---")
            return number, number + 1
    end = _guessed_end(lines, start)
    diagnostics.add("P008", (end + 1, 1), fix="---\n")
    return end, end


def _guessed_end(lines: list[str], start: int) -> int:
    """Where front matter without a closing line ends: after the last line that looks like it, before prose."""
    last = start
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if line[0] in " \t" or line.startswith(("- ", "-\t")) or LOOKS_LIKE_KEY.match(line):
            last = number + 1
        elif not line.startswith("#"):
            break
    return last
