"""Publishing: how a finished tree takes the place of the old one."""

from .kept import KeptPages
from .limits import Weight, check_limits, weigh
from .tree import Tree

__all__ = ["KeptPages", "Tree", "Weight", "check_limits", "weigh"]
