"""Rules of one profile: whether what it says goes together. Each rule notes what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..links import PLATFORMS, shows_number
from ..schema.choices import SCOPE_WORDS
from ..schema.entries import Entry
from ..schema.fields import Fields
from .model import Creator, Scope

Rule = Callable[[Creator, Fields], None]


def check_profile(
    creator: Creator, fields: Fields, pictures: Mapping[str, Path], scope: frozenset[Scope] | None
) -> None:
    """Note every rule that is broken. scope: what the consent covers, None if it could not be read."""
    for rule in RULES:
        rule(creator, fields)
    if scope is not None:
        within_consent(fields, pictures, scope)
        numbers_within_consent(creator, fields, scope)


def _add(fields: Fields, message: str, entry: Entry | None, **details: str) -> None:
    """Note that an entry breaks a rule; None for the whole file."""
    key = entry.key.name if entry and entry.key else ""
    fields.diagnostics.add(message, entry, key=key, found=entry.name if entry else "", **details)


def members_are_counted_for_communities(creator: Creator, fields: Fields) -> None:
    """`jumlah_anggota` belongs to a community."""
    entry = fields.entry("jumlah_anggota")
    if entry and creator.kind == "person":
        _add(fields, "P118.members", entry)


def communities_are_joined_by_persons(creator: Creator, fields: Fields) -> None:
    """`komunitas` belongs to a person, and names somebody else."""
    entry = fields.entry("komunitas")
    if entry and creator.kind == "community":
        _add(fields, "P118.community", entry)
    elif entry and creator.slug in creator.communities:
        _add(fields, "P118.itself", entry)


def a_focus_needs_a_picture(creator: Creator, fields: Fields) -> None:
    """`fokus` and `kredit_foto` are about the portrait."""
    for name in ("fokus", "kredit_foto"):
        entry = fields.entry(name)
        if entry and creator.portrait is None and fields.entry("foto") is None:
            _add(fields, "P118.no_photo", entry)


def contact_can_be_reached(creator: Creator, fields: Fields) -> None:
    """`hubungi` names something that the profile has."""
    entry = fields.entry("hubungi")
    if entry is None or creator.contact in ("", "office", "none"):
        return
    key = {"whatsapp": "whatsapp", "email": "surel"}.get(creator.contact)
    if key:
        if fields.entry(key) is None:
            _add(fields, "P119.key", entry, way=key)
    elif fields.entry("akun") and not any(link.platform == creator.contact for link in creator.channels):
        _add(fields, "P119.account", entry, way=PLATFORMS[creator.contact].label)


def checked_after_joined(creator: Creator, fields: Fields) -> None:
    """`diperiksa` is not before `terdaftar`."""
    if creator.joined and creator.checked and creator.checked < creator.joined:
        _add(fields, "P109.order", fields.entry("diperiksa"))


def an_old_address_is_another(creator: Creator, fields: Fields) -> None:
    """`alamat_lama` does not name the folder as it is now."""
    if creator.slug in creator.old_slugs:
        _add(fields, "P118.old_address", fields.entry("alamat_lama"))


def within_consent(fields: Fields, pictures: Mapping[str, Path], scope: frozenset[Scope]) -> None:
    """Nothing outside the consent stands in the file: what is committed is public."""
    for name, part in OUTSIDE:
        entry = fields.entry(name)
        if entry and part not in scope:
            _add(fields, "P507.key", entry, part=SCOPE_WORDS[part])
    if pictures and "photo" not in scope and fields.entry("foto") is None:
        _add(fields, "P507.photos", fields.table.get("persetujuan"), names=", ".join(sorted(pictures)[:3]))


def numbers_within_consent(creator: Creator, fields: Fields, scope: frozenset[Scope]) -> None:
    """A WhatsApp address is a number, wherever it stands."""
    if "contact" not in scope and any(map(shows_number, creator.channels)):
        _add(fields, "P507.number", fields.entry("akun"))


OUTSIDE: tuple[tuple[str, Scope], ...] = (
    ("whatsapp", "contact"),
    ("surel", "contact"),
    ("foto", "photo"),
    ("karya", "works"),
)

RULES: tuple[Rule, ...] = (
    members_are_counted_for_communities,
    communities_are_joined_by_persons,
    a_focus_needs_a_picture,
    contact_can_be_reached,
    checked_after_joined,
    an_old_address_is_another,
)
