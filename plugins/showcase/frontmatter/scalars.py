"""One value as typed: quotation marks, comments behind it, and the marks that YAML gives a meaning."""

from __future__ import annotations

import re

from ..diagnostics.collector import DiagnosticCollector
from ..text.invisible import hidden_in
from .nodes import Text

ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "r": "\r", " ": " ", "0": "", "_": " "}
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
COMMENT = re.compile(r"(?:^(?=#(?:[ \t]|$))|(?<=[ \t]))#.*$")
# Marks that enclose a text, as phones and languages pair them; any other two are part of the text.
CURLY = re.compile(r"(?:[“”„‟](?P<a>[^“”„‟]*)[“”„‟\"]|«(?P<b>[^«»]*)»|»(?P<c>[^«»]*)«|[‘’‚‛](?P<d>[^‘’‚‛]*)[‘’‚‛'])")
# How a chat makes a whole value bold; a star of its own, or one with a blank beside it, is part of the text.
STARRED = re.compile(r"(\*{1,2})(?P<inner>[^\s*](?:[^*]*[^\s*])?)\1")
# A name for something else in the file, or a type: YAML's own machinery, never meant by a person.
ANCHOR = re.compile(r"&[\w-]+(?=\s|$)\s*|!(?:!\w|<)\S*(?=\s|$)\s*")
# A text may begin so; where a word of a list is meant it can only be an alias or a type.
ALIAS = re.compile(r"\*[\w-]+$|![A-Za-z]\S*(?=\s|$)\s*")


def read_scalar(
    raw: str, line: int, column: int, diagnostics: DiagnosticCollector, *, name: str, whole_line: bool
) -> Text:
    """The text meant by what stands behind a key or a dash. raw: stripped, one line.

    whole_line: everything on the line belongs to it; otherwise a comment behind it does not.
    """
    if raw[:1] in "\"'" and raw:
        return _quoted(raw, line, column, diagnostics, name=name, whole_line=whole_line)
    if not whole_line or raw.startswith("# "):
        raw = _without_comment(raw, line, column, diagnostics, name)
    if match := ANCHOR.match(raw) or (None if whole_line else ALIAS.match(raw)):
        rest = raw[match.end() :]
        fix = rest if not whole_line else '"' + raw.replace("\\", "\\\\").replace('"', '\\"') + '"'
        diagnostics.add("P016", (line, column), key=name, found=raw, fix=fix, mark=match[0])
        return Text(rest or raw, line, column)
    if (match := CURLY.fullmatch(raw)) and len(raw) > 2:
        inner = next(text for text in match.groups() if text is not None)
        diagnostics.add("P015.curly", (line, column), key=name, found=raw, fix=inner)
        return Text(inner.strip(), line, column + 1, quoted=True)
    if match := STARRED.fullmatch(raw):
        diagnostics.add("P015.starred", (line, column), key=name, found=raw, fix=match["inner"])
        return Text(match["inner"], line, column + match.start("inner"), quoted=True)
    return Text(raw, line, column)


def _without_comment(raw: str, line: int, column: int, diagnostics: DiagnosticCollector, name: str) -> str:
    match = COMMENT.search(raw)
    if not match:
        return raw
    kept = raw[: match.start()].rstrip()
    if kept:
        diagnostics.add("P014", (line, column + match.start()), key=name, found=match[0])
    return kept


def _quoted(raw: str, line: int, column: int, diagnostics: DiagnosticCollector, *, name: str, whole_line: bool) -> Text:
    """A value that begins with a quotation mark, which may yet be part of the text."""
    mark = raw[0]
    end = closing(raw, mark)
    if end is None:
        diagnostics.add("P012", (line, column), key=name, found=raw, fix=raw + mark, mark=mark)
        return Text(raw[1:].strip(), line, column + 1)
    rest = raw[end + 1 :].strip()
    if not rest or rest.startswith("#"):
        if rest:
            _without_comment(raw, line, column, diagnostics, name)
        text = unescape(raw[1:end], mark)
        if names := hidden_in(text):
            diagnostics.add("P004.escape", (line, column), key=name, found=raw, names=names)
        return Text(text, line, column + 1, quoted=True)
    if raw.endswith(mark) and raw.count(mark) % 2:
        # 'Jum'at Kliwon': the outer marks enclose it, the one inside is a letter's.
        fix = '"' + raw[1:-1].replace('"', '\\"') + '"'
        diagnostics.add("P015.inside", (line, column), key=name, found=raw, fix=fix)
        return Text(raw[1:-1], line, column + 1, quoted=True)
    if not whole_line:
        raw = _without_comment(raw, line, column, diagnostics, name)
    return Text(raw, line, column)


def closing(raw: str, mark: str) -> int | None:
    """Index of the quotation mark that closes the one at 0, or None."""
    at = 1
    while at < len(raw):
        if raw[at] == "\\" and mark == '"':
            at += 2
        elif raw[at] != mark:
            at += 1
        elif mark == "'" and raw[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at
    return None


def unescape(inner: str, mark: str) -> str:
    """Text between quotation marks, YAML's way; an unknown escape stays as typed."""
    if mark == "'":
        return inner.replace("''", "'")
    return ESCAPE.sub(_escaped, inner) if "\\" in inner else inner


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        number = int(code, 16)
        return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""
    return ESCAPES.get(match[4], match[0])
