"""The rules on what a posting asks and who may apply, case by case: what passes, is unknown, or speaks against it."""

from __future__ import annotations

from typing import Any

import pytest

from jobfinder.match.filter import RuleVerdict, judge
from jobfinder.match.offer import Asked, Offer
from jobfinder.model import Company, Place, Posting, Remote, Tier
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, Hours, SpokenAsked, YearsAsked
from jobfinder.read.need import Need
from match.build import case, posting, sparse

QUOTE = "So it stands there."


def said(value: Any, *, stated: bool = True) -> Fact[Any]:
    return Fact(value=value, quote=QUOTE, stated=stated)


def verdict(
    rule: str, prefs: str, offer: Offer | None = None, given: Posting | None = None, company: Company | None = None
) -> RuleVerdict:
    judged = judge(case(given or posting(), prefs, offer or Offer(), company))
    return next(one for one in judged.rules if one.rule == rule)


def outcome(
    rule: str, prefs: str, offer: Offer | None = None, given: Posting | None = None, company: Company | None = None
) -> str:
    return verdict(rule, prefs, offer, given, company).outcome


def terms(**fields: Any) -> Offer:
    return Offer(eligibility=Eligibility(**fields))


# ---------------------------------------------------------------- years, degree, languages


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (said(YearsAsked(min=5)), "pass"),
        (said(YearsAsked(min=6)), "strike"),
        (said(YearsAsked(min=6), stated=False), "unknown"),
        (said(YearsAsked(max=10)), "unknown"),
        (None, "unknown"),
    ],
)
def test_years(years: Fact[YearsAsked] | None, expected: str) -> None:
    assert outcome("years", "[years]\nmost = 5", Offer(years=years)) == expected


@pytest.mark.parametrize(
    ("level", "required", "stated", "expected"),
    [
        ("bachelor", True, True, "pass"),
        ("master", True, True, "reject"),
        ("master", False, True, "pass"),
        ("doctorate", True, False, "unknown"),
        ("associate", True, True, "pass"),
    ],
)
def test_degree(level: Any, required: bool, stated: bool, expected: str) -> None:
    offer = Offer(degree=said(DegreeAsked(level=level, required=required), stated=stated))
    assert outcome("degree", '[degree]\nheld = "bachelor"\nmode = "reject"', offer) == expected


def test_a_degree_above_is_only_reported_unless_the_seeker_says_more() -> None:
    offer = Offer(degree=said(DegreeAsked(level="doctorate", required=True)))
    judged = judge(case(posting(), '[degree]\nheld = "bachelor"', offer))
    assert judged.passed
    assert judged.total_strikes == 0
    assert outcome("degree", '[degree]\nheld = "bachelor"', offer) == "strike"
    assert outcome("degree", '[degree]\nheld = "bachelor"') == "unknown"


SPOKEN = '[[languages.spoken]]\nname = "English"\n[[languages.spoken]]\nname = "Deutsch"\nlevel = "B2"'


@pytest.mark.parametrize(
    ("asked", "spoken", "level"),
    [
        ([SpokenAsked(language="English", level="C2")], "pass", "pass"),
        ([SpokenAsked(language="German", level="B2")], "pass", "pass"),
        ([SpokenAsked(language="German", level="C1")], "pass", "strike"),
        ([SpokenAsked(language="German", level="native", required=False)], "pass", "pass"),
        ([SpokenAsked(language="German")], "pass", "pass"),
        ([SpokenAsked(language="Dutch")], "reject", "pass"),
        ([SpokenAsked(language="Dutch", required=False)], "pass", "pass"),
        ([SpokenAsked(language="English"), SpokenAsked(language="Finnish", level="B1")], "reject", "pass"),
        ([], "unknown", "unknown"),
    ],
)
def test_languages(asked: list[SpokenAsked], spoken: str, level: str) -> None:
    offer = Offer(languages=tuple(said(one) for one in asked))
    assert outcome("languages", SPOKEN, offer) == spoken
    assert outcome("languages.level", SPOKEN, offer) == level


def test_a_language_that_was_only_inferred_rejects_nobody() -> None:
    offer = Offer(languages=(said(SpokenAsked(language="Dutch"), stated=False),))
    assert outcome("languages", SPOKEN, offer) == "unknown"


# ---------------------------------------------------------------- who may apply


