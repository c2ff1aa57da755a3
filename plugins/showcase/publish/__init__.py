"""Publishing: how a finished tree takes the place of the old one."""

from .claim import Claim, claim
from .kept import Group, KeptPages
from .limits import Weight, check_limits, weigh, weigh_content
from .tree import Tree

__all__ = ["Claim", "Group", "KeptPages", "Tree", "Weight", "check_limits", "claim", "weigh", "weigh_content"]
