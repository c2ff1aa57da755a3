"""A plain Pelican site; image-process, where there are photos."""

from pathlib import Path

SITENAME = "Contoh"
SITEURL = "https://contoh.test"
AUTHOR = "Contoh"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
PATH = "content"
THEME = "theme"
STATIC_PATHS = ["images"]
DEFAULT_PAGINATION = 24
PAGINATED_TEMPLATES = {"index": 24, "tag": 24, "category": 24, "author": 24}
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

PLUGINS = ["pelican.plugins.image_process"] if Path("content", "images").exists() else []
IMAGE_PROCESS = {
    "foto": {
        "type": "responsive-image",
        "sizes": "(min-width:40em) 20rem, 100vw",
        "srcset": [(f"{width}w", [f"scale_in {width} 10000 True"]) for width in (320, 640, 960)],
        "default": "640w",
    }
}
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
