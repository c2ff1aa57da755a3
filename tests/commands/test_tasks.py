"""The command line: a bare Python is led to a working environment, and every mistake to one clear line."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.commands import bootstrap, program
from showcase.diagnostics.fault import ContentFaults, Fault, ToolFailure


@pytest.fixture
def clone(project: Path, tmp_path: Path) -> Path:
    """The least of a clone that the bootstrap needs, in a folder whose name has a space."""
    root = tmp_path / "kreator belitung"
    commands = Path("plugins", "showcase", "commands")
    (root / commands).mkdir(parents=True)
    for name in ("tasks.py", "requirements.txt", "requirements-dev.txt", str(commands / "bootstrap.py")):
        shutil.copy(project / name, root / name)
    return root


def bare(
    root: Path, *arguments: str, before: str = "", folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `python3 tasks.py` as a bare Python would, from another folder; `before` is code that damages the Python."""
    code = f"import runpy, sys\n{before}\nsys.argv = sys.argv[1:]\nrunpy.run_path(sys.argv[0], run_name='__main__')"
    return subprocess.run(
        [sys._base_executable, "-c", code, str(root / "tasks.py"), *arguments],
        cwd=folder or root.anchor,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# What a bare machine lacks -> the one line it is told.
LACKING = {
    "sys.version_info = (3, 8, 10, 'final', 0)": (
        "Python 3.8 terlalu lama. Pasang Python 3.11 atau lebih baru, lalu ulangi."
    ),
    "sys.modules['ensurepip'] = None": (
        "Modul venv belum lengkap (ensurepip tidak ada). Di Debian atau Ubuntu: sudo apt install python3-venv"
    ),
    "sys.modules['venv'] = None": (
        "Modul venv belum lengkap (venv tidak ada). Di Debian atau Ubuntu: sudo apt install python3-venv"
    ),
}


@pytest.mark.parametrize(("damage", "sentence"), LACKING.items())
def test_what_is_missing_is_said_in_one_line(clone: Path, damage: str, sentence: str) -> None:
    run = bare(clone, "build", before=damage)
    assert (run.returncode, run.stdout, run.stderr) == (2, "", sentence + "\n")


def test_a_missing_requirements_file_is_said_in_one_line(clone: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(bootstrap, "works", lambda python: True)
    (clone / ".venv").mkdir()
    (clone / "requirements.txt").unlink()
    assert bootstrap.main(clone, ["build"]) == 2
    assert capsys.readouterr().err == "requirements.txt tidak ada. Ambil ulang proyek ini selengkapnya.\n"


NOWHERE = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}


def test_a_pip_in_the_working_folder_is_not_run(clone: Path, tmp_path: Path) -> None:
    """`check` of a proposal runs in the proposal's folder. The second run asks first whether `.venv` works."""
    (tmp_path / "pip.py").write_text("open('dijalankan', 'w').close()\n", encoding="utf-8")
    for _ in range(2):
        assert bare(clone, "check", folder=tmp_path, **NOWHERE).returncode == 2
        assert not (tmp_path / "dijalankan").exists()


def test_without_network_it_says_so_and_a_later_run_starts_over(clone: Path) -> None:
    run = bare(clone, "build", **NOWHERE)
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == (
        "Indeks paket Python tidak terjangkau. Periksa sambungan internet (atau proksi kantor), lalu ulangi."
    )
    assert not (clone / ".venv" / bootstrap.STAMP).exists()


@pytest.mark.parametrize("name", ["tasks.py", "plugins/showcase/commands/bootstrap.py"])
def test_an_old_python_can_read_far_enough_to_be_told(project: Path, name: str) -> None:
    ast.parse((project / name).read_text(encoding="utf-8"), feature_version=(3, 8))


# The end of what pip prints -> what the person is told.
PIP_SAYS = {
    "ERROR: Could not find a version that satisfies the requirement anyio==4 (from versions: none)": "tidak terjangkau",
    "WARNING: Retrying ... Temporary failure in name resolution": "tidak terjangkau",
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "Ruang disk habis",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.": "sidik jari di requirements.txt",
    "ERROR: Failed building wheel for anyio": "pip gagal: Failed building wheel for anyio Selengkapnya: log",
    "": "pip gagal: tanpa penjelasan",
}


@pytest.mark.parametrize(("output", "sentence"), PIP_SAYS.items())
def test_what_pip_says_is_put_into_one_sentence(output: str, sentence: str) -> None:
    told = bootstrap.advice(f"Collecting anyio\n{output}\n", "requirements.txt", Path("log"))
    assert sentence in told
    assert "\n" not in told


@pytest.fixture
def installed(clone: Path, monkeypatch) -> list[tuple[str, ...]]:
    """The requirement files of each install, which is not carried out."""
    python = clone / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "works", lambda python: True)
    monkeypatch.setattr(bootstrap, "install", lambda python, root, files: calls.append(files))
    return calls


