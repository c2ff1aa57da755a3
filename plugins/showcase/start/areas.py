"""The districts and villages of a regency as the rows of `wilayah.csv`, each with the ways in which people spell it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..region.geometry import Point
from ..region.vocabulary import fold
from ..text.similarity import slugify
from .register import District, Regency, Village

COLUMNS = ("kode", "tingkat", "nama", "induk", "alias", "lat", "lng")
# First words of many names, written together or apart, and what they are shortened to or called as well.
FIRST_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Tanjung": ("Tg. ", "Tj. ", "Tanjong "), "Sungai": ("Sei ",), "Gunung": ("Gn. ", "Gunong "), "Pulau": ("P. ",),
        "Kampung": ("Kp. ", "Kampong "), "Kepulauan": ("Kep. ",), "Muara": (), "Ujung": (), "Bukit": (), "Batu": (),
        "Padang": (), "Pasar": (), "Kuala": (), "Lubuk": (), "Teluk": (), "Pangkal": (), "Simpang": (), "Karang": (),
        "Rantau": (), "Labuhan": (), "Kota": (),
    }
)  # fmt: skip
LONG_FORMS = MappingProxyType(
    {"Kep.": "Kepulauan", "Gn.": "Gunung", "Tg.": "Tanjung", "Sei": "Sungai", "BTS.": "Batas"}
)
SHORTEST_REST = 4  # letters behind a first word, or of one of two names: "Batuan" and "Tolan I/II" are none


def areas_csv(regency: Regency, centres: Mapping[str, Point]) -> str:
    """The whole table. centres: of the districts, by their code, as far as they are known."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    by_name = dict(_with_aliases(one.name for one in regency.districts))
    for district in regency.districts:
        longitude, latitude = (
            (f"{value:.5f}" for value in centres[district.code]) if district.code in centres else ("", "")
        )
        aliases = by_name[district.name]
        table.writerow((district.code, "kecamatan", district.name, "", "|".join(aliases), latitude, longitude))
        for village, (name, aliases) in zip(district.villages, _with_aliases(_named_apart(district)), strict=True):
            others = "|".join(aliases) if name == village.name else ""
            table.writerow((village.code, village.kind, name, district.code, others, "", ""))
    return text.getvalue()


def spellings(name: str) -> tuple[str, ...]:
    """Other ways to write a name: apart, together, short, long, each of two names in one."""
    found: dict[str, None] = {}
    for whole in (name, *_parts(name)):
        for other in (whole, *_long_forms(whole), *_joined_or_split(whole)):
            found |= dict.fromkeys([other, *_first_word_forms(other)])
    return tuple(one for one in found if one != name)


def _parts(name: str) -> Iterator[str]:
    """ "Misool (Misool Utara)" and "Konda/Kondaga" are two names each."""
    if "/" in name or "(" in name:
        yield from (part.strip() for part in re.split(r"[/()]", name) if len(part.strip()) >= SHORTEST_REST)


def _long_forms(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if rest and first in LONG_FORMS:
        yield f"{LONG_FORMS[first]} {rest}"


def _joined_or_split(name: str) -> Iterator[str]:
    """ "Tanjung Pandan" for "Tanjungpandan", and the other way round."""
    for word in FIRST_WORDS:
        rest = name[len(word) :]
        if not name.startswith(word) or len(rest.strip()) < SHORTEST_REST:
            continue
        if rest[0].isspace() and " " not in rest.strip():
            yield word + rest.strip().lower()
        elif rest[0].islower():
            yield f"{word} {rest[0].upper()}{rest[1:]}"


def _first_word_forms(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if rest:
        yield from (form + rest for form in FIRST_WORDS.get(first, ()))


def _with_aliases(names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name with the spellings that nobody else of the list has."""
    names = tuple(names)
    owners = {fold(name): name for name in names}
    for name in names:
        yield name, tuple(one for one in spellings(name) if owners.setdefault(fold(one), name) == name)


def _named_apart(district: District) -> tuple[str, ...]:
    """The villages' names; where two share one, each says its kind, and its number where that is shared too."""
    keys = Counter(slugify(village.name) for village in district.villages)
    kinds = Counter((slugify(village.name), village.kind) for village in district.villages)

    def named(village: Village) -> str:
        key = slugify(village.name)
        if keys[key] == 1:
            return village.name
        number = f" {village.code[9:]}" if kinds[key, village.kind] > 1 else ""
        return f"{village.name} ({village.kind}{number})"

    return tuple(map(named, district.villages))
