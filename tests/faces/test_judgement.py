"""What the seeker sees of judgement, on both databases: cards, drops, tries, choices, versions, money."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from databases import DIALECTS
from faces import judged
from faces.conftest import Cli, Ran
from faces.judged import BERLIN, CHEAP, CITIZENS, GARDEN, HAMBURG, PRAKTIKUM, WARY

MODEL = {
    "JOBFINDER_AI_MODELS": "local/m",
    "JOBFINDER_AI_ENDPOINTS_LOCAL_BASE_URL": "http://127.0.0.1:9/v1",
    "JOBFINDER_AI_ENDPOINTS_LOCAL_INPUT_PRICE": "1",
    "JOBFINDER_AI_ENDPOINTS_LOCAL_OUTPUT_PRICE": "2",
    "JOBFINDER_AI_REVIEW_FROM": "60",
}


class Shop(NamedTuple):
    """A judged store, and the commands on it."""

    run: Callable[..., Ran]

    def text(self, *words: object) -> str:
        """What a command that succeeds says, in one line."""
        ran = self.run(*words)
        assert ran.code == 0, ran.err
        return " ".join(ran.out.split())

    def json(self, *words: object) -> Any:
        ran = self.run(*words, "--json")
        assert ran.code == 0, ran.err
        return ran.json


# One worker judges a store for all that look at it.
@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"judged {name}")) for name in DIALECTS]
)
def judged_store(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a store in which everything was judged; tests that change it change it back."""
    stores = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres_server")
    url: str = stores.create()
    judged.judge(url, ai={})
    yield url
    stores.drop(url)


