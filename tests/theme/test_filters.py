"""The filters of the directory: OR within a group, AND between groups, the state in the address."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from bs4 import BeautifulSoup
from tests.support.browser_visit import visiting

pytestmark = pytest.mark.browser
GROUPS = ("medium", "topic", "district", "service", "language")
WIDE = {"viewport": {"width": 1280, "height": 900}}


def cards_of(site) -> list[dict[str, set[str]]]:
    """What the page's HTML says of each creator: group -> keys. The yardstick of every test here."""
    html = BeautifulSoup((site.folder / "kreator/index.html").read_text("utf-8"), "html.parser")
    return [
        {group: set(str(card.get(f"data-{group}", "")).split()) for group in GROUPS}
        for card in html.select("[data-list] > li")
    ]


def expected(cards, chosen: dict[str, set[str]]) -> int:
    """How many creators a choice must show."""
    return sum(all(card[group] & keys for group, keys in chosen.items()) for card in cards)


def shown(page) -> int:
    """How many creators are seen."""
    return page.locator("[data-list] > li:visible").count()


def box(page, group: str, key: str):
    """One checkbox."""
    return page.locator(f'input[name="{group}"][value="{key}"]')


def counts(page) -> dict[tuple[str, str], tuple[int, bool]]:
    """(group, key) -> the number beside it, and whether it may be chosen."""
    found = page.evaluate(
        """[...document.querySelectorAll('form[data-module=filter] input[type=checkbox]')].map((box) =>
           [box.name, box.value, Number(box.parentElement.querySelector('b').textContent), !box.disabled])"""
    )
    return {(name, value): (count, free) for name, value, count, free in found}


def open_directory(visit, site, query: str = ""):
    """The directory with its filters unfolded."""
    page = visit.open(f"{site.address}kreator/{query}").page
    page.evaluate("document.querySelector('form[data-module=filter] details').open = true")
    return page


CHOICES = {
    "one": {"topic": {"umkm"}},
    "two of a group": {"topic": {"umkm", "pembangunan"}},
    "two groups": {"topic": {"umkm"}, "district": {"sijuk"}},
    "all together": {"topic": {"umkm", "pariwisata"}, "district": {"sijuk", "badau"}, "medium": {"instagram"}},
}


@pytest.mark.parametrize("chosen", CHOICES.values(), ids=CHOICES)
def test_or_within_a_group_and_between_groups(chosen, chromium, sites):
    site = sites("crowd-60")
    cards = cards_of(site)
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, site)
        for group, keys in chosen.items():
            for key in keys:
                box(page, group, key).check()
        number = expected(cards, chosen)
        assert 0 < number < len(cards)
        assert shown(page) == number
        page.locator("[data-count]", has_text=f"Menampilkan {number} dari 60 ").wait_for()
        for (group, key), (count, free) in counts(page).items():
            others = {name: keys for name, keys in chosen.items() if name != group}
            assert count == expected(cards, others | {group: {key}}), (group, key)
            assert free == (count > 0 or key in chosen.get(group, ())), (group, key)


def test_the_first_counts_are_true(chromium, sites):
    site = sites("samples")
    cards = cards_of(site)
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, site)
        for (group, key), (count, free) in counts(page).items():
            assert count == expected(cards, {group: {key}}), (group, key)
            assert free == (count > 0), (group, key)


def test_impossible_values_cannot_be_chosen(chromium, sites):
    site = sites("samples")
    cards = cards_of(site)
    values = [(group, key) for group in GROUPS for key in set().union(*(card[group] for card in cards))]
    pairs = [
        (first, second)
        for first, second in combinations(values, 2)
        if first[0] != second[0] and expected(cards, {first[0]: {first[1]}, second[0]: {second[1]}}) == 0
    ]
    (group, key), (other, impossible) = sorted(pairs)[0]
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, site)
        assert box(page, other, impossible).is_enabled()
        box(page, group, key).check()
        assert box(page, other, impossible).is_disabled()
        box(page, group, key).uncheck()
        assert box(page, other, impossible).is_enabled()


def test_the_address_carries_the_state_and_restores_it(chromium, sites):
    site = sites("crowd-60")
    number = expected(cards_of(site), {"topic": {"umkm"}, "district": {"sijuk"}})
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, site)
        box(page, "topic", "umkm").check()
        box(page, "district", "sijuk").check()
        assert re.search(r"\?topic=umkm&district=sijuk$", page.url)
        page.locator("[data-list] > li:visible a").first.click()
        page.wait_for_url("**/kreator/contoh-*/")
        page.go_back()
        page.wait_for_url("**/kreator/?topic=umkm&district=sijuk")
        assert box(page, "topic", "umkm").is_checked()
        assert shown(page) == number
        # The same address, opened by somebody else.
        with visiting(chromium, **WIDE) as other:
            shared = other.open(page.url).page
            assert shown(shared) == number
            assert box(shared, "district", "sijuk").is_checked()
            assert other.trouble == []


