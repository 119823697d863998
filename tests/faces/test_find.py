"""`find`, `submit` and `run`: from a bare address to a result card, against the demo's web."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faces.conftest import Cli, careers_of, posting_of
from jobfinder.demo.addresses import board_url
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World


@pytest.fixture
def own_web(monkeypatch: pytest.MonkeyPatch) -> Iterator[DemoWeb]:
    """A web that the test may change; every command is sent there."""
    with DemoWeb(World.make()) as served:
        monkeypatch.setenv("JOBFINDER_CONNECT_TO", served.connect_to)
        yield served


def test_a_bare_address_becomes_a_card(cli: Cli, own_web: DemoWeb) -> None:
    role = own_web.roles("page")[0]
    url = own_web.world.urls()[1]
    ran = cli("find", url)
    assert ran.code == 0
    assert role.title in ran.out
    assert own_web.company("page").name in ran.out
    assert "success" in ran.out
    assert "worked" in ran.err
    again = cli("find", url)
    assert again.out == ran.out
    assert again.err == ""


def test_a_settled_address_is_answered_without_a_request(cli: Cli, known: DemoWeb) -> None:
    before = len(known.requests)
    ran = cli("find", posting_of(known), "--json")
    assert ran.code == 0
    assert len(known.requests) == before
    assert [(one["asked"], one["verdict"]) for one in ran.json] == [(posting_of(known), "success")]


def test_cards_come_in_the_order_asked(cli: Cli, known: DemoWeb) -> None:
    urls = known.world.urls()[:4]
    urls = [urls[3], urls[0], urls[2], urls[0]]
    assert [one["asked"] for one in cli("find", *urls, "--json").json] == urls


def test_a_page_that_is_no_posting_tells_what_it_led_to(cli: Cli, known: DemoWeb) -> None:
    url = careers_of(known)
    told = cli("show", url, "--json").json
    assert (told["type"], told["verdict"]) == ("job", "skipped")
    assert [led["type"] for led in told["led_to"]] == ["source"]
    assert told["led_to"][0]["jobs"]
    card = cli("find", url).out
    assert "not a posting" in card
    assert "led to source" in card


def test_what_has_to_wait_is_said_with_its_time(cli: Cli, own_web: DemoWeb) -> None:
    own_web.fail_host("boards-api.greenhouse.io", status=503, retry_after=3600)
    ran = cli("find", own_web.world.urls()[0])
    assert ran.code == 1
    assert "not settled" in ran.out
    assert "1 item not settled yet" in ran.err
    assert "due in 1 h" in ran.err or "due in 60 min" in ran.err


def test_what_is_refused_is_settled(cli: Cli, own_web: DemoWeb) -> None:
    ran = cli("find", board_url(own_web.company("robots")))
    assert ran.code == 0
    assert "blocked" in ran.out
    assert "robots.txt" in ran.out


# ---------------------------------------------------------------- submit and run


def test_submit_prints_the_ids_and_fetches_nothing(cli: Cli, own_web: DemoWeb) -> None:
    url = own_web.world.urls()[0]
    ran = cli("submit", url)
    item = cli("items", "--json").json[0]
    assert ran.out.split()[0] == item["id"]
    assert (item["url"], item["status"]) == (url, "pending")
    assert own_web.requests == ()


def test_submit_reads_addresses_from_a_file(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text("# mine\nhttps://jobs.lever.co/acme\n\n  https://acme.example/  \n")
    rows = cli("submit", "--file", tmp_path / "urls.txt", "https://jobs.lever.co/other", "--json").json
    assert [row["key"] for row in rows] == ["source:lever:other", "source:lever:acme", "company:acme.example"]


def test_a_company_is_submitted_by_its_name(cli: Cli) -> None:
    rows = cli("submit", "--type", "company", "--company", "Fernbrook Gardens", "--json").json
    assert [row["type"] for row in rows] == ["company"]


def test_run_stops_after_so_many_steps_and_goes_on_where_it_was(cli: Cli, own_web: DemoWeb) -> None:
    cli("submit", own_web.world.urls()[0])
    assert cli("run", "--steps", 1, "--json").json["steps"] == 1
    assert cli("run", "--steps", 1, "--json").json["requests"] == 0, "the filter asks nobody"
    assert "1 step, 0 requests" in cli("run", "--steps", 0).out.replace("0 steps", "1 step")
    steps = {row["step"]: row["runs"] for row in cli("costs", "--json").json}
    assert steps == {"scrape": 1, "filter": 1}


def test_run_with_nothing_to_do_ends_at_once(cli: Cli) -> None:
    ran = cli("run", "--until-idle")
    assert (ran.code, ran.out, ran.err) == (0, "0 steps, 0 requests; nothing is planned\n", "")


def test_run_for_a_while_ends(cli: Cli) -> None:
    assert cli("run", "--for", 0).code == 0


def test_force_reads_again(cli: Cli, known: DemoWeb) -> None:
    before = known.count("boards-api.greenhouse.io")
    cli("submit", posting_of(known), "--force")
    assert cli("run", "--until-idle").code == 0
    assert known.count("boards-api.greenhouse.io") == before + 1
