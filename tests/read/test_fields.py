"""Single fields in the words of many boards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Remote
from jobfinder.read.fields import employment, is_world, period, remote, remote_scope
from read.labelled import hostile


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hybrid", "hybrid"),
        ("hybrid_remote", "hybrid"),
        ("Berlin (Hybrid)", "hybrid"),
        ("Hybrid or remote", "hybrid"),
        ("Partially remote", "hybrid"),
        ("3 days in office", "hybrid"),
        ("Télétravail partiel", "hybrid"),
        ("on-site", "onsite"),
        ("ON_SITE", "onsite"),
        ("Onsite", "onsite"),
        ("In-Office", "onsite"),
        ("Vor Ort", "onsite"),
        ("Présentiel", "onsite"),
        ("Remote - US", "remote"),
        ("TELECOMMUTE", "remote"),
        ("fully remote", "remote"),
        ("REMOTE_US", "remote"),
        ("Work from anywhere", "remote"),
        ("100% Homeoffice", "remote"),
        ("Teletrabajo", "remote"),
        ("Berlin", None),
        ("", None),
        (None, None),
        ("Not remote", None),
        ("Onsite or remote", None),
        ("Remote Sensing Scientist", None),
        ("Hybrid Cloud Engineer", None),
        ("Remote Support Technician", None),
    ],
)
def test_remote(text: str | None, wanted: str | None) -> None:
    assert remote(text) == (Remote(wanted) if wanted else None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Remote, US only", "US only"),
        ("USA Only", "USA Only"),
        ("Remote - Germany", "Germany"),
        ("Remote (EU)", "EU"),
        ("US Remote", "US"),
        ("REMOTE_US", "US"),
        ("Remote in Canada", "Canada"),
        ("Remote, EU or UK", "EU or UK"),
        ("Remote (US, Canada)", "US, Canada"),
        ("Remote - California", "California"),
        ("Remote (CET ±2h)", "CET ±2h"),
        ("Anywhere in the World", "Anywhere in the World"),
        ("Remote, Worldwide", "Worldwide"),
        ("Remote", None),
        ("Fully remote", None),
        ("Germany", None),
        ("Remote, Engineering", None),
        ("San Francisco or Remote US", None),
        (None, None),
    ],
)
def test_remote_scope(text: str | None, wanted: str | None) -> None:
    assert remote_scope(text) == wanted


def test_everywhere() -> None:
    assert is_world("Anywhere in the World")
    assert not is_world("EU only")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("FULL_TIME", "full_time"),
        ("FullTime", "full_time"),
        ("Full-time", "full_time"),
        ("Vollzeit", "full_time"),
        ("CDI - temps plein", "full_time"),
        ("Part time", "part_time"),
        ("Teilzeit", "part_time"),
        ("CONTRACTOR", "contract"),
        ("Full-time contract", "contract"),
        ("Freelance", "contract"),
        ("PER_DIEM", "contract"),
        ("Fixed-term contract", "temporary"),
        ("befristet", "temporary"),
        ("Temporary", "temporary"),
        ("INTERN", "internship"),
        ("Praktikum", "internship"),
        ("Prácticas", "internship"),
        ("Ausbildung", "apprenticeship"),
        ("Volunteer", "volunteer"),
        (["FULL_TIME", "INTERN"], "internship"),
        (["FULL_TIME", "PART_TIME"], None),
        ("Vollzeit / Teilzeit", None),
        ("Permanent", None),
        ("Permanent contract", None),
        ("unbefristet", None),
        ("OTHER", None),
        ("", None),
        (None, None),
        ([], None),
    ],
)
def test_employment(text: str | list[str] | None, wanted: str | None) -> None:
    assert employment(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("HOUR", "hour"),
        ("hourly", "hour"),
        ("per-hour-wage", "hour"),
        ("pro Stunde", "hour"),
        ("DAY", "day"),
        ("weekly", "week"),
        ("MONTH", "month"),
        ("€/Monat", "month"),
        ("per-year-salary", "year"),
        ("1 YEAR", "year"),
        ("p.a.", "year"),
        ("annual salary", "year"),
        ("Biweekly", None),
        ("every two weeks", None),
        ("per hour or per day", None),
        ("NONE", None),
        (None, None),
    ],
)
def test_period(text: str | None, wanted: str | None) -> None:
    assert period(text) == wanted


@pytest.mark.timeout(30)
def test_hostile_text_is_read() -> None:
    for text in hostile():
        remote(text)
        remote_scope(text)
        employment(text)
        period(text)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    remote(text)
    remote_scope(text)
    assert employment([text, text]) == employment(text)
    period(text)
