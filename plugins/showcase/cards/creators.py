"""Makes the card of a creator for lists, and the values of the creator's own page."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import segno

from ..links.model import Link
from ..profiles.model import Creator, Photo
from ..region.vocabulary import ELSEWHERE
from ..text.formats import folded, long_date, month_year
from ..text.messages import _
from . import terms
from .addresses import creator_path
from .contact import contact_of
from .context import CardContext, licence_of, whatsapp_url
from .edit_links import ways_to_manage
from .facts import facts, rate, serves
from .lists import creator_list, gallery
from .model import CreatorCard, Image, Monogram, Offer, Term, WorkCard
from .opened import CreatorPage, StoryPart, StoryPicture
from .prerender import CLEAN, MARKDOWN
from .story import creator_cleaner, render, story_parts
from .tagline import made_tagline
from .works import channel_card, story_link

TINTS = 8
FEATURED = 3
QR = f"qr {segno.__version__}"
PROFILE_ROOT = "../../"  # from kreator/<slug>/ to the site's root


def creator_card(creator: Creator, context: CardContext) -> CreatorCard:
    """The card of a creator in a list."""
    media = tuple(map(terms.medium, terms.media_of(creator)))
    return CreatorCard(
        slug=creator.slug,
        path=creator_path(creator.slug),
        name=creator.name,
        tagline=creator.tagline or made_tagline(creator, context),
        where=_where(creator, context),
        portrait=_portrait(creator, context),
        monogram=monogram(creator.name, creator.slug),
        topics=tuple(map(terms.topic, creator.topics)),
        media=media,
        is_community=creator.kind == "community",
        is_sample=creator.is_sample,
        open_to_work=creator.open_to_work and bool(creator.services),
        facets=(
            ("topic", creator.topics),
            ("medium", tuple(term.key for term in media)),
            ("district", (creator.district,) if creator.district else ()),
            ("service", creator.services),
            ("language", creator.languages),
        ),
        words=_words(creator, context),
    )


def creator_page(
    creator: Creator,
    works: tuple[WorkCard, ...],
    cards: Mapping[str, CreatorCard],
    members: tuple[str, ...],
    context: CardContext,
) -> CreatorPage:
    """Everything on the profile page. cards: every shown creator by slug; members: slugs of a community's members."""
    region, language = context.region, context.language
    district = region.district(creator.district)
    address = context.address(creator_path(creator.slug))
    share = _("%(name)s di %(site)s: %(url)s") % {"name": creator.name, "site": region.site.name, "url": address}
    return CreatorPage(
        card=cards[creator.slug],
        portrait=cards[creator.slug].portrait,
        other_names=creator.other_names,
        contact=contact_of(creator, context, root=PROFILE_ROOT),
        featured=gallery(works[:FEATURED], seen=1),
        works=gallery(works[FEATURED:]),
        story=_story(creator, context),
        district=terms.district(district) if district else None,
        village=creator.village,
        languages=tuple(one.name for key in creator.languages for one in region.languages if one.key == key),
        services=_services(creator, context),
        rate=rate(creator, context),
        barter=creator.barter,
        facts=facts(creator, context),
        channels=tuple(map(channel_card, creator.channels)),
        communities=creator_list([cards[slug] for slug in creator.communities if slug in cards]),
        members=creator_list([cards[slug] for slug in members if slug in cards]),
        member_count=str(creator.member_count or ""),
        checked=month_year(creator.checked, language),
        consent=long_date(creator.consent.given, language) if creator.consent else "",
        licence=licence_of(creator.name, creator.licence) if _has_pictures(creator) else "",
        portrait_credit=creator.portrait.credit if creator.portrait else "",
        correction_url=_request(_("memperbaiki"), creator, context),
        removal_url=_request(_("menghapus"), creator, context),
        share_url=address,
        share_whatsapp=whatsapp_url("", share),
        qr_svg=context.cached(qr_svg, address, QR) if context.sharing else "",
        manage=ways_to_manage(creator, region, PROFILE_ROOT),
    )