@pytest.fixture
def shop(judged_store: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Shop:
    for name, value in MODEL.items():
        monkeypatch.setenv(name, value)
    return Shop(lambda *words: cli(*words, "--store", judged_store))


# ---------------------------------------------------------------- cards


def test_a_card_fits_on_half_a_screen_and_has_the_second_opinion(shop: Shop) -> None:
    card = shop.text("show", BERLIN)
    assert len(shop.run("show", BERLIN).out.splitlines()) <= 24
    for said in (
        "Senior Python Developer at Acme",
        "confidence high: 96% of what counts can be told",
        "in Berlin, Germany; remote not told",
        "also posted: Hamburg, DE",
        "second opinion by local/m ($0.0004): 1 of 2 requirements met, -",
        "✗ “Experience with Haskell” not met",
        "ask: Who is on call?",
        "1 requirement left out",
    ):
        assert said in card
    assert "Python, 9 years" not in card


def test_full_shows_both_quotes_and_every_skill(shop: Shop) -> None:
    card = shop.text("show", BERLIN, "--full")
    assert "✓ “Several years of Python in production” met: “Python, 9 years”" in card
    assert "has: Python, PostgreSQL, Kafka" in card
    assert f"also at {HAMBURG}" in card


def test_a_card_in_json_has_all_of_it(shop: Shop) -> None:
    card = shop.json("show", BERLIN)
    assert card["review"]["change"] < 0
    assert card["points"] == card["score"]["score"] + card["review"]["change"]
    assert shop.text("show", BERLIN).startswith(f"{card['points']:.0f} Senior Python Developer")
    assert [other["url"] for other in card["also"]] == [HAMBURG]
    assert card["shown_as"] is None
    assert card["offer"]["skills"]
    assert card["dropped"] is None


def test_a_twin_says_which_one_is_listed(shop: Shop) -> None:
    assert f"the same role is listed as {BERLIN}" in shop.text("show", HAMBURG)
    assert shop.json("show", HAMBURG)["shown_as"] == shop.json("show", BERLIN)["key"]


def test_a_gate_is_told_with_its_sentence(shop: Shop) -> None:
    card = shop.text("show", CITIZENS)
    assert "✗ not for you: asks for citizenship of US “Applicants must be U.S. citizens.”" in card
    assert "confidence" not in card
    assert "confidence" in shop.text("show", CITIZENS, "--full")


def test_a_red_flag_is_told_with_its_words(shop: Shop) -> None:
    assert "! be wary: paid by commission only “This position is paid on a commission-only basis.”" in shop.text(
        "show", WARY
    )


# ---------------------------------------------------------------- why not


@pytest.mark.parametrize(
    ("url", "rule", "command"),
    [
        (CHEAP, "salary", "prefs set salary.floor 50000"),
        (GARDEN, "min_score", "prefs set min_score"),
        (CITIZENS, "eligibility", None),
        (PRAKTIKUM, "stop.keywords", None),
        (WARY, "flags.wary", "prefs set flags.wary"),
    ],
    ids=["pay", "score", "citizens", "stop list", "flag"],
)
def test_every_drop_says_what_dropped_it_and_what_would_let_it_pass(
    shop: Shop, url: str, rule: str, command: str | None
) -> None:
    for told in (shop.json("show", url)["dropped"], shop.json("why", url)["dropped"]):
        assert [one["rule"] for one in told["why"]["against"]] == [rule]
        assert told["why"]["lift"] == [rule]
        assert [one[: len(command or "")] for one in told["commands"]] == ([command] if command else [])
    story = shop.text("why", url)
    assert "Why not" in story
    if command:
        assert f"would pass after: jobfinder {command}" in story


def test_what_was_shown_has_no_why_not(shop: Shop) -> None:
    assert shop.json("why", BERLIN)["dropped"] is None
    assert "Why not" not in shop.text("why", BERLIN)


# ---------------------------------------------------------------- drops


def test_the_ledger_of_drops_is_complete(shop: Shop) -> None:
    found = shop.json("drops")
    assert (found["judged"], found["dropped"], found["count"]) == (7, 5, 5)
    assert {job["url"] for job in found["jobs"]} == {CHEAP, CITIZENS, GARDEN, PRAKTIKUM, WARY}
    counts = {row["rule"]: (row["dropped"], row["alone"]) for row in found["rules"] if row["dropped"]}
    rules = ("salary", "min_score", "eligibility", "stop.keywords", "flags.wary")
    assert counts == dict.fromkeys(rules, (1, 1))


def test_drops_of_a_rule_and_of_a_group(shop: Shop) -> None:
    assert [job["url"] for job in shop.json("drops", "--rule", "salary")["jobs"]] == [CHEAP]
    grouped = shop.json("drops", "--rule", "stop")
    assert [job["url"] for job in grouped["jobs"]] == [PRAKTIKUM]
    assert [row["rule"] for row in grouped["rules"]] == ["stop.keywords"]
    assert grouped["dropped"] == 5
    said = shop.text("drops", "--rule", "salary")
    assert "Nearest to passing, of those that salary had a part in" in said
    assert "✗ salary: at most 50,000 EUR a year" in said
    assert "“40,000 – 50,000 EUR a year”" in said


def test_drops_are_limited_and_say_so(shop: Shop) -> None:
    assert len(shop.json("drops", "--limit", 2)["jobs"]) == 2
    assert "… and 4 more" in shop.text("drops", "--limit", 1)
    assert "Nearest" not in shop.text("drops", "--limit", 0)


def test_what_would_pass_if(shop: Shop) -> None:
    found = shop.json("drops", "--if", "salary.floor=40000")
    assert (found["gains"], found["losses"]) == (1, 0)
    assert [one["title"] for one in found["gained"]] == ["Python Developer"]
    both = shop.json("drops", "--if", "salary.floor=40000", "--if", "flags.wary=unpaid")
    assert (both["path"], both["gains"]) == ("salary.floor; flags.wary", 2)
    assert "1 job more would pass the filter" in shop.text("drops", "--if", "salary.floor=40000")
    assert shop.json("prefs", "show")["salary"]["floor"] == 70_000, "nothing was changed"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("drops", "--rule", "salry"), "there is no rule 'salry'"),
        (("drops", "--if", "salary.floor"), "--if takes FIELD=VALUE"),
        (("drops", "--if", "=1"), "--if takes FIELD=VALUE"),
        (("drops", "--if", "salary.flor=1"), "salary.flor"),
        (("drops", "--if", "salary.floor=much"), "salary.floor"),
        (("drops", "--rule", "salary", "--if", "min_score=1"), "do not go together"),
        (("drops", "--limit", "-1"), "--limit takes a number"),
        (("matches", "--all", "--saved"), "--all and --saved do not go together"),
        (("prefs", "try"), "prefs try takes KEY VALUE"),
        (("prefs", "try", "min_score", "101"), "min_score"),
        (("prefs", "try", "--file", "no-such-file"), "cannot read no-such-file"),
        (("prefs", "show", "--version", "9"), "there is no version 9 of the preferences: there are 1 to 1"),
        (("prefs", "restore", "0"), "there is no version 0"),
        (("profile", "show", "--version", "7"), "there is no version 7 of the profile"),
        (("costs", "--by", "week"), "week"),
    ],
    ids=" ".join,
)
def test_bad_input_is_told_in_a_line(shop: Shop, words: tuple[str, ...], said: str) -> None:
    ran = shop.run(*words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


# ---------------------------------------------------------------- tries


def test_a_change_is_tried_and_nothing_is_changed(shop: Shop) -> None:
    found = shop.json("prefs", "try", "salary.floor", "40000")
    assert found["changes"] == ["salary.floor: 70000 → 40000"]
    trial = found["trial"]
    assert [move["title"] for move in trial["gained"]["best"]] == ["Python Developer"]
    assert trial["gained"]["best"][0]["company"] == "Acme"
    assert (trial["lost"]["count"], trial["ai_calls"], trial["rules"]) == (0, 1, ["salary"])
    assert trial["to_score"] >= 1
    assert (found["model"], found["unpriced"]) == ("local/m", "")
    assert 0 < found["typical"] < found["worst"]
    assert shop.json("prefs", "show")["salary"]["floor"] == 70_000
    assert len(shop.json("prefs", "history")) == 1


def test_a_try_says_what_it_would_cost_and_how_to_do_it(shop: Shop) -> None:
    points = [shop.json("show", url)["points"] for url in (BERLIN, HAMBURG)]
    said = shop.text("prefs", "try", "min_score", "100")
    assert "min_score: 40 → 100" in said
    assert f"0 matches gained, {sum(one < 100 for one in points)} lost" in said
    assert f"its score of {min(points):g} is below 100" in said
    assert "`jobfinder prefs set min_score 100` does it" in said
    assert "1 second opinion by local/m at most: about $0.0004, at most $0.01" in shop.text(
        "prefs", "try", "salary.floor", "40000"
    )
    assert "nothing would change" in shop.text("prefs", "try", "min_score", "40")


def test_what_the_seeker_may_not_apply_for_is_no_gain(shop: Shop) -> None:
    titles = [move["title"] for move in shop.json("prefs", "try", "min_score", "0")["trial"]["gained"]["best"]]
    assert titles == ["Gardener"]


def test_a_file_is_tried(shop: Shop, tmp_path: Any) -> None:
    path = tmp_path / "wanted.toml"
    path.write_text(judged.PREFERENCES.replace("70000", "40000"))
    assert shop.json("prefs", "try", "--file", path)["changes"] == ["salary.floor: 70000 → 40000"]


# ---------------------------------------------------------------- choices


def test_matches_by_what_was_decided(shop: Shop) -> None:
    def urls(*words: str) -> list[str]:
        return [row["url"] for row in shop.json("matches", *words)]

    assert urls() == [BERLIN]
    try:
        shop.run("mark", HAMBURG, "applied", "--reason", "sent [red]all[/red]")
        assert urls("--applied") == [HAMBURG]
        assert urls("--saved") == []
        assert "nothing is marked saved" in shop.run("matches", "--saved").err
        assert "applied: sent [red]all[/red]" in shop.text("matches", "--applied")
        shop.run("mark", BERLIN, "hidden")
        assert urls() == [HAMBURG]
        assert urls("--all") == [BERLIN, HAMBURG]
        choice = shop.json("show", HAMBURG)["choice"]
        assert (choice["kind"], choice["reason"]) == ("applied", "sent [red]all[/red]")
        assert "you marked it hidden" in shop.text("show", BERLIN)
    finally:
        shop.run("mark", HAMBURG, "none")
        shop.run("mark", BERLIN, "none")
    assert urls() == [BERLIN]
    assert shop.json("matches")[0]["also"][0]["places"] == ["Hamburg, DE"]


def test_nothing_is_suggested_without_evidence(shop: Shop) -> None:
    assert shop.json("prefs", "suggest") == []
    assert "nothing to suggest yet" in shop.text("prefs", "suggest")


# ---------------------------------------------------------------- money


def test_the_ledger_of_money_is_joined_to_the_work(shop: Shop) -> None:
    rows = {row["step"]: row for row in shop.json("costs")}
    assert (rows["review"]["calls"], rows["review"]["refused"]) == (1, 0)
    assert rows["review"]["spent"] == rows["review"]["cost"] > 0
    assert rows["filter"]["cost"] == 0
    spent = rows["review"]["spent"]
    for by in ("day", "model"):
        assert sum(row["spent"] for row in shop.json("costs", "--by", by)) == pytest.approx(spent)
    said = shop.text("costs")
    assert "calls spent" in said
    assert "budget: $0.0004 of $1.00 today" in said
    assert "requests" not in shop.text("costs", "--by", "model")


def test_why_says_what_was_spent(shop: Shop) -> None:
    spent = {url: shop.json("why", url)["spent"] for url in (BERLIN, HAMBURG, CHEAP)}
    (paid,) = (url for url, lines in spent.items() if lines)
    assert spent[paid] == ["review: $0.0004 paid to local/m"]
    assert paid != CHEAP
    assert "Spent review: $0.0004 paid to local/m" in shop.text("why", paid)


def test_a_plan_prices_what_may_come(shop: Shop) -> None:
    found = shop.json("plan", "https://acme.example/jobs/unheard-of")
    review = next(step for step in found["steps"] if step["step"] == "review")
    assert review["when"] == "if needed"
    assert 0 < review["cost"] < review["worst"]
    assert found["cost"] == 0
    assert found["worst"] > review["worst"], "a page that is hard to read may cost as well"
    assert "no money, or $" in shop.text("plan", "https://acme.example/jobs/unheard-of")
    board = shop.json("plan", "https://another.example/")
    assert [step["entity"] for step in board["steps"] if step["step"] == "review"] == ["each posting"]


def test_a_plan_without_models_costs_no_money(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MODEL:
        monkeypatch.delenv(name)
    found = shop.json("plan", "https://acme.example/jobs/unheard-of")
    assert (found["cost"], found["worst"], found["priced"]) == (0, 0, False)
    assert "review" not in [step["step"] for step in found["steps"]]
    assert ", no money; what" in shop.text("plan", "https://acme.example/jobs/unheard-of")


def test_a_plan_says_that_nobody_knows_a_price(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOBFINDER_AI_ENDPOINTS_LOCAL_INPUT_PRICE")
    monkeypatch.delenv("JOBFINDER_AI_ENDPOINTS_LOCAL_OUTPUT_PRICE")
    review = next(s for s in shop.json("plan", "https://acme.example/jobs/9")["steps"] if s["step"] == "review")
    assert (review["cost"], review["worst"]) == (None, None)
    assert "what local/m costs is not known" in review["held"]
    said = shop.text("plan", "https://acme.example/jobs/9")
    assert "money that nobody can tell" in said
    assert said.count("no model is asked now: what local/m costs is not known") == 1
    assert "what local/m costs is not known" in shop.text("prefs", "try", "salary.floor", "40000")


def test_what_a_budget_held_back_is_told_with_the_reason(
    cli: Cli, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {path: judged.PAGES[path] for path in ("/", "/jobs/berlin")}
    judged.judge(store_url, pages=pages, ai={"day": 0.0}, at=time.time())
    for name, value in (MODEL | {"JOBFINDER_AI_DAY": "0"}).items():
        monkeypatch.setenv(name, value)
    row = next(row for row in cli("costs", "--json", "--store", store_url).json if row["step"] == "review")
    assert (row["calls"], row["refused"], row["spent"]) == (0, 1, 0)
    said = " ".join(cli("costs", "--store", store_url).out.split())
    assert "held back" in said
    assert "review: 1 held back today: the day's budget of $0.00 is spent; it begins anew on" in said
    assert "budget: $0.00 of $0.00 today" in said
    assert (
        "review: held back today: the day's budget"
        in cli("why", BERLIN, "--json", "--store", store_url).json["spent"][0]
    )
    plan = cli("plan", "https://acme.example/jobs/other", "--store", store_url)
    assert "no model is asked now" in plan.out


def test_a_verdict_of_an_older_system_is_in_the_ledger_too(cli: Cli, store_url: str, connect: Any) -> None:
    judged.judge(store_url, pages={path: judged.PAGES[path] for path in ("/", "/jobs/cheap")})
    database = connect(store_url)
    database.write(
        lambda tx: tx.run("""UPDATE progress SET output = '{"old": 1}', reason = 'too far' WHERE step = 'filter'""")
    )
    (job,) = cli("drops", "--json", "--store", store_url).json["jobs"]
    assert [(one["rule"], one["reason"]) for one in job["why"]["against"]] == [("filter", "too far")]
