"""The region's lists as a profile may name them: by key, name or alias, however it is spelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..text.similarity import slugify
from .model import Language, Region, Village

ELSEWHERE = "luar"
EVERYWHERE = "semua"


def fold(text: str) -> str:
    """Letters and digits only: "Tanjung Pandan", "tanjungpandan" and "tanjung-pandan" are one."""
    return slugify(
        text.casefold()
        .removeprefix("kecamatan ")
        .removeprefix("kec. ")
        .removeprefix("distrik ")
        .removeprefix("desa ")
        .removeprefix("kelurahan "),
        200,
    ).replace("-", "")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Folded name -> key, for each list. `shown` holds what a person may type, in the region's order.

    area_codes: what a landline number of the region begins with, behind the zero.
    """

    districts: Mapping[str, str]
    places: Mapping[str, str]
    services: Mapping[str, str]
    villages: Mapping[str, tuple[tuple[str, Village], ...]]
    shown: Mapping[str, tuple[str, ...]]
    languages: tuple[Language, ...] = ()
    area_codes: tuple[str, ...] = ()

    def names(self, source: str) -> Mapping[str, str]:
        """Folded name -> key of a list: `district place service serves`; of others nothing."""
        known = {"district": self.districts, "serves": self.districts, "place": self.places, "service": self.services}
        return known.get(source, {})


def vocabulary_of(region: Region) -> Vocabulary:
    """All names of a region."""
    districts = {fold(name): d.key for d in region.districts for name in (d.key, d.name, *d.aliases)}
    villages: dict[str, list[tuple[str, Village]]] = {}
    for district in region.districts:
        for village in district.villages:
            for name in dict.fromkeys(fold(n) for n in (village.key, village.name, *village.aliases)):
                villages.setdefault(name, []).append((district.key, village))
    return Vocabulary(
        districts=districts,
        places={fold(name): p.key for p in reversed(region.places) for name in (*p.aliases, p.name, p.key)},
        services={fold(name): s.key for s in reversed(region.services) for name in (*s.aliases, s.name, s.key)},
        villages={name: tuple(found) for name, found in villages.items()},
        shown={
            "district": (*(d.key for d in region.districts), ELSEWHERE),
            "serves": (*(d.key for d in region.districts), EVERYWHERE),
            "place": tuple(p.key for p in region.places),
            "service": tuple(s.key for s in region.services),
            "language": tuple(one.key for one in region.languages),
        },
        languages=region.languages,
        area_codes=region.site.area_codes,
    )