@pytest.mark.parametrize(
    ("countries", "expected"),
    [(("US",), "reject"), (("US", "DE"), "pass"), ((), "pass"), (None, "unknown")],
)
def test_remote_but_only_from_the_us(countries: tuple[str, ...] | None, expected: str) -> None:
    remote = posting(remote=Remote.REMOTE, remote_scope="Worldwide", locations=(Place(text="Berlin", country="DE"),))
    offer = terms(only=said(countries) if countries is not None else None)
    text = '[remote]\ncountries = ["Germany"]'
    assert outcome("applicants", text, offer, remote) == expected
    assert outcome("remote.countries", text, offer, remote) == "pass"


def test_the_place_and_the_applicants_are_judged_apart() -> None:
    """On site in Berlin, but only for people who may work in the US: the place passes, the applicant does not."""
    text = '[locations]\naccepted = ["Berlin"]\n[authorisation]\ncountries = ["Germany"]'
    offer = terms(only=said(("US",)))
    assert outcome("locations", text, offer) == "pass"
    assert outcome("applicants", text, offer) == "reject"


def test_who_may_come_to_a_country_may_apply_there_on_site_but_not_from_afar() -> None:
    text = '[remote]\ncountries = ["Germany"]\n[authorisation]\ncountries = ["US"]'
    offer = terms(only=said(("US",)))
    assert outcome("applicants", text, offer, posting(remote=Remote.ONSITE)) == "pass"
    assert outcome("applicants", text, offer, posting(remote=Remote.REMOTE)) == "reject"


@pytest.mark.parametrize(
    ("mine", "never", "expected"),
    [
        ('["Germany"]', ("DE", "FR"), "reject"),
        ('["Germany", "Spain"]', ("DE", "FR"), "pass"),
        ('["Spain"]', ("DE", "FR"), "pass"),
    ],
)
def test_countries_shut_out(mine: str, never: tuple[str, ...], expected: str) -> None:
    assert outcome("applicants", f"[authorisation]\ncountries = {mine}", terms(never=said(never))) == expected
    guessed = terms(never=said(never, stated=False))
    assert outcome("applicants", f"[authorisation]\ncountries = {mine}", guessed) in (expected, "unknown")
    assert outcome("applicants", f"[authorisation]\ncountries = {mine}", guessed) != "reject"


@pytest.mark.parametrize(
    ("prefs", "asked", "expected"),
    [
        ('countries = ["US"]', ("US",), "pass"),
        ('countries = ["EU"]', ("US",), "reject"),
        ('countries = ["EU"]', ("DE",), "pass"),
        ('countries = ["Germany"]', (), "pass"),
        ('countries = ["US"]', (), "reject"),
        ('citizenships = ["Germany"]', ("SE",), "pass"),
        ('citizenships = ["Germany"]', ("GB",), "reject"),
        ('citizenships = ["Ireland"]', ("GB",), "pass"),
        ('citizenships = ["India"]', ("IN", "US"), "pass"),
    ],
)
def test_the_right_to_work(prefs: str, asked: tuple[str, ...], expected: str) -> None:
    """Where no country is named, the posting's own (Germany) is meant."""
    assert outcome("authorisation", f"[authorisation]\n{prefs}", terms(authorised=said(asked))) == expected


def test_a_right_to_work_nobody_knows_where_is_unknown() -> None:
    asked = terms(authorised=said(()))
    assert outcome("authorisation", '[authorisation]\ncountries = ["US"]', asked, sparse()) == "unknown"


NEEDS = "[authorisation]\nneeds_sponsorship = true\n"
US = (Place(text="Austin, TX", city="Austin", country="US"),)


@pytest.mark.parametrize(
    ("prefs", "sponsors", "given", "expected"),
    [
        (NEEDS, True, posting(), "pass"),
        (NEEDS, False, posting(), "reject"),
        (NEEDS, False, sparse(), "reject"),
        (NEEDS, None, posting(), "unknown"),
        (NEEDS + 'countries = ["Germany"]', False, posting(), "pass"),
        (NEEDS + 'countries = ["Germany"]', False, posting(locations=US), "reject"),
        (NEEDS + 'countries = ["Germany"]', False, posting(locations=(*US, *posting().locations)), "pass"),
        (NEEDS + 'countries = ["Germany"]', False, sparse(), "unknown"),
        ("", False, posting(), "pass"),
    ],
)
def test_sponsorship(prefs: str, sponsors: bool | None, given: Posting, expected: str) -> None:
    offer = terms(sponsorship=None if sponsors is None else said(sponsors))
    assert outcome("sponsorship", prefs, offer, given) == expected


