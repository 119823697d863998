"""Sitemaps as lists of openings."""

from __future__ import annotations

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.errors import Broken
from jobfinder.model import Page, RefKind, Request, Response

SITE = "https://www.fernbrook.example"
MAP = f"{SITE}/sitemap.xml"


def urlset(*paths: str) -> str:
    listed = "".join(f"<url><loc>{path if '://' in path else SITE + path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'


def index(*paths: str) -> str:
    return (
        "<sitemapindex>" + "".join(f"<sitemap><loc>{SITE}{path}</loc></sitemap>" for path in paths) + "</sitemapindex>"
    )


def follow(request: Request, body: str) -> Page:
    response = Response(url=request.url, status=200, body=body.encode(), request=request)
    return registry.parse(registry.recognize(MAP), response)


def test_addresses_of_postings_with_what_they_say() -> None:
    page = read(
        MAP,
        urlset(
            *("/", "/about", "/careers", "/careers/benefits", "/careers/head-gardener-12345", "/blog/how-we-hire"),
            *("/en/jobs/senior-cook/", "/job/Turin-Chief_Cook/8812/", "/vacature/tuinman", "/jobs/12345"),
            "/careers/head-gardener-12345?utm_source=x",
        ),
    )
    assert [(posting.title, posting.url) for posting in page.postings] == [
        ("Head gardener", f"{SITE}/careers/head-gardener-12345"),
        ("Senior cook", f"{SITE}/en/jobs/senior-cook/"),
        ("Turin Chief Cook", f"{SITE}/job/Turin-Chief_Cook/8812/"),
        ("Tuinman", f"{SITE}/vacature/tuinman"),
    ]
    assert (page.kind, page.reader, page.confidence) == (RefKind.BOARD, "sitemap", 0.4)


def test_a_sitemap_without_postings_is_none() -> None:
    page = read(MAP, urlset("/", "/about", "/careers"))
    assert (page.kind, page.postings, page.next) == (RefKind.UNKNOWN, (), None)


def test_the_sitemaps_of_jobs_are_followed_one_after_the_other() -> None:
    whole = index("/post-sitemap.xml", "/jobs-sitemap1.xml", "/jobs-sitemap2.xml")
    first = read(MAP, whole)
    assert (first.postings, first.complete) == ((), False)
    assert first.next is not None
    assert first.next.url == f"{SITE}/jobs-sitemap1.xml"
    one = follow(first.next, urlset("/jobs/cook-1"))
    assert [posting.title for posting in one.postings] == ["Cook"]
    assert one.next is not None
    assert one.next.url == MAP
    second = follow(one.next, whole)
    assert second.next is not None
    assert second.next.url == f"{SITE}/jobs-sitemap2.xml"
    two = follow(second.next, urlset("/jobs/driver-2"))
    assert two.next is not None
    last = follow(two.next, whole)
    assert (last.next, last.complete) == (None, True)


def test_an_index_without_one_for_jobs_leads_to_its_first_of_pages() -> None:
    page = read(MAP, index("/image-sitemap.xml", "/category-sitemap.xml", "/page-sitemap.xml"))
    assert page.next is not None
    assert page.next.url == f"{SITE}/page-sitemap.xml"
    assert read(MAP, index("/image-sitemap.xml")).next is None


def test_declared_entities_are_refused() -> None:
    with pytest.raises(Broken):
        read(MAP, '<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>')


@pytest.mark.timeout(30)
def test_a_large_sitemap_is_read() -> None:
    body = urlset(
        *(f"/jobs/role-{number}" for number in range(49_000)), *("javascript:alert(1)", "http://[", "/jobs/x")
    )
    page = registry.parse(registry.recognize(MAP), answer(MAP, body))
    assert len(page.postings) == 5_000
    assert not page.complete
