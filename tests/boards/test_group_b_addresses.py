"""Addresses of the boards of group B: what is theirs, what is not, boards on employers' own domains, embeds."""

from __future__ import annotations

import pytest

from jobfinder.boards import registry
from jobfinder.model import RefKind

UUID = "7e1c4d90-5a2b-4f68-b3d7-0c9e8f6a1b25"
OURS = frozenset(
    {
        *("comeet", "dover", "freshteam", "gem", "gusto", "homerun", "icims", "jazzhr", "jibe", "jobvite", "join"),
        *("manatal", "pinpoint", "rippling", "ycombinator", "zohorecruit"),
    }
)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.rippling.com/careers/open-roles",
        "https://ats.rippling.com/acme/people",
        "https://ats.rippling.com/acme/jobs/not-a-uuid",
        "https://ats.rippling.com/",
        "https://www.pinpointhq.com/",
        "https://developers.pinpointhq.com/docs",
        "https://acme.pinpointhq.com/en/privacy-policy",
        "https://acme.example/postings/7e1c4d90-5a2b-4f68-b3d7-0c9e8f6a1b25",
        "https://acme.example/en/postings/17",
        "https://www.gem.com/customers",
        "https://jobs.gem.com/api/public/graphql",
        "https://api.gem.com/v0/jobs",
        "https://www.comeet.com/jobs/acme",
        "https://www.comeet.com/solutions/acme/6B.00D",
        "https://www.comeet.com/jobs/acme/not-a-uid",
        "https://login.icims.com/u/login/identifier",
        "https://www.icims.com/company/careers/",
        "https://acme.icims.com/",
        "https://careers.acme.example/jobs/20417",
        "https://careers.acme.example/api/jobs?page=1",
        "https://careers.acme.example/careers-home/about",
        "https://careers.acme.example/careers-home/jobs/search",
        "https://app.jibecdn.com/prod/search/main.js",
        "https://jobs.jobvite.com/",
        "https://www.jobvite.com/acme/job/oK4tYfwZ",
        "https://jobs.jobvite.com/acme/job/1",
        "https://jobs.jobvite.com/support/",
        "https://join.com/",
        "https://join.com/companies",
        "https://join.com/recruiting/acme",
        "https://join.com/companies/acme/about-us",
        "https://www.homerun.co/",
        "https://api.homerun.co/v1/jobs",
        "https://acme.homerun.co/some/other/page",
        "https://acme.freshteam.com/login",
        "https://www.freshteam.com/jobs",
        "https://acme.zohorecruit.com/recruit/Portal.na",
        "https://acme.example/jobs/Careers/17",
        "https://acme.example/jobs/Careers",
        "https://www.dover.com/",
        "https://app.dover.com/apply/Acme/not-a-uuid",
        "https://app.dover.com/login",
        "https://www.manatal.com/features",
        "https://api.manatal.com/open/v3/jobs/",
        "https://gusto.com/company-news",
        "https://jobs.gusto.com/boards/acme",
        "https://jobs.gusto.com/postings/acme-gardener",
        "https://www.ycombinator.com/jobs/role/software-engineer",
        "https://www.ycombinator.com/companies/industry/fintech",
        "https://www.ycombinator.com/companies/women-founders",
        "https://www.ycombinator.com/companies",
        "https://news.ycombinator.com/item?id=1",
        "https://www.workatastartup.com/jobs",
        "https://www.workatastartup.com/jobs/l/operations",
        "https://wickerfield.applytojob.com/login",
        "https://www.applytojob.com/apply",
        "https://www.jazzhr.com/pricing",
    ],
)
def test_not_a_board(url: str) -> None:
    assert registry.recognize(url).board not in OURS


@pytest.mark.parametrize(
    ("board", "token", "host"),
    [
        ("pinpoint", "careers.acme.example", "careers.acme.example"),
        ("pinpoint", "acme", "acme.pinpointhq.com"),
        ("jibe", "jobs.acme.example", "jobs.acme.example"),
        ("zohorecruit", "jobs.acme.example", "jobs.acme.example"),
        ("zohorecruit", "acme.zohorecruit.eu", "acme.zohorecruit.eu"),
        ("zohorecruit", "acme", "acme.zohorecruit.com"),
        ("icims", "careers-acme.icims.com", "careers-acme.icims.com"),
    ],
)
def test_a_token_with_a_dot_is_a_host(board: str, token: str, host: str) -> None:
    ref = registry.board_of(board, token)
    assert ref is not None
    assert (ref.key, ref.kind) == (f"source:{board}:{token}", RefKind.BOARD)
    assert ref.url.split("/")[2] == host
    assert registry.requests(ref)[0].url.split("/")[2] == host


