"""The world: repeatable, varied, lazy, and reachable from the URLs that are submitted."""

from __future__ import annotations

import pytest

from demo.client import TODAY, get
from jobfinder.demo.addresses import listing_url, posting_url, site_url
from jobfinder.demo.records import BoardKind
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.errors import UsageError


def everything(world: World) -> list[tuple[str, int, bytes]]:
    """What the web of a world says at the addresses of its answer sheet."""
    urls = [source.url for source in world.expect.sources] + [source.listing for source in world.expect.sources]
    urls += [role.url for role in world.expect.roles[::7]]
    with DemoWeb(world) as web:
        return [(url, (got := get(web, url)).status, got.body) for url in urls]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    first, again, other = (World.make(seed=seed, today=TODAY) for seed in (3, 3, 4))
    assert everything(first) == everything(again)
    assert everything(first) != everything(other)


def test_the_smallest_complete_world_has_every_kind_of_board(world: World) -> None:
    assert world.size == 12
    assert {company.board.kind for company in world} == set(BoardKind)


def test_what_is_submitted_is_of_different_kinds_and_all_there(web: DemoWeb, world: World) -> None:
    urls = world.urls()
    assert [get(web, url).status for url in urls] == [200] * 5
    assert urls == [
        posting_url(web.company("greenhouse"), web.roles("greenhouse")[0]),
        posting_url(web.company("page"), web.roles("page")[0]),
        site_url(web.company("lever")),
        "https://jobs.ashbyhq.com/" + web.company("ashby").board.token,
        "https://remote-perch.example/remote-jobs.rss",
    ]


def test_companies_that_no_submitted_url_names_are_named_by_the_feed(web: DemoWeb, world: World) -> None:
    submitted = " ".join(world.urls())
    unnamed = [c for c in world if c.slug not in submitted and c.board.token not in submitted]
    feed = get(web, world.urls()[-1]).text
    assert len(unnamed) == 8
    assert all(site_url(company) in feed for company in unnamed)


def test_every_expected_role_is_found_where_the_answer_sheet_says(web: DemoWeb, world: World) -> None:
    addresses = [url for role in world.expect.roles for url in (role.url, role.aggregated) if url]
    assert {get(web, url).status for url in addresses if web.company("slow").host not in url} == {200}
    assert len(world.expect.roles) > 150


def test_every_source_answers_as_expected(web: DemoWeb, world: World) -> None:
    found = {source.outcome: get(web, source.listing).status for source in world.expect.sources}
    assert found == {"enabled": 200, "blocked": 200, "gone": 404, "empty": 200}


def test_small_worlds_submit_only_what_they_have() -> None:
    lonely = World.make(companies=1, today=TODAY)
    assert len(lonely.urls()) == 2
    with DemoWeb(lonely) as web:
        assert [get(web, url).status for url in lonely.urls()] == [200, 200]


def test_thousands_of_companies_cost_nothing_until_asked_for() -> None:
    world = World.make(companies=3000, today=TODAY)
    with DemoWeb(world) as web:
        last = world.company(2999)
        assert get(web, site_url(last)).status == 200
        assert world.generated == 0
        assert get(web, posting_url(last, world.roles(last)[0])).status == 200
        assert get(web, listing_url(last)).status == 200
        assert world.generated == last.role_count


def test_one_posting_generates_one_role() -> None:
    names, world = (World.make(companies=3000, today=TODAY) for _ in range(2))
    far = names.company(1234)
    with DemoWeb(world) as web:
        assert get(web, posting_url(far, names.roles(far)[1])).status == 200
    assert world.generated == 1


def test_no_two_of_thousands_of_companies_share_a_name_or_a_token() -> None:
    world = World.make(companies=3000, today=TODAY)
    assert len({company.host for company in world}) == 3000
    assert len({(c.board.kind, c.board.token.casefold()) for c in world}) == 3000


@pytest.mark.parametrize("companies", [0, -1, 10**9])
def test_an_impossible_size_is_refused(companies: int) -> None:
    with pytest.raises(UsageError, match="a world has 1 to"):
        World.make(companies=companies)


def test_an_unknown_company_is_refused_and_says_where_to_look(world: World) -> None:
    with pytest.raises(UsageError, match="no company 'nobody'"):
        world.company("nobody")


def test_companies_are_found_by_index_slug_domain_and_part(world: World) -> None:
    page = world.company("page")
    assert (
        world.company(1) == world.company(page.slug) == world.company(page.domain) == world.company(page.host) == page
    )
