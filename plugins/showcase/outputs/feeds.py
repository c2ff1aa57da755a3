"""Atom feeds: new creators and works, and the news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from html import escape
from io import StringIO

from feedgenerator import Atom1Feed

from ..cards import CardContext, Catalogue, addresses
from ..text.messages import _

ENTRIES = 50
Entry = tuple[date, str, str, str, str]  # day, path, title, author, summary


def creators_feed(catalogue: Catalogue) -> str:
    """The newest creators (day of joining) and works (day of publication)."""
    cards, entries = catalogue.cards, []
    for creator in catalogue.people:
        card = cards[creator.slug]
        if creator.joined:
            title = _("Kreator baru: %(name)s") % {"name": creator.name}
            entries.append((creator.joined, card.path, title, creator.name, card.tagline))
        for work, shown in zip(creator.works, catalogue.works[creator.slug], strict=True):
            if work.published:
                path = f"{addresses.creator_path(creator.slug)}#{shown.key}"
                entries.append((work.published, path, shown.title, creator.name, shown.caption or shown.action))
    title = _("%(site)s: kreator dan karya baru") % {"site": catalogue.region.site.name}
    return _atom(title, addresses.FEED, "", entries, catalogue.context)


def news_feed(catalogue: Catalogue) -> str:
    """The news, newest first."""
    entries = [
        (document.published, addresses.news_path(document), document.title, document.author, document.summary)
        for document in catalogue.news
        if document.published
    ]
    title = _("%(site)s: kabar") % {"site": catalogue.region.site.name}
    return _atom(title, addresses.NEWS_FEED, addresses.NEWS, entries, catalogue.context)


def _atom(title: str, path: str, page: str, entries: Iterable[Entry], context: CardContext) -> str:
    site = context.region.site
    feed = Atom1Feed(
        title=title,
        link=context.address(page),
        description=site.description,
        language=site.language,
        feed_url=context.address(path),
        author_name=site.office.name,
    )
    newest = sorted(entries, key=lambda entry: (entry[0], entry[1]), reverse=True)[:ENTRIES]
    for day, where, name, author, summary in newest:
        moment = datetime.combine(day, time(), UTC)
        feed.add_item(
            title=name,
            link=context.address(where),
            description=escape(summary, quote=False),  # declared HTML by the library; ours is plain text
            author_name=author or site.office.name,
            pubdate=moment,
            updateddate=moment,
            unique_id=f"tag:{context.base_url.split('//')[-1].split('/')[0]},{day.isoformat()}:{where}",
        )
    # The feed's own date is its newest entry's, so that equal content gives equal bytes; an empty one is the site's.
    feed.latest_post_date = lambda: datetime.combine(newest[0][0] if newest else date(site.since, 1, 1), time(), UTC)
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue()
