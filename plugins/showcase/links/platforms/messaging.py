"""Where people write to each other: WhatsApp and Telegram, as far as they are public."""

from __future__ import annotations

from ...text.messages import N_
from ..table import Accepts, Pattern, Platform, Rejected, words

# A table is read by its rows, so its author breaks the lines.
# fmt: off

_WA = frozenset({"wa.me", "www.wa.me"})
_WA_SEND = frozenset(
    {"api.whatsapp.com", "web.whatsapp.com", "whatsapp.com", "www.whatsapp.com", "wa.me", "send.whatsapp.com"}
)
# Services behind whose short addresses somebody's number stands.
NUMBER_HIDERS = words(
    "wa.link create.wa.link wasap.at wasap.my wasap.to walink.co w.app wa.wizard.id wame.pro wa.expert wa.chat"
)
# After the country's 62 a nought is only dialled at home.
_PHONE = r"(?!620)[1-9]\d{7,14}"
_SIGN = r"[ ().\u2010-\u2015\u2212-]{1,3}"

WHATSAPP = Platform(
    key="whatsapp",
    label="WhatsApp",
    channel_hint=N_("Saluran WhatsApp"),
    numbers="https://wa.me/",
    number_hint=N_("Nomor WhatsApp"),
    action=N_("Buka di WhatsApp"),
    hosts=_WA | _WA_SEND | {"chat.whatsapp.com"} | NUMBER_HIDERS,
    own=("whatsapp.com", "wa.me", "whatsapp.net"),
    words=("whatsapp", "wa.me"),
    names=("whatsapp", "wa", "whats app", "watsap", "wasap"),
    takes_messages=True,
    forms=(
        Rejected(r".*", "L302", hosts=NUMBER_HIDERS),
        Pattern("channel", r"[ +]{0,2}(?P<id>" + _PHONE + r")(?:/.*)?", "https://wa.me/{id}", handle="+{id}", hosts=_WA),
        Pattern("channel", r"c/[ +]{0,2}(?P<id>" + _PHONE + ")", "https://wa.me/{id}", handle="+{id}", hosts=_WA),
        Pattern("channel", r"(?:send|message)?", "https://wa.me/{phone}", id="{phone}", handle="+{phone}",
                hosts=_WA_SEND, query=(("phone", _PHONE),)),
        Pattern("channel", r"(?P<id>(?:message|qr)/[A-Z0-9]{10,20})", "https://wa.me/{id}", hosts=_WA | _WA_SEND),
        Pattern("channel", r"channel/(?P<id>[A-Za-z0-9]{20,32})(?:/\d+)?", "https://whatsapp.com/channel/{id}",
                hosts=frozenset({"whatsapp.com", "www.whatsapp.com"})),
        # A number as it is dialled at home, or with signs in it: the same number as an address.
        Rejected(r"(?:c/)?[ +]{0,2}(?:62)?0(?P<rest>8\d{7,12})(?:/.*)?", "L202", fix="https://wa.me/62{rest}", hosts=_WA),
        Rejected(r"(?:c/)?[ +(]{0,3}(?P<a>\d{1,13})" + _SIGN + r"(?P<b>\d{1,13})"
                 + "".join(rf"(?:{_SIGN}(?P<{group}>\d{{1,9}}))?" for group in "cdef") + "/?",
                 "L202", fix="https://wa.me/{a}{b}{c}{d}{e}{f}", hosts=_WA),
        Rejected(r"(?:send|message)?", "L202", fix="https://wa.me/{phone}", hosts=_WA_SEND,
                 query=(("phone", r"[ +(]{0,3}\d[\d ().\u2010-\u2015\u2212-]{6,24}"),)),
        Rejected(r".*", "L404", hosts=frozenset({"chat.whatsapp.com"})),
        Rejected(r"(?:channel|message|c|qr|p)(?:/.*)?", "L408"),
        Rejected(r"(?:download|business|about|legal|contact|faq|security|features|stickers|android|ios)(?:/.*)?", "L403"),
    ),
    accepts=(
        Accepts("https://wa.me/6281200000000?text=Halo", "channel", "6281200000000", "https://wa.me/6281200000000"),
        Accepts("wa.me/+6281200000000", "channel", "6281200000000", "https://wa.me/6281200000000"),
        Accepts("https://wa.me/c/6281200000000", "channel", "6281200000000", "https://wa.me/6281200000000"),
        Accepts("https://api.whatsapp.com/send?phone=6281200000000&text=Halo", "channel", "6281200000000",
                "https://wa.me/6281200000000"),
        Accepts("https://wa.me/message/ABCDEFGHIJKLM1", "channel", "message/ABCDEFGHIJKLM1",
                "https://wa.me/message/ABCDEFGHIJKLM1"),
        Accepts("https://api.whatsapp.com/message/ABCDEFGHIJKLM1?autoload=1&app_absent=0", "channel",
                "message/ABCDEFGHIJKLM1", "https://wa.me/message/ABCDEFGHIJKLM1"),
        Accepts("https://www.whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp1q", "channel", "0029VaAbCdEfGhIjKlMnOp1q",
                "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp1q"),
    ),
    refuses=(
        ("https://wa.me/081200000000", "L202"),
        ("https://wa.me/62081200000000", "L202"),
        ("https://wa.me/62812-0000-0000", "L202"),
        ("https://wa.me/62812000O0000", "L407"),
        ("https://wa.link/abc123", "L302"),
        ("https://wasap.at/abc123", "L302"),
        ("https://api.whatsapp.com/send?phone=+6281200000000", "L202"),
        ("https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", "L404"),
        ("https://whatsapp.com/channel/", "L408"),
        ("https://www.whatsapp.com/download", "L403"),
        ("https://www.whatsapp.com/", "L401"),
        ("https://blog.whatsapp.com/x", "L409"),
    ),
)

