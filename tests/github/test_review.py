"""A proposal is answered in one comment that mends what it can, and the answer believes nobody."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from tests.support.fake_github import BOT, REPOSITORY, FakeGitHub, reply
from tests.support.loopback import loopback
from tests.support.loopback import status as loopback_page
from tests.support.proposals import add, commit, repository, reviewed

from showcase.diagnostics.fault import ToolFailure
from showcase.github import announce, comment
from showcase.github.client import event
from showcase.github.comment import lines_of
from showcase.github.pull_request import PullRequest
from showcase.github.report import (
    ConsentSummary,
    LineFix,
    ProfileReview,
    ReportedFault,
    ReviewReport,
    load_report,
    write_report,
)
from showcase.github.wording import comment_of
from showcase.text.markdown import fenced

SHA = "a" * 40
SITE = "https://dinas.example/"
FILE = "kreator/contoh-rina/index.md"
ADDRESS = "https://dinas.example/kreator/contoh-rina/"
PLACE = PullRequest("https://github.com", REPOSITORY, "rina/kreator", "usul rina", "content", SITE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_only_what_changed_is_reported(content: Path):
    add(content, "contoh-rina", {})
    [entry] = reviewed(content).entries
    assert (entry.slug, entry.kind, entry.state, entry.notes) == ("contoh-rina", "baru", "terbit", ())
    size = sum(file.stat().st_size for file in (content / "kreator/contoh-rina").iterdir())
    assert entry.added == size
    assert entry.consent is not None
    assert (entry.consent.given, entry.consent.scope) == ("2026-01-02", ("foto", "karya"))


STATES = {
    "status: sembunyi": "sembunyi",
    "status: contoh": "contoh",
    "status: ditarik": "ditarik",
    "topik_: ikan": "keliru",
}


@pytest.mark.parametrize("line", STATES)
def test_the_state_of_a_profile_is_told(line: str, content: Path):
    add(content, "contoh-lama-2", {"topik: pariwisata": f"topik: pariwisata\n{line}"})
    [entry] = reviewed(content).entries
    assert entry.state == STATES[line]


def test_a_deleted_profile_is_told(content: Path):
    (content / "kreator/contoh-lama/index.md").unlink()
    [entry] = reviewed(content).entries
    assert (entry.slug, entry.state, entry.added) == ("contoh-lama", "dihapus", 0)


def test_every_line_with_ready_fixes_is_mended_at_once(content: Path):
    text = add(content, "contoh-rina", {"topik: pariwisata": "topik: [wisata, kerajinan]", "Sijuk": "Sijukk"})
    [entry] = reviewed(content).entries
    lines = text.splitlines()
    for line_fix in entry.mends:
        lines[line_fix.line - 1] = line_fix.text
    (content / "kreator/contoh-rina/index.md").write_text("\n".join(lines) + "\n")
    assert entry.state == "keliru"
    assert len(entry.mends) >= 2
    assert reviewed(content).entries[0].state == "terbit"


def test_faults_of_other_changed_files_are_reported_and_of_unchanged_ones_not(content: Path):
    (content / "kreator/contoh-tetap/index.md").write_text("---\nnama: X\n---\n")
    commit(content)
    (content / "kreator/catatan.txt").write_text("Catatan")
    report = reviewed(content)
    assert report.entries == ()
    assert {note.path for note in report.others} == {"kreator/catatan.txt"}


def test_news_is_mended_too(content: Path):
    (content / "kabar").mkdir()
    (content / "kabar/2026-06-08-temu.md").write_text("---\njudull: Temu\ntanggal: 2026-06-08\n---\n\nBersama.\n")
    report = reviewed(content)
    assert [note.path for note in report.others] == ["kabar/2026-06-08-temu.md"] * len(report.others)
    assert report.mends[0] == LineFix("kabar/2026-06-08-temu.md", 2, "judul: Temu")


HOSTILE = "</b><img src=x> [klik](https://jahat.example) @dinas `x` | ```\n# Judul"


def hostile_report() -> ReviewReport:
    note = ReportedFault("kreator/contoh-rina/index.md", 3, "P103", "fault", HOSTILE[:80], HOSTILE, HOSTILE)
    line_fix = LineFix("kreator/contoh-rina/index.md", 3, "``` # Judul @dinas ```")
    return ReviewReport((ProfileReview("contoh-rina", "keliru", None, 5, (note,), (line_fix,)),), (note,), 2)


def test_words_of_strangers_are_inert_in_the_comment():
    report = hostile_report()
    page = BeautifulSoup(markdown(comment_of(report, PLACE, report.entries[0].mends, ())), "html.parser")
    assert "``` # Judul @dinas ```" in page.pre.text, "a line is shown as it is, in a block that it cannot end"
    for code in page.find_all(["code", "pre"]):
        code.decompose()
    assert {link["href"].split("/")[2] for link in page.find_all("a")} == {"github.com"}
    assert not page.find_all(["img", "b", "h1", "h2"])
    assert "@dinas" not in page.text, "nobody is called by name"
    assert "Masih ada 2 lagi" in page.text


PIECES = [
    "`",
    "```",
    "\n",
    "\r",
    "|",
    "[",
    "](",
    "](https://j.id)",
    "\\",
    "[a](//j.id)",
    "<b>",
    "@a",
    "#1",
    "https://j.id",
    "\x00",
    "\u202e",
    "*",
    "a",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
NOTES = st.builds(
    ReportedFault, path=TEXTS | st.just(FILE), line=st.integers(0, 9), code=st.just("P101"), key=TEXTS,
    message=TEXTS, fix=TEXTS, severity=st.sampled_from(["fault", "suggestion"]),
)  # fmt: skip
MENDS = st.builds(LineFix, path=TEXTS | st.just(FILE), line=st.integers(0, 9), text=TEXTS)
SCOPES = st.lists(st.sampled_from(["foto", "kontak", "karya"]), max_size=3).map(tuple)
CONSENTS = st.builds(
    ConsentSummary, given=st.sampled_from(["", "2026-99-99", "2026-01-02"]), form=TEXTS, scope=SCOPES,
    guardian=st.booleans(), until=st.just(""),
)  # fmt: skip
ENTRIES = st.builds(
    ProfileReview, slug=st.just("contoh-rina"), consent=st.none() | CONSENTS, added=st.integers(0, 2_000_000_000),
    state=st.sampled_from(["terbit", "sembunyi", "contoh", "ditarik", "dihapus", "keliru"]),
    notes=st.lists(NOTES, max_size=2).map(tuple), mends=st.lists(MENDS, max_size=2).map(tuple),
)  # fmt: skip


@given(ENTRIES, NOTES, TEXTS)
def test_a_report_is_refused_or_can_be_told_and_leads_nowhere(
    entry: ProfileReview, other: ReportedFault, elsewhere: str
):
    with TemporaryDirectory() as folder:
        write_report(ReviewReport((entry,), (other,), 1, (elsewhere,)), Path(folder) / "r.json")
        try:
            report = load_report(Path(folder) / "r.json")
        except ToolFailure:
            assert any(re.search(r"[\n\r\x00]", line_fix.text) for line_fix in entry.mends), "a line is one line"
            return
    text = comment_of(
        report,
        replace(PLACE, files={FILE}, passed=False, log="https://github.com/catatan"),
        entry.mends,
        entry.mends[:1],
    )
    page = BeautifulSoup(markdown(text), "html.parser")
    assert {link["href"].split("/")[2] for link in page.find_all("a")} <= {"github.com"}
    for code in page.find_all(["code", "pre"]):
        code.decompose()
    assert not page.find_all("b")
    assert "@a" not in page.text


def test_a_comment_fits_however_much_there_is_to_say():
    note = ReportedFault(FILE, 3, "P103", "fault", "k" * 80, "m" * 500, "f" * 500)
    entry = ProfileReview("contoh-rina", "keliru", None, 5, (note,) * 40, (LineFix(FILE, 3, "t" * 1000),) * 52)
    text = comment_of(ReviewReport((entry,) * 60, (note,) * 40, 2), PLACE, entry.mends * 60, ())
    assert len(text) < 65_536
    assert "Sisanya tidak muat di sini" in text


def markdown(text: str) -> str:
    return Markdown(extensions=["fenced_code"]).convert(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda report: [],
        lambda report: report["entries"][0].update(slug="../x"),
        lambda report: report["entries"][0].update(state="<b>"),
        lambda report: report["entries"][0].update(redirect="alamat_lama: [klik](https://jahat.example)"),
        lambda report: report["entries"][0].update(changes=[{"topic": "sandi", "old": "", "new": ""}]),
        lambda report: report["entries"][0].update(added=-1),
        lambda report: report["entries"][0]["notes"][0].update(code="P1 [x](y)"),
        lambda report: report["entries"][0]["mends"][0].update(short="https://jahat.example/x"),
        lambda report: report["entries"][0]["mends"][0].update(text="akun: a\nakun: b"),
        lambda report: report.update(elsewhere=["x"] * 11),
        lambda report: report["entries"].extend(report["entries"] * 61),
        lambda report: report.pop("left_off"),
    ],
)
def test_a_report_that_is_none_is_refused(change, tmp_path: Path):
    report = json.loads(msgspec.json.encode(hostile_report()))
    other = change(report)
    (tmp_path / "r.json").write_text(json.dumps([] if other == [] else report))
    with pytest.raises(ToolFailure, match="tidak berbentuk semestinya"):
        load_report(tmp_path / "r.json")


@pytest.mark.parametrize(("text", "ticks"), [("akun: a", "```"), ("```", "````"), ("a ````` b", "``````")])
def test_a_block_is_not_ended_by_what_it_holds(text: str, ticks: str):
    assert fenced(text, "text") == f"{ticks}text\n{text}\n{ticks}"


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b"{}"])
def test_a_damaged_report_is_refused(data: bytes, tmp_path: Path):
    (tmp_path / "r.json").write_bytes(data)
    with pytest.raises(ToolFailure, match="tidak berbentuk semestinya"):
        load_report(tmp_path / "r.json")


@pytest.mark.posix
def test_a_report_is_a_file_and_leads_to_none(tmp_path: Path):
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "lain.json")
    (tmp_path / "r.json").symlink_to(tmp_path / "lain.json")
    (tmp_path / "e.json").symlink_to("/dev/zero")
    for name in ("r.json", "e.json"):
        with pytest.raises(ToolFailure, match="tidak terbaca"):
            load_report(tmp_path / name)


def test_a_huge_report_is_refused(tmp_path: Path):
    (tmp_path / "r.json").write_bytes(b" " * 8_000_001)
    with pytest.raises(ToolFailure, match="lebih besar"):
        load_report(tmp_path / "r.json")


@pytest.mark.parametrize(
    ("patch", "lines"),
    [
        ("", set()),
        ("@@ -0,0 +1,2 @@\n+satu\n+dua", {1, 2}),
        ("@@ -1,3 +1,3 @@\n satu\n-dua\n+DUA\n tiga", {1, 2, 3}),
        ("@@ -1 +1 @@\n-a\n+b\n@@ -9,2 +9,3 @@ nama\n x\n+y\n z\n\\ No newline at end of file", {1, 9, 10, 11}),
    ],
)
def test_the_lines_that_a_difference_shows(patch: str, lines: set[int]):
    assert lines_of(patch) == lines


def proposed(number: int, source: Any, branch: str) -> dict[str, Any]:
    head = {"sha": SHA, "ref": "usul rina", "repo": source}
    return {"number": number, "state": "open", "head": head, "base": {"ref": branch, "repo": {"full_name": REPOSITORY}}}


def happened(tmp_path: Path, run: object) -> None:
    """The event that a workflow has ended, as GitHub hands it over."""
    started = {"workflow_run": run, "repository": {"full_name": REPOSITORY, "default_branch": "main"}}
    (tmp_path / "event.json").write_text(json.dumps(started))


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A fork's open proposal, number 7, and the event that its check has ended."""
    fork = {"owner": {"login": "rina"}, "full_name": "rina/kreator"}
    fake = FakeGitHub(pulls=[proposed(7, fork, "main")])
    fake.files[7] = [
        {
            "filename": "content/kreator/contoh-rina/index.md",
            "status": "added",
            "patch": "@@ -0,0 +1,9 @@\n" + "+x\n" * 9,
        }
    ]
    run = {"event": "pull_request", "head_repository": fork, "head_branch": "usul rina", "head_sha": SHA}
    run |= {"conclusion": "success", "path": ".github/workflows/periksa.yml", "html_url": "https://github.com/catatan"}
    happened(tmp_path, run)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_TOKEN", "kunci")
    monkeypatch.setenv("GITHUB_API_URL", "https://api.github.com")
    monkeypatch.setattr("showcase.github.client.sleep", fake.waits.append)
    with loopback(fake):
        yield fake


