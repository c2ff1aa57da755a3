"""From a page's values to its HTML, quickly: what many pages share is worked out once.

Macros see `root` and `layout` as globals of their environment, one environment a depth. So Jinja
loads a macro file once a site and not, as it must for `import … with context`, once a page.
Compiling a template takes longer than rendering a page, so what was compiled is kept for the next build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from traceback import extract_tb
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, TemplateError
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from ..cache.cache import Results
from ..cache.digests import digest
from ..cards.layout import Layout
from ..cards.opened import StoryPart
from ..diagnostics.fault import ToolFailure
from ..settings import PROJECT
from ..text.messages import translations


class Renderer:
    """Renders the pages of one site. env: loads the templates. layout: what they all share.

    results: of compiled templates, saved by the caller.
    """

    def __init__(self, env: Environment, layout: Layout, results: Results) -> None:
        self._env = env
        self._layout = layout
        self._compiled = _Compiled(results)
        self._at = cache(self._environment)

    def prepare(self, templates: Iterable[str]) -> None:
        """Compile templates now: before the work is shared out, so that it is done once and remembered.

        Raises ToolFailure for one that cannot be compiled.
        """
        with template_faults():
            for name in templates:
                self._at("").get_template(name)

    def template(self, name: str, root: str) -> Template:
        """A template, for whoever renders it within `template_faults`. root: as for `html`."""
        return self._at(root).get_template(name)

    def story(self, root: str, parts: Iterable[StoryPart]) -> str:
        """HTML of a text. root: as for `html`. Raises ToolFailure for a bad template."""
        with template_faults():
            return str(self._at(root).get_template("macros/story.html").module.story(parts))  # type: ignore[attr-defined]

    def html(self, template: str, root: str, values: Mapping[str, Any]) -> str:
        """A page's text. root: the prefix from the page to the site's root. Raises ToolFailure for a bad template."""
        with template_faults():
            return self._at(root).get_template(template).render(values)

    def _environment(self, root: str) -> Environment:
        env = self._env.overlay(bytecode_cache=self._compiled)
        env.template_class = _Template

        @cache
        def once(name: str, **values: object) -> Markup:
            return Markup(env.get_template(name).render(values))  # noqa: S704 - a template of ours, escaped in itself

        @cache
        def icon(name: str) -> Markup:
            return env.get_template("macros/icon.html").module.icon(name)  # type: ignore[attr-defined,no-any-return]

        shared = {"layout": self._layout, "root": root, "once": once, "icon": icon, "_": translated}
        env.globals = {**env.globals, **shared}
        return env


@contextmanager
def template_faults() -> Iterator[None]:
    """A mistake in a template is told with its place, as Jinja puts it into the traceback."""
    try:
        yield
    except TemplateError as wrong:
        places = [frame for frame in extract_tb(wrong.__traceback__) if frame.filename.endswith(".html")]
        path, line = (Path(places[-1].filename), places[-1].lineno) if places else (Path("theme"), 0)
        where = path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path
        raise ToolFailure(f"{where}:{line}: templat ini keliru: {wrong}. Situs lama tetap utuh.") from wrong


def translated(text: str, /, **values: object) -> Markup:
    """A word of the page in its language; what it names is escaped as it is filled in."""
    return _filled(text) if not values else _safe(text) % values


@cache
def _safe(text: str) -> Markup:
    return Markup(translations.gettext(text))  # noqa: S704 - a word of ours


@cache
def _filled(text: str) -> Markup:
    return _safe(text) % {}


class _Template(Template):
    """Macros that see the globals of their environment alone, as ours do.

    Else Jinja compares all globals of the page with those of the macros, at every import, a fifth of the page's time.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


# By the hashes of our code and of a template: builds of one process, as `pelican -r` makes them, compile none again.
_CODES: dict[tuple[bytes, bytes], CodeType] = {}


class _Compiled(BytecodeCache):
    """Templates as compiled for one depth or by an earlier build, ready for the next.

    What is read back is code, so the cache must be as much ours as .venv and __pycache__ are: beside them it lies.
    """

    def __init__(self, results: Results) -> None:
        self._results = results

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket with what was compiled before, if it was."""
        key = _key(bucket)
        known, bucket.code = self._results.get(key), _CODES.get((self._results.code, key))
        if known is None and bucket.code is not None:
            self._results.put(key, bucket.bytecode_to_string())
        elif known is not None and bucket.code is None:
            bucket.bytecode_from_string(known)
            self._keep(key, bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        self._keep(_key(bucket), bucket)
        self._results.put(_key(bucket), bucket.bytecode_to_string())

    def _keep(self, key: bytes, bucket: Bucket) -> None:
        if bucket.code is not None:
            _CODES[self._results.code, key] = bucket.code


def _key(bucket: Bucket) -> bytes:
    return digest(bucket.key.encode(), bucket.checksum.encode())
