"""A full disk, a folder that may not be written, too little memory, two builds at once, odd files in the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from tests.support.sites import tree_of
from tests.support.two_states import Site

MB = 1_000_000
# Root may write anywhere; without these two powers of root's, rights bind it too.
BOUND = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


@pytest.fixture(scope="module")
def built(tmp_path_factory, project) -> Site:
    return Site(tmp_path_factory.mktemp("whole"), project)


@pytest.fixture
def site(built) -> Site:
    """A site whose tree is that of state 1, and whose content is that of state 0."""
    built.turn(1)
    assert built.finish() == (0, "")
    built.turn(0)
    return built


@pytest.mark.linux
@pytest.mark.parametrize("size", [0, 1_000, 3_000, 5_000, 8_000, 10_000, 15_000, 20_000, 40_000, 80_000])
def test_a_file_that_may_not_grow_leaves_the_old_tree(site, size):
    """RLIMIT_FSIZE stands in for a disk: no file may grow past `size` bytes."""

    def limit() -> None:
        import resource  # not on Windows

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code, errors = site.finish(preexec_fn=limit)
    if code:
        site.refused(code, errors, 1)
    else:
        assert tree_of(site.output) == site.trees[0]


@pytest.fixture
def small_disk(built, tmp_path) -> Iterator[Path]:
    """A small disk with the tree of state 1 on it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    may = ("sudo", "-n") if os.getuid() and "GITHUB_ACTIONS" in os.environ else ()
    mount = [*may, "mount", "-t", "tmpfs", "-o", f"size=4m,uid={os.getuid()}", "tmpfs", disk]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk")
    output, built.output = built.output, disk / "out"
    try:
        built.turn(1)
        assert built.finish() == (0, "")
        built.turn(0)
        yield disk
    finally:
        built.output = output
        subprocess.run([*may, "umount", disk], check=True)


@pytest.mark.parametrize("left", [0, 4, 8, 16, 32, 64, 96, 128, 192, 256])
def test_a_full_disk_leaves_the_old_tree(built, small_disk, left):
    """A real disk with so many KB left."""
    shutil.rmtree(small_disk / ".out.staging", ignore_errors=True)
    space = os.statvfs(small_disk)
    filler = space.f_bavail * space.f_frsize - left * 1024
    (small_disk / "penuh").write_bytes(bytes(filler))
    code, errors = built.finish()
    if code:
        built.refused(code, errors, 1)
    else:
        assert tree_of(built.output) == built.trees[0]
        assert left >= 16, "nothing was written?"
    (small_disk / "penuh").unlink()
    assert built.finish() == (0, "")
    assert tree_of(built.output) == built.trees[0]


@pytest.mark.posix
@pytest.mark.parametrize("where", ["output", "parent", "cache"])
def test_a_folder_that_may_not_be_written(site, tmp_path, where):
    if os.getuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("root, and no setpriv")
    before = BOUND if os.getuid() == 0 else ()
    home = tmp_path / "milik-lain"
    home.mkdir()
    shutil.copytree(site.output, home / "out")
    shutil.copy(site.output.with_name(f".{site.output.name}.made"), home / ".out.made")
    folder = {"output": home / "out", "parent": home, "cache": site.folder / "cache"}[where]
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())] if where != "parent" else [folder]
    output, site.output = site.output, home / "out"
    for path in folders:
        path.chmod(0o555)
    try:
        code, errors = site.finish(before=before)
        if where == "parent":
            site.refused(code, errors, 1)
            assert "Tidak dapat menulis di" in errors
        else:  # a rename needs no right to the folder itself; a cache costs time, not truth
            assert (code, errors) == (0, "")
            assert tree_of(site.output) == site.trees[0]
    finally:
        for path in folders:
            path.chmod(0o755)
        for path in home.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
        site.output = output


@pytest.mark.linux
@pytest.mark.parametrize("megabytes", [130, 150, 170, 190, 210, 230, 250])
def test_too_little_memory_leaves_the_old_tree(site, megabytes):
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))

    code, errors = site.finish(preexec_fn=limit)
    if code:
        site.refused(code, errors, 1)
    else:
        assert tree_of(site.output) == site.trees[0]


def test_a_second_build_says_that_another_is_at_work(site):
    with FileLock(site.output.parent / ".out.lock"):
        code, errors = site.finish()
    site.refused(code, errors, 1)
    assert errors.startswith("Pembangunan lain sedang menulis ke ")


def test_two_builds_at_once_leave_one_whole_tree(site):
    runs = [site.start(), site.start()]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert sorted(code for _errors, code in ends) in ([0, 0], [0, 2])
    for errors, code in ends:
        assert len(errors.splitlines()) == 1
        assert code == 0 or "Pembangunan lain" in errors
    assert tree_of(site.output) == site.trees[0]


def odd_file(folder: Path) -> None:
    (folder / "titipan.html").write_text("bukan milik situs")


def odd_folder(folder: Path) -> None:
    (folder / "dalam" / "sekali").mkdir(parents=True)
    (folder / "dalam" / "sekali" / "titipan.txt").write_text("x")


def odd_link(folder: Path) -> None:
    (folder / "tautan").symlink_to("/etc")


def odd_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipa")


def page_as_folder(folder: Path) -> None:
    (folder / "index.html").unlink(missing_ok=True)
    (folder / "index.html").mkdir()


def folder_as_page(folder: Path) -> None:
    shutil.rmtree(folder / "kreator", ignore_errors=True)
    (folder / "kreator").write_text("x")


def page_as_link(folder: Path) -> None:
    (folder / "index.html").unlink(missing_ok=True)
    (folder / "index.html").symlink_to(folder.parent / "titipan")


STRAY = (odd_file, odd_folder, odd_link, odd_pipe)
ODD = (*STRAY, page_as_folder, folder_as_page, page_as_link)


@pytest.mark.posix
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.parametrize("place", ["out", ".out.staging"])
@pytest.mark.parametrize("touched", [True, False], ids=["after an edit", "nothing else changed"])
def test_nothing_but_the_site_is_in_the_tree(site, odd, place, touched):
    if not touched:
        assert site.finish() == (0, "")
    folder = site.output.parent / place
    if place == "out" and odd in STRAY:
        folder /= "kreator"  # at the top of the site they would be somebody's, and the folder refused
    folder.mkdir(exist_ok=True)
    odd(folder)
    assert site.finish() == (0, "")
    assert tree_of(site.output) == site.trees[0]
    assert not [path for path in site.output.rglob("*") if path.is_symlink() or not (path.is_file() or path.is_dir())]
    assert not [path for path in site.output.rglob("*") if path.is_dir() and not any(path.iterdir())]
