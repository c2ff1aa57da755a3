"""Run one command and write down what it took: `python clock.py SECONDS LOG COMMAND …`, JSON on standard output.

A program of its own, and a small one, because the system counts a child's peak memory from its parent's: measured
from the benchmark itself, everything would seem as large as the benchmark. It imports nothing of the project.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer

KILOBYTE = 1 if sys.platform == "darwin" else 1024  # macOS counts the peak in bytes


def main(seconds: str, log: str, command: list[str]) -> None:
    """Run `command`, at most so long, its words into the file `log`."""
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda number, _frame: sys.exit(128 + number))
    with Path(log).open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        late = Event()

        def too_late() -> None:
            late.set()
            kill(process)

        timer = Timer(float(seconds), too_late)
        timer.start()
        try:
            took = wait(process)
        finally:
            timer.cancel()
            kill(process)  # nothing that it started may disturb the next build
        print(json.dumps({"seconds": time.perf_counter() - start, "late": late.is_set(), **took}))


def wait(process: subprocess.Popen[bytes]) -> dict[str, object]:
    """Exit code, seconds of the processors, and the peak memory in bytes of its largest process, where it is known."""
    if sys.platform == "win32":
        return {"code": process.wait(), "cpu": None, "memory": None}
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    return {"code": process.returncode, "cpu": cpu, "memory": usage.ru_maxrss * KILOBYTE}


def kill(process: subprocess.Popen[bytes]) -> None:
    """End the command and all that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
