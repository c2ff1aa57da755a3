"""Killed or stopped at any moment: the output folder holds a whole tree, and the next build succeeds."""

from __future__ import annotations

import os
import random
import signal
import time
from hashlib import sha256

import pytest
from tests.support.sites import tree_of
from tests.support.two_states import Site

from showcase.publish import Tree
from showcase.publish import tree as module

KILLS = int(os.environ.get("KILLS", "200"))


@pytest.fixture(scope="module")
def site(tmp_path_factory, project) -> Site:
    return Site(tmp_path_factory.mktemp("kill"), project)


def stop_once(site: Site, state: int, moment: float, how: signal.Signals = signal.SIGKILL) -> tuple[int, str]:
    """Start the build of a state and stop it after some seconds; the tree is one of the two."""
    site.turn(state)
    run = site.start()
    time.sleep(moment)
    run.send_signal(how)
    errors = run.communicate()[1]
    assert tree_of(site.output) in site.trees
    return run.returncode, errors


def whole_time(site: Site) -> float:
    """Seconds of one build now, of content that was touched."""
    site.turn(1)
    started = time.perf_counter()
    assert site.finish() == (0, "")
    return time.perf_counter() - started


@pytest.mark.posix
@pytest.mark.parametrize("part", [0.5, 0.8, 0.95])
def test_a_killed_build_leaves_a_whole_tree(site, part):
    stop_once(site, 0, whole_time(site) * part)
    assert site.finish() == (0, "")
    assert tree_of(site.output) == site.trees[0]


def kill_when_swapped(site: Site, state: int) -> int:
    """Start the build of a state and kill it the moment that another folder lies in place of the output."""
    site.turn(state)
    before = site.output.stat().st_ino
    run = site.start()
    while run.poll() is None and site.output.exists() and site.output.stat().st_ino == before:
        pass  # every pause would be a moment that is never tried
    run.kill()
    run.communicate()
    assert tree_of(site.output) in site.trees
    return run.returncode


@pytest.mark.posix
@pytest.mark.long
def test_two_hundred_killed_builds(site):
    """Only builds that were really killed count; each is followed by one that succeeds."""
    dice = random.Random(7)
    seconds = whole_time(site)
    killed = tried = old = 0
    while killed < KILLS:
        tried += 1
        assert tried < 3 * KILLS, f"only {killed} of {tried} builds were still at work"
        state = tried % 2
        if tried % 5 == 0:
            code = kill_when_swapped(site, state)
        else:  # at any moment, and every other time late, where the tree is written and swapped
            part = dice.random() if tried % 2 else dice.uniform(0.75, 1.05)
            code, _errors = stop_once(site, state, seconds * part)
        killed += code == -signal.SIGKILL
        old += code == -signal.SIGKILL and tree_of(site.output) == site.trees[1 - state]
        started = time.perf_counter()
        assert site.finish() == (0, "")
        assert tree_of(site.output) == site.trees[state]
        # The machine may be busier now, or less: the next moments are parts of what a build takes now.
        seconds = 0.7 * seconds + 0.3 * (time.perf_counter() - started)
    print(f"{killed} killed of {tried}: {old} old trees, {killed - old} new ones")
    assert 0 < old < killed, "both sides of the swap were met"


@pytest.mark.posix
@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "three renames"])
@pytest.mark.parametrize("step", range(5))
def test_killed_between_any_two_steps_of_the_swap(tmp_path, exchange, step):
    """Each call that changes the disk during a swap is the last one once. Without an exchange, one of the three
    renames leaves no output for a moment: there the next build puts the old tree back first."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "a.html").write_text("lama")
    pid = os.fork()
    if not pid:
        left = [step]

        def counted(real):
            def call(*arguments, **options):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                return real(*arguments, **options)

            return call

        new = Tree(output)
        new.open()
        new.put("a.html", b"baru")
        new.settle(["a.html"])
        module._exchange = counted(module._exchange if exchange else lambda one, other: False)
        module._remove = counted(module._remove)
        module.Path.rename = counted(module.Path.rename)
        new.swap()
        os._exit(0)
    os.waitpid(pid, 0)
    if not output.exists():
        assert not exchange
    else:
        assert tree_of(output) in [tree_of_text("lama"), tree_of_text("baru")]
    again = Tree(output)
    again.open()
    assert (output / "a.html").read_text() in ("lama", "baru"), "never nothing while the next build is at work"
    again.put("a.html", b"baru")
    again.settle(["a.html"])
    again.swap()
    assert (output / "a.html").read_text() == "baru"


def tree_of_text(text: str) -> dict[str, str]:
    """A tree of the one file a.html."""
    return {"a.html": sha256(text.encode()).hexdigest()}


@pytest.mark.posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=lambda how: how.name)
@pytest.mark.parametrize("part", [0.6, 0.85])
def test_a_stopped_build_says_so_and_clears_up(site, part, how):
    seconds = whole_time(site)
    for _attempt in range(30):
        code, errors = stop_once(site, 0, seconds * part, how)
        if code == 130:
            break
        part *= 1.2 if code else 0.8  # it was no more than loading, or quicker than the signal
        site.turn(1)
        assert site.finish() == (0, "")
    assert (code, errors) == (130, "Dihentikan. Situs lama tetap utuh.\n")
    assert tree_of(site.output) == site.trees[1]
    beside = {path.name for path in site.output.parent.iterdir() if path.name.startswith(".out")}
    assert beside <= {".out.lock", ".out.made", ".out.staging"}
    staged = [path for path in (site.output.parent / ".out.staging").rglob("*") if path.is_file()]
    assert all(path.samefile(site.output / path.relative_to(site.output.parent / ".out.staging")) for path in staged)
    assert site.finish() == (0, "")
    assert tree_of(site.output) == site.trees[0]
