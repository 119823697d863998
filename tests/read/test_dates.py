"""Dates of all layouts come out in ISO 8601, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.dates import epoch, iso


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2026-06-19T05:52:23-04:00", "2026-06-19T05:52:23-04:00"),
        ("2026-06-19T05:52:23", "2026-06-19T05:52:23"),
        ("2026-07-01T00:00:00.000+00:00", "2026-07-01T00:00:00+00:00"),
        ("2026-08-05T09:41:37.1234567Z", "2026-08-05T09:41:37.123456+00:00"),
        ("2026-08-05T09:41:37+0200", "2026-08-05T09:41:37+02:00"),
        ("2026-08-05 09:41:37 UTC", "2026-08-05T09:41:37+00:00"),
        ("2026-08-05 09:41:37 +0000", "2026-08-05T09:41:37+00:00"),
        ("2026-08-05", "2026-08-05"),
        ("20260805", "2026-08-05"),
        ("20260805094137", "2026-08-05T09:41:37"),
        ("2026/8/5", "2026-08-05"),
        ("Mon, 05 Jan 2026 10:00:00 GMT", "2026-01-05T10:00:00+00:00"),
        ("Mon, 5 Jan 2026 10:00:00 +0100", "2026-01-05T10:00:00+01:00"),
        ("5 Jan 2026 10:00 EST", "2026-01-05T10:00:00-05:00"),
        (1754386897000, "2025-08-05T09:41:37+00:00"),
        (1754386897, "2025-08-05T09:41:37+00:00"),
        (1754386897.0, "2025-08-05T09:41:37+00:00"),
        ("1754386897000", "2025-08-05T09:41:37+00:00"),
        ("January 5, 2026", "2026-01-05"),
        ("Jan. 5 2026", "2026-01-05"),
        ("Monday, January 5th, 2026 at 10:00 AM", "2026-01-05"),
        ("5 January 2026", "2026-01-05"),
        ("5-Jan-2026", "2026-01-05"),
        ("5. März 2026", "2026-03-05"),
        ("5 de enero de 2026", "2026-01-05"),
        ("5 août 2026", "2026-08-05"),
        ("5.1.2026", "2026-01-05"),
        ("05. 01. 2026", "2026-01-05"),
        ("5/16/2026", "2026-05-16"),
        ("16/5/2026", "2026-05-16"),
        ("5/5/2026", "2026-05-05"),
        ("24. dubna 2026", "2026-04-24"),
        ("12 października 2026", "2026-10-12"),
        ("/Date(1754386897000)/", "2025-08-05T09:41:37+00:00"),
        ("Fri Apr 24 2026 10:00:00 GMT+0000 (Coordinated Universal Time)", "2026-04-24"),
    ],
)
def test_read(stated: str | int | float, expected: str) -> None:
    assert iso(stated) == expected
    assert iso(expected) == expected


@pytest.mark.parametrize(
    "stated",
    [
        *(None, "", " ", "soon", "Posted 3 days ago", "30+ Days Ago", "2026", "5/6/2026", "5/6/2026 10:23 AM"),
        *("31 Feb 2026", "2026-13-01", "0001-01-01T00:00:00", "9999-12-31", 0, -1, True, float("nan"), float("inf")),
        *("99 Smarch 2026", "Mon, 99 Jan 2026 10:00:00 GMT", "1" * 10_000, "12345"),
    ],
)
def test_unknown(stated: str | int | float | None) -> None:
    assert iso(stated) is None


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        *(
            ("today", "2026-03-10"),
            ("Just now", "2026-03-10"),
            ("Posted Yesterday", "2026-03-09"),
            ("heute", "2026-03-10"),
        ),
        *(("5 hours ago", "2026-03-10"), ("3d ago", "2026-03-07"), ("a week ago", "2026-03-03")),
        *(("Posted 3 Days Ago", "2026-03-07"), ("vor 3 Tagen", "2026-03-07"), ("il y a 2 semaines", "2026-02-24")),
        *(("hace 5 días", "2026-03-05"), ("2 dagen geleden", "2026-03-08"), ("för 3 dagar sedan", "2026-03-07")),
        *(("2 months ago", "2026-01-09"), ("před 2 týdny", "2026-02-24"), ("3 dni temu", "2026-03-07")),
        *(("30+ days ago", None), ("more than a week ago", None), ("3 days", None), ("5/6/2026", None)),
        *(
            ("hier arbeiten wir gern zusammen", None),
            ("now hiring in our new office", None),
            ("2026-03-01", "2026-03-01"),
        ),
    ],
)
def test_relative_dates_need_to_know_when_they_were_said(stated: str, expected: str | None) -> None:
    assert iso(stated, epoch("2026-03-10T08:00:00Z")) == expected
    assert iso(stated) == (expected if stated == expected else None)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2026-08-05T09:41:37+00:00", 1785922897.0),
        ("2026-08-05T11:41:37+02:00", 1785922897.0),
        ("2026-08-05T09:41:37", 1785922897.0),
        ("2026-08-05", 1785888000.0),
        ("whenever", None),
    ],
)
def test_epoch(stated: str, expected: float | None) -> None:
    assert epoch(stated) == expected


@given(st.one_of(st.text(), st.integers(), st.floats()), st.none() | st.floats())
def test_never_raises_and_what_comes_out_can_be_read(stated: str | int | float, now: float | None) -> None:
    read = iso(stated, now)
    assert read is None or epoch(read) is not None


@given(st.datetimes(timezones=st.timezones(), allow_imaginary=False))
def test_a_time_keeps_its_instant(moment: object) -> None:
    text = moment.isoformat()  # type: ignore[attr-defined]
    seconds = epoch(text)
    assert seconds is None or seconds == pytest.approx(moment.timestamp())  # type: ignore[attr-defined]
