"""What is known, as tables and as JSON: items, jobs, companies, sources, lanes, matches, costs, show, why, plan."""

from __future__ import annotations

import pytest

from faces.conftest import Cli, board_of, posting_of, site_of
from jobfinder.demo.server import DemoWeb

ITEM = {
    *("id", "type", "url", "status", "message", "step", "due_at", "entity", "entity_type", "created_at", "settled_at"),
    *("mine", "tracking_id", "parent_item_id", "ancestry_chain", "spawn_depth"),
}
POSTING = {
    *("title", "company", "url", "apply_url", "board", "token", "external_id", "locations", "remote", "remote_scope"),
    *("employment_type", "department", "seniority", "salary", "posted_at", "updated_at", "closes_at"),
    *("description_html", "description_text", "language", "requisition_id"),
}
LISTS = {
    "items": ITEM,
    "jobs": {"key", "url", "title", "company", "verdict", "why", "posting"},
    "companies": {"key", "name", "website", "industry", "tier", "verdict", "complete"},
    "sources": {"key", "url", "board", "state", "reason", "listed", "due_at", "company"},
    "lanes": {"name", "interval", "cap", "ready", "in_flight", "served", "rest_until"},
    "matches": {"key", "score", "title", "company", "url", "parts", "posting"},
    "costs": {"step", "runs", "requests", "seconds", "cost"},
}


@pytest.mark.parametrize(("command", "fields"), LISTS.items())
def test_every_list_is_one_array(cli: Cli, known: DemoWeb, command: str, fields: set[str]) -> None:
    ran = cli(command, "--json")
    assert ran.code == 0
    assert ran.err == ""
    assert len(ran.json) > 2
    assert all(fields <= set(row) for row in ran.json)


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_an_array_of_nothing_in_an_empty_store(cli: Cli, command: str) -> None:
    ran = cli(command, "--json")
    assert (ran.code, ran.json, ran.err) == (0, [], "")


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_a_table_of_80_columns(cli: Cli, known: DemoWeb, command: str) -> None:
    ran = cli(command)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("command", [name for name in LISTS if name != "costs"])
def test_every_list_can_be_cut(cli: Cli, known: DemoWeb, command: str) -> None:
    assert len(cli(command, "--limit", 2, "--json").json) == 2
    assert "--limit N" in cli(command, "--limit", 2).err


def test_postings_have_all_fields_of_the_contract(cli: Cli, known: DemoWeb) -> None:
    read = [row["posting"] for row in cli("jobs", "--json").json if row["posting"]]
    assert read
    assert all(set(posting) >= POSTING for posting in read)


def test_items_are_chosen_by_status(cli: Cli, known: DemoWeb) -> None:
    chosen = cli("items", "--status", "filtered", "--json").json
    assert chosen
    assert {row["status"] for row in chosen} == {"filtered"}
    assert cli("items", "--status", "live", "--json").json == []


def test_matches_come_best_first_and_from_a_score_on(cli: Cli, known: DemoWeb) -> None:
    rows = cli("matches", "--json").json
    ranks = [row["rank"] for row in rows]
    assert ranks == sorted(ranks, reverse=True)
    chosen = [row["key"] for row in cli("matches", "--min-score", 70, "--json").json]
    assert chosen == [row["key"] for row in rows if row["score"] >= 70]
    assert 0 < len(chosen) < len(rows)


@pytest.mark.parametrize("by", ["step", "day"])
def test_costs_add_up_to_the_same(cli: Cli, known: DemoWeb, by: str) -> None:
    rows = cli("costs", "--by", by, "--json").json
    assert all(by in row for row in rows)
    assert sum(row["runs"] for row in rows) == sum(row["runs"] for row in cli("costs", "--json").json)


# ---------------------------------------------------------------- one thing


def test_show_tells_what_a_score_rests_on(cli: Cli, known: DemoWeb) -> None:
    best = cli("matches", "--json").json[0]
    told = cli("show", best["key"], "--json").json
    assert (told["verdict"], told["match"], told["score"]["score"]) == ("success", True, best["score"])
    assert set(told["posting"]) >= POSTING
    skills = next(part for part in told["score"]["parts"] if part["name"] == "skills")
    card = cli("show", best["url"]).out
    assert best["title"] in card
    assert " ".join(skills["evidence"].lstrip("- ").split())[:40] in " ".join(card.split())


def test_show_tells_every_reason_of_a_filtered_job(cli: Cli, known: DemoWeb) -> None:
    job = next(row for row in cli("jobs", "--json").json if row["verdict"] == "filtered")
    told = cli("show", job["key"], "--json").json
    against = [rule for rule in told["rules"] if rule["outcome"] in ("reject", "strike")]
    assert against
    card = " ".join(cli("show", job["key"]).out.split())
    assert all(f"✗ {rule['rule']}: {rule['reason']}" in card for rule in against)


