"""What Windows and macOS do otherwise, done here: each test takes away what only Linux has."""

from __future__ import annotations

import ast
import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.support.sites import build as build_site
from tests.support.sites import tree_of, write_profile

from showcase.build import last_build
from showcase.cache.digests import stamp, stamp_of, status_of
from showcase.commands import bootstrap, check
from showcase.devserver import server as devserver
from showcase.devserver.warm_worker import _start_build
from showcase.diagnostics.fault import Fault, ToolFailure
from showcase.publish import tree as module
from showcase.publish.claim import claim
from showcase.publish.tree import Tree
from showcase.runtime import atomic_write, parallel
from showcase.runtime.standard_streams import SafeStream, understands_codes


@pytest.fixture
def unlisted(monkeypatch) -> None:
    """A folder's listing tells no inode and old times, as Windows does; the file itself tells them."""

    class Entry:
        def __init__(self, real: os.DirEntry[str]) -> None:
            self._real, self.name, self.path = real, real.name, real.path

        def is_dir(self, *, follow_symlinks: bool = True) -> bool:
            return self._real.is_dir(follow_symlinks=follow_symlinks)

        def inode(self) -> int:
            return self._real.inode()

        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            seen = list(self._real.stat(follow_symlinks=follow_symlinks))
            seen[1] = seen[2] = seen[3] = 0  # st_ino, st_dev, st_nlink
            return os.stat_result(seen)

    class Listing(list):
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: Listing(map(Entry, real(folder))))


def test_where_a_listing_tells_no_inode_the_file_is_asked(tmp_path, unlisted):
    (tmp_path / "berkas").write_bytes(b"isi")
    (entry,) = os.scandir(tmp_path)
    assert entry.stat().st_ino == 0
    assert stamp_of(status_of(entry)) == stamp(tmp_path / "berkas")


def test_such_a_tree_is_reused_and_reduced_as_any(tmp_path, unlisted):
    for text in ("lama", "baru"):
        tree = Tree(tmp_path / "output")
        tree.open()
        tree.put("tetap", b"tetap")
        tree.put(text, text.encode())
        tree.settle({"tetap", text})
        tree.swap()
    assert {path.name for path in tree.staging.iterdir()} == set(), "nothing that was withdrawn"
    (tmp_path / "output/baru").rename(tmp_path / "output/lain")
    assert last_build.snapshot([tmp_path / "output"]) != last_build.snapshot([tmp_path])


def test_every_edit_shows_in_such_a_listing(tmp_path, unlisted):
    (tmp_path / "berkas").write_bytes(b"lama")
    before = last_build.snapshot([tmp_path])
    time.sleep(0.02)
    (tmp_path / "berkas").write_bytes(b"baru")
    assert last_build.snapshot([tmp_path]).digest != before.digest


def test_an_edit_shows_also_where_the_time_of_the_last_change_is_that_of_the_making(tmp_path, monkeypatch):
    def told(entry: os.DirEntry[str]) -> SimpleNamespace:
        seen = status_of(entry)
        names = ("st_mode", "st_size", "st_mtime_ns", "st_ino", "st_dev")
        return SimpleNamespace(st_ctime_ns=1, **{name: getattr(seen, name) for name in names})

    monkeypatch.setattr(last_build, "status_of", told)
    (tmp_path / "berkas").write_bytes(b"lama")
    before = last_build.snapshot([tmp_path])
    time.sleep(0.02)
    (tmp_path / "berkas").write_bytes(b"baru")
    after = last_build.snapshot([tmp_path])
    assert after.digest != before.digest
    assert after.newest > before.newest


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_without_a_safe_fork_everything_is_done_here(system, monkeypatch):
    monkeypatch.setattr(parallel.sys, "platform", system)
    monkeypatch.delattr(os, "fork", raising=False)
    things = list(range(2 * parallel.MIN_ITEMS))
    assert parallel.parallel_map(lambda _: os.getpid(), things, int, 4) == [os.getpid()] * len(things)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_cores_are_counted_where_a_process_is_bound_to_none(system, monkeypatch):
    monkeypatch.setattr(parallel.sys, "platform", system)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert parallel.cores(None) == os.cpu_count()


def test_a_swap_without_the_call_of_linux_is_two_renames(tmp_path, monkeypatch):
    monkeypatch.setattr(module.sys, "platform", "win32")
    monkeypatch.setattr(module.ctypes, "CDLL", None)
    for text in (b"lama", b"baru"):
        tree = Tree(tmp_path / "output")
        tree.open()
        tree.put("index.html", text)
        tree.settle({"index.html"})
        tree.swap()
    assert (tmp_path / "output/index.html").read_bytes() == b"baru"


def test_a_site_is_the_same_without_links_forks_and_exchange(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    write_profile(tmp_path / "isi", "contoh-satu", photo=True)
    build_site(tmp_path / "isi", tmp_path / "satu")
    refuse = OSError(errno.EPERM, "Operation not permitted")

    def no_link(*_: object) -> None:
        raise refuse

    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(Path, "hardlink_to", no_link)
    monkeypatch.delattr(os, "fork", raising=False)
    monkeypatch.setattr(parallel, "NO_FORK", (sys.platform,))
    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    build_site(tmp_path / "isi", tmp_path / "dua")
    build_site(tmp_path / "isi", tmp_path / "dua")
    assert tree_of(tmp_path / "dua") == tree_of(tmp_path / "satu")


def test_a_file_that_another_program_holds_is_replaced_a_moment_later(tmp_path, monkeypatch):
    real, refused = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        if len(refused) < 2:
            refused.append(self)
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic_write, "BETWEEN", 0)
    atomic_write.write_atomically(tmp_path / "berkas", b"bita")
    assert [path.name for path in tmp_path.iterdir()] == ["berkas"]
    monkeypatch.setattr(atomic_write, "HELD", 1)
    refused.clear()
    with pytest.raises(PermissionError):
        atomic_write.write_atomically(tmp_path / "berkas", b"lain")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("berkas", b"bita")]


