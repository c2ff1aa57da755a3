"""Whether a drawing of the region may stand in every page: only shapes, nothing that runs, loads or hides."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

SHAPES = frozenset(
    {
        "svg", "g", "path", "circle", "rect", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "use", "text", "tspan",
    }
)  # fmt: skip
# `<!` and `<?` end differently for XML and for HTML, and a drawing needs neither.
DECLARATION = re.compile(r"<[!?]")
OUTWARD = re.compile(r"url\(\s*['\"]?(?!#)|[a-z]+script:|data:|//", re.IGNORECASE)
OUTWARD_STYLE = re.compile(r"url\(|@import|image-set|[\\<]", re.IGNORECASE)
MOST_COPIES = 8  # of other parts: copies of copies of copies would keep a browser busy for ever
SPACE = "{http://www.w3.org/2000/svg}"


def unsafe_part(text: str, *, styled: bool = False) -> str:
    """The first part of an SVG file that is no plain shape, "" if all of it is. styled: it may hold a style sheet."""
    if found := DECLARATION.search(text):
        return text[found.start() :][:20]
    try:
        root = ET.fromstring(text)  # noqa: S314 - without a declaration there are no entities to grow
    except (ET.ParseError, ValueError):
        return text.strip()[:20] or "berkas kosong"
    if root.tag != f"{SPACE}svg":
        return root.tag[:40]
    if len(list(root.iter(f"{SPACE}use"))) > MOST_COPIES:
        return "<use>"
    for element in root.iter():
        name = element.tag.removeprefix(SPACE)
        if styled and name == "style":
            if found := OUTWARD_STYLE.search("".join(element.itertext())):
                return found[0]
        elif name not in SHAPES:
            return f"<{name[:40]}>"
        for attribute, value in element.items():
            plain = attribute.rpartition("}")[2].lower()
            outward = OUTWARD.search(value) or (plain == "href" and not value.startswith("#"))
            if plain.startswith("on") or plain == "style" or outward:
                return f"{plain}={value[:20]}"
    return ""
