"""What differs in public: the address, and no samples."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from pelicanconf import *  # noqa: E402, F403
from pelicanconf import SHOWCASE  # noqa: E402

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
SHOWCASE = {**SHOWCASE, "samples": False}
