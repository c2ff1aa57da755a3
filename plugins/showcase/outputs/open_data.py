"""The directory as open data: names, topics, public links; no pictures, no contact.

`data/kreator.json` follows `data/kreator.schema.json`; the CSV has the same fields, lists
joined by a blank; cells cannot be read as spreadsheet formulas.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

import msgspec

from ..cards import CardContext, Catalogue
from ..cards.addresses import OPEN_SCHEMA
from ..cards.model import CreatorCard
from ..cards.terms import MEDIA, TOPICS
from ..links import shows_number
from ..profiles.model import Creator

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
FIELDS: dict[str, dict[str, Any]] = {
    "slug": TEXT | {"pattern": "^[a-z0-9-]{2,60}$", "description": "nama folder profil"},
    "nama": TEXT | {"minLength": 2, "maxLength": 80},
    "jenis": {"enum": ["perorangan", "komunitas"]},
    "ringkasan": TEXT,
    "kecamatan": TEXT | {"description": "kunci kecamatan, 'luar', atau kosong"},
    "desa": TEXT,
    "topik": {"type": "array", "items": {"enum": list(TOPICS)}},
    "media": {"type": "array", "items": {"enum": list(MEDIA)}},
    "jasa": TEXTS,
    "bahasa": TEXTS,
    "akun": {"type": "array", "items": TEXT | {"format": "uri", "pattern": "^https://"}},
    "karya": {"type": "array", "items": TEXT | {"format": "uri", "pattern": "^https://"}},
    "alamat": TEXT | {"format": "uri", "description": "halaman profil"},
}
Record = dict[str, Any]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def records(catalogue: Catalogue) -> list[Record]:
    """One record a creator, by slug."""
    cards = catalogue.cards
    people = sorted(catalogue.people, key=lambda creator: creator.slug)
    return [_record(creator, cards[creator.slug], catalogue.context) for creator in people]


def as_json(records: Sequence[Record], catalogue: Catalogue) -> str:
    """The records with where they come from and under what terms."""
    site = catalogue.region.site
    document = {
        "$schema": catalogue.context.address(OPEN_SCHEMA),
        "situs": site.name,
        "penerbit": site.office.name,
        "tanggal": catalogue.context.today.isoformat(),
        "catatan": "Data ini milik para kreator. Pakailah untuk menemukan mereka; jangan menyalin foto atau karya.",
        "kreator": records,
    }
    # Like json.dumps, but fast for ten thousand creators.
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def as_csv(records: Iterable[Record]) -> str:
    """The records as comma-separated values (RFC 4180) with a byte order mark, so that Excel reads UTF-8."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for record in records:
        writer.writerow([cell(record[field]) for field in FIELDS])
    return "\ufeff" + out.getvalue()


def schema() -> str:
    """JSON Schema of `data/kreator.json`."""
    creator = {"type": "object", "required": list(FIELDS), "additionalProperties": False, "properties": FIELDS}
    properties = {
        "$schema": TEXT,
        "situs": TEXT,
        "penerbit": TEXT,
        "tanggal": TEXT | {"format": "date"},
        "catatan": TEXT,
        "kreator": {"type": "array", "items": creator},
    }
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kreator",
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _record(creator: Creator, card: CreatorCard, context: CardContext) -> Record:
    return {
        "slug": creator.slug,
        "nama": creator.name,
        "jenis": "komunitas" if creator.kind == "community" else "perorangan",
        "ringkasan": creator.tagline,
        "kecamatan": creator.district,
        "desa": creator.village,
        "topik": list(creator.topics),
        "media": [term.key for term in card.media],
        "jasa": list(creator.services),
        "bahasa": list(creator.languages),
        "akun": [link.canonical for link in creator.channels if not shows_number(link)],
        "karya": [work.link.canonical for work in creator.works if work.link],
        "alamat": context.address(card.path),
    }


def cell(value: str | list[str]) -> str:
    """Text of a cell; what a spreadsheet would take for a formula starts with an apostrophe."""
    text = value if isinstance(value, str) else " ".join(value)
    return f"'{text}" if text.lstrip(" '\u3000").startswith(FORMULA_STARTS) else text
