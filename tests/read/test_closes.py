"""The last day to apply, as prose states it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.closes import closes
from read.labelled import hostile

NOW = datetime(2026, 4, 20, tzinfo=UTC).timestamp()
STATED = [
    ("Applications close on 12 May 2026.", "2026-05-12"),
    ("Application deadline: May 12, 2026", "2026-05-12"),
    ("Closing date: 12/05/26 - 12th May 2026", "2026-05-12"),
    ("Closing date for applications is Friday, 12th May 2026 at 5pm", "2026-05-12"),
    ("Closing date:\\n12 May 2026", "2026-05-12"),
    ("Please apply by 12 May 2026.", "2026-05-12"),
    ("Apply before May 12th", "2026-05-12"),
    ("We accept applications until 2026-05-12.", "2026-05-12"),
    ("The vacancy closes at midnight on 12 May 2026.", "2026-05-12"),
    ("Deadline to apply: 12 May", "2026-05-12"),
    ("Please submit your application no later than 12 May 2026.", "2026-05-12"),
    ("Applications must be received by 12 May 2026.", "2026-05-12"),
    ("Closing date: 30/05/2026", "2026-05-30"),
    ("Bewerbungsfrist: 12.05.2026", "2026-05-12"),
    ("Bewerbungsfrist: 12. Mai 2026", "2026-05-12"),
    ("Bewerbungsschluss ist der 12.5.2026.", "2026-05-12"),
    ("Bitte bewerben Sie sich bis zum 12.05.2026.", "2026-05-12"),
    ("Bewirb dich bis spätestens 12. Mai!", "2026-05-12"),
    ("Wir freuen uns bis zum 12.05.2026 auf Ihre Bewerbung.", "2026-05-12"),
    ("Ihre Bewerbung senden Sie bitte bis 12.05.26 an uns.", "2026-05-12"),
    ("Date limite de candidature : 12 mai 2026", "2026-05-12"),
    ("Date limite de dépôt des candidatures : 12/05/2026", "2026-05-12"),
    ("Vous pouvez postuler jusqu'au 12 mai 2026.", "2026-05-12"),
    ("Candidatures à envoyer avant le 12/05/2026", "2026-05-12"),
    ("Clôture des candidatures le 1er juin 2026", "2026-06-01"),
    ("Fecha límite: 12 de mayo de 2026", "2026-05-12"),
    ("Plazo de inscripción hasta el 12 de mayo de 2026", "2026-05-12"),
    ("Fecha de cierre: 12/05/2026", "2026-05-12"),
    ("Envía tu candidatura antes del 12 de mayo.", "2026-05-12"),
    ("Applications close 5 January 2027", "2027-01-05"),
    ("Job posting end date: 05-12-2026 or 2026-05-12", "2026-05-12"),
    ("The application window is expected to close on May 15, 2026.", "2026-05-15"),
    ("Application period ends: 15 May 2026. Interviews: 20 May 2026.", "2026-05-15"),
    ("To be considered, apply by Friday 15 May.", "2026-05-15"),
    ("Deadline for applications: 15.05.2026", "2026-05-15"),
    ("Expiry date: 15-May-2026", "2026-05-15"),
]
NOT_STATED = [
    "Closing date: 05/06/2026",
    "The contract runs until 31 December 2026.",
    "Befristet bis zum 31.12.2027.",
    "Start date: 1 May 2026",
    "Applications close soon. We start on 1 June 2026.",
    "Apply now! The role starts 1 June 2026.",
    "Deadlines matter: we ship on 12 May 2026.",
    "Our shop is open until 20:00.",
    "Bewerbung ab sofort. Eintritt zum 01.06.2026.",
    "You close deals before 12 May 2026.",
    "Founded on 12 May 1996.",
    "We are accepting applications on a rolling basis.",
    "Applications close on 45 May 2026.",
    "Bewerben Sie sich jetzt; Beginn ist der 01.06.2026.",
    "Apply within 5 days",
    "",
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_stated(text: str, day: str) -> None:
    found = closes(f"We make lamps. {text} We like plants.", NOW)
    assert found is not None
    assert found.value == day


@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(text: str) -> None:
    assert closes(f"We make lamps. {text} We like plants.", NOW) is None


def test_a_day_without_a_year_needs_to_know_when_it_was_read() -> None:
    text = "Applications close on 5 January."
    assert closes(text, None) is None
    for year, expected in ((2026, "2026-01-05"), (2027, "2027-01-05")):
        found = closes(text, datetime(year, 1, 20, tzinfo=UTC).timestamp())
        assert found is not None
        assert found.value == expected
    found = closes(text, datetime(2026, 12, 1, tzinfo=UTC).timestamp())
    assert found is not None
    assert found.value == "2027-01-05"


def test_a_year_needs_nothing_else() -> None:
    found = closes("Applications close on 5 January 2027.", None)
    assert found is not None
    assert found.value == "2027-01-05"


def test_the_sentence_is_quoted_whole_and_with_its_place() -> None:
    text = "Wir bauen Lampen. Bewirb dich bis zum 12. Mai 2026 bei uns. Wir mögen Pflanzen."
    found = closes(text, NOW)
    assert found is not None
    assert found.quote == text[found.start : found.end] == "Bewirb dich bis zum 12. Mai 2026 bei uns."


def test_a_date_far_away_is_a_slip() -> None:
    assert closes("Closing date: 12 May 2062", NOW) is None


PLAIN = st.sampled_from(["We make lamps.", "Wir sitzen in der Stadt.", "The contract ends on 31 December 2027."])
ONE_LINE = st.sampled_from([text for text, _ in STATED if "\n" not in text])


@given(ONE_LINE, PLAIN, PLAIN)
def test_an_unrelated_sentence_changes_nothing(text: str, before: str, after: str) -> None:
    alone, among = closes(text, NOW), closes(f"{before}\n{text}\n{after}", NOW)
    assert alone is not None
    assert among is not None
    assert among.value == alone.value


@given(ONE_LINE, st.sampled_from(["- {}", "• {}", "\r\n\r\n{}\r\n", "  {}  "]), st.booleans())
def test_case_bullets_and_line_breaks_change_nothing(text: str, form: str, large: bool) -> None:
    alone, formed = closes(text, NOW), closes(form.format(text.upper() if large else text.lower()), NOW)
    assert alone is not None
    assert formed is not None
    assert formed.value == alone.value


@given(st.text(), st.none() | st.floats())
def test_any_text_is_read(text: str, now: float | None) -> None:
    found = closes(text, now)
    assert found is None or len(found.value) == len("2026-05-12")


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    words = ["apply by ", "deadline ", "closing date 1 ", "Bewerbungsfrist ", "12.05.2026 ", "apply 1 ", "12 May "]
    for text in [*hostile(), *((word * (100_000 // len(word) + 1))[:100_000] for word in words)]:
        closes(text, NOW)
