"""The theme keeps its promises: nothing inline, one file of colours, readable in light and dark, small."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from showcase.cards.creators import TINTS
from showcase.cards.model import RATIOS
from showcase.diagnostics.fault import ToolFailure
from showcase.outputs.assets import SHEETS, assets_of
from showcase.palette import PAIRS, contrast, faint_pairs, palette_of

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = sorted(THEME.glob("templates/**/*.html"))
STYLES = sorted(THEME.glob("static/css/**/*.css"))
SCRIPTS = sorted(THEME.glob("static/js/**/*.js"))
ICONS = {path.stem for path in THEME.glob("icons/*.svg")}

# The only values that arrive as markup; everything else is escaped.
SAFE = {
    "layout.logo_svg",  # the region's own mark, from content/wilayah/
    "creator.qr_svg",  # made by segno
    "head.json_ld",  # escaped where it is made
    "part.html",  # sanitised by nh3
    "article.content",  # made of such parts by macros/story.html
    "page.content",
}

# All that a template may do to a value; `length` only where the number itself is said.
FILTERS = {"join", "length", "safe", "urlencode"}


def _named(path: Path) -> str:
    return path.relative_to(THEME).as_posix()


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|\{#.*?#\}", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(scheme: str) -> None:
    colours = getattr(palette_of(THEME), scheme)
    assert list(faint_pairs(colours)) == []
    assert {name for front, back, _least in PAIRS for name in (front, back)} <= set(colours)


def test_a_monogram_can_be_read_in_every_tint() -> None:
    """Share images take them from the same formula as the pages: one tint for each `data-hue` of a number."""
    tints = palette_of(THEME).tints
    assert len(tints) == TINTS
    for ground, letters in tints:
        assert contrast(ground, letters) >= 4.5


def test_a_theme_without_colours_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ToolFailure, match=r"^Warna tema di \S+ tidak terbaca: "):
        palette_of(tmp_path)


def test_markup_is_trusted_in_these_places_only() -> None:
    found = {value for path in TEMPLATES for value in re.findall(r"([\w.]+)\s*\|\s*safe\b", path.read_text())}
    assert found == SAFE


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_a_template_holds_nothing_that_the_policy_forbids(path: Path) -> None:
    text = _without_comments(path.read_text())
    script = r"<script(?![^>]*(?:\ssrc=|application/ld\+json))"
    assert re.findall(rf"<style\b|\sstyle=|\son[a-z]+=\"|javascript:|{script}", text) == []


@pytest.mark.parametrize("path", [*TEMPLATES, *STYLES, *SCRIPTS], ids=_named)
def test_a_file_says_in_its_first_line_what_it_is(path: Path) -> None:
    assert re.match(r"(?:\{#|/\*) \w.+", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_a_template_prints_what_cards_made_ready(path: Path) -> None:
    """It compares with no number, computes nothing and picks nothing out: that is decided in `cards/`."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    found: list[nodes.Node] = [*tree.find_all((nodes.BinExpr, nodes.UnaryExpr, nodes.Slice))]
    found = [one for one in found if not isinstance(one, (nodes.And, nodes.Or, nodes.Not))]
    found += [one for one in tree.find_all(nodes.Filter) if one.name not in FILTERS]
    found += [one for one in tree.find_all(nodes.Operand) if one.op not in ("eq", "ne", "in", "notin")]
    for comparison in tree.find_all(nodes.Compare):
        found += [one for one in comparison.find_all(nodes.Const) if isinstance(one.value, (int, float))]
    assert [(one.lineno, one) for one in found] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_a_template_uses_icons_that_exist(path: Path) -> None:
    assert set(re.findall(r'icon\("([\w-]+)"\)', path.read_text())) <= ICONS


@pytest.mark.parametrize("path", [path for path in STYLES if path.name != "tokens.css"], ids=_named)
def test_colours_stand_in_the_tokens_alone(path: Path) -> None:
    text = _without_comments(path.read_text())
    assert re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", text) == []


@pytest.mark.parametrize("path", STYLES, ids=_named)
def test_a_style_uses_only_tokens_that_are_defined(path: Path) -> None:
    defined = {name for style in STYLES for name in re.findall(r"(--[\w-]+):", style.read_text())}
    assert set(re.findall(r"var\((--[\w-]+)", path.read_text())) <= defined


@pytest.mark.parametrize("path", STYLES, ids=_named)
def test_a_selector_survives_the_minifier(path: Path) -> None:
    """`.a :hover` would come out as `.a:hover`, another selector; `.a *:hover` stays."""
    assert re.findall(r"^[^{}:\n]*[\w\])] +:[a-z][^{};\n]*\{", _without_comments(path.read_text()), re.MULTILINE) == []


def test_every_ratio_of_a_photo_is_laid_out() -> None:
    text = (THEME / "static/css/blocks/works.css").read_text()
    ratios = {
        int(tenths): float(ratio) for tenths, ratio in re.findall(r'data-ratio="(\d+)"] { --r: ([\d.]+); }', text)
    }
    assert ratios == {tenths: tenths / 10 for tenths in RATIOS}


def test_every_style_is_imported() -> None:
    sheets = {source for _name, _file, source in SHEETS}
    texts = [(THEME / "static/css" / source).read_text() for source in sheets]
    imported = [file for text in texts for file in re.findall(r'url\("([^"]+\.css)"\) layer', text)]
    there = (
        {path.relative_to(THEME / "static/css").as_posix() for path in STYLES} - sheets - {"kelola.css", "laporan.css"}
    )
    assert sorted(imported) == sorted(there)


@pytest.mark.parametrize("path", SCRIPTS, ids=_named)
def test_a_script_is_a_closed_module_without_markup(path: Path) -> None:
    text = path.read_text()
    assert re.findall(r"innerHTML|document\.write|\beval\(", text) == []


@pytest.mark.parametrize(("name", "most"), [("css", 8 * 1024), ("js", 8 * 1024)])
def test_style_and_script_stay_small(name: str, most: int) -> None:
    """Compressed bytes of what every page loads."""
    (asset,) = (asset for asset in assets_of(THEME) if asset.name == name)
    assert len(gzip.compress(asset.content, 9)) <= most


def test_every_script_begins_with_what_it_is(project):
    scripts = {path: path.read_text("utf-8").split("\n")[0] for path in (project / "theme/static/js").rglob("*.js")}
    assert [path.name for path, line in scripts.items() if not line.startswith("/* ")] == []
