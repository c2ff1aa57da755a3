"""SHOWCASE["pictures"] as typed values: formats, quality and widths of the files that are made of a picture.

An unknown or impossible setting is refused with the choices named, never ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PIL import features

from ..diagnostics.fault import ToolFailure
from .encoders import ENCODERS

if TYPE_CHECKING:
    from collections.abc import Collection

Ratio = tuple[int, int]

_MAX_WIDTH = 4096


@dataclass(frozen=True, slots=True)
class Use:
    """One way to show pictures. widths: ascending, pixels. ratio: (across, down), or None for the picture's own."""

    widths: tuple[int, ...]
    ratio: Ratio | None


@dataclass(frozen=True, slots=True)
class ShareStyle:
    """How share images are made. qualities: of JPEG, the best first. story: upright ones too, for stories."""

    qualities: tuple[int, ...] = (88, 82, 75, 65, 50)
    story: bool = True


@dataclass(frozen=True, slots=True)
class Recipe:
    """formats: the best first, the last is the <img> fallback. quality: of each format. uses: by name."""

    formats: tuple[str, ...]
    quality: Mapping[str, int]
    uses: Mapping[str, Use]
    share: ShareStyle = ShareStyle()


DEFAULT_RECIPE = Recipe(
    formats=("avif", "jpeg"),
    quality=MappingProxyType({name: encoder.quality for name, encoder in ENCODERS.items()}),
    uses=MappingProxyType(
        {
            "portrait": Use((96, 160, 320), (1, 1)),
            "card": Use((320, 480, 640), (16, 9)),
            "work": Use((640, 960, 1280, 1920), None),
        }
    ),
)


def recipe_from(setting: Mapping[str, object]) -> Recipe:
    """The recipe that SHOWCASE["pictures"] asks for; what it leaves out stays as in DEFAULT_RECIPE.

    Raises ToolFailure, naming the setting and its choices.
    """
    _known("", setting, ("formats", "quality", "uses"))
    qualities = _mapping("quality", setting.get("quality", {}))
    _known("quality", qualities, ENCODERS)
    uses = _mapping("uses", setting.get("uses", {}))
    _known("uses", uses, DEFAULT_RECIPE.uses)
    return Recipe(
        formats=_formats(setting.get("formats", DEFAULT_RECIPE.formats)),
        quality={
            name: _whole(f"quality.{name}", qualities.get(name, fallback), 100)
            for name, fallback in DEFAULT_RECIPE.quality.items()
        },
        uses={name: _use(f"uses.{name}", uses.get(name), use) for name, use in DEFAULT_RECIPE.uses.items()},
    )


def _refuse(name: str, found: object, expected: str) -> ToolFailure:
    place = ".".join(part for part in ("pictures", name) if part)
    return ToolFailure(f"Pengaturan SHOWCASE {place}: {found!r} tidak dapat dipakai. Yang diharapkan: {expected}.")


def _known(name: str, given: Mapping[str, object], allowed: Collection[str]) -> None:
    for key in given:
        if key not in allowed:
            raise _refuse(name, key, ", ".join(allowed))


def _mapping(name: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _refuse(name, value, "sebuah dict")
    return value


def _whole(name: str, value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise _refuse(name, value, f"bilangan bulat 1 sampai {most}")
    return value


def _formats(value: object) -> tuple[str, ...]:
    choices = [name for name in ENCODERS if features.check(_FEATURES[name])]
    if not isinstance(value, (list, tuple)) or not value or len(set(map(repr, value))) != len(value):
        raise _refuse("formats", value, f"daftar tanpa pengulangan dari {', '.join(choices)}")
    for name in value:
        if name not in choices:
            raise _refuse("formats", name, ", ".join(choices))
    return tuple(value)


def _use(name: str, value: object, fallback: Use) -> Use:
    if value is None:
        return fallback
    given = _mapping(name, value)
    _known(name, given, ("widths", "ratio"))
    widths = given.get("widths", fallback.widths)
    if not isinstance(widths, (list, tuple)) or not widths:
        raise _refuse(f"{name}.widths", widths, "daftar lebar dalam piksel")
    checked = {_whole(f"{name}.widths", width, _MAX_WIDTH) for width in widths}
    return Use(tuple(sorted(checked)), _ratio(f"{name}.ratio", given["ratio"]) if "ratio" in given else fallback.ratio)


def _ratio(name: str, value: object) -> Ratio | None:
    if value is None:
        return None
    parts = value.split(":") if isinstance(value, str) else []
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and 0 < int(part) <= 100 for part in parts):
        raise _refuse(name, value, 'teks seperti "16:9", atau None untuk bentuk asli')
    return int(parts[0]), int(parts[1])


_FEATURES: Mapping[str, str] = MappingProxyType({"avif": "avif", "webp": "webp", "jpeg": "jpg"})
