"""Publishing: how a finished tree takes the place of the old one."""

from .kept import Group, KeptPages
from .limits import Weight, check_limits, weigh, weigh_content
from .tree import Tree

__all__ = ["Group", "KeptPages", "Tree", "Weight", "check_limits", "weigh", "weigh_content"]