@pytest.mark.parametrize(
    ("asked", "expected"), [(("US",), "reject"), (("US", "DE"), "pass"), ((), "pass"), (None, "unknown")]
)
def test_citizenship(asked: tuple[str, ...] | None, expected: str) -> None:
    offer = terms(citizens=None if asked is None else said(asked))
    assert outcome("citizenship", '[authorisation]\ncitizenships = ["Germany"]', offer) == expected


@pytest.mark.parametrize(
    ("ready", "asked", "expected"),
    [
        ("holds", "clearance", "pass"),
        ("willing", "clearance", "unknown"),
        ("no", "clearance", "reject"),
        ("no", "background", "pass"),
        ("no", None, "unknown"),
    ],
)
def test_clearance(ready: str, asked: str | None, expected: str) -> None:
    offer = terms(clearance=None if asked is None else said(asked))
    assert outcome("clearance", f'[authorisation]\nclearance = "{ready}"', offer) == expected


# ---------------------------------------------------------------- where and when


@pytest.mark.parametrize(
    ("zones", "hours", "expected"),
    [
        ("first = -1\nlast = 3", Hours(first=1, last=2), "pass"),
        ("first = -1\nlast = 3", Hours(first=-8, last=-5), "strike"),
        ("first = -1\nlast = 3\ntolerance = 4", Hours(first=-8, last=-5), "pass"),
        ("first = 10\nlast = 12", Hours(first=-11, last=-10), "strike"),
        ("first = 10\nlast = 12\ntolerance = 1", Hours(first=-11, last=-10), "pass"),
        ("first = 0", Hours(first=9, last=9), "pass"),
        ("last = 0", Hours(first=9, last=9), "strike"),
        ("first = -1\nlast = 3", None, "unknown"),
    ],
)
def test_time_zones(zones: str, hours: Hours | None, expected: str) -> None:
    offer = terms(hours=said(hours) if hours else None)
    assert outcome("time_zones", f"[time_zones]\n{zones}", offer) == expected


PARIS = Place(text="Paris, France", city="Paris", country="FR")
BERLIN = Place(text="Berlin, Germany", city="Berlin", country="DE")


@pytest.mark.parametrize(
    ("remote", "places", "expected"),
    [
        (Remote.ONSITE, (BERLIN,), "pass"),
        (Remote.HYBRID, (PARIS,), "reject"),
        (Remote.HYBRID, (PARIS, BERLIN), "pass"),
        (Remote.REMOTE, (PARIS,), "pass"),
        (None, (PARIS,), "unknown"),
        (None, (BERLIN,), "pass"),
        (Remote.ONSITE, (), "unknown"),
        (Remote.ONSITE, (Place(text="Germany", country="DE"),), "unknown"),
    ],
)
def test_commute(remote: Remote | None, places: tuple[Place, ...], expected: str) -> None:
    given = posting(remote=remote, locations=places)
    assert outcome("commute", '[commute]\nplaces = ["Berlin"]', given=given) == expected


@pytest.mark.parametrize(
    ("remote", "places", "expected"),
    [
        (Remote.ONSITE, (BERLIN,), "reject"),
        (Remote.ONSITE, (BERLIN, PARIS), "pass"),
        (Remote.REMOTE, (BERLIN,), "pass"),
        (Remote.ONSITE, (Place(text="Germany", country="DE"),), "unknown"),
        (Remote.ONSITE, (), "unknown"),
    ],
)
def test_places_excluded(remote: Remote, places: tuple[Place, ...], expected: str) -> None:
    given = posting(remote=remote, locations=places)
    assert outcome("locations.excluded", '[locations]\nexcluded = ["Berlin"]', given=given) == expected


# ---------------------------------------------------------------- skills, patterns


