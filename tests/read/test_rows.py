"""What a row of requirements asks for, whichever way it is said; also skills with the names of everyday words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.asks import asks
from jobfinder.read.rows import asked_in
from jobfinder.read.skills import mentions
from read.labelled import hostile

ROWS = [
    "Solid experience with {}",
    "Strong command of {}",
    "You know {} well",
    "{}: you have used it in earnest",
    "{} (3 years or more)",
    "{} (min. 2 years)",
    "{}, 3+ years",
    "{}: advanced",
    "{} – very good",
    "{} required",
    "{} is essential",
    "Technologies: {}",
    "Several years using {}",
    "You can use {}",
    "To do well here you need {}.",
    "Fundierte Erfahrung mit {}",
    "Praktische Erfahrung: {}",
    "{}: 3 Jahre Praxis",
    "{} zwingend erforderlich",
    "Gute Kenntnisse in {}",
    "Bonnes connaissances en {}",
    "{} exigé",
    "Conocimientos de {}",
    "{} imprescindible",
]
WISHES = [
    "{} is a plus",
    "{} would be a real advantage",
    "Ideally a little {}, too",
    "Bonus: {}",
    "Preferably some {}",
    "Nice to have: {}",
    "{}, though you can learn it here",
    "{} – but we will teach you",
    "Experience with {} would be welcome, but is not needed",
    "{} preferred, but not required",
    "{} von Vorteil",
    "{} wäre schön, ist aber kein Muss",
    "Idealerweise etwas {}",
    "{} serait un plus",
    "Idéalement {}",
    "{} será un plus",
    "Deseable: {}",
]
PROSE = [
    "You must be at home in thatching, Epic and hedge laying.",
    "The role needs somebody with a good grounding in thatching, Epic and hedge laying.",
    "We expect that you have worked with thatching, Epic and hedge laying before.",
    "To do well here you need thatching, Epic and hedge laying.",
]


def unknown(row: str, heading: str = "Requirements") -> list[str]:
    return [ask.name for ask in asks(f"We make lamps.\n\n{heading}\n- {row}\n")]


def known(row: str, heading: str = "Requirements") -> list[str]:
    return [mention.skill for mention in mentions(f"We make lamps.\n\n{heading}\n- {row}\n")]


@pytest.mark.parametrize("row", [*ROWS, *WISHES])
@pytest.mark.parametrize("skill", ["hedge laying", "Japanese cuisine"])
def test_a_skill_that_no_gazetteer_knows(row: str, skill: str) -> None:
    assert unknown(row.format(skill)) == [skill]


@pytest.mark.parametrize("row", [*ROWS, *WISHES])
@pytest.mark.parametrize("skill", ["Snowflake", "Illustration", "Go", "R", "Epic"])
def test_a_skill_with_the_name_of_an_everyday_word(row: str, skill: str) -> None:
    assert known(row.format(skill)) == [skill]


@pytest.mark.parametrize("row", PROSE)
def test_a_list_in_prose(row: str) -> None:
    assert unknown(row) == ["thatching", "hedge laying"]
    assert known(row) == ["Epic"]


@pytest.mark.parametrize(
    "row",
    [
        "Go the extra mile",
        "Swift delivery of results",
        "An epic experience",
        "Knowledge of what makes an Epic launch",
        "Experience of go-to-market work",
    ],
)
def test_an_everyday_word_in_a_row_is_no_skill(row: str) -> None:
    assert known(row) == []


def test_the_same_words_elsewhere_ask_for_nothing() -> None:
    assert known("Snowflake: our first dog", heading="About us") == []
    assert unknown("Hedge laying: you will see", heading="About us") == []


@pytest.mark.parametrize(
    "row",
    [
        "Fluent Japanese is a plus",
        "English C1, spoken and written",
        "BSc or equivalent degree required",
        "MBA preferred",
        "High school diploma or GED preferred",
        "Some travel may be required.",
        "Complete all essential training timely.",
        "Maintain consistent, good punctuality.",
        "Please contact us if you need reasonable accommodation.",
        "You need to live in Norway",
        "Weitere Sprachen sind ein Plus",
        "Knowledge of systems",
    ],
)
def test_what_is_no_skill(row: str) -> None:
    assert unknown(row) == []


def test_no_name_is_cut() -> None:
    long = "knowledge of the keeping of bees in cold and wet places near the sea, heather honey and queen rearing"
    assert unknown(long)[-2:] == ["heather honey", "queen rearing"]


@given(st.text())
def test_any_row_is_read_and_what_is_asked_lies_within_it(row: str) -> None:
    for start, end in asked_in(row):
        assert 0 <= start <= end <= len(row)


@pytest.mark.timeout(20)
def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        list(asked_in(text))
