"""Built and served sites that browser tests share: each is built once a session, on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from tests.support.crowd import make_crowd
from tests.support.region import CONTENT, PUBLISHED
from tests.support.serving import serving
from tests.support.sites import build

from showcase import settings

PROJECT = Path(__file__).resolve().parents[2]
DAY = "1795518400"  # 24 November 2026: the daily shuffle is the same in every run


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one site is built. creators: a drawn crowd; None: the samples. real: with the samples' photos.

    content: where the samples, the pages and the region are.

    cache: sites of one name keep their pictures together, so they must need the same ones.
    """

    creators: int | None = None
    content: Path = CONTENT
    real: bool = False
    public: bool = False
    demo: bool = False
    url: str = ""
    base: str = "/"
    cache: str = ""


RECIPES = {
    "samples": Recipe(url="https://contoh.example", cache="samples"),
    "repo": Recipe(demo=True, url="https://contoh.example/repo", base="/repo/", cache="samples"),
    "published": Recipe(content=PUBLISHED, demo=True, cache="samples"),
    "public": Recipe(public=True, url="https://contoh.example"),
    "crowd-1": Recipe(1),
    "crowd-5": Recipe(5),
    "crowd-15": Recipe(15),
    "crowd-60": Recipe(60, real=True, url="https://contoh.example"),
    "crowd-300": Recipe(300),
    "crowd-1000": Recipe(1000),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is up. folder: its files. address: where it answers, ending in a slash."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """Addresses of all pages but redirects, relative to the site, sorted."""
        files = (path for path in self.folder.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
        return sorted(path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in files)


def build_site(name: str, folder: Path) -> Path:
    """Build one recipe below `folder`, unless another worker of this run has; the site's folder."""
    recipe, output = RECIPES[name], folder / "site"
    cache = PROJECT / ".cache" / "tests" / (recipe.cache or name)
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{cache}.lock"), pytest.MonkeyPatch.context() as patch:
        if output.exists():
            return output
        patch.setitem(settings.DEFAULTS, "cache", str(cache))  # pictures are kept between runs
        patch.setitem(settings.DEFAULTS, "share_images", False)  # no visitor of these sites sees them
        if recipe.content == PUBLISHED:
            patch.delenv("SOURCE_DATE_EPOCH", raising=False)  # an office's days go on
        else:
            patch.setenv("SOURCE_DATE_EPOCH", DAY)
        patch.setenv("SITEURL", recipe.url)
        patch.setenv(settings.OWN_CONTENT, str(recipe.content))
        content = recipe.content
        if recipe.creators is not None:
            photos = sorted((CONTENT / "kreator").rglob("*.jpg")) if recipe.real else ()
            content = make_crowd(folder / "content", recipe.creators, photos)
        build(content, output, public=recipe.public, demo=recipe.demo)
    return output


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    """`sites("samples")` is that site, built and served; the names are those of RECIPES."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # workers of one run share what is built
    ready: dict[str, Site] = {}
    with ExitStack() as stack:

        def site(name: str) -> Site:
            if name not in ready:
                folder = build_site(name, shared / f"browser-{name}")
                ready[name] = Site(folder, stack.enter_context(serving(folder, RECIPES[name].base)))
            return ready[name]

        yield site
