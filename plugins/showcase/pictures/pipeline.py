"""Orders for pictures, made on all cores while the pages are being written.

An order is answered at once with the names and sizes of files that are still to be made: both
follow from the source's bytes, its header and the recipe. `finish` waits for the work and puts
the files into the site.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from ..cache.cache import Results
from ..cache.digests import digest, packed, source_stamp, stamp, unpack
from ..diagnostics.fault import ToolFailure
from .encoders import toolchain
from .errors import picture_error
from .geometry import FOCUS, NO_FOCUS, crop_box
from .inspection import inspect, read_bounded
from .lettering import letter_tools
from .model import Facts, Picture, PictureError
from .pixels import PIPELINE, render
from .plan import FOLDER, Plan, plan_of
from .share import DRAWING, PORTRAIT, ShareCard, share_image
from .store import Store, place

if TYPE_CHECKING:
    from PIL.Image import Image

    from .artwork import Artwork
    from .recipe import Recipe

_STEM = 10  # hex digits of a public name: short, since every page repeats them
_HEAVY_PIXELS = 8_000_000  # pictures decoded whole above this size take turns, so memory stays bounded

T = TypeVar("T")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What `finish` did. encoded, reused: pictures made and found in the cache. failed: sorted by path.

    files: every path in the site, relative to it, sorted.
    """

    encoded: int
    reused: int
    failed: tuple[tuple[Path, PictureError], ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """One picture to be made. names: ending in the cache -> path in the site. make: the bytes by ending."""

    path: Path
    key: str
    names: tuple[tuple[str, str], ...]
    make: Callable[[], dict[str, bytes]]


class PicturePipeline:
    """Makes pictures of one recipe. Use it for one build, from one thread, then `finish` it."""

    def __init__(
        self,
        recipe: Recipe,
        cache: Path,
        jobs: int | None = None,
        shard: tuple[int, int] | None = None,
        results: Results | None = None,
    ) -> None:
        """cache: folder, made when needed. jobs: threads, all cores by default. results: facts of untouched files.

        shard: (3, 8) makes only the third eighth of what is ordered, to fill a cache on several machines.
        """
        self._recipe = recipe
        self._results = Results() if results is None else results
        self._store = Store(cache, self._results)
        self._shard = shard
        self._toolchain = f"{PIPELINE}; {toolchain()}"
        self._pool = ThreadPoolExecutor(jobs or os.cpu_count() or 1, thread_name_prefix="pictures")
        self._heavy = Lock()
        self._jobs: dict[str, _Job] = {}
        self._futures: dict[Future[None], _Job] = {}
        self._stems: dict[str, str] = {}

    def order(self, path: Path, use: str, focus: str = "") -> Picture:
        """A picture for one use of the recipe, cropped towards `focus` ("kiri atas") if the use has a ratio.

        Raises PictureError if the file is no picture; what goes wrong later is in the report.
        """
        if use not in self._recipe.uses:
            raise ToolFailure(f"Tidak ada kegunaan gambar {use!r}. Pilihan: {', '.join(self._recipe.uses)}.")
        if focus and focus not in FOCUS:
            raise picture_error("G110", found=focus, limit=", ".join(sorted(FOCUS)))
        facts = self._facts(path)
        plan = plan_of(facts, self._recipe.uses[use], focus, self._recipe)
        key = self._key(facts.digest, plan.identity)
        stem = self._stem(key)
        names = tuple((name, f"{FOLDER}/{stem}-{name}") for name in plan.names)
        self._submit(_Job(path, key, names, lambda: self._develop(path, facts, plan)), facts.digest)
        return plan.picture(stem)

    def order_share(self, card: ShareCard, art: Artwork, *, story: bool = False) -> str:
        """A share image, 1200 x 630 or (story) 1080 x 1920: its path in the site, `gambar/….jpg`; "" if the recipe
        has no stories. art: what it is drawn with.

        Raises PictureError if the portrait is no picture.
        """
        style = self._recipe.share
        if story and not style.story:
            return ""
        facts = self._facts(card.portrait) if card.portrait else None
        identity = (DRAWING, style.qualities, story, replace(card, portrait=None), art.identity)
        key = self._key(facts.digest if facts else "", repr(identity), letter_tools())
        path = f"{FOLDER}/{self._stem(key)}.jpg"

        def make() -> dict[str, bytes]:
            photo = self._portrait(card.portrait, facts, card.focus) if card.portrait and facts else None
            return {"share.jpg": share_image(card, story, photo, art, style)}

        self._submit(_Job(card.portrait or Path(card.name), key, (("share.jpg", path),), make), key)
        return path

    def wait(self, on_progress: Progress | None = None) -> Report:
        """Waits for everything ordered so far. Nothing is put into a site yet.

        on_progress: called with (done, all) pictures. Raises ToolFailure if the disk does not let us write.
        """
        failed, encoded = self._gather(on_progress)
        bad = {job.key for job, _error in failed}
        sound = [job for job in self._jobs.values() if job.key not in bad]
        return Report(
            encoded=encoded,
            reused=len(sound) - encoded,
            failed=tuple(sorted(((job.path, error) for job, error in failed), key=lambda pair: str(pair[0]))),
            files=tuple(sorted(path for job in sound for _name, path in job.names)),
        )

    def finish(
        self, site: Path | None, on_progress: Progress | None = None, present: Mapping[str, bytes] | None = None
    ) -> Report:
        """Waits as `wait` does and puts the files into `site`/gambar. None: only the cache is filled.

        present: stamps of the files that lie in the site already, by their path there.
        """
        try:
            report = self.wait(on_progress)
        finally:
            self._pool.shutdown(cancel_futures=True)
        if site is not None:
            self._deliver(site, frozenset(report.files), present or {})
        return report

    def abandon(self) -> None:
        """Makes nothing more: what waits is dropped, what has begun comes to its end."""
        self._pool.shutdown(cancel_futures=True)

    def forget(self) -> None:
        """Drops all orders, so that a second plan of the site delivers and reports its own orders alone."""
        self._jobs.clear()
        self._futures.clear()

    def seal(self, present: Mapping[str, bytes], changed: Mapping[str, int]) -> None:
        """Know the pictures of a settled site as untouched. present, changed: stamps and times by path in the site."""
        for job in self._jobs.values():
            paths = [path for _name, path in sorted(job.names)]
            if all(path in present for path in paths):
                self._store.seal(job.key, b"".join(map(present.__getitem__, paths)), [changed[path] for path in paths])

    def prune(self) -> int:
        """Drops from the cache what this run did not order; the number of files. Not for a shard."""
        return self._store.prune(frozenset(self._jobs))

    def _facts(self, path: Path) -> Facts:
        """`inspect`, which reads every byte, only for a file that was touched since."""
        try:
            key = digest(str(path).encode(), source_stamp(path))
        except OSError:
            return inspect(path)
        facts: Facts = unpack(self._results.cached(key, lambda: packed(inspect(path))), Facts)
        return facts

    def _key(self, *parts: str) -> str:
        return hashlib.sha256("\n".join([*parts, self._toolchain]).encode()).hexdigest()

    def _stem(self, key: str) -> str:
        """The public short name of a key; a longer one in the unlikely case that it is taken."""
        length = _STEM
        while self._stems.setdefault(key[:length], key) != key:
            length += 2
        return key[:length]

    def _submit(self, job: _Job, digest: str) -> None:
        if job.key in self._jobs:
            return
        if self._shard is not None and int(digest, 16) % self._shard[1] != self._shard[0] - 1:
            return
        self._jobs[job.key] = job
        if not self._store.holds(job.key, [name for name, _path in job.names]):
            self._futures[self._pool.submit(self._run, job)] = job

    def _run(self, job: _Job) -> None:
        self._store.keep(job.key, job.make())

    @property
    def busy(self) -> bool:
        """Whether pictures are being made right now."""
        return not all(future.done() for future in self._futures)

    def _portrait(self, path: Path, facts: Facts, focus: str) -> Image:
        box = crop_box(facts.width, facts.height, (1, 1), FOCUS.get(focus, NO_FOCUS))
        return self._decoding(
            path, facts, lambda data: next(render(data, facts.orientation, box, ((PORTRAIT, PORTRAIT),)))
        )

    def _develop(self, path: Path, facts: Facts, plan: Plan) -> dict[str, bytes]:
        return self._decoding(path, facts, plan.develop)

    def _decoding(self, path: Path, facts: Facts, work: Callable[[bytes], T]) -> T:
        """`work` on a picture's bytes; large ones one at a time. Raises PictureError."""
        try:
            data = read_bounded(path)
        except OSError as error:
            raise picture_error("G109") from error
        if hashlib.sha256(data).hexdigest() != facts.digest:
            raise picture_error("G109")
        try:
            with self._heavy if facts.width * facts.height > _HEAVY_PIXELS else nullcontext():
                return work(data)
        except (MemoryError, PictureError):
            raise
        except Exception as error:  # Pillow raises whatever a broken file makes its code trip over
            raise picture_error("G108") from error

    def _gather(self, on_progress: Progress | None) -> tuple[list[tuple[_Job, PictureError]], int]:
        failed: list[tuple[_Job, PictureError]] = []
        encoded = 0
        for done, future in enumerate(as_completed(self._futures), start=1):
            try:
                future.result()
                encoded += 1
            except PictureError as error:
                failed.append((self._futures[future], error))
            except OSError as error:
                raise ToolFailure(f"Cache gambar tidak dapat ditulis: {error.strerror or error}.") from error
            except MemoryError as error:
                raise ToolFailure("Memori tidak cukup untuk membuat gambar.") from error
            if on_progress is not None:
                on_progress(done, len(self._futures))
        return failed, encoded

    def _deliver(self, site: Path, files: frozenset[str], present: Mapping[str, bytes]) -> None:
        try:
            (site / FOLDER).mkdir(parents=True, exist_ok=True)
            for job in self._jobs.values():
                for name, path in job.names:
                    if path in files:
                        self._deliver_one(job, name, site / path, present.get(path))
        except OSError as error:
            raise ToolFailure(f"Gambar tidak dapat ditaruh di {site}: {error.strerror or error}.") from error

    def _deliver_one(self, job: _Job, name: str, target: Path, seen: bytes | None) -> None:
        source = self._store.file(job.key, name)
        try:
            if seen is None or seen != stamp(source):  # else it is the very file
                place(source, target)
        except FileNotFoundError:  # another build has pruned it since
            self._run(job)
            place(source, target)
