"""Who may apply, as postings say it in sentences."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.country_groups import EEA, EU, LATAM
from jobfinder.read.eligibility import eligibility
from jobfinder.read.fact import Eligibility, Fact, Hours
from read import eligibility_sentences as own
from read.labelled import hostile, rows

GROUPS = {"EU": EU, "EEA": EEA, "LATAM": LATAM}
PLAIN = "You look after beds and paths."
FIELDS = ("only", "never", "authorised", "citizens", "sponsorship", "relocation", "clearance", "hours")


def codes(written: str) -> tuple[str, ...] | None:
    """The codes of a row of the table; null where it is empty."""
    found: set[str] = set()
    for name in written.split():
        if name.startswith("-"):
            found.discard(name[1:])
        else:
            found |= GROUPS.get(name, {name})
    return tuple(sorted(found)) or None


def said(found: Fact[Any] | None) -> tuple[Any, bool] | None:
    return (found.value, found.stated) if found else None


def tables() -> list[tuple[str, str, tuple[Any, bool] | None]]:
    """Every sentence of our own: its field, its text, and the value and whether it is stated."""
    flat: list[tuple[str, tuple[str, ...], tuple[Any, bool] | None]] = [
        ("sponsorship", own.REFUSED, (False, True)),
        ("sponsorship", own.RESERVED, (False, False)),
        ("sponsorship", own.OFFERED, (True, True)),
        ("sponsorship", own.PERHAPS, (True, False)),
        ("sponsorship", own.UNSAID, None),
        ("relocation", own.MOVED, (True, True)),
        ("relocation", own.NOT_MOVED, (False, True)),
        ("relocation", own.MOVING_UNSAID, None),
        ("only", own.NOT_ONLY, None),
        ("authorised", own.NOT_AUTHORISED, None),
        ("citizens", own.NOT_CITIZENS, None),
        ("clearance", own.NOT_CLEARED, None),
        ("hours", own.NO_HOURS, None),
    ]
    places = (
        ("only", own.ONLY, True),
        ("only", own.ONLY_PERHAPS, False),
        ("never", own.NEVER, True),
        ("authorised", own.AUTHORISED, True),
        ("authorised", own.AUTHORISED_PERHAPS, False),
        ("citizens", own.CITIZENS, True),
    )
    found = [(field, text, value) for field, texts, value in flat for text in texts]
    for field, pairs, stated in places:
        found += [(field, text, (codes(row), stated) if codes(row) else None) for text, row in pairs]
    found += [("clearance", text, (value, True)) for text, value in own.CLEARED]
    for zones, stated in ((own.HOURS, True), (own.HOURS_PERHAPS, False)):
        found += [("hours", text, (Hours(first, last), stated)) for text, first, last in zones]
    return found


SENTENCES = tables()


@pytest.mark.parametrize(
    ("field", "text", "value"), SENTENCES, ids=[f"{field}: {text}" for field, text, _ in SENTENCES]
)
def test_sentence(field: str, text: str, value: tuple[Any, bool] | None) -> None:
    assert said(getattr(eligibility(text), field)) == value


@pytest.mark.parametrize(
    ("field", "text", "value"), SENTENCES, ids=[f"{field}: {text}" for field, text, _ in SENTENCES]
)
def test_sentence_within_a_posting(field: str, text: str, value: tuple[Any, bool] | None) -> None:
    found = getattr(eligibility(f"Gardener\n\n{PLAIN}\n\n{text}\n\n{PLAIN} {PLAIN}"), field)
    assert said(found) == value


def test_there_are_more_than_two_hundred() -> None:
    assert len({text for _, text, _ in SENTENCES}) >= 200


def test_known_misses_are_still_missed() -> None:
    for text, field, value in own.MISSES:
        found = getattr(eligibility(text), field)
        assert (found.value if found else None) != value, f"read rightly: move it to its list: {text}"


# ---------------------------------------------------------------- a no is never a yes

NO_SPONSORSHIP = own.REFUSED + own.RESERVED
BROKEN = (
    lambda text: text,
    str.upper,
    str.lower,
    lambda text: text.replace(" ", "\n", 2),
    lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\n", text),
    lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text),
    lambda text: f"- {text}",
    lambda text: f"• {text}",
    lambda text: text.replace("'", "’"),
    lambda text: f"<p>{text}</p>",
    lambda text: f"Benefits:\n- A bicycle\n- {text}",
    lambda text: f"We offer a lot. {text} We hire all year.",
    lambda text: f"About visa sponsorship:\n{text}",
)


def test_there_are_forty_refusals() -> None:
    assert len(own.REFUSED) > 40


@pytest.mark.parametrize("change", BROKEN)
@pytest.mark.parametrize("text", NO_SPONSORSHIP)
def test_a_refusal_is_no_offer_however_it_is_set(text: str, change: Any) -> None:
    found = eligibility(change(text)).sponsorship
    assert found is None or not found.value


def test_a_refusal_outweighs_an_offer() -> None:
    found = eligibility("We sponsor visas for engineers. This role is not eligible for visa sponsorship.").sponsorship
    assert said(found) == (False, True)
    found = eligibility("Visa sponsorship is available. Visa sponsorship is not available.").sponsorship
    assert said(found) == (False, False)


def test_a_list_takes_the_sense_of_the_line_above_it() -> None:
    assert said(eligibility("We do not offer:\n- a car\n- visa sponsorship").sponsorship) == (False, True)
    assert said(eligibility("We offer:\n- a bicycle\n- visa sponsorship").sponsorship) == (True, True)
    assert said(eligibility("Visa sponsorship?\nNo.").sponsorship) == (False, True)


def test_a_bare_item_is_no_offer_under_a_heading_that_denies_or_asks() -> None:
    assert said(eligibility("Benefits\n- A bicycle\n- Visa sponsorship").sponsorship) == (True, False)
    for heading in ("What we can't offer", "Not included", "Requirements", "You need"):
        assert eligibility(f"{heading}\n- A bicycle\n- Visa sponsorship").sponsorship is None


WHO = ("We", "Fernbrook", "The company", "This role", "Our team")
DENIED = (
    "do not", "don’t", "does not", "cannot", "can't", "will not", "won't", "are not able to", "is unable to", "never",
    "are not in a position to", "no longer", "are currently not able to", "refuse to", "would not",
)  # fmt: skip
GIVE = ("provide", "offer", "support", "consider")
SPONSORED = (
    "sponsorship", "visa sponsorship", "any form of visa sponsorship", "employment sponsorship", "H-1B sponsorship",
    "visa support", "immigration assistance", "sponsorship for work permits", "relocation or visa sponsorship",
)  # fmt: skip
TAILS = ("", ", sorry", " at this time", " for this position", " now or in the future", ", but we offer relocation")
IS_NOT = ("is not", "will not be", "cannot be", "isn't", "is currently not", "won't be", "is no longer", "is never")
GIVEN = ("available", "offered", "provided", "possible", "considered", "an option", "something we offer")
NEEDY = ("Candidates who require", "Applicants needing", "Anyone in need of", "Those requiring", "People who need")
AWAY = ("will not be considered", "need not apply", "are not eligible", "can't be hired", "will be declined")
RELATIVES = (
    *(" ".join(words) for words in product(WHO, DENIED, GIVE, SPONSORED)),
    *(f"We do not offer {thing}{tail}" for thing, tail in product(SPONSORED, TAILS)),
    *(f"{thing.capitalize()} {' '.join(words)}" for thing, *words in product(SPONSORED[:7], IS_NOT, GIVEN)),
    *(f"{who} {thing} {away}" for who, thing, away in product(NEEDY, SPONSORED, AWAY)),
)


def test_every_relative_of_a_refusal_is_a_refusal() -> None:
    assert len(RELATIVES) > 2_000
    assert [text for text in RELATIVES if said(eligibility(f"{text}.").sponsorship) != (False, True)] == []


# ---------------------------------------------------------------- what a fact rests on


def test_a_fact_quotes_its_sentence() -> None:
    text = f"Gardener\n{PLAIN} We don’t sponsor visas.\nYou must be based in Spain."
    found = eligibility(text)
    assert found.sponsorship
    assert found.only
    assert found.sponsorship.quote == "We don’t sponsor visas."
    assert text[found.sponsorship.start : found.sponsorship.end] == "We don’t sponsor visas."
    assert text[found.only.start : found.only.end] == found.only.quote == "You must be based in Spain."


@pytest.mark.parametrize("end", ["unable to offer", "not able to help with,", "not open to candidates who need a"])
def test_a_sentence_that_was_broken_is_read_as_one(end: str) -> None:
    assert said(eligibility(f"Gardener\nWe are {end}\nVisa sponsorship").sponsorship) == (False, True)
    assert eligibility(f"Gardener\nWe are {end}\n\nVisa sponsorship").sponsorship is None


def test_nothing_said_is_nothing_read() -> None:
    assert eligibility("") == eligibility(PLAIN) == Eligibility()


def test_the_pronoun_is_no_country() -> None:
    assert eligibility("Candidates may apply to us only once.").only is None
    assert said(eligibility("Candidates may apply in the US only.").only) == (("US",), True)
    assert said(eligibility("must be based in the us").only) == (("US",), True)


def test_several_fields_of_one_posting() -> None:
    found = eligibility(
        "Systems Engineer (Remote, US only)\n\nYou must be a U.S. citizen. An active Secret clearance is required.\n"
        "We are unable to sponsor visas.\nRelocation assistance is available.\nYou work EST hours."
    )
    assert [said(getattr(found, field)) for field in FIELDS] == [
        (("US",), True),
        None,
        None,
        (("US",), True),
        (False, True),
        (True, True),
        ("clearance", True),
        (Hours(-5.0, -5.0), True),
    ]


# ---------------------------------------------------------------- what must not change it

CLEAR = [(field, text, value) for field, text, value in SENTENCES if "\n" not in text]
UNRELATED = (
    PLAIN,
    "We water the roses twice a week.",
    "A good pair of boots helps.",
    "Our founder likes tulips; so do her dogs.",
    "Three colleagues prune the hedges.",
)


@given(st.sampled_from(CLEAR), st.lists(st.sampled_from(UNRELATED), max_size=4), st.lists(st.sampled_from(UNRELATED)))
def test_unrelated_sentences_change_nothing(
    row: tuple[str, str, tuple[Any, bool] | None], ahead: list[str], behind: list[str]
) -> None:
    field, text, value = row
    whole = "\n".join([" ".join(ahead), "", text, "", " ".join(behind)])
    assert said(getattr(eligibility(whole), field)) == value


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: f"- {text}",
        lambda text: f"• {text}",
        lambda text: f"* {text}",
        lambda text: text.replace("'", "’"),
        lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\n", text),
        lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "  ", text),
        lambda text: text.replace(" ", "\u00a0"),
    ],
    ids=["upper", "lower", "dash", "dot", "star", "quotes", "lines", "blanks", "hard blanks"],
)
def test_the_setting_changes_nothing(change: Any) -> None:
    differing = [
        (field, text)
        for field, text, value in CLEAR
        if text and said(getattr(eligibility(f"{PLAIN}\n\n{change(text)}\n\n{PLAIN}"), field)) != value
    ]
    assert differing == []


# ---------------------------------------------------------------- at large


def test_labelled_snippets() -> None:
    labelled = rows("sponsorship.jsonl")
    pairs = [(eligibility(row["text"]).sponsorship, row["sponsorship"]) for row in labelled]
    read = [(found.value if found else None, gold) for found, gold in pairs]
    assert (True, False) not in read
    gold = [(value, wanted) for value, wanted in read if wanted is not None]
    told = [(value, wanted) for value, wanted in read if value is not None]
    assert sum(value == wanted for value, wanted in gold) / len(gold) >= 0.9
    assert sum(value == wanted for value, wanted in told) / len(told) >= 0.95


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = eligibility(text)
    for field in FIELDS:
        fact = getattr(found, field)
        assert fact is None or 0 <= fact.start < fact.end <= len(text)


@pytest.mark.timeout(120)
def test_hostile_text_is_read_in_linear_time() -> None:
    more = (
        "we do not ", "visa sponsorship ", "sponsor ", "only ", "remote ", "must be based in us, ", "us, ",
        "us only ", "authorized to work in ", "us citizens or ", "clearance ", "utc-1 to ", "est ", "3 hours of ",
        "9-5 est ", "<p ", "u.s. ", "we offer:\n", "- visa\n", "if you need sponsorship ", "relocation, ",
        "background and or ", "u. s. ", "hire in the eu and ", "candidates from ", "not visa a a a ",
        "work permit in ", "visa ", "sponsorship for a ",
    )  # fmt: skip
    for text in [*hostile(), *((seed * (100_000 // len(seed) + 1))[:100_000] for seed in more)]:
        eligibility(text)