@pytest.mark.parametrize(
    ("board", "token"),
    [
        *(("icims", "careers.acme.example"), ("icims", "login.icims.com"), ("jibe", "acme"), ("jibe", "127.0.0.1")),
        *(("pinpoint", "www"), ("zohorecruit", "zohorecruit.com"), ("gusto", "acme"), ("comeet", "acme")),
        *(("rippling", "../x"), ("gem", "a b"), ("dover", "{slug}"), ("join", "%2f"), ("manatal", "")),
    ],
)
def test_what_can_be_no_token(board: str, token: str) -> None:
    assert registry.board_of(board, token) is None


def test_accounts_of_zoho_in_other_data_centres_are_others() -> None:
    keys = [
        registry.recognize(f"https://acme.zohorecruit.{end}/jobs/Careers").key for end in ("com", "eu", "in", "com.au")
    ]
    assert len(set(keys)) == 4


def test_the_jobs_of_zoho_without_the_name_of_a_site() -> None:
    assert registry.recognize("https://acme.zohorecruit.com/jobs").key == "source:zohorecruit:acme"


def test_career_sites_of_zoho_with_another_name_keep_it() -> None:
    posting = registry.recognize("https://acme.zohorecruit.com/jobs/Team/590522000011804417/Cook")
    assert posting.key == "job:zohorecruit:acme:590522000011804417"
    assert posting.url == "https://acme.zohorecruit.com/jobs/Team/590522000011804417"
    board = registry.board_ref(posting)
    assert board is not None
    assert (board.key, board.url) == ("source:zohorecruit:acme", "https://acme.zohorecruit.com/jobs/Team")


def test_a_board_of_comeet_keeps_its_name_from_a_posting_on() -> None:
    posting = registry.recognize("https://www.comeet.com/jobs/tenorbell/6B.00D/bell-founder/4C.A17")
    assert registry.source_url(posting) == "https://www.comeet.com/jobs/tenorbell/6B.00D"


def test_both_ids_of_a_posting_on_the_sites_of_y_combinator_are_kept_apart() -> None:
    there = registry.recognize("https://www.ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7-lamp-keeper")
    here = registry.recognize("https://www.workatastartup.com/jobs/80417")
    assert (there.key, here.key) == ("job:ycombinator:lumenkelp:Xk3dPq7", "job:ycombinator:80417")
    assert here.token is None
    assert registry.board_ref(here) is None


# ---------------------------------------------------------------- marks

SETTINGS = """COMEET.init({"token": "6B1C0DE5", "company-uid": "6B.00D", "company-name": "tenorbell"});"""
JIBE = '<script src="https://app.jibecdn.com/prod/search/4.11.215/main.js"></script>'
POSTING = f'<a href="/en/postings/{UUID}">Guide</a>'


@pytest.mark.parametrize(
    ("markup", "key"),
    [
        (f"<script>window.comeetInit = function() {{ {SETTINGS} }}</script>", "source:comeet:6B.00D"),
        (
            "fetch('https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5')",
            "source:comeet:6B.00D",
        ),
        (JIBE, "source:jibe:careers.acme.example"),
        ("<script>window._jibe = {'cid': 'acme'};</script>", "source:jibe:careers.acme.example"),
        (f"{POSTING}<footer>Powered by Pinpoint</footer>", "source:pinpoint:careers.acme.example"),
        ('<script src="https://app.jazz.co/widgets/basic/create/acme"></script>', "source:jazzhr:acme"),
        ('<iframe src="https://ats.rippling.com/embed/acme/jobs"></iframe>', "source:rippling:acme"),
        (
            '<iframe id="icims_content_iframe" src="https://careers-acme.icims.com/jobs/search?in_iframe=1"></iframe>',
            "source:icims:careers-acme.icims.com",
        ),
    ],
)
def test_seen_on_a_page(markup: str, key: str) -> None:
    found = registry.sightings(f"<html><body>{markup}</body></html>", "https://careers.acme.example/jobs")
    assert [sighting.ref.key for sighting in found] == [key]


def test_an_embedded_board_of_comeet_is_read_with_the_token_of_the_page() -> None:
    found = registry.sightings(f"<script>{SETTINGS}</script>", "https://tenorbell.example/careers")
    asked = registry.requests(found[0].ref)
    assert [request.url for request in asked] == [
        "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5&details=true"
    ]
    assert registry.recognize(found[0].ref.url) == found[0].ref


@pytest.mark.parametrize("markup", [POSTING, "<p>We pinpoint problems.</p>", "COMEET.init({'company-uid': '6B.00D'})"])
def test_no_sign_of_a_board(markup: str) -> None:
    assert registry.sightings(markup, "https://careers.acme.example/jobs") == ()
