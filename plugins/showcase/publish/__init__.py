"""Publishing: how a finished tree takes the place of the old one."""

from .tree import Tree

__all__ = ["Tree"]