NOTE = ReportedFault(FILE, 4, "P120", "fault", "kecamatan", "Sijukk bukan kecamatan.", "Sijuk")
GOOD = ProfileReview("contoh-rina", "terbit", None, 1500, (), ())


def said(github: FakeGitHub, tmp_path: Path, report: ReviewReport | None) -> str:
    if report is not None:
        write_report(report, tmp_path / "r.json")
    assert comment.run(tmp_path / "r.json", "content", SITE, github.transport) == 0
    [only] = [one for one in github.comments[7] if one["user"] == BOT]
    return str(only["body"])


def test_a_fault_is_told_with_its_line_its_fix_and_the_way_to_the_editor(github: FakeGitHub, tmp_path: Path):
    entry = replace(GOOD, state="keliru", notes=(NOTE,), mends=(LineFix(FILE, 4, "kecamatan: Sijuk"),))
    text = said(github, tmp_path, ReviewReport((entry,), (), 0))
    assert "Ada 1 hal yang perlu diperbaiki" in text
    assert "- Baris 4, *kecamatan*: Sijukk bukan kecamatan. Tulis: `Sijuk`. ([P120](" in text
    assert "https://github.com/rina/kreator/edit/usul%20rina/content/kreator/contoh-rina/index.md" in text
    assert "https://github.com/dinas/kreator/blob/main/docs/kode.md#p120" in text
    [beside] = github.beside[7]
    assert (beside["path"], beside["line"], beside["side"]) == (f"content/{FILE}", 4, "RIGHT")
    assert "```suggestion\nkecamatan: Sijuk\n```" in beside["body"]
    assert github.keys == {"Bearer kunci"}


