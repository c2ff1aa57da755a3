"""The line below the name of a creator who wrote none."""

from __future__ import annotations

from ..links import PLATFORMS
from ..profiles.model import Creator
from ..text.formats import listed
from ..text.messages import _
from . import terms
from .context import CardContext


def made_tagline(creator: Creator, context: CardContext) -> str:
    """A true sentence for who wrote none: "Kreator pariwisata dan UMKM dari Sijuk, di TikTok dan Instagram"."""
    kind = _("Komunitas") if creator.kind == "community" else _("Kreator")
    topics = listed([_lower_first(terms.topic(key).label) for key in creator.topics], context.language)
    district = context.region.district(creator.district)
    platforms = listed(
        [terms.medium(key).label for key in terms.media_of(creator)[:3] if key in PLATFORMS], context.language
    )
    parts = [f"{kind} {topics}"]
    if district:
        parts.append(_("dari %(district)s") % {"district": district.name})
    line = " ".join(parts)
    if not platforms:
        return line
    where = _("di %(platforms)s") % {"platforms": platforms}
    return f"{line}, {where}"


def _lower_first(label: str) -> str:
    return label if label.isupper() else label[0].lower() + label[1:]
