"""Reading one URL as a person pastes it: the only way into this room."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

from .gate import Address, Stop, is_hidden, open_gate
from .hints import hint, is_host_alone
from .model import Link, Refusal
from .platforms import HOSTS
from .refusals import refuse
from .table import Dead, Match, Platform, build
from .tidying import find_links, unwrap, without_hidden
from .websites import read_website

_LONGEST = 4096
_DEEPEST = 2


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
    mended = _read(answer.fix, depth + 1) if depth < _DEEPEST else answer
    if isinstance(mended, Link):
        return replace(answer, fix=mended.canonical)
    return replace(answer, fix="" if mended is answer else mended.fix)


def _judge(text: str) -> Link | Refusal:
    if len(text) > _LONGEST:
        return refuse(text, "L114", found=text[:40])
    token = unwrap(text)
    if not token:
        return refuse(text, "L101")
    if any(is_hidden(char) and char not in "\t\r\n" for char in token):
        return refuse(text, "L102", fix=without_hidden(token))
    if any(char.isspace() for char in token):
        return _read_sentence(text, token)
    return _read_token(text, token)


def _read_sentence(text: str, token: str) -> Link | Refusal:
    """Words with a link in them, as a share button of a phone gives."""
    links = find_links(token)
    if not links:
        return hint(token) or hint(" ".join(token.split())) or refuse(text, "L101")
    if len(links) > 1:
        return refuse(text, "L112", count=len(links))
    answer = _read_token(text, links[0])
    # A browser drops a line break and reads on: `https://a.example⏎.evil.example` has another host there.
    # Only a link whose host is closed by a path cannot be continued by the words behind it.
    if token.startswith(links[0]) and isinstance(answer, Link) and "/" not in links[0].partition("://")[2]:
        return refuse(text, "L101", found=token, fix=answer.canonical)
    return answer


def _read_token(text: str, token: str) -> Link | Refusal:
    no_scheme = "://" not in token and not token.startswith("//") and "/" not in token and "?" not in token
    if no_scheme and ("." not in token or "@" in token or not is_host_alone(token)):
        suggested = hint(token)
        if suggested:
            return replace(suggested, url=text)
    address = open_gate(token)
    if isinstance(address, Stop):
        return _stopped(text, token, address)
    row = HOSTS.get(address.host)
    return read_website(text, address) if row is None else _read_row(text, row, address)


def _stopped(text: str, token: str, stop: Stop) -> Refusal:
    if stop.code == "L110" and "://" not in token and "." not in stop.found:
        return hint(token) or refuse(text, "L101")
    return refuse(text, stop.code, found=stop.found or token, fix=stop.fix)


def _read_row(text: str, row: Platform, address: Address) -> Link | Refusal:
    found = row.match(address)
    if found is None:
        return refuse(text, "L407" if address.path else "L401", label=row.label)
    form = found.form
    if isinstance(form, Dead):
        return refuse(text, form.code, label=row.label, fix=_instead(found, form, address))
    return build(text, row.key, form, found.groups, address)


def _instead(found: Match, form: Dead, address: Address) -> str:
    """What to paste instead of a refused shape: built from its parts, or the address it carries inside."""
    if form.fix:
        return form.fix.format(**found.groups)
    inside = next((value for name in form.target if (value := address.param(name))), "")
    return urljoin(f"https://{address.host}/", inside) if inside else ""