def test_codes_are_explained_where_the_code_is(github: FakeGitHub, tmp_path: Path):
    """A region's own repository calls this project's workflows, and has no guide itself."""
    write_report(ReviewReport((replace(GOOD, state="keliru", notes=(NOTE,)),), (), 0), tmp_path / "r.json")
    comment.run(tmp_path / "r.json", "content", SITE, github.transport, program="pusat/kreator")
    [only] = [one for one in github.comments[7] if one["user"] == BOT]
    assert "https://github.com/pusat/kreator/blob/main/docs/kode.md#p120" in only["body"]


def test_a_good_profile_gets_its_address(github: FakeGitHub, tmp_path: Path):
    text = said(github, tmp_path, ReviewReport((GOOD,), (), 0))
    assert "Semua profil siap diterbitkan" in text
    assert ADDRESS in text
    assert "Berkas bertambah 1 kB." in text


def test_the_comment_is_one_however_often_the_proposal_changes(github: FakeGitHub, tmp_path: Path):
    github.comments[7] = [{"id": n, "user": {"login": "rina"}, "body": "<!-- kreator: periksa -->"} for n in range(130)]
    entry = replace(GOOD, state="keliru", notes=(NOTE,), mends=(LineFix(FILE, 4, "kecamatan: Sijuk"),))
    for _ in range(2):
        said(github, tmp_path, ReviewReport((entry,), (), 0))
    text = said(github, tmp_path, ReviewReport((GOOD,), (), 0))
    assert "siap diterbitkan" in text
    assert len(github.comments[7]) == 131, "anybody may write our mark: only our own comment is changed"
    assert len(github.beside[7]) == 1


