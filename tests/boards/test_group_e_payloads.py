"""Recorded answers of job boards: everything in them is read, and what they state comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from boards.build import PAYLOADS, payloads
from jobfinder.boards import registry
from jobfinder.model import Page, Ref, RefKind, Response
from jobfinder.read.dates import epoch

NEEDED = pytest.mark.skipif(not PAYLOADS.exists(), reason=f"recorded payloads are not here: {PAYLOADS}")
pytestmark = NEEDED


def read(path: Path, board: str) -> Page:
    """The file, as if it were an answer of that board and nothing else were known."""
    ref = Ref(board=board, kind=RefKind.BOARD, key="", url="")
    return registry.parse(ref, Response(url="", status=200, body=path.read_bytes()))


def under(name: str) -> Callable[[Any], list[Any]]:
    return lambda value: list(value[name])


ROWS: dict[str, tuple[str, Callable[[Any], list[Any]]]] = {
    "amazon-jobs": ("amazon", list),
    "arbeitnow": ("arbeitnow", under("data")),
    "hackernews": ("hackernews", lambda value: [row for row in value["children"] if row["text"]]),
    "himalayas": ("himalayas", under("jobs")),
    "jobicy": ("jobicy", under("jobs")),
    "remotive": ("remotive", under("jobs")),
    "simplify-listings": ("simplify", lambda value: [row for row in value if row["active"] and row["is_visible"]]),
    "solidjobs": ("solidjobs", under("jobs")),
    "usajobs": ("usajobs", lambda value: list(value["SearchResult"]["SearchResultItems"])),
    "workingnomads": ("workingnomads", list),
}
"""Folder → board, and its rows, found without our readers."""
TITLES = ("title", "position", "jobTitle")
JSON_FILES = [path for folder in ROWS if PAYLOADS.exists() for path in payloads(folder) if path.suffix == ".json"]


@pytest.mark.parametrize("path", JSON_FILES, ids=lambda path: path.name)
def test_every_row_of_a_json_answer(path: Path) -> None:
    board, rows_of = ROWS[path.parent.name]
    rows = rows_of(json.loads(path.read_bytes()))
    page = read(path, board)
    assert (page.kind, page.reader) == (RefKind.BOARD, board)
    assert len(page.postings) == len(rows) > 0
    for row, posting in zip(rows, page.postings, strict=True):
        stated = next((row[name] for name in TITLES if row.get(name)), None)
        assert stated is None or posting.title == " ".join(stated.replace("&amp;", "&").split())
        company = row.get("company_name") or row.get("companyName") or row.get("company")
        assert company is None or (posting.company or "").startswith(company[:10])
    sound(page)


def sound(page: Page) -> None:
    """Set where boards always state it, and in our vocabulary."""
    for posting in page.postings:
        assert posting.title
        assert not re.search(r"<[a-z/]|&[a-z]+;", posting.title)
        assert posting.url is not None
        assert not re.search(r"</?(?:p|div|li|strong)\b", posting.description_text or "")
        dates = (posting.posted_at, posting.updated_at, posting.closes_at)
        assert all(epoch(date) for date in dates if date)
        pay = posting.salary
        assert pay is None or pay.period in (None, "hour", "day", "week", "month", "year")
        assert posting.employment_type in (None, "full_time", "part_time", "contract", "temporary", "internship")


def test_stated_pay_comes_out() -> None:
    (jobicy,), (solid,), (usajobs,) = (payloads(folder) for folder in ("jobicy", "solidjobs", "usajobs"))
    for path, board, low, high in (
        (jobicy, "jobicy", lambda row: row.get("salaryMin"), lambda row: row.get("salaryMax")),
        (solid, "solidjobs", lambda row: row["salary"]["from"], lambda row: row["salary"]["to"]),
        (
            usajobs,
            "usajobs",
            lambda row: remuneration(row, "MinimumRange"),
            lambda row: remuneration(row, "MaximumRange"),
        ),
    ):
        rows = ROWS[path.parent.name][1](json.loads(path.read_bytes()))
        for row, posting in zip(rows, read(path, board).postings, strict=True):
            stated = posting.salary
            assert (stated and stated.min, stated and stated.max) == (low(row), high(row))


def remuneration(row: dict[str, Any], name: str) -> float:
    return float(row["MatchedObjectDescriptor"]["PositionRemuneration"][0][name])


def test_the_places_of_amazon_are_those_stated() -> None:
    (path,) = payloads("amazon-jobs")
    for row, posting in zip(json.loads(path.read_bytes()), read(path, "amazon").postings, strict=True):
        sites = [json.loads(stated) for stated in row["locations"]]
        assert [place.text for place in posting.locations] == [site["normalizedLocation"] for site in sites]
        assert all(place.country for place in posting.locations)
        assert posting.remote == ("remote" if sites[0]["type"] == "VIRTUAL" else "onsite")
        assert posting.url is not None
        assert posting.url.endswith(row["job_path"])


@pytest.mark.parametrize(
    ("folder", "board", "xpath"),
    [
        ("google-careers", "google_careers", "//job"),
        ("nodesk", "nodesk", "//item"),
        ("startupjobs", "startupjobs", "//offer"),
    ],
)
def test_every_item_of_a_feed(folder: str, board: str, xpath: str) -> None:
    seen = 0
    for path in payloads(folder):
        if path.suffix != ".xml":
            continue
        items = etree.parse(str(path)).getroot().xpath(xpath)
        page = read(path, board)
        assert isinstance(items, list)
        assert len(page.postings) == len(items) > 0
        assert all(posting.external_id and posting.company for posting in page.postings)
        sound(page)
        seen += 1
    assert seen


def test_the_json_feed_of_startupjobs() -> None:
    (path,) = [one for one in payloads("startupjobs") if one.suffix == ".json"]
    (row,) = json.loads(path.read_bytes())["offers"]
    (posting,) = read(path, "startupjobs").postings
    assert (posting.external_id, posting.title, posting.company) == (row["id"], row["position"], row["startup"])
    assert posting.updated_at == row["lastUpdate"]


@pytest.mark.parametrize("status", ["expired", "paused"])
def test_closed_offers_of_startupjobs(status: str) -> None:
    (path,) = [one for one in payloads("startupjobs") if one.name.endswith(f"{status}.html")]
    page = read(path, "startupjobs")
    assert (page.kind, page.postings) == (RefKind.POSTING, ())
    assert page.closed is not None
    assert status in page.closed


def test_result_pages_of_jobscz() -> None:
    pages = [path for path in payloads("jobscz-almacareer") if "listing_page" in path.name]
    assert len(pages) == 2
    for path in pages:
        markup = path.read_text("utf-8")
        ids = dict.fromkeys(re.findall(r'data-jobad-id="(\d+)"', markup))
        page = read(path, "jobscz")
        assert [posting.external_id for posting in page.postings] == list(ids)
        assert page.total == 58
        assert all(posting.company and posting.locations for posting in page.postings)
        stated = len(re.findall(r'class="Tag Tag--success[^>]*>\s*\d', markup))
        read_pay = [posting.salary for posting in page.postings if posting.salary]
        assert len(read_pay) == stated
        assert {pay.currency for pay in read_pay} == {"CZK"}
        assert {pay.period for pay in read_pay if (pay.min or 0) > 10_000} == {"month"}
    first, last = (read(path, "jobscz") for path in sorted(pages))
    assert first.next is not None
    assert first.next.url.endswith("page=2")
    assert (last.next, len(first.postings) + len(last.postings)) == (None, 58)


def test_a_page_and_an_error_of_remoteok() -> None:
    error, job = sorted(payloads("remoteok"))
    page = read(job, "remoteok")
    (posting,) = page.postings
    assert page.kind is RefKind.POSTING
    assert (posting.token, posting.external_id) == ("all", "99859")
    assert posting.title in job.read_text("utf-8")
    with pytest.raises(Exception, match="links no posting"):
        read(error, "remoteok")


def test_threads_of_hacker_news() -> None:
    for path in payloads("hackernews"):
        thread = json.loads(path.read_bytes())
        page = read(path, "hackernews")
        barred = [row for row in thread["children"] if row["text"] and " | " in row["text"].split("<p>")[0]]
        named = {posting.external_id: posting for posting in page.postings}
        for row in barred:
            assert named[str(row["id"])].company == row["text"].split(" | ")[0]
            assert named[str(row["id"])].title not in ("", row["text"].split(" | ")[0])
