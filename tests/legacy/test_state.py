"""What an item brings along: which results count for which `sub_task` (A15, A60, A61, A63), and hostile state."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.legacy.state import Carried, address, carried
from jobfinder.match.score import Score
from jobfinder.model import Company, JobQueueItem, Place, Posting, Salary, Step

URL = "https://boards.example/acme/jobs/1"
DATA = {"title": "Nurse", "company": "Acme", "location": "Berlin", "description": "Night shifts."}
STATE = {"job_data": DATA, "filter_result": {"passed": True}, "match_result": {"match_score": 81}}
COMPANY_STATE = {
    "company_name": "Acme",
    "company_website": "https://acme.example",
    "html_content": {"about": "<p>We care.</p>"},
    "extracted_info": {"about": "We care.", "industry": "Health", "founded": 1999, "size": ""},
    "analysis_result": {"tier": "a", "tech_stack": ["Go"], "job_board_url": "https://boards.example/acme"},
}


def job(**fields: Any) -> Carried:
    return carried(JobQueueItem(type="job", url=fields.pop("url", URL), **fields))


def company(**fields: Any) -> Carried:
    return carried(JobQueueItem(type="company", url="https://acme.example", **fields))


@pytest.mark.parametrize(
    ("sub_task", "posting", "steps"),
    [
        ("scrape", False, set()),
        ("filter", True, set()),
        ("analyze", True, {Step.FILTER}),
        ("save", True, {Step.FILTER, Step.ANALYZE}),
        (None, True, {Step.FILTER, Step.ANALYZE}),
    ],
)
def test_results_before_the_step_asked_for_count(sub_task: str | None, posting: bool, steps: set[Step]) -> None:
    found = job(sub_task=sub_task, pipeline_state=STATE)
    assert (found.posting is not None, set(found.steps)) == (posting, steps)


@pytest.mark.parametrize(
    ("sub_task", "steps"),
    [
        ("fetch", set()),
        ("extract", {Step.FETCH}),
        ("analyze", {Step.FETCH, Step.EXTRACT}),
        ("save", {Step.FETCH, Step.EXTRACT, Step.ANALYZE}),
        (None, {Step.FETCH, Step.EXTRACT, Step.ANALYZE}),
    ],
)
@pytest.mark.parametrize("name", ["company_sub_task", "sub_task"])
def test_a_companys_results_before_the_step_asked_for_count(name: str, sub_task: str | None, steps: set[Step]) -> None:
    found = company(**{name: sub_task}, pipeline_state=COMPANY_STATE)
    assert set(found.steps) == steps
    assert found.company == Company(name="Acme", website="https://acme.example/")


def test_a_later_result_stands_for_the_earlier_ones() -> None:
    scored = job(sub_task="save", pipeline_state={"job_data": DATA, "match_result": {"match_score": 81}})
    assert {step: result.outcome for step, result in scored.steps.items()} == {
        Step.FILTER: "passed",
        Step.ANALYZE: "scored",
    }
    analysed = company(pipeline_state={"analysis_result": {"tier": "B"}})
    assert set(analysed.steps) == {Step.FETCH, Step.EXTRACT, Step.ANALYZE}


@pytest.mark.parametrize(
    "state", [None, {}, {"job_data": {}}, {"job_data": {"company": "Acme"}}, {"filter_result": {}}]
)
def test_without_a_posting_nothing_counts(state: dict[str, Any] | None) -> None:
    assert not job(sub_task="filter", pipeline_state=state)
    assert not job(sub_task="save", pipeline_state={**(state or {}), "match_result": {"match_score": 81}})


@pytest.mark.parametrize("sub_task", [None, "filter", "analyze", "save"])
def test_scraped_data_is_a_posting(sub_task: str | None) -> None:
    found = job(sub_task=sub_task, scraped_data=DATA)
    assert found.posting == Posting(
        title="Nurse",
        company="Acme",
        url=URL,
        locations=(Place(text="Berlin", city="Berlin", country="DE"),),
        description_text="Night shifts.",
    )


def test_asked_to_scrape_what_has_no_address_what_it_brought_is_all_there_is() -> None:
    assert job(url="", sub_task="scrape", scraped_data=DATA).posting is not None
    assert job(url="", sub_task="scrape", scraped_data={**DATA, "url": URL}).posting is None


def test_job_data_comes_before_scraped_data_and_is_completed_by_it() -> None:
    found = job(scraped_data=DATA, pipeline_state={"job_data": {"title": "Senior Nurse", "company": ""}})
    assert found.posting is not None
    assert (found.posting.title, found.posting.company) == ("Senior Nurse", "Acme")


def test_a_postings_fields_are_read_and_unknown_ones_are_null() -> None:
    data = {
        "title": " Nurse ",
        "company_name": "Acme",
        "company_website": "acme.example",
        "location": ["Berlin", "", "Remote"],
        "salary": {"min": 50_000, "currency": "EUR"},
        "posted_date": 1_767_268_800,
        "url": URL,
    }
    found = job(url=None, scraped_data=data).posting
    assert found == Posting(
        title="Nurse",
        company="Acme",
        company_url="https://acme.example/",
        url=URL,
        locations=(Place(text="Berlin", city="Berlin", country="DE"), Place(text="Remote")),
        salary=Salary(min=50_000, currency="EUR"),
        posted_at="2026-01-01T12:00:00+00:00",
    )
    vague = {"title": "Nurse", "company_website": "n/a", "posted_date": "2 days ago", "salary": "competitive"}
    assert job(scraped_data=vague).posting == Posting(title="Nurse", url=URL)


def test_pay_in_words_is_read() -> None:
    found = job(scraped_data={"title": "Nurse", "salary": "$120,000 - $150,000 a year"}).posting
    assert found is not None
    assert found.salary is not None
    assert (found.salary.min, found.salary.max, found.salary.currency) == (120_000, 150_000, "USD")


@pytest.mark.parametrize(
    ("result", "outcome", "reason"),
    [
        ({"passed": True}, "passed", "passed before it came here"),
        ({"rejections": []}, "passed", "passed before it came here"),
        ({"passed": False, "rejections": [{"reason": "too far"}, "too junior"]}, "rejected", "too far; too junior"),
        ({"rejections": [{"filter_name": "location"}, {}]}, "rejected", "location; rejected"),
        ({"passed": False}, "rejected", "rejected before it came here"),
        ({"passed": "no", "rejections": 3}, "passed", "passed before it came here"),
    ],
)
def test_a_filter_verdict_is_read(result: dict[str, Any], outcome: str, reason: str) -> None:
    step = job(pipeline_state={"job_data": DATA, "filter_result": result}).steps[Step.FILTER]
    assert (step.outcome, step.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("result", "score"),
    [
        ({"match_score": 81}, 81),
        ({"score": 80.6}, 81),
        ({"match_score": 250}, 100),
        ({"match_score": -3}, 0),
        ({"match_score": "high"}, None),
        ({"match_score": True}, None),
        ({"matched_skills": ["Go"]}, None),
    ],
)
def test_a_score_is_read_and_without_a_number_it_is_scored_again(result: dict[str, Any], score: int | None) -> None:
    state = {"job_data": DATA, "filter_result": {"passed": True}, "match_result": result}
    step = job(pipeline_state=state).steps.get(Step.ANALYZE)
    assert (step.output["score"] if step else None) == score


def test_a_score_comes_in_the_shape_that_save_reads() -> None:
    result = {"match_score": 81, "matched_skills": ["Go", 3], "missing_skills": "all"}
    output = job(pipeline_state={"job_data": DATA, "match_result": result}).steps[Step.ANALYZE].output
    assert msgspec.to_builtins(msgspec.convert(output, Score)) == output
    assert output == {
        "score": 81,
        "coverage": 1.0,
        "least": 81.0,
        "fit": None,
        "parts": (),
        "gate": None,
        "flags": (),
        "matched_skills": ("Go",),
        "missing_skills": (),
    }


def test_a_companys_state_comes_in_the_shape_that_its_steps_read() -> None:
    steps = company(pipeline_state=COMPANY_STATE).steps
    facts = {"name": "Acme", "website": "https://acme.example/", "about": "We care.", "industry": "Health"}
    assert steps[Step.FETCH].output == {"pages": [], "texts": {"about": "<p>We care.</p>"}}
    assert steps[Step.EXTRACT].output == {
        **facts,
        "size": None,
        "founded": "1999",
        "tech_stack": [],
        "boards": [],
        "careers": [],
        "evidence": [],
    }
    board = "https://boards.example/acme"
    assert steps[Step.ANALYZE].output == {
        **steps[Step.EXTRACT].output,
        "tier": "A",
        "tech_stack": ["Go"],
        "boards": [{"url": board, "confidence": 1.0, "how": "brought along", "quote": board}],
    }


def test_a_board_that_is_no_address_and_a_tier_that_is_none_are_left_out() -> None:
    analysis = {"tier": "Z", "job_board_url": "ask HR", "boards": [{"url": "http://127.0.0.1/", "how": "x"}, 3]}
    output = company(pipeline_state={"analysis_result": analysis}).steps[Step.ANALYZE].output
    assert (output["tier"], output["boards"]) == (None, [])


def test_an_address_is_found_wherever_the_item_has_it() -> None:
    assert address(JobQueueItem(type="job", scraped_data={"url": URL})) == URL
    assert address(JobQueueItem(type="source", source_discovery_config={"url": URL})) == URL
    assert address(JobQueueItem(type="company", source_discovery_config={"url": URL})) is None
    assert address(JobQueueItem(type="scrape_source", extra={"source_id": "17"})) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(sorted(DATA)), inner, max_size=3),
    max_leaves=5,
)
NAMES = (
    "title url location salary posted_date posting passed rejections match_score score matched_skills tier "
    "tech_stack boards careers job_board_url about industry"
)
RESULTS = st.dictionaries(st.sampled_from(NAMES.split()), VALUES)
STATES = st.dictionaries(
    st.sampled_from([*STATE, *COMPANY_STATE]),
    RESULTS | VALUES,
)


@given(st.sampled_from(["job", "company", "source", "scrape"]), STATES, RESULTS)
def test_no_state_breaks_it(type_: str, state: dict[str, Any], data: dict[str, Any]) -> None:
    item = JobQueueItem(type=type_, url=URL, pipeline_state=state, scraped_data=data)
    found = carried(item)
    assert found.posting is None or found.posting.title
    address(item)