def offer(creator: Creator, card: CreatorCard, context: CardContext) -> Offer:
    """What a creator offers, as a buyer compares it."""
    deals = [key for key, met in (("barter", creator.barter), ("tarif", creator.rate_from is not None)) if met]
    return Offer(
        card=card,
        rate=rate(creator, context),
        barter=creator.barter,
        serves=serves(creator, context),
        contact=contact_of(creator, context, root=PROFILE_ROOT),
        facets=(("serves", creator.serves), ("topic", creator.topics), ("deal", tuple(deals))),
    )


def monogram(name: str, slug: str) -> Monogram:
    """Initials of the first and last word; a tint that stays with the slug."""
    words = [word for word in name.split() if any(c.isalnum() for c in word)] or [name]
    letters = [next((c for c in word if c.isalnum()), word[0]) for word in (words[0], words[-1])[: len(words)]]
    return Monogram("".join(letters).upper()[:2], sha256(slug.encode()).digest()[0] % TINTS)


def qr_svg(address: str) -> str:
    """A QR code as inline SVG: medium error correction, one path, coloured by CSS.

    Any mask is readable; a fixed one takes a fifth of the time that looking for the prettiest takes.
    """
    code = segno.make(address, micro=False, error="m", mask=2)
    return code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass="qr-line")


def _portrait(creator: Creator, context: CardContext) -> Image | None:
    if not creator.portrait:
        return None
    alt = _("Foto %(name)s") % {"name": creator.name}
    return context.image(creator.portrait, "portrait", alt=alt, licence=licence_of(creator.name, creator.licence))


def _has_pictures(creator: Creator) -> bool:
    return bool(creator.portrait or any(work.photos or work.cover for work in creator.works))


def _where(creator: Creator, context: CardContext) -> str:
    if creator.district == ELSEWHERE:
        return terms.elsewhere(context.region).label
    district = context.region.district(creator.district)
    return ", ".join(part for part in (creator.village, district.name if district else "") if part)


def _words(creator: Creator, context: CardContext) -> str:
    """What the directory's text search compares beside the text of the card itself, folded, each word once."""
    district = context.region.district(creator.district)
    services = [service.name for key in creator.services if (service := context.region.service(key))]
    handles = [link.handle.lstrip("@") for link in creator.channels]
    aliases = district.aliases if district else ()
    words = folded(*creator.other_names, *aliases, *services, *creator.keywords, *handles).split()
    return " ".join(dict.fromkeys(words))


def _services(creator: Creator, context: CardContext) -> tuple[Term, ...]:
    found = (context.region.service(key) for key in creator.services)
    return tuple(terms.service(service) for service in found if service)


def _request(verb: str, creator: Creator, context: CardContext) -> str:
    text = _("Halo %(office)s, saya ingin %(verb)s profil %(name)s di %(url)s. Alasan saya: ") % {
        "office": context.region.site.office.short,
        "verb": verb,
        "name": creator.name,
        "url": context.address(creator_path(creator.slug)),
    }
    return context.office_url(text, root=PROFILE_ROOT)


def _story(creator: Creator, context: CardContext) -> tuple[StoryPart, ...]:
    files = dict(creator.pictures)
    numbers = iter(range(1, 1000))

    def link(known: Link, label: str) -> StoryPart:
        return story_link(known, label, lambda: f"{creator.slug}-cerita-{next(numbers)}", creator)

    def picture(name: str, alt: str, title: str) -> StoryPart | None:
        return story_picture(files, name, alt, title or creator.name, _picture_licence(creator, title), context)

    return story_parts(
        creator.story,
        clean=lambda html: context.cached(creator_cleaner, html, CLEAN),
        link=link,
        picture=picture,
        render=lambda text: context.cached(render, text, MARKDOWN),
    )


def _picture_licence(creator: Creator, credit: str) -> str:
    """The creator's licence holds for the creator's own pictures; another's credit says its own."""
    return "" if credit else licence_of(creator.name, creator.licence)


def story_picture(
    files: Mapping[str, Path], name: str, alt: str, credit: str, licence: str, context: CardContext
) -> StoryPicture | None:
    """A picture of the folder shown in a text; None for a name that is not there."""
    path = files.get(name.removeprefix("./"))
    if path is None:
        return None
    image = context.image(Photo(path), "work", alt=alt, caption=alt, credit=credit, licence=licence)
    return StoryPicture(image)
