"""Recorded answers of group D, read and compared with what a few independent lines count in the same bytes."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from boards.build import PAYLOADS
from jobfinder.boards import registry
from jobfinder.model import Page, Posting, Ref, RefKind, Response

ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?")
TAG = re.compile(r"</?(?:p|div|li|ul|br|span)\b")


def recorded(folder: str, name: str) -> bytes:
    """The bytes of one recorded answer; skips where they are absent."""
    path = PAYLOADS / folder / name
    if not path.exists():
        pytest.skip(f"recorded payloads are not here: {path}")
    return path.read_bytes()


def read_at(url: str, body: bytes) -> Page:
    """What is read from a recorded answer to the address."""
    return registry.parse(registry.recognize(url), Response(url=url, status=200, body=body))


def read_alone(board: str, body: bytes) -> Page:
    """What is read from saved bytes of which only the system is known."""
    name = registry.named(board)
    assert name is not None
    ref = Ref(board=name, kind=RefKind.BOARD, key=f"source:{name}", url="")
    return registry.parse(ref, Response(url="", status=200, body=body))


def sound(postings: tuple[Posting, ...]) -> None:
    """What every posting keeps: a title, ISO dates, text without markup, an address that is recognised as its own."""
    for posting in postings:
        assert posting.title == posting.title.strip() != ""
        assert "\\u" not in posting.title
        for stated in (posting.posted_at, posting.updated_at, posting.closes_at):
            assert stated is None or ISO.fullmatch(stated)
        assert not TAG.search(posting.description_text or "")
        if posting.url:
            assert registry.recognize(posting.url).external_id == posting.external_id


# ---------------------------------------------------------------- lists


def test_neogov_feed() -> None:
    body = recorded("neogov", "careerkit_neogov.xml")
    page = read_at("https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=exampleagency", body)
    ids = re.findall(rb"<joblisting:jobId>(\d+)</", body)
    assert [posting.external_id for posting in page.postings] == [one.decode() for one in ids]
    assert (page.total, page.complete) == (len(ids), True)
    sound(page.postings)
    first, second = page.postings
    assert first.salary is not None
    assert (first.salary.min, first.salary.max, first.salary.currency, first.salary.period) == (
        135_000,
        175_000,
        "USD",
        "year",
    )
    assert (first.posted_at, first.closes_at) == ("2026-08-19T05:00:00+00:00", "2026-09-20T04:59:00+00:00")
    assert "background check" in (first.description_text or "")
    assert (second.remote, second.salary.period if second.salary else None) == ("remote", "hour")
    assert read_alone("neogov", body).postings == page.postings


def test_jobylon_embedded_list() -> None:
    body = recorded("jobylon", "jobseek_jobylon_mcdonalds_se.html")
    page = read_at("https://cdn.jobylon.com/jobs/companies/1955/embed/v2/?page_size=1000", body)
    source = body.decode().split("JBL.embed_v2['jobs'] =", 1)[1]
    ids = re.findall(r"^\s+id: '(\d+)',$", source, re.MULTILINE)
    assert [posting.external_id for posting in page.postings] == ids
    assert (page.total, page.complete, len(set(ids))) == (len(ids), True, len(ids))
    sound(page.postings)
    titles = re.findall(r"^\s+title: '(.*)',$", source, re.MULTILINE)
    said = [" ".join(json.loads(f'"{title}"').split()) for title in titles]
    assert said == [posting.title for posting in page.postings]
    places = re.findall(r"locations_text: '(.*)',", source)
    assert sum(bool(posting.locations) for posting in page.postings) == len([place for place in places if place])
    ends = re.findall(r"to_date: '(\d+) (\w+) (\d{4})'", source)
    assert [p.closes_at for p in page.postings if p.closes_at] == [swedish(*end) for end in ends]
    assert {posting.language for posting in page.postings} == set(re.findall(r"'job-lang-([a-z]{2})'", source))


def swedish(day: str, month: str, year: str) -> str:
    months = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september"]
    months += ["oktober", "november", "december"]
    return date(int(year), months.index(month) + 1, int(day)).isoformat()


def test_talentclue_widget() -> None:
    body = recorded("talentclue", "jobseek_talentclue_mcdonalds_es.json")
    url = f"https://api.talentclue.com/jswidget-ajax/jswidget/jobs/{'0a' * 16}/e30%3D"
    page = read_at(url, body)
    stated = json.loads(body)["jobs"]
    assert [posting.external_id for posting in page.postings] == list(stated)
    assert (page.total, page.complete) == (len(stated), True)
    sound(page.postings)
    for posting, row in zip(page.postings, stated.values(), strict=True):
        assert (posting.title, posting.url) == (row["title"], row["url"])
        day, month, year = row["post_date"].split("/")
        assert posting.posted_at == f"{year}-{month}-{day}"
        assert (posting.locations[0].country, posting.remote) == ("ES", "onsite")
        hours = {"Jornada parcial": "part_time", "Jornada completa": "full_time"}
        assert posting.employment_type == hours.get(row["shift_label"])
    assert len(read_alone("talentclue", body).postings) == len(stated)


def test_hrmdirect_table() -> None:
    body = recorded("hrmdirect-clearcompany", "careerkit_hrmdirect.html")
    page = read_at("https://acmefoundation.hrmdirect.com/employment/job-openings.php?search=true", body)
    ids = re.findall(rb'data-req-id="(\d+)"', body)
    assert [posting.external_id for posting in page.postings] == [one.decode() for one in ids]
    sound(page.postings)
    first, second = page.postings
    assert (first.title, first.department, first.company) == ("CRM Product Owner", "Operations", "Acme Foundation")
    assert (first.requisition_id, second.requisition_id) == (None, "08052026")
    # Nothing says what the dates of the table are.
    assert [posting.posted_at for posting in page.postings] == [None, None]
    assert len(read_alone("hrmdirect-clearcompany", body).postings) == len(ids)


# ---------------------------------------------------------------- postings


def test_peoplestrong_rendered_posting() -> None:
    body = recorded("peoplestrong", "jobseek_peoplestrong_larsen_toubro.html")
    url = "https://larsentoubrocareers.peoplestrong.com/job/detail/LNT_AM-SS_1713015"
    page = read_at(url, body)
    assert page == read_alone("peoplestrong", body)
    (posting,) = page.postings
    sound(page.postings)
    assert (posting.external_id, posting.requisition_id) == ("LNT_AM-SS_1713015", "LNT/AM-SS/1713015")
    assert (posting.posted_at, posting.closes_at) == ("2026-05-08", "2026-11-04")
    assert (posting.locations[0].city, posting.locations[0].country) == ("Coimbatore", "IN")
    assert "Handle RFQ/RFP processes" in (posting.description_text or "")
    assert "Supplier Enablement" not in (posting.description_text or "")


@pytest.mark.parametrize(
    ("name", "token", "number", "facts"),
    [
        ("jobseek_barcelona_activa_talentclue_jobpage_admin.html", "barcelonactiva", "125289649", "full_time ca"),
        ("jobseek_decathlon_talentclue_jobpage.html", "decathlon", "124223851", "None es"),
    ],
)
def test_talentclue_pages(name: str, token: str, number: str, facts: str) -> None:
    body = recorded("talentclue", name)
    page = read_alone("talentclue", body)
    (posting,) = page.postings
    sound(page.postings)
    assert (page.kind, posting.token, posting.external_id) == (RefKind.POSTING, token, number)
    assert posting.title == re.findall(r'bussiness-name">([^<]+)</h1>', body.decode())[0]
    assert f"{posting.employment_type} {posting.language}" == facts
    assert (posting.remote, posting.locations[0].country) == ("onsite", "ES")
    assert len(posting.description_text or "") > 500
    assert posting.salary is None or (posting.salary.min, posting.salary.max) == (18_000, 21_000)


def test_almacareer_answer() -> None:
    body = recorded("jobscz-almacareer", "plucker_jobs_jobscz_job_widget_api.json")
    url = "https://value4robotics.jobs.cz/detail-pozice?r=detail&id=2000142365"
    (posting,) = read_at(url, body).postings
    stated = json.loads(body)["data"]["widget"]["jobAd"]
    sound((posting,))
    assert (posting.title, posting.external_id, posting.url) == (stated["title"], stated["id"], url)
    assert [place.city for place in posting.locations] == [place["city"] for place in stated["locations"]]
    assert posting.description_html == stated["content"]["htmlContent"].strip()
    assert (posting.employment_type, posting.company) == ("full_time", stated["employer"]["companyName"])
    salary = posting.salary
    assert salary is not None
    assert (salary.currency, salary.period, salary.min) == ("CZK", "month", float(stated["salary"]["min"]))


def test_almacareer_script_and_pages_lead_to_the_answer() -> None:
    script = recorded("jobscz-almacareer", "plucker_jobs_jobscz_job_widget_script.js")
    listed = read_at("https://skoda-auto.jobs.cz/assets/js/script.min.js", script)
    assert listed.next is not None
    assert (listed.next.method, listed.next.url) == ("POST", "https://api.capybara.lmc.cz/api/graphql/widget")
    key = re.search(rb'"main":\{"id":"([\w-]+)","apiKey":"(\w+)"', script)
    assert key is not None
    assert dict(listed.next.headers)["x-api-key"] == key[2].decode()
    variables = json.loads(listed.next.body or b"")["variables"]
    assert (variables["widgetId"], variables["host"], variables["page"]) == (key[1].decode(), "skoda-auto.jobs.cz", 1)
    posting = registry.recognize("https://skoda-auto.jobs.cz/detail-pozice?r=detail&id=1632413478")
    asked = registry.parse(posting, Response(url=posting.url, status=200, body=script)).next
    assert asked is not None
    assert json.loads(asked.body or b"")["variables"]["jobId"] == "1632413478"
    for name, host in (("custom", "fio"), ("widget_script", "skoda-auto")):
        page = read_alone("almacareer", recorded("jobscz-almacareer", f"plucker_jobs_jobscz_job_{name}.html"))
        assert page.postings == ()
        assert page.next is not None
        assert page.next.url == f"https://{host}.jobs.cz/assets/js/script.min.js"
