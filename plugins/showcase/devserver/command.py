"""`serve`: build with samples, serve, and build again whenever content, theme, plugin or settings change.

Every build is a process of its own: Pelican caches in memory what it has read, and an edited plugin needs a new
process. The next one waits with its libraries loaded (warm_worker.py). A build that fails
changes nothing on disk, so the last good site stays up.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

from watchfiles import watch

from ..build.outcome import LATE_SEARCH, SEARCH_FOLLOWS
from ..content import require_people
from ..diagnostics.fault import ToolFailure
from ..runtime.termination import sigterm_as_interrupt
from ..text.numbers import decimal
from .server import StateChannel, open_server
from .warm_worker import BuildWorkers

FOLDERS = ("theme", "plugins")  # beside the content
SETTINGS = ("pelicanconf.py", "publishconf.py")
NOT_SOURCE = re.compile(r"^\.|^__pycache__$|~$|\.(?:pyc|swp|swx|tmp|part|crdownload)$|^4913$")  # 4913: Vim's probe
LINES_IN_BROWSER = 40
LINES_OF_TRACEBACK = 6
BATCH_PAUSE = 20  # milliseconds without another change after which a batch of changes is whole
POLL_INTERVAL = 0.02  # seconds between two polls of a running build

Changes = frozenset[Path]


def run(root: Path, *, content: Path, port: str) -> int:
    """Serve the project in `root` with `content` until it is stopped. Raises ToolFailure where it cannot start."""
    require_people(content, may_lack=True)
    number = _port(port)
    channel = StateChannel()
    server = open_server(root / "output", channel, number)
    address = f"http://localhost:{server.server_address[1]}"
    queue: Queue[Changes | Exception] = Queue()
    with _until_stopped() as stop, closing(BuildWorkers(root, content)) as builds:
        Thread(target=server.serve_forever, daemon=True).start()
        _watch(root, content, queue, stop)
        print("Membangun situs dengan contoh …", flush=True)
        late = _rebuild(root, builds, channel, address)
        watched = ", ".join(f"{name}/" for name in (_name(content, root), *FOLDERS))
        print(f"Menunggu perubahan di {watched}. Ctrl-C untuk berhenti.", flush=True)
        while True:
            if late:
                _finish_search(root, content, queue)
            changed = _batch(queue)
            print(f"\n{time.strftime('%H:%M:%S')} Berubah: {_names(changed, root)}", flush=True)
            late = _rebuild(root, builds, channel, address)
    server.shutdown()
    print("\nBerhenti.", flush=True)
    return 0


def _port(text: str) -> int:
    if not re.fullmatch(r"\d{1,5}", text) or int(text) > 65535:
        raise ToolFailure(f"--port {text!r} bukan nomor pangkalan. Tulis angka 1024 sampai 65535, misalnya --port 8000")
    return int(text)


def _rebuild(root: Path, builds: BuildWorkers, channel: StateChannel, address: str) -> bool:
    """Build once, and report to the terminal and the browsers. Whether the search index is still the old one."""
    start, before, announced = time.monotonic(), _output_id(root), False
    with builds.one(LATE_SEARCH) as process:
        while process.returncode is None:
            with suppress(subprocess.TimeoutExpired):
                output, _ = process.communicate(timeout=POLL_INTERVAL)
            if not announced and _output_id(root) not in (0, before):
                announced = True  # the site is in place; the build still writes its cache
                channel.built()
    code, late = process.returncode, SEARCH_FOLLOWS in output
    seconds = decimal(time.monotonic() - start)
    for line in output.splitlines():
        print(f"  {line}")
    if code == 0:
        if not announced:
            channel.built()
        print(f"✓ Situs siap dalam {seconds} detik: {address}", flush=True)
    else:
        channel.failed(excerpt(output) or f"Pembangunan berhenti dengan kode {code}.")
        print("✗ Belum dapat dibangun. Situs terakhir yang baik tetap tampil.", flush=True)
    builds.prepare()
    return late and code == 0


def _output_id(root: Path) -> int:
    """The inode of `output/`, which every build replaces; 0 for none."""
    try:
        return (root / "output").stat().st_ino
    except OSError:
        return 0


def _finish_search(root: Path, content: Path, queue: Queue[Changes | Exception]) -> None:
    """Build the search index, unless another change comes first, whose build then does it."""
    with closing(BuildWorkers(root, content)) as builds, builds.one() as process:
        while process.returncode is None:
            with suppress(subprocess.TimeoutExpired):
                process.communicate(timeout=POLL_INTERVAL)
            if process.returncode is None and not queue.empty():
                process.terminate()
    if process.returncode == 0:
        print("✓ Pencarian mengikuti.", flush=True)


def excerpt(output: str) -> str:
    """What the browser shows of a failed build: the first faults, or the end of a traceback."""
    lines = output.splitlines()
    if any(line.startswith("Traceback ") for line in lines):
        return "\n".join(lines[-LINES_OF_TRACEBACK:])
    more = len(lines) - LINES_IN_BROWSER
    return "\n".join([*lines[:LINES_IN_BROWSER], *([f"… dan {more} baris lagi di terminal"] if more > 0 else [])])


def _watch(root: Path, content: Path, queue: Queue[Changes | Exception], stop: Event) -> None:
    """Start putting changes into `queue`: whole folders, and the settings beside them."""
    # One watch is on the folders and one on the project's top: watching the top with all below would take .venv in.
    folders = [content, *(root / name for name in FOLDERS if (root / name).is_dir())]
    for paths, recursive in ((folders, True), ([root], False)):
        Thread(target=_collect, args=(root, content, paths, recursive, queue, stop), daemon=True).start()


def _collect(
    root: Path, content: Path, paths: list[Path], recursive: bool, queue: Queue[Changes | Exception], stop: Event
) -> None:
    try:
        batches = watch(
            *paths, recursive=recursive, watch_filter=None, stop_event=stop, raise_interrupt=False, step=BATCH_PAUSE
        )
        for changes in batches:
            found = frozenset(path for _, name in changes if is_source(path := Path(name), root, content))
            if found:
                queue.put(found)
    except (OSError, RuntimeError) as error:  # e.g. the system's limit of watched folders
        queue.put(ToolFailure(f"Perubahan tidak dapat dipantau: {error}"))


def is_source(path: Path, root: Path, content: Path) -> bool:
    """Whether a change of `path` calls for a build.

    Judged by the path inside a watched folder: a checkout may itself lie in a folder whose name starts with a dot.
    """
    for folder in (content, *(root / name for name in FOLDERS)):
        if folder in path.parents:
            return not any(NOT_SOURCE.search(part) for part in path.relative_to(folder).parts)
    return path.parent == root and path.name in SETTINGS


def _batch(queue: Queue[Changes | Exception]) -> Changes:
    """All that has changed since the last build, once something has."""
    batch: set[Path] = set()
    while not batch or not queue.empty():
        with suppress(Empty):
            item = queue.get(timeout=0.5)  # since Windows does not let Ctrl-C through an endless wait
            if isinstance(item, Exception):
                raise item
            batch |= item
    return frozenset(batch)


def _names(changed: Iterable[Path], root: Path) -> str:
    names = sorted(_name(path, root) for path in changed)
    rest = f" dan {len(names) - 3} berkas lain" if len(names) > 3 else ""
    return ", ".join(names[:3]) + rest


def _name(path: Path, root: Path) -> str:
    """A path inside the project as seen from there, any other in full."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


@contextmanager
def _until_stopped() -> Iterator[Event]:
    """Let Ctrl-C and SIGTERM end the block in order; yields the event that stops the watchers."""
    stop = Event()
    try:
        with sigterm_as_interrupt():
            yield stop
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
