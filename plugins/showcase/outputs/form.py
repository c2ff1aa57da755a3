"""`kelola/data.json`, all that the form page knows: which fields stand together, lists, rules."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from ..cards import Catalogue
from ..links import same_thing
from ..region.model import District, Place, Region, Service, Village
from ..region.vocabulary import ELSEWHERE, EVERYWHERE
from ..schema import PROFILE, Key
from ..schema.closed_values import in_region
from ..schema.split import OTHER_COMMAS
from ..schema.values import DAY_FIRST, IN_WORDS, MONEY, MONTH_FIRST, MONTHS, NO, PHONE, UNITS, WEEKDAY, YEAR_FIRST, YES
from ..text.messages import N_, _
from .form_links import fields_of, links
from .form_rules import rules
from .patterns import javascript


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
NOT_SLUG = re.compile(r"[^a-z0-9]+")
GROUP = ("title", "keys", "open", "creator")
KEY = ("name", "kind", "help", "needed", "limits", "source", "also")
# Kinds of which the page shows an example: a text is typed.
TYPED = frozenset({"line", "lines", "slugs", "number", "money", "phone", "email"})
# Of the consent, what only the office writes.
OFFICE_ONLY = ("formulir", "berlaku_sampai")


def as_json(catalogue: Catalogue) -> str:
    """The page's data. Nothing in it is about a creator."""
    region = catalogue.region
    office = region.site.office
    data = {
        "lists": lists(region),
        "keys": [_key(key) for key in in_region(PROFILE, region.languages)],
        "groups": [
            fields_of(replace(group, title=_(group.title), keys=group.keys or _others()), GROUP) for group in GROUPS
        ],
        "officeOnly": OFFICE_ONLY,
        "site": {"name": region.site.name, "repository": region.site.repository, "timezone": region.site.timezone},
        "office": {"short": office.short, "whatsapp": office.whatsapp},
        "consent": consent_sentence(region),
        "words": words(),
        "rules": rules(region),
        "links": links(),
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
    districts = [_entry(one) for one in region.districts]
    villages = [{"villages": [_entry(of) for of in one.villages]} for one in region.districts]
    elsewhere = {"value": ELSEWHERE, "label": _("Di luar daerah ini"), "villages": []}
    return {
        "district": [*(one | theirs for one, theirs in zip(districts, villages, strict=True)), elsewhere],
        "serves": [{"value": EVERYWHERE, "label": _("Semua")}, *districts],
        "service": [_entry(one) for one in region.services],
        "place": [_entry(one) for one in region.places],
    }


def _entry(one: District | Village | Service | Place) -> dict[str, Any]:
    """An entry of a list. A value that is its label as a slug is left out, and so is a name of the same letters."""
    also = {_letters(alias): alias for alias in one.aliases if _letters(alias) != _letters(one.name)}
    names = {"also": "|".join(also.values())} if also else {}
    if isinstance(one, Village):
        return {"value": one.name} | names
    value = {} if one.key == NOT_SLUG.sub("-", one.name.lower()) else {"value": one.key}
    return value | {"label": one.name} | names


def _letters(name: str) -> str:
    return NOT_SLUG.sub("", name.lower())


def words() -> dict[str, Any]:
    """What people write for a day, an amount, a number, yes and no; of a day, where year, month and day stand in it."""
    days = ((YEAR_FIRST, (1, 2, 3)), (DAY_FIRST, (3, 2, 1)), (IN_WORDS, (3, 2, 1)), (MONTH_FIRST, (3, 1, 2)))
    return {
        "elsewhere": ELSEWHERE, "yes": sorted(YES), "no": sorted(NO), "months": MONTHS, "units": UNITS,
        "commas": list(map(javascript, OTHER_COMMAS)),
        "dates": [[javascript(pattern), order] for pattern, order in days],
        "weekday": javascript(WEEKDAY), "money": javascript(MONEY), "phone": javascript(PHONE),
    }  # fmt: skip


def _others() -> tuple[str, ...]:
    grouped = {name for group in GROUPS for name in group.keys}
    return tuple(key.name for key in PROFILE if key.name not in grouped)


def _key(key: Key) -> dict[str, Any]:
    """A key as the page shows it."""
    within = {"choices": [fields_of(one, ("value", "label")) for one in key.choices], "keys": list(map(_key, key.keys))}
    example = {"example": key.example} if key.example and key.kind in TYPED else {}
    shown = replace(key, source="") if key.choices else key  # a list of the region that is few is choices already
    return fields_of(shown, KEY) | example | {name: held for name, held in within.items() if held}