def test_a_line_that_is_not_shown_is_mended_in_the_comment(github: FakeGitHub, tmp_path: Path):
    entry = replace(GOOD, state="keliru", notes=(NOTE,), mends=(LineFix(FILE, 40, "kecamatan: Sijuk"),))
    text = said(github, tmp_path, ReviewReport((entry,), (), 0))
    assert "Ganti baris 40 di" in text
    assert "```\nkecamatan: Sijuk\n```" in text
    assert 7 not in github.beside


def test_lines_that_moved_meanwhile_are_mended_in_the_comment(github: FakeGitHub, tmp_path: Path):
    github.refuse["POST pulls/7/reviews"] = 422
    entry = replace(GOOD, state="keliru", notes=(NOTE,), mends=(LineFix(FILE, 4, "kecamatan: Sijuk"),))
    assert "Ganti baris 4 di" in said(github, tmp_path, ReviewReport((entry,), (), 0))


def test_a_line_of_news_gets_its_button_too(github: FakeGitHub, tmp_path: Path):
    news = "kabar/2026-06-08-temu.md"
    github.files[7] = [{"filename": f"content/{news}", "status": "added", "patch": "@@ -0,0 +1,2 @@\n+x\n+x"}]
    note = replace(NOTE, path=news, line=2)
    text = said(github, tmp_path, ReviewReport((), (note,), 0, (), (LineFix(news, 2, "judul: Temu"),)))
    assert [one["path"] for one in github.beside[7]] == [f"content/{news}"]
    assert f"https://github.com/rina/kreator/edit/usul%20rina/content/{news}" in text


def test_a_profile_that_the_proposal_does_not_touch_is_not_spoken_of(github: FakeGitHub, tmp_path: Path):
    text = said(github, tmp_path, ReviewReport((GOOD, replace(GOOD, slug="contoh-lain")), (), 0))
    assert "contoh-rina" in text
    assert "contoh-lain" not in text


def test_a_check_that_died_is_told(github: FakeGitHub, tmp_path: Path):
    text = said(github, tmp_path, None)
    assert "Pemeriksaan tidak selesai" in text
    assert "https://github.com/catatan" in text


def test_a_proposal_that_changed_again_is_left_to_the_next_check(github: FakeGitHub, tmp_path: Path):
    github.pulls[0]["head"]["sha"] = "b" * 40
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    assert comment.run(tmp_path / "r.json", "content", SITE, github.transport) == 0
    assert not github.comments


def ended(tmp_path: Path, **change: Any) -> None:
    """The check ended in another way."""
    event = json.loads((tmp_path / "event.json").read_text())
    event["workflow_run"].update(change)
    (tmp_path / "event.json").write_text(json.dumps(event))


@pytest.mark.parametrize("elsewhere", [(), ("kreator/contoh-tetap/index.md",)])
def test_a_check_that_stopped_is_told_without_blaming_or_excusing(
    elsewhere: tuple[str, ...], github: FakeGitHub, tmp_path: Path
):
    """A tool that failed, a damaged picture, a changed program: from the end alone nobody knows whose doing it was."""
    ended(tmp_path, conclusion="failure")
    text = said(github, tmp_path, ReviewReport((GOOD,), (), 0, elsewhere))
    assert "### Pemeriksaan berhenti sebelum selesai" in text
    assert "[Catatan pemeriksaannya](https://github.com/catatan)" in text
    assert "siap" not in text
    assert "salah" not in text
    assert ("Sudah keliru sebelum usulan ini, dan tidak menghalanginya: `kreator/contoh-tetap/" in text) is bool(
        elsewhere
    )


