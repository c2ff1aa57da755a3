"""Who may be seen, and what of them: content as read -> content as published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import Fault
from ..links import shows_number
from ..profiles.model import Content, Creator, Gone, Work
from .site_file import FILE


def for_audience(content: Content, *, samples: bool, today: date) -> Content:
    """The content that a site shows.

    Hidden profiles are left out; samples too, unless `samples`. When a consent has run out the contact goes at once,
    and after the region's days of grace the whole profile is gone. What lies outside a consent is never shown,
    even if a fault about it was overlooked.
    """
    grace = timedelta(days=content.region.site.grace_days)
    shown = [c for c in content.creators if (c.status == "published" and c.consent) or (samples and c.is_sample)]
    over = [c for c in content.creators if c.status != "withdrawn" and _ended(c, today - grace)]
    left = {creator.slug for creator in over}
    gone = (
        *content.gone,
        *(Gone(c.slug, c.source, c.consent.expires if c.consent else None, c.old_slugs, c.is_sample) for c in over),
    )
    creators = tuple(within_consent(c, today) for c in shown if c.slug not in left)
    # A sample that shows what withdrawing looks like is no loss to a public site.
    told = (one for one in gone if samples or not one.is_sample)
    return replace(content, creators=creators, gone=tuple(sorted(told, key=lambda one: one.slug)))


def is_public(creator: Creator, today: date) -> bool:
    """Whether a site may show this creator, and all of them: what is kept for later builds is about nobody else."""
    if creator.is_sample:
        return True
    return creator.status == "published" and within_consent(creator, today) == creator and not _ended(creator, today)


def office_faults(content: Content) -> tuple[Fault, ...]:
    """A fault if people are published whom nobody can ask the office to correct or to remove. content: as published."""
    office = content.region.site.office
    if office.whatsapp or office.email or all(creator.is_sample for creator in content.creators):
        return ()
    return (fault_at("W116", f"wilayah/{FILE}", key="dinas_whatsapp"),)


def _ended(creator: Creator, day: date) -> bool:
    """True if the last day of the consent lies before `day`."""
    consent = creator.consent
    return bool(consent and consent.expires and consent.expires < day)


def within_consent(creator: Creator, today: date) -> Creator:
    """The creator without anything that the consent does not cover today."""
    consent = creator.consent
    if consent is None:
        # Only a sample has none; for anybody else nothing may be shown, and reading has refused it.
        return creator
    if "contact" not in consent.scope or _ended(creator, today):
        creator = without_contact(creator)
    if "works" not in consent.scope:
        creator = replace(creator, works=())
    if "photo" not in consent.scope:
        creator = replace(creator, portrait=None, pictures=(), works=_without_photos(creator.works))
    return creator


def without_contact(creator: Creator) -> Creator:
    """No number, no e-mail address, and no wish to be reached by them."""
    contact = "" if creator.contact in ("whatsapp", "email") else creator.contact
    channels = tuple(link for link in creator.channels if not shows_number(link))
    return replace(creator, whatsapp="", email="", contact=contact, channels=channels)


def _without_photos(works: tuple[Work, ...]) -> tuple[Work, ...]:
    return tuple(replace(work, photos=(), cover=None) for work in works if work.link)
