"""The guide and the papers: short tasks on one sheet each, drawn screens that say what the steps say, true pictures."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import markdown
import numpy as np
import pytest
from PIL import Image
from tests.support.browser_visit import FORM_READY
from tests.support.region import CONTENT
from tests.tools.guide_pictures import SHOTS, packed, site_of_samples, taken

from showcase.content import read_content

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = (PROJECT / "PANDUAN.md").read_text(encoding="utf-8")
TASKS = {part.splitlines()[0]: part for part in re.split(r"(?m)^## (?=\d+\. )", GUIDE)[1:]}
DRAWINGS = sorted((PROJECT / "docs" / "gambar").glob("*.svg"))
PICTURES = sorted((PROJECT / "docs" / "gambar").glob("*.webp"))
SHOWN = re.findall(r'<img src="docs/gambar/([\w.-]+)" width="(\d+)" alt="([^"]+)">', GUIDE)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_at_most_seven_steps_and_a_drawing(task: str) -> None:
    assert len(re.findall(r"(?m)^\d+\. ", TASKS[task].partition("\n")[2])) <= 7
    assert 'src="docs/gambar/' in TASKS[task]


def test_all_tasks_are_there() -> None:
    assert [int(task.partition(".")[0]) for task in TASKS] == list(range(1, 18))
    table = re.findall(r"(?m)^\| .+ \| \[(\d+)\]\(#([\w-]+)\) \|$", GUIDE)
    headings = [re.sub(r"[^\w -]", "", task.lower()).replace(" ", "-") for task in TASKS]
    assert sorted(anchor for _, anchor in table) == sorted(headings)


def test_every_picture_is_used_and_every_used_one_is_there() -> None:
    assert "![" not in GUIDE, "pictures are set with their width, so that a task fits its sheet"
    assert {name for name, _, _ in SHOWN} == {path.name for path in (*DRAWINGS, *PICTURES)}
    assert {path.stem for path in PICTURES} == set(SHOTS)
    assert sum(path.stat().st_size for path in PICTURES) < 400_000


@pytest.mark.parametrize(("name", "width", "text"), SHOWN)
def test_a_picture_is_told_in_words_and_sharp_at_its_width(name: str, width: str, text: str) -> None:
    assert len(text) > 30
    path = PROJECT / "docs" / "gambar" / name
    if path.suffix == ".webp":
        with Image.open(path) as picture:
            assert int(width) <= picture.width <= 1200
            assert 200 < picture.height < 1200
            assert not picture.getexif()


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


# The widest letters that are common are those of DejaVu Sans. Ours, spaced out, are as wide, on every machine alike.
PAPER = """<!doctype html><meta charset="utf-8"><base href="file://{base}/"><style>
@font-face {{ font-family: ours; src: url("theme/static/fonts/plus-jakarta-sans-latin.woff2"); font-weight: 200 800; }}
body {{ font: 11pt/1.45 ours; letter-spacing: 0.045em; }} code, pre {{ font-family: inherit; }}
img {{ max-width: 100%; vertical-align: top; }} li {{ margin-block: 3pt; }}
table {{ border-collapse: collapse; }} td, th {{ border: 1px solid; padding: 2pt 6pt; }} pre {{ background: #eee; }}
</style>{body}"""


@pytest.mark.browser
@pytest.mark.parametrize("task", TASKS)
def test_a_task_prints_on_one_sheet(task: str, chromium, tmp_path: Path) -> None:
    """Set as GitHub does, with its drawings and pictures."""
    text = re.sub(r"(?m)^   (?=\S)", " " * 4, TASKS[task])  # this renderer wants one space more than GitHub in a list
    html = markdown.markdown(f"## {text}", extensions=["tables", "sane_lists", "fenced_code"])
    paper = tmp_path / "tugas.html"
    paper.write_text(PAPER.format(base=PROJECT, body=html), encoding="utf-8")
    page = chromium.new_page()
    page.goto(paper.as_uri())
    assert page.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth)")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('11pt ours'))")
    printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "15mm"))
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


# Section of the guide -> where its block goes.
BLOCKS = ((5, "kreator/contoh-pergi/index.md"), (6, "kabar/2026-11-20-pelatihan-video.md"))


@pytest.mark.parametrize(("number", "path"), BLOCKS)
def test_what_the_guide_says_to_write_is_accepted(number: int, path: str, tmp_path: Path) -> None:
    task = next(text for name, text in TASKS.items() if name.startswith(f"{number}. "))
    block = re.search(r"(?ms)^   ```\n(.+?)^   ```$", task)[1]
    file = tmp_path / path
    (tmp_path / "kreator").mkdir()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(re.sub(r"(?m)^   ", "", block), encoding="utf-8")
    assert read_content(tmp_path, CONTENT, date(2026, 11, 24)).faults == ()


@pytest.mark.browser
def test_the_form_and_the_profile_say_what_the_guide_says(chromium, sites) -> None:
    """Every label in bold that is Indonesian is a word of our own pages."""
    own = {"Formulir", "Nama folder", "Periksa profil", "Buka di penyunting"}
    labels = {" ".join(label.split()) for label in re.findall(r"\*\*([^*]+)\*\*", GUIDE)}
    page = chromium.new_page()
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    words = page.evaluate("document.body.textContent") + "Unduh index.md Unduh foto.jpg"
    page.close()
    used = {label for label in labels if re.match(r"(Buka|Isi|Unduh|Kirim|Nama folder|Formulir)\b", label)}
    assert {label for label in used - own if label not in words} == set()
    assert len(used - own) >= 5


@pytest.mark.browser
def test_a_paper_of_the_office_is_linked_for_the_office_alone(sites) -> None:
    site = sites("samples").folder
    home, form = ((site / path / "index.html").read_text(encoding="utf-8") for path in ("", "kelola"))
    paper = (site / "naskah-dinas" / "index.html").read_text(encoding="utf-8")
    assert "naskah-dinas/" not in home
    assert "formulir-persetujuan/" in home, "what a creator signs is for everybody"
    assert '"../naskah-dinas/"' in form
    assert '<meta name="robots" content="noindex' in paper
    assert "naskah-dinas" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    rights = (site / "hak-dan-persetujuan" / "index.html").read_text(encoding="utf-8")
    assert "naskah-dinas/" in rights


@pytest.mark.long
@pytest.mark.browser
def test_the_pictures_show_the_pages_as_they_are(chromium) -> None:
    """Taken anew they are the same, but for how this machine draws letters."""
    with site_of_samples() as address:
        for name, shot in SHOTS.items():
            with Image.open(PROJECT / "docs" / "gambar" / f"{name}.webp") as kept:
                new = Image.open(io.BytesIO(packed(taken(shot, address, chromium))))
                assert abs(new.height - kept.height) < 40, f"{name}: take the pictures anew"
                small = [np.asarray(one.convert("L").resize((64, 64)), dtype=float) for one in (kept, new)]
                assert np.abs(small[0] - small[1]).mean() < 6, f"{name}: take the pictures anew"
