"""Lines of front matter, and what a line can be, whatever the keys are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..diagnostics.collector import DiagnosticCollector
from .flow import end_of
from .nodes import Line, Pair
from .scalars import closing

PAIR = re.compile(
    r"(?P<quote>[\"'])?(?P<name>[^\W\d_][\w .+-]{0,39}?)(?(quote)(?P=quote))[ \t]*[:：](?:[ \t]+|$)(?P<rest>.*)"
)
DASH = re.compile(r"(?P<dash>[-*•·–—+‣])(?:[ \t]+|$)(?P<rest>.*)")
TIGHT_DASH = re.compile(r"(?P<dash>[-•·–—‣])(?P<rest>[^\s-].*)")
BLOCK = re.compile(r"[|>][+\-0-9]{0,2}(?:[ \t]+#.*)?")
MOST_LINES = 500  # of one value in brackets or quotation marks


def read_lines(texts: Sequence[str], first: int, diagnostics: DiagnosticCollector) -> Iterator[Line]:
    """Every line that is not empty. One that goes on in brackets, quotation marks or a block takes those lines in."""
    return _Lines(texts, first, diagnostics).read()


class _Lines:
    """Walks the lines once. at: index of the next one."""

    def __init__(self, texts: Sequence[str], first: int, diagnostics: DiagnosticCollector) -> None:
        self.raw = texts
        self.texts = [raw.strip() for raw in texts]
        self.indents = [0 if raw[:1] == text[:1] else _indent(raw) for raw, text in zip(texts, self.texts, strict=True)]
        self.first = first
        self.at = 0
        self._note_tab(diagnostics)

    def _note_tab(self, diagnostics: DiagnosticCollector) -> None:
        """A tab before a text is named once."""
        for number, (raw, text) in enumerate(zip(self.raw, self.texts, strict=True), self.first):
            if text and "\t" in raw and "\t" in (lead := raw[: len(raw) - len(raw.lstrip())]):
                word = text.split()[0]
                diagnostics.add("P010", (number, 1), found=lead + word, fix=lead.replace("\t", "  ") + word)
                return

    def read(self) -> Iterator[Line]:
        after_blank = False
        while self.at < len(self.texts):
            at, text = self.at, self.texts[self.at]
            self.at += 1
            if text:
                yield self._line(at, text, after_blank)
            after_blank = not text

    def _line(self, at: int, text: str, after_blank: bool) -> Line:
        number, indent, raw = self.first + at, self.indents[at], self.raw[at]
        column = 1 if raw[0] == text[0] else len(raw) - len(raw.lstrip()) + 1
        if text[0] == "#":
            return Line(number, indent, column, text, after_blank)
        if pair := _pair(text, column):
            return Line(number, indent, column, text, after_blank, self._whole(pair, indent))
        match = DASH.fullmatch(text) or TIGHT_DASH.fullmatch(text)
        if not match:
            return Line(number, indent, column, text, after_blank)
        dash = "-" if match["dash"] == "-" and match.re is DASH else "?"
        rest, start = match["rest"].strip(), match.start("rest")
        pair = _pair(rest, column + start)
        if pair:
            item = Line(number, indent + start, column + start, rest, pair=self._whole(pair, indent + start))
        else:
            item = Line(number, indent + start, column + start, self._held(rest, indent))
        return Line(number, indent, column, text, after_blank, None, dash, item)

    def _whole(self, pair: Pair, indent: int) -> Pair:
        """The pair with all the lines of its value that quotation marks, brackets or a block hold together."""
        begin = pair.value[:1]
        if begin in ("|", ">") and BLOCK.fullmatch(pair.value):
            return pair._replace(block=self._block(begin, indent))
        if begin not in ("[", "{", "'", '"'):
            return pair
        return pair._replace(value=self._bracketed(pair.value) if begin == "[" else self._held(pair.value, indent))

    def _held(self, value: str, indent: int) -> str:
        """A value with the lines that quotation marks or braces hold together."""
        return self._bracketed(value) if value[:1] == "{" else self._quoted(value, indent)

    def _quoted(self, value: str, indent: int) -> str:
        """A value with the deeper lines on which its quotation mark is closed; alone if it is not."""
        mark = value[:1]
        if mark not in ("'", '"') or closing(value, mark) is not None:
            return value
        whole = value
        for at in range(self.at, min(self.at + MOST_LINES, len(self.texts))):
            text = self.texts[at]
            if text and self.indents[at] <= indent:
                break
            if whole.endswith("\\") and mark == '"' and (len(whole) - len(whole.rstrip("\\"))) % 2:
                whole = whole[:-1] + text  # a line break that is not meant
            else:
                whole += " " + text
            # Only a line with the mark can close it.
            if mark in text and (end := closing(whole, mark)) is not None:
                if whole[end + 1 :].strip():
                    break
                self.at = at + 1
                return whole
        return value

    def _bracketed(self, value: str) -> str:
        """A value with the lines up to the one that closes its bracket; alone if none does."""
        whole, shut = value, "]" if value[0] == "[" else "}"
        for at in range(self.at, min(self.at + MOST_LINES, len(self.texts)) + 1):
            if shut in whole and end_of(whole) is not None:
                self.at = at
                return whole
            if at == len(self.texts) or (self.indents[at] == 0 and _pair(self.texts[at], 1)):
                break
            whole += "\n" + self.raw[at]
        return value

    def _block(self, style: str, indent: int) -> str | None:
        """Text of a `|` or `>` block, or None if nothing deeper follows."""
        at = self.at
        while at < len(self.texts) and (not self.texts[at] or self.indents[at] > indent):
            at += 1
        text = "\n".join(self.texts[self.at : at]).strip()
        if not text:
            return None
        self.at = at
        # A folded one keeps the breaks between its paragraphs only.
        return text if style == "|" else "\n".join(part.replace("\n", " ") for part in re.split(r"\n{2,}", text))


def line_of(text: str, number: int, column: int) -> Line:
    """A text that stands somewhere in a line, and perhaps goes on over others."""
    pair = _pair(text.partition("\n")[0], column)
    pair = pair._replace(value=text[pair.value_column - column :]) if pair else None
    return Line(number, 0, column, one_line(text), pair=pair)


def one_line(text: str) -> str:
    """A text that goes on over several lines on one."""
    return " ".join(line.strip() for line in text.split("\n")) if "\n" in text else text


def _pair(text: str, column: int) -> Pair | None:
    match = PAIR.fullmatch(text)
    if not match or match["rest"].startswith("//"):
        return None
    return Pair(match["name"].strip(), match["rest"], column + match.start("name"), column + match.start("rest"))


def _indent(raw: str) -> int:
    return len(raw[: len(raw) - len(raw.lstrip())].expandtabs(2))
