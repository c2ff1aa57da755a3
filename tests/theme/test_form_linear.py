"""A long pasted text takes the form page twice the time where it is twice as long, whatever stands in it."""

from __future__ import annotations

import pytest
from tests.support.browser_visit import FORM_READY

HEAD = "---\nnama: Contoh Rina\n"
# What a pattern may start anew at: text of n characters.
TEXTS = {
    "underscores": "n => 'nama: Contoh\\n*' + '_'.repeat(n) + '!'",
    "blanks": "n => 'nama: Contoh\\ntopik: a' + ' '.repeat(n) + 'b'",
    "blanks in a profile": f"n => {HEAD!r} + 'topik: a' + ' '.repeat(n) + 'b\\n---\\n'",
    "blanks in a story": f"n => {HEAD!r} + '---\\na' + ' '.repeat(n) + 'b'",
    "empty lines": f"n => {HEAD!r} + '---\\na' + '\\n'.repeat(n) + 'b'",
    "commas before links": f"n => {HEAD!r} + 'akun: ' + ' ,'.repeat(n / 2) + 'x\\n---\\n'",
    "commas in braces": f"n => {HEAD!r} + 'persetujuan: {{' + ','.repeat(n) + '}}\\n---\\n'",
    "lines": f"n => {HEAD!r} + ' a\\n'.repeat(n / 3) + '---\\n'",
    "empty lines in a profile": f"n => {HEAD!r} + '\\n'.repeat(n) + 'topik: umkm\\n---\\n'",
    "brackets": f"n => {HEAD!r} + 'topik: ' + '['.repeat(n) + '\\n---\\n'",
    "colons": "n => 'nama: Contoh\\n' + 'a:'.repeat(n / 2)",
    "stars": f"n => {HEAD!r} + 'ringkasan: ' + '*a'.repeat(n / 2) + '\\n---\\n'",
    "styled letters": f"n => {HEAD!r} + 'ringkasan: ' + 'a\\ufe0f'.repeat(n / 2) + '\\n---\\n'",
}
SIZES = (12_000, 48_000)
# The shortest of several: what else the machine does makes a time longer, never shorter.
TIME = """([make, sizes]) => sizes.map((size) => {
  const text = eval(make)(size);
  return Math.min(...Array.from({ length: 4 }, () => {
    const start = performance.now();
    kelola.openText(text);
    return performance.now() - start;
  }));
})"""
MARGIN = 25  # ms that a page takes for a text of any length; below it a ratio means nothing


@pytest.fixture(scope="module")
def form(chromium, sites):
    """The page, open; a policy that is let go lets the test make its texts there."""
    page = chromium.new_context(locale="id-ID", bypass_csp=True).new_page()
    page.goto(f"{sites('samples').address}kelola/")
    page.wait_for_selector(FORM_READY)
    yield page
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_four_times_the_text_takes_four_times_as_long(form, make):
    short, long = form.evaluate(TIME, [make, SIZES])
    # Linear: 4. Quadratic: 16.
    assert long < 9 * max(short, MARGIN), (short, long)


@pytest.mark.parametrize("line", ["karya: https://youtu.be/contoh00001", "akun: https://a.example/"])
def test_a_text_with_a_thousand_works_is_not_opened(form, line):
    form.evaluate("text => kelola.openText(text)", "\n".join(["nama: Contoh", *[line] * 1000]))
    assert "1000 isian, paling banyak" in form.locator('[data-part="open-says"]').text_content()


def test_a_text_larger_than_any_profile_is_not_opened(form):
    form.evaluate("kelola.openText('nama: ' + 'a'.repeat(200_001))")
    assert "paling banyak 200000" in form.locator('[data-part="open-says"]').text_content()
