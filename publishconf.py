"""What differs in public: the address, and no samples."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403
from pelicanconf import SHOWCASE

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
SHOWCASE = {**SHOWCASE, "samples": False}
