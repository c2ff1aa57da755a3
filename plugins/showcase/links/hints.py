"""Text that is no address but says which one is meant: `@rina`, `ig: rina`, `0812…`. It gets the address to paste."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from .model import Refusal
from .platforms import ROWS
from .rejections import refuse
from .table import Platform, words

KNOWN_ENDINGS = words(
    "com net org id io co me info biz tv my sg app dev xyz site online store shop web blog page art photo "
    "photos studio media link bio cafe travel website space live club asia uk au us eu de fr nl jp kr in "
    "ac edu gov"
)
_ENDING = "|".join(sorted(KNOWN_ENDINGS))
HOST_ALONE = rf"(?i)(?![.@]).*\.(?:{_ENDING})\.*"
_SIGNS = r"\s.\u2010-\u2015\u2212-"
PHONE = (
    rf"(?:\+?62[\s.-]?(?:\(0\)|0)?|0)[\s.-]?(?=8[\d{_SIGNS}]{{7,16}}$)(?P<digits>8(?:[{_SIGNS}]*\d){{8,11}}[{_SIGNS}]*)"
)
PHONE_LINK = "https://wa.me/62{digits}"
NAME = r"[\w.-]{2,60}"
# What is said, its code, and the address that is meant. NAMES are what people call the platforms; `rest` is somebody's
# name on the platform that `name` calls.
HINTS = (
    (r"[^\s@/:]+@[^\s@/:]+\.[A-Za-z]{2,}", "L205", ""),
    (PHONE, "L202", PHONE_LINK),
    # A number that cannot be read is nobody's name.
    (r"[+(]?(?:\d[\s().-]?){6}.*", "L101", ""),
    # `instagram: nama`, `IG @nama`, `fb nama`.
    (r"(?i)(?P<name>NAMES)\s*(?:[:=]\s*|\s-\s|/|\s(?=@)|\s+)(?P<rest>@?\s*[^\s:/].*)", "L203", ""),
    (r"(?P<id>UC[A-Za-z0-9_-]{22})", "L204", "https://www.youtube.com/channel/{id}"),
    (r"(?P<id>(?:PL|UU|FL|OLAK5uy_|TL|RD)(?=.*[0-9])[A-Za-z0-9_-]{14,64})", "L204",
     "https://www.youtube.com/playlist?list={id}"),
    (r"(?=.*[0-9_-])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_-]{11}", "L204", ""),
    (rf"(?i)(?!{HOST_ALONE[4:]}$)(?P<rest>@[\w.-]{{2,60}}|[a-z0-9_.-]{{2,30}})", "L201", ""),
)  # fmt: skip


def is_host_alone(token: str) -> bool:
    """`contoh.co.id` is a website, `rina.foto` is somebody's name: the known endings decide."""
    return _compiled(HOST_ALONE).fullmatch(token) is not None


def hint(text: str) -> Refusal | None:
    """The refusal that holds the right address, or None if the text says nothing of the kind."""
    said = text.strip()
    for pattern, code, fix in HINTS:
        if found := _compiled(pattern).fullmatch(said):
            groups = found.groupdict()
            row = _named().get(groups.get("name", "instagram").lower())
            meant = _account(row, groups["rest"].strip()) if row and "rest" in groups else _filled(fix, groups)
            return refuse(text, code, label=row.label if row else "", fix=meant)
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of this module, made when the first text is read."""
    return re.compile(pattern.replace("NAMES", "|".join(map(re.escape, sorted(_named(), key=len, reverse=True)))))


def _filled(template: str, groups: Mapping[str, str]) -> str:
    """A template with the groups of a match; of `digits`, the digits."""
    return template.format(
        **{name: re.sub(r"\D", "", text) if name == "digits" else text for name, text in groups.items()}
    )


def _account(row: Platform, said: str) -> str:
    """A channel's address made of a bare name, "" if the name cannot be one."""
    if row.key == "whatsapp":
        phone = _compiled(PHONE).fullmatch(said)
        return _filled(PHONE_LINK, phone.groupdict()) if phone else ""
    name = said.removeprefix("@").rstrip(".,")
    return row.account.format(name=name) if row.account and _compiled(NAME).fullmatch(name) else ""


@cache
def _named() -> Mapping[str, Platform]:
    return {name: row for row in ROWS for name in row.names}
