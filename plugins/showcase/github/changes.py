"""What identifies a creator in a profile, and what of that a proposal changes. Contacts are masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from ..links import same_thing
from ..profiles import Consent, Creator
from ..region.model import Office
from ..schema.choices import SCOPE_WORDS
from .report import Change, ChangeTopic

OFFICE: dict[ChangeTopic, str] = {
    "dinas_whatsapp": "whatsapp", "dinas_surel": "email", "dinas_nama": "name", "dinas_alamat": "address",
    "dinas_situs": "website", "dinas_jam": "hours",
}  # fmt: skip
LONGEST = 300


@dataclass(frozen=True, slots=True)
class ProfileIdentity:
    """What identifies the creator of a profile. accounts: identity -> address. face: hash of the portrait, or ""."""

    name: str
    accounts: tuple[tuple[str, str], ...]
    face: str
    consent: str
    contact: str
    status: str


def identity_of(creator: Creator) -> ProfileIdentity:
    """The identity in a profile; its portrait is read."""
    portrait = creator.portrait
    return ProfileIdentity(
        name=creator.name,
        accounts=tuple((same_thing(link), link.canonical) for link in creator.channels),
        face=sha256(portrait.path.read_bytes()).hexdigest() if portrait else "",
        consent=_consent(creator),
        contact=", ".join(filter(None, (creator.whatsapp, creator.email))),
        status=creator.status,
    )


def changes_of(before: ProfileIdentity, after: ProfileIdentity) -> Iterator[Change]:
    """What differs, the most important first."""
    if before.name != after.name:
        yield _change("nama", before.name, after.name)
    then, now = dict(before.accounts), dict(after.accounts)
    for key in then.keys() - now.keys():
        yield _change("akun", then[key], "")
    for key in now.keys() - then.keys():
        yield _change("akun", "", now[key])
    if before.face != after.face:
        yield Change("foto", "ada" if before.face else "", "ada" if after.face else "")
    if before.consent != after.consent:
        yield _change("persetujuan", before.consent, after.consent)
    if before.contact != after.contact:
        old, new = masked_contact(before.contact), masked_contact(after.contact)
        yield _change("kontak", old, f"{new} (lain di tengahnya)" if old == new else new)


def office_changes(before: Office, after: Office) -> Iterator[Change]:
    """What differs in the office's own data, which is public and not masked."""
    for topic, field in OFFICE.items():
        then, now = getattr(before, field), getattr(after, field)
        if then != now:
            yield _change(topic, then, now)


def masked_contact(text: str) -> str:
    """A contact with its middle left out: enough to compare, not enough to call. Text without one stays."""
    text = re.sub(r"\d{7,}", lambda digits: f"{digits[0][:4]}…{digits[0][-3:]}", text)
    return re.sub(r"([^\s@])[^\s@]*@", r"\1…@", text)


def scope_words(consent: Consent) -> tuple[str, ...]:
    """What a consent covers, in the words of the profile."""
    return tuple(word for code, word in SCOPE_WORDS.items() if code in consent.scope)


def _change(topic: ChangeTopic, old: str, new: str) -> Change:
    return Change(topic, " ".join(old.split())[:LONGEST], " ".join(new.split())[:LONGEST])


def _consent(creator: Creator) -> str:
    consent = creator.consent
    if consent is None:
        return ""
    scope = ", ".join(scope_words(consent))
    guardian = ", disetujui wali" if consent.guardian else ""
    return f"formulir {consent.form} tanggal {consent.given.isoformat()} untuk {scope or 'nama dan tautan'}{guardian}"
