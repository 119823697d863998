"""Pages that hold no posting never become one, whatever they say of jobs, people and requirements."""

from __future__ import annotations

import datetime

import pytest

from boards.build import read
from boards.others import OTHERS
from jobfinder.boards import registry
from jobfinder.demo.addresses import site_url
from jobfinder.demo.wire import sites
from jobfinder.demo.world import World
from jobfinder.model import RefKind

WORLD = World.make(seed=11, companies=60, today=datetime.date(2026, 3, 2))


@pytest.mark.parametrize("url", OTHERS)
def test_no_posting_and_no_list(url: str) -> None:
    page = read(url, OTHERS[url])
    assert (page.kind, page.postings, page.closed) == (RefKind.UNKNOWN, (), None)


@pytest.mark.parametrize("url", OTHERS)
def test_nor_on_the_front_page(url: str) -> None:
    assert registry.recognize("https://fernbrook.example/").kind is RefKind.COMPANY
    assert read("https://fernbrook.example/", OTHERS[url]).postings == ()


def test_the_sites_of_the_demo() -> None:
    for company in WORLD:
        for path, body in (
            *(
                ("/", sites.home(company)),
                ("/about", sites.about(company)),
                ("/engineering", sites.engineering(company)),
            ),
            ("/privacy", sites.plain(company, "Privacy")),
        ):
            assert read(site_url(company, path), body).postings == ()
