"""Parallel map over processes: forks, since Python's threads share one core.

A fork has all that was read so far and sends back bytes. It must not inherit locks that a thread holds, so while other
threads work, or where there is no fork (Windows) or none that is safe (macOS, whose libraries start threads), all is
done in this process. Daemon threads do not count: the only one draws Pelican's spinner, and a fork draws nothing.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import enumerate as running
from typing import NoReturn, TypeVar

import msgspec

NO_FORK = ("win32", "darwin")
MIN_ITEMS = 200  # for fewer a fork costs more than it saves

T = TypeVar("T")
R = TypeVar("R")


def cores(jobs: int | None) -> int:
    """How many processes to use: `jobs`, or as many as this process has cores."""
    if jobs:
        return jobs
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def working_threads() -> int:
    """How many threads of this process are no daemons."""
    return sum(not thread.daemon for thread in running())


def parallel_map(work: Callable[[T], R], things: Sequence[T], kind: type[R], jobs: int) -> list[R]:
    """`[work(thing) for thing in things]`, by `jobs` processes. kind: what comes back, as msgspec knows it.

    What `work` changes in memory is lost, except in the last part, which this process does itself. A part whose process
    fails is done again here, so that its error is raised here: `work` must be safe to repeat.
    """
    parts = min(jobs, len(things) // (MIN_ITEMS // 2))
    if parts < 2 or sys.platform in NO_FORK or working_threads() > 1:
        return [work(thing) for thing in things]
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # else the first collection in a fork copies every page of memory
    forks: list[_Fork] = []
    done: list[list[R] | None] = [None] * parts
    try:
        with suppress(OSError):  # no more processes allowed: the part is done here
            for part in range(parts - 1):
                forks.append(_Fork(work, things[part::parts]))  # noqa: PERF401 - keeps those that were started
        done[-1] = [work(thing) for thing in things[parts - 1 :: parts]]
        for part, fork in enumerate(forks):
            done[part] = fork.answer(kind)
    finally:
        for fork in forks:
            fork.end()
        gc.unfreeze()
    result: list[R] = [None] * len(things)  # type: ignore[list-item]
    for part, answers in enumerate(done):
        result[part::parts] = [work(thing) for thing in things[part::parts]] if answers is None else answers
    return result


class _Fork:
    """One part in a process of its own, started when made."""

    def __init__(self, work: Callable[[T], R], things: Sequence[T]) -> None:
        self._read, write = os.pipe()
        self._count = len(things)
        try:
            self._process = os.fork()  # type: ignore[attr-defined,unused-ignore] # not on Windows
            if not self._process:
                _work(work, things, write)
        except OSError:
            os.close(self._read)
            raise
        finally:
            os.close(write)

    def answer(self, kind: type[R]) -> list[R] | None:
        """The results, waited for; None if the process failed."""
        with open(self._read, "rb", closefd=False) as pipe:
            data = pipe.read()
        try:
            found = msgspec.msgpack.decode(data, type=list[kind])  # type: ignore[valid-type]
        except msgspec.DecodeError:
            return None
        return found if len(found) == self._count else None

    def end(self) -> None:
        """Kill the process if it still runs, and reap it."""
        os.close(self._read)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)  # type: ignore[attr-defined,unused-ignore] # not on Windows
        os.waitpid(self._process, 0)


def _work(work: Callable[[T], R], things: Sequence[T], write: int) -> NoReturn:
    """What a fork runs: it prints nothing and exits without the clean-up of the parent process."""
    try:
        data = msgspec.msgpack.encode([work(thing) for thing in things])
        with open(write, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)
