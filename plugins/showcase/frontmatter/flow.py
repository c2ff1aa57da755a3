"""Lists and tables on one line: `[a, b]` and `{a: b}`, over several lines too."""

from __future__ import annotations

from typing import NamedTuple

from .scalars import closing

OPEN = {"[": "]", "{": "}"}


class Span(NamedTuple):
    """Text out of a file. line, column: of its first character; later lines start at column 1."""

    text: str
    line: int
    column: int

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text."""
        before = self.text[:offset]
        breaks = before.count("\n")
        if not breaks:
            return self.line, self.column + offset
        return self.line + breaks, offset - before.rfind("\n")

    def part(self, start: int, end: int) -> Span:
        """A piece of it, without blanks around it."""
        piece = self.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        line, column = self.place(start + lead)
        return Span(piece.strip(), line, column)


def end_of(text: str) -> int | None:
    """Index of the bracket that closes the one at 0; None if it is not closed."""
    waiting: list[str] = []
    at, fresh = 0, True
    while at < len(text):
        letter = text[at]
        if fresh and letter in "\"'":
            end = closing(text[at:], letter)
            at += end if end is not None else 0
            fresh = False
        elif fresh and letter in OPEN:
            waiting.append(OPEN[letter])
        elif waiting and letter == waiting[-1]:
            waiting.pop()
            if not waiting:
                return at
            fresh = False
        elif letter == "," or (letter == ":" and text[at + 1 : at + 2] in " \n\t"):
            fresh = True
        elif not letter.isspace():
            fresh = False
        at += 1
    return None


def pieces(span: Span) -> tuple[Span, ...]:
    """What stands between the commas of a list or table. span: from its opening to its closing bracket."""
    found: list[Span] = []
    at = start = 1
    end = len(span.text) - 1
    fresh = True
    while at < end:
        letter = span.text[at]
        if fresh and letter in "\"'":
            stop = closing(span.text[at:end], letter)
            at += stop if stop is not None else 0
            fresh = False
        elif fresh and letter in OPEN:
            stop = end_of(span.text[at:end])
            at += stop if stop is not None else 0
            fresh = False
        elif letter == ",":
            if span.text[start:at].strip():  # an empty piece has no place, and finding one is expensive
                found.append(span.part(start, at))
            start, fresh = at + 1, True
        elif letter == ":" and span.text[at + 1 : at + 2] in " \n\t":
            fresh = True
        elif not letter.isspace():
            fresh = False
        at += 1
    found.append(span.part(start, end))
    return tuple(piece for piece in found if piece.text)
