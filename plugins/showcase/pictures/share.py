"""Share images: what a chat shows of a page, and what a creator posts as a story.

1200 x 630 for chats, under 300 KB since WhatsApp drops larger ones; 1080 x 1920 for stories, with
a QR code, everything inside the part that the apps leave free of their own buttons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw

from .artwork import Artwork
from .canvas import Canvas, Chip, chip_height
from .encoders import encode
from .lettering import Lettering, Lines
from .recipe import ShareStyle

DRAWING = 1  # raise when a change here or in what it draws with changes the images
MAX_BYTES = 300_000
STYLE = ShareStyle()
PORTRAIT = 480  # pixels of the square photo that a drawing is handed
_GAP = 18  # between the parts of a text block


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share image says. Every text is final and is drawn whole, smaller if it must.

    eyebrow: the small word above the name ("Kreator", "Kabar"). portrait, focus: as for `PicturePipeline.order`;
    without one the initials on tint 0-7 stand there, without initials nothing does. media: (key, label), the key
    names an icon. url: absolute; the QR code of a story and, shortened, its caption. invitation: what stands beside
    the QR code.
    """

    name: str
    line: str = ""
    eyebrow: str = ""
    portrait: Path | None = None
    focus: str = ""
    initials: str = ""
    tint: int = 0
    media: tuple[tuple[str, str], ...] = ()
    url: str = ""
    site_name: str = ""
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    """Eyebrow, name, line and chips of a card, measured: left-aligned, one below the other."""

    parts: tuple[tuple[Lines, str], ...]
    rows: list[list[Chip]] = field(default_factory=list)
    chip_size: int = 0

    @property
    def height(self) -> int:
        text = sum(lines.height + _GAP for lines, _colour in self.parts)
        return text + len(self.rows) * (chip_height(self.chip_size) + self.chip_size // 2)

    def draw(self, canvas: Canvas, left: int, top: int) -> None:
        for lines, colour in self.parts:
            canvas.text(lines, (left, top), colour)
            top += lines.height + _GAP
        if self.rows:
            canvas.chips(self.rows, self.chip_size, (left, top + 4))


def draw_wide(card: ShareCard, photo: Image.Image | None, art: Artwork) -> Image.Image:
    """The 1200 x 630 image of a card. photo: the portrait, PORTRAIT pixels square, RGB."""
    canvas = Canvas(art.landscape("bagikan"), Lettering(art.font), art.colours)
    faced = photo is not None or bool(card.initials)
    if faced:
        canvas.portrait((64, 92), 356, photo, card.initials, card.tint)
    left = 468 if faced else 72
    block = _block(
        canvas, card, chips_of(card, art), room=(1010 - left, 384), sizes=((64 if faced else 84, 30), (32, 20))
    )
    block.draw(canvas, left, 48 + (384 - block.height) // 2)
    canvas.text(canvas.lettering.fit(card.site_name, 800, (30, 18), (640, 40)), (72, 570), canvas.colour("ink"))
    return canvas.image


def draw_story(card: ShareCard, photo: Image.Image | None, art: Artwork) -> Image.Image:
    """The 1080 x 1920 image of a card. photo: as for `draw_wide`."""
    canvas = Canvas(art.landscape("cerita"), Lettering(art.font), art.colours)
    canvas.text(canvas.lettering.fit(card.site_name, 800, (44, 24), (900, 60)), (84, 236), canvas.colour("ink"))
    if photo is not None or card.initials:
        canvas.portrait((84, 324), 416, photo, card.initials, card.tint)
    block = _block(canvas, card, chips_of(card, art), room=(912, 470), sizes=((88, 44), (42, 26)))
    block.draw(canvas, 84, 836)
    if card.url:
        _invitation(canvas, card)
    return canvas.image


def as_jpeg(image: Image.Image, style: ShareStyle = STYLE) -> bytes:
    """The image as a JPEG under MAX_BYTES, as good as that and the style allow."""
    for quality in style.qualities:
        data = encode(image, "jpeg", quality)
        if len(data) < MAX_BYTES:
            break
    return data


def share_image(
    card: ShareCard, story: bool, photo: Image.Image | None, art: Artwork, style: ShareStyle = STYLE
) -> bytes:
    """A card drawn and encoded, 1200 x 630 or as a story. photo: the portrait, PORTRAIT pixels square."""
    draw = draw_story if story else draw_wide
    return as_jpeg(draw(card, photo, art), style)


def chips_of(card: ShareCard, art: Artwork) -> tuple[Chip, ...]:
    """The card's media with their icons."""
    return tuple(Chip(label, art.icons.get(key, b"")) for key, label in card.media)


def _block(
    canvas: Canvas,
    card: ShareCard,
    chips: tuple[Chip, ...],
    *,
    room: tuple[int, int],
    sizes: tuple[tuple[int, int], tuple[int, int]],
) -> _Block:
    """The block as large as `room` allows. sizes: largest and smallest, of the name and of the line below it."""
    fit = canvas.lettering.fit
    rows, chip_size = canvas.chip_rows(chips, room[0])
    left = room[1] - _Block((), rows, chip_size).height - 3 * _GAP
    parts = []
    for text, weight, size, share, colour in (
        (card.eyebrow, 700, (26, 16), 0.12, canvas.accent),
        (card.name, 800, sizes[0], 0.56, canvas.colour("ink")),
        (card.line, 500, sizes[1], 0.32, canvas.colour("muted")),
    ):
        lines = fit(text, weight, size, (room[0], round(left * share)))
        parts += [(lines, colour)] if lines.lines else []
    return _Block(tuple(parts), rows, chip_size)


def _invitation(canvas: Canvas, card: ShareCard) -> None:
    """The white card with the QR code, at the foot of what stories leave free."""
    left, top, right, bottom = 84, 1330, 996, 1600
    draw = ImageDraw.Draw(canvas.image)
    draw.rounded_rectangle(
        (left, top, right, bottom), 36, fill=canvas.colour("surface"), outline=canvas.colour("line"), width=3
    )
    canvas.qr(card.url, (left + 16, top + 11), 248)
    width = right - left - 320
    invitation = canvas.lettering.fit(card.invitation, 700, (40, 24), (width, 100))
    address = canvas.lettering.fit(_spoken(card.url), 500, (30, 18), (width, 36))
    if address.size < 18:  # too long for one line that can be read
        address = canvas.lettering.fit(_spoken(card.url), 500, (24, 16), (width, 110))
    start = (top + bottom - invitation.height - _GAP - address.height) // 2
    canvas.text(invitation, (left + 290, start), canvas.colour("ink"))
    canvas.text(address, (left + 290, start + invitation.height + _GAP), canvas.accent)


def _spoken(url: str) -> str:
    """An address as people say it: no scheme, no slash at the end."""
    return url.partition("://")[2].rstrip("/") or url
