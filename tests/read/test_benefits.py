"""What postings offer besides pay, in four languages; what they deny; and work that only sounds like it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.benefit_words import BENEFITS, Benefit
from jobfinder.read.benefits import benefits
from read.labelled import hostile

OFFERED = [
    ("equity", "You get stock options from the first day."),
    ("equity", "Pay: $120,000 + equity"),
    ("equity", "We offer a salary, a laptop and equity."),
    ("equity", "Virtuelle Anteile am Unternehmen"),
    ("equity", "BSPCE pour tous"),
    ("equity", "Plan de acciones para empleados"),
    ("bonus", "An annual bonus of up to 10 %"),
    ("bonus", "Weihnachtsgeld"),
    ("bonus", "13e mois et intéressement"),
    ("bonus", "Bonus anual por objetivos"),
    ("sign-on bonus", "A sign-on bonus of $2,000"),
    ("referral bonus", "Employee referral program"),
    ("referral bonus", "Prime de cooptation de 600 €"),
    ("pension", "401(k) with company match"),
    ("pension", "Workplace pension with 8 % from us"),
    ("pension", "Betriebliche Altersvorsorge"),
    ("pension", "Plan de pensiones"),
    ("health insurance", "Medical, dental and vision for your family"),
    ("health insurance", "Private health insurance"),
    ("health insurance", "Mutuelle d'entreprise"),
    ("health insurance", "Seguro médico privado"),
    ("life insurance", "Life and disability insurance"),
    ("life insurance", "Seguro de vida"),
    ("paid leave, 30 days", "30 Tage Urlaub"),
    ("paid leave, 28 days", "28 days of annual leave, and the bank holidays"),
    ("paid leave, 25 days", "5 weeks of paid vacation"),
    ("paid leave, 25 days", "25 jours de congés payés"),
    ("paid leave, 23 days", "23 días laborables de vacaciones"),
    ("paid leave", "Unlimited PTO"),
    ("paid leave", "Generous paid time off"),
    ("sick pay", "Paid sick leave"),
    ("parental leave", "16 weeks of parental leave"),
    ("parental leave", "Congé paternité prolongé"),
    ("four-day week", "A four-day week at full pay"),
    ("four-day week", "4-Tage-Woche"),
    ("four-day week", "Semaine de 4 jours"),
    ("four-day week", "Semana laboral de 4 días"),
    ("flexible hours", "Flexible working hours"),
    ("flexible hours", "Gleitzeit"),
    ("flexible hours", "Horaires flexibles"),
    ("flexible hours", "Horario flexible"),
    ("work from abroad", "Four weeks a year working from abroad"),
    ("work from abroad", "Workation möglich"),
    ("learning budget", "A learning budget of €1,500 a year"),
    ("learning budget", "Weiterbildungsbudget"),
    ("learning budget", "Budget formation"),
    ("learning budget", "Tuition reimbursement"),
    ("home-office budget", "A home office stipend"),
    ("relocation", "Relocation assistance"),
    ("relocation", "Umzugshilfe"),
    ("childcare", "Childcare vouchers"),
    ("childcare", "Kita-Zuschuss"),
    ("childcare", "Cheque guardería"),
    ("company car", "Company car, also for private use"),
    ("company car", "Firmenwagen zur Privatnutzung"),
    ("company car", "Voiture de fonction"),
    ("transport", "Commuter benefits"),
    ("transport", "Jobticket"),
    ("transport", "Remboursement du pass Navigo"),
    ("bicycle", "JobRad-Leasing"),
    ("bicycle", "Cycle-to-work scheme"),
    ("meals", "Free lunch every day"),
    ("meals", "Obstkorb und kostenlose Getränke"),
    ("meals", "Tickets restaurant"),
    ("sabbatical", "A sabbatical after five years"),
    ("sabbatical", "Congé sabbatique"),
    ("sports", "Urban Sports Club"),
    ("sports", "Gym membership"),
    ("sports", "Firmenfitness"),
    ("mental health", "Employee assistance program"),
    ("discounts", "Employee discounts"),
    ("discounts", "Mitarbeiterrabatt"),
    ("volunteer days", "Two paid volunteer days"),
]
NOT_OFFERED = [
    "There is no equity.",
    "We do not offer stock options.",
    "This role is not eligible for an annual bonus.",
    "No company car.",
    "Equity is not included, and stock options are not offered.",
    "We don't offer relocation assistance.",
    "Relocation assistance is not provided.",
    "Relocation expenses are the responsibility of the candidate.",
    "Without a company pension.",
    "Ein Firmenwagen wird nicht gestellt.",
    "Kein Firmenwagen, kein Jobticket.",
    "Pas de tickets restaurant.",
    "Sin seguro médico.",
    "You worked in private equity.",
    "We care about diversity, equity and inclusion.",
    "Knowing Rust is a bonus.",
    "Bonus points for Kubernetes.",
    "You administer pension schemes and health insurance plans for clients.",
    "You sell life insurance to customers.",
    "Experience with health insurance claims.",
    "This is maternity leave cover for a year.",
    "Elternzeitvertretung, befristet",
    "You work on weekends and holidays.",
    "Ability to work additional and flexible hours.",
    "You must be flexible.",
    "You prepare free meals for patients.",
    "You coordinate vacation bids and sick time balances.",
    "You operate company vehicles safely.",
    "You design bonus plans for managers.",
    "You stay calm when it is loud.",
    "You teach yoga classes in a gym.",
    "You apply customer discounts.",
    "You leave a place better than you found it.",
    "We meet three days a week in the office.",
    "",
]


def text(sentence: str, heading: str = "What we offer") -> str:
    offer = f"{heading}\n- {sentence}\n- A yard by the river"
    return f"We mend boats.\n\nYour tasks\n- You plane wood.\n\n{offer}\n\nWrite to us."


@pytest.mark.parametrize(("value", "sentence"), OFFERED)
def test_offered(value: str, sentence: str) -> None:
    whole = text(sentence)
    found = {fact.value: fact for fact in benefits(whole)}
    assert value in found
    fact = found[value]
    assert fact.stated
    assert sentence in fact.quote
    assert sentence in whole[fact.start : fact.end]
    assert len([each for each in found if each.startswith(value[:8])]) == 1


@pytest.mark.parametrize("sentence", NOT_OFFERED)
def test_not_offered(sentence: str) -> None:
    assert benefits(text(sentence, "About the role")) == ()


def test_several_in_one_sentence() -> None:
    found = benefits(
        "We offer: medical, dental and vision, 401(k), 25 days of PTO, a sabbatical, and equity, but no bonus."
    )
    assert [fact.value for fact in found] == [
        "equity",
        "pension",
        "health insurance",
        "paid leave, 25 days",
        "sabbatical",
    ]
    assert len({fact.quote for fact in found}) == 1


def test_words_of_trades_count_only_where_something_is_offered() -> None:
    assert [fact.value for fact in benefits("What we offer\n- Equity\n- Bonus")] == ["equity", "bonus"]
    assert benefits("What you need\n- Equity\n- Bonus") == ()
    assert benefits("What we offer\n- A yard\n\nYour tasks\n- Equity, bonds and other markets") == ()


def test_the_sentence_that_says_how_many_days_counts() -> None:
    found = benefits("We offer paid vacation.\nYou get 30 days of paid vacation.\nYou get 24 days of vacation.")
    assert [(fact.value, fact.quote) for fact in found] == [
        ("paid leave, 30 days", "You get 30 days of paid vacation.")
    ]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("2 days in the office, unlimited vacation", "paid leave"),
        ("90 days of probation, then paid vacation", "paid leave"),
        ("1 day of paid vacation for your birthday", "paid leave"),
        ("6 weeks of vacation", "paid leave, 30 days"),
    ],
)
def test_only_days_of_leave_are_days_of_leave(sentence: str, value: str) -> None:
    assert [fact.value for fact in benefits(text(sentence))] == [value]


def test_only_benefits_are_not_denied_by_each_other() -> None:
    found = benefits("We offer not only stock options but also a company car.\nNo cost health insurance.")
    assert [fact.value for fact in found] == ["equity", "health insurance", "company car"]


def test_the_vocabulary_is_closed() -> None:
    assert tuple(BENEFITS) == get_args(Benefit)
    assert {value.partition(",")[0] for value, _ in OFFERED} == set(get_args(Benefit))


@given(st.lists(st.sampled_from([sentence for _, sentence in OFFERED] + NOT_OFFERED), max_size=10))
def test_each_once_in_order_with_its_sentence(sentences: list[str]) -> None:
    whole = "\n".join(sentences)
    found = benefits(whole)
    order = [get_args(Benefit).index(fact.value.partition(",")[0]) for fact in found]
    assert order == sorted(set(order))
    assert all(fact.quote == whole[fact.start : fact.end] for fact in found)


@pytest.mark.timeout(240)
def test_hostile_texts() -> None:
    for seed in (sentence for _, sentence in OFFERED):
        benefits((f"{seed} " * 100_000)[:100_000])
        benefits((f"{seed.lower()} " * 100_000)[:100_000])
    for hostile_text in hostile():
        benefits(hostile_text)