def test_a_mount_is_found_without_the_call_that_windows_lacks(tmp_path, monkeypatch):
    def lacking(_: Path) -> bool:
        raise NotImplementedError

    monkeypatch.setattr(Path, "is_mount", lacking)
    (tmp_path / "situs").mkdir()
    claim(tmp_path / "situs", tmp_path / "isi", tmp_path / "proyek")
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    with pytest.raises(ToolFailure, match="disk terpasang"):
        claim(tmp_path / "situs", tmp_path / "isi", tmp_path / "proyek")


def test_content_on_another_drive_is_named_as_it_is(tmp_path, monkeypatch):
    def apart(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(check.os.path, "relpath", apart)
    fault = Fault(path="kreator/x/index.md", line=1, column=1, code="P107", message="Saran", severity="fault")
    named = f"{tmp_path.as_posix()}/kreator/x/index.md".replace(":", "%3A")
    assert check.annotation(fault, tmp_path).startswith(f"::error file={named},line=1")


@pytest.mark.parametrize(
    ("code", "full"), [(errno.EPIPE, False), (errno.EINVAL, sys.platform != "win32"), (errno.ENOSPC, True)]
)
def test_a_reader_that_has_gone_is_no_failure_whatever_the_system_calls_it(code, full):
    stream = SafeStream(io.BytesIO())
    stream.lost = OSError(code, "")
    assert stream.is_full is full


def test_a_console_without_a_letter_shows_another(tmp_path, project):
    """As one of code page 1252, into which Windows encodes what goes to a pipe."""
    write_profile(tmp_path / "isi", "contoh-satu", more="🐟: ikan\n")
    for encoding in ("cp1252", "ascii"):
        around = {**os.environ, "PYTHONIOENCODING": encoding}
        command = [sys.executable, "tasks.py", "check", "--content", str(tmp_path / "isi")]
        run = subprocess.run(command, cwd=project, env=around, capture_output=True)
        assert run.returncode == 1, run.stderr
        assert b"Traceback" not in run.stderr
        assert b'"?: ikan"' in run.stdout


@pytest.mark.parametrize(
    ("system", "around", "known"),
    [("linux", {}, True), ("win32", {}, False), ("win32", {"WT_SESSION": "1"}, True),
     ("win32", {"TERM": "xterm"}, True), ("linux", {"TERM": "dumb"}, False)],
)  # fmt: skip
def test_codes_are_for_terminals_that_know_them(system, around, known, monkeypatch):
    for name in ("TERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in around.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert understands_codes(SimpleNamespace(isatty=lambda: True)) is known
    assert not understands_codes(SimpleNamespace(isatty=lambda: False))


def test_a_build_that_died_takes_no_line_whatever_the_system_calls_it():
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.EINVAL, "Invalid argument")

    process = SimpleNamespace(stdin=Closed())
    _start_build(process, "")
    assert process.stdin is None


def test_a_busy_port_is_refused_without_the_option_that_shares_it_on_windows(tmp_path, monkeypatch):
    monkeypatch.setattr(devserver.Server, "allow_reuse_address", False)
    channel = devserver.StateChannel()
    with devserver.open_server(tmp_path, channel, 0) as first:
        port = first.server_address[1]
        with pytest.raises(ToolFailure, match="sedang dipakai"):
            devserver.open_server(tmp_path, channel, port)


def test_windows_has_its_python_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "requirements.txt").write_text("")
    monkeypatch.setattr(bootstrap, "WINDOWS", True)
    monkeypatch.setattr(bootstrap, "make_environment", lambda folder: folder.mkdir())
    monkeypatch.setattr(bootstrap, "install", lambda *_: None)
    assert bootstrap.prepare(tmp_path, ("requirements.txt",)) == tmp_path / ".venv/Scripts/python.exe"


CHILD = """
import signal, sys, time
signal.signal(signal.SIGINT, lambda *_: (time.sleep(0.6), sys.exit(7)))
print("siap", flush=True)
time.sleep(20)
"""
PARENT = """
import runpy, sys
bootstrap = runpy.run_path(sys.argv[1])
bootstrap["hand_over"].__globals__["WINDOWS"] = True
sys.exit(bootstrap["hand_over"](sys.executable, ["-c", sys.argv[2]]))
"""


@pytest.mark.posix
def test_where_no_process_can_be_replaced_ctrl_c_lets_the_task_end_in_order():
    command = [sys.executable, "-c", PARENT, bootstrap.__file__, CHILD]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout.readline() == b"siap\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(10) == 7


RUN = ("run", "Popen", "check_output")


def unnamed(tree: ast.AST) -> list[int]:
    """The lines of calls that take the system's encoding, as none is named."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        given = {keyword.arg for keyword in node.keywords}
        modes = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        texts = name in ("read_text", "write_text") or (name == "open" and modes and not any("b" in m for m in modes))
        if (texts and not given & {"encoding"} and "utf-8" not in modes) or (
            name in RUN and given & {"text", "universal_newlines"}
        ):
            found.append(node.lineno)
    return found


def test_every_text_names_its_encoding(project):
    wrong = {
        f"{path.relative_to(project)}:{line}"
        for path in [*(project / "plugins").rglob("*.py"), project / "tasks.py", project / "pelicanconf.py"]
        for line in unnamed(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert wrong == set()
