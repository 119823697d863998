"""The demo's own renderings of every board, read back: what the world says is what comes out."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from boards.build import answer
from jobfinder.boards import registry
from jobfinder.demo.addresses import board_url, listing_url, posting_url, site_url
from jobfinder.demo.records import BoardKind, Company, Reach, Role
from jobfinder.demo.wire import ashby, greenhouse, hosted, lever, rss, sites
from jobfinder.demo.world import World
from jobfinder.model import Page, Posting, Ref, RefKind
from jobfinder.read.dates import epoch
from jobfinder.read.text import clean, label

WORLD = World.make(seed=7, companies=40, today=datetime.date(2026, 3, 2))
COMPANIES = list(WORLD)
KINDS = {"full-time": "full_time", "part-time": "part_time", "contract": "contract", "internship": "internship"}


def of(*kinds: BoardKind) -> list[Company]:
    return [company for company in COMPANIES if company.board.kind in kinds]


def listing(company: Company, roles: tuple[Role, ...]) -> Any:
    if company.board.kind is BoardKind.GREENHOUSE:
        return greenhouse.listing(company, roles, content=True, pay=True)
    if company.board.kind is BoardKind.LEVER:
        return [lever.posting(company, role) for role in roles]
    return ashby.board(company, roles, compensation=True)


def listed(company: Company) -> tuple[Role, ...]:
    return tuple(role for role in WORLD.roles(company) if role.listed)


def read(ref: Ref, url: str, body: object) -> Page:
    return registry.parse(ref, answer(url, body if isinstance(body, str) else json.dumps(body)))


VENDOR_KINDS = (BoardKind.GREENHOUSE, BoardKind.LEVER, BoardKind.ASHBY)


@pytest.mark.parametrize("company", of(*VENDOR_KINDS), ids=lambda company: company.slug)
def test_vendors_boards(company: Company) -> None:
    ref = registry.recognize(board_url(company))
    assert (ref.board, ref.kind) == (str(company.board.kind), RefKind.BOARD)
    assert registry.recognize(listing_url(company)).key == ref.key
    page = read(ref, listing_url(company), listing(company, WORLD.roles(company)))
    roles = listed(company)
    assert [posting.external_id for posting in page.postings] == [role.external_id for role in roles]
    for posting, role in zip(page.postings, roles, strict=True):
        compare(company, posting, role)


def compare(company: Company, posting: Posting, role: Role) -> None:
    assert posting.title == label(role.title)
    assert posting.url == posting_url(company, role)
    assert posting.board == company.board.kind
    assert posting.token in (company.board.token, company.board.token.lower())
    assert epoch(posting.posted_at or "") == pytest.approx(role.posted.timestamp(), abs=1)
    if company.board.kind is not BoardKind.GREENHOUSE:
        assert posting.employment_type == KINDS[role.employment]
    if role.remote:
        assert posting.remote == role.remote
    if role.pay and role.pay.structured:
        assert posting.salary is not None
        stated = (posting.salary.min, posting.salary.max, posting.salary.currency, posting.salary.period)
        assert stated == (role.pay.min, role.pay.max, role.pay.currency, role.pay.period)
    countries = [place.country for place in posting.locations]
    assert all(place.country in countries for place in role.places if place.city and place.country)


@pytest.mark.parametrize("company", of(*VENDOR_KINDS), ids=lambda company: company.slug)
def test_vendors_postings_and_their_own_pages(company: Company) -> None:
    role = listed(company)[0]
    ref = registry.posting_ref(registry.recognize(board_url(company)), role.external_id)
    assert ref is not None
    whole = listing(company, (role,))
    body = whole if company.board.kind is BoardKind.ASHBY else whole[0] if isinstance(whole, list) else whole["jobs"][0]
    page = read(ref, registry.requests(ref)[0].url, body)
    assert page.kind is RefKind.POSTING
    compare(company, page.postings[0], role)
    shown = read(ref, ref.url, hosted.posting_page(company, role, title=role.title))
    assert (shown.kind, shown.postings[0].external_id) == (RefKind.POSTING, role.external_id)
    assert read(ref, ref.url, hosted.posting_page(company, role, title=role.title, closed=True)).closed


@pytest.mark.parametrize("company", of(BoardKind.RSS), ids=lambda company: company.slug)
def test_feeds(company: Company) -> None:
    roles = listed(company)
    ref = registry.recognize(listing_url(company))
    assert ref.kind is RefKind.FEED
    built = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)
    page = read(ref, ref.url, rss.company_feed(company, roles, built))
    assert page.kind is RefKind.FEED
    assert [posting.url for posting in page.postings] == [posting_url(company, role) for role in roles]


@pytest.mark.parametrize("company", of(BoardKind.PAGE, BoardKind.RSS), ids=lambda company: company.slug)
def test_own_careers_pages(company: Company) -> None:
    roles = listed(company)
    seen: list[str | None] = []
    titles: list[str] = []
    url: str | None = board_url(company)
    number = 1
    while url:
        page = read(registry.recognize(url), url, sites.careers(company, roles, number))
        assert (page.kind, page.reader) == (RefKind.BOARD, "links")
        assert page.complete is (page.next is None)
        seen += [posting.url for posting in page.postings]
        titles += [posting.title for posting in page.postings]
        url = page.next.url if page.next else None
        number += 1
    assert seen == [posting_url(company, role) for role in roles]
    assert titles == [clean(role.title) for role in roles]


@pytest.mark.parametrize("company", of(BoardKind.PAGE), ids=lambda company: company.slug)
def test_own_postings(company: Company) -> None:
    role = listed(company)[0]
    ref = registry.recognize(posting_url(company, role))
    assert ref.kind is RefKind.UNKNOWN
    page = read(ref, ref.url, hosted.posting_page(company, role, title=role.title))
    assert (page.kind, page.reader, len(page.postings)) == (RefKind.POSTING, "jsonld", 1)
    closed = read(ref, ref.url, hosted.posting_page(company, role, title=role.title, closed=True))
    assert (closed.kind, closed.postings) == (RefKind.UNKNOWN, ())
    assert closed.closed


@pytest.mark.parametrize("company", of(*VENDOR_KINDS), ids=lambda company: company.slug)
def test_the_board_is_seen_where_the_site_shows_it(company: Company) -> None:
    path = "/" if company.board.reach is Reach.HOME else "/careers"
    markup = sites.home(company) if company.board.reach is Reach.HOME else sites.careers(company, ())
    found = registry.sightings(markup, site_url(company, path))
    assert [sighting.ref.key for sighting in found] == [registry.recognize(board_url(company)).key]
    assert found[0].confidence >= 0.75


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.slug)
def test_sites(company: Company) -> None:
    ref = registry.recognize(site_url(company))
    assert (ref.kind, ref.key) == (RefKind.COMPANY, f"company:{company.domain}")
    assert read(ref, ref.url, sites.home(company)).postings == ()
    assert read(ref, site_url(company, "/about"), sites.about(company)).postings == ()


def test_a_posting_behind_a_frame_names_its_board() -> None:
    company = next(company for company in of(BoardKind.GREENHOUSE) if company.board.own_links)
    role = WORLD.roles(company)[0]
    ref = registry.recognize(posting_url(company, role))
    assert (ref.kind, ref.external_id) == (RefKind.UNKNOWN, role.external_id)
    (sighting,) = registry.sightings(sites.opening(company, role.external_id), ref.url)
    found = registry.posting_ref(sighting.ref, role.external_id)
    assert found is not None
    assert found.key == f"job:greenhouse:{company.board.token.lower()}:{role.external_id}"
