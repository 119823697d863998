"""Sitemaps: addresses, indexes, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.errors import Broken
from jobfinder.read.sitemap import Entry, read

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_addresses_and_dates() -> None:
    body = f"""{HEAD}<urlset {SPACE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc> https://fernbrook.example/jobs/1?a=1&amp;b=2 </loc><lastmod>2026-03-01</lastmod>
        <image:image><image:loc>https://fernbrook.example/x.png</image:loc></image:image></url>
        <url><loc>https://fernbrook.example/about</loc></url><url><lastmod>2026</lastmod></url></urlset>"""
    found = read(body.encode())
    assert found is not None
    assert (found.index, found.complete) == (False, True)
    assert found.entries == (
        Entry(url="https://fernbrook.example/jobs/1?a=1&b=2", changed="2026-03-01"),
        Entry(url="https://fernbrook.example/about"),
    )


def test_an_index() -> None:
    found = read(
        f"<sitemapindex {SPACE}><sitemap><loc>https://a.example/jobs.xml</loc></sitemap></sitemapindex>".encode()
    )
    assert found is not None
    assert (found.index, [entry.url for entry in found.entries]) == (True, ["https://a.example/jobs.xml"])


def test_other_documents_are_none() -> None:
    for body in (b"", b"<html><body>urlset</body></html>", b"<rss/>", b"{}", b"urlset"):
        assert read(body) is None


def test_a_cut_document_gives_what_there_is() -> None:
    found = read(b"<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.exa")
    assert found is not None
    assert [entry.url for entry in found.entries][:1] == ["https://a.example/1"]


def test_declared_entities_are_refused() -> None:
    with pytest.raises(Broken, match="entities"):
        read(b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>')


def test_there_is_a_bound() -> None:
    found = read(b"<urlset>" + b"<url><loc>https://a.example/1</loc></url>" * 50_010 + b"</urlset>")
    assert found is not None
    assert (len(found.entries), found.complete) == (50_000, False)


@given(st.binary(max_size=200))
def test_any_bytes_are_read(body: bytes) -> None:
    for whole in (
        body,
        b"<urlset>" + body,
        b"<sitemapindex><sitemap><loc>" + body + b"</loc></sitemap></sitemapindex>",
    ):
        try:
            read(whole)
        except Broken:
            continue
