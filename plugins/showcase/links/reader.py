"""Reading one URL as a person pastes it: the only way into this room."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urljoin

from .extraction import find_links, unwrap, without_hidden
from .hints import hint, is_host_alone
from .model import Link, Refusal
from .platforms import HOSTS
from .rejections import refuse
from .table import Match, Platform, Rejected, build
from .url_parser import Address, Rejection, has_blank, has_hidden, parse_url
from .websites import read_website

_NAME = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z]")
_LETTER = re.compile(r"\w")
LONGEST = 4096  # characters of a text in which a link is looked for
_DEEPEST = 3


def read_link(text: str) -> Link | Refusal:
    """What a URL is, or why it is none and what to paste instead. Never raises, asks no network.

    A scheme may be missing, a sentence may surround it. `url` of the answer is `text`, as given;
    `fix` of a Refusal, if there is one, is accepted by this function.
    """
    return _read(text, 0)


def _read(text: str, depth: int) -> Link | Refusal:
    answer = _judge(text)
    if isinstance(answer, Link) or not answer.fix:
        return answer
    # A fix is a promise: it is read itself, in its canonical form, before anybody is told to paste it.
    mended = _read(answer.fix, depth + 1) if depth < _DEEPEST and "://" in answer.fix else answer
    if isinstance(mended, Link):
        return replace(answer, fix=mended.canonical)
    return replace(answer, fix="" if mended is answer else mended.fix)


def _judge(text: str) -> Link | Refusal:
    if len(text) > LONGEST:
        return refuse(text, "L114", found=text[:40])
    token = unwrap(text)
    if text.strip().rstrip("\"'”’)").endswith(("...", "…")) and find_links(token):
        return refuse(text, "L204")  # an app cut the address off to show it
    if has_hidden(token, but="\t\r\n"):
        return refuse(text, "L102", fix=_with_scheme(without_hidden(token)))
    if has_blank(token):
        return _read_sentence(text, token)
    return _read_token(text, token)


def _read_sentence(text: str, token: str) -> Link | Refusal:
    """Words with a link in them, as a share button of a phone gives."""
    links = find_links(token)
    if not links:
        suggested = hint(" ".join(token.split()))
        return replace(suggested, url=text) if suggested else refuse(text, "L101")
    if len(links) > 1:
        return refuse(text, "L112", count=len(links))
    answer = _read_token(text, links[0])
    if isinstance(answer, Link) and _may_go_on(answer, links[0], token):
        return refuse(text, "L115", found=token)
    return answer


def _may_go_on(link: Link, found: str, sentence: str) -> bool:
    """True if the words behind a link may be the rest of its address: `facebook.com/Contoh Kreator`.

    What stands before the blank is then somebody else's. A name can go on with anything. The id of a work goes on
    only if it is another work with the next letter; a video of YouTube, or what a slash has closed, is whole.
    """
    behind = _LETTER.search(sentence.partition(found)[2])
    if not behind or link.kind == "channel":
        return behind is not None
    longer = _read_token(found + behind[0], found + behind[0])
    return isinstance(longer, Link) and longer.canonical != link.canonical


def _read_token(text: str, token: str) -> Link | Refusal:
    bare = "/" not in token and "?" not in token
    if bare and ("." not in token or "@" in token or not is_host_alone(token)):
        suggested = hint(token)
        if suggested:
            return replace(suggested, url=text)
        if _NAME.fullmatch(token):
            return refuse(text, "L101")
    address = parse_url(token)
    if isinstance(address, Rejection):
        return _stopped(text, token, address)
    row = HOSTS.get(address.host)
    return _read_website(text, address) if row is None else _read_row(text, row, address)


def _stopped(text: str, token: str, stop: Rejection) -> Refusal:
    if stop.code == "L110" and "://" not in token and "." not in stop.found:
        return refuse(text, "L101")
    return refuse(text, stop.code, found=stop.found or token, fix=_with_scheme(stop.fix) if stop.fix else "")


def _read_website(text: str, address: Address) -> Link | Refusal:
    """A website's address until it is final: dropping a tracker can leave a question mark or a bracket at its end."""
    answer = read_website(text, address)
    if isinstance(answer, Link) and answer.canonical == text:
        return answer
    for _ in range(_DEEPEST):
        if isinstance(answer, Refusal):
            break
        again = parse_url(unwrap(answer.canonical))
        settled = read_website(text, again) if isinstance(again, Address) else refuse(text, "L113")
        if settled == answer:
            return answer
        answer = settled
    return answer if isinstance(answer, Refusal) else refuse(text, "L113")


def _read_row(text: str, row: Platform, address: Address) -> Link | Refusal:
    found = row.match(address)
    if found is None:
        return refuse(text, "L407" if address.path else "L401", label=row.label)
    form = found.form
    if isinstance(form, Rejected):
        return refuse(text, form.code, label=row.label, fix=_instead(found, form, address))
    link = build(text, row.key, form, found.groups, address)
    if link.canonical == text:  # this very reading has shown what its canonical form is
        return link
    # `facebook.com/@watch` has the shape of a name, `facebook.com/watch` is none: what is not itself again is nothing.
    if unwrap(link.canonical) == link.canonical and _is_itself_again(row, link, address):
        return link
    return refuse(text, "L407", label=row.label)


def _is_itself_again(row: Platform, link: Link, read_from: Address) -> bool:
    """True if the link comes out the same when its own canonical address is read."""
    address = parse_url(link.canonical)
    if not isinstance(address, Address):
        return False
    if address.says_the_same_as(read_from):
        return True
    found = row.match(address)
    if found is None or isinstance(found.form, Rejected):
        return False
    return build(link.url, row.key, found.form, found.groups, address) == link


def _with_scheme(token: str) -> str:
    return token if "://" in token else f"https://{token}"


def _instead(found: Match, form: Rejected, address: Address) -> str:
    """What to paste instead of a refused shape: built from its parts, or the address it carries inside."""
    if form.fix:
        return "".join(form.fix.format(**found.groups).split())
    inside = next((value for name in form.target if (value := address.param(name))), "")
    return urljoin(f"https://{address.host}/", inside) if inside else ""
