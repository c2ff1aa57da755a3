"""The output folder holds the old tree or the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.cache.digests import digest, stamp
from showcase.diagnostics.fault import ToolFailure
from showcase.publish import Tree
from showcase.publish import tree as module


def names(folder) -> set[str]:
    """Everything below a folder, by its path there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def seen_of(path) -> tuple[bytes, int, bytes]:
    """What a build remembers of a file: its stamp, when it last changed, a digest of its bytes."""
    return stamp(path), path.stat().st_ctime_ns, digest(path.read_bytes())


def build(output, **files: str) -> Tree:
    """Build a site of some files, kept from the last build where they are to be the same."""
    tree = Tree(output)
    tree.open()
    for name, text in files.items():
        path = f"{name}/index.html"
        published = output / path
        if not (published.is_file() and published.read_text() == text and tree.reuse(path, *seen_of(published))):
            tree.put(path, text.encode())
    tree.settle([f"{name}/index.html" for name in files])
    tree.swap()
    return tree


@pytest.fixture
def output(tmp_path):
    """An output folder with an old tree in it."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "lama.html").write_text("lama")
    return folder


def test_a_swap_replaces_everything(output):
    tree = Tree(output)
    tree.open()
    tree.put("baru.html", b"baru")
    assert names(output) == {"lama.html"}
    tree.settle(["baru.html"])
    tree.swap()
    assert names(output) == {"baru.html"}


def test_the_first_build_needs_no_old_tree(tmp_path):
    build(tmp_path / "jauh" / "output", satu="baru")
    assert names(tmp_path / "jauh" / "output") == {"satu", "satu/index.html"}


def test_an_abandoned_build_leaves_the_old_tree(output):
    tree = Tree(output)
    tree.open()
    tree.put("baru.html", b"baru")
    tree.abandon()
    assert names(output.parent) == {"output", "output/lama.html", ".output.lock"}


def test_what_a_killed_build_left_is_not_published(output):
    (output.parent / ".output.staging" / "lain").mkdir(parents=True)
    (output.parent / ".output.staging" / "lain" / "setengah.html").write_text("")
    build(output, satu="baru")
    assert names(output) == {"satu", "satu/index.html"}


@pytest.mark.posix
@pytest.mark.parametrize("left", ["file", "link", "link inside"])
def test_a_staging_folder_that_is_none_is_made_anew(output, left):
    staging = output.parent / ".output.staging"
    if left == "file":
        staging.write_text("")
    elif left == "link":
        staging.symlink_to(output, target_is_directory=True)
    else:
        staging.mkdir()
        (staging / "lama.html").symlink_to(output / "lama.html")
    build(output, satu="baru")
    assert names(output) == {"satu", "satu/index.html"}
    assert not output.is_symlink()


def test_what_stays_costs_nothing_and_what_changes_is_a_new_file(output):
    build(output, satu="satu", dua="dua")
    build(output, satu="satu", dua="dua")
    stays, changes = stamp(output / "satu/index.html"), stamp(output / "dua/index.html")
    tree = build(output, satu="satu", dua="lain")
    assert stamp(output / "satu/index.html") == stays
    assert stamp(output / "dua/index.html") != changes
    assert (tree.staging / "satu/index.html").samefile(output / "satu/index.html")


def test_nothing_that_was_withdrawn_or_changed_is_left_beside_the_site(output):
    build(output, satu="satu", dua="dua", tiga="tiga")
    tree = build(output, satu="satu", dua="lain")
    assert names(tree.staging) == {"satu", "satu/index.html"}


def test_writing_does_not_reach_the_published_file(output):
    build(output, satu="satu")
    build(output, satu="satu")
    tree = Tree(output)
    tree.open()
    tree.put("satu/index.html", b"lain")
    assert (output / "satu/index.html").read_text() == "satu"
    tree.abandon()


@pytest.mark.parametrize("planned", [["satu.html"], ["satu.html", "dua.html", "tiga.html"]])
def test_a_tree_that_is_not_as_planned_is_no_site(output, planned):
    tree = Tree(output)
    tree.open()
    tree.put("satu.html", b"")
    tree.put("dua.html", b"")
    with pytest.raises(ToolFailure, match=r"tidak sesuai rencana: (?:dua|tiga)\.html"):
        tree.settle(planned)
    tree.abandon()


@pytest.mark.parametrize("touch", ["staging", "output", "both"])
def test_a_file_that_was_tampered_with_is_not_kept(output, touch):
    build(output, satu="satu")
    tree = build(output, satu="satu")
    seen = seen_of(output / "satu/index.html")
    for folder in (tree.staging, output):
        if touch in ("both", "staging" if folder == tree.staging else "output"):
            (folder / "satu/index.html").unlink()
            (folder / "satu/index.html").write_text("palsu")
    again = Tree(output)
    again.open()
    assert again.reuse("satu/index.html", *seen) is (touch != "both")
    if touch != "both":
        assert (again.staging / "satu/index.html").read_text() == "satu"
    again.abandon()


def test_a_disk_without_links_builds_whole(output, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    build(output, satu="satu")
    build(output, satu="satu")
    assert names(output) == {"satu", "satu/index.html"}


def test_a_second_build_is_told_to_wait(output):
    first = Tree(output)
    first.open()
    with pytest.raises(ToolFailure, match="Pembangunan lain"):
        Tree(output).open()
    first.abandon()
    Tree(output).open()


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(ToolFailure, match="Tidak dapat menulis di"):
        Tree(tmp_path / "berkas" / "output").open()


def test_a_build_that_had_to_wait_leaves_the_other_s_tree_alone(output):
    first, second = Tree(output), Tree(output)
    first.open()
    first.put("baru.html", b"baru")
    with pytest.raises(ToolFailure):
        second.open()
    second.abandon()
    first.settle(["baru.html"])
    first.swap()
    assert names(output) == {"baru.html"}


def test_swapping_works_where_the_system_cannot_exchange(output, monkeypatch):
    monkeypatch.setattr("showcase.publish.tree._exchange", lambda one, other: False)
    build(output, satu="satu", dua="dua")
    tree = build(output, satu="satu")
    assert names(output) == names(tree.staging) == {"satu", "satu/index.html"}


def failing(monkeypatch, times: dict[str, int]) -> list[str]:
    """No exchange; the first renames to each of these names fail, so many times. The names tried, in order."""
    tried: list[str] = []
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        tried.append(target.name)
        if tried.count(target.name) <= times.get(f"{self.name} -> {target.name}", 0):
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, target)

    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    monkeypatch.setattr(module.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "rename", rename)
    return tried


ALWAYS = module.ATTEMPTS
# Which rename fails how often -> what the swap raises, what then lies at the output, what the next build begins with.
STUCK = {
    "a program looks at the old tree": ({"output -> .output.old": ALWAYS - 1}, None, "baru", "baru"),
    "a program looks at the new tree": ({".output.staging -> output": ALWAYS - 1}, None, "baru", "baru"),
    "the old tree will not go": ({"output -> .output.old": ALWAYS}, PermissionError, "lama", "lama"),
    "the new tree will not come": ({".output.staging -> output": ALWAYS}, PermissionError, "lama", "lama"),
    "nothing will come": (
        {".output.staging -> output": ALWAYS, ".output.old -> output": 2 * ALWAYS},
        ToolFailure,
        None,
        "lama",
    ),
    "the old tree will not become the next staging": (
        {".output.old -> .output.staging": ALWAYS},
        None,
        "baru",
        "baru",
    ),
}


@pytest.mark.parametrize("name", STUCK)
def test_a_rename_that_fails_is_tried_again_and_never_leaves_no_site(tmp_path, monkeypatch, name):
    times, raised, there, next_one = STUCK[name]
    output = tmp_path / "output"
    build(output, satu="lama")
    tree = Tree(output)
    tree.open()
    tree.put("satu/index.html", b"baru")
    tree.settle(["satu/index.html"])
    with monkeypatch.context() as patch:
        failing(patch, times)
        told = ""
        if raised is None:
            tree.swap()
        else:
            with pytest.raises(raised) as caught:
                tree.swap()
            told = str(caught.value)
        tree.abandon()
    page = output / "satu/index.html"
    assert (page.read_text() if page.is_file() else None) == there
    assert tree.swapped == (there == "baru")
    if raised is ToolFailure:
        assert "Situs lama tetap utuh" not in told
        assert f"utuh di {tmp_path / '.output.old'}" in told
    again = Tree(output)
    again.open()
    assert page.read_text() == next_one
    again.abandon()


def test_the_first_site_comes_although_a_program_looks_at_it(tmp_path, monkeypatch):
    tried = failing(monkeypatch, {".output.staging -> output": 3})
    build(tmp_path / "output", satu="baru")
    assert tried == ["output"] * 4
    assert names(tmp_path / "output") == {"satu", "satu/index.html"}
