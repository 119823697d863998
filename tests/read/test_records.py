"""Lists of postings in JSON of unknown make, single ones, and lists of other things."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Posting, Remote
from jobfinder.read.feed_item import Setting
from jobfinder.read.records import Records, read
from read.labelled import FOLDER

SETTING = Setting(url="https://fernbrook.example/careers", now=1_773_144_000.0)
TEXT = (
    "<p>We are looking for somebody for our gardens.</p><h3>Responsibilities</h3><ul><li>Forty beds</li></ul>"
    "<h3>Requirements</h3><p>3 years of experience with roses.</p><h3>Benefits</h3><p>A pension. Apply now.</p>"
)


def records(value: Any) -> Records | None:
    return read(value, SETTING)


def titles(value: Any) -> list[str]:
    found = records(value)
    return [posting.title for posting in found.postings] if found else []


def row(title: str, number: int, **more: Any) -> dict[str, Any]:
    return {"id": number, "title": title, "location": "Malmö, Sweden", "url": f"/careers/{number}"} | more


ROWS = [row("Head Gardener", 7), row("Cook", 8), row("Sales Manager", 9)]
NAMES = ["Head Gardener", "Cook", "Sales Manager"]


@pytest.mark.parametrize(
    "value",
    [
        ROWS,
        {"jobs": ROWS},
        {"data": {"results": ROWS, "total": 3}},
        {"props": {"pageProps": {"positions": ROWS, "offices": [{"id": 1, "name": "Malmö", "city": "Malmö"}]}}},
        {"data": {"jobs": {"edges": [{"node": one} for one in ROWS]}}},
        {"departments": [{"name": "Gardens", "jobs": ROWS[:1]}, {"name": "Rest", "jobs": ROWS[1:]}]},
        {"data": {"gardens": {"jobs": ROWS[:1]}, "rest": {"jobs": ROWS[1:]}}},
        {"openings": {str(one["id"]): one | {"kind": "x"} for one in ROWS}},
        {"hits": {"hits": [{"_source": one} for one in ROWS]}},
        {"jobs": [{"data": one} for one in ROWS]},
    ],
)
def test_lists_are_found_wherever_they_are(value: Any) -> None:
    assert titles(value) == NAMES


def test_fields_under_many_names() -> None:
    found = records(
        {
            "totalCount": 31,
            "jobPostings": [
                {
                    "jobTitle": "Senior Gardener",
                    "jobId": "R-7",
                    "absoluteUrl": "https://fernbrook.example/careers/7",
                    "primaryLocation": {"city": "Malmö", "country": "Sweden"},
                    "employmentType": "Part-time",
                    "departmentName": "Gardens",
                    "postedDate": "3 days ago",
                    "isHybrid": True,
                    "salary": {"from": 30000, "to": 35000, "currency": "SEK", "period": "Month"},
                    "responsibilities": ["Look after forty beds", "Teach two apprentices"],
                    "requirements": "<p>Three years of experience with roses, and patience.</p>",
                    "experienceLevel": "Mid-Senior level",
                }
            ],
        }
    )
    assert found is not None
    assert (found.total, found.rows) == (31, 1)
    (posting,) = found.postings
    assert (posting.title, posting.external_id, posting.url) == (
        "Senior Gardener",
        "R-7",
        "https://fernbrook.example/careers/7",
    )
    assert (posting.locations[0].city, posting.locations[0].country) == ("Malmö", "SE")
    assert (posting.employment_type, posting.department, posting.remote) == ("part_time", "Gardens", Remote.HYBRID)
    assert (posting.posted_at, posting.seniority) == ("2026-03-07", "senior")
    assert posting.salary is not None
    assert (posting.salary.min, posting.salary.max, posting.salary.currency, posting.salary.period) == (
        *(30_000, 35_000, "SEK"),
        "month",
    )
    assert posting.description_text is not None
    assert "Responsibilities\n\n- Look after forty beds\n- Teach two apprentices" in posting.description_text
    assert "Requirements\n\nThree years" in posting.description_text


def test_rows_that_say_they_are_not_open_are_left_out() -> None:
    flags: tuple[dict[str, Any], ...] = (
        {"active": False},
        {"isListed": False},
        {"status": "Closed"},
        {"status": "open"},
    )
    rows = [
        row(f"Gardener {name}", number, **flag) for number, (name, flag) in enumerate(zip("abcd", flags, strict=True))
    ]
    found = records({"jobs": rows})
    assert found is not None
    assert ([posting.title for posting in found.postings], found.rows) == (["Gardener d"], 4)


def test_texts_and_titles_speak_for_rows_without_addresses() -> None:
    assert titles([{"title": name, "descriptionHtml": TEXT} for name in NAMES]) == NAMES
    posts = [
        {"id": n, "link": f"/{n}", "title": {"rendered": name}, "content": {"rendered": TEXT}}
        for n, name in enumerate(NAMES)
    ]
    assert titles(posts) == NAMES


def test_one_posting() -> None:
    one = row("Head Gardener", 7, description=TEXT, employmentType="Part-time")
    for value in (one, {"job": one}, {"data": {"posting": one}}):
        found = records(value)
        assert found is not None
        assert (found.single, found.closed, found.postings[0].title) == (True, None, "Head Gardener")
    closed = records(one | {"status": "expired"})
    assert closed is not None
    assert closed.closed == "status: expired"


@pytest.mark.parametrize(
    "value",
    [
        {
            "products": [
                {"id": n, "title": "Garden Planner", "price": 9, "url": f"/p/{n}", "sku": "x"} for n in range(9)
            ]
        },
        {"team": [one | {"department": "Gardens", "bio": "x", "linkedin": "y"} for one in ROWS]},
        {"posts": [{"id": n, "title": f"News {n}", "url": f"/n/{n}", "date": "2026-03-01"} for n in range(9)]},
        {"offices": [{"id": n, "name": "Malmö", "city": "Malmö", "country": "Sweden", "url": "/o"} for n in range(9)]},
        {"menu": [{"title": "Careers", "url": "/careers"}, {"title": "Engineering", "url": "/eng"}]},
        {"events": [{"id": n, "title": "Meet our gardener", "startsAt": "x", "venue": "y"} for n in range(9)]},
        {"title": "Fernbrook", "description": "We grow things."},
        {"jobs": []},
        [],
        [[1, 2], "x", None],
        None,
        7,
        "jobs",
    ],
)
def test_lists_of_other_things(value: Any) -> None:
    assert records(value) is None


FILES = sorted((FOLDER.parent / "payloads").glob("*/*.json")) if FOLDER.exists() else []
COUNTED = {"jobs", "results", "postings", "offers", "items", "content", "jobPostings", "result", "data"}


def counted(path: Path) -> int | None:
    """How many rows the longest list near the top has, where it is plain that it lists postings."""
    value = json.loads(path.read_bytes())
    lists = [value] if isinstance(value, list) else [one for key, one in value.items() if key in COUNTED]
    rows = [one for one in lists if isinstance(one, list) and one and all(isinstance(row, dict) for row in one)]
    return max(map(len, rows)) if rows else None


def test_recorded_lists_of_vendors_are_read_without_knowing_them() -> None:
    if not FILES:
        pytest.skip(f"recorded payloads are not here: {FOLDER.parent / 'payloads'}")
    whole = read_ = 0
    for path in FILES:
        count = counted(path)
        found = records(json.loads(path.read_bytes()))
        if count is not None and count > 1:
            whole += 1
            read_ += found is not None and found.rows == count
    assert whole > 60
    assert read_ / whole > 0.85


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*"abc", "title", "jobs", "url", "salary"]), inner)
    ),
    max_leaves=30,
)


@given(JSON, JSON)
def test_any_value_is_read(one: Any, other: Any) -> None:
    for value in (
        one,
        {"jobs": [row("Cook", 1, salary=one, location=other, description=other), one]},
        {"a": [one, other]},
    ):
        found = records(value)
        assert found is None or all(isinstance(posting, Posting) for posting in found.postings)


@pytest.mark.timeout(20)
def test_large_values_are_read_in_linear_time() -> None:
    records({"jobs": [row("Cook", number) for number in range(20_000)]})
    records({str(number): row("Cook", number) for number in range(20_000)})
    deep: Any = []
    for _ in range(500):
        deep = {"a": [deep]}
    records(deep)
