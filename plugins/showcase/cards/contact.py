"""The one button by which a creator is reached, as the creator wished it."""

from __future__ import annotations

from urllib.parse import quote

from ..links import PLATFORMS, takes_messages
from ..links.model import Link
from ..profiles.model import Creator
from ..text.messages import _
from .addresses import creator_path
from .context import CardContext, whatsapp_url
from .model import Contact


def contact_of(creator: Creator, context: CardContext, *, root: str) -> Contact:
    """The contact button. Nothing is sent by it: a draft opens that the visitor may edit."""
    if not creator.open_to_work:
        return Contact("closed", "", _("Sedang tidak menerima kerja sama"), "")
    via = creator.contact
    if via == "none":
        return Contact("none", "", "", "")
    if via == "whatsapp" and creator.whatsapp:
        return Contact(
            "whatsapp",
            "whatsapp",
            _("Hubungi lewat WhatsApp"),
            whatsapp_url(creator.whatsapp, _draft(creator, context)),
            _("Pesan belum terkirim sebelum Anda menekan kirim."),
        )
    if via == "email" and creator.email:
        subject = quote(_("Kerja sama lewat %(site)s") % {"site": context.region.site.name})
        url = f"mailto:{creator.email}?subject={subject}&body={quote(_draft(creator, context))}"
        return Contact("email", "ui-mail", _("Kirim surel"), url)
    channel = _message_channel(creator, via)
    if channel and via != "office":
        platform = PLATFORMS[channel.platform]
        label = _("Kirim pesan di %(platform)s") % {"platform": _(platform.label)}
        return Contact(platform.key, platform.icon, label, channel.canonical)
    office = context.region.site.office
    text = _("Halo %(office)s, saya ingin menghubungi %(name)s yang profilnya saya lihat di %(url)s.") % {
        "office": office.short,
        "name": creator.name,
        "url": context.address(creator_path(creator.slug)),
    }
    label = _("Hubungi melalui %(office)s") % {"office": office.short}
    return Contact("office", "ui-mail", label, context.office_url(text, root=root))


def _message_channel(creator: Creator, via: str) -> Link | None:
    """The channel that `hubungi` names, else the first that takes messages."""
    named = [link for link in creator.channels if link.platform == via]
    able = [link for link in creator.channels if takes_messages(link)]
    return next(iter(named or able), None)


def _draft(creator: Creator, context: CardContext) -> str:
    return _("Halo %(name)s, saya menemukan profil Anda di %(site)s (%(url)s) dan ingin membahas kerja sama.") % {
        "name": creator.name,
        "site": context.region.site.name,
        "url": context.address(creator_path(creator.slug)),
    }
