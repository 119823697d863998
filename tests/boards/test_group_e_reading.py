"""What is special about the answers of job boards: paging, odd rows, closed offers, hand-written postings."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.boards.parts import headline
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, RefKind, Remote, Request, Response

# ---------------------------------------------------------------- paging


def paged(url: str, body: object, headers: tuple[tuple[str, str], ...] = ()) -> Page:
    """An answer to a request that was made."""
    asked = Request(url=url, headers=headers)
    said = Response(url=url, status=200, body=json.dumps(body).encode(), request=asked)
    return registry.parse(registry.recognize(url), said)


def arbeitnow(number: int, link: object) -> Page:
    row = {"slug": f"glazier-{number}", "title": "Glazier", "url": f"https://www.arbeitnow.com/view/glazier-{number}"}
    return paged(f"https://www.arbeitnow.com/api/job-board-api?page={number}", {"data": [row], "links": {"next": link}})


@pytest.mark.parametrize(
    ("link", "goes_on"),
    [
        ("https://www.arbeitnow.com/api/job-board-api?page=3", True),
        ("https://www.arbeitnow.com/api/job-board-api?page=2", False),
        ("https://evil.example/api/job-board-api?page=3", False),
        ("https://www.arbeitnow.com/view/other", False),
        (None, False),
        (7, False),
    ],
)
def test_arbeitnow_goes_on_only_to_another_page_of_its_own(link: object, goes_on: bool) -> None:
    page = arbeitnow(2, link)
    assert (page.next is not None) == goes_on
    assert page.complete == (not goes_on)


def test_himalayas_ends_at_the_newest_thousand() -> None:
    rows = [{"title": "Glazier", "guid": f"https://himalayas.app/companies/x/jobs/y-{n}"} for n in range(20)]
    body = {"totalCount": 100_000, "jobs": rows}
    page = paged("https://himalayas.app/jobs/api?limit=20&offset=40", body)
    assert page.next is not None
    assert page.next.url == "https://himalayas.app/jobs/api?limit=20&offset=60"
    last = paged("https://himalayas.app/jobs/api?limit=20&offset=980", body)
    assert (last.next, last.complete, last.total) == (None, False, 100_000)
    assert paged("https://himalayas.app/jobs/api?limit=20&offset=40", {"totalCount": 60, "jobs": rows}).complete
    assert paged("https://himalayas.app/jobs/api?limit=20&offset=40", {"totalCount": 99, "jobs": []}).next is None


def test_the_muse_ends_at_its_last_page() -> None:
    row = {"name": "Glazier", "refs": {"landing_page": "https://www.themuse.com/jobs/fernbrook/glazier-1"}}
    body = {"page_count": 3, "total": 41, "results": [row]}
    page = paged("https://www.themuse.com/api/public/jobs?category=Design&page=2", body)
    assert page.next is not None
    assert page.next.url == "https://www.themuse.com/api/public/jobs?category=Design&page=3"
    assert paged("https://www.themuse.com/api/public/jobs?page=3", body).complete
    assert paged("https://www.themuse.com/api/public/jobs?page=99", body | {"page_count": 500}).next is None


def test_solidjobs_goes_through_all_divisions() -> None:
    row = {"title": "Szklarz", "jobOfferKey": "k", "url": "https://solid.jobs/o/462w0001/x"}
    body = {"totalPages": 1, "totalCount": 1, "jobs": [row]}
    (request,) = registry.requests(registry.recognize("https://solid.jobs/"))
    seen: list[str] = []
    while request is not None and len(seen) < 20:
        seen.append(request.url.split("/")[-1].split("?")[0])
        assert registry.recognize(request.url).token == "all"
        page = paged(request.url, body)
        request = page.next  # type: ignore[assignment]
    assert seen == ["it", "engineering", "marketing", "sales", "hr", "logistics", "finances", "other"]
    assert page.complete
    (one,) = registry.requests(registry.recognize("https://solid.jobs/offers/hr"))
    assert paged(one.url, body).next is None


def test_keyed_searches_page_without_a_key_in_them() -> None:
    (request,) = registry.requests(registry.recognize("https://www.adzuna.co.uk/search?q=glazier"))
    rows = [{"id": f"41230000{n:02}", "title": "Glazier"} for n in range(50)]
    page = paged(request.url, {"count": 10_000, "results": rows})
    assert page.next is not None
    assert "/search/2?app_id={adzuna.app_id}&app_key={adzuna.app_key}&what=glazier" in page.next.url
    last = request.url.replace("/search/1?", "/search/10?")
    assert paged(last, {"count": 10_000, "results": rows}).next is None
    (request,) = registry.requests(registry.recognize("https://www.usajobs.gov/search/results/?k=glazier"))
    assert ("authorization-key", "{usajobs.key}") in request.headers
    result = {"MatchedObjectId": "830000001", "MatchedObjectDescriptor": {"PositionTitle": "Glazier"}}
    body = {"SearchResult": {"SearchResultCountAll": "501", "SearchResultItems": [result] * 500}}
    page = paged(request.url, body, request.headers)
    assert page.next is not None
    assert page.next.headers == request.headers
    assert page.next.url.endswith("Keyword=glazier&ResultsPerPage=500&Page=2")


def test_amazon_pages_keep_the_search() -> None:
    url = "https://www.amazon.jobs/en/search.json?category[]=a&category[]=b&offset=0&result_limit=100&sort=recent"
    rows = [{"id_icims": str(10_000_000 + n), "title": "Glazier"} for n in range(100)]
    page = paged(url, {"hits": 12_000, "jobs": rows})
    assert page.next is not None
    assert registry.recognize(page.next.url).key == registry.recognize(url).key
    assert "offset=100" in page.next.url
    last = url.replace("offset=0", "offset=9900")
    assert paged(last, {"hits": 12_000, "jobs": rows}).next is None


def test_jobscz_goes_on_to_the_next_page() -> None:
    card = (
        '<article class="SearchResultCard"><a data-jobad-id="2000500001" href="/rpd/2000500001/">Sklenář</a></article>'
    )
    following = '<a class="Pagination__button--next" href="/prace/brno/?page=2">2</a>'
    page = read("https://www.jobs.cz/prace/brno/", f"<html>{card}{following}</html>")
    assert page.next is not None
    assert registry.recognize(page.next.url).key == "source:jobscz:brno"
    assert read("https://www.jobs.cz/prace/brno/?page=2", f"<html>{card}{following}</html>").next is None
    nothing = '<div class="SearchHeader"><p>Našli jsme <strong>0</strong> nabídek</p></div>'
    assert read("https://www.jobs.cz/prace/brno/", nothing).total == 0


# ---------------------------------------------------------------- rows


def test_remoteok_text_that_was_taken_for_latin_1() -> None:
    for broken in ("Glazier\u00e2\u0080\u0099s mate", "Glazierâ€™s mate"):
        row = {"id": "1093001", "position": broken, "description": f"<p>{broken}</p>", "company": "Fernbrook"}
        posting = read("https://remoteok.com/api", [{"legal": "x"}, row]).postings[0]
        assert (posting.title, posting.description_text) == ("Glazier’s mate", "Glazier’s mate")
    cafe: dict[str, Any] = {"id": "1093001", "position": "Café – Größe", "salary_min": 0, "salary_max": 0}
    posting = read("https://remoteok.com/api", [cafe]).postings[0]
    assert (posting.title, posting.salary) == ("Café – Größe", None)


def test_a_list_of_countries_is_as_many_places() -> None:
    row = {"id": 2090001, "title": "Glazier", "candidate_required_location": "USA, Canada, Peru"}
    posting = read("https://remotive.com/api/remote-jobs", {"jobs": [row]}).postings[0]
    assert [place.country for place in posting.locations] == ["US", "CA", "PE"]
    assert posting.remote_scope == "USA, Canada, Peru"
    row["candidate_required_location"] = "Berlin, Germany"
    (place,) = read("https://remotive.com/api/remote-jobs", {"jobs": [row]}).postings[0].locations
    assert (place.city, place.country) == ("Berlin", "DE")


def test_pay_that_adzuna_guessed_is_none() -> None:
    row: dict[str, Any] = {"id": "4123000001", "title": "Glazier", "salary_min": 30_000, "salary_max": 35_000}
    url = "https://api.adzuna.com/v1/api/jobs/de/search/1"
    stated = read(url, {"results": [row | {"salary_is_predicted": "0"}]}).postings[0].salary
    assert stated is not None
    assert (stated.currency, stated.period) == ("EUR", "year")
    assert read(url, {"results": [row | {"salary_is_predicted": "1"}]}).postings[0].salary is None


def test_rows_of_simplify_that_are_no_openings() -> None:
    url = "https://github.com/SimplifyJobs/Summer-Internships"
    row: dict[str, Any] = {"title": "Glazier", "url": "https://jobs.lever.co/x/1", "active": True, "is_visible": True}
    rows = [row, row | {"active": False}, row | {"is_visible": False}, row | {"url": "javascript:x"}]
    page = read(url, rows)
    assert [(posting.title, posting.board) for posting in page.postings] == [("Glazier", None)]
    assert (page.total, page.complete) == (2, False)
    assert read(url, [row | {"active": False}]).postings == ()


def test_amazon_answering_another_posting_says_nothing_of_this_one() -> None:
    ref = registry.recognize("https://www.amazon.jobs/en/jobs/10600001/x")
    url = registry.requests(ref)[0].url
    other = {"hits": 1, "jobs": [{"id_icims": "10600002", "title": "Glazier"}]}
    with pytest.raises(Broken):
        registry.parse(ref, answer(url, other))
    with pytest.raises(Gone) as gone:
        registry.parse(ref, answer(url, {"hits": 0, "jobs": []}))
    assert not gone.value.certain


# ---------------------------------------------------------------- closed


@pytest.mark.parametrize("status", ["expired", "paused", "archived"])
def test_a_closed_offer_of_startupjobs(status: str) -> None:
    state = [{"a": 1}, {"status": 2, "name": 3, "slug": 3, "company": 3}, status, "x"]
    page = f'<html><h1>Sklenář</h1><script id="__NUXT_DATA__" type="x">{json.dumps(state)}</script></html>'
    read_page = read("https://www.startupjobs.cz/nabidka/104001/sklenar", page)
    assert read_page.closed == f"status: {status}"


@pytest.mark.parametrize(
    "state",
    [
        '[{"status": 1, "name": 1, "slug": 1, "company": 1}, "published"]',
        "[{}]",
        "{",
        "7",
        '[{"status": 99, "name": 1}]',
    ],
)
def test_an_open_or_unreadable_state_of_startupjobs_closes_nothing(state: str) -> None:
    page = f'<html><h1>Sklenář</h1><script id="__NUXT_DATA__">{state}</script></html>'
    with suppress(Broken):
        assert read("https://www.startupjobs.cz/nabidka/104001/sklenar", page).closed is None


def test_a_closed_posting_of_jobscz() -> None:
    page = read("https://www.jobs.cz/rpd/2000500001/", "<html><p>Tato nabídka již není aktuální.</p></html>")
    assert page.closed == "nabídka již není aktuální"
    with pytest.raises(Broken):
        read("https://www.jobs.cz/rpd/2000500001/", "<html><p>Nabídka platí, dokud pozice není obsazena.</p></html>")


# ---------------------------------------------------------------- Hacker News

THREAD = "https://news.ycombinator.com/item?id=48700001"
COMMENT = "https://news.ycombinator.com/context?id=48700002"
HIRING = "Ask HN: Who is hiring? (March 2026)"


def test_a_thread_of_another_kind_has_no_postings() -> None:
    child = {"id": 48700002, "text": "Fernbrook | Glazier | Remote"}
    assert read(THREAD, {"title": "Show HN: my kiln", "children": [child]}).postings == ()
    assert len(read(THREAD, {"title": HIRING, "children": [child, {"id": 3, "text": None}]}).postings) == 1


def test_a_comment_by_its_own_address_and_by_that_of_items() -> None:
    for url in (THREAD.replace("1", "2", 1), THREAD):
        page = read(url, {"id": 48700002, "type": "comment", "text": "Fernbrook | Glazier | Remote", "children": []})
        assert (page.kind, page.postings[0].external_id) == (RefKind.POSTING, "48700002")
    row = {"id": 48700002, "type": "comment", "text": "Fernbrook | Glazier | Remote"}
    assert read(COMMENT, row).postings[0].company == "Fernbrook"


def test_what_is_no_longer_there() -> None:
    for body in (
        "null",
        {"id": 48700002, "type": "comment", "deleted": True},
        {"id": 1, "type": "comment", "dead": True},
    ):
        with pytest.raises(Gone):
            read(COMMENT, body)


def test_a_saved_page_of_a_thread() -> None:
    def row(id_: int, indent: int, text: str) -> str:
        return (
            f'<tr class="athing comtr" id="{id_}"><td class="ind" indent="{indent}"><img width="{indent * 40}"></td>'
            f'<td><span class="age" title="2026-03-02T09:00:00 1772442000">1 day ago</span>'
            f'<div class="commtext c00">{text}</div></td></tr>'
        )

    rows = row(48700002, 0, "Fernbrook | Glazier | Berlin | ONSITE<p>We glaze.") + row(48700003, 1, "Is it still open?")
    page = f"<html><title>{HIRING} | Hacker News</title><table class='fatitem'></table><table>{rows}</table></html>"
    (posting,) = read(THREAD, page).postings
    assert (posting.company, posting.title, posting.posted_at) == ("Fernbrook", "Glazier", "2026-03-02T09:00:00")
    assert posting.description_text == "Fernbrook | Glazier | Berlin | ONSITE\n\nWe glaze."


@pytest.mark.parametrize(
    ("line", "company", "title", "cities", "remote"),
    [
        ("Fernbrook | Glass Engineer | Berlin | ONSITE", "Fernbrook", "Glass Engineer", ["Berlin"], Remote.ONSITE),
        ("Fernbrook (YC W21) | Remote (US) | Glass Engineer", "Fernbrook", "Glass Engineer", [], Remote.REMOTE),
        ("Fernbrook || Paris || Hybrid || Senior Engineer", "Fernbrook", "Senior Engineer", ["Paris"], Remote.HYBRID),
        ("Fernbrook — Data Scientist — Python / SQL / AI", "Fernbrook", "Data Scientist", [], None),
        ("Fernbrook | https://fernbrook.example | Remote | Multiple", "Fernbrook", "Multiple", [], Remote.REMOTE),
        ("Fernbrook | Full-time | London | Designer", "Fernbrook", "Designer", ["London"], None),
        ("We look for a glazier with patience.", None, "We look for a glazier with patience.", [], None),
    ],
)
def test_a_first_line(line: str, company: str | None, title: str, cities: list[str], remote: Remote | None) -> None:
    head = headline.read(line)
    assert (head.company, head.title, head.remote) == (company, title, remote)
    assert [place.city for place in head.places if place.city] == cities
    assert all(place.city or remote is Remote.REMOTE for place in head.places)


def test_pay_and_address_of_a_first_line() -> None:
    head = headline.read("Fernbrook | Engineer | $150k - $200k + equity | Remote | https://jobs.fernbrook.example/x")
    assert head.pay is not None
    assert (head.pay.min, head.pay.max, head.pay.currency) == (150_000, 200_000, "USD")
    assert head.company_url == "https://jobs.fernbrook.example/"
    assert headline.read("Fernbrook | Engineer | https://forms.example/x").company_url is None


# ---------------------------------------------------------------- saved pages of walled sites


@pytest.mark.parametrize(
    ("url", "markup"),
    [
        (
            "https://www.linkedin.com/jobs/view/4000000001/",
            "<h1 class='top-card-layout__title'>Glazier</h1><div class='description__text'>You glaze.</div>",
        ),
        (
            "https://www.indeed.com/viewjob?jk=0123456789abcdef",
            "<h1 class='jobsearch-JobInfoHeader-title'>Glazier</h1><div id='jobDescriptionText'>You glaze.</div>",
        ),
        (
            "https://www.glassdoor.com/job-listing/x.htm?jl=1010000000001",
            "<h1 id='jd-job-title-1'>Glazier</h1><div class='JobDetails_jobDescription__x'>You glaze.</div>",
        ),
    ],
)
def test_a_saved_page_is_read_by_the_sites_elements(url: str, markup: str) -> None:
    page = read(url, f"<html><body>{markup}</body></html>")
    ref = registry.recognize(url)
    (posting,) = page.postings
    assert (posting.title, posting.board, posting.external_id) == ("Glazier", ref.board, ref.external_id)
    closed = read(url, f"<html><body>{markup}<p>No longer accepting applications</p></body></html>")
    assert closed.closed == "No longer accepting applications"
    with pytest.raises(Broken):
        read(url, "<html><body><form>Sign in to see who you already know</form></body></html>")


def test_what_a_saved_page_states_beats_its_elements() -> None:
    stated = '{"@type": "JobPosting", "title": "Senior Glazier", "description": "<p>You glaze.</p>"}'
    markup = "<h1 class='top-card-layout__title'>Sign in</h1><div class='description__text'>to see more</div>"
    page = read(
        "https://www.linkedin.com/jobs/view/4000000001/",
        f'<html><script type="application/ld+json">{stated}</script>{markup}</html>',
    )
    assert (page.reader, page.postings[0].title) == ("jsonld", "Senior Glazier")
