"""The report of `links` in Markdown and JSON, and the journal from which a stopped run continues."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from ..cache.digests import hashed
from ..runtime.atomic_write import write_atomically
from ..text.markdown import code_span, unlinked
from .probe import LinkResult, Status

_SECTIONS: tuple[tuple[Status, str, str], ...] = (
    (
        "flagged",
        "Mencurigakan: lihat hari ini",
        "Buka dengan hati-hati. Bila diambil alih, hapus tautannya dari profil hari ini juga.",
    ),
    ("gone", "Tidak ada lagi", "Tanyakan kepada kreatornya, lalu ganti atau hapus tautannya."),
)
_NAMES: Mapping[Status, str] = MappingProxyType(
    {
        "alive": "hidup",
        "gone": "tidak ada lagi",
        "flagged": "mencurigakan",
        "unclear": "tidak dapat dipastikan",
    }
)
_TALLY_ORDER: tuple[Status, ...] = ("alive", "flagged", "gone", "unclear")
_ORDER: tuple[Status, ...] = ("flagged", "gone", "unclear", "alive")


@dataclass(slots=True)
class Journal:
    """Results of a run under way, a line each, from which a stopped run continues. Removed when the run is complete.

    Addresses are hashed: the journal of a run that is never continued must not name anybody.
    """

    path: Path
    today: date
    _lock: Lock

    @classmethod
    def of(cls, path: Path, today: date) -> Journal:
        """The journal at `path`; its folder is made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        return cls(path, today, Lock())

    def known(self) -> dict[str, tuple[Status, str]]:
        """Today's results of a run that was stopped, by `hashed` URL. A line that is not whole counts as nothing."""
        results: dict[str, tuple[Status, str]] = {}
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return {}
        for line in lines:
            try:
                day, key, status, reason = json.loads(line)
            except (ValueError, TypeError):
                continue
            if day == self.today.isoformat() and status in _ORDER:
                results[key] = (status, reason)
        return results

    def add(self, result: LinkResult) -> None:
        """Append one result at once."""
        line = json.dumps(
            [self.today.isoformat(), hashed(result.url), result.status, result.reason], ensure_ascii=False
        )
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            # A line feed before as well, in case a killed run left half a line.
            file.write(f"\n{line}\n")

    def close(self) -> None:
        """The run is complete: the next one asks everything anew."""
        self.path.unlink(missing_ok=True)


def as_json(results: Iterable[LinkResult], today: date) -> str:
    """All results, worst first."""
    ordered = _ordered(results)
    counts = Counter(result.status for result in ordered)
    report = {
        "checked": today.isoformat(),
        "counts": {status: counts[status] for status in _ORDER},
        "links": [asdict(result) for result in ordered],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def in_numbers(results: Iterable[LinkResult], today: date) -> str:
    """How many links there are of each kind, in one line."""
    counts = Counter(result.status for result in results)
    tally = ", ".join(f"{counts[status]} {_NAMES[status]}" for status in _TALLY_ORDER)
    return f"Diperiksa {today.isoformat()}: {counts.total()} tautan; {tally}."


def as_markdown(results: Iterable[LinkResult], today: date) -> str:
    """Links that a person must look at, first; the others as counts."""
    ordered = _ordered(results)
    lines = ["# Tautan yang diterbitkan", "", in_numbers(ordered, today), ""]
    for status, title, advice in _SECTIONS:
        found = [result for result in ordered if result.status == status]
        if found:
            lines += [f"## {title}", "", advice, "", *map(_item, found), ""]
    unclear = Counter(result.reason for result in ordered if result.status == "unclear")
    if unclear:
        lines += ["## Tidak dapat dipastikan", "", "Bukan tanda rusak: platform ini tidak menjawab kepada program.", ""]
        most_first = sorted(unclear.items(), key=lambda one: (-one[1], one[0]))
        lines += [*(f"- {number} tautan: {unlinked(reason)}" for reason, number in most_first), ""]
    return "\n".join(lines)


def save(folder: Path, results: Iterable[LinkResult], today: date) -> None:
    """Write both reports into a folder, each atomically."""
    results = list(results)
    write_atomically(folder / "tautan.json", as_json(results, today).encode())
    write_atomically(folder / "tautan.md", as_markdown(results, today).encode())


def _ordered(results: Iterable[LinkResult]) -> list[LinkResult]:
    return sorted(results, key=lambda result: (_ORDER.index(result.status), result.url))


def _item(result: LinkResult) -> str:
    """A task list item. The address is a code span: a suspicious page must not be linked."""
    return f"- [ ] {code_span(result.url)}: {unlinked(result.reason)} ({unlinked(', '.join(result.places))})"
