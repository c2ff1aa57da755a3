"""How the site is built; what is true of this region only stands in content/wilayah/."""

import os
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).resolve().parent

PATH = os.environ.get("SHOWCASE_CONTENT") or str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
PLUGIN_PATHS = [str(HERE / "plugins")]
PLUGINS = ["showcase"]  # always listed: unset, Pelican would load whatever is installed

SITENAME = "Kreator"
SITEURL = ""
DEFAULT_LANG = "id"
TIMEZONE = "UTC"  # dates come checked from the content; the region's own zone is in situs.md
LOCALE = ["C.UTF-8", "C"]

SHOWCASE = {"pictures": {}}  # see plugins/showcase/settings.py for every key and its default

# News and pages are Pelican's articles and pages; where they lie is told by the plugin.
ARTICLE_URL = "kabar/{slug}/"
ARTICLE_SAVE_AS = "kabar/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DIRECT_TEMPLATES = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/halaman-{number}/", "{base_name}/halaman-{number}/index.html"),
]

# Nothing is copied as it is: originals stay here, assets go through the plugin.
STATIC_PATHS = []
THEME_STATIC_PATHS = []
IGNORE_FILES = [".*", "**/.*"]
READERS = {"html": None, "htm": None, "rst": None}
DELETE_OUTPUT_DIRECTORY = False  # the plugin swaps whole trees
CACHE_CONTENT = LOAD_CONTENT_CACHE = False

FEED_ATOM = FEED_RSS = FEED_ALL_ATOM = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = TAG_FEED_ATOM = TAG_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None


JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
    "extensions": ["jinja2.ext.i18n"],
}