@pytest.mark.parametrize(
    "typed",
    [["--help", "test"], ["test", "--help"], ["test", "-h"], ["--help", "build"], ["build", "--help"], ["--version"],
     ["new", "test"], ["link", "test"]],
)  # fmt: skip
def test_what_only_tells_needs_no_more_than_a_build(typed: list[str]) -> None:
    assert bootstrap.files_for(typed) == bootstrap.files_for(["build"]) == ("requirements.txt",)


def test_it_installs_once_and_again_only_after_a_change(clone: Path, installed: list[tuple[str, ...]]) -> None:
    runtime, both = ("requirements.txt",), ("requirements.txt", "requirements-dev.txt")
    assert bootstrap.files_for(["build", "--public"]) == runtime
    assert bootstrap.files_for(["test", "--all"]) == both
    bootstrap.prepare(clone, runtime)
    bootstrap.prepare(clone, runtime)
    assert installed == [runtime]
    bootstrap.prepare(clone, both)
    bootstrap.prepare(clone, runtime)
    assert installed == [runtime, both]
    with (clone / "requirements.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    bootstrap.prepare(clone, runtime)
    assert installed == [runtime, both, both], "what `test` needs stays in step too"


def test_an_interrupted_install_is_not_taken_for_a_finished_one(clone: Path, installed: list, monkeypatch) -> None:
    bootstrap.prepare(clone, ("requirements.txt",))

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "install", interrupt)
    with (clone / "requirements.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert bootstrap.main(clone, ["build"]) == 130
    assert bootstrap.read_stamp(clone / ".venv") == {}


def test_a_disk_that_takes_no_environment_is_one_line(clone: Path, installed: list, monkeypatch, capsys) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(bootstrap, "write_stamp", full)
    assert bootstrap.main(clone, ["build"]) == 2
    assert capsys.readouterr().err == f"Tidak dapat menulis {clone / '.venv'}: No space left on device.\n"


# --- the command line inside the environment ---


def tasks(project: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the tasks in the environment of the tests, from another folder."""
    return subprocess.run(
        [sys.executable, "-c", "import tasks; tasks.main()", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


PROMISED = {"serve", "build", "check", "test", "new", "link", "covers", "links", "publish"}


def test_help_names_every_promised_task(project: Path, tmp_path: Path) -> None:
    run = tasks(project, cwd=tmp_path)
    named = {line.split()[0] for line in run.stdout.splitlines() if line.startswith("  ")}
    assert (run.returncode, PROMISED - named) == (0, set())


FLAGS = {
    "build": ["--content=STRING", "--demo", "--hold-back", "--output=STRING", "--public", "--shard=STRING"],
    "check": ["--base=STRING", "--content=STRING", "--format=STRING"],
    "link": ["--file=STRING", "--format=STRING"],
    "test": ["--all"],
}


@pytest.mark.parametrize(("name", "flags"), FLAGS.items())
def test_flags_are_the_promised_ones(project: Path, tmp_path: Path, name: str, flags: list[str]) -> None:
    run = tasks(project, "--help", name, cwd=tmp_path)
    assert [word for word in run.stdout.split() if word.startswith("--")] == flags


USAGES = {
    "new": 'Pakai: python3 tasks.py new "Nama"',
    "link": "Pakai: python3 tasks.py link URL… [PILIHAN]",
    "comment": "Pakai: python3 tasks.py comment --report=STRING [PILIHAN]",
    "build": "Pakai: python3 tasks.py build [PILIHAN]",
    "publish": "Pakai: python3 tasks.py publish",
}


@pytest.mark.parametrize(("name", "usage"), USAGES.items())
@pytest.mark.parametrize("asked", [("--help", ""), ("", "--help"), ("", "-h")])
def test_a_usage_line_shows_the_values_wherever_help_is_asked(project, tmp_path, name, usage, asked) -> None:
    before, after = asked
    run = tasks(project, *filter(None, (before, name, after)), cwd=tmp_path)
    assert (run.returncode, run.stdout.splitlines()[0], run.stderr) == (0, usage, "")
    assert "  " in run.stdout, "what each flag is for"


HELPED = {
    ("--help", ""): "Pakai: python3 tasks.py PERINTAH [PILIHAN]",
    ("check", "--help", "buld"): "Pakai: python3 tasks.py check [PILIHAN]",
    ("check", "buld", "--help"): "Pakai: python3 tasks.py check [PILIHAN]",
}


@pytest.mark.parametrize(("arguments", "usage"), HELPED.items())
def test_help_is_shown_whatever_stands_beside_a_known_task(project, tmp_path, arguments, usage) -> None:
    run = tasks(project, *arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout.splitlines()[0], run.stderr) == (0, usage, "")


def test_the_version_is_the_project_s(project: Path, tmp_path: Path) -> None:
    assert re.fullmatch(r"kreator-belitung \d+\.\d+\.\d+\n", tasks(project, "--version", cwd=tmp_path).stdout)


MISTYPED = {
    ("buld",): "Perintah tidak dikenal: buld. Yang ada: ",
    ("build", "--publik"): "Pilihan tidak dikenal: --publik. Lihat: python3 tasks.py --help PERINTAH",
    ("build", "-x"): "Pilihan tidak dikenal: -x. Lihat: python3 tasks.py --help PERINTAH",
    ("new", "--nmae", "Contoh"): "Pilihan tidak dikenal: --nmae. Lihat: python3 tasks.py --help PERINTAH",
    ("build", "- x"): "Perintah tidak dikenal: - x. Yang ada: ",
    ("",): "Perintah tidak dikenal: . Yang ada: ",
    ("--help", "buld"): "Perintah tidak dikenal: buld. Yang ada: ",
    ("-h", "buld"): "Perintah tidak dikenal: buld. Yang ada: ",
    ("buld", "--help"): "Perintah tidak dikenal: buld. Yang ada: ",
    ("buld", "-h"): "Perintah tidak dikenal: buld. Yang ada: ",
    ("bu'ld it", "--help"): "Perintah tidak dikenal: bu'ld it. Yang ada: ",
    ("", "--help"): "Perintah tidak dikenal: . Yang ada: ",
    ("--help", "--publik"): "Pilihan tidak dikenal: --publik. Lihat: python3 tasks.py --help PERINTAH",
    ("--publik", "--help"): "Pilihan tidak dikenal: --publik. Lihat: python3 tasks.py --help PERINTAH",
    ("build", "--publik", "--help"): "Pilihan tidak dikenal: --publik. Lihat: python3 tasks.py --help PERINTAH",
    ("new",): 'Perintah new perlu satu isian: "Nama". Lihat: python3 tasks.py --help new',
    ("new", "Contoh", "Rina"): 'Tulis nama dalam tanda kutip: python3 tasks.py new "Contoh Rina"',
    (
        "start",
        "kab.",
        "kepulauan",
        "talaud",
    ): 'Tulis nama dalam tanda kutip: python3 tasks.py start "kab. kepulauan talaud"',
    ("check", "--format"): "Pilihan --format perlu isi di belakangnya.",
    ("link", "--file"): "Pilihan --file perlu isi di belakangnya.",
    ("serve", "--port", "delapan"): "Gagal: --port 'delapan' bukan nomor pangkalan.",
}


@pytest.mark.parametrize(("arguments", "sentence"), MISTYPED.items())
def test_a_mistyped_command_is_one_line_and_exit_code_2(project, tmp_path, arguments, sentence) -> None:
    run = tasks(project, *arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(sentence)
    assert run.stderr.count("\n") == 1


# What is typed, quoted for the shell -> the task and the values that reach it.
QUOTED = [
    (["new", "- Dwi Laut"], "commands.new", {"name": "- Dwi Laut"}),
    (["new", "-dwi"], "commands.new", {"name": "-dwi"}),
    (["new", "-- Dwi --content x"], "commands.new", {"name": "-- Dwi --content x"}),
    (["link", "- https://contoh.test/"], "commands.link", {"urls": ["- https://contoh.test/"]}),
    (["link", "--https://contoh.test/", "-"], "commands.link", {"urls": ["--https://contoh.test/", "-"]}),
    (["link", "--file", "-"], "commands.link", {"urls": [], "file": Path("-")}),
    (["check", "--content", "- x"], "commands.check", {"content": Path("- x").resolve()}),
    (["check", "--content=--x"], "commands.check", {"content": Path("--x").resolve()}),
    (["serve", "--content", "- x"], "devserver.command", {"content": Path("- x").resolve(), "port": "8000"}),
    (
        ["doctor", "--content", "a/isi"],
        "commands.doctor",
        {"root": Path("a").resolve(), "content": Path("a/isi").resolve()},
    ),
    (["serve", "--port", "-1"], "devserver.command", {"port": "-1"}),
    (["links", "--content", "--content"], "linkcheck.command", {"content": Path("--content").resolve()}),
    (["review", "-x", "--output", "- y"], "github.review", {"base": "-x", "output": Path("- y")}),
    (["announce", "--site", "-z"], "github.announce", {"site": "-z"}),
    (["report", "--month", "-1"], "commands.report", {"month": "-1"}),
]


@pytest.mark.parametrize(("typed", "command", "values"), QUOTED)
def test_what_is_quoted_reaches_the_task_as_it_is(monkeypatch, typed, command, values) -> None:
    import tasks as file

    called: dict[str, object] = {}
    monkeypatch.setattr(program, "run", lambda name, options: called.update(options, command=name))
    monkeypatch.setattr(sys, "argv", ["tasks.py", *typed])
    with pytest.raises(SystemExit):
        file.main()
    assert called["command"] == f"showcase.{command}"
    assert {name: called[name] for name in values} == values


LINK_LINES = [
    (["link"], ["link", ""]),
    (["link", "a"], ["link", "a|"]),
    (["link", "a", "b", "--format", "json"], ["link", "a|b|", "--format", "json"]),
    (["link", "--file", "f", "a"], ["link", "a|", "--file", "f"]),
    (["link", "--format=json", "a", "", "b"], ["link", "a||b|", "--format=json"]),
    (["link", "lihat ini\nhttps://contoh.test/"], ["link", "lihat ini\nhttps://contoh.test/|"]),
    (["link", "--help"], ["link", "--help"]),
    (["build", "--content", "x"], ["build", "--content", "x"]),
]


@pytest.mark.parametrize(("typed", "given"), LINK_LINES)
def test_any_number_of_links_reaches_the_task(typed: list[str], given: list[str]) -> None:
    assert [part.replace(program.SEPARATOR, "|") for part in program.join_links(typed)] == given


@pytest.mark.parametrize("links", [[], ["a"], ["a", "", "b"], ["satu kalimat\ndua baris"]])
def test_links_come_out_as_they_were_typed(links: list[str]) -> None:
    assert program.split_links(program.join_links(["link", *links])[1]) == links


def test_plain_invoke_hands_over_one_link() -> None:
    assert program.split_links("https://contoh.test/") == ["https://contoh.test/"]


FAULT = Fault(path="kreator/contoh/index.md", line=7, column=12, code="P103", key="akun", message='"@x" bukan alamat.')
ENDINGS = [
    (ContentFaults((FAULT,)), 1, 'kreator/contoh/index.md:7:12: P103 akun: "@x" bukan alamat.'),
    (ToolFailure("tidak ada tempat"), 2, "Gagal: tidak ada tempat"),
    (PermissionError(13, "Permission denied", "output"), 2, "Gagal: output: Permission denied"),
    (KeyboardInterrupt(), 130, "Dihentikan."),
]


@pytest.mark.parametrize(("ending", "code", "line"), ENDINGS)
def test_how_a_command_ends(monkeypatch, capsys, ending: BaseException, code: int, line: str) -> None:
    class Command:
        @staticmethod
        def run() -> int:
            raise ending

    monkeypatch.setattr(program, "import_module", lambda name: Command)
    with pytest.raises(program.Exit) as caught:
        program.run("contoh", {})
    assert (caught.value.code, capsys.readouterr().err) == (code, line + "\n")


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--prove-all",), 1)])
def test_without_a_browser_the_run_says_what_it_left_out(
    options: tuple[str, ...], code: int, project: Path, tmp_path: Path
) -> None:
    """A plain run passes then; one that is to prove everything does not."""
    environment = {name: value for name, value in os.environ.items() if name != "CHROMIUM"}
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "tests/devserver/test_serve.py",
            "-k",
            "browser_follows",
            *options,
        ],
        cwd=project,
        env={**environment, "PATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, "1 skipped" in run.stdout) == (code, True), run.stdout
    skipped = "BELUM TERBUKTI: 1 uji dilewati.\n  1 tests/devserver/test_serve.py: Skipped: Chromium tidak ada"
    assert skipped in run.stdout
    assert "PERHATIAN: Chromium tidak ada, maka semua uji peramban dilewati." in run.stdout


# --- for real ---


@pytest.mark.long
def test_a_fresh_clone_becomes_a_checked_project(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "kreator belitung"
    ignored = shutil.ignore_patterns(".venv", ".git", ".cache", "output", ".*_cache", "__pycache__", ".hypothesis")
    shutil.copytree(project, root, ignore=ignored)
    first = bare(root, "check", "--format", "json")
    if "tidak terjangkau" in first.stderr:
        pytest.skip("no package index")
    assert first.returncode == 0, first.stderr
    assert isinstance(json.loads(first.stdout), list), "progress must not stand in the way of the JSON"
    assert "Membuat lingkungan Python di .venv" in first.stderr
    again = bare(root, "check", "--format", "json")
    assert (again.returncode, "Memasang" in again.stderr) == (0, False)
    built = bare(root, "build")
    assert built.returncode == 0, built.stderr
    assert (root / "output" / "index.html").is_file(), "what is installed for a build is enough for one"
