"""Works as cards: a link with its cover, a photo, an album."""

from __future__ import annotations

from collections.abc import Callable

from ..links import PLATFORMS, hint_of
from ..links.model import Link
from ..profiles.model import Creator, Work
from ..text.formats import iso, long_date
from ..text.messages import N_, _, ngettext
from . import terms
from .addresses import creator_path
from .context import CardContext, licence_of
from .lists import gallery
from .model import ChannelCard, Image, Shape, Term, WorkCard
from .opened import StoryLink

KIND_NAMES = {
    "video": N_("Video"),
    "short": N_("Video pendek"),
    "live": N_("Siaran langsung"),
    "playlist": N_("Daftar putar"),
    "post": N_("Kiriman"),
    "photo": N_("Foto"),
    "album": N_("Album foto"),
    "channel": N_("Akun"),
    "website": N_("Tulisan"),
}


def creator_works(creator: Creator, context: CardContext) -> tuple[WorkCard, ...]:
    """All works of a creator, in their own order: the first three are the featured ones."""
    return tuple(_work(creator, work, number, context) for number, work in enumerate(creator.works, start=1))


def _work(creator: Creator, work: Work, number: int, context: CardContext) -> WorkCard:
    photos = tuple(_photo(creator, work, index, context) for index in range(len(work.photos)))
    link = work.link
    kind = link.kind if link else "album" if len(photos) > 1 else "photo"
    platform = PLATFORMS[link.platform] if link else None
    shape: Shape = platform.shape(kind) if platform else "own"
    place = context.region.place(work.place)
    service = context.region.service(work.service)
    return WorkCard(
        key=f"{creator.slug}-{number}",
        title=work.title or _untitled(kind, _(platform.label) if platform else ""),
        kind=kind,
        url=link.canonical if link else "",
        platform=link.platform if link else "",
        platform_label=_(platform.label) if platform else _(KIND_NAMES[kind]),
        face=_face(len(photos), _(platform.label) if platform else _(KIND_NAMES[kind])),
        icon=platform.icon if platform else "fotografi",
        shape=shape,
        cover=_cover(creator, work, shape, photos, context),
        photos=photos,
        player=platform.player(link) if platform and link else "",
        action=_(platform.action) if platform else _("Lihat foto"),
        creator=creator.name,
        creator_path=creator_path(creator.slug),
        topics=tuple(map(terms.topic, work.topics or creator.topics[:1])),
        place=terms.place(place) if place else None,
        service=terms.service(service) if service else None,
        date=long_date(work.published, context.language),
        date_iso=iso(work.published),
        caption=work.description,
        credit=work.credit or (creator.name if photos else ""),
        licence=work.licence or (licence_of(creator.name, creator.licence) if photos else ""),
    )


def _face(photos: int, platform: str) -> str:
    if photos > 1:
        return ngettext("%(num)s foto", "%(num)s foto", photos) % {"num": photos}
    return platform


def _untitled(kind: str, platform: str) -> str:
    name = _(KIND_NAMES[kind])
    return _("%(kind)s di %(platform)s") % {"kind": name, "platform": platform} if platform else name


def _photo(creator: Creator, work: Work, index: int, context: CardContext) -> Image:
    title = work.title or _("Foto")
    alt = work.description or _("%(title)s, foto oleh %(name)s") % {"title": title, "name": creator.name}
    if len(work.photos) > 1:
        alt = _("%(alt)s (%(number)s dari %(total)s)") % {"alt": alt, "number": index + 1, "total": len(work.photos)}
    return context.image(
        work.photos[index],
        "work",
        alt=alt,
        caption=work.description or work.title,
        credit=work.credit or creator.name,
        licence=work.licence or licence_of(creator.name, creator.licence),
    )


def _cover(creator: Creator, work: Work, shape: Shape, photos: tuple[Image, ...], context: CardContext) -> Image | None:
    """The picture that stands for the work; a link's cover is decoration beside its title."""
    if photos:
        return photos[0]
    if not work.cover:
        return None
    use = "card" if shape == "wide" else "work"
    return context.image(work.cover, use, alt="", credit=work.credit, licence=work.licence or creator.licence)


def story_link(link: Link, label: str, key: Callable[[], str], creator: Creator | None = None) -> StoryLink:
    """What a link that stands alone in a story is shown as: a channel, or a work that nobody described.

    key: makes the key of a work. creator: whose story it is.
    """
    if link.kind == "channel":
        return StoryLink(works=None, channel=channel_card(link))
    platform = PLATFORMS[link.platform]
    work = WorkCard(
        key=key(),
        title=label or _untitled(link.kind, _(platform.label)),
        kind=link.kind,
        url=link.canonical,
        platform=link.platform,
        platform_label=_(platform.label),
        face=_(platform.label),
        icon=platform.icon,
        shape=platform.shape(link.kind),
        cover=None,
        photos=(),
        player=platform.player(link),
        action=_(platform.action),
        creator=creator.name if creator else "",
        creator_path=creator_path(creator.slug) if creator else "",
        topics=(),
        place=None,
        service=None,
        date="",
        date_iso="",
        caption="",
        credit="",
        licence="",
    )
    return StoryLink(works=gallery((work,)), channel=None)


def channel_card(link: Link) -> ChannelCard:
    """The row of a creator's own channel."""
    platform = PLATFORMS[link.platform]
    return ChannelCard(
        platform=platform.key,
        label=_(platform.label),
        icon=platform.icon,
        handle=link.handle,
        hint=_(hint_of(link)),
        url=link.canonical,
    )


def work_terms(card: WorkCard) -> tuple[Term, ...]:
    """The terms under which a work is listed."""
    return (*card.topics, *(term for term in (card.place, card.service) if term))
