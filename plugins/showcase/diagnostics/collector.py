"""Faults as they are found in one file. Reading never stops at a fault and never raises one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ..text.masking import without_identity
from .fault import Fault, Severity

LONGEST_QUOTE = 60
LONGEST_FIX = 500
LONGEST_FOUND = 2000
MOST_NOTES = 100  # of one file: nobody reads more, and ten thousand such files must fit in memory


class Placed(Protocol):
    """Anything with a place in the file: 1-based, counted in characters."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class Notes:
    """Collects the faults of one file.

    path: relative to the content folder. left_out: for a line, the columns of characters that were left out in reading;
    the place of a fault counts them, as the editor does.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.left_out: dict[int, list[int]] = {}
        self.faults: list[Fault] = []

    def fault(
        self,
        code: str,
        at: Placed | tuple[int, int] | None,
        message: str,
        *,
        key: str = "",
        found: str = "",
        allowed: Iterable[str] = (),
        fix: str = "",
        severity: Severity = "fault",
    ) -> None:
        """Note a fault. at: a node, (line, column), or None for the whole file. An identity number is masked."""
        if self._is_full(severity):
            return
        line, column = (None, None) if at is None else at if isinstance(at, tuple) else (at.line, at.column)
        if line in self.left_out and column is not None:
            for gone in self.left_out[line]:
                column += gone <= column
        if len(fix) > LONGEST_FIX or len(found) > LONGEST_FOUND:
            found, fix = found[:LONGEST_FOUND], ""  # a wall of text is mended by hand, not pasted
        if fix == found or without_identity(fix) != fix:
            fix = ""  # what changes nothing is no fix, and no fix writes down who somebody is
        message, found = without_identity(message), without_identity(found)
        self.faults.append(Fault(self.path, line, column, code, message, severity, key, found, tuple(allowed), fix))

    def suggest(
        self,
        code: str,
        at: Placed | tuple[int, int] | None,
        message: str,
        *,
        key: str = "",
        found: str = "",
        allowed: Iterable[str] = (),
        fix: str = "",
    ) -> None:
        """Note what was understood but would be better otherwise."""
        self.fault(code, at, message, key=key, found=found, allowed=allowed, fix=fix, severity="suggestion")

    def _is_full(self, severity: Severity) -> bool:
        """Whether there is no room for one more. What is left out is told, and a fault stays a fault."""
        if len(self.faults) < MOST_NOTES:
            return False
        if len(self.faults) == MOST_NOTES or (severity == "fault" and not self.has_faults):
            message = f"masih ada lagi; hanya {MOST_NOTES} hal pertama yang disebut. Perbaiki dahulu yang itu."
            self.faults.append(Fault(self.path, None, None, "P018", message, severity))
        return True

    @property
    def has_faults(self) -> bool:
        """True if something here keeps the file from being published."""
        return any(fault.severity == "fault" for fault in self.faults)


def quoted(text: str) -> str:
    """The offender as a message shows it: on one line, not endless."""
    text = " ".join(text.split())
    return f'"{text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"}"'


def listed(words: Iterable[str]) -> str:
    """`a, b, atau c`."""
    words = list(words)
    if len(words) < 3:
        return " atau ".join(words)
    return ", ".join(words[:-1]) + f", atau {words[-1]}"
