"""`kelola/data.json`: all that the form page knows, made from the schema, the region and the platform table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ..cards import Catalogue
from ..content.filenames import RESERVED
from ..frontmatter.source import LARGEST_FILE
from ..frontmatter.source import WITHDRAWN as SAYS_WITHDRAWN
from ..links import same_thing
from ..profiles.consent import DEFAULT_SCOPE
from ..profiles.photos import LARGEST_BYTES, SMALLEST_SIDE
from ..profiles.story import LONGEST_STORY, PICTURE, private_texts
from ..profiles.story_marks import KEY_LINE, KEYS_WITHIN
from ..profiles.story_marks import RULE as FRONT_MATTER
from ..profiles.story_shape import DEEPEST, INDENT, LEVEL, MARKS, MOST_LINES, MOST_LINKS, MOST_MARKS, RULE
from ..region.model import Region
from ..region.vocabulary import ELSEWHERE, EVERYWHERE
from ..schema import SCHEMA, Key
from ..schema.choices import SCOPE_WORDS
from ..schema.closed_values import in_region
from ..schema.keys import WITHDRAWN
from ..schema.private import FACTS
from ..schema.values import EMAIL, MONTHS, NO, YES
from ..text.confusables import FANCY
from ..text.invisible import ENTITY, PILED
from ..text.masking import URL
from ..text.messages import N_, _
from .form_links import links
from .patterns import javascript

PATH, PUBLISHED = "kelola/data.json", "kelola/tayang.json"


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that stand together on the page; without any, those that stand in no other group.

    open: shown at once. creator: a creator fills it in on a phone.
    """

    title: str
    keys: tuple[str, ...] = ()
    open: bool = False
    creator: bool = True


GROUPS = (
    Group(N_("Siapa"), ("nama", "ringkasan", "kecamatan", "desa", "topik", "keahlian"), open=True),
    Group(N_("Akun dan karya"), ("akun", "karya"), open=True),
    Group(N_("Foto"), ("foto", "fokus", "kredit_foto", "lisensi"), open=True, creator=False),
    Group(N_("Persetujuan"), ("persetujuan",), open=True),
    Group(N_("Jasa dan kontak"),
          ("jasa", "tarif_mulai", "barter", "melayani", "kerja_sama", "hubungi", "whatsapp", "surel")),
    Group(N_("Lainnya")),
    Group(N_("Catatan kantor"), ("status", "terdaftar", "diperiksa", "komunitas", "alamat_lama"), creator=False),
)  # fmt: skip
# Of the consent, what only the office writes.
OFFICE_ONLY = ("formulir", "berlaku_sampai")


