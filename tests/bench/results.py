"""What the benchmark measured, as values: they become a table, a report, and JSON of this very shape."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Phase = Literal["cold", "warm", "edit"]
PHASES: tuple[Phase, ...] = ("cold", "warm", "edit")


@dataclass(frozen=True, slots=True)
class Sample:
    """One build. cpu: seconds of all processors. memory: peak bytes of its largest process. None: not known here."""

    seconds: float
    cpu: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """Published files of one kind and width. size: mean bytes, ssim: mean likeness, of those that were compared."""

    kind: str
    width: int
    size: float
    ssim: float


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the photos. files, size: how many, and their bytes, a photo. compared: photos found among
    the `asked` ones that were looked for; a cropped one is not."""

    files: float
    size: float
    compared: int
    asked: int
    by_size: tuple[Files, ...]

    def ssim(self, *kinds: str) -> float | None:
        """Mean over the widths of these kinds; None where there is no such file."""
        found = [one.ssim for one in self.by_size if one.kind in kinds]
        return statistics.fmean(found) if found else None


@dataclass(frozen=True, slots=True)
class Result:
    """One contender. failed: why it is no result, "" for a good one; then its figures do not count."""

    key: str
    name: str
    version: str
    cold: tuple[Sample, ...] = ()
    warm: tuple[Sample, ...] = ()
    edit: tuple[Sample, ...] = ()
    pages: int = 0
    failed: str = ""
    published: Published | None = None

    def samples(self, phase: Phase) -> tuple[Sample, ...]:
        """The builds of one phase."""
        return {"cold": self.cold, "warm": self.warm, "edit": self.edit}[phase]

    def median(self, phase: Phase) -> float | None:
        """Seconds of the middle build of a phase; None where there was none, or the contender failed."""
        return self._middle(phase, lambda sample: sample.seconds)

    def memory(self) -> int | None:
        """The most that any of its builds held."""
        known = [sample.memory for phase in PHASES for sample in self.samples(phase) if sample.memory is not None]
        return max(known) if known and not self.failed else None

    def cpu(self, phase: Phase) -> float | None:
        """Processor seconds of the middle build of a phase."""
        return self._middle(phase, lambda sample: sample.cpu)

    def _middle(self, phase: Phase, figure: Callable[[Sample], float | None]) -> float | None:
        known = [found for sample in self.samples(phase) if (found := figure(sample)) is not None]
        return statistics.median(known) if known and not self.failed else None


@dataclass(frozen=True, slots=True)
class Limit:
    """What the encoders alone take of a cold build of the contender `key`.

    files: how many are encoded. sampled: of how many photos the time was taken. cpu: seconds of each measurement,
    for all photos. cores: as many work at once.
    """

    key: str
    files: int
    sampled: int
    cpu: tuple[float, ...]
    cores: int

    @property
    def seconds(self) -> float:
        """No build can be quicker."""
        return statistics.median(self.cpu) / self.cores


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured. load: of the last minute before the first build, of 1 a core."""

    system: str
    processor: str
    cores: int
    memory: int
    python: str
    pillow: str
    load: float


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the benchmark. missing: the peers that were asked for and are not installed."""

    day: str
    version: str
    machine: Machine
    creators: int
    photos: int
    cold_rounds: int
    rounds: int
    results: tuple[Result, ...]
    limits: tuple[Limit, ...]
    missing: tuple[str, ...]

    def result(self, key: str) -> Result | None:
        """The result of one contender."""
        return next((result for result in self.results if result.key == key), None)

    @property
    def failed(self) -> tuple[Result, ...]:
        """The contenders that are no result."""
        return tuple(result for result in self.results if result.failed)


def ratio(mine: float | None, other: float | None) -> float | None:
    """How often `other` goes into `mine`; None where one of them is not known."""
    return mine / other if mine is not None and other else None
