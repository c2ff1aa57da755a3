"""What `covers` remembers between runs, and how it tells what it did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from ..cache.digests import digest
from ..runtime.atomic_write import write_atomically

_REMEMBERED = timedelta(days=7)
BY_HAND = (
    "Sampul bisa dipasang dengan tangan: simpan gambar dari kreatornya di folder kreator (misalnya sampul.jpg), "
    "lalu tulis baris sampul: sampul.jpg di bawah tautan: karya itu. Tanpa sampul, kartu digambar menurut platformnya."
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A work for which something could not be had. by_hand: a person can add it."""

    place: str
    url: str
    reason: str
    by_hand: bool = False


@dataclass(slots=True)
class Notebook:
    """SafeStream refusals, so that the next run does not ask again for a week. Safe to lose.

    What was refused stands there as its hash, so that the file names nobody who has left since.
    """

    path: Path
    today: date
    _entries: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what is there; anything damaged counts as nothing."""
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            oldest = (self.today - _REMEMBERED).isoformat()
            self._entries = {
                key: (reason, day) for key, (reason, day) in told.items() if oldest <= day <= self.today.isoformat()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            self._entries = {}

    def refused(self, key: str) -> str:
        """Why this was refused lately, or ""."""
        return self._entries.get(hashed(key), ("", ""))[0]

    def remember(self, refusals: Mapping[str, str]) -> None:
        """Write them down at once: a run may be stopped at any time."""
        if refusals:
            self._entries |= {hashed(key): (reason, self.today.isoformat()) for key, reason in refusals.items()}
            write_atomically(self.path, json.dumps(self._entries, ensure_ascii=False, indent=1).encode())


def hashed(key: str) -> str:
    """What stands for an address in a file that is kept."""
    return digest(key.encode()).hex()


def summary(written: Iterable[str], troubles: Iterable[Trouble], held_back: int) -> str:
    """The report of a run, for the person who will review the change."""
    done, lost = list(written), list(troubles)
    lines = [f"{len(done)} karya dilengkapi." if done else "Tidak ada karya yang dilengkapi."]
    lines += [f"  {one}" for one in done]
    if lost:
        lines.append(f"{len(lost)} catatan:")
        lines += [f"  {one.place}: {one.reason}. {one.url}" for one in lost]
    if any(one.by_hand for one in lost):
        lines.append(BY_HAND)
    if held_back:
        lines.append(f"{held_back} profil bersalah dilewati; jalankan check dahulu.")
    if done:
        lines.append("Periksa perubahan di folder kreator, lalu simpan seperti perubahan lain.")
    return "\n".join(lines) + "\n"
