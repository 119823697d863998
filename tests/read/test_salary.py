"""Pay out of prose: the many ways it is written, what is not pay, and hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Salary
from jobfinder.read.salary import parse_salary, yearly
from read.labelled import hostile, rows

READ = [
    ("The salary range is $120,000 - $150,000 per year.", 120_000, 150_000, "USD", "year"),
    ("Salary: $120k–$150k", 120_000, 150_000, "USD", "year"),
    ("Base salary $70-90k plus equity", 70_000, 90_000, "USD", "year"),
    ("Pay: $28.50/hr", 28.5, 28.5, "USD", "hour"),
    ("Compensation $60-$70 per hour", 60, 70, "USD", "hour"),
    ("Gehalt: 4.500 €/Monat", 4_500, 4_500, "EUR", "month"),
    ("Vergütung von 90.000 € bis 130.000 € / Jahr", 90_000, 130_000, "EUR", "year"),
    ("Bruttogehalt mindestens 3.000,- EUR im Monat", 3_000, None, "EUR", "month"),
    ("Gehalt bis zu 100.000 € brutto jährlich", None, 100_000, "EUR", "year"),
    ("Stundenlohn von 16,42 €", 16.42, 16.42, "EUR", "hour"),
    ("Lohn CHF 110'000 - CHF 130'000 pro Jahr", 110_000, 130_000, "CHF", "year"),
    ("Salaire : 35–42 k€ brut/an", 35_000, 42_000, "EUR", "year"),
    ("salaire fixe annuel brut de 26 000 € à 30 000 €", 26_000, 30_000, "EUR", "year"),
    ("Salario entre 45.000 € y 50.000 € brutos anuales", 45_000, 50_000, "EUR", "year"),
    ("Salary ₹12–18 LPA", 1_200_000, 1_800_000, "INR", "year"),
    ("Salary: ₹12,00,000 per annum", 1_200_000, 1_200_000, "INR", "year"),
    ("Wynagrodzenie 18 000 - 22 000 PLN miesięcznie", 18_000, 22_000, "PLN", "month"),
    ("8 000 - 12 000 PLN netto (+ VAT) / mies.", 8_000, 12_000, "PLN", "month"),
    ("12 lakh to 18 lakh per annum", 1_200_000, 1_800_000, "INR", "year"),
    ("Salary: 1.2 crore per annum", 12_000_000, 12_000_000, "INR", "year"),
    ("Lön: SEK 42 000 - 48 000 / mån", 42_000, 48_000, "SEK", "month"),
    ("Lønn NOK 650 000 - 750 000", 650_000, 750_000, "NOK", "year"),
    ("Mzda: 45 000 - 50 000 Kč měsíčně", 45_000, 50_000, "CZK", "month"),
    ("月給 ¥300,000 - ¥450,000", 300_000, 450_000, "JPY", "month"),
    ("Salário: R$ 5.000,00 por mês", 5_000, 5_000, "BRL", "month"),
    ("Salaris tussen € 3500 en € 4500 per maand", 3_500, 4_500, "EUR", "month"),
    ("Salaris maximaal € 4.540,- per maand", None, 4_540, "EUR", "month"),
    ("pay rate: 20.50/hour USD", 20.5, 20.5, "USD", "hour"),
    ("Salary between $153,000 CAD and $214,000 CAD a year", 153_000, 214_000, "CAD", "year"),
    ("Salary: £45,000 to £55,000 p.a.", 45_000, 55_000, "GBP", "year"),
    ("Salary ¥6,000,000 - ¥8,000,000 per year", 6_000_000, 8_000_000, "JPY", "year"),
    ("Day rate £450 per day", 450, 450, "GBP", "day"),
    ("We pay CAD $153,300 to CAD $229,020 per year", 153_300, 229_020, "CAD", "year"),
    ("$97,000/year - $127,000/year base", 97_000, 127_000, "USD", "year"),
    ("Salary from $90,000 a year", 90_000, None, "USD", "year"),
    ("Base salary 95k+ EUR", 95_000, None, "EUR", "year"),
]


@pytest.mark.parametrize(("text", "low", "high", "currency", "period"), READ)
def test_pay_is_read(text: str, low: float | None, high: float | None, currency: str, period: str) -> None:
    salary = parse_salary(f"We are Brightwater.\n{text}\nApply now, in 2026!")
    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.period) == (low, high, currency, period)
    assert salary.text is not None
    assert salary.text in text


@pytest.mark.parametrize(
    "text",
    [
        "We raised $120 million in Series B funding.",
        "Annual revenue of $50,000,000 and growing",
        "We offer a 401k and 401(k) match of up to $4,000 per year",
        "A $1,500 referral bonus",
        "$1,000 WFH stipend and a $75/month gym reimbursement",
        "Learning budget: 2.200 € jährlich",
        "Bonus of up to $10,000 per year",
        "We serve 85,000 customers",
        "Since 2019, with 300 employees in 2024 - 2025",
        "Competitive salary, 30 days of holiday, 38.5 hours per week",
        "You bring 5-7 years of experience",
        "Minimum 18 years of age",
        "70M€ CA",
        "Umsatz von 5 Mio.€",
        "",
    ],
)
def test_other_money_and_other_numbers_are_not_pay(text: str) -> None:
    assert parse_salary(text) is None


def test_pay_is_found_between_decoys() -> None:
    text = "We raised $20M. Perks: $1,000 stipend, 401k. The base salary is $100,000 - $120,000. Bonus of $5,000."
    salary = parse_salary(text)
    assert salary is not None
    assert (salary.min, salary.max) == (100_000, 120_000)
    assert salary.text == "The base salary is $100,000 - $120,000."


def test_zones_become_one_range() -> None:
    salary = parse_salary("Zone A salary: $160,400 - $200,500 per year. Zone B: $144,300 - $180,400 per year.")
    assert salary is not None
    assert (salary.min, salary.max) == (144_300, 200_500)


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("Salary $90,000 - $100,000", None, "USD"),
        ("Salary $90,000 - $100,000", "CA", "CAD"),
        ("Salary $90,000 - $100,000", "AU", "AUD"),
        ("Salary 45 000 - 50 000 kr per month", "SE", "SEK"),
        ("Salary 45 000 - 50 000 kr per month", None, None),
    ],
)
def test_the_country_decides_a_shared_sign(text: str, country: str | None, currency: str | None) -> None:
    salary = parse_salary(text, country)
    assert salary is not None
    assert salary.currency == currency


def test_yearly() -> None:
    assert yearly(Salary(min=50, max=60, currency="USD", period="hour")) == (104_000, 124_800, "USD")
    assert yearly(Salary(min=4_500, currency="EUR", period="month")) == (54_000, None, "EUR")
    assert yearly(Salary(min=1, max=2, currency="EUR", period="year")) == (1, 2, "EUR")
    assert yearly(Salary(min=1, max=2, period="year")) is None
    assert yearly(Salary(min=1, max=2, currency="EUR")) is None
    assert yearly(Salary(currency="EUR", period="year")) is None
    assert yearly(Salary(min=1, currency="EUR", period="fortnight")) is None


@given(st.text())
def test_any_text_is_read_and_a_range_is_in_order(text: str) -> None:
    salary = parse_salary(text)
    if salary and salary.min is not None and salary.max is not None:
        assert salary.min <= salary.max


@given(st.text("0123456789 .,'$€£kK-–/+h\n", max_size=200))
def test_heaps_of_numbers_are_read_without_an_error(text: str) -> None:
    parse_salary(f"Salary: {text}")


@pytest.mark.timeout(20)
def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        parse_salary(text)


@pytest.mark.parametrize(
    ("name", "least"),
    [("salary.jsonl", 0.95), ("de_salary.jsonl", 0.88), ("fr_salary.jsonl", 0.95), ("es_salary.jsonl", 0.9)],
)
def test_labelled_snippets(name: str, least: float) -> None:
    labelled = rows(name)
    right = 0
    for row in labelled:
        salary, wanted = parse_salary(row["text"]), row["expect"]
        found = (salary.min, salary.max, salary.period) if salary else None
        right += found == ((wanted["min"], wanted["max"], wanted["interval"]) if wanted else None)
    assert right / len(labelled) >= least
