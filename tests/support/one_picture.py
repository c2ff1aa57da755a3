"""One file as a creator's photo, in a process of its own: a good thumbnail or one line that says why not.

    python -m tests.support.one_picture [--use portrait] FOLDER…

tries every file under the folders and names those that end a process, take more than 2 s or 300 MB, raise what is
no fault, or look unlike what Pillow alone makes of them. Exit code 1 if there are any. Made for collections of
pictures that others have published; `tests/pictures/test_public.py` says which and how to get them.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from tests.support.photos import difference

from showcase.pictures import DEFAULT_RECIPE, Facts, PictureError
from showcase.pictures.inspection import FORMATS, facts_of, read_bounded
from showcase.pictures.pixels import render
from showcase.pictures.plan import Plan, plan_of
from showcase.profiles.photos import LARGEST_BYTES, LARGEST_SIDE

SECONDS, MEGABYTES, LEVELS = 2.0, 300, 10
_COMPARED = 8_000_000  # pixels: Pillow alone holds larger ones several times over
BARE = 45.0  # megabytes of a process that has loaded Pillow and no picture
PATIENCE = 60  # seconds until a process is given up


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. code: of the fault, or "". seconds: of processor time. unlike: difference from Pillow's
    own picture, levels. strange: what was raised and is no fault. ended_by: the signal."""

    code: str = ""
    message: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    unlike: float = 0.0
    strange: str = ""
    ended_by: int = 0

    @property
    def breaches(self) -> list[str]:
        """What is wrong with the outcome, in words."""
        return [
            *([f"ended by {signal.Signals(self.ended_by).name}"] if self.ended_by else []),
            *([self.strange] if self.strange else []),
            *([f"{self.seconds:.1f} s"] if self.seconds > SECONDS else []),
            *([f"{self.megabytes:.0f} MB"] if self.megabytes > MEGABYTES else []),
            *([f"differs by {self.unlike:.0f} levels"] if self.unlike > LEVELS else []),
            *(["message of several lines"] if "\n" in self.message else []),
        ]


def outcome_of(data: bytes, use: str, *, compare: bool = True) -> Outcome:
    """Reads a picture and makes its thumbnails, here and now. compare: with what Pillow alone makes of it."""
    began = time.process_time()
    try:
        facts = facts_of(data)
    except PictureError as error:
        return Outcome(error.code, str(error), time.process_time() - began)
    if max(facts.width, facts.height) > LARGEST_SIDE or facts.size > LARGEST_BYTES:
        use = "portrait"  # a profile refuses it; even so its thumbnail must be cheap
    plan = plan_of(facts, DEFAULT_RECIPE.uses[use], "", DEFAULT_RECIPE)
    try:
        plan.develop(data)
    except Exception as error:  # noqa: BLE001 (the pipeline makes the same fault of whatever Pillow raises)
        return Outcome("G108", type(error).__name__, time.process_time() - began)
    took = time.process_time() - began
    return Outcome(seconds=took, megabytes=peak(), unlike=unlikeness(data, facts, plan) if compare else 0.0)


def peak() -> float:
    """The most memory that this process has held, MB; 0 where the system tells it in another unit or not at all."""
    if sys.platform != "linux":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def unlikeness(data: bytes, facts: Facts, plan: Plan) -> float:
    """How far the largest thumbnail, before it is encoded, is from Pillow's own picture, levels."""
    if facts.width * facts.height > _COMPARED:
        return 0.0
    shown = next(render(data, facts.orientation, plan.box, plan.sizes))
    try:
        expected = plain(data).resize(shown.size, Image.Resampling.LANCZOS, box=plan.box)
    except Exception:  # noqa: BLE001 (what Pillow alone cannot show cannot be compared)
        return 0.0
    return difference(shown, expected)


def plain(data: bytes) -> Image.Image:
    """The picture as Pillow alone shows it: whole, upright, in sRGB, on white."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        image.load()
        upright = ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile")
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda level: level / 256, "L")
    if upright.mode == "P" and not upright.has_transparency_data:
        upright = upright.convert("RGB")
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(white, upright).convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile or b""))
        return ImageCms.profileToProfile(upright, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return upright.convert("RGB")


def apart(path: Path, use: str, *, compare: bool = True) -> Outcome:
    """The outcome in a child process, whose memory is its own and whose end is not ours."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(PATIENCE)
        # Whoever runs the trial may be large itself; a fork begins with all of that.
        before = peak()
        try:
            try:
                found = outcome_of(read_bounded(path), use, compare=compare)
            except PictureError as error:
                found = Outcome(error.code, str(error))
            except Exception as error:  # noqa: BLE001 (that is what is looked for)
                found = Outcome(strange=f"{type(error).__name__}: {error}"[:200])
            found = replace(found, megabytes=peak() - before + BARE)
            os.write(writing, json.dumps(asdict(found)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _pid, status, usage = os.wait4(child, 0)
    answer = json.loads(said) if said else {}
    megabytes = answer.get("megabytes") or usage.ru_maxrss / 1024
    return Outcome(**{**answer, "megabytes": megabytes, "ended_by": os.WTERMSIG(status)})


def files_under(folders: list[Path]) -> Iterator[Path]:
    """Every real file, in order."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(folders: list[Path], use: str) -> int:
    """Tries all of them and tells."""
    warnings.simplefilter("ignore")
    counts: Counter[str] = Counter()
    slowest, widest, bad = (0.0, ""), (0.0, ""), 0
    for path in files_under(folders):
        outcome = apart(path, use)
        counts[outcome.code or "picture"] += 1
        slowest = max(slowest, (outcome.seconds, path.name))
        widest = max(widest, (outcome.megabytes, path.name))
        if outcome.breaches:
            bad += 1
            print(f"{path}: {', '.join(outcome.breaches)}")
    print(
        f"{counts.total()} files: {dict(sorted(counts.items()))}; slowest {slowest[0]:.2f} s ({slowest[1]}), "
        f"widest {widest[0]:.0f} MB ({widest[1]}), {bad} wrong"
    )
    return 1 if bad or not counts else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Every file under the folders, as a creator's photo.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--use", choices=sorted(DEFAULT_RECIPE.uses), default="portrait")
    asked = parser.parse_args()
    sys.exit(main(asked.folders, asked.use))
