"""Publishing: how a finished tree takes the place of the old one."""

from .kept import KeptPages
from .tree import Tree

__all__ = ["KeptPages", "Tree"]
