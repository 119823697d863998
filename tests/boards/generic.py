"""Answers that belong to no board, by hand: feeds, sitemaps, pages with data of every kind, a PDF."""

from __future__ import annotations

from boards.mutate import Seed
from jobfinder.boards import registry

SITE = "https://fernbrook.example"
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:job="https://fernbrook.example/ns"><channel><title>Jobs</title>
<item><title>Gardener</title><link>{SITE}/careers/gardener-7</link><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>
<job:location>Berlin, Germany</job:location><description>&lt;p&gt;Weeds &amp;amp; more&lt;/p&gt;</description></item>
<item><title>Cook</title><link>{SITE}/careers/cook-8</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><link rel="next" href="{SITE}/feed?page=2"/>
<entry><title>Gardener</title><link href="{SITE}/careers/gardener-7"/><updated>2026-03-02T09:00:00Z</updated>
<content type="html">&lt;p&gt;Weeds&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "Jobs", "items": [{{"id": "7",
"url": "{SITE}/careers/gardener-7", "title": "Gardener", "content_html": "<p>Weeds</p>", "tags": ["Berlin"]}}]}}"""
SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
<loc>{SITE}/careers/gardener-7</loc><lastmod>2026-03-02</lastmod></url><url><loc>{SITE}/about</loc></url></urlset>"""
SITEMAP_INDEX = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>{SITE}/sitemap-jobs.xml</loc></sitemap></sitemapindex>"""
LINKED = """<html lang="en"><head><title>Gardener at Fernbrook</title><link rel="canonical" href="/careers/gardener-7">
<meta property="og:site_name" content="Fernbrook"><script type="application/ld+json">{"@context": "https://schema.org",
"@graph": [{"@type": "JobPosting", "title": "Gardener", "datePosted": "2026-03-02", "validThrough": "2026-05-01",
"employmentType": ["FULL_TIME"], "hiringOrganization": {"@type": "Organization", "name": "Fernbrook", "sameAs":
"https://fernbrook.example"}, "jobLocation": [{"@type": "Place", "address": {"@type": "PostalAddress",
"addressLocality": "Berlin", "addressCountry": "DE"}}], "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR",
"value": {"@type": "QuantitativeValue", "minValue": 40000, "maxValue": 50000, "unitText": "YEAR"}},
"description": "<p>You weed.</p><ul><li>Roses</li></ul>"}]}</script></head><body><h1>Gardener</h1></body></html>"""
MICRODATA = """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Gardener</h1>
<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
<b itemprop="name">Fernbrook</b></span><div itemprop="jobLocation" itemscope>
<span itemprop="addressLocality">Berlin</span></div>
<time itemprop="datePosted" datetime="2026-03-02">today</time>
<div itemprop="description"><p>You weed.</p></div></div>"""
STATE = """<html><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props": {"pageProps":
{"jobs": [{"id": 7, "title": "Gardener", "location": {"city": "Berlin"}, "url": "/careers/gardener-7"}, {"id": 8,
"title": "Cook", "location": "Remote", "url": "/careers/cook-8"}]}}}</script></body></html>"""
LIST = """<nav><a href="/">Home</a> <a href="/about">About us</a> <a href="/careers">Careers</a></nav><main><ul>
<li><h3><a href="/careers/gardener-7">Gardener</a></h3><span>Berlin</span></li><li><h3>
<a href="/careers/cook-8">Cook</a></h3><span>Remote</span></li></ul><a rel="next" href="?page=2">Next</a></main>
<iframe src="https://boards.greenhouse.io/embed/job_board?for=fernbrook"></iframe>"""
ADVERT = """<main><h1>Gardener (m/f/d)</h1><p>Berlin, Germany · Full-time · €40,000 - €50,000</p><h2>Your tasks</h2><ul>
<li>You weed</li><li>You water</li></ul><h2>Your profile</h2><p>Three years of experience with roses.</p>
<a href="mailto:jobs@fernbrook.example">Apply</a></main>"""
CLOSED = "<title>Fernbrook</title><h1>Gardener</h1><p>This position is no longer available.</p>"


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
    fonts = "<< /Font << /F1 5 0 R >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources {fonts} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    head = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + head.encode() + f"startxref\n{len(out)}\n%%EOF".encode()


PDF = pdf(
    "Gardener wanted in Berlin, Germany", "You weed, you water, and you know your roses.", "Full-time, EUR 40,000"
)
BODIES: dict[str, tuple[str, str, bytes]] = {
    "rss": ("/careers/jobs.rss", "application/rss+xml", RSS.encode()),
    "atom": ("/feed", "application/atom+xml", ATOM.encode()),
    "json feed": ("/feed.json", "application/feed+json", JSON_FEED.encode()),
    "sitemap": ("/sitemap.xml", "application/xml", SITEMAP.encode()),
    "sitemap index": ("/sitemap.xml", "application/xml", SITEMAP_INDEX.encode()),
    "linked data": ("/careers/gardener-7", "text/html", LINKED.encode()),
    "microdata": ("/careers/gardener-7", "text/html", MICRODATA.encode()),
    "state": ("/careers", "text/html", STATE.encode()),
    "list": ("/careers", "text/html", LIST.encode()),
    "advert": ("/careers/gardener-7", "text/html", ADVERT.encode()),
    "closed": ("/careers/gardener-7", "text/html", CLOSED.encode()),
    "pdf": ("/careers/gardener.pdf", "application/pdf", PDF),
}


def generic(name: str) -> Seed:
    """One of them."""
    path, kind, body = BODIES[name]
    return Seed(f"generic {name}", registry.recognize(SITE + path), SITE + path, kind, body)
