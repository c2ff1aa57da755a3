"""Templates are compiled once: for every depth, and for the builds after."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from showcase.cache.cache import Results
from showcase.diagnostics.fault import ToolFailure
from showcase.pages import renderer
from showcase.pages.renderer import Renderer

PAGE = "{% from 'macros/word.html' import word %}{{ word(root) }}"
WORD = "{% macro word(text) %}<b>{{ text }}</b>{% endmacro %}"


class Counting(Environment):
    """An environment that notes what it compiles."""

    def __init__(self, folder: Path) -> None:
        super().__init__(loader=FileSystemLoader(folder), autoescape=True)
        self.compiled: list[str] = []

    def compile(self, source, name=None, filename=None, *args, **kwargs):
        self.compiled.append(name)
        return super().compile(source, name, filename, *args, **kwargs)

    def overlay(self, *args, **kwargs):
        made = super().overlay(*args, **kwargs)
        made.compiled = self.compiled
        return made


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "macros").mkdir(parents=True)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "macros" / "word.html").write_text(WORD, encoding="utf-8")
    return folder


def rendered(
    templates: Path, cache: Path, code: bytes = b"", *, another_process: bool = True
) -> tuple[list[str], list[str]]:
    """One build: what is compiled, and a page at two depths."""
    if another_process:
        renderer._CODES.clear()
    env, kept = Counting(templates), Results(cache, code)
    press = Renderer(env, None, kept)
    press.prepare(["macros/word.html", "page.html"])
    pages = [press.html("page.html", root, {}) for root in ("", "../")]
    kept.save()
    return env.compiled, pages


def test_a_template_is_compiled_once_and_not_again_by_the_next_build(templates, tmp_path):
    pages = ["<b></b>", "<b>../</b>"]
    assert rendered(templates, tmp_path / "ingatan") == (["macros/word.html", "page.html"], pages)
    assert rendered(templates, tmp_path / "ingatan") == ([], pages)


def test_builds_of_one_process_compile_it_once_whatever_their_cache(templates, tmp_path):
    first, pages = rendered(templates, tmp_path / "ingatan")
    assert rendered(templates, tmp_path / "lain", another_process=False) == ([], pages)
    assert rendered(templates, tmp_path / "lain") == ([], pages)
    assert rendered(templates, tmp_path / "ketiga", b"other", another_process=False) == (first, pages)


def test_an_edited_template_is_compiled_again(templates, tmp_path):
    rendered(templates, tmp_path / "ingatan")
    (templates / "macros" / "word.html").write_text(WORD.replace("b>", "i>"), encoding="utf-8")
    assert rendered(templates, tmp_path / "ingatan") == (["macros/word.html"], ["<i></i>", "<i>../</i>"])


@pytest.mark.parametrize("damage", ["another code", "cut short", "of another folder"])
def test_what_cannot_be_trusted_is_compiled_again(templates, tmp_path, damage):
    rendered(templates, tmp_path / "ingatan")
    if damage == "cut short":
        for file in tmp_path.glob("ingatan.*"):
            file.write_bytes(file.read_bytes()[:-1])
    if damage == "of another folder":
        templates = templates.rename(tmp_path / "lain")
    code = b"other" if damage == "another code" else b""
    compiled, pages = rendered(templates, tmp_path / "ingatan", code)
    assert compiled == ["macros/word.html", "page.html"]
    assert pages == ["<b></b>", "<b>../</b>"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("page.html", "satu\n{% if %}", "page.html:2: templat ini keliru: Expected an expression"),
        ("page.html", "satu\ndua\n{{ tiada.nama }}", "page.html:3: templat ini keliru: 'tiada' is undefined"),
        ("macros/word.html", "{% macro word(text) %}\n{{ text.a.b }}{% endmacro %}", "word.html:2: templat ini keliru"),
        ("page.html", "{% include 'tiada.html' %}", "page.html:1: templat ini keliru: 'tiada.html' not found"),
    ],
    ids=["syntax", "unknown name", "in a macro", "unknown file"],
)
def test_a_mistake_in_a_template_is_told_with_its_line(templates, tmp_path, name, text, place):
    (templates / name).write_text(text, encoding="utf-8")
    with pytest.raises(ToolFailure) as failure:
        rendered(templates, tmp_path / "ingatan")
    assert place in str(failure.value)
    assert str(failure.value).endswith("Situs lama tetap utuh.")