def test_faults_that_the_proposal_leaves_alone_are_named(content: Path):
    (content / "kreator/contoh-tetap/index.md").write_text("---\nnama: X\n---\n")
    commit(content)
    add(content, "contoh-rina", {"topik: pariwisata": "topik: ikan"})
    assert reviewed(content).elsewhere == ("kreator/contoh-tetap/index.md",)


def test_a_proposal_that_changes_the_check_itself_is_pointed_out(github: FakeGitHub, tmp_path: Path):
    github.files[7] += [{"filename": name, "status": "modified"} for name in ("tasks.py", ".github/workflows/x.yml")]
    assert "mengubah 2 berkas di luar isi" in said(github, tmp_path, ReviewReport((GOOD,), (), 0))


@pytest.mark.parametrize("name", [".gitattributes", "kreator/contoh-rina/.gitattributes", "kabar/.lfsconfig"])
def test_what_git_obeys_is_no_content(name: str, github: FakeGitHub, tmp_path: Path):
    """`*.md linguist-generated` would fold the profile's text away from whoever reads the proposal."""
    github.files[7] += [{"filename": f"content/{name}", "status": "added"}]
    assert "mengubah 1 berkas di luar isi" in said(github, tmp_path, ReviewReport((GOOD,), (), 0))


def test_a_proposal_of_code_alone_is_not_told_about_profiles(github: FakeGitHub, tmp_path: Path):
    github.files[7] = [{"filename": "tasks.py", "status": "modified"}]
    write_report(ReviewReport((), (), 0), tmp_path / "r.json")
    assert comment.run(tmp_path / "r.json", "content", SITE, github.transport) == 0
    assert not github.comments
    ended(tmp_path, conclusion="failure")
    assert "Pemeriksaan berhenti" in said(github, tmp_path, ReviewReport((), (), 0))


