"""Publishing: how a finished tree atomically takes the place of the old one."""

from .claim import Claim, claim
from .limits import Weight, check_limits, weigh, weigh_content
from .reuse import Group, ReusableFiles
from .tree import Tree

__all__ = ["Claim", "Group", "ReusableFiles", "Tree", "Weight", "check_limits", "claim", "weigh", "weigh_content"]
