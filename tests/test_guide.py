"""The guide and the papers: short tasks, drawn screens that say what the steps say, one sheet a paper."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

PROJECT = Path(__file__).resolve().parent.parent
GUIDE = (PROJECT / "PANDUAN.md").read_text(encoding="utf-8")
TASKS = {part.splitlines()[0]: part for part in re.split(r"(?m)^## (?=\d+\. )", GUIDE)[1:]}
DRAWINGS = sorted((PROJECT / "docs" / "gambar").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
# Page of the site -> sheets of A4: one a paper.
SHEETS = (("formulir-persetujuan", 2), ("naskah-dinas", 3))


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_at_most_seven_steps_and_a_drawing(task: str) -> None:
    assert len(re.findall(r"(?m)^\d+\. ", TASKS[task].partition("\n")[2])) <= 7
    assert "](docs/gambar/" in TASKS[task]


def test_all_tasks_are_there() -> None:
    assert len(TASKS) == 11
    assert [int(task.partition(".")[0]) for task in TASKS] == list(range(1, 12))


def test_every_drawing_is_used_and_every_used_one_is_there() -> None:
    used = set(re.findall(r"docs/gambar/([\w-]+\.svg)", GUIDE))
    assert used == {path.name for path in DRAWINGS}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_legible_on_a_phone_in_both_themes(path: Path) -> None:
    drawing = ElementTree.parse(path).getroot()
    assert int(drawing.get("width", "999")) <= 360
    assert drawing.find(f"{SVG}rect").get("fill") == "#ffffff", "a drawing brings its own paper"
    assert all(drawing.find(f"{SVG}{name}").text for name in ("title", "desc"))
    assert min(float(node.get("font-size", "14")) for node in drawing.iter(f"{SVG}text")) >= 13


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_the_buttons_of_a_drawing_are_those_of_the_guide(path: Path) -> None:
    steps = " ".join(re.findall(r"\*\*(.+?)\*\*", GUIDE.replace("\n", " ")))
    bold = [node.text for node in ElementTree.parse(path).getroot().iter(f"{SVG}text") if node.get("fill") == "#ffffff"]
    for label in bold[1:]:
        if len(label) > 2:
            assert label.rstrip(" ▾✎") in steps


@pytest.mark.parametrize(("page", "sheets"), SHEETS)
def test_each_paper_prints_on_one_sheet(page: str, sheets: int, chromium, sites) -> None:
    opened = chromium.new_context().new_page()
    opened.goto(f"{sites('samples').address}{page}/")
    printed = opened.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "15mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sheets
    opened.set_viewport_size({"width": 360, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.context.close()


@pytest.mark.parametrize(
    "words",
    ["GitHub", "Amerika Serikat", "Tujuan", "Jangka waktu", "Hak Anda", "3 x 24 jam", "27 Tahun 2022"],
)
def test_the_consent_names_what_the_law_asks_for(words: str) -> None:
    assert words in (PROJECT / "content/halaman/formulir-persetujuan.md").read_text(encoding="utf-8")