def test_a_bad_report_takes_back_what_was_said(github: FakeGitHub, tmp_path: Path):
    said(github, tmp_path, ReviewReport((GOOD,), (), 0))
    (tmp_path / "r.json").write_text("{}")
    with pytest.raises(ToolFailure, match="tidak berbentuk semestinya"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    [only] = github.comments[7]
    assert "Pemeriksaan tidak selesai" in only["body"]


def test_a_fork_that_is_no_more_is_left_alone(github: FakeGitHub, tmp_path: Path):
    ended(tmp_path, head_repository=None)
    assert comment.run(tmp_path / "r.json", "content", SITE, github.transport) == 0
    assert not github.asked


def test_a_profile_that_moved_is_told_under_both_names(github: FakeGitHub, tmp_path: Path):
    github.files[7][0]["previous_filename"] = "content/kreator/contoh-lama/index.md"
    text = said(github, tmp_path, ReviewReport((GOOD, replace(GOOD, slug="contoh-lama", state="dihapus")), (), 0))
    assert "contoh-lama" in text


def test_links_lead_only_to_files_that_github_names(github: FakeGitHub, tmp_path: Path):
    away = replace(NOTE, path="halaman/../../../../settings.md")
    text = said(github, tmp_path, ReviewReport((replace(GOOD, notes=(away,)),), (away,), 0))
    targets = [str(link["href"]) for link in BeautifulSoup(markdown(text), "html.parser").select("a")]
    assert [target for target in targets if "settings" in target] == []
    assert sum("/edit/" in target for target in targets) == 1


def test_a_list_of_files_that_github_cut_hides_what_else_there_is(github: FakeGitHub, tmp_path: Path):
    """GitHub names three thousand files at most: a change of the check itself may be the next one."""
    name = "content/kreator/contoh-{:04d}/index.md".format
    github.files[7] = [{"filename": name(number), "status": "added"} for number in range(3100)]
    text = said(github, tmp_path, ReviewReport((replace(GOOD, slug="contoh-0001"),), (), 0))
    assert "### Terlalu banyak berkas untuk dinilai di sini" in text
    assert "siap" not in text
    github.files[7] = github.files[7][:2999]
    assert "### Semua profil siap" in said(github, tmp_path, ReviewReport((replace(GOOD, slug="contoh-0001"),), (), 0))


OTHER = {
    "another workflow of that name": {"path": ".github/workflows/lain.yml"},
    "one whose place is not told": {"path": None},
}


@pytest.mark.parametrize("what", OTHER)
def test_only_the_check_itself_is_believed(what: str, github: FakeGitHub, tmp_path: Path):
    ended(tmp_path, **OTHER[what])
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match=r"yang selesai bukan \.github/workflows/periksa\.yml"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    assert not github.asked


def test_a_report_goes_to_the_proposal_that_it_is_of(github: FakeGitHub, tmp_path: Path):
    """One commit may be proposed twice, into two branches, and a login may own two forks."""
    fork = github.pulls[0]["head"]["repo"]
    github.pulls = [proposed(5, fork, "percobaan"), proposed(6, {**fork, "full_name": "rina/lain"}, "main"),
                    proposed(7, fork, "main")]  # fmt: skip
    github.files |= {5: github.files[7], 6: github.files[7]}
    said(github, tmp_path, ReviewReport((GOOD,), (), 0))
    assert set(github.comments) == {7}


def test_content_may_be_all_that_a_repository_holds(github: FakeGitHub, tmp_path: Path):
    github.files[7][0]["filename"] = FILE
    github.files[7].append({"filename": ".github/workflows/periksa.yml", "status": "modified"})
    entry = replace(GOOD, state="keliru", notes=(NOTE,), mends=(LineFix(FILE, 4, "kecamatan: Sijuk"),))
    write_report(ReviewReport((entry,), (), 0), tmp_path / "r.json")
    assert comment.run(tmp_path / "r.json", ".", SITE, github.transport) == 0
    assert github.beside[7][0]["path"] == FILE
    assert (
        "https://github.com/rina/kreator/edit/usul%20rina/kreator/contoh-rina/index.md" in github.comments[7][0]["body"]
    )
    assert "mengubah 1 berkas di luar isi" in github.comments[7][0]["body"]


SHORT = "https://vt.tiktok.com/ZSabc123/"
HOPS: dict[str, str] = {
    "https://www.tiktok.com/@contoh/video/7123456789012345678?_t=x": "https://www.tiktok.com/@contoh/video/7123456789012345678",
    "https://m.tiktok.com/v/7123456789012345678.html": "https://www.tiktok.com/@_/video/7123456789012345678",
    "http://www.tiktok.com/@contoh/video/7123456789012345678": "",
    "https://www.tiktok.com.jahat.example/@contoh/video/7123456789012345678": "",
    "https://jahat.example/@contoh": "",
    "https://user@www.tiktok.com/@contoh": "",
    "//www.tiktok.com/login": "",
    "javascript:alert(1)": "",
    "": "",
}


@pytest.mark.parametrize("target", HOPS)
def test_one_hop_of_a_short_link_is_looked_up_and_believed_only_of_tiktok(
    target: str, github: FakeGitHub, tmp_path: Path
):
    def lead(handler: Any) -> None:
        handler.send_response(302 if target else 200)
        if target:
            handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    github.routes["vt.tiktok.com/ZSabc123/"] = [lead]
    entry = replace(GOOD, mends=(LineFix(FILE, 5, f"akun: {SHORT}", SHORT),))
    said(github, tmp_path, ReviewReport((entry,), (), 0))
    bodies = [one["body"] for one in github.beside.get(7, [])]
    assert len(bodies) == bool(HOPS[target]), bodies
    if HOPS[target]:
        assert f"```suggestion\nakun: {HOPS[target]}\n```" in bodies[0]
    assert [one for one in github.asked if "tiktok" in one] == ["vt.tiktok.com/ZSabc123/"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 422, 429, 500, 503])
def test_a_refusal_is_one_line_that_says_why(status: int, github: FakeGitHub, tmp_path: Path):
    github.refuse["POST issues/7/comments"] = status
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match=rf"GitHub menjawab {status} untuk issues/7/comments: \w+"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)


