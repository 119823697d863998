"""Titles compared: one trade under several names, and other trades that sound alike."""

from __future__ import annotations

import pytest

from jobfinder.match.titles import similarity


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Koch (m/w/d)", "Cook"),
        ("Cuisinière", "Cook"),
        ("Pflegefachkraft (m/w/d) Innere Medizin", "Nurse"),
        ("Licensed Electrician", "Electrician"),
        ("Elektroniker (m/w/d)", "Electrician"),
        ("Lehrkraft", "Teacher"),
        ("Product Lead", "Product Manager"),
        ("Head of House / Teacher", "Teacher"),
        ("Shift Coordinator | Barista", "Barista"),
    ],
)
def test_one_trade_under_several_names(title: str, wanted: str) -> None:
    assert similarity(title, wanted) >= 0.7


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Chef Recruiter", "Chef"), ("Kitchen Fitter", "Kitchen Porter"), ("Teacher / Sales", "Sales Manager")],
)
def test_another_trade_that_sounds_alike(title: str, wanted: str) -> None:
    assert similarity(title, wanted) < 0.5
