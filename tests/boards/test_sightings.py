"""Boards seen on a company's own pages, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.boards import registry

HOME = "https://www.tinmoth.example/careers"


@pytest.mark.parametrize(
    ("markup", "key", "least"),
    [
        (
            "<script src='https://boards.greenhouse.io/embed/job_board/js?for=tinmoth'></script>",
            "greenhouse:tinmoth",
            0.9,
        ),
        (
            '<iframe id="x" src="https://boards.greenhouse.io/embed/job_board?for=tinmoth&amp;b=1">',
            "greenhouse:tinmoth",
            0.9,
        ),
        (
            '<div id="grnhse_app"></div><script>Grnhse.Settings = {"urlToken":"tinmoth"}</script>',
            "greenhouse:tinmoth",
            0.8,
        ),
        ("<script>var grnhse = {boardToken: 'tinmoth'}</script>", "greenhouse:tinmoth", 0.8),
        ("<script>window.leverJobsOptions = {accountName: 'Tinmoth', options: {}};</script>", "lever:Tinmoth", 0.9),
        ('<script src="https://jobs.ashbyhq.com/Tin%20Moth/embed?version=2"></script>', "ashby:Tin Moth", 0.9),
        ('<iframe src="//jobs.ashbyhq.com/Tin Moth?embed=js"></iframe>', "ashby:Tin Moth", 0.9),
        (r'<script>{"url":"https:\/\/jobs.lever.co\/tinmoth"}</script>', "lever:tinmoth", 0.6),
        (r'<script>{"url":"https:\u002F\u002Fjobs.lever.co\u002Ftinmoth"}</script>', "lever:tinmoth", 0.6),
        ('<a class="b" href="https://jobs.eu.lever.co/tinmoth">Open roles</a>', "lever:tinmoth", 0.7),
        ("<a href=https://jobs.lever.co/tinmoth>Open roles</a>", "lever:tinmoth", 0.7),
        ("fetch('https://boards-api.greenhouse.io/v1/boards/tinmoth/jobs?content=true')", "greenhouse:tinmoth", 0.5),
        ('<a href="https://boards.greenhouse.io/tinmoth/jobs/4000001">Gardener</a>', "greenhouse:tinmoth", 0.6),
    ],
)
def test_seen(markup: str, key: str, least: float) -> None:
    found = registry.sightings(f"<html><body>{markup}</body></html>", HOME)
    assert [sighting.ref.key for sighting in found] == [f"source:{key}"]
    assert least <= found[0].confidence < 1
    assert found[0].how
    assert found[0].quote


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://www.greenhouse.io/">Powered by Greenhouse</a>',
        '<script src="https://boards.greenhouse.io/embed/job_board/js"></script>',
        '<link href="https://boards.greenhouse.io/assets/x.css">',
        '<a href="https://jobs.lever.co/">Lever</a>',
        '<a href="https://jobs.ashbyhq.com/api/x">x</a>',
        "<script>var boardToken = 'tinmoth'</script>",
        "<p>We love greenhouse.io and lever.co</p>",
        '<a href="https://boards.greenhouse.io.evil.example/tinmoth">x</a>',
        '<a href="https://boards.greenhouse.io/${token}/jobs">x</a>',
        "",
    ],
)
def test_not_seen(markup: str) -> None:
    assert registry.sightings(markup, HOME) == ()


def test_the_strongest_sign_of_a_board_counts_once() -> None:
    markup = """<a href="https://boards.greenhouse.io/tinmoth">Jobs</a>
        <script src="https://boards.greenhouse.io/embed/job_board/js?for=tinmoth"></script>
        <a href="https://boards.greenhouse.io/tinmoth/jobs/4000001">Gardener</a>"""
    (sighting,) = registry.sightings(markup, HOME)
    assert sighting.how == "script"


def test_a_token_that_spells_the_site_goes_first() -> None:
    markup = '<a href="https://jobs.lever.co/ferncorp">x</a> <a href="https://boards.greenhouse.io/tinmoth">y</a>'
    found = registry.sightings(markup, HOME)
    assert [sighting.ref.token for sighting in found] == ["tinmoth", "ferncorp"]
    assert found[0].confidence > found[1].confidence


def test_a_page_that_links_many_boards_says_little_of_each() -> None:
    links = "".join(f'<a href="https://jobs.lever.co/customer{number}">x</a>' for number in range(6))
    found = registry.sightings(links, HOME)
    assert len(found) == 6
    assert all(sighting.confidence <= 0.3 for sighting in found)
    embed = '<script src="https://jobs.ashbyhq.com/tinmoth/embed"></script>'
    assert registry.sightings(links + embed, HOME)[0].ref.key == "source:ashby:tinmoth"
    assert registry.sightings(links + embed, HOME)[0].confidence > 0.9


@given(st.text(), st.text())
def test_any_markup(markup: str, url: str) -> None:
    registry.sightings(markup + '<a href="https://jobs.lever.co/' + markup, url)


@pytest.mark.parametrize(
    "seed",
    [
        "<script ",
        "https://jobs.lever.co/",
        "//boards.greenhouse.io/a?",
        "<!--",
        "leverJobsOptions = {",
        'greenhouse boardToken "',
    ],
)
def test_long_hostile_markup_is_read_to_its_end(seed: str) -> None:
    markup = seed * (100_000 // len(seed)) + '<iframe src="https://jobs.lever.co/tinmoth"></iframe>'
    registry.sightings(markup, HOME)


def test_a_forge_that_shows_the_source_of_others_is_no_board_itself() -> None:
    markup = '<pre>&lt;link href="https://careers.recruiteecdn.com/app.css"&gt;</pre>'
    assert [seen.ref.token for seen in registry.sightings(markup, "https://jobs.fernmoor.example/")]
    assert registry.sightings(markup, "https://github.com/fernmoor/site") == ()