BUSY = {
    (502, ()): 2.0,
    (429, (("retry-after", "7"),)): 7.0,
    (403, (("retry-after", "7"),)): 7.0,
    (429, ()): 60.0,
    (403, (("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "0"))): 1.0,
}


@pytest.mark.parametrize(("answer", "wait"), BUSY.items(), ids=str)
def test_a_busy_github_is_asked_again_when_it_wishes(answer: Any, wait: float, github: FakeGitHub, tmp_path: Path):
    status, headers = answer
    github.busy = [(status, dict(headers))]
    assert "siap diterbitkan" in said(github, tmp_path, ReviewReport((GOOD,), (), 0))
    assert github.waits == [wait]


def test_who_is_asked_to_wait_long_says_how_long(github: FakeGitHub, tmp_path: Path):
    reset = str(int(time.time()) + 1800)
    github.busy = [(403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": reset})]
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match="terlalu sering bertanya; jalankan lagi sesudah 30 menit"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    assert not github.waits


def test_what_may_have_been_said_already_is_not_said_twice(github: FakeGitHub, tmp_path: Path):
    github.refuse["POST"] = 502
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match="GitHub menjawab 502"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    assert github.asked.count("POST issues/7/comments") == 1


def test_an_answer_that_is_no_json_is_no_answer(github: FakeGitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_API_URL", "https://proksi.example")
    github.routes["proksi.example/repos/dinas/kreator/pulls"] = [loopback_page(200, body=b"<html>")]
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match="tidak sama sekali untuk pulls: GitHub sedang bermasalah"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)


def test_outside_of_a_workflow_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, github: FakeGitHub, tmp_path: Path):
    monkeypatch.delenv("GITHUB_TOKEN")
    with pytest.raises(ToolFailure, match="berjalan di GitHub Actions"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    assert not github.asked


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (None, "tidak terbaca"),
        (b"", "tidak terbaca"),
        (b"{", "tidak terbaca"),
        (b"\xff", "tidak terbaca"),
        (b"[]", "tidak berbentuk semestinya"),
        (b"null", "tidak berbentuk semestinya"),
    ],
)
def test_an_event_that_is_none_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: bytes | None, told: str
):
    path = tmp_path / "event.json"
    if written is not None:
        path.write_bytes(written)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))
    with pytest.raises(ToolFailure, match=told):
        event()
    monkeypatch.delenv("GITHUB_EVENT_PATH")
    with pytest.raises(ToolFailure, match="tidak terbaca"):
        event()


def merged(number: int, ago: timedelta) -> dict[str, Any]:
    moment = (datetime.now(UTC) - ago).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = {"sha": SHA, "ref": "usul", "repo": {"owner": {"login": "rina"}}}
    return {
        "number": number,
        "state": "closed",
        "merged_at": moment,
        "head": head,
        "base": {"ref": "main", "repo": {"full_name": REPOSITORY}},
        "merge_commit_sha": f"{number}" * 40,
    }


PUBLISHED = {
    "event": "push", "head_branch": "main", "head_repository": {"full_name": REPOSITORY}, "head_sha": SHA,
    "conclusion": "success", "path": ".github/workflows/terbit.yml@main",
}  # fmt: skip


