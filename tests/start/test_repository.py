"""A repository of a region's own: content, and callers of this project's workflows that Dependabot can raise."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.start.making import write_lists
from tests.start.test_leftovers import WORDS
from tests.support.sites import tree_of

from showcase.commands.doctor_files import ACTIONS, CALLED_CHECK, CHECK_NAME
from showcase.content import read_content
from showcase.diagnostics.fault import ToolFailure
from showcase.start import command
from showcase.start.repository import TEMPLATES, Program, program_of

PROJECT = Path(__file__).resolve().parents[2]
OURS = {path.name: path for path in (PROJECT / ".github/workflows").glob("*.yml")}
CALLERS = sorted(path.name for path in (TEMPLATES / ".github/workflows").glob("*.yml"))
FROM = "pusat/kreator@v1.2.0"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The repository of a landlocked city."""
    base = tmp_path_factory.mktemp("daerah")
    lists = write_lists(base / "daftar")
    command.run("Kota Umpama", base / "content", lists, repository=base / "kreator-umpama", source=FROM)
    return base / "kreator-umpama"


def load(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_everything_that_a_region_needs_is_written(made):
    assert sorted(path.relative_to(made).as_posix() for path in made.iterdir()) == [
        ".gitattributes", ".github", ".gitignore", "PANDUAN.md", "README.md", "content",
    ]  # fmt: skip
    assert sorted(path.name for path in (made / ".github/workflows").iterdir()) == CALLERS
    content = made / "content"
    found = read_content(content, content, command.build_day(None, "Asia/Makassar"))
    assert (found.faults, found.region.site.full_name) == ((), "Kota Umpama")
    assert (content / "kreator/.gitkeep").is_file(), "the folder stays when the last sample is deleted"


def test_what_editors_and_systems_leave_is_not_uploaded(made):
    ours = (PROJECT / ".gitignore").read_text(encoding="utf-8")
    theirs = (made / ".gitignore").read_text(encoding="utf-8")
    assert ours.endswith(f"\n\n{theirs}")
    assert ".DS_Store\nThumbs.db\n" in theirs


def test_nothing_is_left_of_the_template_or_of_another_region(made):
    for path in made.rglob("*"):
        if path.suffix in (".md", ".yml", ".json", ".csv", ".svg"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\b(?:PROGRAM|VERSI|DAERAH)\b", text), path
            assert not WORDS.search(text), path


def test_every_workflow_that_can_be_called_is_called():
    assert set(CALLERS) == {
        name for name, path in OURS.items() if "job.workflow_sha" in path.read_text(encoding="utf-8")
    }


@pytest.mark.parametrize("name", CALLERS)
def test_a_caller_is_a_few_lines_that_start_as_ours_does(made, name):
    """The same events, names and keys; rights as the called jobs ask for, no more."""
    caller, ours = load(made / ".github/workflows" / name), load(OURS[name])
    events = ours[True].copy()
    call = events.pop("workflow_call") or {}
    given = caller[True] if isinstance(caller[True], dict) else {caller[True]: None}
    assert (given, caller["name"]) == (events, ours["name"])
    [job] = caller["jobs"].values()
    assert job["uses"] == f"pusat/kreator/.github/workflows/{name}@v1.2.0"
    assert job.get("secrets", {}) == {key: f"${{{{ secrets.{key} }}}}" for key in call.get("secrets", ())}
    asked: dict[str, str] = {}
    for one in ours["jobs"].values():
        for right, level in one.get("permissions", ours["permissions"]).items():
            asked[right] = "write" if "write" in (level, asked.get(right)) else level
    assert job.get("permissions", caller["permissions"]) == asked
    assert len((made / ".github/workflows" / name).read_text().splitlines()) < 30


def test_dependabot_raises_all_callers_in_one_proposal(made):
    [update] = load(made / ".github/dependabot.yml")["updates"]
    assert (update["package-ecosystem"], update["schedule"]) == ("github-actions", {"interval": "weekly"})
    assert update["groups"] == {"program": {"patterns": ["*"]}}


def test_the_ruleset_asks_for_the_check_under_the_name_that_a_called_job_has(made):
    theirs = (made / ".github/ruleset-main.json").read_text(encoding="utf-8")
    [caller] = load(made / ".github/workflows/periksa.yml")["jobs"].values()
    [ours] = load(OURS["periksa.yml"])["jobs"].values()
    assert f"{caller['name']} / {ours['name']}" == CALLED_CHECK
    assert ours["name"] == CHECK_NAME
    assert f'"context": "{CALLED_CHECK}", "integration_id": {ACTIONS}' in theirs
    own = (PROJECT / ".github/ruleset-main.json").read_text(encoding="utf-8")
    assert json.loads(theirs.replace(CALLED_CHECK, CHECK_NAME)) == json.loads(own)


def test_the_guide_leads_to_every_task_under_its_own_heading(made):
    """The site and its form link to headings of PANDUAN.md in the repository of the content."""
    headings = re.findall(r"(?m)^## .+$", (PROJECT / "PANDUAN.md").read_text(encoding="utf-8"))
    guide = (made / "PANDUAN.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^## .+$", guide) == headings
    anchors = [re.sub(r"[^\w -]", "", one[3:].lower()).replace(" ", "-") for one in headings]
    assert re.findall(r"\(https://github\.com/pusat/kreator/blob/main/PANDUAN\.md#(.+)\)", guide) == anchors


def test_links_of_the_region_s_files_lead_to_files_of_this_project(made):
    for name in ("README.md", "PANDUAN.md"):
        text = (made / name).read_text(encoding="utf-8")
        targets = re.findall(r"https://github\.com/pusat/kreator/blob/main/([^)#]+)", text)
        assert targets
        assert [target for target in targets if not (PROJECT / target).is_file()] == []


def test_what_was_done_is_said(tmp_path, capsys):
    lists = write_lists(tmp_path / "daftar")
    command.run("Kota Umpama", tmp_path / "content", lists, repository=tmp_path / "kreator", source=FROM)
    said = capsys.readouterr().out
    assert "Ditulis ke kreator/content/: peta;" in said
    assert "Alur kerjanya memanggil pusat/kreator v1.2.0; Dependabot mengusulkan versi berikutnya." in said
    assert said.endswith("  git push -u origin main\n")
    assert not (tmp_path / "content").exists(), "the project's own content is nobody's business"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["daftar", "kreator"]


@pytest.mark.parametrize("typed", ["kreator kami", "../kreator", "."])
def test_the_upload_begins_in_the_folder_as_it_was_typed(tmp_path, monkeypatch, capsys, typed):
    (tmp_path / "di sini").mkdir()
    monkeypatch.chdir(tmp_path / "di sini")
    lists = write_lists(tmp_path / "daftar")
    command.run("Kota Umpama", tmp_path / "content", lists, repository=Path(typed), source=FROM)
    assert f'README.md di dalamnya.\n  cd "{typed}"\n  git init -b main\n' in capsys.readouterr().out
    assert (Path(typed) / "content/wilayah/situs.md").is_file()


@pytest.mark.parametrize("inside", [".", "isi", "../program/isi/kreator"])
def test_a_folder_of_the_program_is_refused(tmp_path, monkeypatch, inside):
    lists = write_lists(tmp_path / "daftar")
    (tmp_path / "program").mkdir()
    monkeypatch.chdir(tmp_path / "program")
    with pytest.raises(ToolFailure) as failure:
        command.run(
            "Kota Umpama", tmp_path / "content", lists,
            repository=Path(inside), source=FROM, project=tmp_path / "program",
        )  # fmt: skip
    assert str(failure.value) == f"{Path(inside)} di dalam program ini. Sebutkan folder di luarnya."
    assert list((tmp_path / "program").iterdir()) == []


def used(folder: Path) -> None:
    folder.mkdir()
    (folder / "catatan.txt").write_text("milik saya", encoding="utf-8")


def a_file(folder: Path) -> None:
    folder.write_text("milik saya", encoding="utf-8")


@pytest.mark.parametrize(("there", "why"), [(used, "tidak kosong"), (a_file, "bukan folder")])
def test_a_folder_that_is_used_stays_as_it_is(tmp_path, there, why):
    lists = write_lists(tmp_path / "daftar")
    there(tmp_path / "kreator")
    before = tree_of(tmp_path)
    with pytest.raises(ToolFailure, match=why):
        command.run("Kota Umpama", tmp_path / "content", lists, repository=tmp_path / "kreator", source=FROM)
    assert tree_of(tmp_path) == before


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.test")
    subprocess.run(("git", "-C", str(folder), *identity, *words), check=True, capture_output=True)


def test_an_empty_clone_is_filled(tmp_path):
    lists = write_lists(tmp_path / "daftar")
    (tmp_path / "kreator").mkdir()
    git(tmp_path / "kreator", "init", "-q")
    command.run("Kota Umpama", tmp_path / "content", lists, repository=tmp_path / "kreator", source=FROM)
    assert (tmp_path / "kreator/.git/HEAD").is_file()
    assert (tmp_path / "kreator/content/wilayah/situs.md").is_file()


HOW = "Tambahkan --from PEMILIK/REPOSITORI@VERSI, misalnya --from contoh/kreator@v1.0.0."


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/pusat/kreator", "https://github.com/pusat/kreator.git", "git@github.com:pusat/kreator.git",
        "ssh://git@github.com/pusat/kreator.git",
    ],
)  # fmt: skip
def test_the_clone_knows_where_it_comes_from_and_its_newest_tag(tmp_path, address):
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "satu")
    git(tmp_path, "remote", "add", "origin", address)
    with pytest.raises(ToolFailure) as unknown:
        program_of(None, tmp_path)
    assert str(unknown.value) == f"versi program ini tidak diketahui Git (tag). {HOW}"
    for tag in ("v1.0.0", "v1.1.0"):
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", tag)
        git(tmp_path, "tag", tag)
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "sesudahnya")
    assert program_of(None, tmp_path) == Program("pusat/kreator", "v1.1.0")


@pytest.mark.parametrize("address", ["", "https://gitlab.com/pusat/kreator", "/srv/kreator.git"])
def test_an_address_that_is_not_on_github_is_asked_for(tmp_path, address):
    git(tmp_path, "init", "-q")
    if address:
        git(tmp_path, "remote", "add", "origin", address)
    with pytest.raises(ToolFailure) as unknown:
        program_of(None, tmp_path)
    assert str(unknown.value) == f"alamat program ini di GitHub tidak diketahui Git (remote origin). {HOW}"


@pytest.mark.parametrize("given", ["pusat", "pusat/kreator", "pusat/kreator@", "pusat/kreator@v1 x", "a/b/c@v1"])
def test_a_program_that_cannot_be_read_is_said(tmp_path, given):
    with pytest.raises(ToolFailure, match=r"tidak terbaca\. Tulis PEMILIK/REPOSITORI@VERSI\."):
        program_of(given, tmp_path)
