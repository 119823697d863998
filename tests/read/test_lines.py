"""A page as lines: headings, items, links, cells, and what does not belong to it."""

from __future__ import annotations

import pytest

from jobfinder.read.dom import parse
from jobfinder.read.lines import Line


def lines(markup: str, *, folded: bool = False) -> list[Line]:
    document = parse(f"<html><body>{markup}</body></html>", "https://acme.example/")
    return list(document.folded_lines if folded else document.lines)


def shown(markup: str, *, folded: bool = False) -> list[str]:
    return [line.text for line in lines(markup, folded=folded)]


def test_headings_items_and_links_are_told() -> None:
    found = lines(
        "<h1>Careers</h1><div><h3><a href='/jobs/7'>Gardener <b>(m/f)</b></a></h3><p>Read <a href='/x'>more</a> there"
        "</p></div><ul><li>Plant</li><li><p>Water</p></li></ul>"
    )
    assert [(line.text, line.level, line.item) for line in found] == [
        ("Careers", 1, False),
        ("Gardener (m/f)", 3, False),
        ("Read more there", 0, False),
        ("Plant", 0, True),
        ("Water", 0, True),
    ]
    assert [line.links for line in found] == [(), ("/jobs/7",), ("/x",), (), ()]
    assert (found[1].linked, found[0].linked) == (1.0, 0.0)
    assert 0 < found[2].linked < 0.5


def test_a_link_and_a_heading_around_blocks_cover_their_lines() -> None:
    found = lines("<a href='/jobs/7'><h2><div>Gardener</div></h2><div>Berlin</div></a><p>Full-time</p>")
    assert [(line.text, line.level, line.links) for line in found] == [
        ("Gardener", 2, ("/jobs/7",)),
        ("Berlin", 0, ("/jobs/7",)),
        ("Full-time", 0, ()),
    ]


def test_cells_are_lines_of_their_own() -> None:
    rows = "<table><tr><th>Title</th><th>Place</th></tr><tr><td><a href='/7'>Cook</a></td><td>Rome</td></tr></table>"
    found = lines(rows)
    assert [line.text for line in found] == ["Title", "Place", "Cook", "Rome"]
    assert found[2].links == ("/7",)


def test_bullets_of_all_kinds_are_items() -> None:
    assert [(line.text, line.item) for line in lines("<p>• Plant<br>– Water<br>rest</p>")] == [
        ("Plant", True),
        ("Water", True),
        ("rest", False),
    ]


def test_menus_and_footers_are_left_out() -> None:
    chrome = (
        "<nav>Home</nav><footer>Imprint</footer><div role=navigation>Menu</div><div class='cookie-bar'>Accept</div>"
    )
    assert shown(f"{chrome}<p>Text</p><script>x</script>") == ["Text"]


def test_what_unfolds_is_read_only_if_asked_for() -> None:
    markup = "<h2>Cook</h2><div style='display:none'><p>You cook.</p><script>x()</script></div>"
    assert shown(markup) == ["Cook"]
    assert shown(markup, folded=True) == ["Cook", "You cook."]


def test_marks_in_the_page_itself_do_no_harm() -> None:
    assert shown("<p>\U0010fe0fa7;x\U0010fe0fb \U0010fe0fh9y</p>") == ["x y"]


def test_the_page_is_not_changed_by_reading_its_lines() -> None:
    document = parse("<nav>Home</nav><h1>Cook</h1><p style='display:none'>x</p>", "https://acme.example/")
    before = document.html
    assert document.lines
    assert document.html == before


@pytest.mark.timeout(20)
def test_hostile_pages_are_read_in_linear_time() -> None:
    for seed in ("<div>", "<a href=x>", "<h1>Cook", "<table><td>", "<ul><li>", "<span>A</span>", "<a href=x>A</a>"):
        lines(seed * (300_000 // len(seed)))
