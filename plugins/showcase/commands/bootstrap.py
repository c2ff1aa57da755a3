"""Sets up `.venv`: from a bare Python to the project's own environment.

`tasks.py` loads this file by its path, before anything is installed: it uses the standard library alone and
must be readable by an old Python far enough to say that it is too old. It makes `.venv`, installs the hashed
requirements when they have changed, and hands over to the same command inside `.venv`.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

NEEDED = (3, 11)
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
NEEDS_DEVELOPMENT = frozenset({"test"})
ONLY_TELLS = frozenset({"-h", "--help", "-V", "--version"})
STAMP = "requirements.installed"        # inside .venv: which requirements are installed
LOG = "pip.log"                         # inside .venv: everything pip said last time
TOOL_FAILURE = 2
WINDOWS = os.name == "nt"
PIP = ("-P", "-m", "pip")               # -P: never a pip.py of the working folder, which may be a proposal's

# What pip says when something is wrong, and what the person can do about it. The first match wins.
PIP_ADVICE = (
    (r"No space left on device|Errno 28", "Ruang disk habis. Kosongkan kira-kira 500 MB, lalu ulangi perintah ini."),
    (
        r"DO NOT MATCH THE HASHES",
        "Isi paket yang diunduh tidak sama dengan sidik jari di {file}. Ulangi; bila tetap begitu, laporkan.",
    ),
    (
        r"name resolution|getaddrinfo|NewConnectionError|ConnectionError|Connection refused|ProxyError|timed out"
        r"|Max retries|Network is unreachable|No matching distribution|Could not find a version",
        "Indeks paket Python tidak terjangkau. Periksa sambungan internet (atau proksi kantor), lalu ulangi.",
    ),
)


class SetupFailure(Exception):
    """The environment cannot be made; one Indonesian line says what is missing."""


def main(root: Path, arguments: list[str]) -> int:
    """Make `.venv` under `root` fit for the task, run the command in it, return its exit code."""
    try:
        require_python(sys.version_info[:2])
        python = prepare(root, files_for(arguments))
    except SetupFailure as failure:
        say(str(failure))
        return TOOL_FAILURE
    except KeyboardInterrupt:
        say("Dihentikan. Pemasangan dilanjutkan pada perintah berikutnya.")
        return 130
    return hand_over(python, [str(root / "tasks.py"), *arguments])


def require_python(version: tuple[int, ...]) -> None:
    """Refuse a Python older than the libraries allow."""
    if version < NEEDED:
        found = ".".join(str(part) for part in version)
        needed = ".".join(str(part) for part in NEEDED)
        raise SetupFailure(f"Python {found} terlalu lama. Pasang Python {needed} atau lebih baru, lalu ulangi.")


def files_for(arguments: list[str]) -> tuple[str, ...]:
    """The requirement files that the asked task needs. Help needs no more than a build, whatever it is about."""
    if ONLY_TELLS.intersection(arguments) or not NEEDS_DEVELOPMENT.intersection(arguments[:1]):
        return (RUNTIME,)
    return (RUNTIME, DEVELOPMENT)


def prepare(root: Path, files: tuple[str, ...]) -> Path:
    """Path of `.venv`'s Python, with every requirement of `files` installed."""
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    installed = read_stamp(folder)
    missing = [name for name in files if installed.get(name) != fingerprint(root / name)]
    if python.exists() and not missing:
        return python
    try:
        if not works(python):
            make_environment(folder)
        (folder / STAMP).unlink(missing_ok=True)        # an interrupted install must not look finished
        wanted = tuple(dict.fromkeys((*files, *installed)))
        install(python, root, wanted)
        write_stamp(folder, {name: fingerprint(root / name) for name in wanted})
    except OSError as error:
        raise SetupFailure(f"Tidak dapat menulis {folder}: {error.strerror or error}.") from error
    return python


def works(python: Path) -> bool:
    """Whether `.venv` holds a Python that starts and has pip; an upgraded system leaves a dead one."""
    if not python.exists():
        return False
    return subprocess.run([str(python), *PIP, "--version"], capture_output=True, check=False).returncode == 0


