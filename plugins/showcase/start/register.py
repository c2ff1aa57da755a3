"""The national list of regencies and cities, and the one that a person means by a name or a code."""

from __future__ import annotations

import csv
import io
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from ..text.similarity import distance, slugify

DATA = Path(__file__).parent / "data"
LIST, ZONES = "wilayah_nasional.csv.xz", "zona.csv"
PROVINCE, REGENCY, DISTRICT, VILLAGE = 2, 5, 8, 13  # letters of a code at each level
KINDS = MappingProxyType(
    {"kabupaten": "kabupaten", "kab": "kabupaten", "pemkab": "kabupaten", "kota": "kota", "kotamadya": "kota",
     "kotamadia": "kota", "kodya": "kota", "pemkot": "kota"}
)  # fmt: skip
UNSAID = frozenset({"administrasi", "administratif", "adm", "pemerintah", "pemda", "provinsi", "prov", "dki"})
SHORTENED = MappingProxyType({"kep": "kepulauan", "kepl": "kepulauan"})
# What people call a place that the list has under another name.
CALLED = MappingProxyType(
    {"jogja": "yogyakarta", "jogjakarta": "yogyakarta", "yogya": "yogyakarta", "solo": "surakarta",
     "ujungpandang": "makassar", "siantar": "pematangsiantar", "pangkep": "pangkajenedankepulauan",
     "pangkajenekepulauan": "pangkajenedankepulauan"}
)  # fmt: skip
MOST_NEAR = 5
SHORTEST_PART = 4
PAPUA = ("91", "92", "93", "94", "95", "96")  # provinces in which a kecamatan is called distrik


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan of the list."""

    code: str
    name: str

    @property
    def kind(self) -> str:
        """As the last group of the code says."""
        return "kelurahan" if self.code[9] == "1" else "desa"


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan of the list, or a distrik."""

    code: str
    name: str
    villages: tuple[Village, ...]


Area = TypeVar("Area", Village, District)


@dataclass(frozen=True, slots=True)
class Regency:
    """A kabupaten or kota. name: whole, "Kota Makassar"; shared: there is another with the same short name."""

    code: str
    name: str
    province: str
    timezone: str
    districts: tuple[District, ...]
    shared: bool = False

    @property
    def short(self) -> str:
        """The name as spoken: "Makassar"; of two that share it each says which it is: "Kota Bogor"."""
        return self.name if self.shared else _without_kind(self.name)

    @property
    def district_term(self) -> str:
        """What its kecamatan are called there."""
        return "distrik" if self.code.startswith(PAPUA) else "kecamatan"


def read_register(folder: Path = DATA) -> tuple[Regency, ...]:
    """Every regency of the list, in the order of its codes."""
    text = lzma.decompress((folder / LIST).read_bytes()).decode()
    rows = [(code, " ".join(name.split())) for code, name in list(csv.reader(io.StringIO(text)))[1:]]
    zones = dict(list(csv.reader((folder / ZONES).read_text(encoding="utf-8").splitlines()))[1:])
    names = {code: name for code, name in rows if len(code) <= REGENCY}
    regencies = {code: name for code, name in names.items() if len(code) == REGENCY}
    villages = _by_parent((Village(code, name) for code, name in rows if len(code) == VILLAGE), DISTRICT)
    districts = _by_parent(
        (District(code, name, tuple(villages.get(code, ()))) for code, name in rows if len(code) == DISTRICT), REGENCY
    )
    short = [folded(_without_kind(name)) for name in regencies.values()]
    return tuple(
        Regency(
            code, name, names[code[:PROVINCE]], zones[code[:PROVINCE]], tuple(districts.get(code, ())),
            short.count(folded(_without_kind(name))) > 1,
        )
        for code, name in regencies.items()
    )  # fmt: skip


def _by_parent(areas: Iterable[Area], length: int) -> Mapping[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for area in areas:
        found.setdefault(area.code[:length], []).append(area)
    return found


def find(text: str, regencies: Sequence[Regency]) -> tuple[Regency, ...]:
    """Whom a name or a code means: nobody, one, or all that share the name."""
    if code := re.fullmatch(r"\s*(\d\d)\.?(\d\d)\s*", text):
        return tuple(one for one in regencies if one.code == f"{code[1]}.{code[2]}")
    readings = set(_readings(text))
    return tuple(one for one in _of_province(text, regencies) if not readings.isdisjoint(_names(one)))


def nearest(text: str, regencies: Sequence[Regency]) -> tuple[Regency, ...]:
    """Who may be meant by a name that is none: all of that province, who have it in their name, who differ little."""
    wanted = max((name for _, name in _readings(text)), key=len, default="")
    if inside := tuple(one for one in regencies if wanted and folded(one.province) == wanted):
        return inside
    short = {one.code: folded(_without_kind(one.name)) for one in regencies}
    parts = [one for one in regencies if len(wanted) >= SHORTEST_PART and wanted in short[one.code]]
    edits = {code: min(distance(read, name) for _, read in _readings(text)) for code, name in short.items()}
    least = min(edits.values(), default=0)
    close = [one for one in regencies if edits[one.code] == least <= max(1, len(wanted) // 3) and one not in parts]
    return (*parts, *close)[:MOST_NEAR]


def folded(text: str) -> str:
    """Letters and digits alone, whatever stands between them: "Fak-Fak" and "Fakfak" are one."""
    return slugify(text, 200).replace("-", "")


def _words(text: str) -> list[str]:
    words = slugify(text.replace("'", "").replace("’", ""), 200).split("-")
    return [SHORTENED.get(word, word) for word in words if word and word not in UNSAID]


def _without_kind(name: str) -> str:
    """A name without what kind of region it is, as it is written: "Jakarta Pusat"."""
    return re.sub(
        r"^\s*(?:(?:kabupaten|kab|kotamadya|kodya|kota)\b\.?\s+)?(?:(?:administrasi|adm)\b\.?\s+)?", "", name,
        flags=re.IGNORECASE,
    )  # fmt: skip


def _names(regency: Regency) -> tuple[tuple[str, str], ...]:
    kind, *words = _words(regency.name)
    return (kind, "".join(words)), ("", "".join(words))


def _of_province(text: str, regencies: Sequence[Regency]) -> Sequence[Regency]:
    """Those of the province behind the comma; all where none is named there."""
    named = _words(text.partition(",")[2])
    return tuple(one for one in regencies if _words(one.province) == named) or regencies


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Kind ("" for either) and name: "Kotabaru" may be typed in two words, "Makassar" by its old name."""
    words = _words(text.partition(",")[0])
    whole = "".join(words)
    yield "", CALLED.get(whole, whole)
    if words and words[0] in KINDS:
        name = "".join(words[1:])
        yield KINDS[words[0]], CALLED.get(name, name)
