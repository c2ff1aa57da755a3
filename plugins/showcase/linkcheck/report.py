"""The report on published links, in Markdown for people and in JSON, and the journal of a run under way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from ..covers.journal import hashed
from ..runtime.atomic_write import write_atomically
from ..text.markdown import code_span, unlinked
from .probe import Status, Verdict

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
_TOLD: tuple[Status, ...] = ("alive", "flagged", "gone", "unclear")
_ORDER: tuple[Status, ...] = ("flagged", "gone", "unclear", "alive")


@dataclass(slots=True)
class Journal:
    """Verdicts of a run under way, a line each, so that a stopped run goes on. Gone when the run is complete.

    An address stands there as its hash: a run that is never taken up again must not name anybody for good.
    """

    path: Path
    today: date
    _door: Lock

    @classmethod
    def of(cls, path: Path, today: date) -> Journal:
        """The journal at `path`; its folder is made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        return cls(path, today, Lock())

    def known(self) -> dict[str, tuple[Status, str]]:
        """Today's verdicts of a run that was stopped, by `hashed` URL. A line that is not whole counts as nothing."""
        verdicts: dict[str, tuple[Status, str]] = {}
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
                verdicts[key] = (status, reason)
        return verdicts

    def add(self, verdict: Verdict) -> None:
        """Write one verdict down at once."""
        line = json.dumps(
            [self.today.isoformat(), hashed(verdict.url), verdict.status, verdict.reason], ensure_ascii=False
        )
        with self._door, self.path.open("a", encoding="utf-8") as file:
            # A line feed before as well: what a killed run left half-written must not swallow this line.
            file.write(f"\n{line}\n")

    def close(self) -> None:
        """The run is complete: the next one asks everything anew."""
        self.path.unlink(missing_ok=True)


def as_json(verdicts: Iterable[Verdict], today: date) -> str:
    """All verdicts, worst first."""
    ordered = _ordered(verdicts)
    counts = Counter(verdict.status for verdict in ordered)
    told = {
        "checked": today.isoformat(),
        "counts": {status: counts[status] for status in _ORDER},
        "links": [asdict(verdict) for verdict in ordered],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def in_numbers(verdicts: Iterable[Verdict], today: date) -> str:
    """How many links there are of each kind, in one line."""
    counts = Counter(verdict.status for verdict in verdicts)
    tally = ", ".join(f"{counts[status]} {_NAMES[status]}" for status in _TOLD)
    return f"Diperiksa {today.isoformat()}: {counts.total()} tautan; {tally}."


def as_markdown(verdicts: Iterable[Verdict], today: date) -> str:
    """What needs a person, first; the rest in numbers."""
    ordered = _ordered(verdicts)
    lines = ["# Tautan yang diterbitkan", "", in_numbers(ordered, today), ""]
    for status, title, advice in _SECTIONS:
        found = [verdict for verdict in ordered if verdict.status == status]
        if found:
            lines += [f"## {title}", "", advice, "", *map(_item, found), ""]
    unclear = Counter(verdict.reason for verdict in ordered if verdict.status == "unclear")
    if unclear:
        lines += ["## Tidak dapat dipastikan", "", "Bukan tanda rusak: platform ini tidak menjawab kepada program.", ""]
        most_first = sorted(unclear.items(), key=lambda one: (-one[1], one[0]))
        lines += [*(f"- {number} tautan: {unlinked(reason)}" for reason, number in most_first), ""]
    return "\n".join(lines)


def save(folder: Path, verdicts: Iterable[Verdict], today: date) -> None:
    """Both reports into a folder, each whole."""
    kept = list(verdicts)
    write_atomically(folder / "tautan.json", as_json(kept, today).encode())
    write_atomically(folder / "tautan.md", as_markdown(kept, today).encode())


def _ordered(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return sorted(verdicts, key=lambda verdict: (_ORDER.index(verdict.status), verdict.url))


def _item(verdict: Verdict) -> str:
    """A box to tick. The address stands as code: a suspicious page gets no link from us."""
    return f"- [ ] {code_span(verdict.url)}: {unlinked(verdict.reason)} ({unlinked(', '.join(verdict.places))})"