def test_show_counts_what_came_of_a_company_and_of_a_board(cli: Cli, known: DemoWeb) -> None:
    for url in (site_of(known), board_of(known)):
        told = cli("show", url, "--json").json
        assert [source["state"] for source in told["sources"]] == ["enabled"]
        assert sum(told["jobs"].values()) > 5
        assert told["best"]
        card = cli("show", url).out
        assert f"{sum(told['jobs'].values())} postings: " in card
        assert told["best"][0]["title"] in card


def test_show_takes_an_item_id_a_key_and_an_address(cli: Cli, known: DemoWeb) -> None:
    item = next(row for row in cli("items", "--json").json if row["url"] == posting_of(known))
    told = [cli("show", target, "--json").json for target in (item["id"], item["entity"], item["url"])]
    assert told[0] == told[1] == told[2]


def test_why_tells_a_story(cli: Cli, known: DemoWeb) -> None:
    url = posting_of(known)
    told = cli("why", url, "--json").json
    assert [step["step"] for step in told["steps"]] == ["scrape", "filter", "analyze", "save"]
    assert {step["state"] for step in told["steps"]} == {"done"}
    assert told["next"]["what"] == "done"
    story = cli("why", url).out
    for heading in ("Steps", "Next", "Asked for", "Log"):
        assert f"\n{heading}\n" in story
    assert "2 requests" in story
    assert "looked at again in" in story
    assert "by you: success" in story


def test_why_has_the_rank_in_words(cli: Cli) -> None:
    url = "https://boards.greenhouse.io/harborlight/jobs/4000001"
    cli("submit", url)
    story = " ".join(cli("why", url).out.split())
    assert "scrape now, on host:boards-api.greenhouse.io, because the posting has not been read yet" in story
    assert "you asked for it yourself ×0.25" in story


def test_the_log_of_a_board_takes_a_few_lines_unless_all_is_wanted(cli: Cli, known: DemoWeb) -> None:
    short, full = (cli("why", board_of(known), *more).out for more in ((), ("--full",)))
    assert " more" in short
    assert full.count("spawned") > short.count("spawned") == 1


def test_plan_changes_nothing(cli: Cli) -> None:
    url = "https://boards.greenhouse.io/harborlight/jobs/4000001"
    told = cli("plan", url, "--json").json
    assert [step["step"] for step in told["steps"]][:4] == ["scrape", "filter", "analyze", "save"]
    assert told["requests"] > 0
    assert "about 2 requests" in cli("plan", url).out
    assert cli("items", "--json").json == []
    assert cli("jobs", "--json").json == []


def test_plan_of_what_is_done_needs_nothing(cli: Cli, known: DemoWeb) -> None:
    told = cli("plan", posting_of(known), "--json").json
    assert (told["verdict"], told["steps"], told["requests"]) == ("success", [], 0)


# ---------------------------------------------------------------- decisions


def test_a_tier_is_remembered(cli: Cli, known: DemoWeb) -> None:
    assert cli("companies", "tier", site_of(known), "s").code == 0
    tiers = {row["website"]: row["tier"] for row in cli("companies", "--json").json}
    assert tiers[site_of(known)] == "S"


def test_a_source_is_disabled_and_enabled(cli: Cli, known: DemoWeb) -> None:
    def state() -> str:
        told: str = cli("show", board_of(known), "--json").json["sources"][0]["state"]
        return told

    assert cli("sources", "disable", board_of(known)).code == 0
    assert state() == "disabled"
    assert cli("sources", "enable", board_of(known)).code == 0
    assert state() == "enabled"
    assert cli("sources", "approve", board_of(known)).code == 0
    assert state() == "proposed"


def test_resync_changes_nothing_in_a_healthy_store(cli: Cli, known: DemoWeb) -> None:
    cli("resync")
    told = cli("resync", "--json").json
    assert told["entities"] > 10
    assert (told["changed"], told["dropped"]) == ([], 0)
    assert "0 planned anew" in cli("resync").out


def test_the_doctor_checks_one_thing_a_line(cli: Cli, known: DemoWeb) -> None:
    told = cli("doctor", "--json").json
    assert {"python", "store", "profile", "network"} <= {check["name"] for check in told}
    ran = cli("doctor")
    assert len(ran.out.splitlines()) == len(told)
    assert ran.code == (0 if all(check["ok"] for check in told) else 1)


def test_the_doctor_says_no_without_a_profile(cli: Cli, web: DemoWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBFINDER_CONNECT_TO", web.connect_to)
    ran = cli("doctor")
    assert ran.code == 1
    assert "FAIL  profile" in ran.out
