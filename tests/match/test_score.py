"""The score: parts with their sentence, coverage apart, and the properties that keep it honest."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.fresh import standing
from jobfinder.match.offer import Offer, offer_of
from jobfinder.match.pair import Part
from jobfinder.match.person import Language
from jobfinder.match.prefs import Preferences, Weights, from_toml
from jobfinder.match.profile import Expectation, Profile, Skill
from jobfinder.match.score import Score, explain, score
from jobfinder.model import Company, Place, Posting, Remote, Salary, Tier
from jobfinder.read.level import Level
from match.build import BACKEND, TODAY, offers, posting, postings, profile, sparse

SEEKER = profile(
    "Python",
    "Kafka",
    "PostgreSQL",
    titles=("Backend Engineer",),
    seniority=Level.SENIOR,
    years=7.0,
    places=("Berlin, Germany",),
    remote=(Remote.HYBRID, Remote.REMOTE),
    salary=Expectation(min=90_000, currency="EUR"),
)
NAMES = ("skills", "nice", "title", "seniority", "location", "salary")
"""The parts that count here: nobody has wishes about skills or companies, or asks for languages or a degree."""
NO_WISHES = Preferences()
GAZETTEER = ["Python", "Go", "Kafka", "PostgreSQL", "Rust", "Terraform", "Scala", "Figma"]


def points(
    given_posting: Posting, who: Profile = SEEKER, company: Company | None = None, prefs: Preferences = NO_WISHES
) -> Score:
    return score(given_posting, company, who, prefs, today=TODAY)


def part(found: Score, name: str) -> Part:
    return next(part for part in found.parts if part.name == name)


def test_a_fitting_posting_scores_high_and_every_part_quotes_it() -> None:
    found = points(posting())
    assert found.score >= 85
    assert found.coverage == 1.0
    counting = [part for part in found.parts if part.weight]
    assert tuple(part.name for part in counting) == NAMES
    assert all(part.value is not None and part.evidence and part.why for part in counting)
    assert set(found.matched_skills) == {"Python", "Kafka", "PostgreSQL"}
    assert set(found.missing_skills) == {"Go", "Rust", "Terraform"}
    assert part(found, "skills").evidence == "- You have shipped Python services and know PostgreSQL well"


def test_a_posting_of_another_trade_scores_low() -> None:
    nurse = posting(
        title="Registered Nurse",
        locations=(Place(text="Paris, France", city="Paris", country="FR"),),
        remote=Remote.ONSITE,
        salary=Salary(min=30_000, max=36_000, currency="EUR", period="year"),
        description_text="Requirements: nursing licence, experience in clinical research.",
    )
    assert points(nurse).score < 25


def test_required_skills_count_more_than_welcome_ones() -> None:
    assert points(posting(), profile("Python")).fit > points(posting(), profile("Rust")).fit > 0  # type: ignore[operator]


def test_aliases_are_one_skill() -> None:
    text = "Requirements\nGolang, k8s and Postgres"
    found = points(posting(description_text=text, title="Engineer"), profile("go", "Kubernetes", "PostgreSQL"))
    assert part(found, "skills").value == 1.0
    assert found.missing_skills == ()


def test_a_skill_only_the_profile_names_is_found_in_the_posting() -> None:
    text = "Requirements\nYou know Tidecast and Python."
    found = points(posting(description_text=text, title="Engineer"), profile("Tidecast"))
    assert found.matched_skills == ("Tidecast",)


def test_a_skill_that_was_last_used_long_ago_counts_less() -> None:
    text = "Requirements\n- Python\n- Scala"
    values = [
        part(points(posting(description_text=text), Profile(skills=(Skill(name="Python", last_used=year),))), "skills")
        for year in (None, 2024, 2018, 2000, 1990)
    ]
    fresh, recent, old, older, oldest = (one.value or 0.0 for one in values)
    assert fresh == recent > old > older == oldest > 0


def test_what_you_love_to_work_with_counts_more_than_what_you_only_can() -> None:
    given_posting = posting(description_text="Requirements\n- Python\n- Scala")
    fine, loved = (
        part(points(given_posting, profile("Python"), prefs=from_toml(text)), "skills").value or 0.0
        for text in ("", "skills.loved = ['Python']")
    )
    assert 0 < fine < loved


def test_what_is_asked_for_and_known_to_no_gazetteer_is_missing_in_the_words_of_the_posting() -> None:
    text = "Requirements\n- Python\n- Experience with zorb tuning"
    found = points(posting(description_text=text, title="Engineer"), profile("Python"))
    assert (found.matched_skills, found.missing_skills) == (("Python",), ("zorb tuning",))


def test_what_includes_a_skill_counts_more_than_what_stands_beside_it() -> None:
    text = "Requirements\n- {}\n- Figma"
    itself, including, beside, neither = (
        part(points(posting(description_text=text.format(asked), title="Engineer"), profile(held)), "skills")
        for asked, held in (("REST", "REST"), ("REST", "FastAPI"), ("Cerner", "Epic"), ("REST", "Epic"))
    )
    assert (itself.value or 0) > (including.value or 0) > (beside.value or 0) > (neither.value or 0) == 0
    assert "REST through FastAPI in part" in including.why


def test_the_level_is_read_from_the_text_where_neither_title_nor_field_names_it() -> None:
    found = part(points(posting(title="Engineer", description_text="This is an entry-level role.")), "seniority")
    assert (found.value, found.evidence) == (0.0, "This is an entry-level role")


def test_the_companys_technology_counts_a_little() -> None:
    company = Company(name="Brightwater", tech_stack=("Scala",))
    text = "Requirements\nYou know Python."
    without = points(posting(description_text=text), profile("Scala"))
    found = points(posting(description_text=text), profile("Scala"), company)
    assert (without.score, found.matched_skills) == (0, ("Scala",))
    assert 0 < (part(found, "skills").value or 0) < 0.2


def test_what_is_only_welcome_adds_and_never_costs() -> None:
    plain = BACKEND.split("Nice to have")[0]
    none, lacking, had = (
        points(
            posting(description_text=f"{plain}{nice}"), profile("Python", "Kafka", "Scala", titles=("Data Engineer",))
        )
        for nice in ("", "Nice to have\n- Figma\n", "Nice to have\n- Scala\n")
    )
    assert part(none, "nice").weight == 0
    assert (part(lacking, "nice").value, part(had, "nice").value) == (0, 1)
    assert (lacking.score, lacking.least, lacking.fit, lacking.coverage) == (
        none.score,
        none.least,
        none.fit,
        none.coverage,
    )
    assert none.score < had.score
    assert none.least < had.least


def test_all_that_is_asked_and_all_that_is_welcome_is_no_more_than_all() -> None:
    who = replace(SEEKER, skills=profile("Python", "Go", "PostgreSQL", "Kafka", "Rust", "Terraform").skills)
    everything, asked = (
        points(posting(description_text=text), who) for text in (BACKEND, BACKEND.split("Nice to have")[0])
    )
    assert [(found.score, found.fit) for found in (everything, asked)] == [(100, 1), (100, 1)]
    assert asked.least < everything.least <= 100, "of two that fit whole, the one that welcomes what is had comes first"


def test_the_floor_is_not_read_where_the_profile_expects_other_pay() -> None:
    floors = [
        from_toml(f"[salary]\nfloor = {floor}\ncurrency = '{currency}'") for floor, currency in ((1, "EUR"), (9, "USD"))
    ]
    assert len({points(posting(), prefs=prefs).least for prefs in floors}) == 1
    without = replace(SEEKER, salary=Expectation())
    assert [part(points(posting(), without, prefs=prefs), "salary").value for prefs in floors] == [1, None]


def test_half_of_a_place_counts_half() -> None:
    nowhere = (Place(text="somewhere"),)
    both, arrangement, place = (
        points(posting(**fields, description_text="Requirements\n- Python"))
        for fields in ({}, {"locations": nowhere}, {"remote": None})
    )
    assert [part(found, "location").told for found in (both, arrangement, place)] == [1, 0.5, 0.5]
    assert part(arrangement, "location").why.endswith("; place not told")
    assert part(place, "location").why.endswith("; remote not told")
    weight = part(both, "location").weight / sum(one.weight for one in both.parts if one.name != "nice")
    assert both.coverage - arrangement.coverage == pytest.approx(weight / 2, abs=1e-3)
    assert arrangement.least < both.least
    asked_for_one = points(posting(locations=nowhere), replace(SEEKER, places=()))
    assert part(asked_for_one, "location").told == 1


def test_a_posting_in_a_language_that_you_do_not_speak() -> None:
    german = posting(description_text="Du baust mit uns Dienste in Python und du kennst Kafka.", language="de")
    speaks = {
        name: points(german, profile("Python", languages=tuple(Language(name=one) for one in name)))
        for name in (("English",), ("english", "german"), ())
    }
    assert part(speaks["English",], "language").value == 0.3
    assert part(speaks["English",], "language").why == "written in German, which is not among your languages"
    assert [part(found, "language").weight for found in list(speaks.values())[1:]] == [0, 0]
    asks = posting(description_text="Requirements\n- English (B2) is required\n- Python", language="de")
    assert part(points(asks, profile("Python", languages=(Language(name="English"),))), "language").value == 1


def test_what_you_refuse_to_work_with_costs_and_what_you_love_gains() -> None:
    refused, neither, loved = (
        points(posting(), prefs=from_toml(f"skills.{wish} = ['PostgreSQL']")).score for wish in ("no", "fine", "loved")
    )
    assert refused < neither <= loved


def test_who_may_not_apply_has_no_points_and_the_sentence_is_told() -> None:
    said = "You must be authorised to work in the United States."
    found = points(posting(description_text=f"{BACKEND}\n{said}"), profile("Python", authorised=("DE",)))
    assert found.gate is not None
    assert (found.score, found.least, found.gate.quote) == (0, 0.0, said)
    assert explain(found)[1] == f"not for you: {found.gate.why} — «{said}»"
    assert points(posting(description_text=f"{BACKEND}\n{said}"), profile("Python")).gate is None


# ---------------------------------------------------------------- missing facts


def test_missing_facts_lower_the_confidence_and_not_the_score() -> None:
    full, half = points(posting()), points(posting(salary=None, description_text=BACKEND.split("We offer")[0]))
    assert part(half, "salary").value is None
    salary = part(full, "salary").weight
    whole = sum(one.weight for one in full.parts if one.name != "nice")
    assert half.coverage == pytest.approx(full.coverage - salary / whole, abs=1e-3)
    assert half.score == pytest.approx(full.score, abs=1)
    assert half.least < full.least


def test_a_sparse_posting_does_not_float_above_a_good_one() -> None:
    bare = points(sparse("Backend Engineer"))
    assert bare.score == 100
    assert bare.coverage < 0.3
    assert bare.least < points(posting()).least


def test_pay_and_place_do_not_make_up_for_work_that_is_not_yours() -> None:
    nurse = posting(title="Registered Nurse", description_text="Requirements\n- Nursing licence\n- Phlebotomy")
    found = points(nurse)
    assert [part(found, name).value for name in ("location", "salary")] == [1.0, 1.0]
    assert (found.score, found.least) == (0, 0.0)


def test_signs_of_no_real_opening_cost_the_place_and_not_the_score() -> None:
    plain = points(posting())
    doubtful = points(posting(description_text=f"{BACKEND}\nThis is a commission-only position."))
    hidden = points(posting(description_text=f"{BACKEND}\nOur client is seeking a backend engineer."))
    assert [flag.kind for found in (doubtful, hidden) for flag in found.flags] == ["commission", "agency"]
    assert plain.score == doubtful.score == hidden.score
    assert doubtful.least == pytest.approx(plain.least / 2, abs=0.01)
    assert hidden.least == plain.least


def test_the_better_you_think_of_a_company_the_higher_it_scores() -> None:
    found = [points(posting(), company=Company(name="Brightwater", tier=tier)) for tier in Tier]
    values = [part(one, "company").value or 0.0 for one in found]
    assert values == sorted(set(values), reverse=True)
    assert found[0].score > found[-1].score
    assert "of tier D" in part(found[-1], "company").why
    unrated = part(points(posting(), company=Company(name="Brightwater")), "company")
    assert (unrated.value, unrated.weight) == (None, 0.0)


def test_an_empty_profile_tells_nothing_and_says_what_is_missing() -> None:
    found = points(posting(), Profile())
    assert (found.score, found.least, found.coverage, found.fit) == (0, 0.0, 0.0, None)
    told = " ".join(part.why for part in found.parts)
    assert all(word in told for word in ("names no skills", "names no titles", "seniority", "places", "pay"))


def test_no_weights_at_all_is_zero_and_no_crash() -> None:
    nothing = Weights(**dict.fromkeys(Weights.__struct_fields__, 0.0))
    found = points(posting(), prefs=Preferences(weights=nothing))
    assert (found.score, found.coverage) == (0, 0.0)


# ---------------------------------------------------------------- parts


@pytest.mark.parametrize(
    ("title", "low", "high"),
    [
        ("Backend Engineer", 1.0, 1.0),
        ("Senior Backend Developer (m/w/d)", 1.0, 1.0),
        ("Back-end Software Engineer", 0.8, 1.0),
        ("Softwareentwickler Backend", 0.8, 1.0),
        ("Sales Engineer", 0.0, 0.5),
        ("Product Manager", 0.0, 0.1),
    ],
)
def test_titles_are_compared_by_what_they_say(title: str, low: float, high: float) -> None:
    assert low <= (part(points(sparse(title)), "title").value or 0) <= high


@pytest.mark.parametrize(
    "titles",
    [
        ("Senior Engineer", "Staff Engineer", "Director of Engineering"),
        ("Senior Engineer", "Mid-level Engineer", "Junior Engineer"),
    ],
    ids=["up", "down"],
)
def test_seniority_falls_with_every_rung(titles: tuple[str, ...]) -> None:
    values = [part(points(sparse(title)), "seniority").value or 0.0 for title in titles]
    assert values == sorted(set(values), reverse=True)
    assert values[0] == 1.0


def test_too_few_years_lower_seniority_and_enough_do_not() -> None:
    asked = posting(title="Senior Engineer", description_text="You bring at least 10 years of experience in banking.")
    assert part(points(asked), "seniority").value == pytest.approx(0.25)
    assert part(points(asked), "seniority").evidence == "You bring at least 10 years of experience in banking."
    assert part(points(asked, profile(years=12.0)), "seniority").value == 1.0


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        ("Engineer", "At least 1 year of professional experience is required.", 0.0),
        ("Product Manager", "At least 4 years of professional experience are required.", 0.75),
        ("Product Manager", "At least 6 years of professional experience are required.", 0.85),
        ("Product Manager", "At least 1 year of professional experience is required.", 0.0),
        ("Product Manager", "You decide what is built next.", None),
        ("Junior Product Manager", "You decide what is built next.", 0.0),
    ],
)
def test_what_a_posting_does_not_say_of_the_level_is_read_from_the_years_asked(
    title: str, text: str, value: float | None
) -> None:
    assert part(points(posting(title=title, description_text=text, seniority=None)), "seniority").value == value


@pytest.mark.parametrize(("level", "value"), [("C1", 1.0), ("B2", 0.8), ("B1", 0.2), ("A2", 0.1)])
def test_a_language_counts_for_little_from_two_levels_short_on(level: str, value: float) -> None:
    asked = posting(description_text="Requirements\n- German at level C1 is required")
    speaker = profile("Python", languages=(Language(name="German", level=level),))
    assert part(points(asked, speaker), "language").value == value


def test_a_remote_posting_not_open_to_you_has_no_place() -> None:
    far = posting(remote=Remote.REMOTE, remote_scope="US only")
    near = posting(remote=Remote.REMOTE, remote_scope="EU")
    unsaid = posting(remote=Remote.REMOTE)
    assert [part(points(p), "location").value for p in (far, unsaid, near)] == [0.5, 1.0, 1.0]


def test_pay_in_another_currency_is_not_compared() -> None:
    found = points(posting(salary=Salary(min=1, max=2, currency="USD", period="year")))
    assert part(found, "salary").value is None
    assert "not compared" in part(found, "salary").why


def test_pay_rises_to_the_expectation_and_no_further() -> None:
    values = [
        part(points(posting(salary=Salary(max=top, currency="EUR", period="year"))), "salary").value
        for top in (50_000, 80_000, 90_000, 150_000)
    ]
    assert values[0] == 0.0
    assert 0 < (values[1] or 0) < 1
    assert values[2:] == [1.0, 1.0]


def test_a_posting_loses_its_place_as_it_grows_old_and_keeps_its_score() -> None:
    now, weight = 1_800_000_000.0, Preferences().weights.freshness
    places = [standing(80.0, now - days * 86_400.0, now, weight) for days in (0, 42, 72, 1000)]
    assert places[:2] == [80.0, 80.0], "the first six weeks cost nothing"
    assert places[2] == pytest.approx(80.0 * (1 - weight / 2)), "a month later, half of it is lost"
    assert places[-1] == pytest.approx(80.0 * (1 - weight))
    assert points(posting(posted_at="2024-01-01")) == points(posting())


# ---------------------------------------------------------------- properties


@given(postings, st.lists(st.sampled_from(GAZETTEER), unique=True, min_size=1), st.sampled_from(GAZETTEER))
def test_one_more_skill_never_lowers_the_score(given_posting: Posting, have: list[str], more: str) -> None:
    before, after = profile(*have), profile(*have, *({more} - set(have)))
    assert points(given_posting, after).score >= points(given_posting, before).score
    assert points(given_posting, after).least >= points(given_posting, before).least


LESS_SAID = ("salary", "locations", "remote", "remote_scope", "posted_at", "employment_type", "company")


@given(postings, st.sampled_from(LESS_SAID), st.sampled_from([SEEKER, profile("Go")]))
def test_a_field_left_unsaid_never_raises_the_confidence(given_posting: Posting, field: str, who: Profile) -> None:
    # Without a text, that might say it as well.
    said = msgspec.structs.replace(given_posting, description_text=None)
    less = msgspec.structs.replace(said, **{field: () if field == "locations" else None})
    assert points(less, who).coverage <= points(said, who).coverage


@given(postings, offers, st.sampled_from(["only", "never", "authorised", "citizens", "clearance", "hours"]))
def test_a_condition_left_unsaid_never_closes_the_gate(given_posting: Posting, offer: Offer, field: str) -> None:
    who = profile("Go", citizenships=("DE",), authorised=("DE",), needs_sponsorship=True)
    less = msgspec.structs.replace(offer, eligibility=msgspec.structs.replace(offer.eligibility, **{field: None}))
    said, found = (score(given_posting, None, who, NO_WISHES, today=TODAY, offer=one) for one in (offer, less))
    assert found.gate is None or said.gate is not None


@given(st.lists(st.sampled_from(GAZETTEER), unique=True, min_size=1), st.integers(0, 7))
def test_a_posting_naming_one_more_skill_you_have_never_scores_lower(have: list[str], named: int) -> None:
    who = profile(*have, titles=("Backend Engineer",))
    text = "Requirements\n" + "\n".join(f"- {skill}" for skill in GAZETTEER[:named])
    more = f"{text}\n- {have[0]}"
    assert points(posting(description_text=more), who).score >= points(posting(description_text=text), who).score


@given(postings, st.sampled_from([SEEKER, Profile(), profile("Go")]))
def test_a_score_is_deterministic_within_bounds_and_survives_json(given_posting: Posting, who: Profile) -> None:
    one, two = points(given_posting, who), points(given_posting, who)
    assert one == two
    assert 0 <= one.score <= 100
    assert 0 <= one.least <= one.score + 0.5
    assert 0 <= one.coverage <= 1
    assert all(part.value is None or 0 <= part.value <= 1 for part in one.parts)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Score) == one


def test_explain_is_readable() -> None:
    lines = explain(points(posting(salary=None, description_text=BACKEND.split("We offer")[0])))
    assert lines[0].endswith("% of what counts")
    assert lines[1].startswith("skills 1.00: Python, PostgreSQL, Kafka matched")
    assert "«- You have shipped Python services and know PostgreSQL well»" in lines[1]
    assert "salary unknown: the posting does not state pay" in lines
    assert len(lines) == 7


def test_a_skill_that_is_said_to_be_welcome_stays_so_where_the_company_only_names_it() -> None:
    text = "About us\nOur engineers like Kafka.\n\nRequirements\n- Python\n- SQL\n\nNice to have\n- Kafka"
    needs = {one.skill: one.need for one in offer_of(posting(description_text=text)).skills}
    assert needs["Kafka"] == "nice"