_TG = "https://t.me"
_TG_NAME = r"[A-Za-z](?:[A-Za-z0-9_]{2,30}[A-Za-z0-9])"

TELEGRAM = Platform(
    key="telegram",
    label="Telegram",
    channel_hint=N_("Akun Telegram"),
    action=N_("Lihat di Telegram"),
    hosts=frozenset({"t.me", "telegram.me", "www.telegram.me", "telegram.dog"}),
    own=("telegram.org", "telegram.me", "t.me"),
    words=("telegram",),
    names=("telegram", "tele", "tg"),
    account=_TG + "/{name}",
    takes_messages=True,
    forms=(
        Rejected(r"(?:joinchat|c|addlist)/.*|\+.*", "L404"),
        Rejected(r"share(?:/.*)?|iv", "L303", target=("url",)),
        Rejected(r"(?:addstickers|addemoji|addtheme|setlanguage|proxy|socks|login|invoice|bg|boost|giftcode|confirmphone|m"
                 r"|contact|telegrampassport)(?:/.*)?",
                 "L406"),
        Pattern("post", r"(?:s/)?(?P<name>" + _TG_NAME + r")/(?P<id>\d{1,10})(?:/\d+)?", _TG + "/{name}/{id}",
                id="{name}/{id}", handle="@{name}"),
        Pattern("channel", r"(?:s/)?@?(?P<id>" + _TG_NAME + r")/?", _TG + "/{id}", handle="@{id}"),
    ),
    accepts=(
        Accepts("https://t.me/contohkreator", "channel", "contohkreator", _TG + "/contohkreator"),
        Accepts("https://telegram.me/s/contohkreator?before=10", "channel", "contohkreator", _TG + "/contohkreator"),
        Accepts("https://t.me/contohkreator/123?single", "post", "contohkreator/123", _TG + "/contohkreator/123"),
    ),
    refuses=(
        ("https://t.me/+AbCdEfGhIjKl", "L404"),
        ("https://t.me/joinchat/AbCdEfGhIjKl", "L404"),
        ("https://t.me/share/url?url=https%3A%2F%2Fcontoh.example%2F", "L303"),
        ("https://t.me/addstickers/contoh", "L406"),
        ("https://t.me/", "L401"),
        ("https://web.telegram.org/k/#@contoh", "L409"),
    ),
)
