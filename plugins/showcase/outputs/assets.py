"""The theme's assets: style sheets, scripts, the icon sprite and fonts, minified and bundled.

Names carry a hash of the content, so that a browser may keep them for ever. The style
sheet is put together from the `@import … layer(…)` lines of `main.css`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..diagnostics.fault import ToolFailure
from ..region.model import RegionImage
from . import minify

FOLDER = "aset"
SHEETS = (
    ("css", "gaya.css", "main.css"),
    ("css_home", "gaya-beranda.css", "home.css"),
    ("css_pages", "gaya-halaman.css", "pages.css"),
)
IMPORT = re.compile(r'@import\s+url\("(?P<file>[^"]+)"\)\s+layer\((?P<layer>[\w-]+)\)\s*;')


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish. name: what templates call it. path: relative to the site."""

    name: str
    path: str
    content: bytes


def assets_of(theme: Path, own_colours: str = "", drawings: Iterable[RegionImage] = ()) -> tuple[Asset, ...]:
    """Every asset of a theme folder, with a region's colours and drawings. Raises ToolFailure when one is not whole."""
    static = theme / "static"
    try:
        fonts = tuple(_fonts(static / "fonts"))
        sheets = [
            _asset(name, file, _with_fonts(style_sheet(static / "css" / source, own_colours), fonts).encode())
            for name, file, source in SHEETS
        ]
        return (
            *fonts,
            *sheets,
            _asset("js", "situs.js", script(static / "js").encode()),
            _asset("search", "cari.js", script(static / "js" / "search").encode()),
            _asset("kelola_js", "kelola.js", script(static / "js" / "kelola").encode()),
            _asset("kelola_css", "kelola.css", _plain(static / "css" / "kelola.css").encode()),
            _asset("laporan_css", "laporan.css", _plain(static / "css" / "laporan.css").encode()),
            _asset("icons", "ikon.svg", sprite(theme / "icons").encode()),
            *(_asset(image.name, image.file, image.content) for image in drawings),
            *(_asset("font_licence", file.name, _text(file)) for file in (static / "fonts").glob("*.txt")),
        )
    except OSError as missing:
        raise ToolFailure(f"Tema tidak lengkap: {missing.filename} tidak terbaca.") from missing


def style_sheet(main: Path, own_colours: str = "") -> str:
    """One minified style sheet from a list of imports; each file inside its cascade layer.

    own_colours: rules of a region that come after the theme's tokens, in the sheet that has them.
    """
    bodies: dict[str, list[str]] = {}
    for found in IMPORT.finditer(main.read_text(encoding="utf-8")):
        bodies.setdefault(found["layer"], []).append((main.parent / found["file"]).read_text(encoding="utf-8"))
    if own_colours and "tokens" in bodies:
        bodies["tokens"].append(own_colours)
    layers = (f"@layer {layer}{{{''.join(texts)}}}" for layer, texts in bodies.items())
    return minify.css("\n".join([f"@layer {','.join(bodies)};", *layers]))


def _plain(file: Path) -> str:
    """One minified style sheet that comes after the others, outside their layers."""
    return minify.css(file.read_text(encoding="utf-8"))


def _with_fonts(css: str, fonts: Iterable[Asset]) -> str:
    """The style sheet with the fonts under their published names."""
    for font in fonts:
        css = css.replace(font.name, Path(font.path).name)
    return css


def script(folder: Path) -> str:
    """One minified script from the modules of a folder, by name; each is a function of its own."""
    modules = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js")))
    return minify.javascript("\n".join(modules))


def sprite(folder: Path) -> str:
    """All icons of a folder as one SVG; the id of a symbol is its file's name."""
    symbols = []
    for file in sorted(folder.glob("*.svg")):
        text = file.read_text(encoding="utf-8")
        box = re.search(r'viewBox="([^"]+)"', text)
        inner = re.search(r"<svg\b[^>]*>(.*)</svg>", text, re.DOTALL)
        if not box or not inner:
            raise ToolFailure(f"Ikon {file.name} tidak terbaca: perlu <svg viewBox=…>.")
        drawn = re.sub(r"<title>.*?</title>|<!--.*?-->", "", inner[1], flags=re.DOTALL).strip()
        outer = "".join(f" {attribute}" for attribute in _presentation(text))
        symbols.append(f'<symbol id="{file.stem}" viewBox="{box[1]}"{outer}>{drawn}</symbol>')
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def _presentation(text: str) -> Iterator[str]:
    """The drawing attributes of the outer <svg>: a symbol must carry them on."""
    outer = re.search(r"<svg\b[^>]*>", text)
    for name in ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"):
        if outer and (found := re.search(rf'\s{name}="[^"]*"', outer[0])):
            yield found[0].strip()


def _fonts(folder: Path) -> Iterator[Asset]:
    for file in sorted(folder.glob("*.woff2")):
        asset = _asset("font", file.name, file.read_bytes())
        yield Asset(file.name, asset.path, asset.content)


def _text(file: Path) -> bytes:
    """A text with the line ends that every clone has in Git."""
    return file.read_text(encoding="utf-8").encode()


def _asset(name: str, file_name: str, content: bytes) -> Asset:
    stem, _dot, ending = file_name.rpartition(".")
    return Asset(name, f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:10]}.{ending}", content)
