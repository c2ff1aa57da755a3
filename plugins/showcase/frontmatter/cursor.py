"""A place in the lines of front matter, and what can be taken from there as one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..diagnostics.collector import DiagnosticCollector
from ..schema.key import Key
from ..schema.private import note_private, private_line
from .flow import Span, end_of
from .lines import NAMED, Line, dashed, is_blank, is_known, lines_of, named
from .scalars import closing

# What stands before and around a key where it was copied from a chat or a list.
ORNAMENT = re.compile(r"^(?:[-•·]|\d{1,2}[.)])[ \t]+|\*")
CHAT = re.compile(r"^\[\d[^\]]{3,30}\][ \t]+[^:]{1,60}:[ \t]+")  # `[10.12, 23/11/2026] Rina: `
REMARK = re.compile(r"<!--[ \t]*(?P<html>.*?)[ \t]*-->|//[ \t]*(?P<slashes>.*)")  # notes of other languages
SEMICOLON = re.compile(r"^(\w+)[ \t]*;[ \t]*")
MOST_LINES = 500  # of one value in brackets or quotation marks


class Cursor:
    """Walks the lines once. at: index of the next line to read. keys: of the whole file."""

    def __init__(
        self, texts: Sequence[str], first: int, keys: tuple[Key, ...], diagnostics: DiagnosticCollector
    ) -> None:
        self.raw = texts
        self.lines = lines_of(texts, first, diagnostics)
        self.keys = keys
        self.diagnostics = diagnostics
        self.at = 0

    def peek(self) -> Line | None:
        """The next line that is neither blank nor a comment; the ones before it are left behind."""
        while self.at < len(self.lines) and is_blank(self.lines[self.at]):
            self.at += 1
        return self.lines[self.at] if self.at < len(self.lines) else None

    def end(self) -> None:
        """Leave everything behind."""
        self.at = len(self.lines)

    def block(self, style: str, indent: int) -> str | None:
        """Text of a `|` or `>` block, or None if nothing deeper than `indent` follows."""
        at = self.at
        while at < len(self.lines) and (not self.lines[at].text or self.lines[at].indent > indent):
            at += 1
        texts = [line.text for line in self.lines[self.at : at]]
        if not any(texts):
            return None
        self.at = at
        return "\n".join(texts).strip() if style == "|" else "\n".join(" ".join(words) for words in _paragraphs(texts))

    def quoted_text(self, rest: str, indent: int) -> str:
        """The rest of a line with the deeper lines on which its quotation mark is closed; alone if it is not."""
        if rest[:1] not in ("'", '"') or closing(rest, rest[0]) is not None:
            return rest
        whole = rest
        for at in range(self.at, min(self.at + MOST_LINES, len(self.lines))):
            line = self.lines[at]
            if line.text and line.indent <= indent:
                break
            if whole.endswith("\\") and rest[0] == '"' and (len(whole) - len(whole.rstrip("\\"))) % 2:
                whole = whole[:-1] + line.text  # a line break that is not meant
            else:
                whole += " " + line.text
            # Only a line with the mark can close it.
            if rest[0] not in line.text:
                continue
            if (end := closing(whole, rest[0])) is not None:
                if whole[end + 1 :].strip():
                    break
                self.at = at + 1
                return whole
        return rest

    def bracketed(self, rest: str, line: Line, column: int) -> Span | None:
        """The text from bracket to bracket; lines below are used up only if it is closed there."""
        text = rest
        for at in range(self.at, min(self.at + MOST_LINES, len(self.lines)) + 1):
            closes = (rest[0] == "[" and "]" in text) or (rest[0] == "{" and "}" in text)
            if closes and (end := end_of(text)) is not None:
                self.at = at
                span = Span(text, line.number, column)
                tail = text[end + 1 :].strip()
                if tail and not tail.startswith("#"):
                    place = span.part(end + 1, len(text))
                    self.diagnostics.add("P020.tail", (place.line, place.column), found=tail)
                return Span(text[: end + 1], line.number, column)
            if at == len(self.lines):
                break
            following = self.lines[at]
            if following.indent <= 0 and named(following, self.keys):
                break
            text += "\n" + self.raw[at]
        return None

    def is_astray(self, line: Line, parent: int) -> bool:
        """True for a line that sets nothing and stands too far left, among lines deeper than `parent`."""
        after = next((one for one in self.lines[self.at + 1 :] if not is_blank(one)), None)
        return bool(after and after.indent > parent) and not dashed(line) and named(line, self.keys) is None

    def unreadable(self, line: Line) -> None:
        """Note a line that sets nothing; a private fact in it is not repeated."""
        name, fact = private_line(CHAT.sub("", line.text).lstrip("*_-• "))
        if fact:
            note_private(self.diagnostics, (line.number, line.column), name, fact)
            return
        plain = SEMICOLON.sub(r"\1: ", ORNAMENT.sub("", CHAT.sub("", line.text)))
        pair = NAMED.fullmatch(plain)
        fix = plain if pair and plain != line.text and is_known(pair["name"], self.keys) else ""
        if note := REMARK.fullmatch(line.text):
            fix = f"# {note['html'] or note['slashes']}"
        self.diagnostics.add("P009.line", (line.number, line.column), found=line.text, fix=fix)


def _paragraphs(texts: list[str]) -> list[list[str]]:
    """Lines of a folded block, by paragraph."""
    found: list[list[str]] = [[]]
    for text in texts:
        if text:
            found[-1].append(text)
        elif found[-1]:
            found.append([])
    return [words for words in found if words]
