"""From a page's values to its HTML, quickly: what many pages share is worked out once.

Macros see `root` and `chrome` as globals of their environment, one environment a depth. So Jinja
loads a macro file once a site and not, as it must for `import … with context`, once a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from ..cards.frame import Chrome
from ..cards.words import translations


class Press:
    """Renders the pages of one site. env: loads the templates. chrome: what they all share."""

    def __init__(self, env: Environment, chrome: Chrome) -> None:
        self._env = env
        self._chrome = chrome
        self._compiled = _Compiled()
        self._at = cache(self._environment)

    def html(self, template: str, root: str, values: Mapping[str, Any]) -> str:
        """A page's text. root: the prefix from the page to the site's root. Raises what Jinja raises."""
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

        shared = {"chrome": self._chrome, "root": root, "once": once, "icon": icon, "_": translated}
        env.globals = {**env.globals, **shared}
        return env


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


class _Compiled(BytecodeCache):
    """Templates as compiled for one depth, ready for the next."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket with what was compiled before, if it was."""
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.code
