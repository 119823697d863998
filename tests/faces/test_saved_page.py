"""`submit --page`: a posting that people read in their browser, brought along as a file; nothing is fetched for it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from faces.conftest import Cli
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

WALLED = "https://www.linkedin.com/jobs/view/4000000001/"
ANYWHERE = "https://careers.fernbrook.example/openings/glazier"
STATED = """<html><script type="application/ld+json">{"@type": "JobPosting", "title": "Senior Glazier",
    "hiringOrganization": {"name": "Fernbrook"}, "description": "<p>You glaze the windows of our greenhouses.</p>",
    "jobLocation": {"address": {"addressLocality": "Berlin", "addressCountry": "DE"}}}</script></html>"""
COPIED = """Senior Glazier
Fernbrook · Berlin, Germany · 2 weeks ago

We make windows. You glaze them and look after the kilns, with patience and a steady hand.

- three years of glazing
"""
SHOWN = """<h1 class="top-card-layout__title">Senior Glazier</h1><a class="topcard__org-name-link">Fernbrook</a>
    <span class="topcard__flavor--bullet">Berlin, Germany</span>
    <div class="show-more-less-html__markup"><p>You glaze the windows of our greenhouses.</p></div>"""


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[DemoWeb]:
    """A web that counts what it is asked."""
    with DemoWeb(World.make()) as served:
        monkeypatch.setenv("JOBFINDER_CONNECT_TO", served.connect_to)
        yield served


@pytest.mark.parametrize("url", [WALLED, ANYWHERE])
@pytest.mark.parametrize("text", [STATED, COPIED], ids=["structured", "text"])
def test_the_posting_is_read_from_the_file_alone(cli: Cli, web: DemoWeb, tmp_path: Path, url: str, text: str) -> None:
    page = tmp_path / "saved"
    page.write_text(text, "utf-8")
    assert cli("submit", url, "--page", page, "--company", "Fernbrook").code == 0
    assert cli("run", "--until-idle").code == 0
    (card,) = cli("find", url, "--json").json
    assert card["posting"]["title"] == card["title"] == "Senior Glazier"
    assert card["company"] == "Fernbrook"
    assert card["posting"]["locations"][0]["city"] == "Berlin"
    assert card["verdict"] in ("success", "filtered", "skipped")
    assert [seen for seen in web.requests if "linkedin" in seen.host or "openings" in seen.path] == []


def test_a_walled_sites_own_elements_are_read(cli: Cli, web: DemoWeb, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(SHOWN)
    assert cli("submit", WALLED, "--page", page).code == 0
    (job,) = cli("jobs", "--json").json
    assert job["key"] == "job:linkedin:all:4000000001"
    assert (job["posting"]["title"], job["posting"]["company"]) == ("Senior Glazier", "Fernbrook")
    assert job["posting"]["description_text"] == "You glaze the windows of our greenhouses."


def test_without_the_page_it_is_blocked_and_says_what_to_do(cli: Cli, web: DemoWeb, tmp_path: Path) -> None:
    (card,) = cli("find", WALLED, "--json").json
    assert card["verdict"] == "blocked"
    assert f"jobfinder submit '{WALLED}' --page FILE" in card["why"]
    assert f"jobfinder submit '{WALLED}' --page FILE" in " ".join(cli("why", WALLED).out.split())
    assert len(web.requests) == 0
    page = tmp_path / "saved.txt"
    page.write_text(COPIED)
    assert cli("submit", WALLED, "--page", page).code == 0
    assert cli("find", WALLED, "--json").json[0]["posting"]["title"] == "Senior Glazier"


def test_a_walled_list_is_blocked_and_says_what_to_do(cli: Cli, web: DemoWeb) -> None:
    (card,) = cli("find", "https://www.linkedin.com/company/fernbrook/jobs/", "--json").json
    assert (card["type"], card["verdict"]) == ("source", "blocked")
    assert "--page FILE" in card["why"]
    assert len(web.requests) == 0


def test_from_stdin(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COPIED.encode())))
    assert cli("submit", WALLED, "--page", "-").code == 0
    assert cli("jobs", "--json").json[0]["title"] == "Senior Glazier"


TWO = """<script type="application/ld+json">[{"@type": "JobPosting", "title": "Glazier", "url": "/1"},
    {"@type": "JobPosting", "title": "Potter", "url": "/2"}]</script>"""
NOTHING = [
    (TWO, "2 postings, not one"),
    ("", "no posting can be read"),
    ("hello", "no posting can be read"),
    ("<html><body><form>Sign in</form></body></html>", "no posting can be read"),
    ('{"error": "unauthorised"}', "no posting can be read"),
    ("<p>This job is no longer accepting applications.</p>", "no longer accepting applications"),
    ("%PDF-1.7 broken", "the PDF cannot be read"),
    ("\x00\x01\x02\x03", "no posting can be read"),
]


@pytest.mark.parametrize(("text", "said"), NOTHING)
def test_a_page_without_a_posting_is_an_error_and_nothing_is_asked_for(
    cli: Cli, tmp_path: Path, text: str, said: str
) -> None:
    page = tmp_path / "saved"
    page.write_text(text)
    ran = cli("submit", WALLED, "--page", page)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert str(page) in ran.err
    assert said in ran.err
    assert cli("items", "--json").json == []


def test_only_one_posting_at_a_time(cli: Cli, tmp_path: Path) -> None:
    page = tmp_path / "saved"
    page.write_text(STATED)
    cases = [
        ((WALLED, ANYWHERE), "give the one address"),
        ((WALLED, "--type", "company"), "a saved page belongs to a job"),
        ((WALLED, "--sub-task", "scrape"), "leave the sub_task out"),
        (("https://www.linkedin.com/company/fernbrook/jobs/",), "address of a list of postings"),
        (("ftp://fernbrook.example/1",), "only http and https"),
    ]
    for words, said in cases:
        ran = cli("submit", *words, "--page", page)
        assert (ran.code, said in ran.err) == (2, True), ran.err
    assert cli("items", "--json").json == []
    assert "cannot read" in cli("submit", WALLED, "--page", tmp_path / "nowhere").err
