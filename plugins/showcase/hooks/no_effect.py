"""Settings and plugins of Pelican's that can change nothing here: named, so that nobody waits for what never comes.

News and the office's texts are Pelican's articles and pages: its generators make them and its writer writes them, and
what a plugin does to them is published. They are read by our reader, and lie where other pages expect them. What else
Pelican would make by itself is switched off meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

# What has its effect: on where things lie, on templates, on Pelican's server and log, or since every build does it.
EFFECTIVE = frozenset(
    {
        "PATH", "OUTPUT_PATH", "THEME", "SITEURL", "PLUGINS", "PLUGIN_PATHS", "PELICAN_CLASS", "SHOWCASE",
        "THEME_TEMPLATES_OVERRIDES", "JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS",
        "LOCALE", "LOG_FILTER", "IGNORE_FILES", "PORT", "BIND", "DEBUG",
        "DELETE_OUTPUT_DIRECTORY",  # a new tree takes the place of the whole old one
        "RELATIVE_URLS",  # always so
        "CSS_FILE", "ARTICLE_EXCLUDES", "PAGE_EXCLUDES",  # Pelican itself changes what was given
    }
)  # fmt: skip
# Names that Pelican has no default for, but its manual or a common theme or plugin knows.
WITHOUT_DEFAULT = re.compile(
    r"\w*FEED\w*|\w+_(?:URL|SAVE_AS)|SITESUBTITLE|AUTHOR|TIMEZONE|DEFAULT_DATE|MENUITEMS|LINKS|SOCIAL|SITEMAP"
)
# What Pelican would make by itself, switched off while it runs; whatever else has no effect is at its default then.
SWITCHED_OFF: Mapping[str, object] = {
    "DIRECT_TEMPLATES": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "READERS": {"html": None, "htm": None, "rst": None},
    "USE_FOLDER_AS_CATEGORY": False,
    # Where news and texts lie; other pages name these addresses.
    "ARTICLE_URL": "kabar/{slug}/",
    "ARTICLE_SAVE_AS": "kabar/{slug}/index.html",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    **{f"{name}_SAVE_AS": "" for name in ("CATEGORY", "TAG", "AUTHOR", "ARCHIVES", "DRAFT", "DRAFT_PAGE")},
}
# Where the same thing is said instead.
INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("SITENAME", "SITESUBTITLE", "AUTHOR", "TIMEZONE"), "content/wilayah/situs.md"),
    **dict.fromkeys(("STATIC_PATHS", "EXTRA_PATH_METADATA"), "content/statis/"),
    "DEFAULT_LANG": "content/wilayah/situs.md",
    "CACHE_PATH": 'SHOWCASE["cache"]',
    "DEFAULT_PAGINATION": 'SHOWCASE["page_size"]',
}
# Settings, templates, articles, pages and further generators reach the site. Not `all_generators_finalized`: who
# waits for that has mostly changed how Pelican would read Markdown.
EFFECTIVE_SIGNALS = frozenset(
    {
        "initialized", "generator_init", "get_generators", "content_object_init", "content_written",
        *(f"{kind}_generator_{step}" for kind in ("article", "page")
          for step in ("init", "preread", "context", "pretaxonomy", "finalized", "write_article", "write_page")),
    }
)  # fmt: skip


def settings_without_effect(settings: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[str]:
    """Names of what somebody set and nothing reads, sorted. defaults: Pelican's.

    What is switched off is off here as well, so it is not named.
    """
    expected = {"TIMEZONE": "UTC", "FEED_DOMAIN": settings.get("SITEURL"), **defaults, **SWITCHED_OFF}
    return sorted(
        name
        for name, value in settings.items()
        if name not in EFFECTIVE
        and (name in defaults or WITHOUT_DEFAULT.fullmatch(name))
        and value
        and value not in (expected.get(name), defaults.get(name))
    )


def held_still(settings: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that hold while Pelican runs: what has no effect cannot have one."""
    feeds = {name: None for name in settings if "FEED" in name and name != "FEED_DOMAIN"}
    rest = {name: value for name, value in defaults.items() if name not in EFFECTIVE}
    # A copy: Pelican's readers write into what they are given.
    return {**settings, **deepcopy({**rest, **feeds, **SWITCHED_OFF})}


def plugins_without_effect(plugins: Iterable[str], modules: Iterable[str]) -> list[str]:
    """Short names of the loaded plugins that wait for something that never happens or is not read.

    modules: where the receivers of all signals but the effective ones are defined.
    """
    modules = set(modules)
    return sorted(
        plugin.rpartition(".")[2]
        for plugin in plugins
        if any(module == plugin or module.startswith(f"{plugin}.") for module in modules)
    )


def sentence(settings: Iterable[str], plugins: Iterable[str]) -> str:
    """One line that names them, "" if there are none."""
    named = [f"{name} (lihat {INSTEAD[name]})" if name in INSTEAD else name for name in settings]
    parts = [f"pengaturan {', '.join(named)}"] if named else []
    parts += [f"plugin {names}"] if (names := ", ".join(plugins)) else []
    return f"Tidak berpengaruh pada situs ini: {'; '.join(parts)}." if parts else ""
