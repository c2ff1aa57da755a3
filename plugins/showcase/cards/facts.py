"""What a profile tells in a line each, under a label of its own."""

from __future__ import annotations

from ..profiles.model import Creator
from ..text.formats import listed, month_year, rupiah
from ..text.messages import _
from .context import Maker


def facts(creator: Creator, maker: Maker) -> tuple[tuple[str, str], ...]:
    """The facts that are plain text, in the order of the page; what nothing is said about is left out."""
    told = (
        (_("Melayani"), serves(creator, maker)),
        (_("Bergabung"), month_year(creator.joined, maker.language)),
    )
    return tuple((label, text) for label, text in told if text)


def rate(creator: Creator, maker: Maker) -> str:
    """What a service costs at least."""
    if not creator.services:
        return ""
    if creator.rate_from is None:
        return _("Tarif dibicarakan langsung")
    return _("Mulai %(amount)s") % {"amount": rupiah(creator.rate_from, maker.language)}


def serves(creator: Creator, maker: Maker) -> str:
    """The districts that are served."""
    names = [district.name for district in maker.region.districts if district.key in creator.serves]
    if names and len(names) == len(maker.region.districts):
        return _("Seluruh %(regency)s") % {"regency": maker.region.site.office.regency}
    return listed(names, maker.language)
