"""The lines of a profile page that are a label and a text: a plain key that is shown is one line here."""

from __future__ import annotations

from ..profiles.model import Creator
from ..text.formats import listed, month_year, rupiah
from ..text.messages import _
from .context import CardContext


def facts(creator: Creator, context: CardContext) -> tuple[tuple[str, str], ...]:
    """The facts that are plain text, in the order of the page; what nothing is said about is left out."""
    told = (
        (_("Melayani"), serves(creator, context)),
        (_("Bergabung"), month_year(creator.joined, context.language)),
    )
    return tuple((label, text) for label, text in told if text)


def rate(creator: Creator, context: CardContext) -> str:
    """What a service costs at least."""
    if not creator.services:
        return ""
    if creator.rate_from is None:
        return _("Tarif dibicarakan langsung")
    return _("Mulai %(amount)s") % {"amount": rupiah(creator.rate_from, context.language)}


def serves(creator: Creator, context: CardContext) -> str:
    """The districts that are served."""
    names = [district.name for district in context.region.districts if district.key in creator.serves]
    if names and len(names) == len(context.region.districts):
        return _("Seluruh %(region)s") % {"region": context.region.site.full_name}
    return listed(names, context.language)
