"""How the site is built, for an owner to edit; what is true of this region only stands in content/wilayah/."""

import os
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).resolve().parent

PATH = os.environ.get("SHOWCASE_CONTENT") or str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
PLUGIN_PATHS = [str(HERE / "plugins")]
PLUGINS = ["showcase"]  # always listed: unset, Pelican would load whatever is installed

SITEURL = ""
TIMEZONE = "UTC"  # dates come checked from the content; the region's own zone is in situs.md
LOCALE = ["C.UTF-8", "C"]

SHOWCASE = {"pictures": {}}  # see plugins/showcase/settings.py for every key and its default

# Texts, addresses, feeds, static files and the site's name come from the content: whatever else Pelican's manual names
# is held still by the plugin, and named if it is set here (plugins/showcase/hooks/no_effect.py).
IGNORE_FILES = [".*"]  # names alone: with a path, `pelican -r` would see nothing below a folder that begins with a dot

# None, or Pelican warns that feeds lack an address.
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
