"""Work in parts is the same work, however many do it and whatever becomes of them."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from showcase.diagnostics.fault import ToolFailure
from showcase.runtime.parallel import MIN_ITEMS, cores, parallel_map, working_threads

THINGS = list(range(5 * MIN_ITEMS + 3))


def square(number: int) -> tuple[int, str]:
    return number * number, f"{number}²"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch):
    """The threads of whoever runs these tests do not count; and no test may leave a process behind."""
    others = working_threads() - 1
    monkeypatch.setattr("showcase.runtime.parallel.working_threads", lambda: working_threads() - others)
    before = children()
    yield
    assert children() <= before


def children() -> set[str]:
    """Processes that this one has started and not yet seen end, as Linux tells them."""
    return {one for file in Path("/proc/self/task").glob("*/children") for one in file.read_text().split()}


@pytest.mark.parametrize("jobs", [1, 2, 3, 4, 99])
def test_however_many_work_the_result_and_its_order_are_the_same(jobs: int):
    assert parallel_map(square, THINGS, tuple[int, str], jobs) == [square(one) for one in THINGS]


@pytest.mark.parametrize("things", [[], [7], THINGS[: MIN_ITEMS - 1]])
def test_few_things_are_done_here(things: list[int]):
    done_by = parallel_map(lambda _thing: os.getpid(), things, int, 4)
    assert done_by == [os.getpid()] * len(things)


@pytest.mark.linux
def test_many_things_are_done_in_other_processes_too():
    done_by = parallel_map(lambda _thing: os.getpid(), THINGS, int, 3)
    assert len(set(done_by)) == 3
    assert done_by[2] == os.getpid(), "the last part is this process's own"


@pytest.mark.linux
@pytest.mark.parametrize(
    ("spinner", "processes"),
    [(False, 1), (True, 4)],
    ids=["a thread that works may hold a lock", "a thread that only draws is left out"],
)
def test_no_process_is_split_while_threads_work(spinner: bool, processes: int):
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, daemon=spinner)
    thread.start()
    try:
        assert len(set(parallel_map(lambda _thing: os.getpid(), THINGS, int, 4))) == processes
    finally:
        stop.set()
        thread.join()


def test_results_larger_than_a_pipe_come_back_whole():
    assert parallel_map(lambda one: b"x" * 10_000 + bytes([one % 256]), THINGS, bytes, 2) == [
        b"x" * 10_000 + bytes([one % 256]) for one in THINGS
    ]


@pytest.mark.linux
def test_the_part_of_a_killed_process_is_done_again():
    here = os.getpid()

    def fall(number: int) -> int:
        if os.getpid() != here and number == 600:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert parallel_map(fall, THINGS, int, 2) == THINGS


@pytest.mark.linux
@pytest.mark.parametrize("room", [0, 1])
def test_what_finds_no_room_for_its_process_is_done_here(room: int, monkeypatch: pytest.MonkeyPatch):
    left, fork, here = [None] * room, os.fork, os.getpid()

    def crowded() -> int:
        if not left:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", crowded)
    open_files = len(list(Path("/proc/self/fd").iterdir()))
    assert parallel_map(square, THINGS, tuple[int, str], 4) == [square(one) for one in THINGS]
    done_by = parallel_map(lambda _thing: os.getpid(), THINGS, int, 4)
    assert done_by == [here] * len(THINGS)
    assert len(list(Path("/proc/self/fd").iterdir())) == open_files


@pytest.mark.parametrize("where", [0, 1], ids=["another process", "this process"])
def test_an_error_is_raised_here(where: int):
    def refuse(number: int) -> int:
        if number == 400 + where:
            raise ToolFailure("Disk penuh.")
        return number

    with pytest.raises(ToolFailure, match="Disk penuh"):
        parallel_map(refuse, THINGS, int, 2)


@pytest.mark.linux
def test_when_this_process_is_stopped_nobody_works_on(tmp_path: Path):
    here = os.getpid()

    def stopped(number: int) -> int:
        if os.getpid() == here:
            while not list(tmp_path.iterdir()):  # until the other one is at work
                time.sleep(0.01)
            raise KeyboardInterrupt
        (tmp_path / str(os.getpid())).touch()
        time.sleep(600)
        return number

    with pytest.raises(KeyboardInterrupt):
        parallel_map(stopped, THINGS, int, 2)
    [other] = tmp_path.iterdir()
    with pytest.raises(ProcessLookupError):
        os.kill(int(other.name), 0)


def test_what_waits_to_be_printed_is_printed_once(capfd: pytest.CaptureFixture[str]):
    print("sekali", end="")
    parallel_map(square, THINGS, tuple[int, str], 4)
    assert capfd.readouterr().out == "sekali"


def test_as_many_as_asked_or_all_cores():
    assert cores(3) == 3
    assert cores(None) >= 1