@pytest.fixture
def deployed(github: FakeGitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeGitHub:
    """The event that the site was published from main; a busy site is asked again at once."""
    monkeypatch.setattr(announce, "LIMITS", replace(announce.LIMITS, pause=0, first_wait=0))
    happened(tmp_path, PUBLISHED)
    return github


def public(*slugs: str) -> Any:
    people = [{"slug": slug, "nama": f"Contoh {slug}"} for slug in slugs]
    return lambda handler: reply(handler, 200, {"kreator": people})


def test_after_the_deployment_each_proposal_is_told_once_what_is_public(deployed: FakeGitHub):
    deployed.pulls = [
        merged(8, timedelta(minutes=3)),
        merged(9, timedelta(days=9)),
        {**merged(10, timedelta(0)), "merged_at": None},
    ]
    deployed.files[8] = [
        {"filename": f"content/kreator/{name}", "status": status}
        for name, status in (
            ("contoh-rina/index.md", "added"), ("contoh-rina/foto.jpg", "added"),
            ("contoh-keliru/index.md", "added"), ("contoh-hapus/index.md", "removed"),
        )
    ]  # fmt: skip
    deployed.routes["dinas.example/data/kreator.json"] = [public("contoh-rina")]
    for _ in range(2):
        assert announce.run("content", SITE, deployed.transport) == 0
    assert set(deployed.comments) == {8}
    [told] = deployed.comments[8]
    assert f"### Sudah tayang: {ADDRESS}" in told["body"]
    assert f"```text\nHalo, profil Anda sudah tayang:\n{ADDRESS}\n" in told["body"]
    assert "https://wa.me/?text=Halo%2C%20profil" in told["body"]
    assert "### Tidak tayang" in told["body"]
    assert "contoh-keliru" in told["body"].partition("### Tidak tayang")[2]
    assert "contoh-hapus" not in told["body"]


def test_nothing_that_stays_names_anybody(deployed: FakeGitHub):
    """An edited comment keeps its history, so the check's answer is deleted once the proposal is closed."""
    deployed.pulls = [merged(8, timedelta(0)), {**merged(9, timedelta(0)), "merged_at": None}]
    deployed.files = {8: [{"filename": "content/kreator/contoh-rina/index.md", "status": "added"}]}
    deployed.routes["dinas.example/data/kreator.json"] = [public("contoh-rina")]
    answer = f"{comment.MARK}\nsudah ada di profil contoh-budi"
    kept = [{"id": 5, "user": {"login": "petugas"}, "body": answer}, {"id": 6, "user": BOT, "body": "lain"}]
    for number in (8, 9):
        deployed.comments[number] = [{"id": number * 100, "user": BOT, "body": answer}, *kept]
    assert announce.run("content", SITE, deployed.transport) == 0
    assert deployed.comments[9] == kept, "of others nothing is deleted"
    told = deployed.comments[8][-1]["body"]
    assert deployed.comments[8][:-1] == kept
    assert "contoh-rina" in told
    assert "Contoh contoh-rina" not in told, "the folder stands in the difference, the name is the site's"


@pytest.mark.parametrize(
    "answer",
    [
        lambda h: reply(h, 404, {}),
        lambda h: reply(h, 500, {"kreator": []}),
        lambda h: reply(h, 302, {"kreator": []}, {"Location": "https://lain.example/"}),
        lambda h: reply(h, 200, []),
        lambda h: reply(h, 200, 1),
    ],
)
def test_a_site_that_does_not_answer_is_not_called_published(answer: Any, deployed: FakeGitHub):
    deployed.routes["dinas.example/data/kreator.json"] = [answer]
    with pytest.raises(ToolFailure, match="belum dapat dibaca"):
        announce.run("content", SITE, deployed.transport)
    assert not deployed.comments


def test_what_was_merged_during_the_build_waits_for_the_next_deployment(deployed: FakeGitHub):
    deployed.pulls = [
        merged(8, timedelta(0)),
        {**merged(9, timedelta(0)), "base": {"ref": "percobaan", "repo": {"full_name": REPOSITORY}}},
    ]
    added = [{"filename": "content/kreator/contoh-rina/index.md", "status": "added"}]
    deployed.files = {8: added, 9: added}
    deployed.after = {"8" * 40}
    deployed.routes["dinas.example/data/kreator.json"] = [public("contoh-rina")]
    assert announce.run("content", SITE, deployed.transport) == 0
    assert not deployed.comments
    deployed.after.clear()
    assert announce.run("content", SITE, deployed.transport) == 0
    assert set(deployed.comments) == {8}, "and what went into another branch is not published by this one"


def test_a_github_that_refuses_is_told_and_nobody_is_called_published(deployed: FakeGitHub):
    deployed.routes["dinas.example/data/kreator.json"] = [public()]
    deployed.refuse["GET pulls"] = 403
    with pytest.raises(ToolFailure, match="GitHub menjawab 403 untuk pulls"):
        announce.run("content", SITE, deployed.transport)


@pytest.mark.parametrize("event", [{}, {"workflow_run": {"event": "push"}}, {"workflow_run": "pull_request"}])
def test_only_a_finished_check_of_a_proposal_is_commented(event: object, github: FakeGitHub, tmp_path: Path):
    (tmp_path / "event.json").write_text(json.dumps(event))
    write_report(ReviewReport((GOOD,), (), 0), tmp_path / "r.json")
    with pytest.raises(ToolFailure, match="tidak dimulai oleh pemeriksaan sebuah usulan"):
        comment.run(tmp_path / "r.json", "content", SITE, github.transport)
    assert not github.asked


NO_DEPLOYMENT: dict[str, tuple[dict[str, object], str]] = {
    "nothing": ({"head_sha": ""}, "tidak dimulai oleh sebuah penerbitan"),
    "a proposal": ({"event": "pull_request"}, "tidak dimulai oleh sebuah penerbitan"),
    "a review of one": ({"event": "pull_request_review"}, "tidak dimulai oleh sebuah penerbitan"),
    "a fork": ({"head_repository": {"full_name": "rina/kreator"}}, "bukan cabang main dari dinas/kreator"),
    "a fork that is no more": ({"head_repository": None}, "bukan cabang main dari dinas/kreator"),
    "another branch": ({"head_branch": "percobaan"}, "bukan cabang main dari dinas/kreator"),
    "another workflow": ({"path": ".github/workflows/lain.yml"}, "bukan .github/workflows/terbit.yml"),
}


@pytest.mark.parametrize("what", NO_DEPLOYMENT)
def test_only_a_deployment_of_main_is_announced(what: str, deployed: FakeGitHub, tmp_path: Path):
    change, told = NO_DEPLOYMENT[what]
    happened(tmp_path, {**PUBLISHED, **change})
    with pytest.raises(ToolFailure, match=told):
        announce.run("content", SITE, deployed.transport)
    assert not [one for one in deployed.asked if one.startswith(("GET", "POST"))]


def test_an_event_without_a_repository_announces_nothing(deployed: FakeGitHub, tmp_path: Path):
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": PUBLISHED}))
    with pytest.raises(ToolFailure, match="tidak menyebutkan repositorinya"):
        announce.run("content", SITE, deployed.transport)


def test_a_proposal_into_another_repository_is_not_told(deployed: FakeGitHub):
    away = {"ref": "main", "repo": {"full_name": "lain/kreator"}}
    deployed.pulls = [{**merged(8, timedelta(minutes=3)), "base": away}]
    deployed.files[8] = [{"filename": "content/kreator/contoh-rina/index.md", "status": "added"}]
    deployed.routes["dinas.example/data/kreator.json"] = [public("contoh-rina")]
    assert announce.run("content", SITE, deployed.transport) == 0
    assert not deployed.comments
