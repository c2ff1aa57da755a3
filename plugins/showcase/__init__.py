"""The showcase plugin: Markdown profiles in, a public directory out.

What happens, in order; a room imports only rooms named before it:

    untouched  whether there is anything to do at all
    faults     what is wrong with the content, said to the person who typed it
    links      what a URL is
    pictures   thumbnails and share images (the only room that knows Pillow)
    profiles   read, type, validate the content folder
    cards      all that a template may see
    pages      which pages there are; Pelican's generator, reader and writer
    outputs    feeds, sitemap, open data, style sheet and icons
    publish    the old tree or the new tree, never a mix

`commands` holds what `tasks.py` calls. Pelican itself is imported in `pelican_hooks`
and `pelican_run` alone.
"""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican (called by Pelican)."""
    from .pelican_hooks import connect

    connect()
