"""What the seeker's decisions say: proposals that the evidence carries, the exact command, and silence where it is
thin.
"""

from __future__ import annotations

import shlex
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jobfinder.match.edit import applied
from jobfinder.match.offer import Asked, Offer, offer_of
from jobfinder.match.prefs import Preferences, from_toml, with_value
from jobfinder.match.rules import Case
from jobfinder.match.suggest import LEAST, MOST, Decided, Decision, Suggestion, suggestions
from jobfinder.model import Place, Posting, Remote, Salary
from jobfinder.read.fact import Fact, YearsAsked
from match.build import TODAY, cases

BERLIN = Place(text="Berlin, Germany", city="Berlin", country="DE")
HAMBURG = Place(text="Hamburg, Germany", city="Hamburg", country="DE")
TITLES = ["Backend Engineer", "Data Analyst", "Site Lead", "Platform Owner", "Tester", "Architect", "Trainer"]
COMPANIES = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel"]


class Desk:
    """Decisions of one seeker, each on a posting of its own that shares nothing by chance."""

    def __init__(self, text: str = "") -> None:
        self.prefs = from_toml(text)
        self.made: list[Decided] = []

    def decide(
        self, decision: Decision, times: int, *, offer: Offer | None = None, reason: str | None = None, **fields: Any
    ) -> None:
        for _ in range(times):
            number = len(self.made)
            given: dict[str, Any] = {
                "title": TITLES[number % len(TITLES)],
                "company": COMPANIES[number % len(COMPANIES)],
                "remote": Remote.REMOTE,
                "posted_at": "2026-11-15",
            } | fields
            one = Posting(**given)
            judged = Case(posting=one, offer=offer or offer_of(one), prefs=self.prefs, today=TODAY)
            self.made.append(Decided(job=f"job-{number:03}", decision=decision, case=judged, reason=reason))

    def hears(self) -> tuple[Suggestion, ...]:
        return suggestions(self.made, self.prefs)

    def commands(self) -> list[str]:
        return [one.command for one in self.hears()]


def on_site_in_berlin(hidden: int, kept: int) -> Desk:
    desk = Desk()
    desk.decide("hidden", hidden, remote=Remote.ONSITE, locations=(BERLIN,), reason="too far")
    desk.decide("saved", kept, remote=Remote.ONSITE, locations=(BERLIN,))
    desk.decide("applied", 6, remote=Remote.ONSITE, locations=(HAMBURG,))
    desk.decide("shown", 10)
    desk.decide("hidden", 2)
    return desk


def test_nine_of_ten_on_site_in_berlin_are_evidence() -> None:
    [said] = on_site_in_berlin(9, 1).hears()
    assert said.command == "prefs set locations.excluded Berlin"
    assert said.text == "you hid 9 of 10 on site or hybrid in Berlin, and 2 of the 18 others"
    assert (said.decided, said.among, said.others_decided, said.others) == (9, 10, 2, 18)
    assert said.jobs == tuple(f"job-{number:03}" for number in range(9))
    assert said.said == ("too far",)


def test_too_few_or_too_mixed_are_none() -> None:
    assert on_site_in_berlin(LEAST - 1, 0).hears() == ()
    assert on_site_in_berlin(6, 4).hears() == ()


def test_what_is_hidden_no_more_than_all_else_is_none() -> None:
    desk = Desk()
    desk.decide("hidden", 9, remote=Remote.ONSITE, locations=(BERLIN,))
    desk.decide("shown", 1, remote=Remote.ONSITE, locations=(BERLIN,))
    desk.decide("hidden", 18)
    desk.decide("shown", 2)
    assert desk.hears() == ()


def test_without_others_to_compare_with_there_is_none() -> None:
    desk = Desk()
    desk.decide("hidden", 20, title="Sales Manager")
    assert desk.hears() == ()


def test_a_word_of_the_title() -> None:
    desk = Desk()
    desk.decide("hidden", 8, title="Zeppelin Consultant")
    desk.decide("saved", 3, title="Consultant")
    desk.decide("shown", 8)
    assert desk.commands() == ["prefs set titles.excluded zeppelin"]


def test_a_company_with_a_comma_in_its_name() -> None:
    desk = Desk('[stop]\ncompanies = ["Acme"]')
    desk.decide("hidden", 7, company="Grim, Inc.")
    desk.decide("shown", 12)
    [command] = desk.commands()
    assert command == "prefs set stop.companies 'Acme; Grim, Inc.'"
    *_, path, value = shlex.split(command)
    assert with_value(desk.prefs, path, value).stop.companies == ("Acme", "Grim, Inc.")


