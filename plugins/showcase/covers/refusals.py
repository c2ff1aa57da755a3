"""Works that a platform refused lately, kept between runs of `covers` so that nobody is asked again for a week."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from ..cache.digests import hashed
from ..runtime.atomic_write import write_atomically

_LIFETIME = timedelta(days=7)


@dataclass(slots=True)
class Refusals:
    """Permanent refusals of the last week. Safe to lose.

    path: of the file. It holds hashes of addresses, so it names nobody whose profile was removed.
    """

    path: Path
    today: date
    _entries: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the file; a damaged one counts as empty."""
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))
            oldest = (self.today - _LIFETIME).isoformat()
            self._entries = {
                key: (reason, day) for key, (reason, day) in known.items() if oldest <= day <= self.today.isoformat()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            self._entries = {}

    def refused(self, key: str) -> str:
        """Why this was refused lately, or ""."""
        return self._entries.get(hashed(key), ("", ""))[0]

    def remember(self, refusals: Mapping[str, str]) -> None:
        """Add them to the file at once: a run may be stopped at any time."""
        if refusals:
            self._entries |= {hashed(key): (reason, self.today.isoformat()) for key, reason in refusals.items()}
            write_atomically(self.path, json.dumps(self._entries, ensure_ascii=False, indent=1).encode())
