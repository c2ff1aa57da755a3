"""Text for share images: any name becomes letters that the font has, and every text fits its place.

The font is the site's own, a Latin cut. A letter that it lacks is drawn as the Latin letters nearest to
it ("Ñ" as N, "张" as Zhang): legible everywhere, the same on every machine, and no font of the
system is needed. What has no letters at all, such as emoji, is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from io import BytesIO

from PIL import ImageFont, features
from unidecode import unidecode

_SMALLEST = 8  # pixels; only a text far beyond what the content rules allow gets there
_LEADING = 1.16  # line height, in sizes
_NO_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Lines:
    """A text that fits. size: of the letters, pixels. step: from line to line, pixels."""

    lines: tuple[str, ...]
    size: int
    weight: int

    @property
    def step(self) -> int:
        """Pixels from one baseline to the next."""
        return round(self.size * _LEADING)

    @property
    def height(self) -> int:
        """Pixels of all lines together."""
        return self.step * len(self.lines)


@dataclass(frozen=True, slots=True)
class Lettering:
    """The font at every size and weight. Not shared between threads: FreeType faces keep state."""

    data: bytes
    _fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = field(default_factory=dict)

    def font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """The face at `size` pixels, weight 200-800."""
        if (size, weight) not in self._fonts:
            # The basic layout is compiled in; the other one depends on what the machine has installed.
            font = ImageFont.truetype(BytesIO(self.data), size, layout_engine=ImageFont.Layout.BASIC)
            font.set_variation_by_axes([weight])
            self._fonts[size, weight] = font
        return self._fonts[size, weight]

    def width(self, text: str, size: int, weight: int) -> float:
        """Pixels from the start of the text to where the next letter would stand."""
        return float(self.font(size, weight).getlength(text))

    def drawable(self, text: str) -> str:
        """The text in letters that the font has, spaces folded."""
        missing = bytes(self.font(32, 400).getmask(_NO_LETTER))
        words = (self._drawable_word(word, missing) for word in text.split())
        return " ".join(word for word in words if word)

    def _drawable_word(self, word: str, missing: bytes) -> str:
        letters = " ".join("".join(self._letters(letter, missing) for letter in word).split())
        # Scripts without capitals come out in small letters, or in any: a name wants a capital.
        uncased = any(letter.isalpha() and letter.lower() == letter.upper() for letter in word)
        return letters.title() if uncased else letters

    def _letters(self, letter: str, missing: bytes) -> str:
        """What is drawn for one letter: itself, or the Latin ones nearest to it."""
        if not letter.isprintable():
            return ""  # also what would turn the direction of the text
        has = letter.isascii() or bytes(self.font(32, 400).getmask(letter)) != missing
        return letter if has else unidecode(letter)

    def fit(self, text: str, weight: int, sizes: tuple[int, int], box: tuple[int, int]) -> Lines:
        """The text as large as `box` (width, height in pixels) allows, whole words where a line holds them.

        sizes: (largest, smallest) wished for; smaller ones follow only if nothing else fits.
        """
        text = self.drawable(text)
        for size in (*range(sizes[0], sizes[1], -2), *range(sizes[1], _SMALLEST, -1)):
            lines = self._wrapped(text, size, weight, box[0])
            found = Lines(tuple(lines), size, weight)
            if found.height <= box[1]:
                return self._balanced(text, found, box[0])
        return Lines(tuple(self._wrapped(text, _SMALLEST, weight, box[0])), _SMALLEST, weight)

    def _balanced(self, text: str, found: Lines, width: int) -> Lines:
        """The same number of lines at the narrowest width, so that no word is left alone at the end."""
        narrow, wide = width // 2, width
        while wide - narrow > 8:
            middle = (narrow + wide) // 2
            fits = len(self._wrapped(text, found.size, found.weight, middle)) == len(found.lines)
            narrow, wide = (narrow, middle) if fits else (middle, wide)
        return Lines(tuple(self._wrapped(text, found.size, found.weight, wide)), found.size, found.weight)

    def _wrapped(self, text: str, size: int, weight: int, width: int) -> list[str]:
        lines = [""]
        for word in text.split():
            for piece in self._pieces(word, lambda part: self.width(part, size, weight) <= width):
                longer = f"{lines[-1]} {piece}".strip()
                if self.width(longer, size, weight) <= width:
                    lines[-1] = longer
                else:
                    lines.append(piece)
        return [line for line in lines if line]

    @staticmethod
    def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
        """The word, cut only where a line does not hold it whole."""
        pieces = [""]
        for letter in word if not fits(word) else [word]:
            if pieces[-1] and not fits(pieces[-1] + letter):
                pieces.append("")
            pieces[-1] += letter
        return pieces


def letter_tools() -> str:
    """What the look of letters depends on besides the font: libraries and their versions."""
    return f"FreeType {features.version('freetype2')}; {version('Unidecode')}; {version('segno')}"
