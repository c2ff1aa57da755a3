"""The showcase plugin: Markdown profiles in, a public directory out.

The rooms, lowest first; a room imports only rooms named before it:

    text         letters, spellings, dates, numbers and file sizes, escaping for Markdown; knows no profiles
    diagnostics  what is wrong with the content, said to the person who typed it
    runtime      parallel map, atomic writes, progress, standard streams, stop signals
    cache        what earlier builds found out
    settings     the SHOWCASE setting
    palette      the colours of a site: a theme's own, or computed from a region's accent
    links        what a URL is
    region       districts, villages, places and services as values
    identity     drawings of a region that has none, made of its map and colours
    frontmatter  bytes to lines to a tree of nodes with their places
    schema       every key once, and how the text behind it becomes a value
    pictures     thumbnails and share images (the only room that knows Pillow)
    profiles     one creator's folder: typed, and its rules asked
    content      the whole content folder: found, read, checked across files, reduced to what may be shown
    cards        all that a template may see
    pages        which pages there are, and their HTML
    outputs      feeds, sitemap, search index, open data, assets
    publish      the output folder: replaced atomically, files of the last build reused
    build        one build, from content to a whole tree
    hooks        Pelican: its signals, one run of it (the only room that knows it)
    http         the HTTP client: rate limit, retries, size limits, checked redirects
    github, covers, linkcheck, devserver, start   programs beside the build
    commands     what `tasks.py` calls, where no other room has it
"""

from __future__ import annotations


def register() -> None:
    """Connect the plugin to Pelican (called by Pelican)."""
    from .hooks.signals import connect

    connect()
