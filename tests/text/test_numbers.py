"""Numbers in what commands print are Indonesian: a decimal comma, dots between thousands, sizes read at a glance."""

from __future__ import annotations

import subprocess
import sys

import pytest

from showcase.text.numbers import decimal, file_size, megabytes, thousands


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 KB"), (640_400, "640 KB"), (3_240_000, "3,2 MB"), (1_250_000_000, "1,2 GB")]
)
def test_sizes_are_read_at_a_glance(size: int, said: str):
    assert file_size(size) == said


def test_numbers_have_a_comma_and_dots():
    assert (decimal(3.24), decimal(1234.5), decimal(0.5, 2)) == ("3,2", "1234,5", "0,50")
    assert (thousands(999), thousands(1_000_000)) == ("999", "1.000.000")
    assert (megabytes(40_400_000), megabytes(40_400_000, 1)) == ("40 MB", "40,4 MB")


def test_babel_is_not_loaded_for_a_number(project):
    script = "import sys; sys.path[:0] = ['plugins']\nimport showcase.text.numbers\nprint('babel' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