def asks(skill: str, need: Need, *others: str, titled: bool = False) -> Offer:
    """A posting that asks for a skill; it requires `others`."""
    required = tuple(Asked(skill=other, need="required", quote=QUOTE) for other in others)
    return Offer(skills=(Asked(skill=skill, need=need, quote=QUOTE, titled=titled), *required))


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        (asks("PHP", "required"), "strike"),
        (asks("PHP", "named"), "strike"),
        (asks("PHP", "named", "Rust", "Kafka"), "pass"),
        (asks("PHP", "named", "Rust", "Kafka", titled=True), "strike"),
        (asks("PHP", "nice"), "pass"),
        (asks("Go", "required"), "strike"),
        (asks("Python", "required"), "pass"),
    ],
)
def test_skills_never_to_work_with(offer: Offer, expected: str) -> None:
    assert outcome("skills.no", '[skills]\nno = ["php", "golang"]', offer) == expected


def test_a_skill_that_no_reader_knows_is_looked_for_as_a_word() -> None:
    given = posting(description_text="We run everything on Zorblang.\nIt is fine.")
    found = verdict("skills.no", '[skills]\nno = ["Zorblang"]', given=given)
    assert (found.outcome, found.evidence) == ("strike", "We run everything on Zorblang.")
    assert outcome("skills.no", '[skills]\nno = ["Zorblang"]') == "pass"
    assert outcome("skills.no", '[skills]\nno = ["Zorblang"]', given=sparse()) == "unknown"


BREAKERS = """
[[dealbreakers]]
pattern = 'wear (?:many|several) hats'
mode = 1
note = "no focus"
[[dealbreakers]]
pattern = '\\btide'
mode = 2
[[dealbreakers]]
pattern = 'Kafka'
"""


def test_deal_breakers_each_have_their_own_weight() -> None:
    hats = posting(description_text="You are calm.\nYou Wear many hats – gladly.")
    found = verdict("dealbreakers", BREAKERS, given=hats)
    assert (found.outcome, found.strikes, found.evidence) == ("strike", 1, "You Wear many hats – gladly.")
    assert "no focus" in found.reason
    both = verdict("dealbreakers", BREAKERS, given=posting(description_text="Öl, tides and many hats. Wear many hats."))
    assert (both.outcome, both.strikes) == ("strike", 3)
    assert outcome("dealbreakers", BREAKERS) == "reject"
    assert outcome("dealbreakers", BREAKERS, given=sparse()) == "unknown"
    assert outcome("dealbreakers", BREAKERS, given=sparse("Kafka Engineer")) == "reject"


# ---------------------------------------------------------------- the company, and signs


@pytest.mark.parametrize(("tier", "expected"), [(Tier.S, "pass"), (Tier.B, "pass"), (Tier.C, "strike")])
def test_tiers(tier: Tier, expected: str) -> None:
    assert outcome("tiers", '[tiers]\nleast = "B"', company=Company(tier=tier)) == expected


@pytest.mark.parametrize("company", [None, Company(), Company(industry=" ")])
def test_a_company_nobody_read_about_is_unknown(company: Company | None) -> None:
    text = '[tiers]\nleast = "B"\n[industries]\naccepted = ["health"]\nexcluded = ["gambling"]'
    for rule in ("tiers", "industries.accepted", "industries.excluded"):
        assert outcome(rule, text, company=company) == "unknown"


def test_industries() -> None:
    text = '[industries]\naccepted = ["health"]\nexcluded = ["gambling"]'
    bad, good = Company(industry="Online Gambling"), Company(industry="Digital health")
    assert [outcome("industries.excluded", text, company=one) for one in (bad, good)] == ["reject", "pass"]
    assert [outcome("industries.accepted", text, company=one) for one in (bad, good)] == ["strike", "pass"]


@pytest.mark.parametrize(
    ("kind", "passed", "strikes"),
    [("scam", False, 0), ("fee", False, 0), ("unpaid", True, 2), ("commission", True, 2), ("ghost", True, 0)],
)
def test_without_a_word_from_the_seeker_only_frauds_are_refused(kind: Any, passed: bool, strikes: int) -> None:
    judged = judge(case(posting(), "", Offer(flags=(Flag(kind=kind, quotes=(QUOTE,)),))))
    assert (judged.passed, judged.total_strikes) == (passed, strikes)


def test_the_seeker_decides_which_signs_count() -> None:
    offer = Offer(flags=(Flag(kind="agency", quotes=(QUOTE,)), Flag(kind="scam", quotes=(QUOTE,))))
    text = '[flags]\nrefused = ["agency"]\nwary = []'
    assert verdict("flags.refused", text, offer).evidence == QUOTE
    assert outcome("flags.refused", "[flags]\nrefused = []", offer) == "pass"
