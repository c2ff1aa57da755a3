"""Websites that are no platform: hosts that only lead elsewhere are refused, the rest gets a clean address."""

from __future__ import annotations

import difflib
import re
from functools import cache, reduce
from urllib.parse import quote

from .model import Link, Refusal
from .platforms import ROWS
from .rejections import refuse
from .shorteners import is_short
from .table import Platform, words
from .url_parser import Address, decode, is_hidden

REDIRECTORS = words(
    "l.facebook.com lm.facebook.com l.instagram.com l.threads.com l.threads.net l.wl.co l.messenger.com vk.com "
    "href.li out.reddit.com t.umblr.com exit.sc steamcommunity.com slack-redir.net urldefense.com "
    "safelinks.protection.outlook.com link.medium.com duckduckgo.com "
    "nullrefer.com anonym.to linkprotect.cudasvc.com deref-gmx.net deref-mail.com "
    "redirect.viglink.com click.linksynergy.com"
)
TARGET_PARAMETERS = ("q", "u", "url", "uddg", "to", "target", "a", "z", "link", "continue", "next")
MIRRORS = words(
    "invidio.us yewtu.be hooktube.com piped.video piped.kavin.rocks nitter.net xcancel.com ddinstagram.com "
    "kkinstagram.com imginn.com picuki.com dumpor.com bibliogram.art vxtwitter.com fxtwitter.com fixupx.com fixvx.com "
    "twitfix.com ssyoutube.com y2mate.com savefrom.net ssstik.io snaptik.app tikwm.com tiktxk.com vxtiktok.com "
    "tnktok.com instafix.io toinstagram.com uuinstagram.com facebed.com web.archive.org archive.org archive.ph "
    "archive.is archive.today webcache.googleusercontent.com cdn.ampproject.org 12ft.io translate.goog twstalker.com "
    "sotwe.com urlebird.com threadreaderapp.com"
)
MIRROR_WORDS = ("invidious", "nitter", "piped.", "proxitok", "bibliogram", ".translate.goog", "libreddit")
SEARCHES = words("bing.com www.bing.com duckduckgo.com search.yahoo.com yandex.com")
TRACKERS = words(
    "fbclid gclid gclsrc dclid wbraid gbraid msclkid ttclid twclid yclid igsh igshid igsi si mibextid mc_cid mc_eid "
    "_ga _gl _gac ref_src ref_url li_fat_id s_kwcid vero_id _hsenc _hsmi mkt_tok spm scm share_id wickedid epik "
    "srsltid rdid sfnsn extid sfsn __cft__ __tn__ fb_action_ids fb_action_types fb_source fb_ref at_medium "
    "at_campaign"
)
# Well-known sites of their own, though a platform's name is in theirs or one letter away.
GENUINE = words(
    "telegra.ph te.legra.ph telegraf.id twister.org flicker.com shoppe.com whatsappbrand.com facebookbrand.com "
    "instagram-brand.com twittercommunity.com twitchtracker.com twitchcon.com"
)
_PATH_SAFE = "/:@!$&'()*+,;=~-._"
_QUERY_SAFE = "/:@!$'()*+,;=~-._?"
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
# An address within another: a scheme, or the host of a platform with a path behind it. Short hosts (`x.com`, `t.me`)
# end other names too.
CARRIED = r"(?i)https?:/{1,2}(?P<rest>.*)|(?:^|[^\w-])(?P<bare>(?:HOSTS)/[^/].*)"
SHORTEST_CARRIED = 8
# What a look-alike writes for a letter, in this order.
FOLDS = (
    ("0", "o"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("8", "b"), ("i", "l"), ("-", ""), ("_", ""),
    ("rn", "m"), ("vv", "w"), ("cl", "d"),
)  # fmt: skip
# Parameters that only say where a visitor came from; the first are not kept.
TRACKED = rf"(?i){'|'.join(sorted(TRACKERS))}|(?:utm_|pk_|mtm_|fb_|hsa_).*"
ORIGINS = rf"{TRACKED}|ref|referr?er|source|from"


def read_website(url: str, address: Address) -> Link | Refusal:
    """A host that no row of the table knows."""
    owner = owner_of(address.host)
    redirects = address.host in REDIRECTORS or ".safelinks." in address.host
    if redirects and (address.host not in SEARCHES or address.path == "url"):
        return refuse(url, "L303", fix=_target(address))
    if is_short(address):
        return refuse(url, "L302")
    if owner:
        return refuse(url, "L409", label=owner.label, fix=_target(address))
    carried = _carried(address)
    if carried or address.host in MIRRORS or any(word in address.host for word in MIRROR_WORDS):
        return refuse(url, "L304", fix=carried)
    if address.host in SEARCHES and address.path.partition("/")[0] in {"search", "", "imgres"}:
        return refuse(url, "L402", label="mesin pencari")
    twin = None if address.host.removeprefix("www.") in GENUINE else looks_like(address.host)
    if twin:
        return refuse(url, "L111", label=twin.label, found=address.host)
    return _website(url, address)


def _target(address: Address) -> str:
    """The address that a redirector carries, "" if there is none."""
    return next((value for name in TARGET_PARAMETERS if (value := address.param(name))), "")


def _carried(address: Address) -> str:
    """The real page's address that an archive, a proxy or a trap carries in its own, "" if it carries none."""
    # Where a visitor came from is no trap: `?utm_source=https://www.instagram.com/`.
    asked = [piece for piece in address.raw_query.split("&") if not _is_one_of(ORIGINS, piece.partition("=")[0])]
    behind = f"{address.raw_path}?{'&'.join(asked)}#{address.raw_fragment}"
    found = _carried_pattern().search(decode(behind) or behind)
    return f"https://{found['bare'] or found['rest']}" if found else ""


@cache
def _carried_pattern() -> re.Pattern[str]:
    hosts = {host for row in ROWS for host in (*row.own, *row.hosts) if len(host) >= SHORTEST_CARRIED}
    return _compiled(CARRIED.replace("HOSTS", "|".join(map(re.escape, sorted(hosts, key=len, reverse=True)))))


def owner_of(host: str) -> Platform | None:
    """The platform to which a host belongs that is not in the table (`help.instagram.com`)."""
    return next((row for row in ROWS if any(host == own or host.endswith("." + own) for own in row.own)), None)


def looks_like(host: str) -> Platform | None:
    """The platform that a foreign host pretends to be: its name inside, or one letter away."""
    folded = _fold(host)
    for row in ROWS:
        for word in row.words:
            name = _fold(word)
            if name in folded if "." not in word else _dotted(word, host):
                return row
            if len(name) >= 6 and any(_near(name, label) for label in folded.split(".")):
                return row
    return None


def _fold(text: str) -> str:
    return reduce(lambda folded, pair: folded.replace(*pair), FOLDS, text)


def _dotted(word: str, host: str) -> bool:
    """`youtu.be` stands in `youtu.be.evil.example`, but not in `kupuyoutu.beta.example`."""
    return f".{host}.".find(f".{word}.") >= 0 or f"{word.replace('.', '-')}." in f".{host}"


def _near(name: str, label: str) -> bool:
    """One letter changed, missing, added, or two swapped."""
    if abs(len(name) - len(label)) > 1 or name[0] != label[:1]:
        return False
    if sorted(name) == sorted(label) and sum(a != b for a, b in zip(name, label, strict=True)) == 2:
        return True
    edits = [op for op in difflib.SequenceMatcher(None, name, label, autojunk=False).get_opcodes() if op[0] != "equal"]
    return sum(max(op[2] - op[1], op[4] - op[3]) for op in edits) <= 1


def _website(url: str, address: Address) -> Link | Refusal:
    """The clean address of a website: https, no trackers, no fragment."""
    path = _tidy(address.raw_path, _PATH_SAFE) or "/"
    pieces = address.raw_query.split("&")
    query = "&".join(
        _tidy(piece, _QUERY_SAFE) for piece in pieces if piece and not _is_one_of(TRACKED, piece.partition("=")[0])
    )
    if any(decode(piece) is None for piece in pieces):
        return refuse(url, "L113")
    bare = address.host.removeprefix("www.")
    asked = f"?{query}" if query else ""
    return Link(
        url=url,
        platform="website",
        kind="website",
        id=bare + path.rstrip("/") + asked,
        handle="".join(char for char in f"{bare}/{address.path}".rstrip("/") if not is_hidden(char)),
        canonical=f"https://{address.host}{path}{asked}",
    )


def _tidy(raw: str, safe: str) -> str:
    """Percent-encodes what needs it; what is encoded already stays, in capitals."""
    return _ESCAPE.sub(lambda found: found[0].upper(), quote(raw, safe=safe + "%"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_one_of(pattern: str, name: str) -> bool:
    return _compiled(pattern).fullmatch(name) is not None