def test_text_search_ignores_case_and_marks(chromium, sites):
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, sites("samples"))
        page.locator("input[name=q]").fill("  KÓPI ")
        page.locator("[data-count]", has_text=" dari 17 ").wait_for()
        names = page.locator("[data-list] > li:visible h3").all_inner_texts()
        assert "Contoh Dapur Kopi" in names
        assert len(names) < 17


def test_nonsense_shows_the_way_out(chromium, sites):
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, sites("samples"))
        page.locator("input[name=q]").fill("zzzz")
        page.locator("[data-none]").wait_for(state="visible")
        assert shown(page) == 0
        page.locator("[data-reset]").click()
        assert shown(page) == 17
        assert page.url.endswith("/kreator/")
        assert not page.locator("[data-none]").is_visible()


def test_only_the_count_is_announced(chromium, sites):
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, sites("samples"))
        live = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])"
        assert page.locator(live).count() == 1
        box(page, "topic", "umkm").check()
        page.locator("[role=status]", has_text=re.compile(r"^Menampilkan \d+ dari 17 ")).wait_for()


def test_chosen_filters_are_removed_by_their_buttons(chromium, sites):
    with visiting(chromium, **WIDE) as visit:
        page = open_directory(visit, sites("samples"))
        box(page, "topic", "umkm").check()
        box(page, "medium", "tiktok").check()
        chips = page.locator("[data-chosen] button")
        assert chips.count() == 3, "two filters and one button for all"
        page.get_by_role("button", name=re.compile("^Hapus saringan .*TikTok")).click()
        assert not box(page, "medium", "tiktok").is_checked()
        assert page.evaluate("document.activeElement !== document.body"), "the focus is not lost with the button"
        assert chips.count() == 1
        chips.first.press("Enter")
        assert chips.count() == 0
        assert shown(page) == 17


def test_a_phone_filters_by_keyboard_and_lands_on_the_result(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}kreator/").page
        page.locator("form[data-module=filter] summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        number = shown(page)
        assert 0 < number < 17
        assert page.locator("[data-apply]").inner_text() == f"Lihat {number} kreator"
        page.locator("[data-apply]").focus()
        page.keyboard.press("Enter")
        assert not page.locator("form[data-module=filter] fieldset").first.is_visible()
        assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


@pytest.mark.parametrize(("name", "wanted"), [("crowd-5", 0), ("crowd-15", 1), ("crowd-60", 1)])
def test_few_creators_need_no_filters_and_no_search(name, wanted, chromium, sites):
    with visiting(chromium, **WIDE) as visit:
        page = visit.open(f"{sites(name).address}kreator/").page
        assert page.locator("[data-module=filter]").count() == wanted
        assert page.locator(".site-header a[href*='cari/']").count() == wanted


def test_without_script_pages_of_links_do_the_work(chromium, sites):
    site = sites("samples")
    with visiting(chromium, java_script_enabled=False) as visit:
        page = visit.open(f"{site.address}kreator/").page
        assert shown(page) == 17
        assert not page.locator("form[data-module=filter]").is_visible()
        page.locator("noscript a").click()
        target = page.url.partition("#")[2]
        assert page.locator(f"#{target}").is_visible()
        assert page.locator(f"#{target} a[href*='topik/umkm/'], #{target} ~ * a[href*='topik/umkm/']").count()


@pytest.mark.long
def test_the_filter_answers_within_a_frame(chromium, sites, record_property, capsys):
    """300 creators on a processor slowed fourfold: the script of one change.

    The quickest quarter is judged: other work of the machine only adds to it.
    """
    site = sites("crowd-300")
    with visiting(chromium) as visit:
        page = open_directory(visit, site)
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = page.evaluate(
            """async () => {
              const boxes = [...document.querySelectorAll('form[data-module=filter] input[type=checkbox]')], times = [];
              for (const box of [...boxes, ...boxes]) {
                if (box.disabled) continue;
                box.checked = !box.checked;
                const start = performance.now();
                box.dispatchEvent(new Event("change", { bubbles: true }));
                times.push(performance.now() - start);
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
              }
              return times.sort((one, other) => one - other);
            }"""
        )
    calm, median, worst = times[len(times) // 4], times[len(times) // 2], times[-1]
    record_property("filter_ms", {"quarter": calm, "median": median, "worst": worst})
    with capsys.disabled():
        found = f"quarter {calm:.1f} ms, median {median:.1f} ms, worst {worst:.1f} ms of {len(times)}"
        print(f"\nfilter, 300 creators, 4x slower: {found}")
    assert calm <= 16
