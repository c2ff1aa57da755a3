"""What is wrong with the content, said so that the person who typed it can mend it.

A fault never carries an exception or a Pelican object: it is a value that every room
can make, `check` can print in three forms, and a test can compare whole.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fault", "suggestion"]

# What a file's name may hold and a line of text may not: it would colour a terminal, begin a workflow command on a
# line of its own, or be no character at all.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # the blanks among these are escaped
HALF = re.compile("[\ud800-\udfff]")  # a byte of a name that is not UTF-8, as Python holds it


def printable(text: str) -> str:
    """The text with a mark in place of every character that is none."""
    return UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text as a line of a log. GitHub's runner obeys `##[…]` wherever it stands in one."""
    return printable(text).replace("##[", "## [")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the content, or one suggestion about it.

    path: file, relative to the content folder, with forward slashes; what cannot be printed is marked.
    line, column: 1-based, counted in characters; None where the whole file is meant.
    code: stable, with a section of the same name in the guide (`P103`).
    key: the front matter key as it should be written, or "".
    message: Indonesian; what is wrong, the offender quoted. No line break.
    found: the text that was found, as typed.
    allowed: the values that would have been right, where they can be listed.
    fix: text that, pasted in place of what was found, clears the fault; or "".
    """

    path: str
    line: int | None
    column: int | None
    code: str
    message: str
    severity: Severity = "fault"
    key: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    fix: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", printable(self.path))
        object.__setattr__(self, "message", CONTROL.sub("\ufffd", self.message))
        object.__setattr__(self, "found", HALF.sub("\ufffd", self.found))

    @property
    def place(self) -> tuple[str, int, int]:
        """Sort key: file, line, column; a fault of the whole file comes first."""
        return (self.path, self.line or 0, self.column or 0)

    def as_text(self) -> str:
        """`path:line:column: code key: message Tulis: fix` on one line."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        subject = f" {self.key}" if self.key else ""
        advice = f" Tulis: {self.fix}" if self.fix else ""
        return one_line(f"{where}: {self.code}{subject}: {self.message}{advice}".replace("\n", "⏎"))

    def as_json(self) -> dict[str, object]:
        """The fields that `check --format json` promises."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "key": self.key,
            "message": self.message,
            "found": self.found,
            "allowed": list(self.allowed),
            "fix": self.fix,
        }


class ContentFaults(Exception):
    """The content cannot be published as it is. Raised once, with every fault found.

    Pelican's own `main` reads `exitcode`, so plain `pelican -s` exits with it too.
    """

    exitcode = 1

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(fault.as_text() for fault in faults))


class ToolFailure(Exception):
    """The tool itself could not do its work: one Indonesian line says why. Exit code 2."""

    exitcode = 2


def sort_faults(faults: list[Fault] | tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Faults by file, line, column and code, without repeats."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (*fault.place, fault.code, fault.message)))


def json_report(faults: tuple[Fault, ...]) -> str:
    """All faults as one JSON list, keys in the promised order."""
    return json.dumps([fault.as_json() for fault in faults], ensure_ascii=False, indent=2)
