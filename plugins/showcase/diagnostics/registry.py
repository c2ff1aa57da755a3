"""Every diagnostic code once: its title, its severity, its messages, and how it is mended.

A code is a row of a table in `codes/`, a file for each family. A message is named by its code (`P003`), or by its code
and a name where the code has several (`P023.copy`). In a message,

    {fix}          is filled in: `{fix!q}` in quotation marks, `{names!c}` as `a, b, c`, `{names!o}` as `a, b, atau c`;
    {pointer}      is a phrase that several messages have, if `phrases.toml` holds one of that name;
    [[, {guess}]]  is left out unless every field in it has a value.

A table is read when a message of it is needed: a check without faults reads none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from .fault import Severity

FOLDER = Path(__file__).parent / "codes"
FAMILIES = ("p0", "p1", "p2", "p3", "p4", "p5", "p6", "w1", "d1", "l", "g")  # in the order of the guide
LONGEST_QUOTE = 60
OPTIONAL = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Code:
    """One row. help: Markdown. messages: by the name behind the code, "" where there is only one.

    suggestions: names of messages that only suggest something, though the others of the code are faults.
    """

    code: str
    title: str
    severity: Severity
    help: str
    messages: Mapping[str, str]
    suggestions: tuple[str, ...] = ()

    def severity_of(self, name: str) -> Severity:
        """How serious one of its messages is."""
        return "suggestion" if name in self.suggestions else self.severity


@dataclass(frozen=True, slots=True)
class Family:
    """The codes of one table, in order, with what the guide says above them."""

    heading: str
    intro: str
    codes: Mapping[str, Code]


@cache
def family(name: str) -> Family:
    """A table of `codes/`."""
    table = _table(name)
    heading, intro = table.pop("heading"), table.pop("intro", "")
    return Family(heading, intro, MappingProxyType({code: _code(code, row) for code, row in table.items()}))


def code_of(message: str) -> Code:
    """The row of a code, or of the code that a message belongs to."""
    code = message.partition(".")[0]
    name = code[:2].lower()
    return family(name if name in FAMILIES else name[0]).codes[code]


def severity_of(message: str) -> Severity:
    """How serious a message is."""
    return code_of(message).severity_of(message.partition(".")[2])


def template_of(message: str) -> str:
    """A message as the table has it, its phrases filled in."""
    return code_of(message).messages[message.partition(".")[2]]


def text_of(message: str, /, **fields: object) -> str:
    """A message as a person reads it."""

    def kept(part: re.Match[str]) -> str:
        return part[1] if all(map(fields.get, fields_of(part[1]))) else ""

    return _FORMATTER.vformat(OPTIONAL.sub(kept, template_of(message)), (), fields)


def fields_of(template: str) -> frozenset[str]:
    """The names of what is filled in."""
    return frozenset(name for _, name, _, _ in _FORMATTER.parse(template) if name)


def _quoted(text: str) -> str:
    """The offender as a message shows it: on one line, not endless."""
    text = " ".join(text.split())
    return f'"{text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"}"'


def _listed(words: Iterable[str]) -> str:
    """`a, b, atau c`."""
    words = list(words)
    if len(words) < 3:
        return " atau ".join(words)
    return ", ".join(words[:-1]) + f", atau {words[-1]}"


class _MessageFormatter(Formatter):
    """`str.format` with the conversions of messages."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:  # noqa: ANN401 - as the base class has it
        convert = {"q": _quoted, "o": _listed, "c": ", ".join}.get(conversion or "")
        return convert(value) if convert else super().convert_field(value, conversion)


_FORMATTER = _MessageFormatter()


def _code(code: str, row: dict[str, Any]) -> Code:
    messages = row.pop("messages", None) or {"": row.pop("message")}
    phrased = MappingProxyType({name: _phrased(text) for name, text in messages.items()})
    return Code(code, messages=phrased, suggestions=tuple(row.pop("suggestions", ())), **row)


def _phrased(text: str) -> str:
    for name, phrase in _phrases().items():
        text = text.replace(f"{{{name}}}", phrase)
    return text


@cache
def _phrases() -> Mapping[str, str]:
    return MappingProxyType(_table("phrases"))


def _table(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