def make_environment(folder: Path) -> None:
    """Create `.venv` afresh."""
    lacking = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if lacking:
        raise SetupFailure(
            f"Modul venv belum lengkap ({', '.join(lacking)} tidak ada). "
            "Di Debian atau Ubuntu: sudo apt install python3-venv"
        )
    say(f"Membuat lingkungan Python di {folder.name} …")
    import venv  # only now is it known to be there

    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(folder)
    except subprocess.CalledProcessError as error:
        raise SetupFailure("Modul venv gagal. Di Debian atau Ubuntu: sudo apt install python3-venv") from error


def install(python: Path, root: Path, files: tuple[str, ...]) -> None:
    """Install the hashed requirements, printing each library as it is fetched."""
    total = len({name for file in files for name in requirement_names(root / file)})
    say(f"Memasang {total} pustaka Python (hanya saat daftarnya berubah, biasanya 1-2 menit) …")
    command = [str(python), *PIP, "install", "--require-hashes", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off"]
    for file in files:
        command += ["-r", str(root / file)]
    log = python.parent.parent / LOG
    if follow(command, log, total):
        raise SetupFailure(advice(log.read_text(encoding="utf-8"), files[-1], log))
    say("Semua pustaka terpasang.")


def follow(command: list[str], log: Path, total: int) -> int:
    """Run pip with its output in `log`, naming each of the `total` libraries once on standard error; its exit code."""
    # PIP_USER in a person's settings makes every install into a virtual environment fail.
    environment = {**os.environ, "PIP_USER": "0", "PYTHONIOENCODING": "utf-8"}
    seen: set[str] = set()
    with log.open("w", encoding="utf-8") as file, subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            file.write(line)
            found = re.match(r"(?:Collecting |Processing .*/)([A-Za-z0-9._-]+?)(?:==|-\d|\s)", line)
            if found and found[1].lower() not in seen:
                seen.add(found[1].lower())
                say(f"  {len(seen):3d}/{total} {found[1]}")
            elif line.startswith("Installing collected packages"):
                say("  menyalin berkas …")
    return process.returncode


def advice(output: str, file: str, log: Path) -> str:
    """One line for the person, out of all that pip said."""
    for pattern, sentence in PIP_ADVICE:
        if re.search(pattern, output):
            return sentence.format(file=file)
    errors = re.findall(r"^ERROR: (.+)", output, re.MULTILINE) or ["tanpa penjelasan"]
    return f"pip gagal: {errors[-1].strip()} Selengkapnya: {log}"


def requirement_names(path: Path) -> list[str]:
    """Names of the pinned libraries of one requirements file."""
    try:
        return re.findall(r"^([A-Za-z0-9._-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE)
    except FileNotFoundError as error:
        raise SetupFailure(f"{path.name} tidak ada. Ambil ulang proyek ini selengkapnya.") from error


def fingerprint(path: Path) -> str:
    """Hash of a requirements file and of the Python that reads it; "" for a file that is not there."""
    if not path.exists():
        return ""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}\n".encode()
    return hashlib.sha256(version + path.read_bytes()).hexdigest()


def read_stamp(folder: Path) -> dict[str, str]:
    """What is installed, as requirements file -> fingerprint; empty when unknown."""
    try:
        lines = (folder / STAMP).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)


def write_stamp(folder: Path, installed: dict[str, str]) -> None:
    """Remember what is installed."""
    text = "".join(f"{name} {value}\n" for name, value in installed.items())
    (folder / STAMP).write_text(text, encoding="utf-8")


def hand_over(python: Path, arguments: list[str]) -> int:
    """Run `python arguments` in place of this process; returns only where the system cannot replace one."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # None: it was closed before we began
            stream.flush()
    if not WINDOWS:
        os.execv(str(python), [str(python), *arguments])  # noqa: S606 - the task must own the terminal
    with subprocess.Popen([str(python), *arguments]) as process:
        while process.poll() is None:
            with contextlib.suppress(KeyboardInterrupt):    # the task hears of it too, and ends in order
                process.wait()
    return process.returncode


def say(text: str) -> None:
    """One line of progress; standard output stays free for what the task itself prints."""
    if sys.stderr is None:  # closed before we began
        return
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()
