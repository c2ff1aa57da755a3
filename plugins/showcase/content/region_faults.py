"""A list of the region that was read with mistakes: whoever names something that it lacks may well be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..diagnostics.fault import Fault
from .tables import AREAS, LANGUAGES, PLACES, SERVICES

# Each table -> the keys of profiles whose values are looked up in it.
KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        f"wilayah/{AREAS.name}": frozenset({"kecamatan", "desa", "melayani"}),
        f"wilayah/{PLACES.name}": frozenset({"tempat"}),
        f"wilayah/{SERVICES.name}": frozenset({"jasa"}),
        f"wilayah/{LANGUAGES.name}": frozenset({"bahasa"}),
        "wilayah": frozenset({"kecamatan", "desa", "melayani", "tempat", "jasa", "bahasa"}),
    }
)
NOT_LISTED = frozenset({"P106", "P201", "P202", "P203"})


def without_blame(faults: Iterable[Fault], of_region: Iterable[Fault]) -> list[Fault]:
    """The faults without those that a mistake in the region's own tables makes of a profile."""
    broken = {fault.path for fault in of_region if fault.severity == "fault"}
    doubtful = frozenset[str]().union(*(KEYS.get(path, frozenset()) for path in broken))
    return [fault for fault in faults if not (fault.code in NOT_LISTED and fault.key.rpartition(".")[2] in doubtful)]
