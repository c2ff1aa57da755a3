"""What a finished build can tell, a value of its own: a build that finds nothing to do tells the last one's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ..diagnostics.fault import Fault
from ..publish.limits import Weight

LATE_SEARCH = "SHOWCASE_LATE_SEARCH"  # in the environment: the search index may be made after the pages are in place
SEARCH_FOLLOWS = "Pencarian menyusul."


@dataclass(frozen=True, slots=True)
class Outcome:
    """Figures and remarks of one build. held_back: slugs and files of texts left out for their faults.

    late_search: the search index is still that of the build before. leaner: why pictures are not as rich as usual.
    remark: what went wrong once the site was in place.
    """

    creators: int
    pages: int
    encoded: int
    reused: int
    held_back: tuple[str, ...]
    suggestions: tuple[Fault, ...]
    weight: Weight | None = None
    late_search: bool = False
    leaner: str = ""
    remark: str = ""

    def again(self) -> Outcome:
        """What a second build of the same says: no picture is new."""
        return replace(self, encoded=0, reused=self.reused + self.encoded)

    def is_about(self, shown: Collection[str]) -> bool:
        """Whether nobody but the profiles that the site shows is spoken of; shown: their slugs."""
        if self.held_back or (self.weight and self.weight.largest):
            return False
        folders = [fault.path.split("/")[:2] for fault in self.suggestions]
        return all(folder[0] != "kreator" or folder[-1] in shown for folder in folders)
