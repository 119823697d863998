"""Skills that stand for one another: every name is known, what includes what, what stands beside what."""

from __future__ import annotations

import pytest

from jobfinder.match import related
from jobfinder.match.related import beside, including
from jobfinder.read.skills import skill_name
from jobfinder.read.terms import GENERAL, TECHNICAL

NAMES = frozenset(line.partition(":")[0] for group in (*TECHNICAL, *GENERAL) for line in group.strip().splitlines())


def test_every_name_is_the_name_of_a_known_skill() -> None:
    implied = related._IMPLIES.strip().replace(":", ",").splitlines()
    named = [name.strip() for line in (*implied, *related._PARALLELS.strip().splitlines()) for name in line.split(",")]
    assert sorted(set(named) - NAMES) == []


def test_no_skill_implies_itself_and_none_stands_twice() -> None:
    first = [line.partition(":")[0] for line in related._IMPLIES.strip().splitlines()]
    assert len(first) == len(set(first))
    assert [name for name in NAMES if name in including(name) or name in beside(name)] == []


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("FastAPI", "REST"),
        ("EKS", "Docker"),
        ("STM32", "Embedded Systems"),
        ("KiCad", "PCB Design"),
        ("Month-End Close", "Accounting"),
        ("SAP EWM", "ERP"),
        ("ACLS", "CPR"),
        ("Epic", "EHR"),
        ("TIG Welding", "Welding"),
        ("HACCP", "Food Safety"),
        ("Classroom Management", "Teaching"),
    ],
)
def test_what_includes_what(held: str, asked: str) -> None:
    assert held in including(asked)
    assert asked not in including(held)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Epic", "Cerner"), ("STM32", "ESP32"), ("SAP", "Oracle ERP"), ("SAP", "Odoo"), ("SolidWorks", "Creo")],
)
def test_what_stands_beside_what(one: str, other: str) -> None:
    assert one in beside(other)
    assert other in beside(one)


def test_an_unknown_skill_stands_alone() -> None:
    assert including("Tidecast") == beside("Tidecast") == frozenset()
    assert skill_name("Tidecast") == "Tidecast"