def as_json(catalogue: Catalogue) -> str:
    """The page's data. Nothing in it is about a creator."""
    region = catalogue.region
    office = region.site.office
    words = {
        "elsewhere": ELSEWHERE, "everywhere": EVERYWHERE, "withdrawn": WITHDRAWN, "yes": sorted(YES), "no": sorted(NO),
        "months": MONTHS,
    }  # fmt: skip
    data = {
        "keys": [_key(key) for key in in_region(SCHEMA, region.languages)],
        "groups": [
            {
                "title": _(group.title),
                "keys": group.keys or _others(),
                "open": group.open,
                "creator": group.creator,
            }
            for group in GROUPS
        ],
        "officeOnly": OFFICE_ONLY,
        "lists": lists(region),
        "words": words,
        "rules": rules(region),
        "links": links(),
        "site": {"name": region.site.name, "repository": region.site.repository, "timezone": region.site.timezone},
        "office": {"short": office.short, "whatsapp": office.whatsapp},
        "consent": consent_sentence(region),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def published(catalogue: Catalogue) -> str:
    """Folders and accounts that are taken, by slug: only of who is published, and no number."""
    people = {
        one.slug: {
            "name": one.name,
            "old": one.old_slugs,
            "accounts": [same_thing(link) for link in one.channels if link.platform != "whatsapp"],
        }
        for one in sorted(catalogue.people, key=lambda creator: creator.slug)
    }
    return json.dumps(people, ensure_ascii=False, separators=(",", ":")) + "\n"


def consent_sentence(region: Region) -> str:
    """What a creator agrees to; it ends the message that the page writes."""
    site = region.site
    return _(
        "Saya setuju data dalam pesan ini ditampilkan di situs %(site)s yang dikelola %(office)s dan disimpan di "
        "GitHub, Amerika Serikat, agar orang dapat menemukan karya saya. Akun dan karya ini milik saya. "
        "Saya dapat menarik persetujuan kapan saja, dan penayangan dihentikan paling lambat 3 x 24 jam sesudahnya."
    ) % {"site": site.name, "office": site.office.short}


def lists(region: Region) -> dict[str, Any]:
    """The region's lists by source: value, label, other names, and the villages of a district with theirs."""
    districts = [
        {"value": one.key, "label": one.name, "also": one.aliases,
         "villages": [village.name for village in one.villages],
         "villagesAlso": {alias: village.name for village in one.villages for alias in village.aliases}}
        for one in region.districts
    ]  # fmt: skip
    elsewhere = {"value": ELSEWHERE, "label": _("Di luar daerah ini"), "also": (), "villages": (), "villagesAlso": {}}
    return {
        "district": [*districts, elsewhere],
        "serves": [
            {"value": EVERYWHERE, "label": _("Semua"), "also": ()},
            *({"value": one["value"], "label": one["label"], "also": one["also"]} for one in districts),
        ],
        "service": [{"value": one.key, "label": one.name, "also": one.aliases} for one in region.services],
        "place": [{"value": one.key, "label": one.name, "also": one.aliases} for one in region.places],
    }


def rules(region: Region) -> dict[str, Any]:
    """Limits and patterns of `check`, so that the page asks for nothing that is refused later."""
    return {
        "private": [{**javascript(pattern), "what": what.partition(".")[0]}
            for _code, pattern, what in private_texts(region.site.area_codes)],
        "url": javascript(URL),
        "picture": javascript(PICTURE),
        "entity": javascript(ENTITY),
        "email": javascript(EMAIL),
        "fancy": javascript(FANCY),
        "piled": javascript(PILED),
        "withdrawn": javascript(SAYS_WITHDRAWN),
        "story": {
            "longest": LONGEST_STORY, "marks": [mark for mark, _name in MARKS], "mostMarks": MOST_MARKS,
            "mostLines": MOST_LINES, "mostLinks": MOST_LINKS, "deepest": DEEPEST,
            "level": javascript(LEVEL), "rule": javascript(RULE), "indent": javascript(INDENT),
        },
        "again": {"rule": javascript(FRONT_MATTER), "key": javascript(KEY_LINE), "within": KEYS_WITHIN},
        "facts": [{"what": fact, "names": names} for fact, names in FACTS.items()],
        "reserved": sorted(RESERVED),
        "largest": LARGEST_FILE,
        "scope": {"default": sorted(SCOPE_WORDS[part] for part in DEFAULT_SCOPE)},
        "photo": {"bytes": LARGEST_BYTES, "smallest": SMALLEST_SIDE},
    }  # fmt: skip


def _others() -> tuple[str, ...]:
    grouped = {name for group in GROUPS for name in group.keys}
    return tuple(key.name for key in SCHEMA if key.name not in grouped)


def _key(key: Key) -> dict[str, Any]:
    """A key as the page shows it."""
    return {
        "name": key.name,
        "kind": key.kind,
        "help": key.help,
        "example": key.example,
        "needed": key.needed,
        "limits": key.limits,
        "source": "" if key.choices else key.source,
        "also": key.also,
        "choices": [{"value": choice.value, "label": choice.label} for choice in key.choices],
        "keys": [_key(one) for one in key.keys],
    }
