"""What a URL is: recognised, made canonical, or refused with what to paste instead. No network."""

from .extraction import find_links
from .identity import channel_of, hint_of, same_thing, shows_number, takes_messages
from .model import Kind, Link, Refusal
from .platforms import PLATFORMS
from .platforms.messaging import NUMBER_HIDERS
from .reader import read_link
from .table import Accepts, Platform, Shape

__all__ = [
    "NUMBER_HIDERS",
    "PLATFORMS",
    "Accepts",
    "Kind",
    "Link",
    "Platform",
    "Refusal",
    "Shape",
    "channel_of",
    "find_links",
    "hint_of",
    "read_link",
    "same_thing",
    "shows_number",
    "takes_messages",
]
