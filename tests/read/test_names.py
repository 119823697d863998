"""Company names meet under one key, and different companies do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.names import company_key


@pytest.mark.parametrize(
    "name",
    [
        "Acme",
        "ACME, Inc.",
        "Acme Careers",
        "acme GmbH",
        "Acme - Jobs",
        "ACME S.A.",
        "Acme Sp. z o.o.",
        "Acme A/S",
        "Acme GmbH & Co. KG",
        "Acme (Series B)",
        "Acme™",
        "acme.com",
        " Acme  Ltd ",
        "Acmé",
    ],
)
def test_spellings_of_one_company(name: str) -> None:
    assert company_key(name) == "acme"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Work & Co", "work & co"),
        ("Work&Co", "work & co"),
        ("Co-op", "co-op"),
        ("The Co", "the co"),
        ("GmbH", "gmbh"),
        ("Careers", "careers"),
        ("Tiffany & Co.", "tiffany & co"),
        ("Barnes & Noble, Inc.", "barnes & noble"),
        ("Yahoo!", "yahoo"),
        ("3M Company", "3m"),
        ("株式会社サンプル", "株式会社サンプル"),
        ("S.A.P. SE", "sap"),
    ],
)
def test_names_that_must_stay_whole(name: str, key: str) -> None:
    assert company_key(name) == key


@given(st.text())
def test_a_key_is_empty_only_for_nothing_and_is_its_own_key(name: str) -> None:
    key = company_key(name)
    assert bool(key) is bool(name.split())
    assert company_key(name) == key