def asks(skill: str) -> Offer:
    return Offer(skills=(Asked(skill=skill, need="required", quote=f"You know {skill}."),))


def test_skills_hidden_for_and_skills_taken_for() -> None:
    desk = Desk()
    desk.decide("hidden", 7, offer=asks("PHP"))
    desk.decide("applied", 7, offer=asks("Rust"))
    desk.decide("shown", 10)
    assert sorted(desk.commands()) == ["prefs set skills.loved Rust", "prefs set skills.no PHP"]


def test_an_arrangement() -> None:
    desk = Desk()
    places = [Place(text=name, city=name, country="DE") for name in ("Bonn", "Ulm", "Jena", "Hof", "Trier", "Aalen")]
    for place in places:
        desk.decide("hidden", 1, remote=Remote.ONSITE, locations=(place,))
    desk.decide("saved", 8)
    [said] = desk.hears()
    assert said.command == "prefs set remote.accepted 'hybrid, remote'"
    assert said.text.startswith("you hid 6 of 6 that are onsite")


def pay(top: float) -> Salary:
    return Salary(min=20_000, max=top, currency="EUR", period="year")


def test_limits_are_drawn_just_beyond_what_was_taken() -> None:
    desk = Desk('[salary]\ncurrency = "EUR"')
    desk.decide("hidden", 8, salary=pay(55_000))
    desk.decide("saved", 6, salary=pay(87_300))
    desk.decide("shown", 6, salary=pay(95_000))
    assert desk.commands() == ["prefs set salary.floor 87000"]
    desk = Desk()
    desk.decide("hidden", 8, offer=Offer(years=Fact(value=YearsAsked(min=10), quote="10 years")))
    desk.decide("saved", 6, offer=Offer(years=Fact(value=YearsAsked(min=6), quote="6 years")))
    assert desk.commands() == ["prefs set years.most 6"]


def test_a_rule_that_speaks_against_what_is_taken_is_to_be_loosened() -> None:
    desk = Desk('[salary]\nfloor = 90000\ncurrency = "EUR"\nmode = 1')
    for top in (70_000, 72_000, 75_000, 80_000, 81_000, 85_000):
        desk.decide("applied", 1, salary=pay(top))
    desk.decide("hidden", 1, salary=pay(71_000))
    desk.decide("shown", 6, salary=pay(99_000))
    [said] = [one for one in desk.hears() if one.edit.path == "salary.floor"]
    assert said.command == "prefs set salary.floor 70000"
    assert said.text.startswith("you applied to or saved 6 of 7 that salary speaks against")


def test_a_rule_that_mostly_keeps_off_what_is_left_stays() -> None:
    desk = Desk('[salary]\nfloor = 90000\ncurrency = "EUR"\nmode = 1')
    desk.decide("applied", 6, salary=pay(80_000))
    desk.decide("shown", 6, salary=pay(80_000))
    assert desk.hears() == ()


def test_the_last_decision_on_a_job_counts() -> None:
    desk = on_site_in_berlin(9, 1)
    changed = [Decided(job=one.job, decision="saved", case=one.case) for one in desk.made[:9]]
    assert suggestions([*desk.made, *changed], desk.prefs) != desk.hears()
    assert all(one.edit.path != "locations.excluded" for one in suggestions([*desk.made, *changed], desk.prefs))


@settings(max_examples=25)
@given(
    st.lists(st.tuples(cases, st.sampled_from(["applied", "saved", "hidden", "shown"])), max_size=14),
    st.randoms(use_true_random=False),
)
def test_at_most_a_handful_in_any_order_each_with_evidence_and_a_change(made: list[Any], random: Any) -> None:
    decided = [Decided(job=f"job-{n}", decision=decision, case=case) for n, (case, decision) in enumerate(made)]
    said = suggestions(decided, Preferences())
    random.shuffle(decided)
    assert suggestions(decided, Preferences()) == said
    assert len(said) <= MOST
    for one in said:
        assert one.among >= one.decided >= LEAST
        assert one.among + one.others == len(made)
        assert applied(Preferences(), one.edit) != Preferences()


def test_nothing_decided_nothing_said() -> None:
    assert suggestions([], Preferences()) == ()
